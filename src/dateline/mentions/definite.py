"""Words that take up an event told elsewhere ("the meeting", "his visit"): they take over who took part and when.

First from the nearest report before, then, for those that still name too few, from the nearest before or after that shares an actor.
"""

from dataclasses import replace

from dateline.mentions.lookup import Lookup
from dateline.mentions.triggers import Trigger
from dateline.model.reports import Participant, Report
from dateline.model.tree import Tree

_DETERMINERS = frozenset({"the", "this", "that", "these", "those", "such", "both"})
_POSSESSORS = frozenset({"his", "her", "their", "its", "our", "my", "your"})
_TAKEN = 0.8  # what is taken over is surer than a guess and less sure than what stands there
_LIMIT = 4
_DURING = ("during", "amid")
_NEAR = 600  # code points: a deed taken up further on may be another
_SURE = 0.5  # a report less sure than this is no model for another
_KIN = {"visiting": "trip", "travelling": "trip", "touching-down": "trip", "hosting": "trip", "letter-of-invitation": "trip"}


def is_definite(tree: Tree, trigger: Trigger) -> bool:
    """Does the noun speak of an event as known?"""
    if not trigger.nominal:
        return False
    determiners = [c.text.lower() for c in tree.children(trigger.token, "det")]
    if any(d in _DETERMINERS for d in determiners):
        return True
    owners = tree.children(trigger.token, "poss")
    return not determiners and any(o.text.lower() in _POSSESSORS or o.pos in ("PROPN", "PRON") for o in owners)


def take_over(report: Report, parties: int, family: str, earlier: list[tuple[Report, str]], lookup: Lookup) -> Report:
    """`report` with the participants and the time of the nearest earlier report that it can take up; itself if there is none."""
    own = {p.actor for p in report.participants}
    for other, other_family in reversed(earlier):
        if other.type != report.type or other_family != family or not other.participants:
            continue
        theirs = {p.actor for p in other.participants}
        if own and theirs <= own and other.time is None and lookup.sides(own) < parties:
            continue
        if own and not own & theirs:
            if _same_deed(report, other):
                return _other_side(report, other)
            continue
        return _joined(report, other, lacking=lookup.sides(own) < parties)
    return report


def _same_deed(report: Report, other: Report) -> bool:
    """Another side of a deed told shortly before: "also hurt in the raid", "the raid was claimed by the rebels"."""
    near = 0 < report.trigger.start - other.trigger.end <= _NEAR
    mine, theirs = {p.part for p in report.participants}, {p.part for p in other.participants}
    rest = {"recipient"} if mine == {"actor"} else {"actor"} if mine == {"recipient"} else set()
    return report.definite and report.type == "ASSAULT" and near and bool(rest & theirs)


def _other_side(report: Report, other: Report) -> Report:
    """With those of the other report who stand on the other side."""
    mine = {p.part for p in report.participants}
    added = [p for p in other.participants if p.part not in mine and p.part != "participant"]
    participants = (*report.participants, *added)[:_LIMIT]
    return replace(report, participants=participants, time=report.time or other.time, when=report.when if report.time else other.when)


def complete(reports: list[Report], needs: list[tuple[int, str]], lookup: Lookup) -> list[Report]:
    """Reports with too few participants take the rest from the nearest full one of their family that shares an actor.

    `needs` holds for each report how many its type asks for, and its family.
    """
    sides = [lookup.sides(p.actor for p in r.participants) for r in reports]
    full = [n for n, r in enumerate(reports) if sides[n] >= needs[n][0] > 1 and r.confidence >= _SURE]
    found = list(reports)
    for n, report in enumerate(reports):
        if sides[n] >= needs[n][0] or not (report.participants or report.definite):
            continue
        own = {p.actor for p in report.participants}
        fitting = [
            m
            for m in full
            if (reports[m].type, needs[m][1]) == (report.type, needs[n][1])
            and (not own or own & {p.actor for p in reports[m].participants})
        ]
        if fitting:
            nearest = min(fitting, key=lambda m: (abs(reports[m].trigger.start - report.trigger.start), m))
            found[n] = _joined(report, reports[nearest], lacking=True)
    return found


def within(reports: list[Report], triggers: list[Trigger]) -> list[Report]:
    """What happens during another event happens on its days, where nothing else says when ("protests during the visit")."""
    by_token = {trigger.token.index: report for trigger, report in zip(triggers, reports, strict=True)}
    found = []
    for trigger, report in zip(triggers, reports, strict=True):
        round_it = [by_token[t.index] for name in _DURING for t in trigger.slots.get(name, []) if t.index in by_token]
        dated = next((r for r in round_it if r.time is not None and r.id != report.id), None)
        found.append(replace(report, time=dated.time, when=dated.when) if dated is not None and report.time is None else report)
    return found


def family_of(trigger: Trigger) -> str:
    """Trips and meetings are different events even of one type; so are attacks and killings."""
    return _KIN.get(trigger.group.id, trigger.group.type or trigger.group.id)


def _joined(report: Report, other: Report, *, lacking: bool) -> Report:
    participants = list(report.participants)
    if lacking:
        known = {p.actor for p in participants}
        participants += [Participant(p.actor, p.part) for p in other.participants if p.actor not in known]
    same_people = {p.actor for p in participants} <= {p.actor for p in other.participants}
    timeless = report.time is None and report.when.method in ("tense", "open") and same_people
    return replace(
        report,
        participants=tuple(participants[:_LIMIT] if len(report.participants) < _LIMIT else participants),
        time=other.time if timeless and other.time else report.time,
        when=other.when if timeless and other.time else report.when,
        place=report.place or (other.place if same_people else None),
        place_country=report.place_country or (other.place_country if same_people and not report.place else None),
        confidence=round(report.confidence * _TAKEN, 3),
    )
