"""Bodies that the tables do not hold: what the tagger calls an organisation, and the organs of a named country."""

import re

from dateline.language.actors.book import Book, Draft
from dateline.language.actors.page import Page
from dateline.language.actors.scan import Hit
from dateline.ontology.names import words_of

_NOT_BODIES = re.compile(
    r"^(?:read more|q|photo|president|mr|ms|mrs|house|state|the|am|pm|edt|est|gmt|covid.*|inaudible|cross-talk|twitter|internet"
    r"|(?:hurricane|typhoon|cyclone|storm|operation) .*)$",
    re.IGNORECASE,
)


def organisations(page: Page, book: Book, hits: tuple[Hit, ...]) -> None:
    """Adds the organisations that the tagger finds and nothing else has claimed."""
    known: dict[tuple[str, ...], Draft] = {}
    listed = {
        i for hit in hits for i in range(hit.first, hit.last) if hit.entry.kind in ("region", "seat", "capital", "country", "demonym")
    }
    index = 0
    while index < len(page.tokens):
        token = page.tokens[index]
        last = index + 1
        while last < len(page.tokens) and token.entity and page.tokens[last].entity == token.entity and not page.tokens[last].entity_begin:
            last += 1
        first, end = _trim(page, index, last)
        if token.entity == "ORG" and token.entity_begin and not all(i in listed for i in range(first, end)):
            _organisation(page, book, known, (first, end))
        index = last


def _trim(page: Page, first: int, last: int) -> tuple[int, int]:
    while first < last and (page.lower[first] in ("the", "a", "an", "'s", "’s") or not page.tokens[first].text[0].isalnum()):
        first += 1
    while last > first and (
        page.lower[last - 1] in ("'s", "’s", "’", "'")
        or (not page.tokens[last - 1].text[-1].isalnum() and not page.tokens[last - 1].text.endswith("."))
    ):
        last -= 1
    return first, last


def _organisation(page: Page, book: Book, known: dict[tuple[str, ...], Draft], where: tuple[int, int]) -> None:
    first, last = where
    if first >= last or not book.free(first, last) or not page.capitalised(first) or page.capitals_lie[first]:
        return
    name = page.words(first, last)
    words = words_of(name)
    if (
        _NOT_BODIES.match(name)
        or words in page.facts.titles
        or len(name) < 2
        or not any(c.isalpha() for c in name)
        or page.tokens[first].pos not in ("PROPN", "NOUN", "ADJ")
    ):
        return
    draft = known.get(words) or next((d for w, d in known.items() if _acronym(w) == "".join(words) or _acronym(words) == "".join(w)), None)
    if draft is None:
        draft = book.new("organisation")
        known[words] = draft
    draft.names[name] += 1
    owner = book.owner(first) or ""
    if owner.startswith("c:"):
        draft.countries[owner[2:]] += 2
    book.refer((first, last), draft, "name", "name of an organisation")


def _acronym(words: tuple[str, ...]) -> str:
    return "".join(w[0] for w in words if w not in ("of", "and", "for", "the", "in")) if len(words) > 2 else "-"
