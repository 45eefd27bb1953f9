"""Why a page is no article: an error, a wall, a film, pictures, an index. Asked only of pages with little running text.

The words are data, by language: a page of another language that is a wall is told as a wall.
"""

import re
from collections.abc import Sequence

from dateline.articles.furniture import is_closed, word_count
from dateline.articles.judged import Judged, Sorted
from dateline.articles.markup import Document
from dateline.articles.told_body import ARTICLE
from dateline.ontology.refusals import refusal_words

FEWEST_WORDS = 30  # an article of fewer words tells nothing that could be kept
_STUB, _SHORT = 4 * FEWEST_WORDS, 10 * FEWEST_WORDS
_VIDEO = re.compile(r"video|movie|clip", re.IGNORECASE)
_SENTENCES = re.compile(r"[.!?][\"”’]? +[A-Z“\"]")
_FEWEST_TEASERS, _LINKED = 5, 0.8


def no_article(document: Document | None, judged: Sorted) -> tuple[str, str] | None:
    """Reason and detail, or None for an article."""
    kept = [line.text for line in judged.lines if line.kind == "paragraph"]
    count = sum(word_count(text) for text in kept)
    told = _counted(count, judged.lines)
    title = (judged.title or "")[:_SHORT].lower()
    said = refusal_words()
    shown = [line.text for line in judged.lines]
    if count < _SHORT and said.error.search(title):
        return "error page", f"its headline is {(judged.title or '')[:80]!r}; {told}"
    if count < _SHORT and (said.robot.search(title) or (count < _STUB and _says(said.robot, shown))):
        return "wall", f"the page asks whether its reader is human; {told}"
    if count < _STUB and said.consent.search(title):
        return "wall", f"the page asks for consent or for signing in; {told}"
    if (count < _STUB and _says(said.paywall, shown)) or (count < 2 * FEWEST_WORDS and _says(said.subscribers, shown)):
        return "paywall", f"only the start is shown to those who don't subscribe; {told}"
    if count < _STUB and not _is_marked(document) and _says(said.consent, shown[:12]):
        return "wall", f"the page asks for consent or for signing in; {told}"
    if count < 2 * FEWEST_WORDS and _is_film(document, title):
        return "video page", f"the page shows a film; {told}"
    pictures = sum(word_count(line.text) for line in judged.lines if line.kind == "caption")
    if count < 2 * FEWEST_WORDS and pictures > count:
        return "gallery", f"{pictures} words of captions; {told}"
    if document and not _is_marked(document) and _is_index(document, kept):
        return "index page", f"headlines that lead to other pages; {told}"
    if count < FEWEST_WORDS or not any(is_closed(text) or _SENTENCES.search(text) for text in kept):
        return "no article", f"{told}; an index, a picture or an empty page"
    return None


def _counted(count: int, lines: Sequence[Judged]) -> str:
    again = sum(word_count(line.text) for line in lines if line.kind is None and line.reason == "repeated")
    return f"{count} words of running text" + (f" beside {again} that stand on the page more than once" if again else "")


def _says(pattern: re.Pattern[str], lines: Sequence[str]) -> bool:
    return any(pattern.search(text.lower()) for text in lines if len(text) <= _SHORT)


def _is_marked(document: Document | None) -> bool:
    """Does the page call itself an article?"""
    return any(ARTICLE.search(kind) for kind in _kinds(document))


def _kinds(document: Document | None) -> list[str]:
    """What the page calls itself and what it holds."""
    if document is None:
        return []
    return [str(one.get("@type")) for one in document.json] + [value for name, value in document.meta if name == "og:type"]


def _is_film(document: Document | None, title: str) -> bool:
    if document is None or _is_marked(document):
        return False
    return any(_VIDEO.search(kind) for kind in _kinds(document)) or bool(refusal_words().film.match(title))


def _is_index(document: Document, kept: Sequence[str]) -> bool:
    """Headings that are links, as many as there are paragraphs, each of which is short."""
    teasers = sum(
        line.tag in ("h2", "h3", "h4") and line.linked >= _LINKED and line.region not in ("nav", "footer", "aside")
        for line in document.lines
    )
    return teasers >= _FEWEST_TEASERS and teasers >= len(kept) and all(word_count(text) <= 2 * FEWEST_WORDS for text in kept)
