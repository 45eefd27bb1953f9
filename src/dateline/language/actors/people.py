"""Where full names of people stand: what the tagger says, what follows a title, given names, known leaders."""

import re
from dataclasses import dataclass, replace

from dateline.language.actors.page import Page
from dateline.language.actors.scan import Hit
from dateline.language.actors.titles import Title
from dateline.language.actors.trust import A_THING, trust
from dateline.ontology.gazetteer import cities_named
from dateline.ontology.names import fold, words_of

_MOST_PARTS = 6
_CALLINGS = ("ist", "ian", "or", "er", "man", "woman", "ess", "ant")  # how words for what somebody does end
_LONGEST_SMALL = 5  # letters of a small part after a hyphen: "Ban Ki-moon", but not "Bonn-based"
_ROMAN = re.compile(r"[IVX]{1,6}")


@dataclass(frozen=True, slots=True)
class NameSpan:
    """A name of a person at tokens `first:last`: its parts without titles and suffixes, the title before it, and how far it is trusted.

    `number` is that of a monarch or pope ("II").
    `trust`: 3 a known leader or a full name after a title, 2 the tagger and a given name or a title, 1 one of these, 0 where capitals lie.
    """

    first: int
    last: int
    parts: tuple[str, ...]
    title: Title | None
    honorific: str
    trust: int
    number: str = ""

    @property
    def text(self) -> str:
        return " ".join((*self.parts, self.number) if self.number else self.parts)


def find_names(page: Page, hits: tuple[Hit, ...], titles: tuple[Title, ...]) -> tuple[NameSpan, ...]:
    """Names of people, in the order of the text; single names only where a title, an honorific or the tagger vouches for them."""
    by_end = {title.last: title for title in titles}
    by_start = {title.opening_at if title.opening else title.first for title in titles if not title.plural}
    titled = {i: title for title in titles for i in range(title.first, title.last)}
    hit_at = {i: hit for hit in hits for i in range(hit.first, hit.last)}
    found: list[NameSpan] = []
    index = 0
    while index < len(page.tokens):
        span = _name_at(page, index, hit_at, titled, by_end, by_start)
        if span is None:
            index += 1
            continue
        found.append(span)
        index = span.last
    things = {span.parts for span in found if span.trust == A_THING}
    people = [s for s in found if s.trust != A_THING and (s.trust > 1 or s.parts not in things)]
    names = {s.parts for s in people if len(s.parts) > 1}
    return tuple(_trimmed(page, span, names) for span in people)


def _trimmed(page: Page, span: NameSpan, names: set[tuple[str, ...]]) -> NameSpan:
    """Without a first word that is no given name, where the others are a name of the article: "Despot Jane Roe"."""
    first = span.parts[0]
    if len(span.parts) < 3 or span.parts[1:] not in names or page.facts.sex_of(first) or page.words(span.first, span.first + 1) != first:
        return span
    return replace(span, first=span.first + 1, parts=span.parts[1:])


def _name_at(
    page: Page, index: int, hit_at: dict[int, Hit], titled: dict[int, Title], by_end: dict[int, Title], by_start: set[int]
) -> NameSpan | None:
    if not (page.capitalised(index) or page.lower[index] in ("al", "el")):
        return None
    honorific = page.lower[index - 1] if index and page.lower[index - 1] in page.facts.honorifics and not page.glued(index) else ""
    title = by_end.get(index) if index and page.together(index - 1, index + 1) else None
    if title is None and honorific:
        title = by_end.get(index - 1)
    if title is not None and (title.plural or not _leads_to_name(page, title, hit_at)):
        title = None
    if title is None and not honorific and index and page.lower[index - 1] in page.facts.firms and page.together(index - 1, index + 1):
        return None
    last = _run(page, index, hit_at, titled)
    if last == index:
        return None
    parts = _parts(page, index, last)
    if title is not None and _royal(page, title) and last < len(page.tokens) and _ROMAN.fullmatch(page.tokens[last].text):
        last += 1
    if not parts or not _plausible(page, parts):
        return None
    vouched = title is not None or bool(honorific) or _apposed(page, by_end, by_start, (index, last))
    how_far = trust(page, index, last, parts, titled=vouched)
    if how_far < 0 and how_far != A_THING:
        return None
    return NameSpan(index, last, parts, title, honorific, how_far, _number(page, last, parts, title))


def _apposed(page: Page, by_end: dict[int, Title], by_start: set[int], where: tuple[int, int]) -> bool:
    """Does a title stand beside the name, between commas: "the mayor, X," or "X, the mayor"?"""
    first, last = where
    closed = last - first > 1 and last + 1 < len(page.tokens) and page.tokens[last].text == "," and page.together(first, last + 2)
    before = by_end.get(first - 1) if first > 1 and page.tokens[first - 1].text == "," else None
    return closed and (last + 1 in by_start or (before is not None and not before.plural and page.together(before.first, last)))


def _number(page: Page, last: int, parts: tuple[str, ...], title: Title | None) -> str:
    """The number of a monarch or a pope; "Robert Miller III" has none."""
    text = page.tokens[last - 1].text
    if not _ROMAN.fullmatch(text) or text == parts[-1]:
        return ""
    royal = title is not None and _royal(page, title)
    leader = " ".join(words_of(" ".join((*parts, text)))) in page.facts.leaders
    return text if royal or leader or len(parts) == 1 else ""


def _royal(page: Page, title: Title) -> bool:
    return title.office.split(" of ")[0].rsplit(maxsplit=1)[-1] in page.facts.royal


def _leads_to_name(page: Page, title: Title, hit_at: dict[int, Hit]) -> bool:
    """A name may follow "minister of foreign affairs", but not "director of the pipeline operator"."""
    if title.after is None:
        return True
    first, last = title.after[0] + 1, title.after[1]
    return bool(cities_named(page.words(first, last))) or all(
        i in hit_at
        or page.lower[i] in page.facts.modifiers
        or page.lower[i] in ("the", "and", "of", "'s", "’s", "-")
        or (page.capitalised(i) and page.lower[i] in page.facts.never)
        for i in range(first, last)
    )


def _run(page: Page, index: int, hit_at: dict[int, Hit], titled: dict[int, Title]) -> int:
    """The end of the run of name words that begins at `index`; `index` itself where none does."""
    if not _name_word(page, index, hit_at, titled, first=True):
        return index
    last, parts = index + 1, 1
    while last < len(page.tokens) and page.tokens[last].sentence == page.tokens[index].sentence and parts < _MOST_PARTS:
        step = _next_part(page, last, hit_at, titled)
        if step is None:
            break
        last, parts = step, parts + 1
    return last


def _next_part(page: Page, at: int, hit_at: dict[int, Hit], titled: dict[int, Title]) -> int | None:
    """The end of the name's next part that begins at `at`: a word, "al-Assad", "-Pierre", "bin Salman", "Jr."."""
    facts, lower = page.facts, page.lower
    if lower[at] == "-" and page.glued(at) and page.glued(at + 1) and page.tokens[at + 1].text[:1].isalpha():
        return at + 2 if page.capitalised(at + 1) or len(lower[at + 1]) <= _LONGEST_SMALL else None
    if page.tokens[at].text == "," and at + 1 < len(lower) and lower[at + 1] in ("jr.", "jr", "sr."):
        return at + 2
    if page.glued(at) and not page.tokens[at - 1].text.endswith("."):
        return None
    after = at + 1
    if lower[at] in facts.particles and not page.tokens[at].text.isupper():
        while after < len(lower) - 1 and (lower[after] == "-" or lower[after] in facts.particles):
            after += 1
        return after + 1 if page.capitalised(after) and page.tokens[after].sentence == page.tokens[at].sentence and after > at else None
    return at + 1 if _name_word(page, at, hit_at, titled, first=False) else None


def _name_word(page: Page, index: int, hit_at: dict[int, Hit], titled: dict[int, Title], *, first: bool) -> bool:
    """May this token be part of a person's name?"""
    token, lower = page.tokens[index], page.lower[index]
    if not token.text[:1].isupper() or not any(c.isalpha() for c in token.text) or token.text.endswith("'s"):
        return (
            lower in ("al", "el")
            and first
            and index + 2 < len(page.tokens)
            and page.tokens[index + 1].text == "-"
            and page.capitalised(index + 2)
        )
    if lower in page.facts.honorifics or (first and lower in page.facts.place_openers):
        return False
    if lower in page.facts.suffixes or (len(lower) > 1 and _ROMAN.fullmatch(token.text)):
        return not first
    if len(token.text.strip(".")) == 1:
        return token.text.endswith(".") or (not first and token.tag == "NNP")
    return _solid_word(page, index, hit_at, titled, first=first)


def _solid_word(page: Page, index: int, hit_at: dict[int, Hit], titled: dict[int, Title], *, first: bool) -> bool:
    """The same for a capitalised word of some letters."""
    token, lower = page.tokens[index], page.lower[index]
    if lower in page.facts.never:
        begins = first and (_starts_sentence(page, index) or token.text.isupper())
        known = first or _given_before(page, index)
        if not first and f"{page.lower[index - 1]} {lower}" in page.facts.leaders:
            return not token.text.isupper() or page.capitals_lie[index]
        return token.entity == "PERSON" and token.tag == "NNP" and not begins and known and not _month(page, index)
    if first and (_verb_form(page, index) or _calling(page, index)):
        return False
    if index in titled and not (not first and token.entity == "PERSON" and not token.entity_begin and index == titled[index].first):
        return False
    if index in hit_at:
        return _name_after_all(page, hit_at[index], first=first)
    if token.text.isupper() and len(token.text) > 2 and not page.capitals_lie[index]:
        return token.entity == "PERSON" and len(token.text) > 3 and (first or page.tokens[index - 1].text.isupper())
    if token.entity in ("DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "CARDINAL", "ORDINAL", "LANGUAGE"):
        return False
    if token.pos == "PROPN" or token.entity == "PERSON" or bool(page.facts.sex_of(token.text)):
        return not (token.pos in ("VERB", "AUX") and page.capitals_lie[index] and not page.facts.sex_of(token.text))
    return not first and token.pos in ("NOUN", "ADJ", "X") and not page.capitals_lie[index]


def _name_after_all(page: Page, hit: Hit, *, first: bool) -> bool:
    """A word of the tables that is part of a person's name: "Jordan Belfort", "Jane Holland"; the tagger must say so."""
    inside = page.tokens[hit.first : hit.last]
    if not first and hit.entry.kind == "organisation" and _ends_a_name(page, hit):
        return True
    if hit.last - hit.first > 1 or inside[0].entity != "PERSON" or hit.entry.kind == "demonym":
        return False
    follows = page.tokens[hit.last] if hit.last < len(page.tokens) else None
    if first:
        return follows is not None and follows.entity == "PERSON" and not follows.entity_begin and bool(page.facts.sex_of(inside[0].text))
    return not inside[0].entity_begin and bool(page.facts.sex_of(page.tokens[hit.first - 1].text))


def _ends_a_name(page: Page, hit: Hit) -> bool:
    """A family name that is a body's name too ("Jane Mehr"): the tagger and the tree must both say that the name goes on."""
    token, before = page.tokens[hit.first], page.tokens[hit.first - 1]
    inside = token.entity == before.entity == "PERSON" and not token.entity_begin and hit.last - hit.first == 1
    return inside and before.dep == "compound" and not token.text.isupper() and page.blocks[token.block].kind == "paragraph"


def _given_before(page: Page, index: int) -> bool:
    """Does a given name, an initial or a family name that stands first come before: "Theresa May", "Kim Jong Un", but no "Common Sense"?"""
    at = index - 1
    while at >= 0 and index - at < 4 and page.tokens[at].text[:1].isupper():
        short = len(page.tokens[at].text.strip(".")) == 1
        if short or page.facts.sex_of(page.tokens[at].text) or page.lower[at] in page.facts.family_first:
            return True
        at -= 1
    return False


def _verb_form(page: Page, index: int) -> bool:
    """As in "Praising Keller, she ...", "Devastated Keller said": a sentence's first word, no given name, in the form of a participle."""
    lower = page.lower[index]
    begins = _starts_sentence(page, index) or not page.tokens[index - 1].text[:1].isalnum()
    return begins and len(lower) > 5 and lower.endswith(("ing", "ed")) and not page.facts.sex_of(lower)


def _calling(page: Page, index: int) -> bool:
    """As in "Comedian Jane Roe said": a sentence's first word, no given name, but formed like a calling, before a given name."""
    lower, after = page.lower[index], page.lower[index + 1] if index + 1 < len(page.tokens) else ""
    begins = _starts_sentence(page, index) or page.capitalised(index - 1)
    formed = len(lower) > 5 and lower.endswith(_CALLINGS) and not page.facts.sex_of(lower)
    return begins and formed and bool(page.facts.sex_of(after)) and page.capitalised(index + 2)


def _month(page: Page, index: int) -> bool:
    """Is "May" the month here?"""
    after = page.tokens[index + 1].text if index + 1 < len(page.tokens) else ""
    return page.tokens[index].entity == "DATE" or after[:1].isdigit()


def _starts_sentence(page: Page, index: int) -> bool:
    return page.tree.sentence(page.tokens[index]).first == index


def _parts(page: Page, first: int, last: int) -> tuple[str, ...]:
    """The words of the name, without suffixes; a name in capitals is written small again."""
    words = [w.strip(",\u200b\u200c\u200d\ufeff") for w in page.words(first, last).replace("’s", "").split()]
    kept = [w for w in words if w and fold(w) not in page.facts.suffixes and not (len(w) > 1 and _ROMAN.fullmatch(w))]
    if len(kept) == 2 and len(kept[1]) == 1 and _ROMAN.fullmatch(kept[1]):  # "King Harald V"
        kept.pop()
    return tuple(_unshout(w) for w in kept)


def _unshout(word: str) -> str:
    return "-".join(p.capitalize() for p in word.split("-")) if word.isupper() and len(word.strip(".")) > 2 else word


def _plausible(page: Page, parts: tuple[str, ...]) -> bool:
    """Not only initials or particles, and no shorter than a name is."""
    solid = [p for p in parts if len(p.strip(".")) > 1 and fold(p) not in page.facts.particles]
    if any(p.endswith("-") or p.startswith("-") for p in parts):
        return False
    return bool(solid) and any(any(c.islower() for c in p) for p in solid) and not any(c.isdigit() for p in parts for c in p)
