"""Countries, capitals and other places: when a name acts, and when it says where."""

from dateline.language.actors.book import Book
from dateline.language.actors.page import Page
from dateline.language.actors.scan import Hit
from dateline.model.annotated import Token
from dateline.model.places import Toponym
from dateline.ontology.gazetteer import City, cities_named, longest_name

_WHERE = {"in", "into", "to", "from", "at", "near", "around", "outside", "inside", "through", "throughout", "via", "toward", "towards", "across", "within", "off", "over", "en", "for", "on", "of"}
_WHO = {"with", "between", "against", "by", "among", "behind", "despite", "upon", "versus", "v", "vs", "about"}
_ACTED_ON = {"accuse", "urge", "warn", "blame", "tell", "ask", "sanction", "condemn", "criticize", "criticise", "pressure", "attack", "threaten", "support", "back", "help", "invite", "supply", "thank", "call", "press", "push", "force", "oppose",
             "join", "inform", "punish", "persuade", "assure", "anger", "provoke", "deter", "defend", "arm", "fund", "allow", "want", "recognise", "recognize"}
_BIG_ENOUGH = 100_000  # inhabitants from which on a name alone, that the tagger takes for a place, is a city


def place_names(page: Page, book: Book, hits: tuple[Hit, ...]) -> tuple[Toponym, ...]:
    """Adds references of countries, demonyms, seats, organs and organisations; returns the toponyms, of cities too."""
    toponyms: list[Toponym] = []
    for hit in hits:
        if not book.free(hit.first, hit.last) and not _second_half(page, book, hit):
            continue
        kind = hit.entry.kind
        if kind == "region":
            toponyms.append(_toponym(page, hit, None))
        elif kind == "country":
            _country(page, book, hit, toponyms)
        elif kind in ("capital", "seat"):
            _seat(page, book, hit, toponyms)
        elif kind == "demonym":
            book.refer((hit.first, hit.last), book.known(hit.entry), "demonym", "adjective of nationality")
        elif not _common_use(page, hit):
            book.refer((hit.first, hit.last), book.known(hit.entry), "name", "known name")
    countries = _named_countries(book)
    toponyms.extend(_cities(page, book, hits, countries))
    return tuple(sorted(toponyms, key=lambda t: t.first))


def _second_half(page: Page, book: Book, hit: Hit) -> bool:
    return hit.last - hit.first == 1 and "-" in page.tokens[hit.first].text and book.taken.get(hit.first, "").startswith("c:")


def _common_use(page: Page, hit: Hit) -> bool:
    """A one-word name that is also a common word counts as a name only where the tagger takes it for one."""
    if hit.last - hit.first > 1 or hit.entry.kind in ("organ",):
        return False
    token = page.tokens[hit.first]
    return page.capitals_lie[hit.first] and not token.text.isupper() and not token.entity or (page.tree.sentence(token).first == token.index and token.pos not in ("PROPN", "NOUN"))


def _country(page: Page, book: Book, hit: Hit, toponyms: list[Toponym]) -> None:
    if hit.entry.country == "GEO" and _georgia_of_america(page):
        toponyms.append(Toponym(hit.first, hit.last, *_ends(page, hit), page.words(hit.first, hit.last), "USA"))
        return
    book.refer((hit.first, hit.last), book.known(hit.entry), "name", "name of the country")
    if _role(page, hit) == "where":
        toponyms.append(_toponym(page, hit, None))


def _seat(page: Page, book: Book, hit: Hit, toponyms: list[Toponym]) -> None:
    """A capital or seat of government acts for the country, or is a place."""
    role = _role(page, hit)
    tagged_body = page.tokens[hit.first].entity in ("ORG", "PERSON") or hit.entry.kind == "seat"
    if (role == "who" or (role == "what" and tagged_body)) and not _other_city(page, hit):
        book.refer((hit.first, hit.last), book.known(hit.entry) if hit.entry.key.startswith("c:") else book.country(hit.entry.country or ""), "metonym", f"the {'seat' if hit.entry.kind == 'seat' else 'capital'} stands for the government")
        return
    city = _best(cities_named(_plain(page.words(hit.first, hit.last))), {hit.entry.country or ""}) if hit.entry.kind == "capital" else None
    toponyms.append(_toponym(page, hit, city))
    book.country(hit.entry.country or "")


def _other_city(page: Page, hit: Hit) -> bool:
    """ "Georgetown, Texas": the comma says that it is another place."""
    after = page.lower[hit.last : hit.last + 2]
    return len(after) == 2 and after[0] == "," and page.tokens[hit.last + 1].entity == "GPE" and page.together(hit.first, hit.last + 2)


def _role(page: Page, hit: Hit) -> str:
    """ "who" where the syntax says that the name acts, "where" where it says a place, else "what"."""
    token = page.tokens[page.head_of(hit.first, hit.last)]
    seen = 0
    if token.text.isupper() and len(token.text) > 4 and not page.capitals_lie[token.index]:
        return "where"
    while token.dep in ("conj", "appos", "nmod") and seen < 4:
        token, seen = page.tokens[token.head], seen + 1
    head = page.tokens[token.head]
    if token.dep in ("nsubj", "nsubjpass", "agent"):
        return "who"
    if token.dep == "poss":
        return "where" if head.lemma in ("airport", "street", "suburb", "center", "centre", "square", "outskirt", "metro", "university", "hotel") else "who"
    if token.dep == "pobj":
        return _after_preposition(page, head)
    if token.dep in ("dobj", "dative"):
        return "who" if head.lemma in _ACTED_ON else "where" if head.lemma in ("visit", "leave", "reach", "enter", "tour", "hit", "strike", "bomb", "shell", "capture") else "what"
    if token.dep in ("ROOT", "npadvmod"):
        return "where"
    return "what"


def _after_preposition(page: Page, preposition: Token) -> str:
    if preposition.text.lower() in _WHO:
        return "who"
    word = preposition.text.lower()
    above = page.tokens[preposition.head]
    if word == "from" and above.lemma in ("demand", "pressure", "support", "statement", "response", "signal", "threat", "message", "backing", "reaction"):
        return "who"
    if word == "to" and above.lemma in ("message", "aid", "supply", "say", "send", "give", "sell", "threat", "warning", "offer", "link", "tie", "return", "owe", "sale", "debt", "loan", "proposal", "letter", "close", "ally", "demand", "response", "weapon", "signal"):
        return "who"
    if word == "of" and above.lemma in ("government", "support", "criticism", "leader", "ally", "part", "behalf", "demand", "threat", "intention", "annexation", "invasion"):
        return "who"
    return "where" if word in _WHERE else "what"


def _georgia_of_america(page: Page) -> bool:
    """Does the article speak of the American state? Neighbours of the one or the other tell."""
    american = {"atlanta", "carolina", "florida", "alabama", "tennessee", "savannah", "senate", "governor"}
    caucasian = {"tbilisi", "georgian", "georgians", "abkhazia", "ossetia", "saakashvili", "armenia", "azerbaijan", "caucasus"}
    words = set(page.lower)
    return bool(words & american) and not words & caucasian


def _named_countries(book: Book) -> set[str]:
    return {key[2:] for key in book.drafts if key.startswith("c:")}


def _cities(page: Page, book: Book, hits: tuple[Hit, ...], countries: set[str]) -> list[Toponym]:
    """Places that the tagger finds and the tables of cities know; other places by name alone."""
    taken = {i for hit in hits for i in range(hit.first, hit.last)}
    found: list[Toponym] = []
    index = 0
    while index < len(page.tokens):
        token = page.tokens[index]
        last = index + 1
        while last < len(page.tokens) and page.tokens[last].entity == token.entity and not page.tokens[last].entity_begin and token.entity:
            last += 1
        if token.entity in ("GPE", "LOC", "FAC") and token.entity_begin and book.free(index, last) and not any(i in taken for i in range(index, last)):
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
    if first >= last or not page.capitalised(first) or page.capitals_lie[first] and last - first > longest_name():
        return None
    name = page.words(first, last)
    near = _country_after(page, last)
    city = _best(cities_named(_plain(name)), {near} if near else countries)
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


def _best(cities: tuple[City, ...], countries: set[str]) -> City | None:
    """The largest city of that name in a country the article names, unless one elsewhere is far larger; else a large one."""
    if not cities:
        return None
    local = [c for c in cities if c.country in countries]
    if local and local[0].population * 20 >= cities[0].population:
        return local[0]
    if cities[0].population >= _BIG_ENOUGH:
        return cities[0]
    return local[0] if local else None


def _plain(name: str) -> str:
    return name.removesuffix(", D.C.").removesuffix(" D.C.").removesuffix(", DC").removesuffix(" DC").removeprefix("the ")


def _ends(page: Page, hit: Hit) -> tuple[int, int]:
    return page.tokens[hit.first].start, page.tokens[hit.last - 1].end


def _toponym(page: Page, hit: Hit, city: City | None) -> Toponym:
    start, end = _ends(page, hit)
    name = page.words(hit.first, hit.last)
    if city is None:
        return Toponym(hit.first, hit.last, start, end, name, hit.entry.country or None)
    return Toponym(hit.first, hit.last, start, end, name, hit.entry.country, city.latitude, city.longitude, city.geonames)
