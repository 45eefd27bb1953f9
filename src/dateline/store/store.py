"""The record's file, as the runner sees it: values in, values out, one transaction for each batch."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, delete, func, insert, select

from dateline.errors import StoreError
from dateline.model.changes import Change
from dateline.model.pages import Drop
from dateline.model.plain import to_plain
from dateline.model.record import Record
from dateline.model.reports import Reading
from dateline.model.visits import Visit
from dateline.store import opening, rows, tables
from dateline.store.rows import Kept, PageResult, Run


class Store:
    """One record's file. Use as a context manager; every method may raise `StoreError`."""

    def __init__(self, connection: Connection, path: Path) -> None:
        self._connection = connection
        self._path = path

    @classmethod
    def open(cls, path: Path, *, write: bool) -> Self:
        """The record at `path`; made if it is to be written and is not there."""
        return cls(opening.open_for_writing(path) if write else opening.open_for_reading(path), path)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        opening.close(self._connection)

    def version(self) -> str | None:
        """The version of the tables."""
        return opening.version_of(self._connection, self._path)

    def kept(self, page: str) -> Kept | None:
        """What is known of the page with this id."""
        with opening.explained(self._path), self._connection.begin():
            row = self._connection.execute(select(tables.pages).where(tables.pages.c.id == page)).one_or_none()
        if row is None:
            return None
        drop = None if row.article else Drop(row.name, row.stage, row.reason, row.detail, row.unreadable)
        return Kept(row.made_by, row.article, drop)

    def add(self, results: Sequence[PageResult]) -> None:
        """Keep a batch, in one transaction. A page or article that is there is replaced."""
        with opening.explained(self._path), self._connection.begin():
            for result in results:
                self._connection.execute(delete(tables.pages).where(tables.pages.c.id == result.id))
                self._connection.execute(insert(tables.pages).values(rows.page_row(result)))
                if isinstance(result.outcome, Reading):
                    self._connection.execute(delete(tables.readings).where(tables.readings.c.article == result.outcome.article.id))
                    self._connection.execute(insert(tables.readings).values(rows.reading_row(result, result.outcome)))

    def visit(self, url: str, made_by: str) -> Visit | None:
        """The last visit of an address, if what was found there was read by `made_by`."""
        query = select(tables.visits).where(tables.visits.c.url == url, tables.visits.c.made_by == made_by)
        with opening.explained(self._path), self._connection.begin():
            row = self._connection.execute(query).one_or_none()
        return None if row is None else Visit(row.url, row.uri, row.etag, row.last_modified, row.fetched, row.sha256, row.mark)

    def add_visits(self, visits: Sequence[Visit], made_by: str) -> None:
        """Keep visits, in one transaction. An address that is there is replaced."""
        with opening.explained(self._path), self._connection.begin():
            for visit in visits:
                self._connection.execute(delete(tables.visits).where(tables.visits.c.url == visit.url))
                self._connection.execute(insert(tables.visits).values(**asdict(visit), made_by=made_by))

    def readings(self) -> list[Reading]:
        """What every article says, in the order of the articles' ids."""
        with opening.explained(self._path), self._connection.begin():
            found = self._connection.execute(select(tables.readings.c.payload).order_by(tables.readings.c.article)).scalars().all()
        return [rows.read(Reading, payload) for payload in found]

    def models(self) -> tuple[tuple[str, str], ...]:
        """Name and version of every model that read an article, sorted."""
        query = select(tables.readings.c.model, tables.readings.c.model_version).distinct()
        with opening.explained(self._path), self._connection.begin():
            return tuple(sorted((name, version) for name, version in self._connection.execute(query)))

    def pages(self) -> int:
        """How many pages are kept, those that gave no article among them."""
        with opening.explained(self._path), self._connection.begin():
            return int(self._connection.execute(select(func.count()).select_from(tables.pages)).scalar_one())

    def articles(self) -> int:
        """How many articles there are."""
        with opening.explained(self._path), self._connection.begin():
            return len(self._connection.execute(select(tables.readings.c.article)).all())

    def stale(self, version: str) -> bool:
        """Is the stored record made from other readings, or by another version of the program, than those of now?"""
        with opening.explained(self._path), self._connection.begin():
            return self._state("record_of") != self._readings_digest(version)

    def write_record(self, record: Record, version: str, changes: Sequence[Change]) -> None:
        """Keep the record made from all readings, and what changed by it, in one transaction."""
        if record.as_of is not None:
            raise StoreError("only the record of everything is stored, not the one as of a day")
        entries = list(rows.entry_rows(record))
        with opening.explained(self._path), self._connection.begin():
            self._connection.execute(delete(tables.entries))
            if entries:
                self._connection.execute(insert(tables.entries), entries)
            self._set_state("record_of", self._readings_digest(version))
            self._set_state("models", json.dumps(to_plain(record.models)))
            self._log(version, len(record.articles), changes)

    def record(self) -> Record | None:
        """The stored record; None if there has never been one. Ask `stale` whether it is current."""
        with opening.explained(self._path), self._connection.begin():
            models = self._state("models")
            query = select(tables.entries.c.kind, tables.entries.c.payload).order_by(tables.entries.c.kind, tables.entries.c.position)
            found = [(kind, payload) for kind, payload in self._connection.execute(query)]
        return None if models is None else rows.record_of(found, models)

    def runs(self) -> list[Run]:
        """Every run that changed the record, the first one first."""
        with opening.explained(self._path), self._connection.begin():
            runs = self._connection.execute(select(tables.runs).order_by(tables.runs.c.id)).all()
            query = select(tables.changes.c.run, tables.changes.c.payload).order_by(tables.changes.c.run, tables.changes.c.position)
            changes = self._connection.execute(query).all()
        logged: dict[int, list[Change]] = {run.id: [] for run in runs}
        for number, payload in changes:
            logged[number].append(rows.read(Change, payload))
        return [Run(run.id, run.version, run.articles, tuple(logged[run.id])) for run in runs]

    def _state(self, name: str) -> str | None:
        return self._connection.execute(select(tables.state.c.value).where(tables.state.c.name == name)).scalar_one_or_none()

    def _set_state(self, name: str, value: str) -> None:
        self._connection.execute(delete(tables.state).where(tables.state.c.name == name))
        self._connection.execute(insert(tables.state).values(name=name, value=value))

    def _readings_digest(self, version: str) -> str:
        found = self._connection.execute(select(tables.readings.c.article, tables.readings.c.made_by))
        return rows.digest([(article, made_by) for article, made_by in found], version)

    def _log(self, version: str, articles: int, changes: Sequence[Change]) -> None:
        last = self._connection.execute(select(func.max(tables.runs.c.id))).scalar_one_or_none()
        number = (last or 0) + 1
        self._connection.execute(insert(tables.runs).values(id=number, version=version, articles=articles))
        logged = [{"run": number, "position": n, "event": c.event, "payload": rows.write(c)} for n, c in enumerate(changes)]
        if logged:
            self._connection.execute(insert(tables.changes), logged)
