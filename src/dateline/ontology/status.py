"""The words that decide the status of an event, from `data/status/`: a file for each effect, a table, lists of closed classes."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, cast

import yaml

from dateline.errors import OntologyError
from dateline.model.reports import STATUSES, Status

EFFECTS = (
    "planned",
    "proposed",
    "possible",
    "doubtful",
    "postponed",
    "cancelled",
    "denied",
    "refused",
    "averted",
    "held",
    "ongoing",
    "ended",
)
KINDS = ("verbs", "clause_verbs", "object_verbs", "subject_verbs", "nouns", "adjectives", "adverbs", "predicates")
LISTS = (
    "negations", "negative_subjects", "copulas", "conditions", "after", "before", "during", "cause", "instead", "talk", "silent",
    "future_words", "past_words", "motion", "schedulable", "agreements", "facets", "supports", "affirmations", "refusals",
    "no_answers", "unchanged", "reportive", "communal", "signs", "knowing", "records", "convening", "light", "results", "saying", "claims",
    "hearsay", "movers", "seasons", "topics", "announcing", "crimes", "hints", "openings", "vowing", "disclosing",
    "deeds", "judging", "flouting", "traces", "enacted", "predicative", "shares", "enacting", "partaking", "taken_sides", "listeners",
    "ventures", "leanings", "grounds", "bargaining", "wishing",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class StatusWords:
    """Words by what they do. `clause`, `object` and `subject` map a verb ("call", "call off", "call for") to the effect it has on a clause
    below it, on a noun that is its object or passive subject, and on its active subject; `combine[effect][status of the word]` is the
    status of what stands below.
    """

    clause: Mapping[str, str]
    object: Mapping[str, str]
    subject: Mapping[str, str]
    nouns: Mapping[str, str]
    adjectives: Mapping[str, str]
    adverbs: Mapping[str, str]
    predicates: Mapping[str, str]
    combine: Mapping[str, Mapping[str, str]]
    modals: Mapping[str, tuple[Status, Status]]
    lists: Mapping[str, frozenset[str]]
    lemmas: Mapping[str, str]

    def has(self, name: str, word: str) -> bool:
        """Is `word` in the closed class `name`?"""
        return word in self.lists[name]


@cache
def load_status_words() -> StatusWords:
    """The shipped words. Raises `OntologyError` where a file has an unknown key or one word two effects."""
    tables: dict[str, dict[str, str]] = {kind: {} for kind in KINDS}
    for effect in EFFECTS:
        data = _read(f"{effect}.yaml", required=KINDS)
        for kind, words in data.items():
            for word in words:
                known = tables[kind].setdefault(str(word), effect)
                if known != effect:
                    message = f"data/status/{effect}.yaml: {word!r} in {kind} is already in {known}.yaml: a word has one effect"
                    raise OntologyError(message)
    grammar = _read("grammar.yaml", required=("modals", "lemmas", *LISTS))
    return StatusWords(
        clause=tables["verbs"] | tables["clause_verbs"],
        object=tables["verbs"] | tables["object_verbs"],
        subject=tables["subject_verbs"],
        nouns=tables["nouns"],
        adjectives=tables["adjectives"],
        adverbs=tables["adverbs"],
        predicates=tables["predicates"],
        combine=_combine(),
        modals={word: _modal(word, pair) for word, pair in grammar["modals"].items()},
        lists={name: frozenset(str(word) for word in grammar[name]) for name in LISTS},
        lemmas={str(wrong): str(right) for wrong, right in grammar["lemmas"].items()},
    )


def _read(name: str, required: tuple[str, ...]) -> dict[str, Any]:
    text = files("dateline").joinpath("data", "status", name).read_text(encoding="utf-8")
    data = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 -- both are safe loaders
    if not isinstance(data, dict) or set(data) != set(required):
        found = sorted(set(data) ^ set(required)) if isinstance(data, dict) else type(data).__name__
        message = f"data/status/{name}: unknown or missing keys {found}: expected exactly {sorted(required)}"
        raise OntologyError(message)
    return data


def _combine() -> dict[str, dict[str, str]]:
    table = _read("combine.yaml", required=EFFECTS)
    for effect, row in table.items():
        if set(row) != set(STATUSES) or not set(row.values()) <= {*STATUSES, "same"}:
            message = f"data/status/combine.yaml: row {effect!r} must give a status (or 'same') for each of {list(STATUSES)}"
            raise OntologyError(message)
    return cast("dict[str, dict[str, str]]", table)


def _modal(word: str, pair: dict[str, str]) -> tuple[Status, Status]:
    if set(pair) != {"plain", "negated"} or not set(pair.values()) <= set(STATUSES):
        message = f"data/status/grammar.yaml: modal {word!r} needs 'plain' and 'negated', each a status"
        raise OntologyError(message)
    return cast("Status", pair["plain"]), cast("Status", pair["negated"])
