"""Who wrote, who published, which agency: from the metadata of a page and from its lines."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from dateline.articles.agencies import credit_agencies, foot_agency
from dateline.articles.authors import declared_authors, page_authors
from dateline.articles.judged import Judged
from dateline.articles.lines import even
from dateline.articles.markup import Document
from dateline.articles.outlets import credited_agency, is_outlet, outlet, reprinted_from, without_company
from dateline.articles.people import biography, byline_names, is_name, names_in, usual_agency
from dateline.articles.wire import Dateline
from dateline.ontology.actors import actor_facts

_SITE_META = (
    "og:site_name",
    "application-name",
    "publisher",
    "dc.publisher",
    "dcterms.publisher",
    "citation_journal_title",
    "source",
    "article:publisher",
)
_MOST_PARTS = 6  # of what a page states as its author


@dataclass(frozen=True, slots=True)
class Credits:
    byline: tuple[str, ...]
    source: str | None
    domain: str | None
    agency: str | None


def read_credits(document: Document | None, lines: Sequence[Judged], dateline: Dateline | None, uri: str | None) -> Credits:
    """Names as the page states them. An agency in the place of an author is the agency, no author."""
    domain = _domain(document, uri)
    sites = site_names(document, uri)
    stated = (page_authors(document, sites) if document else ()) or _line_authors(lines, dateline)
    byline = tuple(name for name in stated if not credit_agencies(name))
    source = next(iter(sites), None)
    source = source if source and source != domain else None
    agency = credited_agency(lines, dateline.agency if dateline else None) or _declared_agency(document, stated) or foot_agency(lines)
    source = source or outlet(lines, domain) or agency
    agency = agency or usual_agency(source or "") or reprinted_from(lines, source)
    return Credits(byline, source, domain, agency)


def _declared_agency(document: Document | None, stated: Sequence[str]) -> str | None:
    """The agency among the authors that a page states ("Ann Lee, Associated Press")."""
    for text in (*stated, *(declared_authors(document) if document else ())):
        if names := credit_agencies(text):
            return names[0]
        parts = [usual_agency(part) for part in re.split(r"\s*[,|/()]\s*", text)[:_MOST_PARTS]]
        if found := next((one for one in parts if one), None):
            return found
    return None


def site_names(document: Document | None, uri: str | None) -> tuple[str, ...]:
    """Names the site goes by, the clearest first; its domain's name last."""
    if document is None:
        return ()
    meta = dict(reversed(document.meta))
    found = [meta[key] for key in _SITE_META if meta.get(key) and not meta[key].startswith("http")]
    for one in document.json:
        publisher = one.get("publisher")
        if isinstance(publisher, dict) and isinstance(publisher.get("name"), str):
            found.append(even(publisher["name"]))
    domain = _domain(document, uri)
    if domain:
        found.append(domain.removeprefix("www."))
    return tuple(dict.fromkeys(without_company(name) for name in found if name and len(name) <= 80))


def _line_authors(lines: Sequence[Judged], dateline: Dateline | None) -> tuple[str, ...]:
    for line in lines:
        if line.place == "tail":
            break
        if line.kind in (None, "credit") and (names := byline_names(line.text)):
            return names
    if dateline and dateline.byline:
        return names_in(dateline.byline)
    title = next((at for at, line in enumerate(lines) if line.kind == "title"), None)
    if title is not None:
        for line in lines[title + 1 : title + 5]:
            if line.kind == "paragraph":
                break
            named = line.kind is None and is_name(line.text)
            if named and (line.reason == "byline" or (not is_outlet(line.text) and _has_given_name(line.text))):
                return (line.text,)
    return biography([line.text for line in lines if line.kind == "credit" or line.place == "tail"])


def _has_given_name(text: str) -> bool:
    """Tells a person from a place or a section; a name in two parts such as "Ji-hye" stands for itself."""
    known = actor_facts().sex
    return any(word.lower() in known or re.fullmatch(r"[A-Z][a-z]+-[a-z]+", word) for word in text.split())


def _domain(document: Document | None, uri: str | None) -> str | None:
    meta = dict(document.meta) if document else {}
    for address in (uri, document.address if document else None, meta.get("og:url")):
        if address and re.match(r"https?://", address):
            try:
                host = urlsplit(address).hostname
            except ValueError:
                continue
            if host:
                return host.removeprefix("www.")
    return None
