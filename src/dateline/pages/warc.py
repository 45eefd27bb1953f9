"""WARC files (ISO 28500), plain or packed: the pages they keep."""

import re

from dateline.pages.archive import Framing
from dateline.pages.archive import expand as expand_archive
from dateline.pages.records import Head
from dateline.pages.source import Pages, Read, Source
from dateline.pages.window import BrokenRecord, Window

MEDIA_TYPE = "application/warc"
SUFFIXES = (".warc", ".wet", ".wat")

# Wrong versions such as "WARC/0.18" are those of drafts; their files are about.
_START = re.compile(rb"WARC/[01]\.\d{1,3}\r?\n[A-Za-z][A-Za-z0-9-]{2,40}:")
_AFTER = re.compile(rb"\r?\n\r?\n")
_LONGEST_LINE = 1 << 16
_MOST_FIELDS = 200
_WITH_PAGES = frozenset({"response", "resource", "conversion"})
_NO_PAGES = ("dns:", "whois:", "metadata:", "filedesc:")
_INSTANT = re.compile(r"\d{4}-(?:0\d|1[0-2])-[0-3]\d(?:T[0-2]\d:[0-5]\d(?::[0-6]\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?)?$")


def sniff(head: bytes) -> bool:
    """Does it begin with a version and a field?"""
    return bool(_START.match(head.lstrip(b"\r\n")))


def expand(source: Source, read: Read) -> Pages:
    """The pages of a WARC file."""
    return expand_archive(source, read, Framing("WARC", _START, _AFTER, _read_head))


def _read_head(window: Window) -> Head:
    fields = _fields(window)
    length = fields.get("content-length", "")
    if not re.fullmatch(r"\d{1,15}", length):
        raise BrokenRecord(f"its Content-Length is {length[:40]!r}")
    media_type = fields.get("content-type", "")
    uri = fields.get("warc-target-uri", "").strip("<> ")
    http = media_type.lower().replace(" ", "").startswith("application/http")
    # Answers about names are responses too, and crawlers keep their logs as resources; a segment goes on in another record.
    wanted = fields.get("warc-type", "").lower() in _WITH_PAGES and not uri.startswith(_NO_PAGES) and "warc-segment-number" not in fields
    return Head(int(length), wanted, uri or None, _instant(fields.get("warc-date", "")), media_type, http, _digests(fields))


def _fields(window: Window) -> dict[str, str]:
    """The named fields, names in lower case; a line that begins with a space goes on with the one before."""
    window.line(_LONGEST_LINE)
    lines: list[bytes] = []
    rows = 0
    while line := window.line(_LONGEST_LINE).rstrip(b"\r\n"):
        rows += 1
        if line[:1] in b" \t" and lines:
            lines[-1] += b" " + line.strip()
        elif b":" not in line:
            raise BrokenRecord(f"a line of its head is no field: {line[:40].decode('latin-1')!r}")
        else:
            lines.append(line)
        if rows > _MOST_FIELDS:
            raise BrokenRecord(f"its head has more than {_MOST_FIELDS} lines")
    found: dict[str, str] = {}
    for line in lines:
        name, _, value = line.decode("utf-8", "backslashreplace").partition(":")
        found.setdefault(name.strip().lower(), value.strip())
    return found


def _instant(text: str) -> str | None:
    return text if _INSTANT.match(text) else None


def _digests(fields: dict[str, str]) -> tuple[str, ...]:
    """Both digests: some programs give the payload's as the block's."""
    names = ("warc-block-digest", "warc-payload-digest")
    return tuple(fields[name] for name in names if name in fields) if names[0] in fields else ()
