"""Article texts cut into pieces that are marked or not, and the sentence round a span."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from dateline.model.articles import Article, BlockKind
from dateline.model.evidence import Evidence, Span

LONGEST_QUOTE = 600
"""Code points: a piece of evidence longer than this is shown from its trigger's sentence only."""

_NO_END = r"(?<![A-Z]\.[A-Z]\.)(?<!\b[A-Z]\.)(?<!\bMr\.)(?<!\bMs\.)(?<!\bDr\.)(?<!\bMrs\.)"
_BREAK = re.compile(_NO_END + r"""(?<=[.!?])["”’')\]]*\s+(?=["“‘'(\[]?[A-Z0-9])""")


@dataclass(frozen=True, slots=True)
class Mark:
    """A span to be marked and the anchor that links point to; of a "core" (the words that tell an event) the event's, or ""."""

    anchor: str
    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text. `of` are the anchors of all marks that cover it, `begins` of those that begin here; `event` is what its words tell."""

    text: str
    of: tuple[str, ...]
    begins: tuple[str, ...]
    event: str


@dataclass(frozen=True, slots=True)
class BlockView:
    kind: BlockKind
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence with the words in it that carry the value: `before`, `core`, `after`, put together the text as it stands."""

    before: str
    core: str
    after: str


def marked_blocks(article: Article, marks: Iterable[Mark]) -> tuple[BlockView, ...]:
    """All blocks of the article, each cut where marks begin or end."""
    ordered = sorted(set(marks), key=lambda m: (m.start, m.end, m.anchor))
    return tuple(BlockView(block.kind, _pieces(article.text, block.start, block.end, ordered)) for block in article.blocks)


def quote(article: Article, trigger: Span, evidence: tuple[Evidence, ...]) -> Quote:
    """The evidence that holds the trigger, or else the trigger's sentence, with the trigger as its core."""
    start, end = clamp(article, trigger)
    holders = [e for e in evidence if isinstance(e, Span) and e.holds(trigger) and e != trigger and e.end - e.start <= LONGEST_QUOTE]
    widest = max(holders, key=lambda e: (e.end - e.start, -e.start), default=None)
    first, last = sentence_round(article, start, end)
    if widest is not None:
        first, last = min(first, max(0, widest.start)), max(last, min(len(article.text), widest.end))
    return Quote(article.text[first:start], article.text[start:end], article.text[end:last])


def sentence_round(article: Article, start: int, end: int) -> tuple[int, int]:
    """First and last code point of the sentence (or sentences) that `start:end` lies in, inside its block."""
    low, high = next(((b.start, b.end) for b in article.blocks if b.start <= start < b.end), (start, end))
    high = max(high, end)
    first, last = low, high
    for cut in _BREAK.finditer(article.text, low, high):
        if cut.end() <= start:
            first = cut.end()
        elif cut.start() >= end:
            last = cut.end()
            break
    while last > end and article.text[last - 1].isspace():
        last -= 1
    return first, last


def clamp(article: Article, span: Span) -> tuple[int, int]:
    """A span's ends, held inside the text: a record from a file may be wrong, and a page must still be written."""
    start = min(max(span.start, 0), len(article.text))
    return start, min(max(span.end, start), len(article.text))


def _pieces(text: str, low: int, high: int, marks: list[Mark]) -> tuple[Piece, ...]:
    inside = [m for m in marks if m.start < high and m.end > low and m.end > m.start]
    cuts = sorted({low, high, *(max(m.start, low) for m in inside), *(min(m.end, high) for m in inside)})
    pieces = []
    for first, last in pairwise(cuts):
        over = [m for m in inside if m.start <= first and m.end >= last]
        links = [m for m in over if m.kind != "core"]
        event = next((m.anchor for m in over if m.kind == "core"), "")
        pieces.append(Piece(text[first:last], _anchors(links), _anchors(m for m in links if m.start == first), event))
    return tuple(pieces)


def _anchors(marks: Iterable[Mark]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(m.anchor for m in marks))
