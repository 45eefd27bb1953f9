"""Bytes -> text, by what the page declares or what its bytes show; never with replaced characters."""

import codecs
import re
from collections.abc import Iterator

from resiliparse.parse.encoding import detect_encoding, map_encoding_to_html5

from dateline.errors import UnreadablePage
from dateline.model.pages import Page

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_DECLARED = re.compile(rb"<(?:meta[^>]{0,200}?charset|\?xml[^>]{0,100}?encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
_HEAD = 8192
_CONTROLS = bytes((*range(0x09), *range(0x0E, 0x1A), *range(0x1C, 0x20)))
_MOST_UNREADABLE = 0.001  # share of control characters above which the guess was wrong


def decode(page: Page) -> str:
    """The page's text. A byte order mark wins, then what transport or page declare, then UTF-8, then detection from the bytes.

    Raises `UnreadablePage` where no encoding fits.
    """
    for mark, name in _MARKS:
        if page.content.startswith(mark):
            return _checked(_strict(page.content[len(mark) :], name), page.content[len(mark) :], name)
    for name in _candidates(page):
        try:
            return _checked(_strict(page.content, name), page.content, name)
        except UnreadablePage:
            continue
    raise UnreadablePage("no encoding fits the bytes; save the page as UTF-8 and try again")


def _candidates(page: Page) -> Iterator[str]:
    declared = _DECLARED.search(page.content[:_HEAD]) if page.media_type == "text/html" else None
    seen = set()
    for name in (page.encoding, declared.group(1).decode("ascii") if declared else None, "utf-8"):
        known = map_encoding_to_html5(name, fallback_utf8=False) if name else None
        if known and known not in seen:
            seen.add(known)
            yield known
    guess = detect_encoding(page.content, from_html_meta=False)  # the dearest: only where all else failed
    if guess and guess not in seen:
        yield guess


def _strict(content: bytes, name: str) -> str:
    try:
        return content.decode(name)
    except (UnicodeDecodeError, LookupError) as error:
        raise UnreadablePage(f"the bytes are not {name}") from error


def _checked(text: str, content: bytes, name: str) -> str:
    raw = content if name == "utf-8" else text.encode("utf-8", "surrogatepass")
    unreadable = len(raw) - len(raw.translate(None, _CONTROLS)) + text.count("\ufffe") + text.count("\uffff")
    if unreadable > _MOST_UNREADABLE * len(text):
        raise UnreadablePage(f"read as {name} the bytes hold control characters")
    return text
