"""Groups without a name of their own: rebels, protesters, soldiers; the government named after its head."""

from dateline.language.actors.book import Book, Draft
from dateline.language.actors.page import Page

_LEFT = 3


def groups(page: Page, book: Book) -> None:
    """Adds groups ("Syrian rebels", "protesters") that do something or to whom something is done."""
    known: dict[tuple[str, str | None], Draft] = {}
    for index, token in enumerate(page.tokens):
        sector = page.facts.groups.get(token.lemma)
        if (
            sector is None
            or (token.tag not in ("NNS", "NNPS") and token.lemma not in ("police", "opposition"))
            or index in book.taken
            or token.dep in ("compound", "attr")
        ):
            continue
        country = _country(page, book, index)
        key = (token.lemma, country)
        if key not in known:
            known[key] = book.new("group")
            known[key].sectors[sector] += 1
            if country:
                known[key].countries[country] += 1
        first = index
        while (
            first > index - _LEFT
            and first > 0
            and page.tokens[first - 1].pos in ("ADJ", "NOUN", "PROPN")
            and page.tokens[first - 1].head == index
        ):
            first -= 1
        known[key].names[page.words(first, index + 1)] += 1
        book.refer((first, index + 1), known[key], "description", "group", head=index)


def _country(page: Page, book: Book, index: int) -> str | None:
    for child in page.tree.children(page.tokens[index], "amod", "compound", "poss", "nmod"):
        actor = book.taken.get(child.index, "")
        if actor.startswith("c:"):
            return actor[2:]
    return None


def administrations(page: Page, book: Book) -> None:
    """As in "The Trump administration" is the government of his country."""
    for reference in list(book.references):
        draft = book.drafts[reference.actor]
        last = reference.last
        if (
            draft.kind == "person"
            and draft.country
            and last < len(page.tokens)
            and page.lower[last] in page.facts.governments
            and page.together(reference.first, last + 1)
        ):
            book.refer(
                (reference.first, last + 1), book.country(draft.country), "metonym", "the government named after its head", head=last
            )
