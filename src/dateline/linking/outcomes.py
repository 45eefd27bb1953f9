"""What was called off did not happen: reports of what happened go to the event whose day they fit.

"The ministers met for four hours", said without a day after a meeting of the same two was called off and another was held, is said of the
other.
"""

from collections.abc import Sequence
from datetime import timedelta

from dateline.model.moments import Moment
from dateline.model.reports import Report

_SURE = 0.8  # confidence in its status from which a report calls an event off
_NARROW = 7  # days: a date no wider names a day
_FRESH = timedelta(days=7)  # a page that gives no day tells what is new
_HAPPENED = ("held", "ongoing")


def part_outcomes(groups: Sequence[Sequence[Report]]) -> list[list[Report]]:
    """The groups with such reports moved, to an event of their own where no other fits; all else stays in its order."""
    found = [list(group) for group in groups]
    for number, group in enumerate(groups):
        own: list[Report] = []
        for report in _loose(group):
            target = _target(report, number, found)
            found[number].remove(report)
            (own if target is None else found[target]).append(report)
        found.append(own)
    return [group for group in found if group]


def _loose(group: Sequence[Report]) -> list[Report]:
    """Reports that it happened, without a day, on pages later than the one that called it off.

    None where a page names the day it happened.
    """
    off = [r.reported.latest for r in group if r.status == "cancelled" and r.status_confidence >= _SURE and r.reported.latest]
    happened = [r for r in group if r.status in _HAPPENED]
    if not off or any(_names_a_day(r.when) for r in happened):
        return []
    return [r for r in happened if r.reported.earliest and r.reported.earliest > min(off)]


def _target(report: Report, own: int, groups: Sequence[Sequence[Report]]) -> int | None:
    """The group of that type, with somebody in common, that happened in the week before the report; the one with most in common."""
    mine = {p.actor for p in report.participants}
    printed = report.reported.latest
    best: tuple[int, int] | None = None
    for number, group in enumerate(groups):
        if number == own or not group or group[0].type != report.type:
            continue
        happened = [r for r in group if r.status in _HAPPENED and _names_a_day(r.when) and r.when.overlaps(report.when)]
        dated = [r for r in happened if printed and r.when.latest and printed - r.when.latest <= _FRESH]
        shared = len(mine & {p.actor for r in dated for p in r.participants})
        if shared and not any(r.status == "cancelled" for r in group):
            best = max(best or (0, 0), (shared, -number))
    return -best[1] if best else None


def _names_a_day(when: Moment) -> bool:
    return when.known and (when.days or _NARROW + 1) <= _NARROW
