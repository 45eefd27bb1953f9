"""What a server answered, as an archive keeps it -> the page's bytes: status, type, chunks and packing, within limits."""

import base64
import binascii
import hashlib
import io
import re
import zlib
from dataclasses import dataclass

from fastwarc.stream_io import BrotliReader, ZstdReader

from dateline.model.pages import Drop
from dateline.pages.records import Record
from dateline.pages.source import MAX_BYTES, STAGE, Source, Stream

# Drops that mean that a record was never meant to be a page: they are counted together.
NO_PAGE = frozenset({"not a known format", "archive in an archive", "empty", "unknown fields", "only a summary", "a list of feeds"})

_PIECE = 1 << 16
_LONGEST_HEAD = 1 << 18
_LONGEST_URI = 8_000
_STATUS = re.compile(rb"HTTP/\d(?:\.\d)?[ \t]+(\d{3})([^\r\n]*)\r?\n")
_HEAD_END = re.compile(rb"\r?\n\r?\n")
_CHUNK = re.compile(rb"([0-9A-Fa-f]{1,8})[ \t]*(?:;[^\r\n]{0,200})?\r?\n")
# What may hold an article; types that say nothing are judged by their bytes.
_PAGE_TYPE = re.compile(
    r"(?:text/(?:html|plain|xml)|application/(?:(?:[\w.-]+\+)?(?:xml|json)|pdf|x-?ndjson|jsonlines|octet-stream|unknown)|unknown/?\w*"
    r"|unk|no-type|)$"
)
_NO_TEXT_XML = re.compile(r"svg|mathml|opensearch|manifest")
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
_SUFFIX = {"text/html": ".html", "application/xhtml+xml": ".html", "text/plain": ".txt"}


@dataclass(frozen=True, slots=True)
class Body:
    """What a record holds, to be read as an input of its own, and what type it says it is."""

    source: Source
    media_type: str


@dataclass(frozen=True, slots=True)
class _Answer:
    status: int
    phrase: str
    fields: dict[str, str]
    body: bytes


def open_block(record: "Record", archive: str) -> Body | Drop | str:
    """The body of a record, the reason why it can't be read, or the type of one that is no page."""
    head = record.head
    name = f"{archive}#{record.offset}"
    answer = _answer(record.block) if head.http else None
    media_type = answer.fields.get("content-type", "") if answer else "" if head.http else head.media_type
    kind = plain_type(media_type)
    if answer and not 200 <= answer.status < 300:
        return _drop(name, f"HTTP {answer.status}", f"{head.uri}: the server answered {answer.status} {answer.phrase}".rstrip(), bad=False)
    if not is_page_type(kind):
        return kind
    if record.cut:
        return _drop(name, "too large", f"{head.uri}: {head.length:,} bytes, more than the {MAX_BYTES // 1_000_000} MB of a page")
    try:
        content = _decoded(answer) if answer else record.block
    except (zlib.error, OSError, ValueError) as error:
        return _drop(name, "damaged body", f"{head.uri}: what the server sent can't be unpacked ({error})")
    if len(content) > MAX_BYTES:
        return _drop(name, "too large", f"{head.uri}: unpacked more than {MAX_BYTES // 1_000_000} MB")
    declared = _CHARSET.search(media_type)
    uri = head.uri if head.uri and len(head.uri) <= _LONGEST_URI else None
    encoding = declared.group(1) if declared else None
    return Body(Source(name, Stream(io.BytesIO(content)), _SUFFIX.get(kind, ""), uri, encoding, head.fetched, inside=True), kind)


def plain_type(value: str) -> str:
    """A declared media type without its parameters, in lower case."""
    return value.partition(";")[0].strip().lower()[:80]


def is_page_type(kind: str) -> bool:
    """May something of this type be a page?"""
    return bool(_PAGE_TYPE.match(kind)) and not _NO_TEXT_XML.search(kind)


def wrong_digest(digests: tuple[str, ...], block: bytes) -> str:
    """Says so where none of the digests that can be computed fits the block or what follows the answer's head in it."""
    if not digests:
        return ""
    end = _HEAD_END.search(block, 0, _LONGEST_HEAD)
    checked = 0
    for digest in digests:
        algorithm, _, value = digest.partition(":")
        algorithm = algorithm.strip().lower().replace("-", "")
        if algorithm not in ("md5", "sha1", "sha256", "sha512"):
            continue
        for data in (block, block[end.end() :] if end else block):
            found = hashlib.new(algorithm, data, usedforsecurity=False).digest()
            if _spells(value.strip(), found):
                return ""
        checked += 1
    return "its bytes do not fit its digest" if checked else ""


def _spells(value: str, digest: bytes) -> bool:
    """Is it the digest in hexadecimal digits, base 32 or base 64?"""
    if value.lower() == binascii.hexlify(digest).decode() or value.upper().rstrip("=") == base64.b32encode(digest).decode().rstrip("="):
        return True
    return value.replace("-", "+").replace("_", "/").rstrip("=") == base64.b64encode(digest).decode().rstrip("=")


def _answer(block: bytes) -> _Answer | None:
    """Status, fields (the first of a name, names in lower case) and body; None where the block is no answer of a server."""
    status = _STATUS.match(block)
    if status is None:
        return None
    # A server may end its head by an empty line alone, right after the status.
    end = _HEAD_END.search(block, status.end() - 2, _LONGEST_HEAD)
    fields: dict[str, str] = {}
    for line in block[status.end() : end.start() if end else len(block)].decode("latin-1").splitlines():
        name, colon, value = line.partition(":")
        if colon:
            fields.setdefault(name.strip().lower(), value.strip())
    phrase = status.group(2).decode("latin-1").strip()[:60]
    return _Answer(int(status.group(1)), phrase, fields, block[end.end() :] if end else b"")


def _decoded(answer: _Answer) -> bytes:
    """The body without chunks and packing; crawlers often keep the fields of what they have unpacked already.

    Gives one byte too many where it is larger than a page may be; raises zlib.error, OSError or ValueError where it is damaged.
    """
    body = answer.body
    if "chunked" in answer.fields.get("transfer-encoding", "").lower():
        body = _dechunked(body)
    for coding in reversed(answer.fields.get("content-encoding", "").lower().split(",")):
        body = _unpacked(body, coding.strip())
        if len(body) > MAX_BYTES:
            break
    return body


def _dechunked(body: bytes) -> bytes:
    """The chunks in one; a body that is not in chunks, whatever was said, as it is. After a wrong chunk the rest is as it stands."""
    found: list[bytes] = []
    at = 0
    while match := _CHUNK.match(body, at):
        size = int(match.group(1), 16)
        if size == 0:
            return b"".join(found)
        start, end = match.end(), match.end() + size
        if end > len(body):
            return b"".join((*found, body[start:])) if found else body
        found.append(body[start:end])
        at = end + 2 if body.startswith(b"\r\n", end) else end + 1 if body.startswith(b"\n", end) else end
    return b"".join((*found, body[at:]))


def _unpacked(body: bytes, coding: str) -> bytes:
    if coding in ("gzip", "x-gzip"):
        return _inflated(body, 31) if body.startswith(b"\x1f\x8b") else body
    if coding == "deflate":
        return _deflated(body)
    if coding == "zstd":
        return _read_all(ZstdReader(io.BytesIO(body))) if body.startswith(b"\x28\xb5\x2f\xfd") else body
    if coding == "br":
        return body if _is_markup(body) else _read_all(BrotliReader(io.BytesIO(body)))
    return body


def _deflated(body: bytes) -> bytes:
    """What is called "deflate" is zlib's format by the standard and a bare stream by custom."""
    if _is_markup(body):
        return body
    try:
        return _inflated(body, 15)
    except zlib.error:
        return _inflated(body, -15)


def _inflated(body: bytes, window: int) -> bytes:
    member = zlib.decompressobj(window)
    found = member.decompress(body, MAX_BYTES + 1)
    if not member.eof and len(found) <= MAX_BYTES:
        raise ValueError("it ends too early")
    return found


def _read_all(reader: BrotliReader | ZstdReader) -> bytes:
    found: list[bytes] = []
    size = 0
    while size <= MAX_BYTES and (piece := reader.read(_PIECE)):
        found.append(piece)
        size += len(piece)
    return b"".join(found)


def _is_markup(body: bytes) -> bool:
    return body.lstrip()[:1] in (b"<", b"{")


def _drop(name: str, reason: str, detail: str, *, bad: bool = True) -> Drop:
    return Drop(name, STAGE, reason, detail, unreadable=bad)
