"""Who held an office at the time of the article, by the tables, and at whose house a transcript was taken."""

from collections import Counter

from dateline.language.actors.book import Book, Draft
from dateline.language.actors.page import Page

_OFFICES = {
    "president",
    "prime minister",
    "premier",
    "chancellor",
    "king",
    "secretary of state",
    "foreign minister",
    "vice president",
    "secretary of defense",
    "foreign secretary",
    "supreme leader",
}


def holder_then(page: Page, book: Book, office: str, country: str | None) -> Draft | None:
    """The only one who held the office in the whole year of the article and the years beside it; None where the tables can't decide."""
    published = page.annotated.article.published
    if (
        country is None
        or office not in _OFFICES
        or published.earliest is None
        or published.latest is None
        or published.earliest.year != published.latest.year
    ):
        return None
    year = published.earliest.year
    held = [x for x in page.facts.leaders_of.get((country, office), ()) if x.held(year)]
    if len({x.name for x in held}) != 1 or not any(first < year < last for x in held for first, last in x.terms):
        return None
    leader = held[0]
    known = book.by_name(leader.name)
    if known:
        return known
    draft = book.new("person")
    draft.names[leader.name] += 1
    draft.name = leader.name
    draft.countries[country] += 1
    draft.sectors["GOV"] += 1
    draft.sex = page.facts.sex_of(leader.name.split()[0])
    draft.wikidata = leader.wikidata
    draft.key = f"p:{leader.wikidata}" if leader.wikidata else None
    draft.offices.append((office, country, False))
    return draft


def home(page: Page, book: Book) -> str | None:
    """The country at whose house a transcript was taken: the one whose people, bodies and name are told most in it."""
    names = page.facts.country_names
    spoken = Counter(d.country for r in book.references if (d := book.drafts[r.actor]).country in names and d.kind != "country")
    spoken.update(d.country for d in book.drafts.values() if d.country in names)
    return spoken.most_common(1)[0][0] if page.annotated.turns and spoken else None
