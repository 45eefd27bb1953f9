"""One pass over a parsed page: where the title stands, and which lines may hold a date."""

import re

from lxml.html import HtmlElement

from dateline.articles.ago import hints_at_ago

_HINT = re.compile(r"\d(?:\d{3}|\s?[./|-]\s?\d{1,2}\s?[./|-]\s?\d\d| ?[年년])")
_INLINE = frozenset(
    {
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "em", "font", "i", "ins", "label", "mark", "q", "small", "span", "strong",
        "sub", "sup", "time", "tt", "u",
    }
)  # fmt: skip
_UNREAD = frozenset(("script", "style", "noscript", "template", "svg", "select", "option", "textarea", "iframe", "head", "title"))
_HEADINGS = frozenset(("h1", "h2", "h3"))
# Attributes in which elements carry a moment for scripts; the first one there is read.
MOMENTS = (
    "datetime",
    "data-timestamp",
    "data-datetime",
    "data-published",
    "data-publish-date",
    "data-pubdate",
    "data-utime",
    "data-date",
    "data-time",
)
_VALUED = f".//time|.//*[{' or '.join(f'@{name}' for name in MOMENTS)}]|.//*[@itemprop and contains(@itemprop,'date')]"
_MOST_BLOCKS = 160
_MOST_RELATIVE = 60
_LONGEST_RELATIVE = 80  # characters
_SHORT = 14  # characters: a block that may hold a part of a date only


class Walk:
    """`blocks` maps a line's element to where it begins in the page's text and the elements in it whose text has digits as dates have;
    `valued` are elements that may have a value for machines, with where they begin; `relative` are those whose text may tell a time from
    the time of reading; `title_at` is where the headline begins.
    """

    def __init__(self, root: HtmlElement, title: str) -> None:
        body = root.find("body")
        body = root if body is None else body
        self.blocks: dict[HtmlElement, tuple[int, list[HtmlElement]]] = {}
        self.valued: list[tuple[HtmlElement, int]] = []
        self.relative: dict[HtmlElement, int] = {}
        self.title_at: int | None = None
        self._offset = 0
        valued = set(body.xpath(_VALUED))
        plain, better = _plain(title), 0
        for element in body.iter():
            tag = element.tag
            if element in valued:
                self.valued.append((element, self._offset))
            elif tag in _HEADINGS and (worth := _worth(element, tag, plain)) > better:
                self.title_at, better = self._offset, worth
            if (text := element.text) and tag not in _UNREAD and isinstance(tag, str):
                self._text(element, text)
            if (text := element.tail) and element is not body:
                self._text(element.getparent(), text)

    def _text(self, element: HtmlElement, text: str) -> None:
        if len(self.blocks) < _MOST_BLOCKS and _HINT.search(text):
            _, inner = self.blocks.setdefault(line_of(element), (self._offset, []))
            if element not in inner:
                inner.append(element)
        if len(text) <= _LONGEST_RELATIVE and len(self.relative) < _MOST_RELATIVE and not text.isspace() and hints_at_ago(text):
            self.relative.setdefault(element, self._offset)
        self._offset += len(text) if len(text) < _SHORT or not text.isspace() else 1


def line_of(element: HtmlElement) -> HtmlElement:
    """The nearest element that is a line of its own; where that holds a part of a date only, the one round it."""
    while element.tag in _INLINE and element.getparent() is not None:
        element = element.getparent()
    for _ in range(2):
        above = element.getparent()
        if above is None or sum(len(text.strip()) for text in element.itertext()) > _SHORT:
            break
        if sum(len(text.strip()) for text in above.itertext()) > 3 * _SHORT:
            break
        element = above
    return element


def _plain(text: str) -> str:
    return re.sub(r"\W+", "", text).lower()


def _worth(element: HtmlElement, tag: str, title: str) -> int:
    """How well a heading fits the page's title; the first of the best is the headline."""
    text = _plain("".join(element.itertext()))
    if not text:
        return 0
    same = bool(title) and len(text) >= 12 and (text in title or title in text)
    return (4 if same else 0) + (2 if tag == "h1" else 0)
