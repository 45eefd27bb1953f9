"""Who a page names as its authors: structured data, metadata and what it shows beside the headline, weighed against one another."""

import html
import re
from collections.abc import Iterable, Sequence

from dateline.articles.markup import Document
from dateline.articles.people import byline_names, is_desk, names_in, usual_agency
from dateline.ontology.articles import people_words

_META = (
    "author",
    "article:author",
    "byl",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "dcterms.creator",
    "dc.contributor.author",
    "citation_author",
    "article.author",
    "article:author_name",
    "displayauthors",
    "authors",
    "twitter:creator",
)
_HANDLE = re.compile(r"^@|^https?:|^//|^www\.|\.(?:com|org|net)\b", re.IGNORECASE)
_LIKE_A_PAGE = re.compile(r"article|posting|report|webpage|blog|creativework|review", re.IGNORECASE)
_SURNAME_FIRST = frozenset({"citation_author", "dc.creator", "dcterms.creator", "dc.contributor.author"})
_CATALOGUED = re.compile(r"^(?P<name>[^\W\d_][\w'’-]+), (?P<given>[^\W\d_][\w'’.-]*(?: [^\W\d_][\w'’.-]*)?)$")
_MOST_AUTHORS = 12
_LONGEST_DESK, _LONGEST_STATED = 5, 100  # words, characters
_DEPTH = 4


def page_authors(document: Document, sites: Sequence[str]) -> tuple[str, ...]:
    """The names, persons before desks; `sites` are the site's own names, which no author has."""
    own = {_key(name) for name in sites if name}
    declared = [name for name in declared_authors(document) if _key(name) not in own and not _HANDLE.search(name)]
    stated = _persons(declared, own)
    shown = _shown(document, stated, own)
    if stated and shown:
        return shown if set(map(_key, stated)) & set(map(_key, shown)) else stated
    return stated or shown or tuple(name for name in dict.fromkeys(map(_desk, declared)) if name)[:1]


def _persons(values: Iterable[str], own: set[str]) -> tuple[str, ...]:
    found = dict.fromkeys(name for value in values for name in names_in(value))
    return tuple(name for name in found if _key(name) not in own)[:_MOST_AUTHORS]


def declared_authors(document: Document) -> list[str]:
    """What structured data state; where they state nothing, the metadata."""
    known = {str(one["@id"]): one for one in document.json if isinstance(one.get("@id"), str) and one.get("name")}
    found: list[str] = []
    for one in document.json:
        if _LIKE_A_PAGE.search(str(one.get("@type", "article"))):
            for key in ("author", "creator"):
                found += _names(one.get(key), known, _DEPTH)
        if found:
            break
    names = [html.unescape(name) for name in found]
    if any(names_in(name) for name in names):
        return names
    return names + [
        _name_first(html.unescape(value)) if key in _SURNAME_FIRST else html.unescape(value)
        for key in _META
        for name, value in document.meta
        if name == key
    ]


def _name_first(text: str) -> str:
    """Libraries' metadata put the surname first ("Oden, Mara")."""
    match = _CATALOGUED.match(text.strip())
    return f"{match['given']} {match['name']}" if match and usual_agency(match["given"]) is None else text


def _names(value: object, known: dict[str, dict[str, object]], depth: int) -> list[str]:
    """Names in the odd shapes of an author: a string, an object, a list of either, a name that is a list, a reference."""
    if depth < 0:
        return []
    if isinstance(value, str):
        return [value]
    if isinstance(value, list):
        return [name for one in value[:_MOST_AUTHORS] for name in _names(one, known, depth - 1)]
    if isinstance(value, dict):
        if value.get("name"):
            return _names(value["name"], known, depth - 1)
        return _names(known.get(str(value.get("@id")), {}).get("name"), known, depth - 1)
    return []


def _shown(document: Document, stated: Sequence[str], own: set[str]) -> tuple[str, ...]:
    """Names in the elements that are marked as the author's: a line with "By" before names alone, without those of other parts."""
    others = {
        _key(name) for text in document.authors for match in people_words().other_parts.finditer(text) for name in names_in(match["name"])
    }
    known = set(map(_key, stated))
    lines = [_shortest(byline_names(text)) for text in document.authors]
    by = next((names for names in lines if names and (not known or known & set(map(_key, names)))), ())
    alone = _shortest([name for text in document.authors for name in names_in(text)])
    if by:
        by = _shortest([*by, *alone])[: len(by)]
    found = dict.fromkeys((*by, *(name for name in stated if name in alone))) if by else dict.fromkeys(() if stated else alone)
    kept = tuple(name for name in found if _key(name) not in own and _key(name) not in others)
    return kept if len(kept) <= _MOST_AUTHORS else ()


def _shortest(names: Sequence[str]) -> tuple[str, ...]:
    """Without those that are another name and what stands after it ("Ann Lee Foreign Affairs" beside "Ann Lee")."""
    found: list[str] = []
    for name in names:
        shorter = next((other for other in names if name != other and " " in other and name.startswith(f"{other} ")), name)
        if shorter not in found:
            found.append(shorter)
    return tuple(found)


def _desk(text: str) -> str | None:
    """A desk or an agency that a page states as its author, where it names no person."""
    if len(text) > _LONGEST_STATED:
        return None
    text = people_words().byline_opens.sub("", text.strip(" ,.|"), count=1)
    return text if 1 <= len(text.split()) <= _LONGEST_DESK and is_desk(text) else None


def _key(name: str) -> str:
    return re.sub(r"\W+", "", name).lower()
