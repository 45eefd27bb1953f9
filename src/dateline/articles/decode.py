"""Bytes -> text, by what the page declares or what its bytes show; never with replaced characters."""

import codecs
import re

from resiliparse.parse.encoding import detect_encoding, map_encoding_to_html5

from dateline.errors import UnreadablePage
from dateline.model.pages import Page

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_DECLARED = re.compile(rb"<(?:meta[^>]{0,200}?charset|\?xml[^>]{0,100}?encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
_HEAD = 8192
_UNREADABLE = re.compile(r"[\x00-\x08\x0e-\x19\x1c-\x1f\ufffe\uffff]")
_MOST_UNREADABLE = 0.001  # share of control characters above which the guess was wrong


def decode(page: Page) -> str:
    """The page's text. A byte order mark wins, then what transport or page declare, then UTF-8, then detection from the bytes.

    Raises `UnreadablePage` where no encoding fits.
    """
    for mark, name in _MARKS:
        if page.content.startswith(mark):
            return _checked(_strict(page.content[len(mark) :], name), name)
    for name in _candidates(page):
        try:
            return _checked(_strict(page.content, name), name)
        except UnreadablePage:
            continue
    raise UnreadablePage("no encoding fits the bytes; save the page as UTF-8 and try again")


def _candidates(page: Page) -> list[str]:
    declared = _DECLARED.search(page.content[:_HEAD]) if page.media_type == "text/html" else None
    names = [page.encoding, declared.group(1).decode("ascii") if declared else None]
    found = [map_encoding_to_html5(name, fallback_utf8=False) or "" for name in names if name]
    guess = detect_encoding(page.content, from_html_meta=False)
    return list(dict.fromkeys(name for name in (*found, "utf-8", guess) if name))


def _strict(content: bytes, name: str) -> str:
    try:
        return content.decode(name)
    except (UnicodeDecodeError, LookupError) as error:
        raise UnreadablePage(f"the bytes are not {name}") from error


def _checked(text: str, name: str) -> str:
    if len(_UNREADABLE.findall(text)) > _MOST_UNREADABLE * len(text):
        raise UnreadablePage(f"read as {name} the bytes hold control characters")
    return text
