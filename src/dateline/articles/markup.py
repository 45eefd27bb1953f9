"""HTML -> lines with the part of the page they stand in, and the page's metadata; parsed once, for the extractor too."""

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache

import lxml.etree
import lxml.html
import trafilatura
from trafilatura.settings import Extractor

from dateline.articles.dating import PageTraces, page_traces
from dateline.articles.elements import FORMATTING, NO_TEXT, UNREAD
from dateline.articles.lines import Line, even
from dateline.articles.structured import read_objects
from dateline.articles.walk import lines_of
from dateline.errors import UnreadablePage

MAX_DEPTH = 400  # browsers stop at 512; real news pages stay below 60
MAX_LENGTH = 8_000_000  # characters of markup
_SEARCH_BUDGET = 150_000_000  # characters looked through for lines that the extractor glued; hostile pages alone come near
_HEAD_LINES, _TAIL_LINES = 40, 4  # round the body, in which the elements marked as the author's are this article's
_CONTROLS = bytes({*range(0x20)} - {0x09, 0x0A, 0x0D})
_CONTROL_REFERENCES = re.compile(
    rb"&#(?:0*(?:[0-8]|1[124-9]|2[0-9]|3[01])(?![0-9])|[xX]0*(?:[0-8bceBCE]|[fF]|1[0-9a-fA-F])(?![0-9a-fA-F]));?"
)
_FEW_PARAGRAPHS = 3
_CELLS = frozenset({"td", "th"})
_DEEPEST_TABLE = 8  # tables round a table; the extractor's work grows with the square of it, and layouts of the old web stay below
_TOO_DEEP = "table-too-deep"
_NEAR = 4000  # characters after the last line found in which the next one is looked for
_SHORTEST_GLUED = 25  # characters without spaces


@dataclass(frozen=True, slots=True)
class Document:
    """A page's lines in the order they are read, and its metadata.

    `meta` has lower-case names, `json` the objects of schema.org, `times` the time tags, `broken` the starts of structured data that
    could not be read, `authors` what links and elements marked as the author's say.
    """

    lines: list[Line]
    title: str | None
    language: str | None
    address: str | None
    meta: list[tuple[str, str]] = field(default_factory=list)
    json: list[dict[str, object]] = field(default_factory=list)
    times: list[tuple[str, str]] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)
    authors: list[str] = field(default_factory=list)
    dates: PageTraces | None = None


def read_markup(text: str, *, dated: bool = True) -> Document:
    """Parse, walk, and let the extractor mark the body. Raises `UnreadablePage` for markup that is too long, too deep or no markup.

    Unless `dated`, nothing is looked up that tells the day of publication or the authors.
    """
    root = parse_markup(text)
    heading = root.find(".//title")
    title = even(heading.text or "") if heading is not None else ""
    traces = page_traces(root) if dated else None
    document = Document([], title or None, (root.get("lang") or "").lower() or None, _canonical(root), dates=traces)
    _read_metadata(root, document)
    lxml.etree.strip_elements(root, *NO_TEXT, with_tail=False)
    lxml.etree.strip_tags(root, *FORMATTING)
    _free_paragraphs(root)
    if not dated:
        lxml.etree.strip_elements(root, *UNREAD, with_tail=False)  # nothing in them is body, and nobody asks what was cut
    authors: list[tuple[int, str]] = []
    lines = _marked(lines_of(root, authors if dated else None), _body(root))
    main = [at for at, line in enumerate(lines) if line.main] or [0]
    head = [text for at, text in authors if main[0] - _HEAD_LINES <= at <= main[0] + _TAIL_LINES]
    document.authors.extend(head or [text for at, text in authors if main[0] < at <= main[-1] + _TAIL_LINES])
    document.lines.extend(_without_hidden(lines))
    return document


def _parser(*, deep: bool) -> lxml.etree.HTMLParser:
    parser = lxml.etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=deep)
    # One class for all elements: the usual lookup calls Python for each of them.
    parser.set_element_class_lookup(lxml.etree.ElementDefaultClassLookup(element=lxml.html.HtmlElement))
    return parser


def parse_markup(text: str) -> lxml.html.HtmlElement:
    """The tree of a page. Raises `UnreadablePage` for what is no markup or too long."""
    if len(text) > MAX_LENGTH:
        raise UnreadablePage(f"more than {MAX_LENGTH} characters of markup")
    try:
        root = _tree(_readable(text.encode("utf-8", "replace")))
    except (lxml.etree.ParserError, lxml.etree.XMLSyntaxError, ValueError) as error:
        raise UnreadablePage(f"the markup can't be parsed: {error}") from error
    if root is None:
        raise UnreadablePage("the markup holds no element")
    return root


def _readable(content: bytes) -> bytes:
    """Without the characters that XML knows nothing of: libxml2 reads them, but no text with one can be moved to another place."""
    content = _CONTROL_REFERENCES.sub(b"", content.translate(None, _CONTROLS))
    return content.replace(b"\xef\xbf\xbe", b"").replace(b"\xef\xbf\xbf", b"")


def _tree(content: bytes) -> lxml.html.HtmlElement:
    """libxml2 cuts a page without a word where its tags are nested 256 deep, as its log tells: such a page is parsed again and measured."""
    parser = _parser(deep=False)
    root = lxml.etree.fromstring(content, parser)
    last = parser.error_log.last_error
    if last is None or "depth" not in last.message:
        return root
    root = lxml.etree.fromstring(content, _parser(deep=True))
    depth = 0
    for event, _ in lxml.etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > MAX_DEPTH:
            raise UnreadablePage(f"tags are nested more than {MAX_DEPTH} deep")
    return root


def _free_paragraphs(root: lxml.html.HtmlElement) -> None:
    """A button or form round several paragraphs was left open by mistake, or holds the whole page: it is a container like any other."""
    for element in list(root.iter("button", "dialog", "form", "label", "legend", "menu")):
        if len(list(itertools.islice(element.iter("p"), _FEW_PARAGRAPHS))) == _FEW_PARAGRAPHS:
            element.tag = "div"


def _canonical(root: lxml.html.HtmlElement) -> str | None:
    links = (element.get("href") for element in root.iter("link") if (element.get("rel") or "").lower() == "canonical")
    return next((link for link in links if link), None)


def _read_metadata(root: lxml.html.HtmlElement, document: Document) -> None:
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
        elif "ld+json" in (element.get("type") or "").lower():
            read_objects(element.text or "", document.json, document.broken)


@cache
def _options() -> Extractor:
    return Extractor(output_format="python", fast=True, comments=False, tables=True)


def _body(root: lxml.html.HtmlElement) -> str:
    """The body as the extractor reads it, from the same tree without the parts that it never reads."""
    lxml.etree.strip_elements(root, *UNREAD, with_tail=False)
    _flatten_tables(root)
    try:
        found = trafilatura.bare_extraction(root, options=_options())
    except (ValueError, RecursionError, lxml.etree.LxmlError, AttributeError, TypeError) as error:
        raise UnreadablePage(f"the extractor failed: {error}") from error
    return (getattr(found, "text", None) or "") if found is not None else ""


def _flatten_tables(root: lxml.html.HtmlElement) -> None:
    """Tables in tables in tables, left open by mistake or in malice, go; what is in them stays where the last good one is."""
    for table in [one for one in root.iter("table") if any(itertools.islice(_tables_round(one), _DEEPEST_TABLE, None))]:
        table.tag = _TOO_DEEP
    lxml.etree.strip_tags(root, _TOO_DEEP)


def _tables_round(table: lxml.html.HtmlElement) -> Iterator[bool]:
    return (True for _ in table.iterancestors("table"))


def _marked(lines: list[Line], body: str) -> list[Line]:
    """Which lines the extractor kept: those whose words stand in its text, short ones (cells, items) only where they come next in it."""
    kept = {_key(row) for row in body.split("\n")} - {""}
    whole = _key(body)
    found, budget, at = [], _SEARCH_BUDGET, 0
    for o in lines:
        key = _key(o.text)
        main = bool(key) and (key in kept or (o.tag in _CELLS and whole.startswith(key, at)))
        glued = not main and len(key) >= _SHORTEST_GLUED
        start = whole.find(key, at, at + len(key) + _NEAR) if main or glued else -1
        if glued and (start >= 0 or budget > 0):
            budget -= len(whole) if start < 0 else 0
            main = start >= 0 or key in whole
        if main:
            at = start + len(key) if start >= 0 else at
        found.append(Line(o.text, o.gap, o.tag, o.region, o.parent, o.linked, main) if main else o)
    return found


def _without_hidden(lines: list[Line]) -> list[Line]:
    """Hidden lines are not read, unless the body itself is hidden until a script shows it to subscribers."""
    hidden = {line.text: line for line in lines if line.main and line.region == "hidden"}
    if not hidden:
        return [line for line in lines if line.region != "hidden"]
    shown = _key("".join(line.text for line in lines if line.main and line.region != "hidden"))
    own = {text for text in hidden if _key(text) not in shown}
    if sum(map(len, own)) <= len(shown):
        own = set()
    return [replace(o, region="") if o.region == "hidden" else o for o in lines if o.region != "hidden" or (o.main and o.text in own)]


def _key(text: str) -> str:
    """The words without spaces and without the marks that the extractor sets before items and between cells."""
    return "".join(text.removeprefix("- ").replace("|", "").split()).lower()
