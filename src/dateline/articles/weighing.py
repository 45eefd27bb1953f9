"""Traces -> how likely each day is the one of publication: a softmax over traces, with fitted weights for their form and place."""

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dateline.articles.traces import Trace
from dateline.ontology.dating import trace_weights

NOWHERE = "nowhere"  # the weight of "the page does not say it"
_FAMILIES = {
    "meta published": "meta",
    "meta date": "meta",
    "schema": "schema",
    "schema created": "schema",
    "schema upload": "video",
    "script": "script",
    "hidden field": "script",
    "address": "address",
    "time": "shown",
    "shown": "shown",
    "abbr": "shown",
    "data": "shown",
    "edited": "edited",
    "voice": "voice",
}
_SHOWN = frozenset({"time", "shown", "abbr", "data"})
_CLOCKS = frozenset({"elsewhere"})
_STATED = frozenset({"meta", "schema", "script"})
_EVEN = 1e-9  # a difference of chances that is none
_ASIDE = frozenset({"listed", "beside", "far", "sentence"})


@dataclass(frozen=True, slots=True)
class Weighed:
    """What the traces say together: the day or days that it can be, and how likely it is that these hold it."""

    earliest: date
    latest: date
    likely: float

    def holds(self, day: date) -> bool:
        return self.earliest <= day <= self.latest


def weigh(traces: Sequence[Trace]) -> Weighed | None:
    """One day where the traces make it sure enough, else the interval of the likely days; None where no trace is likely to be it."""
    known = trace_weights()
    ranked, nowhere = days(traces, known.weights)
    likely = dict(ranked)
    if not ranked or max(sum(likely.get(day, 0.0) for day in _span(trace)) for trace in traces if not _is_no_day(trace)) <= nowhere:
        return None
    alone = len(ranked) == 1 or ranked[0][1] - ranked[1][1] > _EVEN
    if alone and ranked[0][1] >= known.single:
        return Weighed(ranked[0][0], ranked[0][0], ranked[0][1])
    held, taken, least = 0.0, [], 1.0
    for day, chance in ranked:
        if held < known.interval * (1 - nowhere) or least - chance < _EVEN:
            held, least = held + chance, chance
            taken.append(day)
    return Weighed(min(taken), max(taken), held)


def days(traces: Sequence[Trace], weights: Mapping[str, float]) -> tuple[list[tuple[date, float]], float]:
    """(day, probability) with the likeliest first, and the probability that it is none of them.

    What a stretch of days has falls to those of its days that are named, else to all alike.
    """
    scores = [(trace, math.exp(sum(weights.get(one, 0.0) for one in sorted(names)))) for trace, names in features(traces)]
    nowhere = math.exp(weights.get(NOWHERE, 0.0))
    whole = nowhere + sum(score for _, score in scores)
    found: dict[date, float] = defaultdict(float)
    for trace, score in scores:
        if trace.last is None:
            found[trace.day] += score / whole
    spread: dict[date, float] = defaultdict(float)
    for trace, score in scores:
        if trace.last is not None:
            span = _span(trace)
            named = {day: found[day] for day in span if day in found} or dict.fromkeys(span, 1.0)
            for day, share in named.items():
                spread[day] += share / sum(named.values()) * score / whole
    for day, chance in spread.items():
        found[day] += chance
    return sorted(found.items(), key=lambda pair: (-pair[1], pair[0])), nowhere / whole


def features(traces: Sequence[Trace]) -> list[tuple[Trace, frozenset[str]]]:
    """The traces that name a day, those of the same day and form once, with the names of their features."""
    single = [trace for trace in dict.fromkeys(traces) if not _is_no_day(trace)]
    page = _Page(single, {(one.day.year, one.day.month) for one in traces if one.kind == "address" and "month" in one.traits})
    found = []
    seen: set[tuple[date, date | None, frozenset[str]]] = set()
    for trace in single:
        names = frozenset(_own(trace) | page.features(trace))
        if (trace.day, trace.last, names) not in seen:
            seen.add((trace.day, trace.last, names))
            found.append((trace, names))
    return found


def _is_no_day(trace: Trace) -> bool:
    """A month alone, or the day of rendering?"""
    return trace.kind == "month" or bool(trace.traits & {"month", "rendered"})


def _span(trace: Trace) -> list[date]:
    return [trace.day + timedelta(days=n) for n in range(((trace.last or trace.day) - trace.day).days + 1)]


def _own(trace: Trace) -> set[str]:
    if trace.kind in ("edited", "voice"):
        return {trace.kind}
    group = "page" if trace.kind in _SHOWN else trace.kind.split()[0]
    return {trace.kind, *(trait if trait in _CLOCKS or trait.startswith("local") else f"{group}: {trait}" for trait in trace.traits)}


class _Page:
    """What the other traces of a page say of a day."""

    def __init__(self, traces: Sequence[Trace], months: set[tuple[int, int]]) -> None:
        self.months = months
        traces = [trace for trace in traces if trace.last is None]
        self.families: dict[date, set[str]] = defaultdict(set)
        for trace in traces:
            self.families[trace.day].add(_FAMILIES[trace.kind])
        self.edited = max((trace.day for trace in traces if trace.kind == "edited"), default=None)
        self.near = sorted({trace.day for trace in traces if _is_near(trace)})

    def features(self, trace: Trace) -> set[str]:
        if trace.kind in ("edited", "voice") or trace.last is not None:
            return set()
        names = set()
        others = self.families[trace.day] - {_FAMILIES[trace.kind], "edited", "voice"}
        if others:
            names.add("agrees" if len(others) == 1 else "agrees more")
        if "voice" in self.families[trace.day]:
            names.add("voice agrees")
        for shift, word in ((-1, "the day before too"), (1, "the day after too")):
            if self.families.get(trace.day + timedelta(days=shift), set()) & (_STATED | {"shown", "address"}):
                names.add(word)
        if self.edited is not None:
            names.add("after the edit" if trace.day > self.edited else "day of the edit" if trace.day == self.edited else "before the edit")
        if len(self.near) > 1 and _is_near(trace):
            names.add("first of those near" if trace.day == self.near[0] else "later than one near")
        if self.months:
            names.add("month of the address" if (trace.day.year, trace.day.month) in self.months else "not the month of the address")
        return names


def _is_near(trace: Trace) -> bool:
    return trace.kind in _SHOWN and bool(trace.traits & {"near", "just above"}) and not trace.traits & _ASIDE
