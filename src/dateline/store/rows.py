"""Our values as rows and back."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, TypeVar, get_args, get_type_hints

from dateline.errors import PlainError, StoreError
from dateline.model.changes import Change
from dateline.model.pages import Drop
from dateline.model.plain import from_plain, to_plain
from dateline.model.record import Record, RecordArticle
from dateline.model.reports import Reading

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class PageResult:
    """What became of one page. `outcome` is what its article says, or why there is none.

    `made_by` names the program and model that read it; `model` is the model's name and version.
    """

    id: str
    name: str
    uri: str | None
    sha256: str
    made_by: str
    model: tuple[str, str]
    outcome: Reading | Drop


@dataclass(frozen=True, slots=True)
class Kept:
    """What the file knows of a page: who read it, and the article or the drop it became."""

    made_by: str
    article: str | None
    drop: Drop | None


@dataclass(frozen=True, slots=True)
class Run:
    """One run that changed the record: the program's version, how many articles it had then, and what changed."""

    id: int
    version: str
    articles: int
    changes: tuple[Change, ...]


def write(value: object) -> str:
    """A value of ours as JSON text."""
    return json.dumps(to_plain(value), ensure_ascii=False, separators=(",", ":"))


def read(cls: type[T], payload: str) -> T:
    """The value `write` made the text from. Raises `StoreError` where it does not fit the type."""
    try:
        return from_plain(cls, json.loads(payload))
    except (PlainError, json.JSONDecodeError) as error:
        name = getattr(cls, "__name__", "value")
        message = f"a stored {name} can't be read ({error}): the record is damaged or from another version; make it again from the pages"
        raise StoreError(message) from error


def page_row(result: PageResult) -> dict[str, Any]:
    outcome = result.outcome
    drop = outcome if isinstance(outcome, Drop) else None
    return {
        "id": result.id,
        "name": result.name,
        "uri": result.uri,
        "sha256": result.sha256,
        "made_by": result.made_by,
        "article": outcome.article.id if isinstance(outcome, Reading) else None,
        "stage": drop.stage if drop else None,
        "reason": drop.reason if drop else None,
        "detail": drop.detail if drop else None,
        "unreadable": drop.unreadable if drop else False,
    }


def reading_row(result: PageResult, reading: Reading) -> dict[str, Any]:
    published = reading.article.published
    return {
        "article": reading.article.id,
        "made_by": result.made_by,
        "model": result.model[0],
        "model_version": result.model[1],
        "published_earliest": published.earliest.isoformat() if published.earliest else None,
        "published_latest": published.latest.isoformat() if published.latest else None,
        "payload": write(reading),
    }


def entry_rows(record: Record) -> Iterator[dict[str, Any]]:
    """One row for each article, actor, report, event, ... of the record."""
    for kind in _KINDS:
        for position, value in enumerate(getattr(record, kind)):
            identity = value.article.id if isinstance(value, RecordArticle) else value.id
            yield {"kind": kind, "position": position, "id": identity, "payload": write(value)}


def record_of(rows: Iterable[tuple[str, str]], models: str) -> Record:
    """The record that `entry_rows` was made from: rows are (kind, payload) in order."""
    found: dict[str, list[Any]] = {kind: [] for kind in _KINDS}
    for kind, payload in rows:
        found[kind].append(read(_KINDS[kind], payload))
    return Record(as_of=None, models=read(tuple[tuple[str, str], ...], models), **{kind: tuple(values) for kind, values in found.items()})


def digest(readings: Iterable[tuple[str, str]], version: str) -> str:
    """Names a set of readings (article, made by) and the version of the program that makes a record of them."""
    lines = [version, *(f"{article} {made_by}" for article, made_by in sorted(readings))]
    return hashlib.sha256("\n".join(lines).encode("utf-8")).hexdigest()


# The record's tables and what they hold, from the type itself.
_KINDS: dict[str, type] = {name: get_args(hint)[0] for name, hint in get_type_hints(Record).items() if name not in ("as_of", "models")}
