"""Towns and cities: places that the tagger finds, looked up by name, by the countries that the article names, and by size."""

from dateline.language.actors.book import Book
from dateline.language.actors.page import Page
from dateline.language.actors.scan import Hit
from dateline.model.annotated import Token
from dateline.model.places import Toponym
from dateline.ontology.gazetteer import City, cities_named, longest_name

_BIG_ENOUGH = 100_000  # inhabitants from which on a name alone, that the tagger takes for a place, is a city


def cities(page: Page, book: Book, hits: tuple[Hit, ...], countries: set[str]) -> list[Toponym]:
    """Places that the tagger finds and the tables of cities know; other places by name alone."""
    taken = {i for hit in hits for i in range(hit.first, hit.last)}
    found: list[Toponym] = []
    index = 0
    while index < len(page.tokens):
        token = page.tokens[index]
        last = index + 1
        while last < len(page.tokens) and page.tokens[last].entity == token.entity and not page.tokens[last].entity_begin and token.entity:
            last += 1
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
            if place and place.geonames:
                found.append(place)
        index = last if token.entity else index + 1
    return found


def _preposed(page: Page, token: Token) -> bool:
    return token.dep == "pobj" and page.tokens[token.head].text.lower() in ("in", "at", "near", "from", "to")


def _place(page: Page, first: int, last: int, countries: set[str]) -> Toponym | None:
    while first < last and page.lower[first] in ("the", "a", "an"):
        first += 1
    if first >= last or not page.capitalised(first) or (page.capitals_lie[first] and last - first > longest_name()):
        return None
    name = page.words(first, last)
    near = _country_after(page, last)
    city = best_city(cities_named(plain_name(name)), {near} if near else countries)
    tagged = page.tokens[first].entity in ("GPE", "LOC", "FAC")
    if city is None and not (tagged and page.tokens[first].pos == "PROPN" and not page.capitals_lie[first]):
        return None
    start, end = page.tokens[first].start, page.tokens[last - 1].end
    if city is None:
        return Toponym(first, last, start, end, name, near)
    return Toponym(first, last, start, end, name, city.country, city.latitude, city.longitude, city.geonames)


def _country_after(page: Page, last: int) -> str | None:
    """The country (or American state) after a comma: "Zurich, Switzerland"."""
    if last + 1 >= len(page.tokens) or page.tokens[last].text != "," or not page.together(last, last + 2):
        return None
    for end in (last + 4, last + 3, last + 2):
        entry = page.facts.entry(page.words(last + 1, min(end, len(page.tokens))))
        if entry and entry.kind in ("country", "region", "demonym"):
            return entry.country
    return None


def best_city(cities: tuple[City, ...], countries: set[str]) -> City | None:
    """The largest city of that name in a country the article names, unless one elsewhere is far larger; else a large one."""
    if not cities:
        return None
    local = [c for c in cities if c.country in countries]
    if local and local[0].population * 20 >= cities[0].population:
        return local[0]
    if cities[0].population >= _BIG_ENOUGH:
        return cities[0]
    return local[0] if local else None


def plain_name(name: str) -> str:
    return name.removesuffix(", D.C.").removesuffix(" D.C.").removesuffix(", DC").removesuffix(" DC").removeprefix("the ")
