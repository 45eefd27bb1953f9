"""Histories, forecasts, disputes and what was known when."""

from datetime import date

from dateline.linking import known_by, link
from dateline.model.actors import LocalActor
from dateline.model.record import Record
from dateline.model.reports import By
from dateline.record import build_record
from tests.linking.builders import ANNA, BORIS, article, reading, report

MAY = article("may", date(2021, 5, 1), source="The Herald")
JUNE = article("june", date(2021, 6, 1), source="The Courier")
PLAN = report(MAY, 0, ANNA, BORIS, status="planned", when=date(2021, 5, 20), tense="future")
HELD = report(JUNE, 0, ANNA, BORIS, when=date(2021, 5, 20))
READINGS = [reading(MAY, PLAN), reading(JUNE, HELD)]


def record(as_of: date | None = None) -> Record:
    linked = link(READINGS)
    if as_of:
        linked = link(known_by(linked, READINGS, as_of))
    return build_record(linked, as_of)


def test_history_runs_by_publication() -> None:
    (event,) = record().events
    assert [(s.status, s.reported.latest) for s in event.history] == [("planned", date(2021, 5, 1)), ("held", date(2021, 6, 1))]
    assert (event.status, event.overdue, event.independent_sources) == ("held", False, 2)
    assert event.when.earliest == event.when.latest == date(2021, 5, 20)


def test_as_of_a_day_knows_only_what_was_out() -> None:
    (event,) = record(date(2021, 5, 10)).events
    assert (event.status, event.overdue) == ("planned", False)
    (event,) = record(date(2021, 5, 25)).events
    assert (event.status, event.overdue) == ("planned", True)
    assert record(date(2021, 4, 1)).events == ()


def test_a_forecast_is_judged_by_the_outcome() -> None:
    (forecast,) = record().forecasts
    assert (forecast.says, forecast.outcome, forecast.report) == ("will", "came true", PLAN.id)
    (forecast,) = record(date(2021, 5, 10)).forecasts
    assert forecast.outcome == "open"


def test_asserted_and_denied_is_a_dispute_with_both_sides() -> None:
    denied = report(JUNE, 50, ANNA, BORIS, status="denied", when=date(2021, 5, 20), by=By("named", BORIS.id))
    linked = link([reading(JUNE, HELD, denied)])
    built = build_record(linked)
    (dispute,) = built.disputes
    boris = next(a.id for a in built.actors if a.name == "Boris Tadin")
    assert {(p.stance, p.by.kind, p.by.actor) for p in dispute.positions} == {("asserts", "article", None), ("denies", "named", boris)}


def outcome(*reports: tuple[str, date, date | None]) -> set[tuple[str, str]]:
    """Of reports of one meeting, each (status, page's day, day given)."""
    pages = [article(f"p{n}", day) for n, (_, day, _) in enumerate(reports)]
    told = [
        reading(page, report(page, 0, ANNA, BORIS, status=status, when=when))  # type: ignore[arg-type]
        for page, (status, _, when) in zip(pages, reports, strict=True)
    ]
    return {(f.says, f.outcome) for f in build_record(link(told)).forecasts}


def test_a_postponed_meeting_was_forecast_to_come_and_its_first_day_was_not_kept() -> None:
    plan = ("planned", date(2021, 5, 1), date(2021, 5, 20))
    off = ("postponed", date(2021, 5, 10), date(2021, 5, 20))
    held = ("held", date(2021, 6, 12), date(2021, 6, 11))
    assert outcome(plan, off) == {("will", "failed"), ("will", "open")}
    assert outcome(plan, off, held) == {("will", "failed"), ("will", "came true")}


def test_what_happened_on_another_day_than_foretold_did_not_come_true() -> None:
    plan, held = ("planned", date(2021, 5, 1), date(2021, 5, 7)), ("held", date(2021, 5, 11), date(2021, 5, 9))
    assert outcome(plan, held) == {("will", "failed")}
    assert outcome(("planned", date(2021, 5, 1), date(2021, 5, 9)), held) == {("will", "came true")}


def test_who_takes_part_is_named_once_whatever_page_counts_them() -> None:
    first, second = LocalActor("g1", "officials", "unnamed"), LocalActor("g2", "the 12 officials", "group")
    one = reading(MAY, report(MAY, 0, ANNA, BORIS, first, when=date(2021, 4, 30)), actors=(ANNA, BORIS, first))
    other = reading(JUNE, report(JUNE, 0, ANNA, BORIS, second, when=date(2021, 4, 30)), actors=(ANNA, BORIS, second))
    (event,) = build_record(link([one, other])).events
    assert len(event.participants) == 3
