"""The text that a page's structured data hold where the page itself shows none: its script would have written it."""

import re
from collections.abc import Sequence

from dateline.articles.furniture import words
from dateline.articles.judged import Judged, Sorted
from dateline.articles.lines import even, split_lines
from dateline.articles.markup import Document

_FEWEST = 60  # words; less is a summary
# Types of schema.org and og:type that are articles.
ARTICLE = re.compile(r"article|posting|report", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]{1,300}>")


def told_body(document: Document, judged: Sorted, fewest: int) -> Sorted | None:
    """The longest `articleBody` of the page's articles, with what is shown cut, where that has fewer than `fewest` words of running text.

    None elsewhere.
    """
    shown = sum(len(words(line.text)) for line in judged.lines if line.kind == "paragraph")
    told = [one for one in document.json if ARTICLE.search(str(one.get("@type"))) and isinstance(one.get("articleBody"), str)]
    best = max(told, key=lambda one: len(str(one["articleBody"])), default=None)
    if shown >= fewest or best is None or len(words(str(best["articleBody"]))) < _FEWEST:
        return None
    headline = best.get("headline")
    title = even(headline) if isinstance(headline, str) and even(headline) else judged.title
    lines = [line.text for line in split_lines(_TAG.sub("\n", str(best["articleBody"])))]
    return Sorted(title, (*_paragraphs(lines, title), *(Judged(one.text, None, one.reason or "page", one.place) for one in judged.lines)))


def _paragraphs(lines: Sequence[str], title: str | None) -> list[Judged]:
    return [Judged(line, "paragraph", "", "body") for line in lines if line != title]
