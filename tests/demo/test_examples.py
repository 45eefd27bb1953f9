"""The examples of the README and of docs/ run as shown.

Fenced blocks marked `console` hold commands after `$ ` and what they print on stdout. A line `...` stands for any lines; a line that
ends in ` ...` may go on.
With DATELINE_WRITE_EXAMPLES=1 the outputs are written anew, but for blocks that use `...`.
"""

import json
import os
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FILES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
WITH_EXAMPLES = [f for f in FILES if f.is_file() and BLOCK.search(f.read_text(encoding="utf-8"))]


@pytest.mark.parametrize("file", WITH_EXAMPLES, ids=lambda f: f.name)
def test_examples_run_as_shown(file, in_shell, demo):
    assert demo.is_file()
    text = file.read_text(encoding="utf-8")
    before: list[str] = []
    if os.environ.get("DATELINE_WRITE_EXAMPLES"):
        file.write_text(BLOCK.sub(lambda found: _written(found, in_shell, before), text), encoding="utf-8")
        return
    for block in BLOCK.findall(text):
        for command, expected in _commands(block):
            done = in_shell(" && ".join([*before, command]))
            assert _as_pattern(expected).fullmatch(done.stdout), f"{command}\n{done.stdout}{done.stderr}"
            _remember(command, before)


@pytest.mark.parametrize("file", [f for f in FILES if f.is_file()], ids=lambda f: f.name)
def test_links_lead_somewhere(file):
    links = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", file.read_text(encoding="utf-8"))
    assert not [link for link in links if not (file.parent / link).exists()]


def _commands(block: str) -> list[tuple[str, str]]:
    """Each command with the output shown under it."""
    found: list[tuple[str, str]] = []
    for line in block.splitlines(keepends=True):
        if line.startswith("$ "):
            found.append((line[2:].strip(), ""))
        else:
            found[-1] = (found[-1][0], found[-1][1] + line)
    return found


def _as_pattern(expected: str) -> re.Pattern[str]:
    pattern = "".join(
        "(?:.*\n)*?" if line.strip() == "..." else re.escape(line[:-4]) + ".*\n" if line.endswith(" ...") else re.escape(line) + "\n"
        for line in expected.splitlines()
    )
    return re.compile(pattern)


def _remember(command: str, before: list[str]) -> None:
    """Commands that change the shell hold for the rest of the file."""
    if command.startswith(("cd ", "export ")):
        before.append(command)


def _written(found: re.Match[str], in_shell, before: list[str]) -> str:
    if re.search(r"^\.\.\.$| \.\.\.$", found[1], re.MULTILINE):
        for command, _ in _commands(found[1]):
            _remember(command, before)
        return found[0]
    lines = []
    for shown, _ in _commands(found[1]):
        command = _with_event(shown, in_shell, before)
        done = in_shell(" && ".join([*before, command]))
        assert not done.stderr.startswith("dateline: error"), f"{command}\n{done.stderr}"
        lines.append(f"$ {command}\n{done.stdout}")
        _remember(command, before)
    return "```console\n" + "".join(lines) + "```"


def _with_event(command: str, in_shell, before: list[str]) -> str:
    """`show event` shows the event of which most was reported: its id changes when its first report is read otherwise than before."""
    if not command.startswith("dateline show event event-"):
        return command
    events = json.loads(in_shell(" && ".join([*before, "dateline show events --json"])).stdout)
    most = max(events, key=lambda event: len(event["reports"]))
    return re.sub(r"event-\w+", most["id"][:11], command)
