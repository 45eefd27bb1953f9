"""What `show` prints: for reading, as JSON, and what it says where it can't."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from tests.cli.conftest import Run
from tests.records import small_record

from dateline import __version__
from dateline.cli import console
from dateline.model.articles import Article
from dateline.model.changes import Change
from dateline.store import Store

WHAT = ["timeline", "events", "statements", "disputes", "people", "sources"]


@pytest.mark.usefixtures("record")
@pytest.mark.parametrize(
    ("what", "words"),
    [
        ("timeline", ["2023-05-04", "held", "Lena Horn and Per Dahl meet in Vienna [contested: when]", "1 source", "e-3f2a"]),
        ("events", ["e-3f2a", "CONSULT", "visit", "held"]),
        ("statements", ["Per Dahl", "no answer", "declined to comment", "Example Post"]),
        ("disputes", ["The ministers will meet", "Lena Horn asserts", "an aide no comment"]),
        ("people", ["Lena Horn", "AUT", "foreign minister (Austria)", "Per Dahl", "SWE"]),
        ("sources", ["Example Post", "outlet", "2023-05-01", "meta", "Ministers to meet", "a-1.txt"]),
    ],
)
def test_each_part_in_words(dateline: Run, what: str, words: list[str]) -> None:
    code, out, err = dateline("show", what)
    assert (code, err) == (0, "")
    assert [word for word in words if word not in out] == []
    assert not any(line.endswith(" ") for line in out.splitlines())


@pytest.mark.usefixtures("record")
@pytest.mark.parametrize("what", WHAT)
def test_each_part_as_json(dateline: Run, what: str) -> None:
    code, out, _ = dateline("show", what, "--json")
    assert code == 0
    assert json.loads(out)


@pytest.mark.usefixtures("record")
def test_an_event_tells_each_step_with_its_words(dateline: Run) -> None:
    code, out, _ = dateline("show", "event", "3f2")
    assert code == 0
    planned, held = out.index("planned"), out.rindex("held ")
    assert planned < held
    assert "Lena Horn, in Example Post" in out
    assert "“Lena Horn, the foreign minister of Austria, will meet Per Dahl in Vienna on May 4, her office said.”" in out
    assert "“Horn and Dahl met in Vienna on Thursday.”" in out
    assert "a-2.txt, characters" in out
    as_json = json.loads(dateline("show", "event", "e-77b1", "--json")[1])
    assert as_json["event"]["id"] == "e-3f2a"
    assert [report["status"] for report in as_json["reports"]] == ["planned", "held"]
    assert as_json["reports"][1]["sentence"] == "Horn and Dahl met in Vienna on Thursday."


def test_an_id_must_begin_one_event(dateline: Run, record: Path) -> None:
    code, out, err = dateline("show", "event", "zz")
    assert (code, out) == (1, "")
    assert "no event 'zz': `dateline show events` lists them" in err
    small = small_record()
    with Store.open(record, write=True) as store:
        twin = replace(small.events[0], id="e-3f2b", formerly=())
        store.write_record(replace(small, events=(*small.events, twin)), __version__, ())
    code, _, err = dateline("show", "event", "3f2")
    assert code == 1
    assert "begins the ids of 2 events (e-3f2a, e-3f2b): give more of it" in err
    assert dateline("show", "event", "3f2b")[0] == 0


@pytest.mark.usefixtures("record")
def test_changes_tell_what_each_run_did(dateline: Run) -> None:
    code, out, _ = dateline("show", "changes")
    assert code == 0
    assert out.splitlines() == [
        "run 1: 2 articles in the record, 1 change",
        "    status planned -> held: Lena Horn and Per Dahl meet in Vienna  [a-2.txt]",
    ]
    assert json.loads(dateline("show", "changes", "--json")[1])[0]["changes"][0]["after"] == "held"


def test_new_events_stand_under_one_head(dateline: Run, record: Path) -> None:
    new = [Change(f"e-{n}", f"Call {n}", "new event", None, "held", ("a-1",)) for n in (1, 2)]
    gone = Change("e-9", "A visit", "gone", "planned", "joined to another event", ())
    with Store.open(record, write=True) as store:
        store.write_record(small_record(), __version__, (new[0], gone, new[1]))
        store.write_record(small_record(), __version__, ())
    out = dateline("show", "changes")[1].splitlines()
    assert out[:6] == [
        "run 3: 2 articles in the record, nothing changed",
        "run 2: 2 articles in the record, 1 change, 2 new events",
        "    gone planned -> joined to another event: A visit",
        "    new:",
        "    held        Call 1  [a-1.txt]",
        "    held        Call 2  [a-1.txt]",
    ]


def test_text_of_pages_cannot_steer_the_terminal(dateline: Run, record: Path) -> None:
    small = small_record()
    nasty = "Ministers\x1b[2J\x07 to \u202emeet\x9b31m"
    event = replace(small.events[0], summary=nasty)
    first = small.articles[0]
    article: Article = replace(first.article, title=nasty)
    with Store.open(record, write=True) as store:
        record_of_it = replace(small, events=(event,), articles=(replace(first, article=article), small.articles[1]))
        store.write_record(record_of_it, __version__, ())
    for arguments in (["timeline"], ["event", "e-3f2a"], ["sources"], ["timeline", "--json"], ["sources", "--json"]):
        code, out, err = dateline("show", *arguments)
        assert code == 0
        assert not set(out + err) & set("\x1b\x07\x9b\u202e")


def test_without_a_record_it_says_how_to_make_one(dateline: Run) -> None:
    code, out, err = dateline("show", "timeline")
    assert (code, out) == (1, "")
    assert err == "dateline: there is no record at dateline.db: make one with `dateline add PAGES --record dateline.db`\n"


def test_a_day_that_is_none_is_a_mistake_of_the_command_line(dateline: Run) -> None:
    code, _, err = dateline("show", "timeline", "--as-of", "next week")
    assert code == 2
    assert "'next week' is no day: write it as YYYY-MM-DD" in err


def test_the_environment_names_the_record(dateline: Run, record: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere.db"
    record.rename(elsewhere)
    monkeypatch.setenv("DATELINE_RECORD", str(elsewhere))
    assert dateline("show", "events")[0] == 0
    assert dateline("show", "events", "--record", "none.db")[0] == 1


def test_a_setting_that_makes_no_sense_is_named(dateline: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_BATCH", "many")
    code, _, err = dateline("show", "events")
    assert code == 2
    assert "DATELINE_BATCH is 'many': expected a number above 0" in err


def test_what_holds_nothing_says_so(dateline: Run, record: Path) -> None:
    assert record.exists()
    code, out, err = dateline("show", "timeline", "--as-of", "1990-01-01")
    assert (code, out) == (0, "")
    assert "nothing was known by 1990-01-01" in err


@pytest.mark.parametrize("width", [30, 40, 60, 80, 120])
def test_no_id_or_date_is_broken_on_a_terminal(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], width: int) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    monkeypatch.setattr(console.sys.stdout, "isatty", lambda: True)
    identity = "event-8497850ab1cc4d67"
    row = ["2017-04-10 to 2017-04-12", "planned", "Lena Horn: a meeting of the two ministers in the palace at Vienna", "1 source", identity]
    console.put_table(["when", "status", "what", "told by", "id"], [row], styled=1)
    out = capsys.readouterr().out
    for whole in (identity, "2017-04-10", "2017-04-12", "planned", "palace"):
        assert whole in out
