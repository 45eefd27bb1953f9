"""The summary and exit codes of `add`, and the shipped story from its pages to its page, with every stage in place."""

import json
import sys
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from tests.cli.conftest import Run

from dateline.cli import adding
from dateline.cli.adding import exit_code, report
from dateline.model.changes import Change
from dateline.model.pages import Drop
from dateline.runner.adding import Summary

GONE = Drop("gone.txt", "pages", "missing", "no such file: check its name", unreadable=True)
GERMAN = Drop("de.html", "articles", "not English", "it is German")


@pytest.mark.parametrize(
    ("summary", "code"),
    [
        (Summary(2, 1, 1, (), ()), 0),
        (Summary(2, 1, 0, (GERMAN,), ()), 0),
        (Summary(1, 0, 0, (GERMAN,), ()), 0),
        (Summary(2, 1, 0, (GONE,), ()), 3),
        (Summary(1, 0, 0, (GONE,), ()), 1),
        (Summary(0, 0, 0, (), ()), 1),
    ],
)
def test_exit_codes(summary: Summary, code: int) -> None:
    assert exit_code(summary) == code


def test_the_summary_names_drops_and_changes(capsys: pytest.CaptureFixture[str]) -> None:
    changes = (Change("e-1", "A visit", "status", "planned", "held", ()), Change("e-2", "A call", "new event", None, "held", ()))
    report(Summary(3, 1, 0, (GONE, GERMAN), changes), quiet=False)
    seen = capsys.readouterr()
    assert seen.out == ""
    assert seen.err.splitlines() == [
        "left out: de.html: not English: it is German",
        "not read: gone.txt: missing: no such file: check its name",
        "3 pages: 1 new, 0 known already; left out 1 (1 not English); not read 1 (1 missing)",
        "  A visit: status planned -> held",
        "  1 new event: dateline show timeline",
    ]


def test_quiet_still_names_what_could_not_be_read(capsys: pytest.CaptureFixture[str]) -> None:
    report(Summary(3, 1, 0, (GONE, GERMAN), ()), quiet=True)
    assert capsys.readouterr().err == "not read: gone.txt: missing: no such file: check its name\n"


def test_the_shipped_story_from_pages_to_page(dateline: Run, tmp_path: Path) -> None:
    code, out, err = dateline("demo", "--no-open", "--output", "demo")
    assert code == 0, err
    assert out == "demo/story.html\n"
    html = (tmp_path / "demo" / "story.html").read_text(encoding="utf-8")
    assert 'src="http' not in html
    code, first, _ = dateline("export", "--record", "demo/dateline.db")
    record = json.loads(first)
    schema = json.loads((Path(__file__).parents[2] / "src/dateline/data/schema/dateline-record-1.json").read_text(encoding="utf-8"))
    assert [f"{list(e.absolute_path)}: {e.message}" for e in Draft202012Validator(schema).iter_errors(record)] == []
    assert len(record["articles"]) == len(list((tmp_path / "demo" / "pages").iterdir()))
    assert any(len({step["status"] for step in event["history"]}) > 1 for event in record["events"])
    check_order_and_batches(dateline, tmp_path, first)
    check_as_of(dateline, record)


def check_order_and_batches(dateline: Run, folder: Path, expected: str) -> None:
    """The pages again, from the last to the first, some of them in two processes, give the same bytes; so does adding them once more."""
    pages = sorted((folder / "demo" / "pages").iterdir(), reverse=True)
    assert dateline("add", "--record", "b.db", "--workers", "2", *map(str, pages[:3]))[0] == 0
    assert dateline("add", "--record", "b.db", *map(str, pages[3:]))[0] == 0
    assert dateline("export", "--record", "b.db")[1] == expected
    _, _, err = dateline("add", "--record", "b.db", str(folder / "demo" / "pages"))
    assert f"0 new, {len(pages)} known already" in err
    assert dateline("export", "--record", "b.db")[1] == expected


def check_as_of(dateline: Run, everything: dict[str, Any]) -> None:
    """As of a day: only what was published by then, with the days of publication that all pages together tell."""
    published = {article["id"]: article["published"] for article in everything["articles"]}
    day = sorted(moment["latest"] for moment in published.values() if moment["latest"])[2]
    known = json.loads(dateline("export", "--record", "demo/dateline.db", "--as-of", day)[1])
    assert known["as_of"] == day
    assert {article["id"] for article in known["articles"]} == {
        one for one, moment in published.items() if moment["latest"] and moment["latest"] <= day
    }
    assert all(article["published"] == published[article["id"]] for article in known["articles"])
    assert 0 < len(known["events"]) < len(everything["events"])
    first = min(moment["latest"] for moment in published.values() if moment["latest"])
    before = json.loads(dateline("export", "--record", "demo/dateline.db", "--as-of", f"{int(first[:4]) - 1}-01-01")[1])
    assert before["articles"] == before["events"] == []


def test_the_bar_is_on_stderr_and_only_on_a_terminal(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(adding, "SHOWN_AFTER_SECONDS", -1.0)
    with adding.Bar(("a.txt", "b.txt")) as bar:
        bar.step(0, "a.txt")
    assert capsys.readouterr() == ("", "")
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("FORCE_COLOR", "1")
    with adding.Bar(("a.txt", "b.txt")) as bar:
        bar.step(1, "b\x1b[2J.txt")
    seen = capsys.readouterr()
    assert seen.out == ""
    assert "1/2" in seen.err
    assert "\x1b[2J" not in seen.err


def test_what_cannot_be_read_is_named_and_the_rest_goes_on(dateline: Run, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("Too short.", encoding="utf-8")
    code, out, err = dateline("add", "notes.txt", "missing.html")
    assert (code, out) == (3, "")
    assert "missing.html: " in err
    assert "notes.txt: " in err
    assert "2 pages: 0 new" in err
    assert dateline("add", "missing.html")[0] == 1


def test_nothing_read_leaves_no_record(dateline: Run, tmp_path: Path) -> None:
    assert dateline("add", "missing.html")[0] == 1
    assert list(tmp_path.iterdir()) == []
    (tmp_path / "notes.txt").write_text("Too short.", encoding="utf-8")
    assert dateline("add", "notes.txt")[0] == 0
    assert (tmp_path / "dateline.db").exists()
    assert dateline("add", "missing.html")[0] == 1
    assert (tmp_path / "dateline.db").exists()


def test_an_interrupt_while_the_record_is_made_leaves_none(dateline: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(path: Path) -> None:
        path.touch()
        raise KeyboardInterrupt

    monkeypatch.setattr("dateline.store.opening.open_for_writing", stop)
    assert dateline("add", "missing.html")[0] == 130
    assert list(tmp_path.iterdir()) == []


def test_an_interrupt_before_the_first_page_leaves_no_record(dateline: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "notes.txt").write_text("Too short.", encoding="utf-8")

    def stop(*_given: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("dateline.runner.one_page.OnePage.__call__", stop)
    code, _, err = dateline("add", "notes.txt")
    assert code == 130
    assert "interrupted" in err
    assert not (tmp_path / "dateline.db").exists()


def test_drops_beyond_the_first_of_a_reason_are_counted(capsys: pytest.CaptureFixture[str]) -> None:
    report(Summary(9_003, 1, 0, (GERMAN,), (), (("damaged record", True, 2), ("not English", False, 8_999))), quiet=False)
    assert capsys.readouterr().err.splitlines() == [
        "left out: de.html: not English: it is German",
        "left out: ... and 8,999 more: not English",
        "not read: ... and 2 more: damaged record",
        "9,003 pages: 1 new, 0 known already; left out 9,000 (9,000 not English); not read 2 (2 damaged record)",
    ]
    report(Summary(9_003, 1, 0, (GERMAN,), (), (("damaged record", True, 2), ("not English", False, 8_999))), quiet=True)
    assert capsys.readouterr().err == "not read: ... and 2 more: damaged record\n"
