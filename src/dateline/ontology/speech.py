"""The words of speech: cues and the frames they stand in, refusals, channels. Read from `data/speech/`."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from dateline.errors import OntologyError

FRAMES = ("quote", "clause", "infinitive", "addressee", "object", "named", "hearsay", "as")
KINDS = ("speech", "document", "thought")
_GROUP_KEYS = {"kind", "frames", "prepositions", "lemmas"}
_CUES_KEYS = {"groups", "adjectives", "nouns", "vows", "views", "documents", "voices", "people", "misread"}
_REFUSALS_KEYS = {"reported", "spoken", "anonymity"}
_CHANNELS_KEYS = {"media", "occasions", "prepositions", "telling", "listeners", "verbs", "agencies"}


@dataclass(frozen=True, slots=True)
class Cue:
    """How one verb reports: its frames and the kind of report each of them makes; its prepositions."""

    lemma: str
    frames: Mapping[str, str] = field(default_factory=dict)
    prepositions: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Speech:
    """All words of speech. `reported` and `spoken` find refusals in the writer's words and in the speaker's own."""

    cues: Mapping[str, Cue]
    adjectives: Mapping[str, str]
    nouns: Mapping[str, str]
    vows: Mapping[str, str]
    views: Mapping[str, str]
    documents: frozenset[str]
    voices: frozenset[str]
    people: frozenset[str]
    reported: re.Pattern[str]
    spoken: re.Pattern[str]
    anonymity: re.Pattern[str]
    media: frozenset[str]
    occasions: frozenset[str]
    channel_prepositions: frozenset[str]
    telling: frozenset[str]
    listeners: frozenset[str]
    channel_verbs: Mapping[str, str]
    agencies: frozenset[str]
    misread: Mapping[str, str]

    def speaks(self, lemma: str) -> bool:
        """Can the verb stand beside somebody's own words?"""
        cue = self.cues.get(lemma)
        return cue is not None and "quote" in cue.frames

    def utters(self, lemma: str) -> bool:
        """Does who is quoted with this cue say something, and not only hold it? A cue that is not known does."""
        cue = self.cues.get(lemma)
        kinds = {*cue.frames.values(), *cue.prepositions.values()} if cue else set()
        kinds |= {words[lemma] for words in (self.adjectives, self.nouns, self.vows, self.views) if lemma in words}
        return not kinds or "speech" in kinds


@cache
def load_speech() -> Speech:
    """Reads and checks the three files. Raises `OntologyError` for an unknown key, frame or kind, and for a pattern that is none."""
    cues = _read("cues.yaml", _CUES_KEYS)
    refusals = _read("refusals.yaml", _REFUSALS_KEYS)
    channels = _read("channels.yaml", _CHANNELS_KEYS)
    return Speech(
        cues=_cues(cues["groups"]),
        adjectives=_kinds("adjectives", cues["adjectives"]),
        nouns=_kinds("nouns", cues["nouns"]),
        vows=_kinds("vows", cues["vows"]),
        views=_kinds("views", cues["views"]),
        documents=frozenset(cues["documents"]),
        voices=frozenset(cues["voices"]),
        people=frozenset(cues["people"]),
        reported=_pattern("reported", refusals["reported"]),
        spoken=_pattern("spoken", refusals["spoken"]),
        anonymity=_pattern("anonymity", refusals["anonymity"]),
        media=frozenset(channels["media"]),
        occasions=frozenset(channels["occasions"]),
        channel_prepositions=frozenset(channels["prepositions"]),
        telling=frozenset(channels["telling"]),
        listeners=frozenset(channels["listeners"]),
        channel_verbs=channels["verbs"],
        agencies=frozenset(name.lower() for name in channels["agencies"]),
        misread=cues["misread"],
    )


def _read(name: str, keys: set[str]) -> dict[str, Any]:
    text = files("dateline").joinpath("data", "speech", name).read_text(encoding="utf-8")
    data = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 - the C loader is as safe
    if not isinstance(data, dict) or set(data) != keys:
        found = sorted(data) if isinstance(data, dict) else type(data).__name__
        raise OntologyError(f"speech/{name}: expected the keys {sorted(keys)}, found {found}")
    return data


def _cues(groups: list[dict[str, Any]]) -> dict[str, Cue]:
    frames: dict[str, dict[str, str]] = {}
    prepositions: dict[str, dict[str, str]] = {}
    for number, group in enumerate(groups):
        _check(number, group)
        for lemma in group["lemmas"]:
            ours = frames.setdefault(lemma, {})
            for frame in group.get("frames", ()):
                ours.setdefault(frame, group["kind"])
            for preposition in group.get("prepositions", ()):
                prepositions.setdefault(lemma, {}).setdefault(preposition, group["kind"])
    return {lemma: Cue(lemma, frames[lemma], prepositions.get(lemma, {})) for lemma in frames}


def _kinds(name: str, kinds: dict[str, list[str]]) -> dict[str, str]:
    unknown = set(kinds) - set(KINDS)
    if unknown:
        raise OntologyError(f"speech/cues.yaml: {name}: unknown kinds {sorted(unknown)}; known are {KINDS}")
    return {lemma: kind for kind, lemmas in kinds.items() for lemma in lemmas}


def _check(number: int, group: dict[str, Any]) -> None:
    unknown = set(group) - _GROUP_KEYS
    if unknown or not group.get("lemmas") or group.get("kind") not in KINDS:
        raise OntologyError(f"speech/cues.yaml: group {number + 1}: unknown keys {sorted(unknown)}, no lemmas, or a kind not in {KINDS}")
    strange = set(group.get("frames", ())) - set(FRAMES)
    if strange:
        raise OntologyError(f"speech/cues.yaml: group {number + 1}: unknown frames {sorted(strange)}; known are {FRAMES}")


def _pattern(name: str, lines: list[str]) -> re.Pattern[str]:
    try:
        return re.compile("|".join(f"(?:{line})" for line in lines), re.IGNORECASE)
    except re.error as error:
        raise OntologyError(f"speech/refusals.yaml: {name} holds a pattern that is none: {error}") from error
