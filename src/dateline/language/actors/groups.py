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
        member_of = _named_group(page, book, index)
        if member_of:
            book.refer((index, index + 1), book.drafts[member_of], "description", "people of the group", head=index)
            continue
        country = _country(page, book, index)
        key = (token.lemma, country)
        if key not in known:
            known[key] = book.new("group")
            known[key].sectors[sector] += 1
            if country:
                known[key].countries[country] += 1
        first = _first_word(page, index)
        known[key].names[page.words(_named_from(page, book, first, index), index + 1)] += 1
        book.refer((first, index + 1), known[key], "description", "group", head=index)


def _named_group(page: Page, book: Book, index: int) -> str | None:
    """The named group whose "militants" or "fighters" these are."""
    actors = [book.taken.get(child.index, "") for child in page.tree.children(page.tokens[index], "compound", "poss", "nmod", "amod")]
    return next((a for a in actors if a in book.drafts and book.drafts[a].kind == "group"), None)


def _first_word(page: Page, index: int) -> int:
    first = index
    while (
        first > index - _LEFT
        and first > 0
        and page.tokens[first - 1].pos in ("ADJ", "NOUN", "PROPN")
        and page.tokens[first - 1].head == index
    ):
        first -= 1
    return first


def _named_from(page: Page, book: Book, first: int, index: int) -> int:
    """Where the group's name begins: with its country or kind ("Syrian rebels", "anti-war protesters"), not with "huge" or "more"."""
    while first < index:
        token = page.tokens[first]
        if first in book.taken or token.pos in ("NOUN", "PROPN") or "-" in token.text or page.lower[first] in page.facts.modifiers:
            break
        first += 1
    return first


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
