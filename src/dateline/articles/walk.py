"""The tree of a page -> its lines, broken at block elements, each with the part of the page it stands in."""

import re
from collections import Counter
from dataclasses import replace

import lxml.etree
import lxml.html

from dateline.articles.elements import BLOCKS, LEAVES, REGIONS, ROLES, SKIPPED
from dateline.articles.lines import Line, even

_FEW_CHILDREN, _FEW_PARAGRAPHS = 12, 4  # of a caption
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_CAPTION = re.compile(
    r"(?:^|[\s_-])(?:wp-)?(?:photo-?|image-?|img-?|media-?|figure-?|picture-?)?(?:captions?|cutline)(?:$|[\s_-])", re.IGNORECASE
)
_AUTHOR = re.compile(r"(?:^|[\s_-]|[a-z](?=[AB]))(?:authors?|by-?lines?|writers?|contributors?)(?:$|[\s_-]|(?=[A-Z])|name)", re.IGNORECASE)
_NOT_AUTHOR = re.compile(
    r"image|photo|avatar|picture|\bbio|about|twitter|social|count|contact|desc|follow|caption|comment|related|card|promo|teaser",
    re.IGNORECASE,
)
_MOST_AUTHORS, _LONGEST_AUTHOR, _MOST_INSIDE = 60, 140, 20
_WITH_AUTHORS = frozenset({"", "main"})
_LONGEST_MARKS = 1000  # characters of an attribute that are looked at
_KEPT_EMPTY = frozenset({"br", "hr", "td", "th", "tr", "body"})
_PARAGRAPH_LIKE = frozenset({"div", "section"})
# Where a piece of text stands: the block's tag, the region, the container's number, whether in a link.
_Place = tuple[str, str, int, bool]


def lines_of(root: lxml.html.HtmlElement, authors: list[tuple[int, str]] | None) -> list[Line]:
    """The lines in the order they are read; `authors` gets what elements marked as the author's hold, with the number of lines before."""
    body = root.find("body")
    return _Walker(authors).walk(body if body is not None else root)


class _Walker:
    """Goes through the tree once, without recursion, and drops elements without any text, which the extractor need not search."""

    def __init__(self, authors: list[tuple[int, str]] | None) -> None:
        self.lines: list[Line] = []
        self.authors = authors
        self.pieces: list[str] = []
        self.linked = 0
        self.shown = 0
        self.containers = 0
        self.above = [0]  # the container round each container
        self.at: _Place | None = None

    def walk(self, body: lxml.html.HtmlElement) -> list[Line]:
        place: _Place = ("body", "", 0, False)
        above: list[tuple[_Place, int, int]] = []
        empty: list[lxml.html.HtmlElement] = []
        events = lxml.etree.iterwalk(body, events=("start", "end"))
        for event, element in events:
            tag = element.tag
            if event == "start":
                above.append((place, self.shown, len(empty)))
                if tag in SKIPPED or not isinstance(tag, str):
                    events.skip_subtree()
                    continue
                place = self._enter(element, tag, place)
                if element.text:
                    self._text(element.text, place)
                continue
            if self.at is not None and tag in BLOCKS:
                self._flush()
            place, before, found = above.pop()
            if before == self.shown and tag not in _KEPT_EMPTY and above:
                empty[found:] = [element]  # for those inside it
            if element.tail and above:
                self._text(element.tail, place)
        self._flush()
        for element in empty:
            _drop(element)
        return self._in_homes()

    def _in_homes(self) -> list[Line]:
        """A division with one line and nothing else in it stands for a paragraph: its container is the one round it."""
        count = Counter(line.parent for line in self.lines)
        outer = set(self.above)
        return [
            replace(line, parent=self.above[line.parent])
            if line.tag in _PARAGRAPH_LIKE and count[line.parent] == 1 and line.parent not in outer
            else line
            for line in self.lines
        ]

    def _enter(self, element: lxml.html.HtmlElement, tag: str, above: _Place) -> _Place:
        """What the text inside an element stands in."""
        block = tag in BLOCKS
        if block:
            self.containers += 1
            self.above.append(above[2])
        if self.at is not None and (block or tag == "br"):
            self._flush()
        _, region, parent, linked = above
        if region != "hidden" and _is_hidden(element):
            region = "hidden"
        name = (element.get("class") or "")[:_LONGEST_MARKS]
        if not region:
            region = ROLES.get(element.get("role") or "", "") or REGIONS.get(tag, "")
        if not region or region == "figure":
            region = _picture(element, tag, name) or region
        if self.authors is not None and region in _WITH_AUTHORS and len(self.authors) < _MOST_AUTHORS and _is_author(element, name):
            shown = " ".join(" ".join(element.itertext()).split())
            if shown and len(shown) <= _LONGEST_AUTHOR:
                self.authors.append((len(self.lines), shown))
        linked = linked or tag == "a"
        if not block:
            return (above[0], region, parent, linked)
        return (tag, region, parent if tag in LEAVES else self.containers, linked)

    def _text(self, text: str, place: _Place) -> None:
        shown = text.strip()
        if shown:
            self.shown += 1
            if self.at is None:
                self.at = place
            if place[3]:
                self.linked += len(shown)
            self.pieces.append(text)
        elif self.pieces:
            self.pieces.append(" ")

    def _flush(self) -> None:
        if self.at is not None:
            text = even(" ".join("".join(self.pieces).split()))
            if text:
                tag, region, parent, _ = self.at
                self.lines.append(Line(text, gap=True, tag=tag, region=region, parent=parent, linked=min(1.0, self.linked / len(text))))
        self.pieces, self.linked, self.at = [], 0, None


def _drop(element: lxml.html.HtmlElement) -> None:
    try:
        element.drop_tree()
    except ValueError:  # the text after it holds a character that XML doesn't know: the element stays, empty as it is
        return


def _is_hidden(element: lxml.html.HtmlElement) -> bool:
    style = element.get("style")
    return bool(style and _HIDDEN.search(style[:_LONGEST_MARKS])) or element.get("hidden") is not None


def _is_author(element: lxml.html.HtmlElement, name: str) -> bool:
    """Is it marked as the author's by its relation, its property or its class?"""
    # Cheap tests before the pattern.
    hinted = name and ("uthor" in name or "yline" in name or "riter" in name or "y-line" in name or "ontributor" in name)
    hinted = hinted and _AUTHOR.search(name) is not None
    marked = hinted or element.get("rel") == "author" or element.get("itemprop") == "author"
    return bool(marked) and len(element) <= _MOST_INSIDE and not _NOT_AUTHOR.search(name)


def _picture(element: lxml.html.HtmlElement, tag: str, name: str) -> str:
    """Is it a figure or a caption?"""
    if tag == "figcaption":
        return "caption"
    marks = f"{name} {(element.get('id') or '')[:_LONGEST_MARKS]}"
    lower = marks.lower()
    # A cheap test before the pattern, which most elements fail.
    if ("caption" in lower or "cutline" in lower) and _CAPTION.search(marks) and _is_small(element):
        return "caption"
    return "figure" if tag == "figure" else ""


def _is_small(element: lxml.html.HtmlElement) -> bool:
    """A container called after the caption inside it may hold a whole text."""
    return len(element) < _FEW_CHILDREN and sum(1 for _ in element.iter("p")) < _FEW_PARAGRAPHS
