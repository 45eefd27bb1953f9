"""Organs of a state named by their country: "the Russian government", "Poland's foreign ministry", "the Foreign Ministry"."""

from dateline.language.actors.book import Book, Draft
from dateline.language.actors.page import Page
from dateline.ontology.names import words_of

_HEADED = {(w,) for w in ("government", "administration", "regime", "cabinet", "presidency", "military", "army", "forces", "troops")}
_LEFT = 5  # tokens before the body's name in which its country may stand


def organs(page: Page, book: Book) -> None:
    """Adds the organs; one without its country is the organ of that name told before, or one of its own if its name is a full one."""
    by_body: dict[tuple[str, ...], Draft] = {}
    index = 0
    while index < len(page.tokens):
        body, last = _body_at(page, index)
        if body:
            draft = _organ(page, book, by_body, body, (index, last))
            if draft:
                first = _start(page, book, index)
                draft.names[page.words(first, last)] += 1
                book.refer(
                    (first, last),
                    draft,
                    "name" if page.capitalised(index) else "description",
                    "organ of the state",
                    head=page.head_of(index, last),
                )
        index = last
    for draft in by_body.values():
        draft.name = draft.name or draft.names.most_common(1)[0][0]


def _body_at(page: Page, index: int) -> tuple[tuple[str, ...], int]:
    words: list[str] = []
    best: tuple[tuple[str, ...], int] = ((), index + 1)
    for last in range(index + 1, min(index + 5, len(page.tokens)) + 1):
        token = page.tokens[last - 1]
        if token.sentence != page.tokens[index].sentence:
            break
        words.extend(words_of(token.text))
        if tuple(words) in page.facts.bodies and token.pos in ("NOUN", "PROPN"):
            best = (tuple(words), last)
    return best


def _organ(page: Page, book: Book, by_body: dict[tuple[str, ...], Draft], body: tuple[str, ...], where: tuple[int, int]) -> Draft | None:
    first, last = where
    if not book.free(first, last):
        return None
    code = _country_left(page, book, first, body) or _country_right(page, book, last)
    general = body in page.facts.general_bodies
    if code is None and (general or not page.capitalised(first) or page.capitals_lie[first]):
        before = by_body.get(body)
        definite = first > 0 and page.lower[first - 1] == "the"
        return before if before and definite else None
    if code is None:
        return by_body.get(body) or by_body.setdefault(body, _new(page, book, body, None))
    draft = book.drafts.get(f"o:{code}-{' '.join(body)}") or _new(page, book, body, code)
    by_body[body] = draft
    return draft


def _new(page: Page, book: Book, body: tuple[str, ...], code: str | None) -> Draft:
    draft = book.new("organisation")
    draft.sectors[page.facts.bodies[body]] += 1
    if code:
        del book.drafts[draft.id]
        draft.id = draft.key = f"o:{code}-{' '.join(body)}"
        book.drafts[draft.id] = draft
        draft.countries[code] += 1
    return draft


def _country_left(page: Page, book: Book, index: int, body: tuple[str, ...]) -> str | None:
    """The country before the body's name, or that of the head of its government ("Trump's administration")."""
    for at in range(index - 1, max(-1, index - _LEFT), -1):
        token = page.tokens[at]
        if token.sentence != page.tokens[index].sentence:
            return None
        actor = book.taken.get(at, "")
        if actor:
            draft = book.drafts[actor]
            return draft.country if draft.kind == "country" or (draft.kind == "person" and body in _HEADED) else None
        if token.pos not in ("NOUN", "ADJ", "PROPN", "PART") and token.text != "-":
            return None
    return None


def _country_right(page: Page, book: Book, last: int) -> str | None:
    """As in "the government of Russia", "the parliament in Kyiv"."""
    if last + 1 >= len(page.tokens) or page.lower[last] != "of":
        return None
    at = last + 2 if page.lower[last + 1] == "the" else last + 1
    actor = book.taken.get(at, "")
    return actor[2:] if actor.startswith("c:") else None


def _start(page: Page, book: Book, index: int) -> int:
    """The organ's words begin with its country, if that stands right before."""
    first = index
    for at in range(index - 1, max(-1, index - _LEFT), -1):
        if page.tokens[at].sentence != page.tokens[index].sentence or page.tokens[at].pos not in ("NOUN", "ADJ", "PROPN", "PART"):
            break
        if book.taken.get(at, "").startswith("c:"):
            first = at
            break
    return first
