"""How reports are joined and which groups are events: type families, words of journeys, weights. From `data/linking/`."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from importlib import resources
from typing import Any, TypeVar

import yaml

from dateline.errors import OntologyError

_FILE = "linking/events.yml"
_NUMBERS = "linking/numbers.yml"
_KEYS = ("families", "journeys", "kin", "salience", "same_things", "talk", "threshold", "vague", "visit_kinds", "weights")


@dataclass(frozen=True, slots=True)
class Weights:
    """What each sign that two reports tell of one event counts for."""

    person: float
    country: float
    body: float
    noun: float
    other_group: float
    theme: float
    other_theme: float
    other_doer: float
    same_day: float
    near: float
    overlap: float
    place: float
    told_last: float
    told_first: float
    other_mode: float
    other_visit: float
    other_place: float
    context: float
    story: float
    other_news: float
    one_sentence: float


@dataclass(frozen=True, slots=True)
class Salience:
    """What each sign that a group of reports is an event, and no word in passing, counts for."""

    confidence: float
    two_parties: float
    three_parties: float
    no_party: float
    dated: float
    single_day: float
    two_reports: float
    four_reports: float
    two_articles: float
    title: float
    talk: float
    untyped: float
    meeting: float
    threshold: float


@dataclass(frozen=True, slots=True)
class NumberRules:
    """When two numbers of one event contradict each other: how far off they may be, and words that tell a part of a whole."""

    rounded: float
    close: float
    beside: int
    partly: frozenset[str]
    between: frozenset[str]


@dataclass(frozen=True, slots=True)
class JoiningRules:
    """`family` maps a PLOVER type to the number of its family; types of one family may be one event.

    `same_thing` maps a word to the word that stands for it and its like, `kin` a group of the event types to the one that stands for its
    kin.
    """

    family: Mapping[str, int]
    kin: Mapping[str, str]
    journeys: frozenset[str]
    vague: frozenset[str]
    visit_kinds: frozenset[str]
    same_thing: Mapping[str, str]
    talk: frozenset[str]
    weights: Weights
    salience: Salience
    threshold: float


_Numbers = TypeVar("_Numbers", Weights, Salience)


@cache
def joining_rules() -> JoiningRules:
    """The shipped rules. Raises `OntologyError` on an unknown or missing key."""
    data = _load(_FILE)
    _check(_FILE, "", set(data), set(_KEYS))
    family = {name: number for number, names in enumerate(data["families"]) for name in names}
    return JoiningRules(
        family=family,
        kin={group: groups[0] for groups in data["kin"] for group in groups},
        journeys=frozenset(data["journeys"]),
        vague=frozenset(data["vague"]),
        visit_kinds=frozenset(data["visit_kinds"]),
        same_thing={word: words[0] for words in data["same_things"] for word in words},
        talk=frozenset(data["talk"]),
        weights=_numbers(Weights, "weights", data),
        salience=_numbers(Salience, "salience", data),
        threshold=float(data["threshold"]),
    )


@cache
def number_rules() -> NumberRules:
    """The shipped rules. Raises `OntologyError` on an unknown or missing key."""
    data = _load(_NUMBERS)
    _check(_NUMBERS, "", set(data), {f.name for f in fields(NumberRules)})
    return NumberRules(
        float(data["rounded"]), float(data["close"]), int(data["beside"]), frozenset(data["partly"]), frozenset(data["between"])
    )


def _load(file: str) -> dict[str, Any]:
    data: dict[str, Any] = yaml.safe_load(resources.files("dateline").joinpath("data", *file.split("/")).read_text(encoding="utf-8"))
    return data


def _numbers(kind: type[_Numbers], key: str, data: Mapping[str, Any]) -> _Numbers:
    _check(_FILE, f"{key}: ", set(data[key]), {f.name for f in fields(kind)})
    return kind(**{name: float(value) for name, value in data[key].items()})


def _check(file: str, where: str, found: set[str], expected: set[str]) -> None:
    if found != expected:
        message = f"data/{file}: {where}keys {sorted(found ^ expected)} are unknown or missing; expected {sorted(expected)}"
        raise OntologyError(message)
