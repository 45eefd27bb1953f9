"""Bodies told again without their name: "the company", "Russia's gas monopoly", "the agency"."""

from collections import defaultdict
from dataclasses import dataclass, field

from dateline.language.actors.book import Book, Draft
from dateline.language.actors.page import Page
from dateline.model.actors import Reference
from dateline.model.annotated import Token

_BACK = 3  # sentences back in which a body has been told that a mere "the company" means
_PHRASE = ("NOUN", "ADJ", "PROPN", "PART")
_NO_MENTION = ("compound", "attr", "oprd", "nmod", "amod")
_PLACES = ("GPE", "LOC", "FAC", "EVENT", "LAW")
_SUBJECTS = ("nsubj", "nsubjpass")


@dataclass(slots=True)
class _Told:
    """What an article calls a body besides its name: nouns, each with the words that go with it ("monopoly": "gas", "state")."""

    nouns: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))


def epithets(page: Page, book: Book, title_words: frozenset[int]) -> None:
    """Adds the references; a phrase that fits two bodies equally well, or none, stays without."""
    names = [r for r in book.references if r.kind == "name" and book.drafts[r.actor].kind in ("organisation", "group")]
    if not names:
        return
    names.sort(key=lambda r: r.first)
    told: dict[str, _Told] = defaultdict(_Told)
    for reference in names:
        _listen(page, book, reference, told[reference.actor])
    for token in page.tokens:
        if token.tag in ("NN", "NNP") and token.lemma in page.facts.body_nouns and token.index not in title_words:
            _again(page, book, names, told, token)


def _listen(page: Page, book: Book, reference: Reference, told: _Told) -> None:
    """Nouns beside the name: "gas monopoly X", "X, the largest gas producer,", "the X news agency", "X is a company"."""
    first = reference.first
    while first > 0 and page.tokens[first - 1].pos in _PHRASE and page.together(first - 1, reference.last):
        first -= 1
    _note(page, book, told, range(first, reference.first))
    last = reference.last
    while last < len(page.tokens) and page.tokens[last].pos == "NOUN" and page.together(reference.first, last + 1):
        last += 1
    _note(page, book, told, range(reference.last, last))
    head = page.tokens[reference.head]
    beside = page.tree.children(head, "appos")
    if head.dep in _SUBJECTS and page.tokens[head.head].lemma == "be":
        beside += page.tree.children(page.tokens[head.head], "attr")
    if head.dep == "appos":
        beside.append(page.tokens[head.head])
    for token in beside:
        if token.index not in book.taken:
            _note(page, book, told, range(*page.tree.phrase(token)))


def _note(page: Page, book: Book, told: _Told, where: range) -> None:
    tokens = [page.tokens[i] for i in where]
    for token in tokens:
        if token.lemma in page.facts.body_nouns and token.tag in ("NN", "NNP"):
            told.nouns[token.lemma] |= _words(book, tokens) - {token.lemma}


def _words(book: Book, tokens: list[Token]) -> set[str]:
    return {t.lemma for t in tokens if t.pos in ("NOUN", "ADJ", "PROPN") and t.index not in book.taken}


def _again(page: Page, book: Book, names: list[Reference], told: dict[str, _Told], token: Token) -> None:
    if token.index in book.taken or token.dep in _NO_MENTION or token.entity in _PLACES or token.index + 1 in book.taken:
        return
    if token.dep == "appos" and token.head in book.taken:
        return
    first = token.index
    while first > 0 and page.tokens[first - 1].pos in _PHRASE and page.together(first - 1, token.index + 1):
        first -= 1
    owner = book.owner(token.index) or ""
    definite = first > 0 and page.together(first - 1, token.index + 1) and page.lower[first - 1] in ("the", "this", "that")
    possessed = owner.startswith("c:") and any(page.tokens[i].tag == "POS" for i in range(first, token.index))
    if not definite and not possessed:
        return
    if any(i in book.taken and not book.taken[i].startswith("c:") for i in range(first, token.index)):
        return
    country = owner[2:] if owner.startswith("c:") else None
    words = _words(book, [page.tokens[i] for i in range(first, token.index)])
    here = {r.actor for r in names if r.first > token.index and page.tokens[r.first].sentence == token.sentence}
    before = [r for r in names if r.first < first and r.actor not in here]
    draft = _described(page, book, before, told, token.lemma, words, country)
    if draft is None and definite and not words:
        draft = _near(page, book, before, token, country)
    if draft is not None:
        start = first - 1 if definite else first
        book.refer((start, token.index + 1), draft, "description", f"the {token.lemma} told before", head=token.index)


def _described(
    page: Page, book: Book, before: list[Reference], told: dict[str, _Told], noun: str, words: set[str], country: str | None
) -> Draft | None:
    """The body that the article has called so, the one told last where two are as good; a word that says otherwise excludes."""
    best: tuple[int, Draft] | None = None
    for actor in dict.fromkeys(r.actor for r in reversed(before)):
        draft = book.drafts[actor]
        fits = not draft.sectors or page.facts.body_nouns[noun] & set(draft.sectors)
        if noun not in told[actor].nouns or not fits or (country and draft.country and draft.country != country):
            continue
        shared = len(words & told[actor].nouns[noun])
        if words and not shared:
            continue
        if best is None or shared > best[0]:
            best = (shared, draft)
    return best[1] if best else None


def _near(page: Page, book: Book, before: list[Reference], token: Token, country: str | None) -> Draft | None:
    """The body of a fitting sector told in the sentences before: the subject of the last one that tells any, else the only one there."""
    sectors = page.facts.body_nouns[token.lemma]
    fitting = [
        r
        for r in before
        if page.tokens[r.first].sentence >= token.sentence - _BACK
        and sectors & set(book.drafts[r.actor].sectors)
        and (not country or book.drafts[r.actor].country in (country, None))
    ]
    if not fitting:
        return None
    last = page.tokens[fitting[-1].first].sentence
    there = [r for r in fitting if page.tokens[r.first].sentence == last]
    subjects = [r for r in there if page.tokens[r.head].dep in _SUBJECTS] or there
    actors = {r.actor for r in subjects}
    return book.drafts[subjects[0].actor] if len(actors) == 1 else None
