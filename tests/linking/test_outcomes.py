"""What was called off did not happen: another meeting of the same two did."""

from datetime import date

from dateline.linking.outcomes import part_outcomes
from dateline.model.moments import Moment
from tests.linking.builders import ANNA, BORIS, CARLA, article, report

PLANNED, OFF, HELD = date(2021, 9, 14), date(2021, 9, 5), date(2021, 9, 20)
BEFORE, AFTER = article("before", date(2021, 8, 21)), article("after", HELD)
CANCELLING = article("off", OFF)
BY_THEN = Moment(None, HELD, "tense")


def called_off():
    return [
        report(BEFORE, 1, ANNA, BORIS, status="planned", when=PLANNED),
        report(CANCELLING, 1, ANNA, BORIS, status="cancelled", when=PLANNED),
    ]


def test_what_happened_later_goes_to_the_meeting_of_its_day():
    loose = report(AFTER, 1, ANNA, BORIS, when=BY_THEN)
    held = [report(AFTER, 2, ANNA, BORIS, when=HELD)]
    off, on = part_outcomes([[*called_off(), loose], held])
    assert loose not in off
    assert loose in on
    assert {r.status for r in off} == {"planned", "cancelled"}


def test_what_a_page_dates_to_the_planned_day_happened_after_all():
    kept = report(AFTER, 1, ANNA, BORIS, when=PLANNED)
    group = [*called_off(), kept, report(AFTER, 3, ANNA, BORIS, when=BY_THEN)]
    assert part_outcomes([group, [report(AFTER, 2, ANNA, BORIS, when=HELD)]])[0] == group


def test_a_meeting_with_somebody_else_takes_nothing():
    loose = report(AFTER, 1, ANNA, BORIS, when=BY_THEN)
    off, on, own = part_outcomes([[*called_off(), loose], [report(AFTER, 2, CARLA, when=HELD)]])
    assert off == called_off()
    assert (len(on), own) == (1, [loose])


def test_a_report_older_than_the_cancellation_stays():
    earlier = report(BEFORE, 5, ANNA, BORIS, when=Moment(None, date(2021, 8, 21), "tense"))
    group = [*called_off(), earlier]
    assert part_outcomes([group, [report(AFTER, 2, ANNA, BORIS, when=date(2021, 8, 20))]])[0] == group


def test_a_meeting_of_an_earlier_week_takes_nothing():
    loose = report(AFTER, 1, ANNA, BORIS, when=BY_THEN)
    off, on, own = part_outcomes([[*called_off(), loose], [report(AFTER, 2, ANNA, BORIS, when=date(2021, 9, 6))]])
    assert off == called_off()
    assert (len(on), own) == (1, [loose])
