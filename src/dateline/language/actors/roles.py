"""What titles say of a person: roles, countries, sectors."""

from dateline.language.actors.book import Book, Draft
from dateline.language.actors.page import Page
from dateline.language.actors.titles import Title
from dateline.model.actors import Role
from dateline.model.moments import Moment

_ANYWHERE = {
    "president",
    "vice-president",
    "commissioner",
    "counsel",
    "secretary",
    "administrator",
    "spokesman",
    "spokeswoman",
    "spokesperson",
    "leader",
    "official",
    "adviser",
    "advisor",
    "aide",
    "negotiator",
    "representative",
}
_STRONG = 4  # votes of a title for the country of who bears it


def give_title(page: Page, book: Book, draft: Draft, title: Title) -> None:
    """The person bears this title."""
    if not title.office:
        return
    sector = "" if _of_a_firm(page, title) else sector_of(title)
    if sector:
        draft.sectors["ELI" if title.former else sector] += 1 if title.former else 2
    draft.sex = (
        draft.sex
        or page.facts.gendered.get(title.office.split(" of ")[0], "")
        or page.facts.gendered.get(title.office.split(" of ")[0].split()[-1], "")
    )
    country = title.entry.country if title.entry else None
    if country and not (title.former and draft.countries):
        draft.countries[country] += _STRONG
    draft.offices.append((title.office, country, title.former))
    book.titled.append((draft, title.first, title.last))
    published = page.annotated.article.published
    when = Moment(None, published.latest, "former") if title.former else Moment(published.earliest, published.latest, "published")
    words = page.words(title.first, title.last)
    if all(r.title != words for r in draft.roles):
        draft.roles.append(Role(words, title.of, when, (page.tree.span(title.first, title.last),)))
    if title.entry and title.entry.kind in ("country", "demonym"):
        book.country(title.entry.country or "")


def _of_a_firm(page: Page, title: Title) -> bool:
    """As in "Epic Records president", "vice president of the institute": an office of no state."""
    if title.entry is not None or title.sector != "GOV" or title.office.split(" of ")[0].split()[-1] not in _ANYWHERE:
        return False
    tagged = any(
        page.tokens[i].entity in ("ORG", "FAC", "WORK_OF_ART", "EVENT") and not page.capitals_lie[i] for i in range(title.first, title.head)
    )
    field = title.after is not None and " of " in title.office and title.office not in page.facts.same_office
    return tagged or field


def sector_of(title: Title) -> str:
    """The sector of the office; of "chief", "head" and the like that of the body they head."""
    if title.entry and title.entry.sector and not title.sector:
        return title.entry.sector
    if (
        title.entry
        and title.entry.sector
        and title.entry.kind in ("organ", "organisation")
        and title.sector in ("GOV", "BUS")
        and title.entry.sector != "GOV"
    ):
        return title.entry.sector
    return title.sector
