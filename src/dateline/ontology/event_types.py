"""Event types as data: PLOVER's types and modes, the words that tell an event, and how their arguments become participants."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from typing import Any

import yaml

from dateline.errors import OntologyError

_TYPE_KEYS = {"type", "groups"}
_GROUP_KEYS = {
    "id", "mode", "frame", "parties", "verbs", "nouns", "theme_nouns", "theme", "ergative", "needs", "unless", "modes", "confidence",
    "complement", "passive_nouns", "core", "match", "no_match",
}  # fmt: skip
_WORD_KEYS = {"classes", "people", "bodies", "compound_heads", "places", "support_verbs", "reporting_verbs", "frames"}
_ROLES = {"subject", "object", "theme", "modifier", "governor", "after", "destination", "counterpart"}
_PARTS = {"actor", "recipient", "participant", "place"}
PREPOSITIONS = frozenset(
    ["of", "to", "with", "from", "in", "at", "for", "on", "against", "between", "by", "into", "over", "toward", "towards", "among", "upon", "near", "inside", "via", "across", "through", "as", "out", "off", "onto", "around", "aboard", "alongside", "including", "involving", "about"]
)


@dataclass(frozen=True, slots=True)
class PloverType:
    """One of PLOVER's 16 types: quad class 1 to 4, score, and its modes with theirs."""

    name: str
    quad: int
    score: float
    modes: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that trigger a group: the head's lemma, the words that must stand with it, and whether what it is done to must fit too.

    A verb's `others` are its particles, prepositions or objects, in order. A noun's `before` are its modifiers, `others` a preposition and what
    it governs.
    """

    head: str
    before: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    themed: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """Words that tell events of one type in one way."""

    id: str
    type: str | None
    mode: str | None
    frame: Mapping[str, str]
    parties: int
    theme: frozenset[str]
    ergative: bool
    needs: Mapping[str, frozenset[str]]
    unless: Mapping[str, frozenset[str]]
    modes: tuple[tuple[str, frozenset[str]], ...]
    confidence: float
    complement: bool
    passive_nouns: bool
    core: bool
    match: tuple[str, ...]
    no_match: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EventTypes:
    """Everything that `mentions/` asks of the event types."""

    plover: Mapping[str, PloverType]
    groups: tuple[Group, ...]
    verbs: Mapping[str, tuple[tuple[Phrase, Group], ...]]
    nouns: Mapping[str, tuple[tuple[Phrase, Group], ...]]
    people: frozenset[str]
    bodies: frozenset[str]
    compound_heads: frozenset[str]
    places: frozenset[str]
    support_verbs: frozenset[str]
    reporting_verbs: frozenset[str]
    classes: Mapping[str, frozenset[str]] = field(default_factory=dict)


@lru_cache(maxsize=1)
def load_event_types() -> EventTypes:
    """The shipped event types. Raises `OntologyError` for an unknown key, type, mode, class or part."""
    data = files("dateline") / "data"
    names = sorted(entry.name for entry in (data / "event_types").iterdir() if entry.name.endswith(".yml"))
    texts = {name: (data / "event_types" / name).read_text(encoding="utf-8") for name in names}
    return build_event_types(
        _parsed((data / "plover.yml").read_text(encoding="utf-8"), "plover.yml"),
        _parsed((data / "event_words.yml").read_text(encoding="utf-8"), "event_words.yml"),
        {name: _parsed(text, name) for name, text in texts.items()},
    )


def build_event_types(plover: Mapping[str, Any], words: Mapping[str, Any], types: Mapping[str, Mapping[str, Any]]) -> EventTypes:
    """Event types from parsed files: PLOVER's, the shared words, and one mapping per file of `event_types/`."""
    _only(words, _WORD_KEYS, "event_words.yml")
    table = {name: PloverType(name, int(v["quad"]), float(v["score"]), dict(v["modes"])) for name, v in plover["types"].items()}
    classes = {name: frozenset(members) for name, members in words["classes"].items()}
    frames = {name: _frame(roles, name) for name, roles in words["frames"].items()}
    groups: list[Group] = []
    verbs: dict[str, list[tuple[Phrase, Group]]] = {}
    nouns: dict[str, list[tuple[Phrase, Group]]] = {}
    for file, content in types.items():
        _only(content, _TYPE_KEYS, file)
        for raw in content["groups"]:
            group = _group(raw, content["type"], table, classes, frames, file)
            if any(group.id == other.id for other in groups):
                message = f"{file}: two groups are called {group.id!r}"
                raise OntologyError(message)
            groups.append(group)
            for text in raw.get("verbs", ()):
                phrase = _verb(str(text), bool(group.theme))
                verbs.setdefault(phrase.head, []).append((phrase, group))
            for key in ("nouns", "theme_nouns"):
                for text in raw.get(key, ()):
                    phrase = _noun(str(text), key == "theme_nouns")
                    nouns.setdefault(phrase.head, []).append((phrase, group))
    return EventTypes(
        plover=table,
        groups=tuple(groups),
        verbs={head: tuple(found) for head, found in verbs.items()},
        nouns={head: tuple(found) for head, found in nouns.items()},
        people=frozenset(words["people"]),
        bodies=frozenset(words["bodies"]),
        compound_heads=frozenset(words["compound_heads"]),
        places=frozenset(words["places"]),
        support_verbs=frozenset(words["support_verbs"]),
        reporting_verbs=frozenset(words["reporting_verbs"]),
        classes=classes,
    )


def _parsed(text: str, name: str) -> Mapping[str, Any]:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    content = yaml.load(text, Loader=loader)  # noqa: S506 - both are safe loaders
    if not isinstance(content, dict):
        message = f"data/{name}: expected a mapping at the top, found {type(content).__name__}"
        raise OntologyError(message)
    return content


def _only(content: Mapping[str, Any], allowed: set[str], where: str) -> None:
    unknown = sorted(str(key) for key in content if key not in allowed)
    if unknown:
        message = f"{where}: unknown key {', '.join(unknown)}; allowed are {', '.join(sorted(allowed))}"
        raise OntologyError(message)


def _frame(roles: Mapping[str, Any], name: str) -> Mapping[str, str]:
    for slot, part in roles.items():
        if part not in _PARTS or not isinstance(slot, str):
            message = f"event_words.yml: frame {name}: {slot!r}: {part!r} is none of {', '.join(sorted(_PARTS))}"
            raise OntologyError(message)
    return dict(roles)


def _group(
    raw: Mapping[str, Any],
    type_name: str | None,
    plover: Mapping[str, PloverType],
    classes: Mapping[str, frozenset[str]],
    frames: Mapping[str, Mapping[str, str]],
    file: str,
) -> Group:
    where = f"{file}: group {raw.get('id')!r}"
    _only(raw, _GROUP_KEYS, where)
    if type_name is not None and type_name not in plover:
        message = f"{where}: {type_name!r} is no PLOVER type; known are {', '.join(sorted(plover))}"
        raise OntologyError(message)
    modes = {mode: _values(values, classes, where) for mode, values in raw.get("modes", {}).items()}
    for mode in [raw.get("mode"), *modes]:
        if mode is not None and (type_name is None or mode not in plover[type_name].modes):
            message = f"{where}: {mode!r} is no mode of {type_name}"
            raise OntologyError(message)
    if raw.get("frame") not in frames:
        message = f"{where}: frame {raw.get('frame')!r} is none of {', '.join(sorted(frames))}"
        raise OntologyError(message)
    return Group(
        id=str(raw["id"]),
        type=type_name,
        mode=raw.get("mode"),
        frame=frames[raw["frame"]],
        parties=int(raw["parties"]),
        theme=_values(raw.get("theme", ()), classes, where),
        ergative=bool(raw.get("ergative", False)),
        needs=_constraints(raw.get("needs", {}), classes, where),
        unless=_constraints(raw.get("unless", {}), classes, where),
        modes=tuple(modes.items()),
        confidence=float(raw.get("confidence", 0.8)),
        complement=bool(raw.get("complement", True)),
        passive_nouns=bool(raw.get("passive_nouns", False)),
        core=bool(raw.get("core", False)),
        match=tuple(raw.get("match", ())),
        no_match=tuple(raw.get("no_match", ())),
    )


def _constraints(raw: Mapping[str, Any], classes: Mapping[str, frozenset[str]], where: str) -> Mapping[str, frozenset[str]]:
    unknown = sorted(role for role in raw if role not in _ROLES and role not in PREPOSITIONS)
    if unknown:
        message = f"{where}: {', '.join(unknown)} is no role; allowed are prepositions and {', '.join(sorted(_ROLES))}"
        raise OntologyError(message)
    return {role: _values(values, classes, where) for role, values in raw.items()}


def _values(raw: str | list[str], classes: Mapping[str, frozenset[str]], where: str) -> frozenset[str]:
    return frozenset(_expanded([raw] if isinstance(raw, str) else raw, classes, where))


def _expanded(raw: list[str], classes: Mapping[str, frozenset[str]], where: str) -> Iterator[str]:
    for value in raw:
        text = str(value)
        if not text.startswith("$"):
            yield text
        elif text[1:] in classes:
            yield from classes[text[1:]]
        else:
            message = f"{where}: class {text} is not in event_words.yml; known are {', '.join(sorted(classes))}"
            raise OntologyError(message)


def _verb(text: str, themed: bool) -> Phrase:
    head, *others = (word for word in text.lower().split() if word != "+")
    return Phrase(head, (), tuple(others), themed and not others[1:])


def _noun(text: str, themed: bool) -> Phrase:
    words = text.lower().split()
    at = next((n for n, word in enumerate(words) if n and word in PREPOSITIONS), len(words))
    return Phrase(words[at - 1], tuple(words[: at - 1]), tuple(words[at:]), themed)
