"""Bytes -> text, by what the page declares or what its bytes show; never with replaced characters."""

import codecs
import re
from collections.abc import Iterator
from contextlib import suppress

from resiliparse.parse.encoding import detect_encoding, map_encoding_to_html5

from dateline.errors import UnreadablePage
from dateline.model.pages import Page

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_DECLARED = re.compile(rb"<(?:meta[^>]{0,200}?charset|\?xml[^>]{0,100}?encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
_HEAD = 8192
_CONTROLS = bytes((*range(0x09), *range(0x0E, 0x1A), *range(0x1C, 0x20)))
_MOST_UNREADABLE = 0.001  # share of control characters above which the guess was wrong

_FEWEST_ZEROS, _MOST_OTHER_ZEROS = 0.05, 0.25  # shares of zero bytes that show UTF-16, and of those on the other side
_MOST_BROKEN = 3  # letters beyond ASCII that stand against each broken byte: other encodings are seldom UTF-8 anywhere


def decode(page: Page) -> str:
    """The page's text. A byte order mark wins, then what only UTF-16 or UTF-8 can be, then what transport or page declare, then
    UTF-8 but for a few broken bytes, which are left out, then detection from the bytes.

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
    for text, name in _guesses(page.content):
        try:
            return _checked(text, text.encode("utf-8", "surrogatepass"), name)
        except UnreadablePage:
            continue
    raise UnreadablePage("no encoding fits the bytes; save the page as UTF-8 and try again")


def _candidates(page: Page) -> Iterator[str]:
    declared = _DECLARED.search(page.content[:_HEAD]) if page.media_type == "text/html" else None
    seen = set()
    wide = _wide(page.content)
    if wide:
        seen.add(wide)
        yield wide
    if not page.content.isascii():  # other letters make up no valid UTF-8 by chance, whatever the page declares
        seen.add("utf-8")
        yield "utf-8"
    for name in (page.encoding, declared.group(1).decode("ascii") if declared else None, "utf-8"):
        known = map_encoding_to_html5(name, fallback_utf8=False) if name else None
        if known and known not in seen:
            seen.add(known)
            yield known


def _wide(content: bytes) -> str | None:
    """UTF-16 without a mark: every second byte of what is written in ASCII is zero."""
    head = content[:_HEAD]
    even, odd = head[::2].count(0), head[1::2].count(0)
    if max(even, odd) < _FEWEST_ZEROS * len(head) or min(even, odd) > _MOST_OTHER_ZEROS * max(even, odd):
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _guesses(content: bytes) -> Iterator[tuple[str, str]]:
    """Readings where no encoding declared fits: UTF-8 with a character cut in two, else what the bytes look like (the dearest, so last)."""
    text = content.decode("utf-8", "ignore")
    lost = len(content) - len(text.encode("utf-8"))
    if lost * _MOST_BROKEN <= len(text) - len(text.encode("ascii", "ignore")):
        yield text, "utf-8"
    guess = detect_encoding(content, from_html_meta=False)
    if guess:
        with suppress(UnreadablePage):
            yield _strict(content, guess), guess


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
