"""What a container (a feed, a line of JSON, an archive's record) says of a page, and the text that an extractor made of one."""

from collections.abc import Sequence

from dateline.articles.credits import Credits
from dateline.articles.furniture import cut_pieces, furniture_reason, is_closed, shows_picture, word_count
from dateline.articles.judged import Judged, Sorted, is_date_line, turns
from dateline.articles.lines import even, split_lines
from dateline.articles.outlets import without_company
from dateline.articles.people import biography, byline_names, names_in, usual_agency
from dateline.articles.stamps import Sign, address_signs, stated_day
from dateline.model.articles import BlockKind
from dateline.model.evidence import FieldEvidence
from dateline.model.moments import on
from dateline.model.pages import Page
from dateline.ontology.articles import furniture

_LONGEST_FURNITURE = 40  # words; a longer line of a text that was extracted already is cut by nothing
_HEAD = 4  # lines in which a byline or date may stand


def holds_body(page: Page) -> bool:
    """Is the content the text of an article alone, its furniture cut by whoever made it?"""
    return ("content", "body") in page.given


def sort_body(text: str, page: Page) -> Sorted:
    """The lines of such a text: all stay, but for those that can be nothing but furniture, and what stands in the title too."""
    lines = split_lines(text)
    title = given_title(page)
    spoken = turns([line.text for line in lines])
    found: list[Judged] = []
    for at, line in enumerate(lines):
        if title and line.text == title:
            again = any(one.kind == "title" for one in found)
            found.append(Judged(line.text, None if again else "title", "repeated title" if again else "", "head"))
            continue
        rest, pieces = cut_pieces(line.text)
        found.extend(Judged(piece, None, reason, "body") for piece, reason in pieces)
        if rest:
            in_turns = spoken is not None and spoken[0] <= at < spoken[1]
            kind, reason = ("paragraph", "") if in_turns else _judge(rest, at, last=at == len(lines) - 1)
            found.append(Judged(rest, kind, reason, "head" if at < _HEAD and kind is None else "body"))
    return Sorted(title, tuple(found))


def given_title(page: Page) -> str | None:
    return next((even(value) for value in _values(page, "title") if even(value)), None)


def given_credits(page: Page, named: Credits) -> Credits:
    """Names as the page states them, and where it states none as the container does; the other way round for a text alone."""
    authors = tuple(dict.fromkeys(name for value in _values(page, "author") for name in names_in(value)))
    site = next((even(value) for value in _values(page, "site") if even(value)), None)
    is_domain = site is not None and " " not in site and "." in site.strip(".")
    domain = named.domain or (site.lower().removeprefix("www.") if site and is_domain else None)
    name = without_company(site) if site and not is_domain else None
    first = holds_body(page)
    byline = (authors or named.byline) if first else (named.byline or authors)
    source = (name or named.source) if first else (named.source or name)
    return Credits(byline, source, domain, named.agency or (usual_agency(source) if source else None))


def given_signs(article: str, page: Page) -> list[Sign]:
    """The days that the address and the container of a page state: of publication, of a change, and of fetching, the last possible one."""
    # Metadata hold the address of a page with markup as well; a bare text has only this one.
    found: list[Sign] = address_signs(article, page.uri) if page.media_type != "text/html" else []
    for name, kind in (("published", "meta"), ("modified", "edited")):
        days = [(day, value) for value in _values(page, name) if (day := stated_day(value))]
        found += [Sign(kind, on(day, kind, (FieldEvidence(article, f"meta:{name}", value),))) for day, value in days]
    if page.fetched and (day := stated_day(page.fetched)):
        found.append(Sign("rendered", on(day, "rendered", (FieldEvidence(article, "header", page.fetched),))))
    return found


def _judge(text: str, at: int, *, last: bool) -> tuple[BlockKind | None, str]:
    data = furniture()
    count = word_count(text)
    if count <= _LONGEST_FURNITURE and (reason := furniture_reason(text)):
        return None, reason
    if at < _HEAD and is_date_line(text):
        return None, "date line"
    if at < _HEAD and byline_names(text):
        return None, "byline"
    if shows_picture(text):
        return "caption", ""
    if data.credit.match(text) or data.wire_credit.fullmatch(text) or (last and biography([text])):
        return "credit", ""
    return ("paragraph", "") if is_closed(text) or count >= data.limits.sentence or text[-1] in ':,;”"' else ("heading", "")


def _values(page: Page, name: str) -> Sequence[str]:
    return [value for key, value in page.given if key == name]
