"""The small drawing of an event's status over time: where each piece of it stands, in SVG units."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dateline.model.record import HistoryStep
from dateline.model.reports import Status
from dateline.web.dates import in_words, sort_day

WIDTH, EDGE, GAP = 320, 12, 26
"""Width of the drawing, the margin at its sides, and the least distance between two signs."""


@dataclass(frozen=True, slots=True)
class Stop:
    """A change of status: its sign stands at `x`, the band of this status ends at `until`."""

    status: Status
    label: str
    x: int
    until: int


def changes(history: Sequence[HistoryStep]) -> tuple[HistoryStep, ...]:
    """The steps at which the status is another than before."""
    kept: list[HistoryStep] = []
    for step in history:
        if not kept or kept[-1].status != step.status:
            kept.append(step)
    return tuple(kept)


def ribbon(history: Sequence[HistoryStep]) -> tuple[Stop, ...]:
    """The changes on a scale of days between the first and the last report, moved apart where two would touch."""
    steps = changes(history)
    if not steps:
        return ()
    days = _filled([sort_day(step.reported) for step in steps])
    last_report = max([d for step in history if (d := sort_day(step.reported))], default=days[-1])
    places = _spread(_scaled(days, last_report))
    ends = [*places[1:], WIDTH - EDGE]
    return tuple(Stop(s.status, in_words(s.reported), x, until) for s, x, until in zip(steps, places, ends, strict=True))


def _filled(days: list[date | None]) -> list[date]:
    """Reports without a date stand where the one before them does; days never run backwards."""
    known = [d for d in days if d]
    at = min(known, default=date.min)
    filled = []
    for day in days:
        at = max(at, day or at)
        filled.append(at)
    return filled


def _scaled(days: list[date], last: date) -> list[int]:
    length = max((max(last, days[-1]) - days[0]).days, 1)
    room = WIDTH - 2 * EDGE
    return [EDGE + round((day - days[0]).days * room / length) for day in days]


def _spread(places: list[int]) -> list[int]:
    """Each place at least `GAP` after the one before, pushed back from the right edge; evenly where there is no room."""
    room = WIDTH - 2 * EDGE
    if (len(places) - 1) * GAP > room:
        return [EDGE + round(i * room / (len(places) - 1)) for i in range(len(places))]
    moved = list(places)
    for i in range(1, len(moved)):
        moved[i] = max(moved[i], moved[i - 1] + GAP)
    limit = WIDTH - EDGE
    for i in range(len(moved) - 1, -1, -1):
        moved[i] = min(moved[i], limit)
        limit = moved[i] - GAP
    return moved
