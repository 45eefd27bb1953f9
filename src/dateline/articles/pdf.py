"""A PDF -> bare text: lines put together to paragraphs by their places, what repeats at the edges of pages left out."""

import importlib
import itertools
import re
import statistics
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from dateline.errors import UnreadablePage

MEDIA_TYPE = "application/pdf"

_MOST_PAGES = 400
_MOST_CHARACTERS = 3_000_000
_EDGE = 3  # lines at the top and at the bottom of a page that may be running heads
_HEAD_SHARE = 0.5  # of the pages that repeat a line
_PAGE_NUMBER = re.compile(r"\W*(?:page |p\. ?)?\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?\W*$", re.IGNORECASE)
_BREAK = re.compile(r"[^\r\n]+")
_INNER = re.compile(r"[\x02\xad\ufffe](?=.)")
_CLOSED = re.compile(r"[.!?:;…][\"'”’»)\]]*$")
_SOFT_HYPHENS = ("\x02", "\xad", "\ufffe")  # how PDFium gives a hyphen at the end of a line
# How far a paragraph's lines may be apart, in the page's usual distance; how much smaller or larger their letters are; how far the
# first line may be moved in, in sizes of its letters; how much of the width a line fills that another one follows.
_GAP, _SIZE, _INDENT, _FULL = 1.3, 0.15, 0.8, 0.75
_SAME = 0.3  # sizes of letters by which the heights of one line's pieces differ
_LONGEST_HEAD = 120
_COLUMN, _MOST = 20.0, 0.8  # points by which the lines of a column differ on the left; the share of them that end where it ends


@dataclass(frozen=True, slots=True)
class _Line:
    """A line with its left and right end, its height over the bottom of the page, and the size of its letters, in points."""

    text: str
    left: float
    right: float
    height: float
    size: float


def pdf_text(content: bytes) -> str:
    """The text, its paragraphs on lines of their own with blank lines between.

    Raises `UnreadablePage` for a document that is broken, encrypted or without text, and where the extra is not installed.
    """
    try:
        pypdfium2 = importlib.import_module("pypdfium2")  # an extra, which ships no types
    except ImportError as error:
        raise UnreadablePage("a PDF: to read these, pip install dateline[pdf]") from error
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        why = "encrypted: save it without its password" if "assword" in str(error) else f"damaged ({error})"
        raise UnreadablePage(f"the PDF is {why}") from error
    try:
        pages = list(_pages(document))
    except pypdfium2.PdfiumError as error:
        raise UnreadablePage(f"a page of the PDF can't be read ({error})") from error
    finally:
        document.close()
    text = _flowing(pages)
    if not text:
        raise UnreadablePage("the PDF holds no text: it may be a scan, which has to be read by a program for that first")
    return text


def _flowing(pages: Sequence[Sequence[_Line]]) -> str:
    heads = _running_heads(pages)
    kept = [[line for at, line in enumerate(lines) if not (_is_edge(at, lines) and _key(line) in heads)] for lines in pages]
    return "\n\n".join(_paragraphs(kept))


def _pages(document: Any) -> Iterator[list[_Line]]:  # noqa: ANN401 - the library has no types
    if len(document) > _MOST_PAGES:
        raise UnreadablePage(f"the PDF has {len(document):,} pages, more than {_MOST_PAGES}: it is a book, give it in parts")
    size = 0
    for page in document:
        text_page = page.get_textpage()
        lines = _on_one_height(_lines(text_page))
        text_page.close()
        page.close()
        size += sum(len(line.text) for line in lines)
        if size > _MOST_CHARACTERS:
            raise UnreadablePage(f"the PDF holds more than {_MOST_CHARACTERS:,} characters: give it in parts")
        yield lines


def _lines(text_page: Any) -> Iterator[_Line]:  # noqa: ANN401
    for match in _BREAK.finditer(text_page.get_text_range()):
        text = match.group().strip(" ")
        if not text.strip("".join(_SOFT_HYPHENS)):
            continue
        first = match.start() + len(match.group()) - len(match.group().lstrip(" "))
        left, bottom, _, top = text_page.get_charbox(first, loose=True)
        right = text_page.get_charbox(first + len(text) - 1, loose=True)[2]
        yield _Line(text, left, right, bottom, top - bottom)


def _on_one_height(lines: Iterator[_Line]) -> list[_Line]:
    """Pieces side by side, as wide spaces of justified text make them, are one line."""
    found: list[_Line] = []
    for line in lines:
        last = found[-1] if found else None
        if last and abs(last.height - line.height) < _SAME * line.size and -_SAME * line.size < line.left - last.right < line.size:
            found[-1] = _Line(f"{last.text} {line.text}", last.left, line.right, last.height, max(last.size, line.size))
        else:
            found.append(line)
    return found


def _running_heads(pages: Sequence[Sequence[_Line]]) -> frozenset[str]:
    """What stands at the edge of most pages, numbers aside; the number of a page alone."""
    if len(pages) < 2:
        return frozenset()
    edges = [[line for at, line in enumerate(lines) if _is_edge(at, lines) and len(line.text) <= _LONGEST_HEAD] for lines in pages]
    counts = Counter(key for lines in edges for key in {_key(line) for line in lines})
    numbers = {_key(line) for lines in edges for line in lines if _PAGE_NUMBER.match(line.text)}
    return frozenset({key for key, count in counts.items() if count >= max(2, _HEAD_SHARE * len(pages))} | numbers)


def _is_edge(at: int, lines: Sequence[_Line]) -> bool:
    return at < _EDGE or at >= len(lines) - _EDGE


def _key(line: _Line) -> str:
    """Its words without their numbers, and where it stands."""
    return f"{round(line.height / line.size if line.size else 0)} " + re.sub(r"\d+", "#", " ".join(line.text.split()).lower())


def _paragraphs(pages: Sequence[Sequence[_Line]]) -> Iterator[str]:
    """Lines that go on with the one before are joined to it, over the end of a page too."""
    lines = [line for page in pages for line in page]
    words = Counter(re.findall(r"\w+(?:-\w+)*", " ".join(line.text for line in lines).lower()))
    lines = [replace(line, text=_whole(line.text, words)) for line in lines]
    usual = _usual_distance(lines)
    ends = _right_ends(lines)
    text = ""
    before: _Line | None = None
    for line in lines:
        if before is not None and _goes_on(before, line, usual, ends[_column(before)]):
            text = _joined(text, line.text, words)
        else:
            if text:
                yield text
            text = line.text
        before = line
    if text:
        yield text


def _usual_distance(lines: Sequence[_Line]) -> float:
    steps = [first.height - second.height for first, second in itertools.pairwise(lines)]
    down = [step for step in steps if step > 0]
    return statistics.median_low(down) if down else 0.0


def _right_ends(lines: Sequence[_Line]) -> dict[int, float]:
    """Where the lines of each column end: most of them no further right."""
    rights: defaultdict[int, list[float]] = defaultdict(list)
    for line in lines:
        for beside in (-1, 0, 1):
            rights[_column(line) + beside].append(line.right)
    return {column: sorted(found)[int(_MOST * (len(found) - 1))] for column, found in rights.items()}


def _column(line: _Line) -> int:
    return int(line.left // _COLUMN)


def _goes_on(before: _Line, line: _Line, usual: float, end: float) -> bool:
    if before.text.endswith(_SOFT_HYPHENS):
        return True
    if abs(before.size - line.size) > _SIZE * max(before.size, line.size):
        return False
    closed = bool(_CLOSED.search(before.text))
    short = before.right < before.left + _FULL * (end - before.left)
    step = before.height - line.height
    if step <= 0:  # the next page or column
        return not closed and (line.text[:1].islower() or not short)
    if step > _GAP * max(usual, before.size):
        return False
    if line.left - before.left > _INDENT * line.size:
        return False
    return not (short and (closed or not line.text[:1].islower()))


def _whole(text: str, words: Counter[str]) -> str:
    """A line in which PDFium has joined two already, its mark of a divided word between them."""
    parts = _INNER.split(text)
    found = parts[0]
    for part in parts[1:]:
        found = _joined(found + _SOFT_HYPHENS[0], part, words)
    return found


def _joined(text: str, more: str, words: Counter[str]) -> str:
    """A word divided at the end of a line is put together; one that has its hyphen elsewhere in the text keeps it."""
    if match := re.search(r"([\w-]*\w)(-|\x02|\xad|\ufffe)$", text):
        rest = re.match(r"\w*", more)
        if rest and (more[:1].islower() or match[2] != "-"):
            first, second = match[1].lower(), rest[0].lower()
            hyphen = "-" in first or words[f"{first}-{second}"] > words[first + second]
            return text[:-1] + ("-" if hyphen else "") + more
    return f"{text} {more}"
