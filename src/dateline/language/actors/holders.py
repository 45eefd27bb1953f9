"""Who held an office at the time of the article, by the tables, and at whose house a transcript was taken."""

from collections import Counter

from dateline.language.actors.book import Book, Draft
from dateline.language.actors.page import Page
from dateline.ontology.names import words_of

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


# What the tables call the offices of those who are known by them alone, and the sex of who bears them.
_MONARCHS = {
    "queen": (("queen", "monarch", "king"), "f"),
    "king": (("king", "monarch"), "m"),
    "pope": (("pope",), "m"),
    "emir": (("emir",), "m"),
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


def monarch_then(page: Page, book: Book, office: str) -> Draft | None:
    """Whom "the Queen" or "the Pope" means where nobody is named: the only one then, of the countries that the article names."""
    published = page.annotated.article.published
    year = published.earliest.year if published.earliest else published.latest.year if published.latest else None
    titles, sex = _MONARCHS.get(office, ((), ""))
    named = {k[2:] for k in book.drafts if k.startswith("c:")} if office != "pope" else {"VAT"}
    held = [x for c in sorted(named) for t in titles for x in page.facts.leaders_of.get((c, t), ()) if year is not None and x.held(year)]
    fitting = [x for x in held if page.facts.sex_of(words_of(x.name)[0]) in (sex, "")]
    if len({x.wikidata or x.name for x in fitting}) != 1:
        return None
    leader = next((x for x in fitting if x.country == home(page, book)), fitting[0])
    known = book.by_name(leader.name)
    if known:
        return known
    draft = book.new("person")
    draft.name = leader.name if office in leader.name.lower() else f"{office.title()} {leader.name}"
    draft.names.update((draft.name, leader.name))
    draft.countries[leader.country] += 1
    draft.sectors["REL" if office == "pope" else "GOV"] += 1
    draft.sex = sex
    draft.wikidata = leader.wikidata
    draft.key = f"p:{leader.wikidata}" if leader.wikidata else None
    draft.offices.append((office, leader.country, False))
    return draft


def home(page: Page, book: Book) -> str | None:
    """The country at whose house a transcript was taken: the one whose people, bodies and name are told most in it."""
    names = page.facts.country_names
    spoken = Counter(d.country for r in book.references if (d := book.drafts[r.actor]).country in names and d.kind != "country")
    spoken.update(d.country for d in book.drafts.values() if d.country in names)
    return spoken.most_common(1)[0][0] if page.annotated.turns and spoken else None
