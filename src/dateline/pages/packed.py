"""Packed streams: gzip (one member or many), lz4 and zstd, unpacked in bounded memory, with what was damaged and where.

An archive may have each record in a gzip member of its own, so that the next one can be read where one is damaged. That is why members
are told apart here, which a plain unpacker does not do.
"""

import io
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from fastwarc.stream_io import Lz4Reader, ZstdReader

from dateline.errors import UnreadablePage
from dateline.pages.source import Stream

_MAGIC = {"gzip": b"\x1f\x8b\x08", "lz4": b"\x04\x22\x4d\x18", "zstd": b"\x28\xb5\x2f\xfd"}
_SUFFIXES = (".gz", ".lz4", ".zst")
_PIECE = 1 << 15
_AS_GZIP = 31  # zlib's window size that stands for "with gzip's head and checksum"
# What is kept of a member to look for the next one in it, should it turn out damaged.
_MOST_KEPT = 8_000_000
_MOST_REREAD = 100_000_000  # bytes, and four times what was read so far
_ARCHIVE = re.compile(rb"WARC/[01]\.|filedesc:|https?://[^\n]{4,8000} \d{8,17} ")
_HEAD_TRIES = (1 << 14, 1 << 18, 9_000_000)  # an lz4 block of up to 4 MB is unpacked whole or not at all


class Damaged(UnreadablePage):
    """Packed data that can't be unpacked any further."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Some unpacked bytes. `offset` is where they stand in the file, for gzip where their member begins.

    `opens`: a member begins with them. `damage` says what is wrong with the data after the last piece; `end` is True if there are no more.
    """

    data: bytes
    offset: int
    opens: bool = False
    damage: str = ""
    end: bool = False


def packing(head: bytes) -> str:
    """How the bytes are packed: "gzip", "lz4", "zstd" or ""."""
    return next((name for name, magic in _MAGIC.items() if head.startswith(magic)), "")


def inner_suffix(suffix: str) -> str:
    """The ending under that of the packing: ".warc" of ".warc.gz"."""
    return next((suffix.removesuffix(end) for end in _SUFFIXES if suffix.endswith(end)), suffix)


def inner_head(stream: Stream, how: str, size: int) -> bytes:
    """The first unpacked bytes, without taking anything from the stream."""
    found = b""
    for most in _HEAD_TRIES:
        raw = stream.head(most)
        found = _first(pieces(Stream(io.BytesIO(raw)), how, _ARCHIVE), size)
        if len(found) >= size or len(raw) < most or (found and how == "gzip"):
            break
    return found[:size]


def _first(found: Iterator[Piece], size: int) -> bytes:
    """The first bytes; where their member is damaged, those of the next one that an archive's record begins."""
    data = b""
    damaged = False
    for piece in found:
        data = piece.data if damaged else data + piece.data
        if len(data) >= size:
            break
        damaged = bool(piece.damage) and not piece.end
    return data


def unpacked(stream: Stream, how: str) -> Stream:
    """The unpacked bytes as a stream, whose `read` raises `Damaged` where they end too early or make no sense."""
    return Stream(_Unpacked(pieces(stream, how, None))) if how else stream


def pieces(stream: Stream, how: str, opening: re.Pattern[bytes] | None) -> Iterator[Piece]:
    """The stream in pieces, unpacked. After damage reading goes on with the next gzip member whose data begin with `opening`."""
    if how == "gzip":
        return _gzip(stream, opening)
    return _framed(stream, how) if how else _plain(stream)


class _Unpacked:
    """Pieces as a stream."""

    def __init__(self, found: Iterator[Piece]) -> None:
        self._pieces = found

    def read(self, _size: int, /) -> bytes:
        for piece in self._pieces:
            if piece.damage:
                raise Damaged(piece.damage)
            if piece.data:
                return piece.data
        return b""


def _plain(stream: Stream) -> Iterator[Piece]:
    while True:
        offset = stream.offset
        data = stream.read(_PIECE)
        if not data:
            return
        yield Piece(data, offset)


def _framed(stream: Stream, how: str) -> Iterator[Piece]:
    """lz4 and zstd: offsets count unpacked bytes, and nothing can be read after damage."""
    reader = (Lz4Reader if how == "lz4" else ZstdReader)(stream)  # type: ignore[arg-type]
    offset = 0
    while True:
        try:
            data = reader.read(_PIECE)
        except OSError as error:
            if error.errno is not None:
                raise
            yield Piece(b"", offset, damage=f"the {how} data are cut or damaged ({error})", end=True)
            return
        if not data:
            return
        yield Piece(data, offset)
        offset += len(data)


def _gzip(stream: Stream, opening: re.Pattern[bytes] | None) -> Iterator[Piece]:
    reread = 0
    while stream.head(1):
        start = stream.offset
        taken: list[bytes] = []
        size = 0
        member = zlib.decompressobj(_AS_GZIP)
        opens, damage, ended = True, "", False
        while not member.eof and not damage:
            data = member.unconsumed_tail
            if not data:
                data = stream.read(_PIECE)
                ended = not data
                taken.append(data)
                size += len(data)
                if size > _MOST_KEPT:
                    size -= len(taken.pop(0))
            try:
                out = member.decompress(data, _PIECE) if data else b""
            except zlib.error as error:
                damage = f"the gzip data are damaged ({str(error).split(': ')[-1]})"
                break
            if ended and not out:
                damage = "the file ends within its gzip data"
            elif out or opens:
                yield Piece(out, start, opens=opens)
                opens = False
        if not damage:
            stream.unread(member.unused_data)
            continue
        # What was taken is looked through again: a damaged member may have swallowed sound ones. Not endlessly, where all are damaged.
        reread += size
        stream.unread(b"".join(taken if reread <= _MOST_REREAD + 4 * start else taken[-1:]))
        found = opening is not None and _next_member(stream, opening, 1 if stream.offset == start else 0)
        yield Piece(b"", start, damage=damage, end=not found)
        if not found:
            return


def _next_member(stream: Stream, opening: re.Pattern[bytes], skip: int) -> bool:
    """Go to the next gzip member whose data begin with `opening`; False if there is none."""
    stream.read(skip)
    while window := stream.head(2 * _PIECE):
        at = window.find(_MAGIC["gzip"])
        while at >= 0:
            if at >= _PIECE:
                break
            if _opens(window[at:], opening):
                stream.read(at)
                return True
            at = window.find(_MAGIC["gzip"], at + 1)
        stream.read(min(len(window), _PIECE))
    return False


def _opens(raw: bytes, opening: re.Pattern[bytes]) -> bool:
    try:
        return bool(opening.match(zlib.decompressobj(_AS_GZIP).decompress(raw, _PIECE)))
    except zlib.error:
        return False
