"""The demo story, built once by the command that users run."""

import os
import shutil
import subprocess
import sysconfig
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="session")
def in_shell(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """Runs a command line as a person would, in a folder of its own, with our own `dateline` first on the path."""
    shell = shutil.which("sh")
    if shell is None:
        pytest.skip("no sh to run the examples with")
    folder = tmp_path_factory.mktemp("examples")
    path = os.pathsep.join((sysconfig.get_path("scripts"), os.environ.get("PATH", "")))
    kept = {k: v for k, v in os.environ.items() if not k.startswith("DATELINE_")}
    environ = {**kept, "PATH": path, "COLUMNS": "110", "NO_COLOR": "1", "LC_ALL": "C.UTF-8", "PYTHONUTF8": "1"}

    def run(command: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [shell, "-c", command], cwd=folder, env=environ, capture_output=True, text=True, encoding="utf-8", timeout=300, check=False
        )

    return run


@pytest.fixture(scope="session")
def demo(in_shell: Run) -> Path:
    """The page of the story, beside its record."""
    done = in_shell('dateline demo --no-open >/dev/null && echo "$PWD"')
    assert done.returncode == 0, done.stderr
    return Path(done.stdout.strip()) / "dateline-demo" / "story.html"
