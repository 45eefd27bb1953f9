"""Each format reads its samples and survives what is none.

A new format needs a file in `samples/` and what it gives, as JSON, in `samples/expected/`.
"""

import gzip
import io
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.model.pages import Drop, Page
from dateline.pages import read_pages
from dateline.pages.formats import FORMATS, Format
from dateline.pages.read import read_source
from dateline.pages.source import Source, Stream

FOLDER = Path(__file__).parent / "samples"
SAMPLES = sorted(path for path in FOLDER.iterdir() if path.is_file() and not path.name.startswith("."))


def read(content: bytes, name: str = "a") -> list[Page | Drop]:
    return list(read_source(Source(name, Stream(io.BytesIO(content)), Path(name).suffix)))


def plain(one: Page | Drop) -> dict[str, Any]:
    """What is expected of a page or a drop; of the content its first words."""
    if isinstance(one, Drop):
        return {"drop": one.page, "reason": one.reason, "unreadable": one.unreadable}
    found = {"page": one.name, "uri": one.uri, "type": one.media_type, "encoding": one.encoding, "fetched": one.fetched}
    return {**found, "given": [list(pair) for pair in one.given], "begins": one.content[:40].decode()}


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_a_sample_gives_what_is_expected(path: Path) -> None:
    expected = FOLDER / "expected" / f"{path.name}.json"
    assert [plain(one) for one in read_pages([str(path)])] == json.loads(expected.read_text(encoding="utf-8"))


@pytest.mark.parametrize("format_", FORMATS, ids=lambda one: one.media_type)
def test_each_format_has_a_sample_and_takes_it_alone(format_: Format) -> None:
    samples = [path for path in SAMPLES if path.suffix in format_.suffixes]
    assert samples, f"put a file that ends in one of {format_.suffixes} into {FOLDER.name}/"
    for path in samples:
        head = path.read_bytes()[:4096]
        assert [one.media_type for one in FORMATS[:-1] if one.sniff(head)] == [format_.media_type] * (format_ is not FORMATS[-1])


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_a_packed_sample_gives_the_same_contents(path: Path, tmp_path: Path) -> None:
    packed = tmp_path / f"{path.name}.gz"
    packed.write_bytes(gzip.compress(path.read_bytes(), mtime=0))
    plainly, unpacked = list(read_pages([str(path)])), list(read_pages([str(packed)]))
    assert [(type(one), getattr(one, "content", None), getattr(one, "uri", None)) for one in unpacked] == [
        (type(one), getattr(one, "content", None), getattr(one, "uri", None)) for one in plainly
    ]


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_a_sample_cut_anywhere_raises_nothing(path: Path) -> None:
    content = path.read_bytes()
    whole = [one for one in read(content, path.name) if isinstance(one, Page)]
    for at in range(0, len(content), 7):
        pages = [one for one in read(content[:at], path.name) if isinstance(one, Page)]
        assert len(pages) <= len(whole)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_a_mutated_sample_raises_nothing(path: Path, data: st.DataObject) -> None:
    content = bytearray(path.read_bytes())
    for _ in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    assert all(isinstance(one, Page | Drop) for one in read(bytes(content), path.name))
    packed = bytearray(gzip.compress(bytes(content), mtime=0))
    packed[data.draw(st.integers(10, len(packed) - 1))] ^= data.draw(st.integers(1, 255))
    assert all(isinstance(one, Page | Drop) for one in read(bytes(packed), f"{path.name}.gz"))
