"""Pages without a day, dated by what the others say."""

from dataclasses import replace
from datetime import date

from dateline.linking import link
from dateline.model.evidence import Span
from dateline.model.linked import Linked
from dateline.model.moments import Moment
from dateline.model.times import Shift, TimeExpression, resolve
from tests.linking.builders import ANNA, BORIS, CARLA, GERMANY, SERBIA, article, reading, report

WEDNESDAY = Shift(weekday=3, direction="past")


def said(page: str, shift: Shift) -> TimeExpression:
    return TimeExpression(0, 1, Span(f"a-{page}", 0, 4), "DATE", None, relative=True, shift=shift)


def published(linked: Linked, page: str) -> Moment:
    return next(a.article.published for a in linked.articles if a.article.id == f"a-{page}")


def test_a_weekday_is_dated_by_a_page_that_gives_the_day() -> None:
    dated, undated = article("dated", date(2021, 3, 4)), article("undated", None)
    held = report(dated, 0, ANNA, BORIS, when=date(2021, 3, 3))
    retold = report(undated, 0, ANNA, BORIS, time=said("undated", WEDNESDAY))
    without_day = replace(reading(undated, retold), times=(said("undated", WEDNESDAY),))
    moment = published(link([reading(dated, held), without_day]), "undated")
    assert moment.earliest == date(2021, 3, 3)
    assert moment.latest is not None
    assert moment.latest < date(2021, 3, 10)  # the next Wednesday
    assert moment.method == "neighbours"
    assert {e.article for e in moment.evidence if isinstance(e, Span)} == {"a-dated", "a-undated"}


def test_the_times_of_the_page_move_with_its_day() -> None:
    dated, undated = article("dated", date(2021, 3, 4)), article("undated", None)
    held = report(dated, 0, ANNA, BORIS, when=date(2021, 3, 3))
    retold = report(undated, 0, ANNA, BORIS, time=said("undated", WEDNESDAY))
    other = report(undated, 40, ANNA, CARLA, time=said("undated", Shift(weekday=5, direction="future")), status="planned", tense="future")
    linked = link([reading(dated, held), reading(undated, retold, other)])
    moved = next(r for r in linked.reports if r.id == other.id)
    assert other.time is not None
    assert moved.when == resolve(other.time, published(linked, "undated"))
    assert moved.when.earliest == date(2021, 3, 5)


def test_most_reports_outvote_a_meeting_of_the_same_people_later() -> None:
    march, may, undated = article("march", date(2021, 3, 4)), article("may", date(2021, 5, 6)), article("undated", None)
    told = [report(march, 0, ANNA, BORIS, when=date(2021, 3, 3)), report(march, 40, ANNA, CARLA, when=date(2021, 3, 3))]
    later = report(may, 0, ANNA, BORIS, when=date(2021, 5, 5))
    retold = [
        report(undated, 0, ANNA, BORIS, time=said("undated", WEDNESDAY)),
        report(undated, 40, ANNA, CARLA, time=said("undated", WEDNESDAY)),
    ]
    linked = link([reading(march, *told), reading(may, later), reading(undated, *retold)])
    assert published(linked, "undated").earliest == date(2021, 3, 3)


def test_states_alone_date_nothing() -> None:
    dated, undated = article("dated", date(2021, 3, 4)), article("undated", None)
    held = report(dated, 0, GERMANY, SERBIA, when=date(2021, 3, 3), kind="SANCTION", noun="ban")
    retold = report(undated, 0, GERMANY, SERBIA, time=said("undated", WEDNESDAY), kind="SANCTION", noun="tax")
    moment = published(link([reading(dated, held), reading(undated, retold)]), "undated")
    assert (moment.earliest, moment.latest) == (None, None)


def test_a_page_that_quotes_the_same_words_is_of_the_same_days() -> None:
    quoted = "We will not open the bridge before the two commissions have met, and nobody can say when that will be, said the mayor."
    dated = article("dated", date(2021, 3, 4), f"The bridge over the Elm stays closed. {quoted} Shops near it complain.")
    old = article(
        "old", date(2019, 6, 1), "An old report on another matter, printed years before, that shares no words with any of the rest."
    )
    undated = article("undated", None, f"Ferries are full again. {quoted} A ferryman spoke of his best month since the war ended.")
    thursday = replace(reading(undated), times=(said("undated", Shift(weekday=4, direction="past")),))
    moment = published(link([reading(dated), reading(old), thursday]), "undated")
    assert (moment.earliest, moment.latest, moment.method) == (date(2021, 3, 4), date(2021, 3, 5), "neighbours")
    shown = {
        e.article: undated.text[e.start : e.end] for e in moment.evidence if isinstance(e, Span) and e.article == "a-undated" and e.start
    }
    assert shown["a-undated"].startswith("We will not open the bridge")


def test_what_pages_of_other_months_share_as_well_tells_nothing() -> None:
    name = "the special envoy of the secretary general of the council for the affairs of the upper river valley"
    pages = [article(f"{month}", date(2021, month, 4), f"In month {month} spoke {name} of other things.") for month in (1, 4, 9)]
    undated = article("undated", None, f"Nobody has seen {name} for weeks now.")
    moment = published(link([*map(reading, pages), reading(undated)]), "undated")
    assert (moment.earliest, moment.latest) == (None, None)


def test_a_plan_of_what_another_page_dates_was_printed_before() -> None:
    dated, undated = article("dated", date(2021, 3, 4)), article("undated", None)
    held = report(dated, 0, ANNA, BORIS, when=date(2021, 3, 3))
    planned = report(undated, 0, ANNA, BORIS, status="planned", tense="future")
    moment = published(link([reading(dated, held), reading(undated, planned)]), "undated")
    assert (moment.earliest, moment.latest) == (None, date(2021, 3, 3))


def test_words_shared_with_a_page_stamped_late_are_of_the_day_it_speaks_from() -> None:
    quoted = "We will not open the bridge before the two commissions have met, and nobody can say when that will be, said the mayor."
    stamped = article("stamped", date(2021, 3, 12), f"The bridge over the Elm stays closed. {quoted} Shops near it complain.")
    stamped = replace(stamped, text_day=Moment(date(2021, 3, 4), date(2021, 3, 4), "stated"))
    undated = article("undated", None, f"Ferries are full again. {quoted} A ferryman spoke of his best month since the war ended.")
    thursday = replace(reading(undated), times=(said("undated", Shift(weekday=4, direction="past")),))
    moment = published(link([reading(stamped), thursday]), "undated")
    assert moment.earliest == date(2021, 3, 4)
    assert moment.latest is not None
    assert moment.latest < date(2021, 3, 8)


def test_an_event_told_as_past_and_as_to_come_is_no_day_of_publication() -> None:
    dated, undated = article("dated", date(2021, 3, 4)), article("undated", None)
    held = [report(dated, 0, ANNA, BORIS, when=date(2021, 3, 3)), report(dated, 40, ANNA, CARLA, when=date(2021, 3, 3))]
    torn = [report(undated, 0, ANNA, BORIS, status="planned", tense="future"), report(undated, 40, ANNA, CARLA)]
    moment = published(link([reading(dated, *held), reading(undated, *torn)]), "undated")
    assert not moment.is_day
