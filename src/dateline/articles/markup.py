"""HTML -> lines with the part of the page they stand in, and the page's metadata."""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import lxml.etree
import lxml.html
import trafilatura

from dateline.articles.elements import BLOCKS, LEAVES, REGIONS, ROLES, SKIPPED
from dateline.articles.lines import Line, even
from dateline.errors import UnreadablePage

MAX_DEPTH = 400  # browsers stop at 512; real news pages stay below 60
MAX_LENGTH = 8_000_000  # characters of markup
_NESTING = "div|span|section|article|table|ul|ol|blockquote|font|b|i|em|strong|a|center|main|aside|nav|form|dl|figure|header|footer"
_ANY_TAG = re.compile(rf"</?(?:{_NESTING})\b", re.IGNORECASE)
_TAG = re.compile(rf"<(/?)(?:{_NESTING})\b[^>]*?(/?)>", re.IGNORECASE)
_SCRIPTS = re.compile(r"<!--.*?-->|<(script|style)\b[^>]*>.*?</\1\s*>", re.DOTALL | re.IGNORECASE)
_FEW_CHILDREN = 12  # of a caption
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_CAPTION = re.compile(
    r"(?:^|[\s_-])(?:wp-)?(?:photo-?|image-?|img-?|media-?|figure-?|picture-?)?(?:captions?|cutline)(?:$|[\s_-])", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class _Place:
    """What a piece of text stands in: see `Line`; `linked` is True inside a link."""

    tag: str
    region: str = ""
    parent: int = 0
    linked: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """A page's lines in the order they are read, and its metadata: `meta` (lower-case names), `json` (schema.org), `times` (time tags)."""

    lines: list[Line]
    title: str | None
    language: str | None
    address: str | None
    meta: list[tuple[str, str]] = field(default_factory=list)
    json: list[dict[str, object]] = field(default_factory=list)
    times: list[tuple[str, str]] = field(default_factory=list)


def read_markup(text: str) -> Document:
    """Parse, walk, and let the extractor mark the body. Raises `UnreadablePage` for markup that is too long, too deep or no markup."""
    _guard(text)
    try:
        root = lxml.html.document_fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", text))
    except (lxml.etree.ParserError, lxml.etree.XMLSyntaxError, ValueError) as error:
        raise UnreadablePage(f"the markup can't be parsed: {error}") from error
    lines = _marked(_Walker().walk(root), _body(text))
    heading = root.find(".//title")
    title = even(heading.text or "") if heading is not None else ""
    return _with_metadata(root, Document(lines, title or None, (root.get("lang") or "").lower() or None, _canonical(root)))


def _guard(text: str) -> None:
    if len(text) > MAX_LENGTH:
        raise UnreadablePage(f"more than {MAX_LENGTH} characters of markup")
    # Scripts hold pieces of markup: they are taken out only where the quick count goes too deep.
    if _deepest(one[1] == "/" for one in _ANY_TAG.findall(text)) <= MAX_DEPTH:
        return
    deepest = _deepest(bool(closing) for closing, empty in _TAG.findall(_SCRIPTS.sub("", text)) if closing or not empty)
    if deepest > MAX_DEPTH:
        raise UnreadablePage(f"tags are nested {deepest} deep, more than {MAX_DEPTH}")


def _deepest(closing: Iterable[bool]) -> int:
    depth = deepest = 0
    for one in closing:
        depth = max(0, depth - 1) if one else depth + 1
        deepest = max(deepest, depth)
    return deepest


def _body(text: str) -> str:
    try:
        return trafilatura.extract(text, include_comments=False, include_tables=True, deduplicate=False) or ""
    except (ValueError, RecursionError, lxml.etree.LxmlError, AttributeError, TypeError) as error:
        raise UnreadablePage(f"the extractor failed: {error}") from error


def _canonical(root: lxml.html.HtmlElement) -> str | None:
    links = (element.get("href") for element in root.iter("link") if (element.get("rel") or "").lower() == "canonical")
    return next((link for link in links if link), None)


def _with_metadata(root: lxml.html.HtmlElement, document: Document) -> Document:
    for element in root.iter("meta", "time", "script"):
        if element.tag == "meta":
            name = element.get("property") or element.get("name") or element.get("itemprop") or element.get("http-equiv")
            if name and (value := even(element.get("content") or "")):
                document.meta.append((name.strip().lower(), value))
        elif element.tag == "time":
            shown = even(" ".join(element.itertext()))
            marks = " ".join(
                (element.get("itemprop") or "", element.get("class") or "", "pubdate" if element.get("pubdate") is not None else "")
            )
            document.times.append((element.get("datetime") or shown, marks.lower()))
        elif "ld+json" in (element.get("type") or ""):
            document.json.extend(_objects(element.text or ""))
    return document


def _objects(text: str) -> list[dict[str, object]]:
    try:
        todo = [json.loads(text.strip().rstrip(";"), strict=False)]
    except (ValueError, RecursionError):
        return []
    found: list[dict[str, object]] = []
    while todo and len(found) < 200:
        one = todo.pop(0)
        if isinstance(one, list):
            todo.extend(one[:100])
        elif isinstance(one, dict):
            found.append(one)
            todo.extend(value for key in ("@graph", "mainEntity", "mainEntityOfPage") if isinstance(value := one.get(key), list | dict))
    return found


_Step = tuple[str, Any, _Place]


class _Walker:
    """Goes through the tree once, without recursion, and breaks it into lines at block elements."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.pieces: list[str] = []
        self.linked = 0
        self.containers = 0
        self.at = _Place("body")

    def walk(self, root: lxml.html.HtmlElement) -> list[Line]:
        body = root.find("body")
        todo: list[_Step] = [("open", body if body is not None else root, _Place("body"))]
        while todo:
            step, content, place = todo.pop()
            if step == "text":
                self._text(content, place)
            elif step == "break":
                self._flush()
            else:
                todo.extend(self._open(content, place))
        self._flush()
        return self.lines

    def _open(self, element: lxml.html.HtmlElement, place: _Place) -> list[_Step]:
        """What is to be done inside an element, last thing first."""
        tag = element.tag if isinstance(element.tag, str) else ""
        if not tag or tag in SKIPPED or _is_hidden(element):
            return []
        block = tag in BLOCKS
        self.containers += block
        inside = _inside(element, tag, place, self.containers if block else None)
        if block or tag == "br":
            self._flush()
        steps: list[_Step] = [("break", None, place)] if block else []
        for child in reversed(element):
            if child.tail:
                steps.append(("text", child.tail if child.tail.strip() else " ", inside))
            steps.append(("open", child, inside))
        if element.text:
            steps.append(("text", element.text, inside))
        return steps

    def _text(self, text: str, place: _Place) -> None:
        if text.strip():
            if not "".join(self.pieces).strip():
                self.at = place
            self.linked += len(text.strip()) if place.linked else 0
        self.pieces.append(text)

    def _flush(self) -> None:
        if self.pieces:
            text = even(" ".join("".join(self.pieces).split()))
            if text:
                at = self.at
                self.lines.append(
                    Line(text, gap=True, tag=at.tag, region=at.region, parent=at.parent, linked=min(1.0, self.linked / len(text)))
                )
        self.pieces, self.linked = [], 0


def _is_hidden(element: lxml.html.HtmlElement) -> bool:
    return element.get("hidden") is not None or bool(_HIDDEN.search(element.get("style") or ""))


def _inside(element: lxml.html.HtmlElement, tag: str, above: _Place, number: int | None) -> _Place:
    """What the text inside an element stands in: its block, region, container and whether in a link."""
    region = above.region or ROLES.get(element.get("role") or "", "") or REGIONS.get(tag, "")
    marks = f"{element.get('class') or ''} {element.get('id') or ''}"
    if tag == "figcaption" or (_may_be_caption(marks.lower()) and _CAPTION.search(marks) and len(element) < _FEW_CHILDREN):
        region = region or "caption"
    elif tag == "figure":
        region = region or "figure"
    linked = above.linked or tag == "a"
    if number is None:
        return _Place(above.tag, region, above.parent, linked)
    return _Place(tag, region, above.parent if tag in LEAVES else number, linked)


def _may_be_caption(marks: str) -> bool:
    """A cheap test before the pattern, which most elements fail."""
    return "caption" in marks or "cutline" in marks


def _marked(lines: list[Line], body: str) -> list[Line]:
    """Which lines the extractor kept: those whose words stand in its text."""
    kept = {_key(row) for row in body.split("\n")}
    whole = _key(body)
    return [Line(o.text, o.gap, o.tag, o.region, o.parent, o.linked, _stands(_key(o.text), kept, whole)) for o in lines]


def _stands(key: str, kept: set[str], whole: str) -> bool:
    return bool(key) and (key in kept or (len(key) >= 25 and key in whole))


def _key(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).lower()
