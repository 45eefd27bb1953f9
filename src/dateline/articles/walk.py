"""The tree of a page -> its lines, broken at block elements, each with the part of the page it stands in."""

import re
from collections import Counter
from dataclasses import replace

import lxml.etree
import lxml.html

from dateline.articles.elements import BLOCKS, LEAVES, REGIONS, ROLES, SKIPPED
from dateline.articles.lines import Line, even
from dateline.errors import UnreadablePage

MAX_DEPTH = 400  # browsers stop at 512; real news pages stay below 60
_FEW_CHILDREN = 12  # of a caption
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_CAPTION = re.compile(
    r"(?:^|[\s_-])(?:wp-)?(?:photo-?|image-?|img-?|media-?|figure-?|picture-?)?(?:captions?|cutline)(?:$|[\s_-])", re.IGNORECASE
)
_PARAGRAPH_LIKE = frozenset({"div", "section"})
# Where a piece of text stands: the block's tag, the region, the container's number, whether in a link.
_Place = tuple[str, str, int, bool]


def lines_of(root: lxml.html.HtmlElement, authors: list[str]) -> list[Line]:
    """The lines in the order they are read; `authors` gets what elements marked as the author's hold.

    Raises `UnreadablePage` where elements are nested too deep.
    """
    body = root.find("body")
    return _Walker(authors).walk(body if body is not None else root)


class _Walker:
    """Goes through the tree once, without recursion."""

    def __init__(self, authors: list[str]) -> None:
        self.lines: list[Line] = []
        self.authors = authors
        self.pieces: list[str] = []
        self.linked = 0
        self.containers = 0
        self.above = [0]  # the container round each container
        self.at: _Place | None = None

    def walk(self, body: lxml.html.HtmlElement) -> list[Line]:
        place: _Place = ("body", "", 0, False)
        above: list[_Place] = []
        events = lxml.etree.iterwalk(body, events=("start", "end"))
        for event, element in events:
            tag = element.tag
            if event == "start":
                if len(above) >= MAX_DEPTH:
                    raise UnreadablePage(f"tags are nested more than {MAX_DEPTH} deep")
                above.append(place)
                if tag in SKIPPED or not isinstance(tag, str):
                    events.skip_subtree()
                    continue
                place = self._enter(element, tag, place)
                if element.text:
                    self._text(element.text, place)
                continue
            if tag in BLOCKS:
                self._flush()
            place = above.pop()
            if element.tail and above:
                self._text(element.tail, place)
        self._flush()
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
        if block or tag == "br":
            self._flush()
        _, region, parent, linked = above
        if region != "hidden" and _is_hidden(element):
            region = "hidden"
        if not region:
            region = ROLES.get(element.get("role") or "", "") or REGIONS.get(tag, "")
        if not region or region == "figure":
            region = _picture(element, tag) or region
        linked = linked or tag == "a"
        if not block:
            return (above[0], region, parent, linked)
        return (tag, region, parent if tag in LEAVES else self.containers, linked)

    def _text(self, text: str, place: _Place) -> None:
        shown = text.strip()
        if shown:
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
                self.lines.append(Line(text, True, tag, region, parent, min(1.0, self.linked / len(text))))
        self.pieces, self.linked, self.at = [], 0, None


def _is_hidden(element: lxml.html.HtmlElement) -> bool:
    style = element.get("style")
    return bool(style and _HIDDEN.search(style)) or element.get("hidden") is not None


def _picture(element: lxml.html.HtmlElement, tag: str) -> str:
    """Is it a figure or a caption?"""
    if tag == "figcaption":
        return "caption"
    marks = f"{element.get('class') or ''} {element.get('id') or ''}"
    lower = marks.lower()
    # A cheap test before the pattern, which most elements fail.
    if ("caption" in lower or "cutline" in lower) and _CAPTION.search(marks) and len(element) < _FEW_CHILDREN:
        return "caption"
    return "figure" if tag == "figure" else ""
