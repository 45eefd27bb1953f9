"""`export` and `page`: to stdout, to files, and never over something else."""

import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from tests.cli.conftest import Run


@pytest.mark.usefixtures("record")
def test_stdout_and_a_file_get_the_same(dateline: Run, tmp_path: Path) -> None:
    code, out, err = dateline("export")
    assert (code, err) == (0, "")
    assert json.loads(out)["format"] == "dateline-record/1"
    assert dateline("export", "--output", "-")[1] == out
    assert dateline("export", "--output", "record.json") == (0, "", "")
    assert (tmp_path / "record.json").read_text(encoding="utf-8") == out
    assert sorted(path.name for path in tmp_path.iterdir()) == ["dateline.db", "record.json"]


@pytest.mark.usefixtures("record")
def test_a_file_is_replaced_and_a_link_followed(dateline: Run, tmp_path: Path) -> None:
    (tmp_path / "real.jsonl").write_text("old", encoding="utf-8")
    (tmp_path / "link.jsonl").symlink_to("real.jsonl")
    assert dateline("export", "--format", "jsonl", "-o", "link.jsonl")[0] == 0
    assert (tmp_path / "link.jsonl").is_symlink()
    assert (tmp_path / "real.jsonl").read_text(encoding="utf-8").startswith('{"kind": "record"')


@pytest.mark.usefixtures("record")
@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_written_to_and_not_replaced(dateline: Run, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with subprocess.Popen(
        [sys.executable, "-c", "import sys; print(len(open(sys.argv[1]).read()))", str(pipe)], stdout=subprocess.PIPE
    ) as reader:
        assert dateline("export", "-o", str(pipe))[0] == 0
        assert int(reader.communicate(timeout=20)[0]) > 1000
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_a_record_is_never_written_over(dateline: Run, record: Path) -> None:
    before = record.read_bytes()
    for command in (("export", "--output", str(record)), ("page", "--output", str(record))):
        code, out, err = dateline(*command)
        assert (code, out) != (0, "")
        assert "this is a Dateline record" in err
        assert record.read_bytes() == before


@pytest.mark.usefixtures("record")
def test_a_folder_that_is_not_there_is_named(dateline: Run) -> None:
    code, _, err = dateline("export", "-o", "no/such/record.json")
    assert code == 1
    assert "no/such/record.json can't be written" in err
    assert "check that its folder is there" in err


@pytest.mark.usefixtures("record")
def test_an_unknown_format_lists_those_there_are(dateline: Run) -> None:
    code, _, err = dateline("export", "--format", "xls")
    assert code == 2
    assert "'json', 'jsonl'" in err


@pytest.mark.usefixtures("record")
def test_the_page_is_one_html_file(dateline: Run, tmp_path: Path) -> None:
    code, out, err = dateline("page", "--output", "story.html")
    assert (code, out) == (0, "")
    assert "written: story.html" in err
    html = (tmp_path / "story.html").read_text(encoding="utf-8")
    assert html.lower().startswith("<!doctype html>")
    assert "Lena Horn" in html


def test_a_closed_pipe_is_quiet(record: Path) -> None:
    command = [sys.executable, "-m", "dateline.cli", "export", "--record", str(record)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.close()
        assert process.stderr is not None
        assert process.stderr.read() == b""
