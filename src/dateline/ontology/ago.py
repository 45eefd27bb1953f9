"""How pages tell a time from the time they are read: "3 hours ago", "yesterday"."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import yaml

from dateline.errors import OntologyError

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NAME = "data/articles/ago.yaml"
_NUMBER = "{0}"
UNITS = ("second", "minute", "hour", "day", "week", "month", "year")


@dataclass(frozen=True, slots=True)
class AgoWords:
    """In lower case, without dots.

    `around` has what stands before and after a number, and the unit that it counts, by the first letter of what stands after it, or of
    what stands before it where nothing follows, the longest first. `whole` are phrases that say the number themselves, with it and the
    unit; `days` the words for today (0), yesterday (1) and the day before by language; `one` are words for one; `hints` words one of
    which is in everything that is found.
    """

    around: Mapping[str, tuple[tuple[str, str, str], ...]]
    whole: Mapping[str, tuple[int, str]]
    one: frozenset[str]
    days: Mapping[str, Mapping[str, int]]
    hints: frozenset[str]


@cache
def ago_words() -> AgoWords:
    """Raises `OntologyError` for unknown or missing keys and for patterns without a number."""
    raw = _read()
    around: dict[str, list[tuple[str, str, str]]] = {}
    hints: set[str] = set()
    for unit, patterns in _mapping(raw, "past").items():
        for pattern in patterns:
            before, number, after = (piece.strip() for piece in str(pattern).partition(_NUMBER))
            if unit not in UNITS or not number or not before + after:
                raise OntologyError(f"{_NAME}: {pattern!r} in {unit!r}: expected {_NUMBER} beside words, in one of {', '.join(UNITS)}")
            around.setdefault((after or before)[0], []).append((before, after, unit))
            hints.add(max(f"{before} {after}".split(), key=len))
    whole = {str(word): (0, "minute") for word in raw["now"]}
    for count, units in _mapping(raw, "counted").items():
        whole |= {str(phrase): (int(count), str(unit)) for unit, phrases in units.items() for phrase in phrases}
    days = {str(tongue): {str(word): int(n) for n, words in one.items() for word in words} for tongue, one in _mapping(raw, "days").items()}
    hints |= {max(phrase.split(), key=len) for phrase in (*whole, *(word for words in days.values() for word in words))}
    ordered = {first: tuple(sorted(found, key=lambda p: (-len(p[0] + p[1]), p))) for first, found in around.items()}
    return AgoWords(ordered, whole, frozenset(str(word) for word in raw["one"]), days, frozenset(hints))


def _mapping(raw: Mapping[str, Any], key: str) -> Mapping[Any, Any]:
    if not isinstance(raw[key], dict):
        raise OntologyError(f"{_NAME}: {key}: expected a mapping")
    found: Mapping[Any, Any] = raw[key]
    return found


def _read() -> Mapping[str, Any]:
    text = (resources.files("dateline") / _NAME).read_text(encoding="utf-8")
    raw = yaml.load(text, Loader=_LOADER)  # noqa: S506 (both are safe loaders)
    known = {"past", "counted", "one", "now", "days"}
    if not isinstance(raw, dict) or set(raw) != known:
        wrong = ", ".join(sorted(set(raw if isinstance(raw, dict) else ()) ^ known))
        raise OntologyError(f"{_NAME}: unknown or missing keys: {wrong}; known are {', '.join(sorted(known))}")
    return raw
