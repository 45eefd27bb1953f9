"""Countries, capitals and other places: when a name acts, and when it says where."""

from dateline.language.actors.book import Book, Draft
from dateline.language.actors.cities import cities
from dateline.language.actors.page import Page
from dateline.language.actors.scan import Hit
from dateline.model.annotated import Token
from dateline.model.places import Toponym
from dateline.ontology.actor_entries import SHORT
from dateline.ontology.gazetteer import cities_named, places_named
from dateline.ontology.names import words_of

_WHO = {"with", "between", "against", "by", "among", "behind", "despite", "upon", "versus", "v", "vs", "about"}
_OFFICE_FIELDS = {"minister", "secretary", "ministry", "department", "market", "law", "laws", "union", "unions", "force", "costs"}


def place_names(page: Page, book: Book, hits: tuple[Hit, ...]) -> tuple[Toponym, ...]:
    """Adds references of countries, demonyms, seats, organs and organisations; returns the toponyms, of cities too."""
    toponyms: list[Toponym] = []
    hits = tuple(hit for hit in hits if not _opens_longer(page, hit))
    for hit in hits:
        if not book.free(hit.first, hit.last) and not _second_half(page, book, hit):
            continue
        kind = hit.entry.kind
        if kind == "region":
            toponyms.append(_toponym(page, _lengthened(page, hit)))
        elif kind == "country":
            _country(page, book, hit, toponyms)
        elif kind in ("capital", "seat"):
            _seat(page, book, hit, toponyms)
        elif kind == "demonym":
            book.refer((hit.first, hit.last), book.known(hit.entry), "demonym", "adjective of nationality")
        elif not _common_use(page, hit):
            draft = _of_another(book, hit) or book.known(hit.entry)
            _also_called(page, draft, hit)
            book.refer((hit.first, hit.last), draft, "name", "known name")
    countries = _named_countries(book)
    toponyms.extend(cities(page, book, hits, countries))
    return tuple(sorted(toponyms, key=lambda t: t.first))


def _opens_longer(page: Page, hit: Hit) -> bool:
    """Does a capital's name open that of another place ("Hamilton County")?"""
    longer = hit.entry.kind == "capital" and page.capitalised(hit.last) and page.together(hit.first, hit.last + 1)
    return longer and bool(places_named(page.words(hit.first, hit.last + 1)))


def _lengthened(page: Page, hit: Hit) -> Hit:
    """The town that a state's name begins ("Kansas City")."""
    for last in range(min(hit.last + 2, len(page.tokens)), hit.last, -1):
        if page.together(hit.first, last) and page.capitalised(last - 1) and cities_named(page.words(hit.first, last)):
            return Hit(hit.first, last, hit.entry)
    return hit


def _second_half(page: Page, book: Book, hit: Hit) -> bool:
    return hit.last - hit.first == 1 and "-" in page.tokens[hit.first].text and book.taken.get(hit.first, "").startswith("c:")


def _common_use(page: Page, hit: Hit) -> bool:
    """A one-word name that is also a common word counts as a name only where the tagger takes it for one."""
    if hit.last - hit.first > 1 or hit.entry.kind == "organ":
        return False
    token = page.tokens[hit.first]
    if hit.entry.kind == "party" and page.lower[token.head] in _OFFICE_FIELDS:
        return True
    return (page.capitals_lie[hit.first] and not token.text.isupper() and not token.entity) or (
        page.tree.sentence(token).first == token.index and token.pos not in ("PROPN", "NOUN")
    )


def _also_called(page: Page, draft: Draft, hit: Hit) -> None:
    """Keeps the name as it stands in the text, unless it is half a token."""
    words = page.words(hit.first, hit.last)
    if len(words) <= SHORT or (words_of(words) in page.facts.names and not words.isupper()):
        draft.names[words] += 1


def _of_another(book: Book, hit: Hit) -> Draft | None:
    """As in "Japan's National Security Council": an organ that the tables give to one country, here expressly of another."""
    owner = book.owner(hit.first, 3) or ""
    if hit.entry.kind != "organ" or not owner.startswith("c:") or owner[2:] == hit.entry.country:
        return None
    key = f"o:{owner[2:]}-{hit.entry.name}"
    if key not in book.drafts:
        draft = Draft(key, "organisation", key=key)
        draft.countries[owner[2:]] += 1
        draft.sectors[hit.entry.sector or "GOV"] += 1
        book.drafts[key] = draft
    return book.drafts[key]


def _country(page: Page, book: Book, hit: Hit, toponyms: list[Toponym]) -> None:
    if hit.entry.country == "GEO" and _georgia_of_america(page):
        toponyms.append(Toponym(hit.first, hit.last, *_ends(page, hit), page.words(hit.first, hit.last), "USA", kind="state"))
        return
    draft = book.known(hit.entry)
    _also_called(page, draft, hit)
    book.refer((hit.first, hit.last), draft, "name", "name of the country")
    toponyms.append(_toponym(page, hit, acts=_role(page, hit) != "where"))


def _seat(page: Page, book: Book, hit: Hit, toponyms: list[Toponym]) -> None:
    """A capital or seat of government acts for the country, or is a place."""
    role = _role(page, hit)
    tagged_body = page.tokens[hit.first].entity in ("ORG", "PERSON") or hit.entry.kind == "seat"
    if (role == "who" or (role == "what" and tagged_body)) and not _other_city(page, hit):
        draft = book.country(hit.entry.country or "")
        if hit.entry.kind == "seat":
            _also_called(page, draft, hit)
        book.refer(
            (hit.first, hit.last),
            draft,
            "metonym",
            f"the {'seat' if hit.entry.kind == 'seat' else 'capital'} stands for the government",
        )
        toponyms.append(_toponym(page, hit, acts=True))
        return
    if hit.entry.kind == "capital" and _other_city(page, hit):
        toponyms.append(Toponym(hit.first, hit.last, *_ends(page, hit), page.words(hit.first, hit.last), None))
        return
    toponyms.append(_toponym(page, hit))
    book.country(hit.entry.country or "")


def _other_city(page: Page, hit: Hit) -> bool:
    """As in "Georgetown, Texas": the comma says that it is another place."""
    after = page.lower[hit.last : hit.last + 2]
    return len(after) == 2 and after[0] == "," and page.tokens[hit.last + 1].entity == "GPE" and page.together(hit.first, hit.last + 2)


def is_venue(page: Page, token: Token) -> bool:
    """As in "the Singapore summit", like "the Oslo summit": the town where a meeting is, though it is a state as well."""
    return (
        token.dep == "compound" and page.tokens[token.head].lemma in page.facts.place_words["meetings"] and bool(cities_named(token.text))
    )


def _role(page: Page, hit: Hit) -> str:
    """As in "who" where the syntax says that the name acts, "where" where it says a place, else "what"."""
    token = page.tokens[page.head_of(hit.first, hit.last)]
    seen = 0
    if token.text.isupper() and len(token.text) > 4 and not page.capitals_lie[token.index]:
        return "where"
    while token.dep in ("conj", "appos", "nmod") and seen < 4:
        token, seen = page.tokens[token.head], seen + 1
    head = page.tokens[token.head]
    if token.dep in ("nsubj", "nsubjpass", "agent"):
        return "who"
    if is_venue(page, token):
        return "where"
    if token.dep == "poss":
        return (
            "where"
            if head.lemma in ("airport", "street", "suburb", "center", "centre", "square", "outskirt", "metro", "university", "hotel")
            else "who"
        )
    if token.dep == "pobj":
        return _after_preposition(page, head)
    if token.dep in ("dobj", "dative"):
        return (
            "who"
            if head.lemma in page.facts.place_words["acted_on"]
            else "where"
            if head.lemma in ("visit", "leave", "reach", "enter", "tour", "hit", "strike", "bomb", "shell", "capture")
            else "what"
        )
    if token.dep in ("ROOT", "npadvmod"):
        return "where"
    return "what"


def _after_preposition(page: Page, preposition: Token) -> str:
    word = preposition.text.lower()
    above = page.tokens[preposition.head].lemma
    if word in _WHO or (word in ("from", "to", "of") and above in page.facts.place_words[word]):
        return "who"
    return "where" if word in page.facts.place_words["where"] else "what"


def _georgia_of_america(page: Page) -> bool:
    """Does the article speak of the American state? Neighbours of the one or the other tell."""
    american = {"atlanta", "carolina", "florida", "alabama", "tennessee", "savannah", "senate", "governor"}
    caucasian = {"tbilisi", "georgian", "georgians", "abkhazia", "ossetia", "saakashvili", "armenia", "azerbaijan", "caucasus"}
    words = set(page.lower)
    return bool(words & american) and not words & caucasian


def _named_countries(book: Book) -> set[str]:
    return {key[2:] for key in book.drafts if key.startswith("c:")}


def _ends(page: Page, hit: Hit) -> tuple[int, int]:
    return page.tokens[hit.first].start, page.tokens[hit.last - 1].end


def _toponym(page: Page, hit: Hit, *, acts: bool = False) -> Toponym:
    name = page.words(hit.first, hit.last)
    return Toponym(hit.first, hit.last, *_ends(page, hit), name, hit.entry.country or None, acts=acts, kind=hit.entry.kind)
