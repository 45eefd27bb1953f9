"""Groups without a name of their own: rebels, protesters, soldiers; the government named after its head."""

from dateline.language.actors.book import Book, Draft
from dateline.language.actors.page import Page
from dateline.model.annotated import Token

_LEFT = 3


def groups(page: Page, book: Book) -> None:
    """Adds groups ("Syrian rebels", "protesters", "Norwegian oil firms"); the same words mean the same group."""
    known: dict[tuple[str, str | None], Draft] = {}
    for index, token in enumerate(page.tokens):
        if index in book.taken or token.dep in ("compound", "attr") or not _several(token):
            continue
        country = _country(page, book, index)
        sector = page.facts.groups.get(token.lemma) or ("BUS" if country and "BUS" in page.facts.body_nouns.get(token.lemma, ()) else None)
        if sector is None:
            continue
        member_of = _named_group(page, book, index)
        if member_of:
            book.refer((index, index + 1), book.drafts[member_of], "description", "people of the group", head=index)
            continue
        first = _first_word(page, index)
        draft = _told(page, known, token.lemma, country, first) or known.setdefault((token.lemma, country), book.new("group"))
        draft.sectors[sector] += 1
        if country and not draft.countries:
            draft.countries[country] += 1
        draft.names[_as_a_name(page, _named_from(page, book, first, index), index)] += 1
        book.refer((first, index + 1), draft, "description", "group", head=index)


def _several(token: Token) -> bool:
    return token.tag in ("NNS", "NNPS") or token.lemma in ("police", "opposition")


def _told(page: Page, known: dict[tuple[str, str | None], Draft], lemma: str, country: str | None, first: int) -> Draft | None:
    """The group told before in these words; "the rebels" are the only rebels told, of whatever country."""
    found = known.get((lemma, country))
    others = [draft for (word, _), draft in known.items() if word == lemma]
    definite = first > 0 and page.lower[first - 1] in ("the", "these", "those")
    return found or (others[0] if country is None and definite and len(others) == 1 else None)


def _as_a_name(page: Page, first: int, index: int) -> str:
    words = page.words(first, index + 1)
    adjective = page.facts.entry(page.tokens[first].text) is not None
    begins = not adjective and page.tree.sentence(page.tokens[first]).first == first and page.tokens[first].pos in ("NOUN", "ADJ")
    return words[:1].lower() + words[1:] if begins and not page.tokens[first].text.isupper() else words


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
