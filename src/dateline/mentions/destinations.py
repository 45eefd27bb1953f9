"""A journey to several countries is several visits: one leg can be put off while the other is made."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from dateline.model.actors import LocalActor
from dateline.model.ids import content_id
from dateline.model.reports import Report


def by_destination(reports: Iterable[Report], actors: Mapping[str, LocalActor]) -> list[Report]:
    """The reports, every journey to more than one country replaced by one report for each of them."""
    split: list[Report] = []
    for report in reports:
        goals = _goals(report, actors) if report.mode == "visit" else []
        split.extend([_leg(report, goal, goals, actors) for goal in goals] if len(goals) > 1 else [report])
    return split


def _goals(report: Report, actors: Mapping[str, LocalActor]) -> list[str]:
    """The countries travelled to: those that are not a traveller's own; none where nobody is said to travel."""
    known = [actors[p.actor] for p in report.participants if p.actor in actors]
    homes = {a.country for a in known if a.kind == "person"}
    return [a.id for a in known if a.kind == "country" and a.country not in homes] if homes else []


def _leg(report: Report, goal: str, goals: list[str], actors: Mapping[str, LocalActor]) -> Report:
    there = report.place_country == actors[goal].country
    return replace(
        report,
        id=content_id("r", report.id, goal),
        participants=tuple(p for p in report.participants if p.actor == goal or p.actor not in goals),
        place=report.place if there else None,
        place_country=report.place_country if there else actors[goal].country,
    )
