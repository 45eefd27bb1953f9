"""Organs of a state named by their country: "the Russian government", "Poland's foreign ministry", "the Foreign Ministry"."""

from dateline.language.actors.book import Book, Draft
from dateline.language.actors.page import Page
from dateline.language.actors.titles import Title
from dateline.ontology.names import words_of

_HEADED = {(w,) for w in ("government", "administration", "regime", "cabinet", "presidency", "military", "army", "forces", "troops")}
# One word that names a body, not only the field of an office, in "government spokesman" but not in "police chief".
_SPEAKING = {(w,) for w in ("government", "administration", "ministry", "embassy", "parliament", "presidency", "senate", "treasury")}
_LEFT = 5  # tokens before the body's name in which its country may stand


def organs(page: Page, book: Book, titles: tuple[Title, ...]) -> None:
    """Adds the organs; one without its country is the organ of that name told before, or one of its own if its name is a full one."""
    by_body: dict[tuple[str, ...], Draft] = {}
    in_title = {i for t in titles for i in range(t.first, t.head)}
    found: dict[str, tuple[Draft, tuple[str, ...]]] = {}
    index = 0
    while index < len(page.tokens):
        body, last = _body_at(page, index)
        if body and not (index in in_title and len(body) == 1 and body not in _SPEAKING):
            draft = _organ(page, book, by_body, body, (index, last))
            if draft:
                first = _start(book, index, draft)
                draft.names[page.words(first, last)] += 1
                found[draft.id] = (draft, body)
                book.refer(
                    (first, last),
                    draft,
                    "name" if page.capitalised(index) else "description",
                    "organ of the state",
                    head=page.head_of(index, last),
                )
        index = last
    for draft, body in found.values():
        draft.name = draft.name or _shown(page, draft, body)


def _shown(page: Page, draft: Draft, body: tuple[str, ...]) -> str:
    """The name with its country ("the Iraqi parliament"), even where the article leaves it out."""
    full = [name for name, _ in draft.names.most_common() if len(words_of(name)) > len(body)]
    if full:
        return full[0]
    name = draft.names.most_common(1)[0][0]
    return f"{page.facts.adjectives.get(draft.country or '', '')} {name}".strip()


def _body_at(page: Page, index: int) -> tuple[tuple[str, ...], int]:
    best: tuple[tuple[str, ...], int] = ((), index + 1)
    if page.lower[index] not in page.facts.body_starts:
        return best
    words: list[str] = []
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
    one = page.facts.same_body.get(body, body)
    code = _country_left(book, first, body) or _country_right(page, book, last)
    general = body in page.facts.general_bodies
    told = body if general else one
    if code is None and (general or not page.capitalised(first) or page.capitals_lie[first]):
        before = by_body.get(told)
        definite = first > 0 and page.lower[first - 1] == "the"
        return before if before and definite else None
    if code is None:
        return by_body.get(told) or by_body.setdefault(told, _new(page, book, body, None))
    draft = book.drafts.get(f"o:{code}-{' '.join(one)}") or _new(page, book, one, code)
    by_body[told] = draft
    return draft


def _new(page: Page, book: Book, body: tuple[str, ...], code: str | None) -> Draft:
    draft = book.new("group" if body in page.facts.group_bodies else "organisation")
    draft.sectors[page.facts.bodies[body]] += 1
    if code:
        del book.drafts[draft.id]
        draft.id = draft.key = f"o:{code}-{' '.join(body)}"
        book.drafts[draft.id] = draft
        draft.countries[code] += 1
    return draft


def _country_left(book: Book, index: int, body: tuple[str, ...]) -> str | None:
    """The country before the body's name, or that of the head of its government ("Trump's administration")."""
    draft = book.drafts.get(book.owner(index, _LEFT) or "")
    return draft.country if draft and (draft.kind == "country" or (draft.kind == "person" and body in _HEADED)) else None


def _country_right(page: Page, book: Book, last: int) -> str | None:
    """As in "the government of Russia", "the parliament in Kyiv"."""
    if last + 1 >= len(page.tokens) or page.lower[last] != "of":
        return None
    at = last + 2 if page.lower[last + 1] == "the" else last + 1
    actor = book.taken.get(at, "")
    return actor[2:] if actor.startswith("c:") else None


def _start(book: Book, index: int, draft: Draft) -> int:
    """The organ's words begin with its country, if that stands before in the same phrase."""
    owner = book.owner(index, _LEFT) or ""
    if not owner.startswith("c:") or owner[2:] != draft.country:
        return index
    first = index
    while book.taken.get(first) != owner:
        first -= 1
    return book.start_of(first)
