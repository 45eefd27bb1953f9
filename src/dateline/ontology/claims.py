"""The words of charges, denials and doubts, from `data/claims/`, and which words speak of one matter."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from dateline.errors import OntologyError

TABLES = ("charges", "turned_charges", "blamed", "origins")
LISTS = (
    "charging", "claim_nouns", "alleged", "taking_part", "doings", "responsibility", "denying", "rejecting", "untrue", "grants",
    "light_nouns", "own_part", "admitting", "signs", "doubting", "unclear", "clear", "knowing", "intentions", "through", "vague",
    "mutual", "hearsay", "naming", "telling",
)  # fmt: skip
_FILE = "data/claims/en.yml"
# Longest first. What is left must still be a word's stem, so it keeps four letters.
_ENDINGS = ("ation", "ition", "ment", "ence", "ance", "ity", "ing", "ive", "ion", "al", "er", "or", "ed", "e", "y")
_STEM = 4


@dataclass(frozen=True, slots=True)
class Opposites:
    """Who says one of `yes` of a thing and who says one of `no` of it contradict each other, `about` one of these matters.

    `within` is how many days may lie between the two, where the one may follow the other in time (a delay and a cancellation).
    """

    about: frozenset[str]
    yes: frozenset[str]
    no: frozenset[str]
    within: int | None


@dataclass(frozen=True, slots=True)
class ClaimWords:
    """`tables[name][word]` are the prepositions a word is read with; `lists[name]` closed classes; `same` maps a word to its matter."""

    tables: Mapping[str, Mapping[str, frozenset[str]]]
    lists: Mapping[str, frozenset[str]]
    same: Mapping[str, str]
    opposites: tuple[Opposites, ...]

    def has(self, name: str, word: str) -> bool:
        """Is `word` in the closed class `name`?"""
        return word in self.lists[name]

    def after(self, name: str, word: str) -> frozenset[str]:
        """The prepositions that table `name` gives `word`; none for a word that is not in it."""
        return self.tables[name].get(word, frozenset())

    def matter(self, word: str) -> str | None:
        """What a lemma speaks of: one name for words of one matter, else its stem; None for words that tell nothing."""
        if word in self.same:
            return self.same[word]
        if word in self.lists["vague"] or word in self.lists["light_nouns"] or len(word) < 3:
            return None
        return _stem(word)

    def mutual(self, matter: str | None) -> bool:
        """Is it done by two together, so that either may be named as its doer?"""
        return matter is not None and matter in {self.matter(word) for word in self.lists["mutual"]}


@cache
def load_claim_words() -> ClaimWords:
    """The shipped words. Raises `OntologyError` for an unknown or missing key."""
    data = _read()
    same: dict[str, str] = {}
    for group in data["same"]:
        for word in group:
            same.setdefault(str(word), f"={group[0]}")
    return ClaimWords(
        tables={name: {str(word): frozenset(map(str, after)) for word, after in data[name].items()} for name in TABLES},
        lists={name: frozenset(map(str, data[name])) for name in LISTS},
        same=same,
        opposites=tuple(_opposites(entry, same) for entry in data["opposites"]),
    )


def _opposites(entry: dict[str, Any], same: Mapping[str, str]) -> Opposites:
    if set(entry) - {"within"} != {"about", "yes", "no"}:
        raise OntologyError(f"{_FILE}: opposites need exactly 'about', 'yes', 'no' (and may have 'within'), found {sorted(entry)}")
    about = frozenset(same.get(str(word)) or _stem(str(word)) for word in entry["about"])
    return Opposites(about, frozenset(map(str, entry["yes"])), frozenset(map(str, entry["no"])), entry.get("within"))


def _read() -> dict[str, Any]:
    text = files("dateline").joinpath("data", "claims", "en.yml").read_text(encoding="utf-8")
    data = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 -- both are safe loaders
    expected = {*TABLES, *LISTS, "same", "opposites"}
    if not isinstance(data, dict) or set(data) != expected:
        found = sorted(set(data) ^ expected) if isinstance(data, dict) else type(data).__name__
        message = f"{_FILE}: unknown or missing keys {found}: expected exactly {sorted(expected)}"
        raise OntologyError(message)
    return data


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _STEM:
            return word[: -len(ending)]
    return word
