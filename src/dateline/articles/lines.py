"""Lines of a page, and bare text -> lines."""

import itertools
import re
from dataclasses import dataclass

_BREAKS = re.compile(r"\r\n?|[\n\x0b\x0c\x85\u2028\u2029]")
_SPACES = re.compile(r"[ \t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_INVISIBLE = re.compile(r"[\u200b\u2060\ufeff\xad\x00-\x08\x0e-\x1f\x7f]")
_CLOSED = re.compile(r"[.!?:;…][\"'”’»)\]]*$")
# A text wrapped at a fixed width: lines between these lengths, most of them going on in lower case.
_WRAP_SHORTEST, _WRAP_LONGEST, _WRAP_SHARE, _WRAP_LINES = 45, 100, 0.4, 6


@dataclass(frozen=True, slots=True)
class Line:
    """One line as it stands, spaces evened. `gap`: a blank line stands before it.

    Only HTML fills the rest: `tag` is the block it stands in ("p", "h2"), `region` the part of the page ("nav", "footer", "form",
    "aside", "figure", "caption", ""), `parent` numbers its container, `linked` is its characters' share in links, `main` is True where the
    extractor took it for the body.
    """

    text: str
    gap: bool = False
    tag: str = ""
    region: str = ""
    parent: int = 0
    linked: float = 0.0
    main: bool = False


def even(text: str) -> str:
    """Single spaces, nothing invisible, nothing else changed."""
    if text.isprintable() and "  " not in text:  # what is printable holds no space but the plain one, and nothing invisible
        return text.strip()
    return _SPACES.sub(" ", _INVISIBLE.sub("", text)).strip()


def in_capitals(text: str) -> bool:
    """Is it written in capitals? Scripts without capitals are not, even where a name in capitals stands in them."""
    return text.isupper() and 2 * sum(char.isupper() for char in text) >= sum(char.isalpha() for char in text)


def split_lines(text: str) -> list[Line]:
    """Bare text -> its lines, without the blank ones; hard-wrapped paragraphs are put together again."""
    rows = [even(row) for row in _BREAKS.split(text)]
    if _is_wrapped(rows):
        rows = _unwrapped(rows)
    found, gap = [], False
    for row in rows:
        if row:
            found.append(Line(row, gap))
        gap = not row
    return found


def _is_wrapped(rows: list[str]) -> bool:
    pairs = [(first, second) for first, second in itertools.pairwise(rows) if first and second]
    broken = [s for f, s in pairs if _WRAP_SHORTEST <= len(f) <= _WRAP_LONGEST and not _CLOSED.search(f)]
    return (
        len(broken) >= _WRAP_LINES
        and max(map(len, rows)) <= _WRAP_LONGEST
        and sum(s[0].islower() for s in broken) >= _WRAP_SHARE * len(pairs)
    )


def _unwrapped(rows: list[str]) -> list[str]:
    width = max(map(len, rows))
    found: list[str] = []
    joining = False
    for row in rows:
        if row and joining:
            found[-1] += " " + row
        else:
            found.append(row)
        joining = bool(row) and len(row) >= 0.6 * width
    return found
