"""Archives as crawlers write them, made by hand."""

import gzip
import io
from collections.abc import Sequence
from pathlib import Path

from dateline.model.pages import Drop, Page
from dateline.pages.read import read_source
from dateline.pages.source import Source, Stream

DAY = "2023-05-02T08:30:00Z"
RESPONSE = "application/http; msgtype=response"


def html(number: int) -> bytes:
    text = f"Page {number} tells of a meeting."
    return f"<!doctype html><html><head><title>Page {number}</title></head><body><p>{text}</p></body></html>".encode()


def answer(body: bytes, *fields: str, media_type: str = "text/html", status: str = "200 OK") -> bytes:
    """What a server answers."""
    head = "".join(f"{field}\r\n" for field in (f"Content-Type: {media_type}", *fields))
    return f"HTTP/1.1 {status}\r\n{head}\r\n".encode() + body


def warc(
    block: bytes, *fields: str, number: int = 0, kind: str = "response", media_type: str = RESPONSE, length: int | None = None
) -> bytes:
    """A WARC record; `length` is a wrong one."""
    named = ("WARC/1.0", f"WARC-Type: {kind}", f"WARC-Target-URI: https://norland.example/{number}", f"WARC-Date: {DAY}")
    lines = (*named, f"Content-Type: {media_type}", *fields, f"Content-Length: {len(block) if length is None else length}", "", "")
    return "\r\n".join(lines).encode() + block + b"\r\n\r\n"


def arc(block: bytes, number: int = 0, length: int | None = None) -> bytes:
    """An ARC record, version 1."""
    size = len(block) if length is None else length
    return f"https://norland.example/{number} 192.0.2.7 20080430204825 text/html {size}\n".encode() + block + b"\n"


_SELF = b"1 0 Norland\nURL IP-address Archive-date Content-type Archive-length\n"
ARC_HEAD = b"filedesc://norland.arc 192.0.2.1 20080430204825 text/plain %d\n" % len(_SELF) + _SELF + b"\n"


def members(records: Sequence[bytes]) -> bytes:
    """Each record in a gzip member of its own."""
    return b"".join(gzip.compress(record, mtime=0) for record in records)


def read(content: bytes, name: str = "crawl.warc") -> list[Page | Drop]:
    return list(read_source(Source(name, Stream(io.BytesIO(content)), Path(name).suffix)))


def numbers(found: Sequence[Page | Drop]) -> list[int]:
    """The numbers of the pages that were read."""
    return [int((one.uri or "").rsplit("/", 1)[1]) for one in found if isinstance(one, Page)]


def drops(found: Sequence[Page | Drop]) -> list[Drop]:
    return [one for one in found if isinstance(one, Drop)]
