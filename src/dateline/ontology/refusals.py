"""The words of pages that are no article: errors, walls, films, by language. Loaded once, unknown keys refused."""

import re
from dataclasses import dataclass, fields
from functools import cache
from importlib import resources

import yaml

from dateline.errors import OntologyError

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_FILE = "articles/refusals.yaml"
_CLASS = re.compile(r"\\[WDSB]")
_LANGUAGE = re.compile(r"[a-z]{2}")


@dataclass(frozen=True, slots=True)
class RefusalWords:
    """Patterns of all languages together, for text in small letters; see the file. `error` and `film` are asked of headlines."""

    error: re.Pattern[str]
    robot: re.Pattern[str]
    paywall: re.Pattern[str]
    subscribers: re.Pattern[str]
    consent: re.Pattern[str]
    film: re.Pattern[str]


@cache
def refusal_words() -> RefusalWords:
    """Raises `OntologyError` for unknown or missing kinds, what is no language, and broken patterns."""
    raw = yaml.load((resources.files("dateline") / "data" / _FILE).read_text(encoding="utf-8"), Loader=_LOADER)  # noqa: S506 (both are safe)
    return read_refusal_words(raw)


def read_refusal_words(raw: object) -> RefusalWords:
    """The patterns of a file's contents. Raises `OntologyError` as `refusal_words` does."""
    known = {field.name for field in fields(RefusalWords)} | {"error_word"}
    if not isinstance(raw, dict) or set(raw) != known:
        wrong = ", ".join(sorted(map(str, set(raw) ^ known))) if isinstance(raw, dict) else "no mapping"
        raise OntologyError(f"data/{_FILE}: unknown or missing keys: {wrong}; known are {', '.join(sorted(known))}")
    numbers = rf"^\W*(?:(?:{_either(raw, 'error_word')})\W*)?(?:40[0-9]|50[0-9])\b"
    # From the beginnings of words alone, and without looking at both cases: that is twenty times as fast.
    return RefusalWords(
        error=_pattern("error", rf"{numbers}|\b(?:{_either(raw, 'error')})"),
        film=_pattern("film", rf"^\W*(?:{_either(raw, 'film')})\b"),
        **{kind: _pattern(kind, rf"\b(?:{_either(raw, kind)})") for kind in ("robot", "paywall", "subscribers", "consent")},
    )


def _either(raw: dict[str, object], kind: str) -> str:
    """All patterns of a kind as one, each language's in the order of the file."""
    by_language = raw[kind]
    if not isinstance(by_language, dict):
        raise OntologyError(f"data/{_FILE}: {kind} must be a mapping from languages to patterns")
    found: list[str] = []
    for language, patterns in by_language.items():
        # YAML reads a bare `no` as False; the loader says so instead of losing Norwegian.
        if not isinstance(language, str) or not _LANGUAGE.fullmatch(language) or not isinstance(patterns, list):
            raise OntologyError(
                f'data/{_FILE}: {kind}: {language!r} must be a language of two letters with a list of patterns (quote "no")'
            )
        found.extend(f"(?:{_small(kind, str(pattern))})" for pattern in patterns)
    return "|".join(found)


def _small(kind: str, pattern: str) -> str:
    """The pattern, refused where it asks for capitals, which would never be found."""
    letters = _CLASS.sub("", pattern)
    if letters != letters.lower():
        raise OntologyError(f"data/{_FILE}: {kind}: write {pattern[:60]!r} in small letters")
    return pattern


def _pattern(kind: str, text: str) -> re.Pattern[str]:
    try:
        return re.compile(text)
    except re.error as error:
        raise OntologyError(f"data/{_FILE}: broken pattern in {kind}: {error}") from error
