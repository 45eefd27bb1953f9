"""HTML -> lines with the part of the page they stand in, and the page's metadata."""

import json
import re
from dataclasses import dataclass, field

import lxml.etree
import lxml.html
import trafilatura

from dateline.articles.lines import Line, even
from dateline.errors import UnreadablePage

MAX_DEPTH = 400  # browsers stop at 512; real news pages stay below 60
MAX_LENGTH = 8_000_000  # characters of markup
_TAG = re.compile(r"<(/?)(div|span|section|article|table|ul|ol|blockquote|font|b|i|em|strong|a|center|main|aside|nav|form|dl|figure|header|footer)\b[^>]*?(/?)>", re.I)
_SCRIPTS = re.compile(r"<!--.*?-->|<(script|style)\b[^>]*>.*?</\1\s*>", re.DOTALL | re.IGNORECASE)
_BLOCKS = frozenset(
    "address article aside blockquote body button caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 "
    "header hr label legend li main menu nav ol option p pre section select summary table tbody td textarea tfoot th thead time tr ul".split()
)
_SKIPPED = frozenset("script style noscript template svg math iframe object embed video audio canvas head map input textarea select option datalist".split())
_REGIONS = {"nav": "nav", "footer": "footer", "form": "form", "aside": "aside", "button": "form", "dialog": "dialog", "menu": "nav", "label": "form"}
_ROLES = {"navigation": "nav", "contentinfo": "footer", "dialog": "dialog", "alertdialog": "dialog", "complementary": "aside", "search": "form", "menu": "nav"}
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_CAPTION = re.compile(r"(?:^|[\s_-])(?:wp-)?(?:photo-?|image-?|img-?|media-?|figure-?|picture-?)?(?:captions?|cutline)(?:$|[\s_-])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Document:
    """A page's lines in the order they are read; its metadata: `meta` (lower-case name, value), `json` (schema.org objects), `times` (time tags)."""

    lines: list[Line]
    title: str | None
    language: str | None
    address: str | None
    meta: list[tuple[str, str]]
    json: list[dict[str, object]] = field(default_factory=list)
    times: list[tuple[str, str]] = field(default_factory=list)


def read_markup(text: str) -> Document:
    """Parse, walk, and let the extractor mark the body. Raises `UnreadablePage` for markup that is too long, too deep or no markup."""
    _guard(text)
    try:
        root = lxml.html.document_fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", text))
    except (lxml.etree.ParserError, lxml.etree.XMLSyntaxError, ValueError) as error:
        raise UnreadablePage(f"the markup can't be parsed: {error}") from error
    metadata = _metadata(root)
    lines = _Walker().walk(root)
    return Document(_marked(lines, _body(text)), *metadata)


def _guard(text: str) -> None:
    if len(text) > MAX_LENGTH:
        raise UnreadablePage(f"more than {MAX_LENGTH} characters of markup")
    depth = deepest = 0
    for closing, _, empty in _TAG.findall(_SCRIPTS.sub("", text)):
        depth = max(0, depth - 1) if closing else depth + (not empty)
        deepest = max(deepest, depth)
    if deepest > MAX_DEPTH:
        raise UnreadablePage(f"tags are nested {deepest} deep, more than {MAX_DEPTH}")


def _body(text: str) -> str:
    try:
        return trafilatura.extract(text, include_comments=False, include_tables=True, deduplicate=False) or ""
    except (ValueError, RecursionError, lxml.etree.LxmlError, AttributeError, TypeError) as error:
        raise UnreadablePage(f"the extractor failed: {error}") from error


def _metadata(root: lxml.html.HtmlElement) -> tuple[object, ...]:
    meta, times, objects = [], [], []
    address = None
    for element in root.iter("meta", "link", "time", "script"):
        if element.tag == "meta":
            name = element.get("property") or element.get("name") or element.get("itemprop") or element.get("http-equiv")
            if name and (value := even(element.get("content") or "")):
                meta.append((name.strip().lower(), value))
        elif element.tag == "link":
            address = address or (element.get("href") if (element.get("rel") or "").lower() == "canonical" else None)
        elif element.tag == "time":
            shown = even(" ".join(element.itertext()))
            marks = " ".join((element.get("itemprop") or "", element.get("class") or "", "pubdate" if element.get("pubdate") is not None else ""))
            times.append((element.get("datetime") or shown, marks.lower()))
        elif "ld+json" in (element.get("type") or ""):
            objects.extend(_objects(element.text or ""))
    heading = root.find(".//title")
    title = even(heading.text or "") if heading is not None else None
    return title or None, (root.get("lang") or "").lower() or None, address, meta, objects, times


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


class _Walker:
    """Goes through the tree once, without recursion, and breaks it into lines at block elements."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.pieces: list[str] = []
        self.linked = 0
        self.tag, self.region, self.parent = "body", "", 0

    def walk(self, root: lxml.html.HtmlElement) -> list[Line]:
        body = root.find("body")
        todo: list[tuple[str, object, tuple[str, str, int, bool]]] = [("open", body if body is not None else root, ("body", "", 0, False))]
        number = 0
        while todo:
            step, element, state = todo.pop()
            if step == "text":
                self._text(str(element), state)
                continue
            if step == "break":
                self._flush()
                continue
            tag = element.tag if isinstance(element.tag, str) else ""  # type: ignore[attr-defined]
            if not tag or tag in _SKIPPED or _is_hidden(element):
                continue
            block = tag in _BLOCKS
            number += block
            inside = _state(element, tag, state, number, block)
            if block or tag == "br":
                self._flush()
            if block:
                todo.append(("break", None, state))
            for child in reversed(list(element)):  # type: ignore[call-overload]
                if child.tail and child.tail.strip():
                    todo.append(("text", child.tail, inside))
                elif child.tail:
                    todo.append(("text", " ", inside))
                todo.append(("open", child, inside))
            if element.text:  # type: ignore[attr-defined]
                todo.append(("text", element.text, inside))  # type: ignore[attr-defined]
        self._flush()
        return self.lines

    def _text(self, text: str, state: tuple[str, str, int, bool]) -> None:
        if text.strip():
            if not self.pieces or not "".join(self.pieces).strip():
                self.tag, self.region, self.parent = state[0], state[1], state[2]
            self.linked += len(text.strip()) if state[3] else 0
        self.pieces.append(text)

    def _flush(self) -> None:
        text = even(" ".join("".join(self.pieces).split()))
        if text:
            self.lines.append(Line(text, True, self.tag, self.region, self.parent, min(1.0, self.linked / len(text))))
        self.pieces, self.linked = [], 0


def _is_hidden(element: object) -> bool:
    get = element.get  # type: ignore[attr-defined]
    return get("hidden") is not None or bool(_HIDDEN.search(get("style") or ""))


def _state(element: object, tag: str, above: tuple[str, str, int, bool], number: int, block: bool) -> tuple[str, str, int, bool]:
    """What the text inside an element stands in: its block, region, container and whether in a link."""
    name, region, parent, linked = above
    get = element.get  # type: ignore[attr-defined]
    marks = f"{get('class') or ''} {get('id') or ''}"
    region = region or _ROLES.get(get("role") or "", "") or _REGIONS.get(tag, "")
    if tag == "figcaption" or (_CAPTION.search(marks) and len(element) < 12):  # type: ignore[arg-type]
        region = region or "caption"
    elif tag == "figure":
        region = region or "figure"
    if block:
        name, parent = tag, number if tag not in ("p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "blockquote") else parent
    return name, region, parent, linked or tag == "a"


def _marked(lines: list[Line], body: str) -> list[Line]:
    """Which lines the extractor kept: those whose words stand in its text."""
    kept = {_key(row) for row in body.split("\n")}
    whole = _key(body)
    return [Line(o.text, o.gap, o.tag, o.region, o.parent, o.linked, _stands(_key(o.text), kept, whole)) for o in lines]


def _stands(key: str, kept: set[str], whole: str) -> bool:
    return bool(key) and (key in kept or (len(key) >= 25 and key in whole))


def _key(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).lower()
