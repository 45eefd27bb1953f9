"""Help, version, completion, doctor, exit codes."""

import re
import subprocess
import sys
from pathlib import Path

import click
import pytest
from tests.cli.conftest import Run

from dateline import __version__
from dateline.cli import commands
from dateline.cli.reference import reference
from dateline.errors import StoreError, UsageError

ROOT = Path(__file__).parents[2]


def test_the_reference_is_current() -> None:
    assert (ROOT / "docs" / "cli.md").read_text(encoding="utf-8") == reference(), "run `make docs`"


def test_help_names_every_command_and_exit_code(dateline: Run) -> None:
    code, out, _ = dateline("--help")
    assert code == 0
    for word in ("add", "show", "export", "page", "demo", "doctor", "completion", "130", "DATELINE_RECORD", "NO_COLOR"):
        assert word in out


def test_every_command_has_help_with_an_example_or_a_reason(dateline: Run) -> None:
    for name, command in commands.dateline.commands.items():
        assert command.help, name
        assert dateline(name, "--help")[0] == 0


def test_version(dateline: Run) -> None:
    assert dateline("--version") == (0, f"dateline {__version__}\n", "")


@pytest.mark.parametrize("arguments", [["bogus"], ["add"], ["show", "weather"], ["export", "--colour"], ["page"]])
def test_a_command_line_that_makes_no_sense_is_2(dateline: Run, arguments: list[str]) -> None:
    code, out, err = dateline(*arguments)
    assert (code, out) == (2, "")
    assert "Usage:" in err


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_prints_a_script(dateline: Run, shell: str) -> None:
    code, out, _ = dateline("completion", shell)
    assert code == 0
    assert "_DATELINE_COMPLETE" in out


def test_completion_completes(tmp_path: Path) -> None:
    environment = {"_DATELINE_COMPLETE": "fish_complete", "COMP_WORDS": "dateline show t", "COMP_CWORD": "t"}
    done = subprocess.run(
        [sys.executable, "-m", "dateline.cli"], env=environment, capture_output=True, text=True, cwd=tmp_path, check=False
    )
    assert "timeline" in done.stdout


@pytest.mark.parametrize(("error", "code"), [(StoreError("the file is gone"), 1), (UsageError("no such day"), 2), (click.Abort(), 130)])
def test_errors_become_a_line_and_a_code(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], error: Exception, code: int
) -> None:
    def fail(*_arguments: object, **_options: object) -> None:
        raise error

    monkeypatch.setattr(commands.dateline, "main", fail)
    assert commands.run(["show"]) == code
    seen = capsys.readouterr()
    assert seen.out == ""
    assert seen.err.startswith("dateline: ")
    assert seen.err.count("\n") == 1


def test_doctor_looks_at_the_model_and_the_record(dateline: Run, record: Path) -> None:
    code, out, _ = dateline("doctor")
    assert code == 0
    assert "weights as pinned" in out
    assert f"{record.name}: 2 articles" in out


def test_doctor_says_what_to_mend(dateline: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "dateline.db").write_text("no record " * 100, encoding="utf-8")
    monkeypatch.setenv("DATELINE_MODEL", "no_such_model")
    code, out, _ = dateline("doctor")
    assert code == 1
    assert re.search(r"FAIL +model +no_such_model is not installed: pip install no-such-model", out)
    assert re.search(r"FAIL +record +dateline\.db: this is no Dateline record", out)


def test_help_loads_neither_the_parser_nor_the_database() -> None:
    program = (
        "import sys\nfrom dateline.cli.commands import run\nrun(['--help'])\n"
        "print([m for m in ('spacy', 'sqlalchemy', 'trafilatura', 'rich') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_showing_a_stored_record_loads_no_stage(record: Path) -> None:
    program = (
        f"import sys\nfrom dateline.cli.commands import run\nrun(['show', 'events', '--record', {str(record)!r}])\n"
        "print([m for m in ('spacy', 'trafilatura', 'alembic', 'dateline.linking') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_what_is_not_there_is_named_without_the_stages(tmp_path: Path) -> None:
    program = (
        "import sys\nfrom dateline.cli.commands import run\nrun(['add', 'missing.html'])\n"
        "print([m for m in ('spacy', 'trafilatura', 'dateline.linking') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=tmp_path)
    assert done.stdout.splitlines()[-1] == "[]"
    assert "missing.html" in done.stderr


@pytest.mark.parametrize("command", ["show timeline", "export", "page --output -", "show changes"])
def test_a_reader_that_goes_is_no_failure(record: Path, command: str) -> None:
    arguments = [sys.executable, "-m", "dateline.cli", *command.split(), "--record", str(record)]
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        err = process.stderr.read()
    assert (process.returncode, err) == (0, b"")


def test_a_command_of_show_is_pointed_at(dateline: Run) -> None:
    code, _, err = dateline("timeline")
    assert code == 2
    assert "it is `dateline show timeline`" in err


def test_an_interrupt_while_the_commands_load_is_answered() -> None:
    program = (
        "import sys\n"
        "class Stop:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        "        if name == 'dateline.cli.commands': raise KeyboardInterrupt\n"
        "sys.meta_path.insert(0, Stop())\n"
        "from dateline.cli.main import main\nmain()\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "dateline: interrupted\n")


def test_a_closed_standard_input_is_named(dateline: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    code, out, err = dateline("add", "-")
    assert (code, out) == (1, "")
    assert err.startswith("not read: stdin: no input: ")
