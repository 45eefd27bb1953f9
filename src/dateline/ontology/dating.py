"""Names of months in many languages, and how much each sign of the day of publication weighs."""

import re
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import yaml

from dateline.errors import OntologyError

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class MonthNames:
    """Names in lower case, without final dots, to their numbers; `elsewhere` has those of one language that mean another month there."""

    months: dict[str, int]
    elsewhere: dict[tuple[str, str], int]
    hijri: dict[str, int]
    english: dict[str, int]
    weekdays: frozenset[str]


@dataclass(frozen=True, slots=True)
class Signs:
    """Patterns for names, keys, classes and words by which pages mark dates; see `dating.yaml`."""

    meta: tuple[tuple[str, re.Pattern[str]], ...]
    published_key: re.Pattern[str]
    edited_key: re.Pattern[str]
    broken_schema: re.Pattern[str]
    published_mark: re.Pattern[str]
    edited_mark: re.Pattern[str]
    date_mark: re.Pattern[str]
    beside_mark: re.Pattern[str]
    says_published: re.Pattern[str]
    says_edited: re.Pattern[str]
    says_rendered: re.Pattern[str]
    rendered_mark: re.Pattern[str]

    def meta_kind(self, name: str) -> str | None:
        """What a meta tag of this name says: "meta published", "meta date" or "edited"; None for one that says no date."""
        kind = next((kind for kind, pattern in self.meta if pattern.search(name)), "none")
        return {"published": "meta published", "date": "meta date", "edited": "edited"}.get(kind)

    def key_kind(self, name: str) -> str | None:
        """What a variable or key of this name says: "script" (the day of publication), "edited", or None."""
        return "edited" if self.edited_key.search(name) else "script" if self.published_key.search(name) else None


@dataclass(frozen=True, slots=True)
class Zones:
    """Minutes that the clock of a country, or of the country of a language, is ahead of Greenwich."""

    countries: dict[str, int]
    languages: dict[str, int]


@dataclass(frozen=True, slots=True)
class TraceWeights:
    """Fitted numbers, see `date_weights.yaml`: of each feature, and the probabilities for a single day and of an interval."""

    weights: dict[str, float]
    single: float
    interval: float


@cache
def trace_weights() -> TraceWeights:
    """Raises `OntologyError` for unknown or missing keys."""
    raw = _read("date_weights.yaml", {"weights", "single", "interval"})
    return TraceWeights({str(name): float(weight) for name, weight in raw["weights"].items()}, float(raw["single"]), float(raw["interval"]))


@cache
def zones() -> Zones:
    """Raises `OntologyError` for unknown or missing keys."""
    raw = _read("zones.yaml", {"hours", "languages"})
    countries = {str(country): round(60 * float(hours)) for hours, group in raw["hours"].items() for country in group}
    return Zones(countries, {str(language): round(60 * float(hours)) for language, hours in raw["languages"].items()})


@cache
def signs() -> Signs:
    """Raises `OntologyError` for unknown or missing keys and broken patterns."""
    name = "dating.yaml"
    patterns = [key for key in Signs.__dataclass_fields__ if key != "meta"]
    raw = _read(name, {"meta", *patterns})
    if set(raw["meta"]) != {"none", "edited", "published", "date"}:
        raise OntologyError(f"data/articles/{name}: meta must have none, edited, published and date")
    return Signs(
        meta=tuple((str(kind), _pattern(name, pattern)) for kind, pattern in raw["meta"].items()),
        **{key: _pattern(name, raw[key]) for key in patterns},
    )


@cache
def month_names() -> MonthNames:
    """Raises `OntologyError` for unknown or missing keys and for a name with two numbers."""
    raw = _read("months.yaml", {"months", "elsewhere", "hijri", "english", "weekdays"})
    elsewhere = {(str(language), str(word)): int(number) for language, words in raw["elsewhere"].items() for word, number in words.items()}
    weekdays = frozenset(str(word) for word in raw["weekdays"])
    months = _numbers("months.yaml", raw["months"])
    try:
        english = {str(word): months[str(word)] for word in raw["english"]}
    except KeyError as error:
        raise OntologyError(f"data/articles/months.yaml: english: {error} is no month") from error
    return MonthNames(months, elsewhere, _numbers("months.yaml", raw["hijri"]), english, weekdays)


def english_months() -> dict[str, int]:
    """The English names, full and short, to their numbers."""
    return month_names().english


def _numbers(name: str, raw: object) -> dict[str, int]:
    if not isinstance(raw, dict):
        raise OntologyError(f"data/articles/{name}: expected a mapping of numbers to names")
    found: dict[str, int] = {}
    for number, words in raw.items():
        for word in words:
            if found.setdefault(str(word), int(number)) != int(number):
                raise OntologyError(f"data/articles/{name}: {word!r} is month {found[str(word)]} and month {number}")
    return found


def _pattern(name: str, text: object) -> re.Pattern[str]:
    try:
        return re.compile(str(text), re.IGNORECASE)
    except re.error as error:
        raise OntologyError(f"data/articles/{name}: broken pattern {str(text)[:60]!r}: {error}") from error


def _read(name: str, known: set[str]) -> dict[str, Any]:
    text = (resources.files("dateline") / "data" / "articles" / name).read_text(encoding="utf-8")
    raw = yaml.load(text, Loader=_LOADER)  # noqa: S506 (both are safe loaders)
    if not isinstance(raw, dict) or set(raw) != known:
        wrong = ", ".join(sorted(set(raw if isinstance(raw, dict) else ()) ^ known))
        raise OntologyError(f"data/articles/{name}: unknown or missing keys: {wrong}; known are {', '.join(sorted(known))}")
    return raw
