"""Inputs of the command line -> pages."""

import io
import os
from pathlib import Path

import pytest

from dateline.model.pages import Drop, Page
from dateline.pages import read as module
from dateline.pages import read_pages
from dateline.pages.read import read_source
from dateline.pages.source import Source, Stream


def test_folders_are_read_in_the_order_of_names_without_hidden_files(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text("second page")
    (tmp_path / "a.html").write_text("<html><body>first</body></html>")
    (tmp_path / ".hidden.txt").write_text("no")
    (tmp_path / "c").mkdir()
    (tmp_path / "c" / "d.txt").write_text("third page")
    pages = list(read_pages([str(tmp_path)]))
    assert [(page.name, page.media_type) for page in pages if isinstance(page, Page)] == [
        ("a.html", "text/html"),
        ("b.txt", "text/plain"),
        ("d.txt", "text/plain"),
    ]


@pytest.mark.parametrize(
    ("name", "content", "media_type"),
    [
        ("a", b"  <!DOCTYPE html><p>x", "text/html"),
        ("a.txt", b"<html><body>x</body></html>", "text/html"),
        ("a.html", b"plain words first <p>x</p>", "text/html"),
        ("a", b"plain words", "text/plain"),
        ("a.txt", "\ufeffwörter".encode("utf-16"), "text/plain"),
        ("a.txt", "caf\u00e9".encode("latin-1"), "text/plain"),
        ("a.xhtml", b'<?xml version="1.0"?><html><body/></html>', "text/html"),
    ],
)
def test_formats_are_told_by_content_and_ending(tmp_path: Path, name: str, content: bytes, media_type: str) -> None:
    (tmp_path / name).write_bytes(content)
    (page,) = read_pages([str(tmp_path / name)])
    assert isinstance(page, Page)
    assert page.media_type == media_type
    assert page.content == content


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"\x89PNG\r\n", "PNG"),
        (b"PK\x03\x04\x00", "ZIP"),
        (b"\x00\x01\x02" * 9, "binary"),
        (b"<?xml version='1.0'?><invoice/>", "XML"),
    ],
)
def test_other_formats_are_refused_by_name(tmp_path: Path, content: bytes, words: str) -> None:
    (tmp_path / "a.txt").write_bytes(content)
    (drop,) = read_pages([str(tmp_path / "a.txt")])
    assert isinstance(drop, Drop)
    assert drop.unreadable
    assert drop.reason == "not a known format"
    assert words in drop.detail


def test_missing_empty_and_too_large_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "empty.txt").write_bytes(b" \n")
    (tmp_path / "large.txt").write_bytes(b"x" * 50)
    monkeypatch.setattr(module, "MAX_BYTES", 40)
    drops = list(read_pages([str(tmp_path / "none.txt"), str(tmp_path / "empty.txt"), str(tmp_path / "large.txt")]))
    assert [(d.reason, d.unreadable) for d in drops if isinstance(d, Drop)] == [("missing", True), ("empty", False), ("too large", True)]
    # What is not there is named as it was given; no page is named by its place on this machine.
    assert [d.page for d in drops if isinstance(d, Drop)] == [str(tmp_path / "none.txt"), "empty.txt", "large.txt"]
    assert str(tmp_path) not in "".join(d.detail for d in drops if isinstance(d, Drop))


@pytest.mark.parametrize(
    ("name", "words"),
    [("", "an empty name"), ("ftp://norland.example/a", "only addresses with http"), ("norland.example/a", "begins with https://")],
)
def test_what_is_no_file_says_what_to_give(name: str, words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text("never read for an empty name", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    (drop,) = read_pages([name])
    assert isinstance(drop, Drop)
    assert (drop.reason, drop.unreadable) == ("missing", True)
    assert words in drop.detail


def test_a_record_in_the_folder_is_no_page(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("words", encoding="utf-8")
    (tmp_path / "dateline.db").write_bytes(b"SQLite format 3\0" + bytes(90))
    (tmp_path / "dateline.db-wal").write_bytes(b"\x37\x7f\x06\x82" + bytes(90))
    assert [one.name if isinstance(one, Page) else one.page for one in read_pages([str(tmp_path)])] == ["a.txt"]


def test_standard_input() -> None:
    (page,) = read_pages(["-"], io.BytesIO(b"words"))
    assert isinstance(page, Page)
    assert (page.name, page.content) == ("stdin-dba36bffa5ca", b"words")  # by its content
    (drop,) = read_pages(["-"])
    assert isinstance(drop, Drop)


def test_what_is_no_file_in_a_folder_is_named_and_never_waited_for(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("words", encoding="utf-8")
    os.mkfifo(tmp_path / "b")
    (tmp_path / "c").symlink_to(tmp_path / "gone")
    (tmp_path / "d").symlink_to(tmp_path)
    page, *drops = read_pages([str(tmp_path)])
    assert page.name == "a.txt" if isinstance(page, Page) else False
    assert [(one.page, one.reason, one.unreadable) for one in drops if isinstance(one, Drop)] == [
        ("b", "not a file", False),
        ("c", "not a file", True),
        ("d", "not a file", False),
    ]


@pytest.mark.parametrize("content", [b"", b" \r\n\t"])
def test_a_pipe_that_gives_nothing_is_a_failure(content: bytes) -> None:
    (drop,) = read_pages(["-"], io.BytesIO(content))
    assert isinstance(drop, Drop)
    assert (drop.page, drop.reason, drop.unreadable) == ("stdin", "no input", True)


def test_text_in_wide_characters_without_a_mark_is_text() -> None:
    text = "Ministers met in Oslo on Monday, their spokesman said.\n" * 3
    for encoding in ("utf-16-le", "utf-16-be"):
        (page,) = read_source(Source("a.txt", Stream(io.BytesIO(text.encode(encoding))), ".txt"))
        assert isinstance(page, Page), encoding
        assert page.media_type == "text/plain"
