"""Which outlet and which agency the lines of a page name: masthead, line under the headline, copyright, credits."""

import re
from collections.abc import Iterator, Sequence

from dateline.articles.agencies import credit_agencies
from dateline.articles.dates import find_dates
from dateline.articles.furniture import furniture_reason, opens_section
from dateline.articles.judged import Judged
from dateline.articles.people import is_name, stated_source, usual_agency
from dateline.ontology.articles import people_words

_SMALL = frozenset({"of", "the", "and", "for", "in", "on", "de", "la", "le", "al", "el", "del", "der", "die", "du", "&", "at"})
_LONGEST_NAME = 5  # words
_MASTHEAD_REASONS = frozenset({"before the text", "before the title", "label at the head", "outside the text", "list of other pages"})
_FEWEST_WORDS = 2
_SHORT = 3  # letters of a word that may stand in a domain's name by chance
_LONGEST_MENU = 25  # lines before the headline
_LONGEST_LINE = 300  # characters of a line that names a source
_HEAD = 5  # lines after the headline, in which the outlet may stand
_INNER_CAPITAL = re.compile(r"\b[A-Z][a-z]+[A-Z][a-z]+|^[A-Z]{2,5}(?: [A-Z][\w.]+)?$|^[\w-]+\.(?:com|org|net|news|info|co\.\w\w|[a-z]{2})$")
_OPEN_END = re.compile(r"[.!?:;,…]$")
_GLUED_BY = re.compile(r"^By(?=[A-Z])")  # markup lost the space ("ByThe Associated Press")
_SPLIT = re.compile(r"\s*[|•·()]\s*|\s+[-–—]\s+|,\s+")


def outlet(lines: Sequence[Judged], domain: str | None = None) -> str | None:
    """The outlet's name, by the surest sign; written as the page writes it most fully.

    Who owns the copyright is not always who publishes: a name that is no outlet's by its words has to be in the page's `domain`.
    """
    found = list(_stated(lines, domain))
    if not found:
        return None
    if usual := usual_agency(found[0]):
        return usual
    same = [one for one in found if _key(one) == _key(found[0])]
    return next((one for one in same if not one.isupper()), same[0])


def credited_agency(lines: Sequence[Judged], known: str | None) -> str | None:
    """The agency of a credit under the headline ("By Ann Lee, Meridian Wire"); `known` is the dateline's, often a short form of it."""
    title = _title_at(lines)
    after = lines[title + 1 : title + 1 + _HEAD] if title is not None else ()
    near = [line.text for line in after if line.place != "tail" and line.kind in (None, "credit")]
    sources = [line.text for line in lines if line.kind in (None, "credit") and people_words().source_line.match(line.text)]
    for text in [*near, *sources]:
        if len(text) > _LONGEST_LINE:
            continue
        if names := credit_agencies(_GLUED_BY.sub("", text)):
            return known or names[0]
        for part in _SPLIT.split(_without_openers(text)):
            name = _agency(part.strip("()[]. "), known)
            if name:
                return name
    return known


def is_outlet(text: str) -> bool:
    """Does a line that stands alone name an outlet, rather than a person or a place?"""
    if not _is_name_like(text):
        return False
    return bool(
        people_words().outlet_words.search(text) or _INNER_CAPITAL.search(text) or (text.startswith("The ") and not is_name(text[4:]))
    )


def without_company(name: str) -> str:
    """A firm's name without the words for its legal form ("Pte Ltd", "LLC")."""
    return people_words().company_forms.sub("", name).strip(" ,.&|–-")


def reprinted_from(lines: Sequence[Judged], source: str | None) -> str | None:
    """The other outlet that a page names as where its report is from ("Source: The Ostby Post")."""
    for line in lines:
        if source and line.kind in (None, "credit") and (match := people_words().source_line.match(line.text.strip("() "))):
            name = match["source"].strip(" .()")
            if is_outlet(name) and _key(name) != _key(source):
                return name
    return None


def _stated(lines: Sequence[Judged], domain: str | None) -> Iterator[str]:
    title = _title_at(lines)
    near = [line for line in lines if line.kind in (None, "credit") and len(line.text) <= _LONGEST_LINE]
    for line in near:
        if people_words().source_line.match(line.text) and (found := stated_source(line.text, cut=False)):
            yield without_company(found)
    if title is not None:
        yield from _mastheads(lines, title)
        for line in lines[title + 1 : title + 1 + _HEAD]:
            if line.kind == "paragraph":
                break
            if is_outlet(line.text):
                yield line.text.strip()
    for line in near:
        found = stated_source(line.text, cut=line.kind is None)
        if found and domain and people_words().copyright_line.match(line.text) and not _owns(found, domain):
            continue
        if found and not (people_words().more_from.match(line.text) and not is_outlet(found)):
            yield without_company(found)


def _owns(owner: str, domain: str) -> bool:
    """Is the owner an outlet by its words, or is its name (or its initials) in the domain?"""
    found = [word.lower() for word in re.findall(r"\w+", owner)]
    plain = re.sub(r"\W+", "", domain.lower())
    initials = "".join(word[0] for word in found)
    return (
        is_outlet(owner)
        or any(len(word) > _SHORT and word in plain for word in found)
        or (len(initials) > _SHORT - 1 and initials in plain)
    )


def _mastheads(lines: Sequence[Judged], title: int) -> Iterator[str]:
    """The first line of the page, where it looks like a name and no long menu follows it, or the page names it again after the headline."""
    first = lines[0]
    if title == 0 or first.reason not in _MASTHEAD_REASONS or not _is_name_like(first.text) or len(first.text.split()) < _FEWEST_WORDS:
        return
    if title <= _LONGEST_MENU or any(first.text in other.text for other in lines[title + 1 :] if other.kind is None):
        yield first.text.strip()


def _is_name_like(text: str) -> bool:
    found = text.split()
    if not 1 <= len(found) <= _LONGEST_NAME or len(text) < 2 or _OPEN_END.search(text) or furniture_reason(text) or opens_section(text):
        return False
    return all(word[0].isupper() or word[0].isdigit() or word.lower() in _SMALL for word in found) and not find_dates(text)


def _agency(text: str, known: str | None) -> str | None:
    usual = usual_agency(text)
    if usual:
        return usual
    if not _is_name_like(text) or not people_words().agency_words.search(text):
        return None
    if known and not text.lower().startswith(known.lower()):
        return None
    return text.title() if text.isupper() else text


def _without_openers(text: str) -> str:
    data = people_words()
    line = data.source_line.match(text)
    if line:
        return line["source"]
    opened = data.byline_opens.match(text) or _GLUED_BY.match(text)
    return text[opened.end() :] if opened else text


def _title_at(lines: Sequence[Judged]) -> int | None:
    return next((at for at, line in enumerate(lines) if line.kind == "title"), None)


def _key(name: str) -> str:
    return re.sub(r"\W+", "", name.lower().removeprefix("the "))
