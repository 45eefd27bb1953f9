"""Words and patterns for reading pages: furniture, names of agencies, words of dates. Loaded once, unknown keys refused."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import resources

import yaml

from dateline.errors import OntologyError

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Limits:
    """Numbers of words; see `furniture.yaml`."""

    short_line: int
    box_words: int
    sentence: int
    box_share_short: int
    box_share_long: int


@dataclass(frozen=True, slots=True)
class Furniture:
    """What surrounds a news text: `whole` and `opens` are (reason, pattern); patterns ignore case."""

    whole: tuple[tuple[str, re.Pattern[str]], ...]
    opens: tuple[tuple[str, re.Pattern[str]], ...]
    sections: re.Pattern[str]
    site_words: re.Pattern[str]
    address: re.Pattern[str]
    navigation: frozenset[str]
    agency_notes: re.Pattern[str]
    glued: re.Pattern[str]
    piece_hints: re.Pattern[str]
    archive_picture: re.Pattern[str]
    caption: re.Pattern[str]
    caption_hints: tuple[str, ...]
    credit: re.Pattern[str]
    wire_credit: re.Pattern[str]
    limits: Limits


@dataclass(frozen=True, slots=True)
class PeopleWords:
    """How pages name writers and publishers. `agencies` maps a name in a dateline to the agency's usual name."""

    byline_opens: re.Pattern[str]
    job_words: frozenset[str]
    not_names: frozenset[str]
    nobody: frozenset[str]
    degrees: re.Pattern[str]
    other_parts: re.Pattern[str]
    biography: re.Pattern[str]
    staff_of: re.Pattern[str]
    more_from: re.Pattern[str]
    works_for: re.Pattern[str]
    company_forms: re.Pattern[str]
    outlet_words: re.Pattern[str]
    agency_words: re.Pattern[str]
    salutation: re.Pattern[str]
    valediction: re.Pattern[str]
    source_line: re.Pattern[str]
    copyright_line: re.Pattern[str]
    agency_credit: re.Pattern[str]
    agency_helped: re.Pattern[str]
    agency_owner: re.Pattern[str]
    agencies_at_large: re.Pattern[str]
    closing_line: re.Pattern[str]
    closing_forms: tuple[tuple[str, re.Pattern[str]], ...]
    agencies: dict[str, str]
    title_tails: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class DateWords:
    """English words of dates: names of days of the week in lower case to their numbers (Monday is 0)."""

    weekdays: dict[str, int]
    published: re.Pattern[str]
    edited: re.Pattern[str]
    rendered: re.Pattern[str]
    time: str
    zone: str
    us_election: re.Pattern[str]
    us_words: re.Pattern[str]
    ahead: re.Pattern[str]


@cache
def furniture() -> Furniture:
    """The words of furniture. Raises `OntologyError` for unknown or missing keys and broken patterns."""
    name = "furniture.yaml"
    raw = _read(name, Furniture)
    limits = _limits(name, raw["limits"])
    return Furniture(
        whole=tuple((reason, _pattern(name, rf"(?:{_either(options)})\W*")) for reason, options in _mapping(name, raw, "whole").items()),
        opens=tuple(
            (reason, _pattern(name, rf"\W{{0,3}}(?:{_either(options)})")) for reason, options in _mapping(name, raw, "opens").items()
        ),
        sections=_pattern(name, rf"\W{{0,3}}(?:{_either(raw['sections'])})\W*"),
        agency_notes=_pattern(name, _either(raw["agency_notes"])),
        glued=_pattern(name, _either(raw["glued"])),
        navigation=frozenset(str(raw["navigation"]).replace("\\", "").replace("?", "").split("|")) | _plurals(str(raw["navigation"])),
        limits=limits,
        caption_hints=tuple(str(raw["caption_hints"]).split("|")),
        **{
            key: _pattern(name, str(raw[key]))
            for key in ("site_words", "address", "piece_hints", "archive_picture", "caption", "credit", "wire_credit")
        },
    )


@cache
def people_words() -> PeopleWords:
    """How writers and publishers are named. Raises `OntologyError` as `furniture` does."""
    name = "people.yaml"
    raw = _read(name, PeopleWords)
    agencies = {str(alias): str(usual) for usual, aliases in _mapping(name, raw, "agencies").items() for alias in aliases}
    return PeopleWords(
        byline_opens=_pattern(name, rf"{raw['byline_opens']}\s*:?\s+"),
        job_words=frozenset(str(raw["job_words"]).split("|")),
        not_names=frozenset(str(raw["not_names"]).split("|")),
        nobody=frozenset(str(raw["nobody"]).split("|")),
        agencies=agencies,
        closing_forms=tuple((usual, _pattern(name, _either(forms))) for usual, forms in _mapping(name, raw, "closing_forms").items()),
        title_tails=_pattern(name, rf"(?:{raw['title_tails']})\b"),
        biography=re.compile(str(raw["biography"])),
        staff_of=re.compile(str(raw["staff_of"])),
        works_for=re.compile(str(raw["works_for"])),
        **{
            key: _pattern(name, str(raw[key]))
            for key in (
                "degrees",
                "other_parts",
                "company_forms",
                "outlet_words",
                "agency_words",
                "more_from",
                "salutation",
                "valediction",
                "source_line",
                "copyright_line",
                "agency_credit",
                "agency_helped",
                "agency_owner",
                "agencies_at_large",
                "closing_line",
            )
        },
    )


@cache
def date_words() -> DateWords:
    """Words of dates. Raises `OntologyError` as `furniture` does."""
    name = "dates.yaml"
    raw = _read(name, DateWords)
    return DateWords(
        weekdays={str(word): int(number) for number, words in _mapping(name, raw, "weekdays").items() for word in words},
        published=_pattern(name, rf"\b(?:{raw['published']})\b:?"),
        edited=_pattern(name, rf"\b(?:{raw['edited']})\b:?"),
        rendered=_pattern(name, rf"(?:{raw['rendered']})"),
        time=str(raw["time"]),
        zone=str(raw["zone"]),
        us_election=_pattern(name, str(raw["us_election"])),
        us_words=re.compile(str(raw["us_words"])),
        ahead=_pattern(name, str(raw["ahead"])),
    )


def _read(name: str, kind: type) -> dict[str, object]:
    text = (resources.files("dateline") / "data" / "articles" / name).read_text(encoding="utf-8")
    raw = yaml.load(text, Loader=_LOADER)  # noqa: S506 (both are safe loaders)
    if not isinstance(raw, dict):
        raise OntologyError(f"data/articles/{name}: expected a mapping")
    _check(name, raw, kind)
    return raw


def _check(name: str, raw: dict[str, object], kind: type) -> None:
    known = set(getattr(kind, "__dataclass_fields__", {}))
    if set(raw) != known:
        wrong = ", ".join(sorted(set(raw) ^ known))
        raise OntologyError(f"data/articles/{name}: unknown or missing keys: {wrong}; known are {', '.join(sorted(known))}")


def _limits(name: str, raw: object) -> Limits:
    if not isinstance(raw, dict):
        raise OntologyError(f"data/articles/{name}: limits must be a mapping")
    _check(name, raw, Limits)
    return Limits(**{str(key): int(value) for key, value in raw.items()})


def _mapping(name: str, raw: dict[str, object], key: str) -> dict[str, list[str]]:
    value = raw[key]
    if not isinstance(value, dict):
        raise OntologyError(f"data/articles/{name}: {key} must be a mapping")
    return value


def _either(options: object) -> str:
    return "|".join(f"(?:{option})" for option in options) if isinstance(options, Iterable) else str(options)


def _plurals(words: str) -> frozenset[str]:
    return frozenset(word.replace("?", "").replace("\\", "").removesuffix("s") for word in words.split("|") if word.endswith("s?"))


def _pattern(name: str, text: str) -> re.Pattern[str]:
    try:
        return re.compile(text, re.IGNORECASE)
    except re.error as error:
        raise OntologyError(f"data/articles/{name}: broken pattern {text[:60]!r}: {error}") from error
