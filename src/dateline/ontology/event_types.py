"""Event types as data: PLOVER's types and modes, the words that tell an event, and how their arguments become participants."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

import yaml

from dateline.errors import OntologyError

_TYPE_KEYS = frozenset({"type", "groups"})
_GROUP_KEYS = frozenset(
    (
        *("id", "mode", "frame", "parties", "verbs", "nouns", "theme_nouns", "theme", "ergative", "needs", "unless", "modes"),
        *("confidence", "complement", "core", "active", "open", "match", "no_match"),
    )
)
_LISTS = (
    "people", "bodies", "compound_heads", "places", "support_verbs", "reporting_verbs", "object_control", "portions", "prepositions",
    "adjectival", "blamed", "undergone", "sites",
)  # fmt: skip
_WORD_KEYS = frozenset(("classes", "frames", "idioms", *_LISTS))
_ROLES = {"subject", "object", "theme", "modifier", "governor", "after", "destination", "counterpart", "cause", "possessive"}
_PARTS = {"actor", "recipient", "participant", "place"}


@dataclass(frozen=True, slots=True)
class PloverType:
    """One of PLOVER's 16 types: quad class 1 to 4, score, and its modes with theirs."""

    name: str
    quad: int
    score: float
    modes: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that trigger a group: the head's lemma, what must stand with it, and whether what it is done to must fit too.

    A verb's `others` are its particles, prepositions or objects, in order. A noun's `before` are its modifiers, `others` a preposition and
    what it governs.
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
    core: bool
    active: bool
    open: bool
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
    object_control: frozenset[str]
    portions: frozenset[str]
    prepositions: frozenset[str]
    adjectival: frozenset[str]
    blamed: frozenset[str]
    undergone: frozenset[str]
    sites: frozenset[str]
    idioms: Mapping[str, tuple[tuple[str, ...], ...]]


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
    lists = {name: frozenset(str(word) for word in words[name]) for name in _LISTS}
    builder = _Builder(plover, words, lists["prepositions"])
    for file, content in types.items():
        builder.add(content, file)
    return EventTypes(
        plover=builder.plover,
        groups=tuple(builder.groups.values()),
        verbs={head: tuple(found) for head, found in builder.verbs.items()},
        nouns={head: tuple(found) for head, found in builder.nouns.items()},
        people=lists["people"],
        bodies=lists["bodies"],
        compound_heads=lists["compound_heads"],
        places=lists["places"],
        support_verbs=lists["support_verbs"],
        reporting_verbs=lists["reporting_verbs"],
        object_control=lists["object_control"],
        portions=lists["portions"],
        prepositions=lists["prepositions"],
        adjectival=lists["adjectival"],
        blamed=lists["blamed"],
        undergone=lists["undergone"],
        sites=lists["sites"],
        idioms=_idioms(words.get("idioms", ())),
    )


class _Builder:
    """Puts groups and their phrases together, checking each against PLOVER's types, the word classes and the frames."""

    def __init__(self, plover: Mapping[str, Any], words: Mapping[str, Any], prepositions: frozenset[str]) -> None:
        self.plover = {name: PloverType(name, int(v["quad"]), float(v["score"]), dict(v["modes"])) for name, v in plover["types"].items()}
        self.groups: dict[str, Group] = {}
        self.verbs: dict[str, list[tuple[Phrase, Group]]] = {}
        self.nouns: dict[str, list[tuple[Phrase, Group]]] = {}
        self._classes = {name: frozenset(members) for name, members in words["classes"].items()}
        self._frames = {name: _frame(roles, name) for name, roles in words["frames"].items()}
        self._prepositions = prepositions

    def add(self, content: Mapping[str, Any], file: str) -> None:
        """All groups of one file."""
        _only(content, _TYPE_KEYS, file)
        for raw in content["groups"]:
            group = self._group(raw, content["type"], f"{file}: group {raw.get('id')!r}")
            if group.id in self.groups:
                message = f"{file}: two groups are called {group.id!r}"
                raise OntologyError(message)
            self.groups[group.id] = group
            for text in raw.get("verbs", ()):
                verb = _verb(str(text), themed=bool(group.theme))
                self.verbs.setdefault(verb.head, []).append((verb, group))
            for key in ("nouns", "theme_nouns"):
                for text in raw.get(key, ()):
                    noun = self._noun(str(text), themed=key == "theme_nouns")
                    self.nouns.setdefault(noun.head, []).append((noun, group))

    def _group(self, raw: Mapping[str, Any], type_name: str | None, where: str) -> Group:
        _only(raw, _GROUP_KEYS, where)
        modes = {mode: self._values(values, where) for mode, values in raw.get("modes", {}).items()}
        self._check(type_name, [raw.get("mode"), *modes], where)
        if raw.get("frame") not in self._frames:
            message = f"{where}: frame {raw.get('frame')!r} is none of {', '.join(sorted(self._frames))}"
            raise OntologyError(message)
        return Group(
            id=str(raw["id"]),
            type=type_name,
            mode=raw.get("mode"),
            frame=self._frames[raw["frame"]],
            parties=int(raw["parties"]),
            theme=self._values(raw.get("theme", ()), where),
            ergative=bool(raw.get("ergative", False)),
            needs=self._constraints(raw.get("needs", {}), where),
            unless=self._constraints(raw.get("unless", {}), where),
            modes=tuple(modes.items()),
            confidence=float(raw.get("confidence", 0.8)),
            complement=bool(raw.get("complement", True)),
            core=bool(raw.get("core", False)),
            active=bool(raw.get("active", False)),
            open=bool(raw.get("open", False)),
            match=tuple(raw.get("match", ())),
            no_match=tuple(raw.get("no_match", ())),
        )

    def _check(self, type_name: str | None, modes: list[str | None], where: str) -> None:
        if type_name is not None and type_name not in self.plover:
            message = f"{where}: {type_name!r} is no PLOVER type; known are {', '.join(sorted(self.plover))}"
            raise OntologyError(message)
        known = self.plover[type_name].modes if type_name else {}
        unknown = [mode for mode in modes if mode is not None and mode not in known]
        if unknown:
            message = f"{where}: {unknown[0]!r} is no mode of {type_name}; known are {', '.join(sorted(known)) or 'none'}"
            raise OntologyError(message)

    def _constraints(self, raw: Mapping[str, Any], where: str) -> Mapping[str, frozenset[str]]:
        unknown = sorted(role for role in raw if role not in _ROLES and role not in self._prepositions)
        if unknown:
            message = f"{where}: {', '.join(unknown)} is no role; allowed are prepositions and {', '.join(sorted(_ROLES))}"
            raise OntologyError(message)
        return {role: self._values(values, where) for role, values in raw.items()}

    def _values(self, raw: str | list[str], where: str) -> frozenset[str]:
        return frozenset(self._expanded([raw] if isinstance(raw, str) else raw, where))

    def _expanded(self, raw: list[str], where: str) -> Iterator[str]:
        for value in raw:
            text = str(value)
            if not text.startswith("$"):
                yield text
            elif text[1:] in self._classes:
                yield from self._classes[text[1:]]
            else:
                message = f"{where}: class {text} is not in event_words.yml; known are {', '.join(sorted(self._classes))}"
                raise OntologyError(message)

    def _noun(self, text: str, *, themed: bool) -> Phrase:
        words = text.lower().split()
        at = next((n for n, word in enumerate(words) if n and word in self._prepositions), len(words))
        return Phrase(words[at - 1], tuple(words[: at - 1]), tuple(words[at:]), themed)


def _idioms(phrases: Iterable[str]) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """Idioms by each of their words."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases:
        words = tuple(str(phrase).lower().split())
        for word in dict.fromkeys(words):
            found.setdefault(word, []).append(words)
    return {word: tuple(idioms) for word, idioms in found.items()}


def _parsed(text: str, name: str) -> Mapping[str, Any]:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    content = yaml.load(text, Loader=loader)  # noqa: S506 - both are safe loaders
    if not isinstance(content, dict):
        message = f"data/{name}: expected a mapping at the top, found {type(content).__name__}"
        raise OntologyError(message)
    return content


def _only(content: Mapping[str, Any], allowed: frozenset[str], where: str) -> None:
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


def _verb(text: str, *, themed: bool) -> Phrase:
    head, *others = (word for word in text.lower().split() if word != "+")
    return Phrase(head, (), tuple(others), themed and not others[1:])
