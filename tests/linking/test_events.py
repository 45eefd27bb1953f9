"""Joining reports of one event, keeping look-alikes apart."""

from dataclasses import replace
from datetime import date
from itertools import permutations

from dateline.linking import link
from dateline.model.linked import Linked
from dateline.model.moments import Moment
from tests.linking.builders import ANNA, BORIS, CARLA, SERBIA, article, reading, report


def groups(linked: Linked) -> list[set[str]]:
    """Which articles each event is told in, largest first."""
    article_of = {r.id: r.article for r in linked.reports}
    return sorted(({article_of[r] for r in e.reports} for e in linked.events), key=lambda g: (-len(g), sorted(g)))


def test_a_plan_and_its_outcome_are_one_event() -> None:
    before, after = article("before", date(2021, 3, 1)), article("after", date(2021, 3, 6))
    plan = report(before, 0, ANNA, BORIS, status="planned", when=date(2021, 3, 5), tense="future")
    held = report(after, 0, ANNA, BORIS, when=date(2021, 3, 5))
    assert groups(link([reading(before, plan), reading(after, held)])) == [{"a-before", "a-after"}]


def test_two_meetings_of_the_same_people_a_month_apart_stay_two() -> None:
    first, second = article("first", date(2021, 3, 6)), article("second", date(2021, 4, 7))
    one = report(first, 0, ANNA, BORIS, when=date(2021, 3, 5))
    other = report(second, 0, ANNA, BORIS, when=date(2021, 4, 6))
    assert len(link([reading(first, one), reading(second, other)]).events) == 2


def test_two_meetings_on_one_day_in_two_countries_stay_two() -> None:
    page = article("page", date(2021, 3, 6))
    one = report(page, 0, ANNA, BORIS, when=date(2021, 3, 5), place=("Belgrade", "SRB"))
    other = report(page, 40, ANNA, BORIS, when=Moment(None, date(2021, 3, 6), "tense"), place=("Berlin", "DEU"))
    assert len(link([reading(page, one, other)]).events) == 2


def test_meetings_with_different_people_stay_apart() -> None:
    page = article("page", date(2021, 3, 6))
    one = report(page, 0, ANNA, BORIS, when=date(2021, 3, 5))
    other = report(page, 40, ANNA, CARLA, when=date(2021, 3, 5))
    assert len(link([reading(page, one, other)]).events) == 2


def test_a_journey_is_not_the_meeting_on_the_way() -> None:
    page = article("page", date(2021, 3, 6))
    trip = report(page, 0, ANNA, SERBIA, noun="trip", when=date(2021, 3, 5))
    meeting = report(page, 40, ANNA, BORIS, when=date(2021, 3, 5))
    assert len(link([reading(page, trip, meeting)]).events) == 2


def test_a_postponed_visit_made_later_is_one_event() -> None:
    pages = [article(n, date(2021, m, 1)) for n, m in (("plan", 3), ("off", 4), ("made", 7))]
    plan = report(pages[0], 0, ANNA, SERBIA, noun="visit", status="planned", when=date(2021, 4, 5), tense="future")
    off = report(pages[1], 0, ANNA, SERBIA, noun="visit", status="postponed", when=date(2021, 4, 5))
    made = report(pages[2], 0, ANNA, SERBIA, noun="visit", when=date(2021, 6, 30))
    linked = link([reading(pages[0], plan), reading(pages[1], off), reading(pages[2], made)])
    assert groups(linked) == [{"a-plan", "a-off", "a-made"}]


def test_what_was_held_does_not_take_in_a_later_plan() -> None:
    first, second = article("first", date(2021, 3, 6)), article("second", date(2021, 3, 20))
    held = report(first, 0, ANNA, BORIS, when=date(2021, 3, 5))
    plan = report(second, 0, ANNA, BORIS, status="planned", when=Moment(date(2021, 4, 1), date(2021, 4, 30), "stated"), tense="future")
    assert len(link([reading(first, held), reading(second, plan)]).events) == 2


def test_the_order_of_the_pages_changes_nothing() -> None:
    pages = [article(n, date(2021, 3, d)) for n, d in (("x", 1), ("y", 6), ("z", 9))]
    readings = [
        reading(pages[0], report(pages[0], 0, ANNA, BORIS, status="planned", when=date(2021, 3, 5), tense="future")),
        reading(pages[1], report(pages[1], 0, ANNA, BORIS, when=date(2021, 3, 5)), report(pages[1], 40, ANNA, definite=True)),
        reading(pages[2], report(pages[2], 0, ANNA, CARLA, when=date(2021, 3, 8))),
    ]
    answers = {repr(link(list(order))) for order in permutations(readings)}
    assert len(answers) == 1


def test_words_that_call_an_event_off_are_no_event() -> None:
    where = article("off", date(2021, 9, 5))
    off = replace(report(where, 1, ANNA, BORIS, noun="cancel", kind="REJECT", when=date(2021, 9, 4), confidence=1.0), of_status=True)
    linked = link([reading(where, off, report(where, 20, ANNA, BORIS, status="cancelled", when=date(2021, 9, 14)))])
    assert [e.reports for e in linked.events] == [(r.id,) for r in linked.reports if not r.of_status]
    assert [r.event for r in linked.reports if r.of_status] == [None]
