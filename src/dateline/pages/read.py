"""Reads the inputs named on a command line: files, folders and `-`."""

import dataclasses
import hashlib
import os
import re
from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO

from dateline.model.pages import Drop, Page
from dateline.pages import packed
from dateline.pages.addresses import is_address
from dateline.pages.fetching import Fetcher, read_address
from dateline.pages.formats import FORMATS, Format
from dateline.pages.source import MAX_BYTES, STAGE, Pages, Source, Stream

_HEAD = 4096
_READ = "give HTML, plain text, PDF, a feed, a web archive or JSON lines"
_STDIN = "-"
_STDIN_NAME = "stdin"
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")
_LIKE_ADDRESS = re.compile(r"(?:[\w-]+\.)+[A-Za-z]{2,}/|www\.\w")  # example.org/story, as browsers show addresses
_DATABASE = b"SQLite format 3\0"
_BESIDE_DATABASE = ("-wal", "-shm", "-journal")
# The first bytes of formats that people give by mistake, so that the message can name them.
_KNOWN_OTHERS = (
    (b"PK\x03\x04", "ZIP archive or office document"),
    (b"\x1f\x8b", "gzip in gzip"),
    (b"\x89PNG", "PNG picture"),
    (b"\xff\xd8\xff", "JPEG picture"),
    (b"GIF8", "GIF picture"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ", "xz"),
    (b"\xd0\xcf\x11\xe0", "old office document"),
    (b"{\\rtf", "RTF"),
    (b"<?xml", "XML"),
)


def read_pages(inputs: Sequence[str], stdin: BinaryIO | None = None, fetcher: Fetcher | None = None, *, discover: bool = False) -> Pages:
    """The pages of each file, one by one, or the reason why there is none; folders are read to any depth,
    in the order of names, hidden files and databases left out.

    `-` stands for `stdin`. What begins with http:// or https:// is fetched, by `fetcher` or else by one that remembers nothing; with
    `discover` the feed that a page there names is read in place of it. Nothing is raised for a bad input: it is a `Drop` with
    `unreadable` set.
    """
    for name in inputs:
        if name == _STDIN:
            yield from _from_stdin(stdin)
        elif is_address(name):
            fetcher = fetcher or Fetcher()
            yield from read_address(name, fetcher, read_source, discover=discover)
        elif not name:
            # An unset variable of a shell script; as a path it would mean the current folder.
            yield _unreadable("''", "missing", "an empty name was given; give a file, a folder, an address or -")
        elif Path(name).is_dir():
            yield from _from_folder(Path(name))
        elif not Path(name).exists():
            yield _unreadable(name, "missing", _missing(name))
        else:
            yield from _from_file(Path(name))


def _missing(name: str) -> str:
    if _SCHEME.match(name):
        return "only addresses with http:// or https:// are fetched"
    address = "; an address begins with https://" if _LIKE_ADDRESS.match(name) else ""
    return f"there is no such file or folder; check the path{address}"


def read_source(source: Source) -> Pages:
    """The pages of one source, by what its first bytes show; packed ones (gzip, lz4, zstd) are unpacked, once.

    May raise `OSError` where the stream does.
    """
    packing = packed.packing(source.stream.head(_HEAD))
    if packing:
        source = dataclasses.replace(source, suffix=packed.inner_suffix(source.suffix))
    head = packed.inner_head(source.stream, packing, _HEAD) if packing else source.stream.head(_HEAD)
    found = _format(head, source.suffix)
    if found is None:
        yield _refused(source, head)
    elif source.inside and (found.archive or packing):
        yield source.drop("archive in an archive", "it is not opened; give it alone", unreadable=False)
    elif found.archive and found.expand:
        yield from found.expand(source, read_source)
    else:
        yield from _unpacked(dataclasses.replace(source, stream=packed.unpacked(source.stream, packing)), found)


def _unpacked(source: Source, found: Format) -> Pages:
    try:
        if found.expand:
            yield from found.expand(source, read_source)
        else:
            yield _page(source, found)
    except packed.Damaged as error:
        yield source.drop("damaged", f"{error}; get it again")


def _page(source: Source, found: Format) -> Page | Drop:
    content = source.stream.read(MAX_BYTES + 1)
    if len(content) > MAX_BYTES:
        return source.drop("too large", f"more than {MAX_BYTES // 1_000_000} MB; give single pages")
    if not content.strip():
        return source.drop("empty", "the file has no content", unreadable=False)
    return Page(source.name, source.uri, found.media_type, content, source.encoding, source.fetched, source.given)


def _format(head: bytes, suffix: str) -> Format | None:
    """By content; the ending decides where the content looks like bare text (markup may begin with a word) or like nothing known (the first
    record of an archive may be damaged).
    """
    bare = FORMATS[-1]
    found = next((one for one in FORMATS if one.sniff(head)), None) if head.strip() else None
    if found is not None and found is not bare:
        return found
    archive = next((one for one in FORMATS if one.archive and suffix in one.suffixes), None)
    if archive and head:
        return archive
    if found is None or any(head.startswith(magic) for magic, _ in _KNOWN_OTHERS):
        return None
    return next((one for one in FORMATS if suffix in one.suffixes and one.expand is None), bare)


def _refused(source: Source, head: bytes) -> Drop:
    if not head.strip():
        return source.drop("empty", "the file has no content", unreadable=False)
    seen = next((what for magic, what in _KNOWN_OTHERS if head.startswith(magic)), "binary data or an unknown format")
    how = "unpack it and give the folder; of an office document give the text" if seen.startswith("ZIP") else _READ
    return source.drop("not a known format", f"looks like {seen}; {how}")


def _from_stdin(stream: BinaryIO | None) -> Pages:
    source = Source(_STDIN_NAME, Stream(stream)) if stream is not None else None
    try:
        if source is None or _is_blank(source.stream):
            # A file may well be empty; a pipe that gives nothing is a command that failed before it.
            yield _unreadable(_STDIN_NAME, "no input", "nothing came on standard input; did the command before it fail?")
            return
        for one in read_source(source):
            # Several inputs may be given so, one after the other: the content tells their pages apart.
            alone = isinstance(one, Page) and one.name == _STDIN_NAME
            yield dataclasses.replace(one, name=f"{_STDIN_NAME}-{_digest(one.content)}") if isinstance(one, Page) and alone else one
    except OSError as error:
        yield _unreadable(_STDIN_NAME, "not readable", f"standard input: {error.strerror or error}")


def _is_blank(stream: Stream) -> bool:
    head = stream.head(_HEAD)
    return len(head) < _HEAD and not head.strip()


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:12]


def _from_folder(folder: Path) -> Pages:
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
        elif not entry.is_file():
            # Opening a pipe that nobody writes to would wait for ever.
            yield Drop(entry.name, STAGE, "not a file", _what_else(Path(entry.path)), unreadable=not Path(entry.path).exists())
        elif not _is_database(Path(entry.path)):
            yield from _from_file(Path(entry.path))


def _what_else(path: Path) -> str:
    """What an entry of a folder is that is neither a folder nor a file."""
    if not path.exists():
        return "a link that leads nowhere"
    return "a link to a folder, which may lead in a circle; give the folder itself" if path.is_dir() else "a pipe, a socket or a device"


def _is_database(path: Path) -> bool:
    """Is it a record (which by default stands in the very folder that is added) or one of the files beside an open one?"""
    ending = next((one for one in _BESIDE_DATABASE if path.name.endswith(one)), "")
    try:
        with Path(str(path).removesuffix(ending)).open("rb") as file:
            return file.read(len(_DATABASE)) == _DATABASE
    except OSError:
        return False  # what can't be read is named when its turn comes


def _from_file(path: Path) -> Pages:
    name = path.name or str(path)
    try:
        with path.open("rb") as file:
            yield from read_source(_source(path, file))
    except FileNotFoundError:
        yield _unreadable(name, "missing", "there is no such file or folder; check the path")
    except (OSError, ValueError) as error:
        yield _unreadable(name, "not readable", str(getattr(error, "strerror", None) or error))


def _source(path: Path, stream: BinaryIO) -> Source:
    ending, both = path.suffix.lower(), "".join(path.suffixes[-2:]).lower()
    return Source(path.name, Stream(stream), both if packed.inner_suffix(ending) != ending else ending)


def _unreadable(name: str, reason: str, detail: str) -> Drop:
    return Drop(name, STAGE, reason, detail, unreadable=True)
