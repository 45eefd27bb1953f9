"""What the layout of bare text is read with: words of grammar, and the weights learned from shapes of lines."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import yaml

from dateline.errors import OntologyError

_WORDS, _FOREST = "layout_words.yaml", "lines.json"


@dataclass(frozen=True, slots=True)
class LayoutWords:
    """Closed-class words, in lower case; `grammar` holds those of many languages."""

    function: frozenset[str]
    grammar: frozenset[str]
    you: frozenset[str]
    i: frozenset[str]
    we: frozenset[str]


@dataclass(frozen=True, slots=True)
class LineTree:
    """Asks whether a feature is above a limit, once for each; the answers are the bits of a value's place, the first the highest."""

    questions: tuple[tuple[str, float], ...]
    values: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class LineForest:
    """The sum of `start` and each tree's value is the log-odds that a line is the article's."""

    start: float
    trees: tuple[LineTree, ...]


@cache
def layout_words() -> LayoutWords:
    """Raises `OntologyError` where the file has other keys than its five lists."""
    raw = yaml.safe_load(_text(_WORDS))
    if not isinstance(raw, dict) or set(raw) != {"function_words", "other_languages", "you", "i", "we"}:
        raise OntologyError(f"data/articles/{_WORDS}: expected the keys function_words, other_languages, you, i, we")
    found = {key: frozenset(str(value).split()) for key, value in raw.items()}
    grammar = found["function_words"] | found["other_languages"]
    return LayoutWords(found["function_words"], grammar, found["you"], found["i"], found["we"])


@cache
def line_forest() -> LineForest:
    """Raises `OntologyError` where the file has other keys, or a tree not one value for each way to answer."""
    raw = json.loads(_text(_FOREST))
    if not isinstance(raw, dict) or set(raw) != {"about", "start", "trees"}:
        raise OntologyError(f"data/articles/{_FOREST}: expected the keys about, start and trees")
    return LineForest(float(raw["start"]), tuple(_tree(at, one) for at, one in enumerate(raw["trees"])))


def _tree(at: int, raw: Mapping[str, Any]) -> LineTree:
    if set(raw) != {"asks", "values"} or len(raw["values"]) != 2 ** len(raw["asks"]):
        raise OntologyError(f"data/articles/{_FOREST}: tree {at} needs asks and 2 to the power of their number values")
    return LineTree(tuple((str(name), float(limit)) for name, limit in raw["asks"]), tuple(map(float, raw["values"])))


def _text(name: str) -> str:
    return (resources.files("dateline") / "data" / "articles" / name).read_text(encoding="utf-8")
