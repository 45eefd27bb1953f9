"""Opens a record's file: finds out what it is, migrates it, and says what to do where it can't be used."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event, exc, inspect, text
from sqlalchemy.pool import StaticPool

from dateline.errors import StoreError

# The newest version of the tables; a test compares it with the scripts.
VERSION = "0002"
VERSION_TABLE = "dateline_version"
# Another run writes for less than a second at its end, so this waits for several of them.
BUSY_SECONDS = 10.0


def open_for_writing(path: Path) -> Connection:
    """A connection to the record at `path`, made or migrated where needed. Raises `StoreError`."""
    with explained(path):
        connection = _engine(path, lambda: sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None), "BEGIN IMMEDIATE").connect()
        try:
            connection.exec_driver_sql("SELECT count(*) FROM sqlite_master")
            connection.rollback()
            _migrate(connection, path)
            _use_wal(connection)
        except BaseException:
            close(connection)
            raise
    return connection


def open_for_reading(path: Path) -> Connection:
    """A connection that can't write, to a record that is there and current. Raises `StoreError`."""
    if not path.is_file():
        raise StoreError(f"there is no record at {path}: make one with `dateline add PAGES --record {path}`")
    with explained(path):
        connection = _engine(path, lambda: _connect_reader(path), "BEGIN").connect()
        try:
            _check_current(connection, path)
        except BaseException:
            close(connection)
            raise
    return connection


def close(connection: Connection) -> None:
    """Close it for good; SQLite then folds the write-ahead log into the file."""
    connection.close()
    connection.engine.dispose()


def version_of(connection: Connection, path: Path) -> str | None:
    """The version of the tables, None for a new file. Raises `StoreError` for a file that is not ours or is newer than this program."""
    with connection.begin():
        tables = inspect(connection).get_table_names()
        if not tables:
            return None
        if VERSION_TABLE not in tables:
            raise StoreError(f"{path} is a database, but no Dateline record: name another file with --record")
        version = connection.execute(text(f"SELECT version_num FROM {VERSION_TABLE}")).scalar_one()  # noqa: S608 - a constant of this file
    if version > VERSION:
        raise StoreError(f"{path} was made by a newer Dateline (tables {version}, this one knows {VERSION}): update Dateline")
    return str(version)


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turns the driver's errors into a `StoreError` that names the file and what to do."""
    try:
        yield
    except (exc.DBAPIError, sqlite3.Error) as error:
        cause = str(error.orig if isinstance(error, exc.DBAPIError) else error)
        raise StoreError(f"{path}: {_advice(cause)}") from error


_ADVICE = {
    "not a database": "this is no Dateline record: name another file with --record",
    "locked": "another program is writing to it: wait until it has finished and try again",
    "readonly": "it can't be written to: change its permissions or name another file with --record",
    "unable to open": "it can't be opened or made: check that its folder is there and can be written to",
    "full": "the disk is full: make room and try again; what was there before is unchanged",
    "malformed": "the file is damaged: restore a copy, or make it again from the pages",
}


def _advice(cause: str) -> str:
    return next((advice for sign, advice in _ADVICE.items() if sign in cause), cause)


def _engine(path: Path, connect: Callable[[], sqlite3.Connection], begin: str) -> Engine:
    if path.is_dir():
        raise StoreError(f"{path} is a folder: name a file with --record")
    engine = create_engine("sqlite://", creator=connect, poolclass=StaticPool)
    # The driver's own transactions begin late and commit before schema changes, so it is told to keep out and we begin them.
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql(begin))
    return engine


def _uri(path: Path) -> str:
    """How a reader opens the file.

    A reader who may write removes SQLite's log when it closes, one who may not would leave it behind. Where even the folder can't be
    written and no log is left over, nobody is writing, and SQLite must not look for a log.
    """
    if os.access(path, os.W_OK) and os.access(path.parent, os.W_OK):
        mode = "mode=rw"
    else:
        mode = "mode=ro" if path.with_name(path.name + "-wal").exists() or os.access(path.parent, os.W_OK) else "immutable=1"
    return f"file:{quote(str(path))}?{mode}"


def _connect_reader(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(_uri(path), uri=True, timeout=BUSY_SECONDS, isolation_level=None)
    connection.execute("PRAGMA query_only=ON")
    return connection


def _migrate(connection: Connection, path: Path) -> None:
    if version_of(connection, path) == VERSION:
        return
    # Alembic takes a quarter of a second to import, and a record is migrated once.
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    config.attributes["connection"] = connection
    config.attributes["version_table"] = VERSION_TABLE
    with connection.begin():
        command.upgrade(config, "head")


def _check_current(connection: Connection, path: Path) -> None:
    if version_of(connection, path) != VERSION:
        raise StoreError(f"{path} was made by an older Dateline: bring it up to date with `dateline add PAGES --record {path}`")


def _use_wal(connection: Connection) -> None:
    """Readers then never wait for a writer. It can't be set inside a transaction, and stays with the file."""
    driver = connection.connection.driver_connection
    if isinstance(driver, sqlite3.Connection):
        driver.execute("PRAGMA journal_mode=WAL")
        driver.execute("PRAGMA synchronous=NORMAL")
