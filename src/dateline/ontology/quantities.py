"""Words of quantity: loads `data/quantities.yml` and refuses what it does not know."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from importlib import resources
from typing import Any

import yaml

from dateline.errors import OntologyError

BOUNDS = ("exactly", "about", "at least", "at most")


@dataclass(frozen=True, slots=True)
class QuantityWords:
    """The lists of the file. `bounds` and `bounds_after` map words, each a tuple, to the bound they set, before and after a number."""

    signs: Mapping[str, str]
    currencies: Mapping[str, str]
    dollars_of: Mapping[str, str]
    units: frozenset[str]
    spellings: Mapping[str, str]
    lengths: frozenset[str]
    of_units: frozenset[str]
    bounds: Mapping[tuple[str, ...], str]
    bounds_after: Mapping[tuple[str, ...], str]
    per: frozenset[str]
    trivial: frozenset[str]
    trivial_below: int
    vague: Mapping[str, float]
    fractions: Mapping[str, float]
    range: frozenset[str]
    range_opens: Mapping[str, str]
    numbered: frozenset[str]
    age: frozenset[str]
    never: frozenset[str]
    steps: frozenset[str]


@cache
def quantity_words() -> QuantityWords:
    """The shipped words. Raises `OntologyError` where the file is not as expected."""
    source = resources.files("dateline").joinpath("data", "quantities.yml")
    return read_quantity_words(yaml.safe_load(source.read_text(encoding="utf-8")))


def read_quantity_words(data: object) -> QuantityWords:
    """`data` as read from YAML, checked key by key."""
    if not isinstance(data, dict):
        raise OntologyError(f"data/quantities.yml: expected a mapping of lists, found {type(data).__name__}")
    wrong = sorted({f.name for f in fields(QuantityWords)}.symmetric_difference(data))
    if wrong:
        raise OntologyError(f"data/quantities.yml: unknown or missing keys: {', '.join(map(str, wrong))}")
    read: dict[str, Any] = {key: frozenset(value) if isinstance(value, list) else value for key, value in data.items()}
    read |= {key: _bounds(data[key]) for key in ("bounds", "bounds_after")}
    return QuantityWords(**read)


def _bounds(data: Mapping[str, list[str]]) -> dict[tuple[str, ...], str]:
    unknown = sorted(set(data) - set(BOUNDS))
    if unknown:
        raise OntologyError(f"data/quantities.yml: unknown bounds: {', '.join(unknown)}; known are {', '.join(BOUNDS)}")
    return {tuple(words.split()): bound for bound, entries in data.items() for words in entries}
