"""How far a run of capitalised words is trusted to be a person's name."""

from dateline.language.actors.page import Page
from dateline.ontology.gazetteer import cities_named
from dateline.ontology.names import fold, words_of

A_THING = -2  # the trust of words that are no person elsewhere either
_NO = -1
# What seldom stands right before a full name: "the Lighthouse Star" is a ship, "in Punta Alta" a place.
_NOT_BEFORE_NAMES = {"the", "in", "near", "off", "outside", "inside"}
_LARGE = 100_000  # inhabitants
_KINDS_OF_PLACES = {
    "village",
    "town",
    "city",
    "suburb",
    "district",
    "province",
    "port",
    "settlement",
    "hamlet",
    "island",
    "county",
    "region",
}
_OTHER = ("ORG", "GPE", "LOC", "FAC", "EVENT", "LAW", "PRODUCT", "WORK_OF_ART", "NORP")


def trust(page: Page, first: int, last: int, parts: tuple[str, ...], *, titled: bool) -> int:
    """From 3, a known leader or a full name after a title, to 0 where capitals lie; below 0 it is no name.

    `A_THING`: the name of something else.
    """
    tokens = page.tokens[first:last]
    if (last < len(page.tokens) and page.tokens[last].text.startswith("/")) or (first and page.tokens[first - 1].text.endswith("/")):
        return 0  # a photo's credit: "Jane Doe/AFP"
    if len(parts) > 1 and " ".join(words_of(" ".join(parts))) in page.facts.leaders:
        return 3
    tagged = any(t.entity == "PERSON" for t in tokens)
    given = bool(page.facts.sex_of(parts[0]) or page.facts.sex_of(parts[0].split("-")[0])) and len(parts) > 1
    if page.capitals_lie[first]:
        if any(t.pos in ("VERB", "AUX", "ADP", "DET", "PRON") for t in tokens) or not (tagged or titled or given):
            return _NO
        return 1 if titled and given and len(parts) <= 3 and page.blocks[tokens[0].block].kind != "credit" else 0
    if len(parts) == 1:
        return _single(page, first, last, parts[0], titled=titled)
    score = int(tagged) + int(given) + int(titled)
    against = _no_person(page, (first, last), parts, tagged=tagged, given=given, titled=titled)
    return against or min(score, 3) or _NO


def _single(page: Page, first: int, last: int, part: str, *, titled: bool) -> int:
    token = page.tokens[first]
    if titled:
        return _NO if _thing(page, last) and not page.facts.sex_of(part) else 2
    if len(part) < 3 and fold(part) not in page.facts.family_first:
        return _NO  # an agency's or a state's two letters
    return 1 if token.entity == "PERSON" and token.pos == "PROPN" and _whole_entity(page, last) else _NO


def _no_person(page: Page, where: tuple[int, int], parts: tuple[str, ...], *, tagged: bool, given: bool, titled: bool) -> int:
    """Below 0 where something speaks against the several words being a name."""
    first, last = where
    tokens = page.tokens[first:last]
    other = all(t.entity in _OTHER for t in tokens)
    if not titled and not given and (_thing(page, last) or _a_place(page, first, last, parts)):
        return A_THING
    if given and not tagged and not titled and (_thing(page, last) or (other and _place_name(page, parts[0]))):
        return A_THING
    if titled and not tagged and not given and any(t.pos not in ("PROPN", "X") for t in tokens):
        return _NO
    alone = tagged and not given and not titled
    before = page.lower[first - 1] if first and page.together(first - 1, first + 1) else ""
    return _NO if alone and (fold(parts[-1]) in page.facts.place_openers or before in _NOT_BEFORE_NAMES) else 0


def _whole_entity(page: Page, last: int) -> bool:
    """The tagger's entity is this name and no more (but for a title before it)."""
    return not (
        last < len(page.tokens) and page.tokens[last].entity == "PERSON" and not page.tokens[last].entity_begin and page.capitalised(last)
    )


def _place_name(page: Page, word: str) -> bool:
    """Is a given name a large place's name too ("Houston", "Virginia")? Then what the tagger calls a body is one."""
    cities = cities_named(word)
    return page.facts.entry(word) is not None or bool(cities and cities[0].population >= _LARGE)


def _a_place(page: Page, first: int, last: int, parts: tuple[str, ...]) -> bool:
    """Does a town bear this name that is large, or stands where a place stands: "the village of X Y", "X Y, California"?"""
    before = page.lower[first - 1] if first else ""
    follows = page.tokens[last + 1].entity if last + 1 < len(page.tokens) and page.tokens[last].text == "," else ""
    if before == "of" and first > 1 and page.lower[first - 2] in _KINDS_OF_PLACES:
        return True
    towns = cities_named(" ".join(parts))
    return bool(towns) and (towns[0].population >= _LARGE or before in _NOT_BEFORE_NAMES or follows == "GPE")


def _thing(page: Page, last: int) -> bool:
    """Does the name go on with a word that makes it a thing ("Gerald Ford Airport")?"""
    return last < len(page.tokens) and page.capitalised(last) and page.lower[last] in page.facts.never
