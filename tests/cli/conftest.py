"""A stored record to ask, and a way to run the command."""

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.records import reading, small_record

from dateline import __version__
from dateline.cli.commands import run
from dateline.model.changes import Change
from dateline.store import PageResult, Store

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def dateline(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Runs the command in an empty folder: arguments -> (exit code, stdout, stderr)."""
    monkeypatch.chdir(tmp_path)
    for name in ("DATELINE_RECORD", "DATELINE_MODEL"):
        monkeypatch.delenv(name, raising=False)

    def command(*arguments: str) -> tuple[int, str, str]:
        try:
            code = run(list(arguments))
        except SystemExit as end:
            code = int(end.code or 0)
        seen = capsys.readouterr()
        return code, seen.out, seen.err

    return command


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """`dateline.db` in the current folder of `dateline`, with the small record."""
    path = tmp_path / "dateline.db"
    with Store.open(path, write=True) as store:
        results = [PageResult(f"p-{n}", f"a-{n}.txt", None, "0", "test", ("en", "1"), reading(f"a-{n}")) for n in (1, 2)]
        store.add(results)
        change = Change("e-3f2a", "Lena Horn and Per Dahl meet in Vienna", "status", "planned", "held", ("a-2",))
        store.write_record(small_record(), __version__, (change,))
    return path
