"""Towns and cities: places that the tagger finds, looked up by name, by the countries that the article names, and by size."""

from collections.abc import Iterator, Sequence

from dateline.language.actors.book import Book
from dateline.language.actors.page import Page
from dateline.language.actors.scan import Hit
from dateline.model.annotated import Token
from dateline.model.places import Toponym
from dateline.ontology.gazetteer import GazetteerPlace, cities_named, longest_name, places_named, plain_name

_MISTAKEN = ("ORG", "PERSON", "NORP", "PRODUCT", "WORK_OF_ART", "EVENT")
_SHORT = 3  # letters; names as short as this are short forms of something else
_SMALL = 10_000  # the same of a name in a place's position
_BIG_ENOUGH = 100_000  # inhabitants from which on a name alone, that the tagger takes for a place, is a city


def cities(page: Page, book: Book, hits: tuple[Hit, ...], countries: set[str]) -> list[Toponym]:
    """Places that the tagger finds and the tables of cities know; other places by name alone."""
    taken = {i for hit in hits for i in range(hit.first, hit.last)}
    found: list[Toponym] = []
    index = 0
    while index < len(page.tokens):
        token, last = page.tokens[index], _entity_end(page, index)
        if (
            token.entity in ("GPE", "LOC", "FAC")
            and token.entity_begin
            and book.free(index, last)
            and not any(i in taken for i in range(index, last))
        ):
            place = _place(page, index, last, countries)
            if place:
                found.append(place)
        elif token.pos == "PROPN" and not token.entity and index not in taken and book.free(index, index + 1) and _preposed(page, token):
            place = _place(page, index, index + 1, countries)
            if place and _best(cities_named(plain_name(place.name)), countries):
                found.append(place)
        index = last if token.entity else index + 1
    return found


def further_names(page: Page, book: Book, toponyms: Sequence[Toponym]) -> list[Toponym]:
    """Names of places that the tagger takes for bodies or people whom the search for actors does not know.

    They stand for those who live there ("Liverpool were charged"), so that they never say where an event was.
    """
    covered = {i for t in toponyms for i in range(t.first, t.last)}
    known = {t.name for t in toponyms if places_named(plain_name(t.name))}
    found: list[Toponym] = []
    for start, end in _spans(page):
        first, last = _trimmed(page, start, end)
        if page.tokens[first].entity not in _MISTAKEN or any(i in covered for i in range(first, last)) or page.capitals_lie[first]:
            continue
        if any(book.taken.get(i, "").startswith("p") for i in range(first, last)) or not _stands_alone(page, first, last):
            continue
        name = page.words(first, last)
        if _placelike(page, first, last, name, known):
            found.append(Toponym(first, last, page.tokens[first].start, page.tokens[last - 1].end, name, None, acts=True))
    return found


def _spans(page: Page) -> Iterator[tuple[int, int]]:
    """Token spans of the tagger's entities."""
    index = 0
    while index < len(page.tokens):
        last = _entity_end(page, index)
        if page.tokens[index].entity:
            yield index, last
        index = last


def _entity_end(page: Page, index: int) -> int:
    """Where the entity that begins at token `index` ends; the next token where none begins."""
    entity, last = page.tokens[index].entity, index + 1
    while entity and last < len(page.tokens) and page.tokens[last].entity == entity and not page.tokens[last].entity_begin:
        last += 1
    return last


def _trimmed(page: Page, first: int, last: int) -> tuple[int, int]:
    while last - first > 1 and page.lower[first] in ("the", "a"):
        first += 1
    while last - first > 1 and page.lower[last - 1] in ("'s", "’s"):
        last -= 1
    return first, last


def _stands_alone(page: Page, first: int, last: int) -> bool:
    """Not a part of a longer name ("Washington University")."""
    before, after = first - 1, last
    return not (
        (page.capitalised(before) and page.tokens[before].pos == "PROPN" and page.together(before, last))
        or (page.capitalised(after) and page.tokens[after].pos == "PROPN" and page.together(first, after + 1))
    )


def _placelike(page: Page, first: int, last: int, name: str, known: set[str]) -> bool:
    if name in known:
        return True
    places = places_named(plain_name(name))
    if not places or page.common(name):
        return False
    if any(p.kind in ("state", "region", "water", "mountain") or (p.kind == "county" and name == p.name) for p in places):
        return len(name) > _SHORT
    least = _SMALL if _preposed(page, page.tokens[last - 1]) or last - first > 1 else _BIG_ENOUGH
    return places[0].population >= least


def _preposed(page: Page, token: Token) -> bool:
    return token.dep == "pobj" and page.tokens[token.head].text.lower() in ("in", "at", "near", "from", "to")


def _place(page: Page, first: int, last: int, countries: set[str]) -> Toponym | None:
    while first < last and page.lower[first] in ("the", "a", "an"):
        first += 1
    if first >= last or not page.capitalised(first) or (page.capitals_lie[first] and last - first > longest_name()):
        return None
    name = page.words(first, last)
    near = _country_after(page, last)
    city = _best(cities_named(plain_name(name)), {near} if near else countries)
    tagged = page.tokens[first].entity in ("GPE", "LOC", "FAC")
    if city is None and not (tagged and page.tokens[first].pos == "PROPN" and not page.capitals_lie[first]):
        return None
    start, end = page.tokens[first].start, page.tokens[last - 1].end
    return Toponym(first, last, start, end, name, near)


def _country_after(page: Page, last: int) -> str | None:
    """The country (or American state) after a comma: "Zurich, Switzerland"."""
    if last + 1 >= len(page.tokens) or page.tokens[last].text != "," or not page.together(last, last + 2):
        return None
    for end in (last + 4, last + 3, last + 2):
        entry = page.facts.entry(page.words(last + 1, min(end, len(page.tokens))))
        if entry and entry.kind in ("country", "region", "demonym"):
            return entry.country
    return None


def _best(cities: tuple[GazetteerPlace, ...], countries: set[str]) -> GazetteerPlace | None:
    """The largest city of that name in a country the article names, unless one elsewhere is far larger; else a large one."""
    if not cities:
        return None
    local = [c for c in cities if c.country in countries]
    if local and local[0].population * 20 >= cities[0].population:
        return local[0]
    if cities[0].population >= _BIG_ENOUGH:
        return cities[0]
    return local[0] if local else None
