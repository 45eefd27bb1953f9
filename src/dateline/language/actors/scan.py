"""Names that the tables hold, found in the text: the longest name first, from left to right."""

from dataclasses import dataclass

from dateline.language.actors.page import Page
from dateline.ontology.actor_entries import SHORT, Entry
from dateline.ontology.names import words_of

_BODIES = {"organ", "organisation", "group", "party"}
_POSSESSIVE = ("'s", "’s")
_LONGEST = 14  # tokens; "Organization for Security and Co-operation in Europe" has ten


@dataclass(frozen=True, slots=True)
class Hit:
    """Tokens `first:last` hold the name of `entry`."""

    first: int
    last: int
    entry: Entry


def scan(page: Page) -> tuple[Hit, ...]:
    """All names of the tables in the text; no two share a token, but "U.S.-Russian" is two on one token."""
    hits: list[Hit] = []
    index = 0
    while index < len(page.tokens):
        found = _longest_at(page, index)
        if found:
            hits.append(found)
            index = found.last
            continue
        hits.extend(_halves(page, index))
        index += 1
    return _with_short_forms(page, hits)


def _with_short_forms(page: Page, hits: list[Hit]) -> tuple[Hit, ...]:
    """A short form that stands in brackets after a name means it wherever it stands, whatever else the tables know by it."""
    local = {short: hit.entry for hit in hits if hit.entry.kind in _BODIES and (short := in_brackets(page, hit.last))}
    if not local:
        return tuple(hits)
    at = {hit.first: hit for hit in hits}
    taken = {i for hit in hits for i in range(hit.first, hit.last)}
    for index, token in enumerate(page.tokens):
        if token.text in local and (index not in taken or (index in at and at[index].last == index + 1)):
            at[index] = Hit(index, index + 1, local[token.text])
    return tuple(at[i] for i in sorted(at)) if len(at) >= len(hits) else tuple(hits)


def in_brackets(page: Page, index: int) -> str:
    """The short form in brackets at token `index`: "ERC" in "Eastern Rescue Corps (ERC)"; "" where there is none."""
    if index + 2 >= len(page.tokens) or page.tokens[index].text != "(" or page.tokens[index + 2].text != ")":
        return ""
    text = page.tokens[index + 1].text
    capitals = sum(c.isupper() for c in text)
    return text if capitals >= 2 and capitals * 2 >= len(text) and text.replace(".", "").replace("-", "").isalnum() else ""


def _longest_at(page: Page, index: int) -> Hit | None:
    if not (page.capitalised(index) or (page.lower[index] in page.facts.particles and page.capitalised(index + 2))):
        return None
    start = words_of(page.tokens[index].text)
    most = max(page.facts.longest.get(start[0], 0), page.facts.longest.get(f"{start[0]}'s", 0)) if start else 0
    words: list[str] = []
    whole: list[str] = []  # with the possessives that belong to a name: "People's Republic"
    best: Hit | None = None
    for last in range(index + 1, min(index + _LONGEST, len(page.tokens)) + 1):
        token = page.tokens[last - 1]
        if token.sentence != page.tokens[index].sentence:
            break
        if whole and token.text.lower() in _POSSESSIVE:
            whole[-1] += "'s"
        more = words_of(token.text) if any(c.isalnum() for c in token.text) and token.text.lower() not in ("the", *_POSSESSIVE) else ()
        if not more and token.text != "&":
            continue
        words.extend(more or ("&",))
        whole.extend(more or ("&",))
        if len(words) > most:
            break
        entry = page.facts.names.get(tuple(words)) or page.facts.names.get(tuple(whole))
        if entry and _as_written(page, index, last):
            best = Hit(index, last, entry[0])
    return best


def _as_written(page: Page, first: int, last: int) -> bool:
    """Short names count only as the tables write them, and a name begins and ends with a capital or a figure."""
    text = page.words(first, last)
    bare = text.replace(".", "")
    if len(bare) <= SHORT:
        token = page.tokens[first]
        if page.capitals_lie[first] and token.pos in ("PRON", "DET", "ADP", "AUX"):
            return False  # "LET US", "WHO IS"
        as_a_word = bare.istitle() and bare.upper() in page.facts.short_forms and token.pos == "PROPN"  # "Nasa", "Opec"
        short = bare in page.facts.short_forms or (bare.isupper() and bare.capitalize() in page.facts.short_forms)
        return bare in page.facts.short_forms or (len(bare) >= 4 and (short or as_a_word))
    end = page.tokens[last - 1].text
    return end[:1].isupper() or end[:1].isdigit() or not end[:1].isalpha() or (not text.isupper() and last - first > 2)


def _halves(page: Page, index: int) -> list[Hit]:
    """The two names in one token ("U.S.-Russian", "Anglo-American" has but one)."""
    text = page.tokens[index].text
    if "-" not in text.strip("-") or not text[:1].isupper():
        return []
    hits = []
    for half in text.split("-"):
        entry = page.facts.names.get(words_of(half)) if half[:1].isupper() and len(half) > 1 else None
        if entry and (len(half.replace(".", "")) > SHORT or half.replace(".", "") in page.facts.short_forms):
            hits.append(Hit(index, index + 1, entry[0]))
    return hits
