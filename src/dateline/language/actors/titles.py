"""Titles: "Russia's deputy foreign minister", "Secretary of State", "the former chief executive of the oil firm"."""

from dataclasses import dataclass

from dateline.language.actors.page import Page
from dateline.language.actors.scan import Hit
from dateline.ontology.actor_entries import Entry
from dateline.ontology.gazetteer import cities_named
from dateline.ontology.names import fold, words_of

_LEFTMOST, _RIGHTMOST = 9, 9
_JOINS = ("the", "'s", "’s", "-", "&")
_OF_THE_PRESS = {
    "correspondent",
    "editor",
    "reporter",
    "journalist",
    "presenter",
    "anchor",
    "chief",
    "head",
    "bureau",
    "photographer",
    "columnist",
    "director",
    "executive",
    "owner",
}
_OF_A_CITY = {"mayor", "prosecutor", "bishop", "archbishop", "patriarch", "imam"}
_POSTED = {"ambassador", "envoy", "representative", "emissary", "ambassadors", "envoys"}
_LEFT_POS = {"PROPN", "NOUN", "ADJ", "NUM", "X"}


@dataclass(frozen=True, slots=True)
class Title:
    """Tokens `first:last` hold a title without its article; `head` is its noun.

    `office` is the title in small letters without country and past words ("deputy foreign minister"); `entry` names the country or body
    it belongs to, `of` the words as they stand. `opening` is the article or possessive before it ("the", "a", "his", "");
    `plural` is True of "ministers".
    """

    first: int
    last: int
    head: int
    office: str
    sector: str
    entry: Entry | None
    of: str | None
    former: bool
    plural: bool
    opening: str
    opening_at: int
    after: tuple[int, int] | None


def find_titles(page: Page, hits: tuple[Hit, ...]) -> tuple[Title, ...]:
    """All titles of the text in order."""
    by_token = {i: hit for hit in hits for i in range(hit.first, hit.last)}
    titles: list[Title] = []
    index, free_from = 0, 0
    while index < len(page.tokens):
        matched = None if _inside_name(by_token, index) else _match(page, index)
        if matched is None:
            index += 1
            continue
        last, sector, plural = matched
        title = _title(page, by_token, (index, last, free_from), sector, plural=plural)
        titles.append(title)
        index = free_from = max(last, title.last)
    return tuple(titles)


def _inside_name(by_token: dict[int, Hit], index: int) -> bool:
    """Is this the "Prince" of "Port-au-Prince"?"""
    hit = by_token.get(index)
    return hit is not None and hit.first < index and hit.entry.kind in ("country", "capital", "region")


def _match(page: Page, index: int) -> tuple[int, str, bool] | None:
    """The longest title that begins at `index`: where it ends, its sector, whether it is a plural."""
    words: list[str] = []
    best = None
    if (page.lower[index].replace(".", "") not in page.facts.starts and "-" not in page.lower[index]) or page.tokens[index].text == "-":
        return None
    for last in range(index + 1, min(index + 6, len(page.tokens)) + 1):
        token = page.tokens[last - 1]
        if token.sentence != page.tokens[index].sentence or not (token.text[:1].isalnum() or token.text == "-" or token.text[:1] in "'’"):
            break
        words.extend(words_of(token.text))
        for key, plural in ((tuple(words), False), (_singular(words), True)):
            if key in page.facts.titles and token.pos in ("NOUN", "PROPN", "ADJ", "X", "VERB"):
                best = (last, page.facts.titles[key], plural)
                break
    if best and best[0] == index + 1 and (_only_modifies(page, index) or _hour(page, index)):
        return None
    if best and best[0] == index + 1 and page.tokens[index].pos in ("VERB", "ADJ") and not page.capitalised(index):
        return None
    return best


def _hour(page: Page, index: int) -> bool:
    """Is "pm" the hour, not the prime minister?"""
    text = page.tokens[index].text
    return text.lower().replace(".", "") == "pm" and (text != "PM" or (index > 0 and page.tokens[index - 1].text[-1:].isdigit()))


def _only_modifies(page: Page, index: int) -> bool:
    """Is this the "deputy" of "deputy economy minister", the "general" of "general director"?"""
    if page.lower[index] not in page.facts.modifiers:
        return False
    at = index + 1
    while at < len(page.tokens) and at < index + 5 and page.tokens[at].sentence == page.tokens[index].sentence:
        if (page.lower[at],) in page.facts.titles or _singular([page.lower[at]]) in page.facts.titles:
            return True
        if page.lower[at] not in page.facts.modifiers and page.tokens[at].text != "-":
            return False
        at += 1
    return False


def _singular(words: list[str]) -> tuple[str, ...]:
    """As in "foreign ministers" -> "foreign minister", "secretaries of state" -> "secretary of state"."""
    return tuple(
        w[:-3] + "y" if w.endswith("ies") else w[:-3] + "man" if w.endswith("men") else w[:-1] if w.endswith("s") and len(w) > 3 else w
        for w in words
    )


def _title(page: Page, by_token: dict[int, Hit], where: tuple[int, int, int], sector: str, *, plural: bool) -> Title:
    start, end, free_from = where
    first = _left_end(page, by_token, start, free_from)
    last, tail = _right_end(page, by_token, end)
    before = [by_token[i] for i in range(first, start) if i in by_token]
    posted = last > end and page.lower[end] == "to"
    after = [by_token[i] for i in range(end, last) if i in by_token and not posted]
    hits = sorted([*reversed(before), *after], key=lambda h: h.entry.kind == "party")
    entry = next((h.entry for h in hits if h.entry.country), None)
    of = page.words(hits[0].first, hits[0].last) if hits else None if posted else tail
    words = [page.lower[i] for i in range(first, end) if i not in by_token and page.lower[i] not in ("'s", "’s", "-", "'")]
    former = any(w in page.facts.former for w in words) or (first > 0 and page.lower[first - 1] in page.facts.former)
    core = words_of(page.words(start, end))
    office = [w for w in words[: len(words) - (end - start)] if w in page.facts.modifiers]
    noun = " ".join(_singular(list(core)) if plural else core)
    field = tail if tail and not after and not posted else None
    name = " ".join([*office, noun]) + (f" of {fold(field)}" if field else "")
    opening_at = first - 1 if first > 0 and page.tokens[first - 1].sentence == page.tokens[start].sentence else -1
    if opening_at >= 0 and page.lower[opening_at] in page.facts.former:
        opening_at -= 1
    opening = page.lower[opening_at] if opening_at >= 0 and page.tokens[opening_at].pos in ("DET", "PRON", "NUM") else ""
    head = page.head_of(start, end)
    return Title(first, last, head, name, sector, entry, of, former, plural, opening, opening_at, (end, last) if last > end else None)


def _left_end(page: Page, by_token: dict[int, Hit], start: int, free_from: int) -> int:
    """How far the words before a title's noun belong to it: nouns, adjectives, names and possessives of one phrase."""
    first = start
    for index in range(start - 1, max(free_from, start - _LEFTMOST) - 1, -1):
        token = page.tokens[index]
        if token.sentence != page.tokens[start].sentence:
            break
        possessive = page.lower[index] in ("'s", "’s", "'", "’") and token.tag == "POS"
        hyphen = token.text == "-" and page.glued(index) and page.glued(index + 1)
        hit = by_token.get(index)
        if hit and hit.entry.sector == "JRN" and page.lower[start] not in _OF_THE_PRESS:
            break
        if (
            possessive
            or hyphen
            or hit is not None
            or (token.pos in _LEFT_POS and token.pos != "NUM" and token.text[0].isalnum())
            or page.lower[index] in page.facts.modifiers
            or page.lower[index] in page.facts.former
        ):
            first = index
        else:
            break
    while first < start and (page.lower[first] in ("'s", "’s", "-", "'", "’")):
        first += 1
    return first


def _right_end(page: Page, by_token: dict[int, Hit], end: int) -> tuple[int, str | None]:
    """The end of "of X" after a title's noun, and X as it stands."""
    links = ("of", "for", "at", "to") if page.lower[end - 1] in _POSTED else ("of", "for", "at")
    if end + 1 >= len(page.tokens) or page.lower[end] not in links or not page.together(end - 1, end + 1):
        return end, None
    last = _city_end(page, end) if page.lower[end - 1] in _OF_A_CITY else end + 1
    if last > end + 1:
        return last, page.words(end + 1, last)
    while last < min(end + _RIGHTMOST, len(page.tokens)) and page.tokens[last].sentence == page.tokens[end].sentence:
        token = page.tokens[last]
        if (page.lower[last],) in page.facts.titles and token.text[:1].isupper() and page.lower[last] not in page.facts.modifiers:
            return end, None
        field = page.lower[last] in page.facts.modifiers or last in by_token
        if page.lower[last] in page.facts.honorifics or (_name_begins(page, end, last) and not field):
            break
        joins = (page.lower[last] in _JOINS and (token.text != "the" or page.lower[last - 1] in ("of", "for", "at", "to", "and"))) or (
            page.lower[last] in ("and", "of") and _goes_on(page, by_token, last)
        )
        name = token.pos == "PROPN" and token.entity != "PERSON" and not page.facts.sex.get(page.lower[last])
        noun = token.pos in ("NOUN", "ADJ") and token.dep in ("pobj", "compound", "amod", "poss", "nmod")
        if not (field or joins or name or noun):
            break
        last += 1
    while last > end + 1 and page.lower[last - 1] in (*_JOINS, "and", "of"):
        last -= 1
    if last == end + 1:
        return end, None
    return last, page.words(end + 1, last).removeprefix("the ")


def _city_end(page: Page, end: int) -> int:
    """The end of the city's name in "mayor of New York Jane Roe"; `end + 1` where no city is told."""
    for last in range(min(end + 4, len(page.tokens)), end + 1, -1):
        if page.capitalised(end + 1) and page.together(end, last) and cities_named(page.words(end + 1, last)):
            return last
    return end + 1


def _name_begins(page: Page, end: int, at: int) -> bool:
    """Does the minister's name follow the field: "Minister of Defence Jane Roe"?"""
    lower = page.lower
    thing = lower[at] in page.facts.never or lower[at] in page.facts.firms
    return lower[end - 1] in ("minister", "secretary") and lower[at - 1] in page.facts.modifiers and page.capitalised(at) and not thing


def _goes_on(page: Page, by_token: dict[int, Hit], index: int) -> bool:
    """Does "and" join two fields of one office, or does a second "of" name its country ("minister of defence of Ghana")?"""
    following = index + 1 if index + 1 < len(page.tokens) else index
    if page.lower[index] == "and":
        return page.lower[following] in page.facts.modifiers
    return following in by_token or (page.lower[following] == "the" and following + 1 in by_token)
