"""How reports are joined: type families, words of journeys, weights. Read from `data/linking/events.yml`."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import yaml

from dateline.errors import OntologyError

_FILE = "linking/events.yml"
_WEIGHTS = ("person", "country", "body", "noun", "same_day", "near", "overlap", "place", "takes_up", "other_mode", "other_place")


@dataclass(frozen=True, slots=True)
class Weights:
    """What each sign that two reports tell of one event counts for."""

    person: float
    country: float
    body: float
    noun: float
    same_day: float
    near: float
    overlap: float
    place: float
    takes_up: float
    other_mode: float
    other_place: float


@dataclass(frozen=True, slots=True)
class JoiningRules:
    """`family` maps a PLOVER type to the number of its family; types of one family may be one event."""

    family: Mapping[str, int]
    journeys: frozenset[str]
    vague: frozenset[str]
    weights: Weights
    threshold: float


@cache
def joining_rules() -> JoiningRules:
    """The shipped rules. Raises `OntologyError` on an unknown or missing key."""
    text = resources.files("dateline").joinpath("data", *_FILE.split("/")).read_text(encoding="utf-8")
    data: dict[str, Any] = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    expected = {"families", "journeys", "vague", "weights", "threshold"}
    if set(data) != expected:
        message = f"data/{_FILE}: keys {sorted(set(data) ^ expected)} are unknown or missing; expected {sorted(expected)}"
        raise OntologyError(message)
    if set(data["weights"]) != set(_WEIGHTS):
        message = f"data/{_FILE}: weights {sorted(set(data['weights']) ^ set(_WEIGHTS))} are unknown or missing"
        raise OntologyError(message)
    family = {name: number for number, names in enumerate(data["families"]) for name in names}
    weights = Weights(**{k: float(v) for k, v in data["weights"].items()})
    return JoiningRules(family, frozenset(data["journeys"]), frozenset(data["vague"]), weights, float(data["threshold"]))
