"""Is a line furniture by its words alone? Words of sites in general; layout is judged in `layout.py`."""

import re

from dateline.articles.memo import kept_for_lines
from dateline.ontology.articles import Furniture, furniture

_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_CLOSED = re.compile(r"[.!?…।。][\"'”’»)\]]*$")
# From the first mark alone: marks that nothing closes would be tried one after another.
_QUOTE = re.compile(r"[^“\"«]*+[“\"«].{15,}[”\"»]")
_SEPARATORS = re.compile(r"\s*(?:[|/·•»›>,;–—]|\s-\s|\s&\s|\sand\s)\s*")
_COOKIES = re.compile(
    r"\W*(?:we|this (?:web ?)?site|our (?:web ?)?site|we and our partners)(?: and our partners)? uses? cookies\b", re.IGNORECASE
)
_COUNTERS = re.compile(r"^[\W\d]+$")
_ADDRESS = re.compile(r"^(?:https?://|www\.)\S+$|^\S[^\s@]*+@\S+\.\w+$|^@\w+$", re.IGNORECASE)
_LONGEST_WHOLE = 160


def words(text: str) -> list[str]:
    return _WORD.findall(text)


@kept_for_lines
def word_count(text: str) -> int:
    """How many words; a line is asked for it again and again while it is judged."""
    return len(_WORD.findall(text))


def is_closed(text: str) -> bool:
    """Does it end as a sentence ends?"""
    return bool(_CLOSED.search(text))


@kept_for_lines
def opens_section(text: str) -> bool:
    """Is it a heading that opens a list of other things?"""
    return len(text) <= 80 and not text.endswith((".", "!")) and bool(furniture().sections.fullmatch(text))


@kept_for_lines
def furniture_reason(text: str) -> str | None:
    """Why the line is furniture, or None. A sentence of the text that happens to use one such word is none."""
    data = furniture()
    if not (count := word_count(text)) or _COUNTERS.match(text):
        return "counter or mark"
    if _ADDRESS.match(text):
        return "address"
    if len(text) <= _LONGEST_WHOLE:
        for reason, pattern in data.whole:
            if pattern.fullmatch(text):
                return reason
    if is_menu(text):
        return "navigation"
    if data.agency_notes.fullmatch(text.strip()):
        return "agency's note"
    return _box_reason(text, count, data)


def is_menu(text: str) -> bool:
    """Is it made of words of menus only ("World | Politics | Sport")?"""
    names = furniture().navigation
    if text.lower().strip(" :.") in names:
        return True
    parts = [part.strip(" :.").lower() for part in _SEPARATORS.split(text) if part.strip(" :.")]
    return len(parts) > 1 and all(part in names for part in parts)


def _box_reason(text: str, count: int, data: Furniture) -> str | None:
    """Boxes speak to the reader of the site's own doings."""
    limits = data.limits
    if count > limits.box_words or _QUOTE.match(text):
        return "cookies" if _COOKIES.match(text) else None
    for reason, pattern in data.opens:
        if pattern.match(text) and (count <= limits.short_line or data.site_words.search(text)):
            return reason
    needed = limits.box_share_short if count < limits.sentence else limits.box_share_long
    # The words of sites are the slowest to look for, and few lines speak to the reader.
    if data.address.search(text) and len({match.group().lower() for match in data.site_words.finditer(text)}) >= needed:
        return "box for readers"
    return None


def shows_picture(text: str, start: int = 0, end: int | None = None) -> bool:
    """Does it speak of a picture as captions do, between the characters `start` and `end`?"""
    data = furniture()
    lower = text.lower()
    if not any(hint in lower for hint in data.caption_hints):
        return False
    return data.caption.search(text, start, len(text) if end is None else end) is not None


def cut_pieces(text: str) -> tuple[str, list[tuple[str, str]]]:
    """The line without glued furniture, and the pieces with their reasons."""
    data = furniture()
    if not data.piece_hints.search(text):
        return text, []
    cut: list[tuple[str, str]] = []
    for pattern, reason in ((data.agency_notes, "agency's note"), (data.glued, "glued furniture")):
        for match in reversed(list(pattern.finditer(text))):
            if len(text) - len(match.group()) < len(match.group()) and reason != "agency's note":
                continue
            cut.append((match.group().strip(), reason))
            text = f"{text[: match.start()].rstrip()} {text[match.end() :].lstrip()}".strip()
    return text, [piece for piece in cut if piece[0]]
