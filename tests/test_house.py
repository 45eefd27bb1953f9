"""The rules of the house that no linter checks: what is exported, what is data, and what no stage may do."""

import ast
import importlib
import json
import re
import tomllib
from pathlib import Path

import pytest
import yaml

import dateline

PACKAGE = Path(dateline.__file__).parent
ROOT = Path(__file__).parents[1]
MODULES = sorted(PACKAGE.rglob("*.py"))
DATA = sorted(path for path in (PACKAGE / "data").rglob("*") if path.is_file())
SHIPPED = [*MODULES, *DATA]

# What a folder offers to the others. A name that is added or taken away is a decision: make it here too.
EXPORTED = {
    "dateline.pages": {"read_pages"},
    "dateline.articles": {"read_article"},
    "dateline.linking": {"known_by", "link"},
    "dateline.record": {"build_record"},
    "dateline.store": {"Kept", "PageResult", "Run", "Store"},
    "dateline.export": {"FORMATS", "Format", "find_format"},
    "dateline.web": {"write_page"},
}


def name_of(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


@pytest.mark.parametrize("module", sorted(EXPORTED))
def test_each_folder_exports_what_it_should(module: str) -> None:
    found = importlib.import_module(module)
    assert set(found.__all__) == EXPORTED[module]
    assert all(hasattr(found, name) for name in found.__all__)


def test_the_parser_is_imported_in_one_file() -> None:
    importing = [
        name_of(path) for path in MODULES if re.search(r"^\s*(import|from) spacy\b", path.read_text(encoding="utf-8"), re.MULTILINE)
    ]
    assert importing == ["language/parse.py"]


def test_only_pages_may_fetch() -> None:
    """`urllib.parse` is fine everywhere; import-linter can't tell it from `urllib.request`."""
    fetching = [name_of(path) for path in MODULES if "urllib.request" in path.read_text(encoding="utf-8")]
    assert [name for name in fetching if not name.startswith("pages/")] == []


def test_no_path_of_a_machine_is_shipped() -> None:
    machine = re.compile(r"(?<![\w.])(/home/|/root/|/Users/|/work/|/tmp/|[A-Z]:\\\\)")
    found = [name_of(path) for path in SHIPPED if machine.search(path.read_text(encoding="utf-8"))]
    assert found == []


def test_no_result_depends_on_the_clock_or_on_chance() -> None:
    """The command line may look at the clock for its progress bar; nothing else may."""
    lucky = re.compile(r"\b(datetime\.now|date\.today|time\.time|utcnow|uuid[14])\(|^\s*(import|from) (random|secrets)\b", re.MULTILINE)
    found = [name_of(path) for path in MODULES if lucky.search(path.read_text(encoding="utf-8"))]
    assert found == []


def test_modules_and_functions_can_be_read() -> None:
    """Limits with some room: about 300 lines a module and 45 a function are meant."""
    long = [name_of(path) for path in MODULES if len(path.read_text(encoding="utf-8").splitlines()) > 330]
    for path in MODULES:
        functions = [
            n for n in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef)
        ]
        long += [f"{name_of(path)}: {node.name}" for node in functions if (node.end_lineno or 0) - node.lineno >= 60]
    assert long == []


def test_every_folder_says_what_it_is_for() -> None:
    silent = [
        name_of(path)
        for path in MODULES
        if path.name != "__init__.py" and not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert silent == []


class _Strict(yaml.SafeLoader):
    """Refuses a key that stands twice: the second would silently win."""


def _mapping(loader: _Strict, node: yaml.MappingNode) -> dict[object, object]:
    keys = [loader.construct_object(key, deep=True) for key, _ in node.value]
    twice = {key for key in keys if keys.count(key) > 1}
    assert not twice, f"line {node.start_mark.line + 1}: {sorted(map(str, twice))} stands twice"
    return loader.construct_mapping(node, deep=True)


_Strict.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _mapping)


@pytest.mark.parametrize("path", DATA, ids=name_of)
def test_every_data_file_loads(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.strip()
    if path.suffix in (".yml", ".yaml"):
        assert yaml.load(text, Loader=_Strict) is not None  # noqa: S506 - a safe loader, made stricter
    elif path.suffix == ".json":
        assert json.loads(text)


def test_locked_requirements_have_hashes_and_name_no_host() -> None:
    for name in ("requirements.lock.txt", "requirements-dev.lock.txt"):
        text = (ROOT / name).read_text(encoding="utf-8")
        assert not re.search(r"://|--(extra-)?index-url|--find-links", text)
        pinned = re.findall(r"^[\w.\-]+==\S+.*(?:\n    --hash=.*)+", text, re.MULTILINE)
        assert len(pinned) == len(re.findall(r"^\S+==", text, re.MULTILINE)) > 30


def test_every_dependency_is_locked() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    locked = {
        name.lower().replace("_", "-")
        for name in re.findall(r"^([\w.\-]+)==", (ROOT / "requirements.lock.txt").read_text(encoding="utf-8"), re.MULTILINE)
    }
    wanted = {re.split(r"[<>=]", one)[0].lower().replace("_", "-") for one in project["dependencies"]}
    assert wanted - locked == set()
