"""Words of time of a language: loads `data/times/LANGUAGE.yml` and refuses what it does not know."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from functools import cache
from importlib import resources
from itertools import pairwise
from typing import Any

import yaml

from dateline.errors import OntologyError

# The C loader reads the same YAML about ten times as fast; it is missing only where PyYAML was built without libyaml.
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_HOLIDAY_KEYS = {"names", "month", "day", "weekday", "nth", "easter"}


@dataclass(frozen=True, slots=True)
class Holiday:
    """A day of the year: fixed (`month`, `day`), the `nth` `weekday` of a month (-1: the last), `easter` days after Easter Sunday, or
    one of `days` (first and last), which a table gives because they follow the moon.
    """

    names: tuple[str, ...]
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    nth: int | None = None
    easter: int | None = None
    days: tuple[tuple[date, date], ...] = ()


@dataclass(frozen=True, slots=True)
class TimeWords:
    """The lists of the file, by the same names; all words in lower case."""

    months: Mapping[str, int]
    month_abbreviations: Mapping[str, int]
    ambiguous_months: frozenset[str]
    weekdays: Mapping[str, int]
    weekday_abbreviations: Mapping[str, int]
    weekday_plurals: Mapping[str, int]
    units: Mapping[str, str]
    units_plural: Mapping[str, str]
    seasons: Mapping[str, str]
    ambiguous_seasons: frozenset[str]
    day_parts: Mapping[str, str]
    day_parts_plural: frozenset[str]
    clock_words: frozenset[str]
    clock_signs: frozenset[str]
    past_hour: frozenset[str]
    deictic_days: Mapping[str, int]
    deictic_parts: Mapping[str, str]
    references: Mapping[str, tuple[str, ...]]
    last: frozenset[str]
    next: frozenset[str]
    told: frozenset[str]
    this: frozenset[str]
    that: frozenset[str]
    same: frozenset[str]
    early: frozenset[str]
    mid: frozenset[str]
    late: frozenset[str]
    start: frozenset[str]
    end: frozenset[str]
    ago: frozenset[str]
    earlier: frozenset[str]
    later: frozenset[str]
    after: frozenset[str]
    each: frozenset[str]
    since: frozenset[str]
    until: frozenset[str]
    starting: frozenset[str]
    within: frozenset[str]
    on: frozenset[str]
    at: frozenset[str]
    inside: frozenset[str]
    before: frozenset[str]
    range_from: frozenset[str]
    range_to: frozenset[str]
    prepositions: frozenset[str]
    articles: frozenset[str]
    the: frozenset[str]
    joining: frozenset[str]
    of: frozenset[str]
    fiscal: frozenset[str]
    periods: frozenset[str]
    time: frozenset[str]
    whole: frozenset[str]
    rest: frozenset[str]
    or_so: frozenset[str]
    ended: frozenset[str]
    final: frozenset[str]
    closing: frozenset[str]
    named_days: frozenset[str]
    effective: frozenset[str]
    as_of: frozenset[str]
    more: frozenset[str]
    old: frozenset[str]
    about: frozenset[str]
    numbers: Mapping[str, int]
    scales: Mapping[str, int]
    vague_numbers: frozenset[str]
    ordinals: Mapping[str, int]
    decades: Mapping[str, int]
    meridians: Mapping[str, int]
    zones: frozenset[str]
    universal: frozenset[str]
    sets: Mapping[str, str]
    times_a: Mapping[str, int]
    holidays: tuple[Holiday, ...]
    feasts: Mapping[str, str]
    confidence: Mapping[str, float]
    future_auxiliaries: frozenset[str]
    planning: frozenset[str]
    planning_prepositions: frozenset[str]
    ending_prepositions: frozenset[str]
    calendar_verbs: frozenset[str]
    strong_auxiliaries: frozenset[str]
    ahead_prepositions: frozenset[str]
    ahead: frozenset[str]
    telling: frozenset[str]
    past_adverbs: frozenset[str]
    future_prepositions: frozenset[str]
    past_prepositions: frozenset[str]
    upcoming: frozenset[str]


@cache
def time_words(language: str) -> TimeWords:
    """The words of `language` ("en"). Raises `OntologyError` where there is no such file or the file is not as expected."""
    name = f"times/{language}.yml"
    source = resources.files("dateline").joinpath("data", "times", f"{language}.yml")
    if not source.is_file():
        raise OntologyError(f"data/{name}: there is no such file; a language needs its words of time there")
    # The file is a package resource, so its bytes are the same on every machine.
    return read_time_words(name, yaml.load(source.read_text(encoding="utf-8"), Loader=_LOADER))  # noqa: S506 - the safe loader, in C


@cache
def feasts() -> Mapping[str, tuple[tuple[date, date], ...]]:
    """By name the first and last day of the feasts that follow the moon, 1990 to 2040. Raises `OntologyError` for what is no date."""
    text = resources.files("dateline").joinpath("data", "times", "feasts.yml").read_text(encoding="utf-8")
    return read_feasts("times/feasts.yml", yaml.load(text, Loader=_LOADER))  # noqa: S506 - the safe loader, in C


def read_feasts(name: str, data: object) -> Mapping[str, tuple[tuple[date, date], ...]]:
    """`data` as read from YAML: lists of "2024-04-10" or "2024-03-11/2024-04-09" in order."""
    if not isinstance(data, dict):
        raise OntologyError(f"data/{name}: expected a mapping of lists, found {type(data).__name__}")
    try:
        found = {feast: tuple(_days(one) for one in days) for feast, days in data.items()}
    except (TypeError, ValueError, AttributeError) as error:
        raise OntologyError(f"data/{name}: expected lists of days or of first/last days: {error}") from error
    for feast, days in found.items():
        if any(a[1] >= b[0] for a, b in pairwise(days)) or any(first > last for first, last in days):
            raise OntologyError(f"data/{name}: {feast}: the days are not in order")
    return found


def _days(text: str) -> tuple[date, date]:
    first, _, last = text.partition("/")
    return date.fromisoformat(first), date.fromisoformat(last or first)


def read_time_words(name: str, data: object) -> TimeWords:
    """`data` as read from YAML, checked key by key."""
    if not isinstance(data, dict):
        raise OntologyError(f"data/{name}: expected a mapping of lists, found {type(data).__name__}")
    expected = {f.name for f in fields(TimeWords)}
    wrong = sorted(expected.symmetric_difference(data))
    if wrong:
        raise OntologyError(f"data/{name}: unknown or missing keys: {', '.join(map(str, wrong))}")
    read: dict[str, Any] = {key: _holidays(name, value) if key == "holidays" else _words(name, key, value) for key, value in data.items()}
    return TimeWords(**read)


def _words(name: str, key: str, value: object) -> object:
    if isinstance(value, list) and all(isinstance(word, str) for word in value):
        return frozenset(value)
    if isinstance(value, dict) and all(isinstance(word, str) for word in value):
        return {word: tuple(v) if isinstance(v, list) else v for word, v in value.items()}
    raise OntologyError(
        f"data/{name}: {key}: expected a list of words or a mapping from words (quote what YAML reads as a number or a truth value)"
    )


def _holidays(name: str, value: object) -> tuple[Holiday, ...]:
    found = []
    for entry in value if isinstance(value, list) else [value]:
        if not isinstance(entry, dict) or not entry.get("names") or set(entry) - _HOLIDAY_KEYS:
            raise OntologyError(f"data/{name}: holidays: {entry!r} needs `names` and nothing but {', '.join(sorted(_HOLIDAY_KEYS))}")
        if "easter" not in entry and "month" not in entry:
            raise OntologyError(f"data/{name}: holidays: {entry!r} needs `easter` or `month`")
        found.append(Holiday(names=tuple(entry["names"]), **{k: v for k, v in entry.items() if k != "names"}))
    return tuple(found)
