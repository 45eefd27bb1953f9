"""Meetings on a journey: "will travel to Vienna on May 3 for talks with the chancellor" dates the talks by the journey."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dateline.model.actors import Actor
from dateline.model.moments import Moment
from dateline.model.reports import Report
from dateline.ontology.linking import JoiningRules

_LONGEST = 14  # days of a journey that still date a meeting on it
_AHEAD = ("planned", "possible", "proposed", "doubtful", "postponed", "cancelled")


def date_by_journeys(
    groups: Sequence[Sequence[Report]], actors: Mapping[str, Actor], rules: JoiningRules
) -> tuple[list[list[Report]], dict[str, str]]:
    """The groups with undated meetings dated by the journey they were made on, and {report of the meeting: report of the journey}.

    A meeting belongs to a journey where one article tells both, the traveller meets somebody of the country travelled to, and only one
    such journey with a date is told.
    """
    journeys = [g for g in groups if g[0].type == "CONSULT" and any(r.noun in rules.journeys for r in g) and _dated(g)]
    dated: list[list[Report]] = []
    part_of: dict[str, str] = {}
    for group in groups:
        fitting = [j for j in journeys if j is not group and _on(group, j, actors)]
        if group[0].type == "CONSULT" and not any(r.when.known for r in group) and len(fitting) == 1:
            when = _dated(fitting[0])
            part_of.update({r.id: fitting[0][0].id for r in group})
            dated.append([replace(r, when=when) if when and when.overlaps(r.when, 1) else r for r in group])
        else:
            dated.append(list(group))
    return dated, part_of


def _dated(journey: Sequence[Report]) -> Moment | None:
    """The narrowest date its reports give; None where it is wide or unknown."""
    known = [r.when for r in journey if r.when.known and (r.when.days or 0) <= _LONGEST]
    return min(known, key=lambda m: (m.days or 0, str(m.latest))) if known else None


def _on(meeting: Sequence[Report], journey: Sequence[Report], actors: Mapping[str, Actor]) -> bool:
    if not {r.article for r in meeting} & {r.article for r in journey}:
        return False
    if any(r.status in _AHEAD for r in meeting) != any(r.status in _AHEAD for r in journey):
        return False
    travellers = {p.actor for r in journey for p in r.participants if p.actor in actors and actors[p.actor].kind == "person"}
    hosts = {r.place_country for r in journey if r.place_country}
    hosts |= {
        actors[p.actor].country or "" for r in journey for p in r.participants if p.actor in actors and actors[p.actor].kind == "country"
    }
    met = {p.actor for r in meeting for p in r.participants if p.actor in actors}
    if len(travellers) != 1 or not travellers <= met:
        return False
    return any(actors[m].country in hosts for m in met - travellers)
