"""What is written is what is read; what is no usable record is refused with what to do."""

import sqlite3
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from hypothesis import HealthCheck, given, settings
from tests.records import any_of, reading, small_record

from dateline import store as store_package
from dateline.errors import StoreError
from dateline.model.changes import Change
from dateline.model.pages import Drop
from dateline.model.record import Dispute, Event, Source
from dateline.model.reports import Report
from dateline.store import Kept, PageResult, Store, opening, tables

MODEL = ("en_test", "1.0")


def result(page: str, outcome: object, made_by: str = "0 en_test 1.0") -> PageResult:
    return PageResult(page, f"{page}.txt", None, "0" * 64, made_by, MODEL, outcome)


def test_the_record_read_back_is_the_record_written(tmp_path: Path) -> None:
    record = small_record()
    with Store.open(tmp_path / "a.db", write=True) as store:
        assert store.record() is None
        store.write_record(record, "1", ())
        assert store.record() == record
    with Store.open(tmp_path / "a.db", write=False) as store:
        assert store.record() == record


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(any_of(Event), any_of(Report), any_of(Dispute), any_of(Source))
def test_any_record_read_back_is_the_record_written(tmp_path: Path, event: Event, report: Report, dispute: Dispute, source: Source) -> None:
    record = replace(small_record(), events=(event, event), reports=(report,), disputes=(dispute,), sources=(source,), models=())
    with Store.open(tmp_path / "any.db", write=True) as store:
        store.write_record(record, "1", ())
        assert store.record() == record


def test_the_record_as_of_a_day_is_never_stored(tmp_path: Path) -> None:
    with Store.open(tmp_path / "a.db", write=True) as store, pytest.raises(StoreError, match="as of a day"):
        store.write_record(replace(small_record(), as_of=date(2023, 5, 2)), "1", ())


def test_readings_come_back_in_the_order_of_their_articles(tmp_path: Path) -> None:
    late, early = reading("a-2", day=date(2023, 5, 1)), reading("a-1")
    with Store.open(tmp_path / "a.db", write=True) as store:
        store.add([result("p-2", late), result("p-1", early)])
        assert store.readings() == [early, late]
        assert store.models() == (MODEL,)
        assert store.articles() == 2
        assert store.kept("p-2") == Kept("0 en_test 1.0", "a-2", None)
        assert store.kept("p-9") is None


def test_a_drop_is_kept_with_its_reason(tmp_path: Path) -> None:
    drop = Drop("p-1.txt", "articles", "not English", "3 of 4 lines are German", unreadable=False)
    with Store.open(tmp_path / "a.db", write=True) as store:
        store.add([result("p-1", drop)])
        assert store.kept("p-1") == Kept("0 en_test 1.0", None, drop)
        assert store.readings() == []


def test_a_page_read_again_replaces_what_it_said(tmp_path: Path) -> None:
    with Store.open(tmp_path / "a.db", write=True) as store:
        store.add([result("p-1", reading("a-1"))])
        store.add([result("p-1", reading("a-1", "Another title\nAnother text."), made_by="1 en_test 1.0")])
        assert [one.article.title for one in store.readings()] == ["Another title"]


def test_a_batch_is_kept_whole_or_not_at_all(tmp_path: Path) -> None:
    broken = result("p-2", reading("a-2"), made_by=None)
    with Store.open(tmp_path / "a.db", write=True) as store:
        with pytest.raises(StoreError):
            store.add([result("p-1", reading("a-1")), broken])
        assert store.readings() == []


def test_stale_says_whether_the_record_was_made_from_these_readings(tmp_path: Path) -> None:
    with Store.open(tmp_path / "a.db", write=True) as store:
        assert store.stale("1")
        store.add([result("p-1", reading("a-1"))])
        store.write_record(small_record(), "1", ())
        assert not store.stale("1")
        assert store.stale("2")
        store.add([result("p-2", reading("a-2"))])
        assert store.stale("1")


def test_runs_are_logged_with_what_they_changed(tmp_path: Path) -> None:
    changes = (
        Change("e-1", "A visit", "status", "planned", "held", ("a-2",)),
        Change("e-2", "A call", "new event", None, "held", ("a-2",)),
    )
    with Store.open(tmp_path / "a.db", write=True) as store:
        store.write_record(small_record(), "1", ())
        store.write_record(small_record(), "1", changes)
        runs = store.runs()
    assert [(run.id, run.version, run.articles, run.changes) for run in runs] == [(1, "1", 2, ()), (2, "1", 2, changes)]


def test_only_the_file_itself_is_left_behind(tmp_path: Path) -> None:
    with Store.open(tmp_path / "a.db", write=True) as store:
        store.write_record(small_record(), "1", ())
    with Store.open(tmp_path / "a.db", write=False) as store:
        store.record()
    assert [path.name for path in tmp_path.iterdir()] == ["a.db"]


def test_no_path_of_this_machine_is_in_the_file(tmp_path: Path) -> None:
    with Store.open(tmp_path / "a.db", write=True) as store:
        store.add([result("p-1", reading("a-1"))])
        store.write_record(small_record(), "1", ())
    content = (tmp_path / "a.db").read_bytes()
    assert str(tmp_path).encode() not in content
    assert str(Path.home()).encode() + b"/" not in content


def test_readers_do_not_wait_for_a_writer(tmp_path: Path) -> None:
    with Store.open(tmp_path / "a.db", write=True) as writer:
        writer.write_record(small_record(), "1", ())
        with Store.open(tmp_path / "a.db", write=False) as reader:
            assert reader.record() == small_record()


def test_a_reader_cannot_write(tmp_path: Path) -> None:
    Store.open(tmp_path / "a.db", write=True).__exit__(None, None, None)
    with Store.open(tmp_path / "a.db", write=False) as store, pytest.raises(StoreError, match="can't be written to"):
        store.write_record(small_record(), "1", ())


@pytest.mark.parametrize("write", [True, False])
def test_a_file_that_is_no_record_is_left_as_it_was(tmp_path: Path, *, write: bool) -> None:
    text = tmp_path / "notes.txt"
    text.write_text("These are notes about a conference, not a database at all.\n" * 40, encoding="utf-8")
    before = text.read_bytes()
    with pytest.raises(StoreError, match="no Dateline record: name another file with --record"):
        Store.open(text, write=write)
    assert text.read_bytes() == before


@pytest.mark.parametrize("write", [True, False])
def test_another_programs_database_is_refused(tmp_path: Path, *, write: bool) -> None:
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE bookmarks (url TEXT)")
    connection.close()
    with pytest.raises(StoreError, match="is a database, but no Dateline record"):
        Store.open(path, write=write)


@pytest.mark.parametrize("write", [True, False])
def test_a_newer_record_asks_for_a_newer_dateline(tmp_path: Path, *, write: bool) -> None:
    path = tmp_path / "a.db"
    Store.open(path, write=True).__exit__(None, None, None)
    with sqlite3.connect(path) as connection:
        connection.execute(f"UPDATE {opening.VERSION_TABLE} SET version_num = '9999'")  # noqa: S608 - a constant
    connection.close()
    with pytest.raises(StoreError, match=r"newer Dateline \(tables 9999, this one knows .*\): update Dateline"):
        Store.open(path, write=write)


def test_a_record_that_is_not_there_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="make one with `dateline add PAGES"):
        Store.open(tmp_path / "none.db", write=False)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_or_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="is a folder: name a file with --record"):
        Store.open(tmp_path, write=True)
    with pytest.raises(StoreError, match="can't be opened or made: check that its folder is there"):
        Store.open(tmp_path / "no" / "a.db", write=True)


def test_a_locked_record_says_to_wait(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.db"
    Store.open(path, write=True).__exit__(None, None, None)
    monkeypatch.setattr(opening, "BUSY_SECONDS", 0.05)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        with pytest.raises(StoreError, match="another program is writing to it: wait"):
            Store.open(path, write=True)
    finally:
        other.close()


def test_a_damaged_value_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    with Store.open(path, write=True) as store:
        store.write_record(small_record(), "1", ())
    with sqlite3.connect(path) as connection:
        connection.execute("""UPDATE entries SET payload = '{"id": 1}' WHERE kind = 'places'""")
    connection.close()
    with (
        Store.open(path, write=False) as store,
        pytest.raises(StoreError, match=r"a stored Place can't be read .* make it again from the pages"),
    ):
        store.record()


def test_the_migrations_make_the_tables(tmp_path: Path) -> None:
    with Store.open(tmp_path / "a.db", write=True) as store:
        context = MigrationContext.configure(store._connection, opts={"version_table": opening.VERSION_TABLE, "compare_type": True})
        assert compare_metadata(context, tables.metadata) == []


def test_the_newest_script_is_the_version_that_is_expected() -> None:
    config = Config()
    config.set_main_option("script_location", str(Path(store_package.__file__).parent / "migrations"))
    assert ScriptDirectory.from_config(config).get_heads() == [opening.VERSION]
