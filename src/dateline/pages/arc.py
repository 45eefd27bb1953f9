"""ARC files, the Internet Archive's older format, plain or packed: the pages they keep."""

import re

from dateline.pages.archive import Framing
from dateline.pages.archive import expand as expand_archive
from dateline.pages.records import Head
from dateline.pages.source import Pages, Read, Source
from dateline.pages.window import BrokenRecord, Window

MEDIA_TYPE = "application/x-arc"
SUFFIXES = (".arc",)

_LONGEST_LINE = 1 << 16
# The head of a record is one line: address, host's number, day and time, type, (in version 2 five more,) length. Addresses may hold spaces.
_VERSION_1 = re.compile(rb"([A-Za-z][A-Za-z0-9+.-]{1,20}:[^\n]*) (\S+) (\d{8,17}) ([^\n ]*) (-?\w+)\s*$")
_VERSION_2 = re.compile(rb"([A-Za-z][A-Za-z0-9+.-]{1,20}:[^\n]*) (\S+) (\d{8,17}) (\S+) (\d{3}|-) (\S+) (\S+) (\d+) (\S+) (-?\w+)\s*$")
_START = re.compile(rb"^[A-Za-z][A-Za-z0-9+.-]{1,20}:[^\n]{1,8000} [0-9a-fA-F.:-]{1,45} \d{8,17} [^\n]{0,300}-?\w+\r?\n", re.MULTILINE)
_AFTER = re.compile(rb"(?:\r?\n){1,4}(?=[A-Za-z][A-Za-z0-9+.-]{1,20}:\S)")
_OPENING = b"filedesc:"


def sniff(head: bytes) -> bool:
    """An ARC file begins with a description of itself."""
    return head.startswith(_OPENING) and bool(_START.match(head))


def expand(source: Source, read: Read) -> Pages:
    """The pages of an ARC file."""
    return expand_archive(source, read, Framing("ARC", _START, _AFTER, _read_head))


def _read_head(window: Window) -> Head:
    line = window.line(_LONGEST_LINE)
    found = _VERSION_2.match(line) or _VERSION_1.match(line)
    if found is None:
        raise BrokenRecord(f"its head makes no sense: {line[:60].decode('latin-1')!r}")
    uri, length = found[1].decode("utf-8", "backslashreplace"), found[found.lastindex or 5]
    if not re.fullmatch(rb"\d{1,15}", length):
        raise BrokenRecord(f"its length is {length[:20].decode('latin-1')!r}")
    wanted = not uri.startswith(("filedesc:", "dns:"))
    return Head(int(length), wanted, uri, _instant(found[3].decode()), found[4].decode("latin-1"), http=uri.startswith("http"))


def _instant(digits: str) -> str | None:
    """20080430204825 -> 2008-04-30T20:48:25Z."""
    day = f"{digits[:4]}-{digits[4:6]}-{digits[6:8]}"
    if not re.fullmatch(r"(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])", day):
        return None
    return f"{day}T{digits[8:10]}:{digits[10:12]}:{digits[12:14]}Z" if re.fullmatch(r"[0-2]\d[0-5]\d[0-5]\d", digits[8:14]) else day
