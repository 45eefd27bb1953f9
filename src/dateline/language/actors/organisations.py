"""Bodies that the tables do not hold: what the tagger calls an organisation, and the short forms that stand in brackets after a name."""

import re

from dateline.language.actors.book import Book, Draft
from dateline.language.actors.page import Page
from dateline.language.actors.persons import People, known_leader
from dateline.language.actors.scan import Hit, in_brackets
from dateline.ontology.gazetteer import cities_named
from dateline.ontology.names import words_of

_NOT_BODIES = re.compile(
    r"^(?:read more|q|photo|president|mr|ms|mrs|house|state|the|am|pm|a\.m\.?|p\.m\.?"
    r"|edt|est|gmt|utc|cet|pst|bst|covid.*|inaudible|cross-talk|internet"
    r"|(?:no|any|some|every|another|this|that|their|our|his|her|its|your|my) .*"
    r"|(?:hurricane|typhoon|cyclone|storm|operation) .*)$",
    re.IGNORECASE,
)
_LONGEST_SHORT_FORM = 5  # letters of a word all in capitals that is a name and no heading
_PLACES = {"region", "seat", "capital", "country", "demonym"}
_FIRM = frozenset({"BUS"})
_WORDS = 4  # of a city's name at most
_CITY = 3  # letters: shorter words are no city's name inside a body's
_LARGE = 100_000  # inhabitants from which on a city's name alone is that city


def organisations(page: Page, book: Book, people: People, hits: tuple[Hit, ...]) -> None:
    """Adds the organisations that the tagger finds and nothing else has claimed."""
    known: dict[tuple[str, ...], Draft] = {}
    hit_at = {i: hit for hit in hits for i in range(hit.first, hit.last)}
    index = 0
    while index < len(page.tokens):
        token = page.tokens[index]
        last = index + 1
        while last < len(page.tokens) and token.entity and page.tokens[last].entity == token.entity and not page.tokens[last].entity_begin:
            last += 1
        if token.entity == "ORG" and token.entity_begin:
            first, end = _trim(page, index, last)
            if not all(i in hit_at and hit_at[i].entry.kind in _PLACES for i in range(first, end)):
                _organisation(page, book, people, known, hit_at, (first, end))
        index = last
    _after_nouns(page, book, known, hit_at)
    _short_forms(page, book, known)


def _after_nouns(page: Page, book: Book, known: dict[tuple[str, ...], Draft], hit_at: dict[int, Hit]) -> None:
    """Names that the tagger takes for something else, but which follow the noun of a firm: "the Spanish utility X"."""
    for index, token in enumerate(page.tokens[:-1]):
        if page.facts.body_nouns.get(token.lemma) != _FIRM or token.tag != "NN" or not _is_name(page, book, hit_at, index + 1):
            continue
        last = index + 2
        while last < len(page.tokens) and _is_name(page, book, hit_at, last):
            last += 1
        first = index + 1
        if all(t.entity == "PERSON" for t in page.tokens[first:last]) and last - first > 1:
            continue
        if not page.together(index, last) or page.tokens[last - 1].pos != "PROPN" or page.facts.sex_of(page.tokens[first].text):
            continue
        words = words_of(page.words(first, last))
        draft = known.get(words) or known.setdefault(words, book.new("organisation"))
        _name(page, book, draft, hit_at, (first, last))


def _is_name(page: Page, book: Book, hit_at: dict[int, Hit], index: int) -> bool:
    token = page.tokens[index]
    if (
        not page.capitalised(index)
        or token.pos != "PROPN"
        or page.capitals_lie[index]
        or index in hit_at
        or not book.free(index, index + 1)
    ):
        return False
    return token.entity not in ("DATE", "TIME", "CARDINAL") and (page.lower[index],) not in page.facts.titles


def _trim(page: Page, first: int, last: int) -> tuple[int, int]:
    """The name without articles, possessives and what is in brackets."""
    last = next((i for i in range(first, last) if page.tokens[i].text in ("(", "[")), last)
    while first < last and (page.lower[first] in ("the", "a", "an", "'s", "’s") or not page.tokens[first].text[0].isalnum()):
        first += 1
    while last > first and (
        page.lower[last - 1] in ("'s", "’s", "’", "'")
        or (not page.tokens[last - 1].text[-1].isalnum() and not page.tokens[last - 1].text.endswith("."))
    ):
        last -= 1
    return first, last


def _organisation(
    page: Page, book: Book, people: People, known: dict[tuple[str, ...], Draft], hit_at: dict[int, Hit], where: tuple[int, int]
) -> None:
    first, last = where
    if first >= last or not book.free(first, last) or not page.capitalised(first) or page.capitals_lie[first]:
        return
    words = words_of(page.words(first, last))
    if not _may_be_a_body(page, where, words) or _person(page, book, people, where) or _place(page, where, known):
        return
    draft = known.get(words) or next((d for w, d in known.items() if _acronym(w) == "".join(words) or _acronym(words) == "".join(w)), None)
    if draft is None:
        draft = book.new("organisation")
        known[words] = draft
    _name(page, book, draft, hit_at, where)
    short = in_brackets(page, last)
    if short:
        known.setdefault(words_of(short), draft)
        draft.names[short] += 1
        draft.name = page.words(first, last)


def _name(page: Page, book: Book, draft: Draft, hit_at: dict[int, Hit], where: tuple[int, int]) -> None:
    """The words mean this body; its country is the one before the name or in it."""
    first, last = where
    draft.names[page.words(first, last)] += 1
    noun = page.facts.body_nouns.get(page.tokens[first - 1].lemma, frozenset()) if first and page.together(first - 1, last) else frozenset()
    if len(noun) == 1:
        draft.sectors[next(iter(noun))] += 1
    owner = book.owner(first) or ""
    inside = {hit_at[i].entry.country for i in range(first, last) if i in hit_at and hit_at[i].entry.kind in _PLACES}
    if owner.startswith("c:"):
        draft.countries[owner[2:]] += 2
    elif len(inside) == 1 and (country := inside.pop()):
        draft.countries[country] += 1
    elif (city := _city(page, where)) is not None:
        draft.countries[city] += 1
    book.refer((first, last), draft, "name", "name of an organisation")


def _may_be_a_body(page: Page, where: tuple[int, int], words: tuple[str, ...]) -> bool:
    first, last = where
    name = page.words(first, last)
    if _NOT_BODIES.match(name) or words in page.facts.titles or len(name) < 2 or not any(c.isalpha() for c in name):
        return False
    if page.tokens[first].pos not in ("PROPN", "NOUN", "ADJ") or all(w in page.facts.modifiers for w in words):
        return False
    if name.isupper() and len(max(words, key=len)) > _LONGEST_SHORT_FORM and (len(words) > 1 or not any(c.isdigit() for c in name)):
        return False
    quoted = first > 0 and page.tokens[first - 1].text in ('"', "“", "``") and page.lower[last : last + 1] in (['"'], ["”"], ["''"])
    return not (quoted and last - first > 2)


def _person(page: Page, book: Book, people: People, where: tuple[int, int]) -> bool:
    """One word that is the given name of somebody told here, or the family name of a leader in office."""
    first, last = where
    if last - first != 1:
        return False
    word = page.tokens[first].text
    draft = people.by_given(word)
    leader = known_leader(page, book, word, titled=False) if draft is None and page.tokens[first].dep.startswith("nsubj") else None
    if leader:
        draft = book.new("person")
        draft.name = leader.name
        draft.names[leader.name] += 1
        draft.countries[leader.country] += 1
        draft.offices.append((leader.office, leader.country, False))
        draft.sectors["GOV"] += 1
    if draft is None:
        return False
    book.refer((first, last), draft, "name", "part of a name")
    return True


def _place(page: Page, where: tuple[int, int], known: dict[tuple[str, ...], Draft]) -> bool:
    """A city that the tagger takes for a body: a large one, or one that stands after "in" or "near" somewhere in the article."""
    first, last = where
    name = page.words(first, last)
    cities = cities_named(name) if words_of(name) not in known and last - first < _WORDS else ()
    if not cities or page.tokens[first].text.isupper():
        return False
    if cities[0].population >= _LARGE and page.tokens[last - 1].dep in ("pobj", "npadvmod", "conj", "appos", "ROOT"):
        return True
    return any(
        page.lower[i - 1] in ("in", "near", "at") and page.words(i, i + last - first) == name
        for i in range(1, len(page.tokens) - (last - first))
    )


def _city(page: Page, where: tuple[int, int]) -> str | None:
    """The country of the large city that a university, a think tank or a firm has in its name."""
    first, last = where
    found = [
        c[0]
        for i in range(first, last)
        if last - first > 1
        and len(page.tokens[i].text) > _CITY
        and not page.facts.sex_of(page.tokens[i].text)
        and (c := cities_named(page.tokens[i].text))
    ]
    large = {c.country for c in found if c.population >= 5 * _LARGE}
    return large.pop() if len(large) == 1 else None


def _acronym(words: tuple[str, ...]) -> str:
    return "".join(w[0] for w in words if w not in ("of", "and", "for", "the", "in")) if len(words) > 2 else "-"


def _short_forms(page: Page, book: Book, known: dict[tuple[str, ...], Draft]) -> None:
    """Short forms told in brackets, where the tagger has not seen them again."""
    short = {words[0]: draft for words, draft in known.items() if len(words) == 1 and len(draft.names) > 1}
    if not short:
        return
    for index, token in enumerate(page.tokens):
        if token.text.isupper() and book.free(index, index + 1) and (words := words_of(token.text)) and words[0] in short:
            book.refer((index, index + 1), short[words[0]], "name", "short form of the name")
