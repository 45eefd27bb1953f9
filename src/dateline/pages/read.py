"""Reads the inputs named on a command line: files, folders and `-`."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from dateline.model.pages import Drop, Page
from dateline.pages.formats import FORMATS, Format

MAX_BYTES = 20_000_000  # a news page is below 5 MB; more is a dump or an attack
_HEAD = 4096
_STDIN = "-"
# The first bytes of formats that people give by mistake, so that the message can name them.
_KNOWN_OTHERS = (
    (b"%PDF", "PDF"),
    (b"PK\x03\x04", "ZIP archive or office document"),
    (b"\x1f\x8b", "gzip"),
    (b"\x89PNG", "PNG picture"),
    (b"\xff\xd8\xff", "JPEG picture"),
    (b"GIF8", "GIF picture"),
    (b"WARC/", "WARC archive"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ", "xz"),
    (b"\xd0\xcf\x11\xe0", "old office document"),
    (b"{\\rtf", "RTF"),
    (b"<?xml", "XML"),
)


def read_pages(inputs: Sequence[str], stdin: BinaryIO | None = None) -> Iterator[Page | Drop]:
    """One page (or the reason why there is none) for each file; folders are read to any depth,
    in the order of names, hidden files left out.

    `-` stands for `stdin`. Nothing is raised for a bad input: it is a `Drop` with `unreadable` set.
    """
    for name in inputs:
        if name == _STDIN:
            yield _from_stream(stdin)
        elif Path(name).is_dir():
            yield from _from_folder(Path(name))
        else:
            yield _from_file(Path(name))


def _from_stream(stream: BinaryIO | None) -> Page | Drop:
    if stream is None:
        return _unreadable(_STDIN, "no input", "nothing was given on standard input")
    try:
        content = stream.read(MAX_BYTES + 1)
    except OSError as error:
        return _unreadable(_STDIN, "not readable", f"standard input: {error.strerror or error}")
    return _page(_STDIN, "", content)


def _from_folder(folder: Path) -> Iterator[Page | Drop]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        yield _unreadable(folder.name, "not readable", f"folder: {error.strerror or error}")
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _from_folder(Path(entry.path))
        elif entry.is_file():
            yield _from_file(Path(entry.path))


def _from_file(path: Path) -> Page | Drop:
    name = path.name or str(path)
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            return _too_large(name)
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        return _unreadable(name, "missing", "there is no such file or folder; check the path")
    except (OSError, ValueError) as error:
        return _unreadable(name, "not readable", str(getattr(error, "strerror", None) or error))
    return _page(name, path.suffix.lower(), content)


def _page(name: str, suffix: str, content: bytes) -> Page | Drop:
    if len(content) > MAX_BYTES:
        return _too_large(name)
    if not content.strip():
        return Drop(name, "pages", "empty", "the file has no content")
    head = content[:_HEAD]
    found = _format(head, suffix)
    if found is None:
        seen = next((what for magic, what in _KNOWN_OTHERS if head.startswith(magic)), "binary data or an unknown format")
        return _unreadable(name, "not a known format", f"looks like {seen}; give HTML or plain text")
    return Page(name, None, found.media_type, content)


def _format(head: bytes, suffix: str) -> Format | None:
    """By content; the ending decides where the content looks like bare text (markup may begin with a word)."""
    if any(head.startswith(magic) for magic, _ in _KNOWN_OTHERS if magic != b"<?xml"):
        return None
    fitting = [one for one in FORMATS if one.sniff(head)]
    if not fitting or (head.startswith(b"<?xml") and fitting[0].media_type != "text/html"):
        return None
    if fitting[0].media_type != "text/plain":
        return fitting[0]
    return next((one for one in FORMATS if suffix in one.suffixes), fitting[0])


def _too_large(name: str) -> Drop:
    return _unreadable(name, "too large", f"more than {MAX_BYTES // 1_000_000} MB; give single pages")


def _unreadable(name: str, reason: str, detail: str) -> Drop:
    return Drop(name, "pages", reason, detail, unreadable=True)
