"""The country of a person: stated in a title or a description, known of a leader, or that of the institution."""

from dateline.language.actors.book import Book, Draft
from dateline.language.actors.page import Page
from dateline.language.actors.roles import give_title
from dateline.language.actors.titles import Title
from dateline.ontology.actors import Leader
from dateline.ontology.names import fold

_GRACE = 25  # years round an office in which a full name is still that leader's
_FACT = 3  # votes of a fact for a country


def settle_countries(page: Page, book: Book, titles: tuple[Title, ...]) -> None:
    """Reads appositions, possessors and facts for everybody."""
    _appositions(page, book, titles)
    for draft in book.people():
        _known(page, book, draft)


def _appositions(page: Page, book: Book, titles: tuple[Title, ...]) -> None:
    """ "X, the director of Y," and "the foreign minister, X,": the title is X's."""
    at = {i: r.actor for r in book.references if r.kind == "name" for i in range(r.first, r.last)}
    for title in titles:
        if title.plural or title.opening in ("a", "an") and title.head == 0:
            continue
        actor = _before(page, at, title) or _after(page, at, title)
        draft = book.drafts.get(actor or "")
        if draft and draft.kind == "person":
            give_title(page, book, draft, title)


def _before(page: Page, at: dict[int, str], title: Title) -> str | None:
    """The person named right before a comma and the title: "Alexei Miller, the firm's head"."""
    start = title.first - 1
    while start > 0 and (page.tokens[start].pos in ("DET", "PRON", "ADV", "ADJ", "NUM") or page.lower[start] in ("'s", "’s") or start + 1 < title.first and page.tokens[start].pos in ("NOUN", "PROPN")):
        if title.first - start > 6 or start in at:
            break
        start -= 1
    if start <= 0 or page.tokens[start].text != "," or page.tokens[start].sentence != page.tokens[title.first].sentence or start - 1 not in at:
        return None
    head = page.tokens[title.head]
    return at[start - 1] if head.dep in ("appos", "conj", "attr", "nmod", "dobj", "pobj", "npadvmod", "ROOT", "nsubj", "relcl", "oprd") and not _verb_follows(page, title, start) else None


def _verb_follows(page: Page, title: Title, comma: int) -> bool:
    """ "After talks with X, the minister said": the title is a subject of its own."""
    head = page.tokens[title.head]
    if head.dep not in ("nsubj", "nsubjpass"):
        return False
    end = title.last
    return not (end < len(page.tokens) and page.tokens[end].text == ",") and comma > page.tree.sentence(head).first


def _after(page: Page, at: dict[int, str], title: Title) -> str | None:
    """The person named right after the title and a comma: "the secretary of state, X,"."""
    comma = title.last
    if comma + 1 >= len(page.tokens) or page.tokens[comma].text != "," or not page.together(title.first, comma + 2) or title.opening in ("a", "an", ""):
        return None
    actor = at.get(comma + 1)
    if actor is None:
        return None
    end = comma + 1
    while end < len(page.tokens) and at.get(end) == actor:
        end += 1
    closed = end < len(page.tokens) and page.tokens[end].text in (",", ".", ";", ")", "–", "—")
    return actor if closed else None


def _known(page: Page, book: Book, draft: Draft) -> None:
    """What the tables know of a leader of that name, if only one fits."""
    leaders = [x for name in draft.names for x in page.facts.leaders.get(fold(name), ())]
    published = page.annotated.article.published
    day = published.earliest or published.latest
    fitting = [x for x in leaders if day is None or x.held(day.year, _GRACE)]
    stated = {c for c in draft.countries}
    if stated:
        fitting = [x for x in fitting if x.country in stated]
    if len({x.country for x in fitting}) != 1:
        named = {k[2:] for k in book.drafts if k.startswith("c:")}
        fitting = [x for x in fitting if x.country in named]
    if len({x.country for x in fitting}) == 1:
        _use(draft, fitting, day.year if day else None)


def _use(draft: Draft, leaders: list[Leader], year: int | None) -> None:
    draft.countries[leaders[0].country] += _FACT
    ids = {x.wikidata for x in leaders if x.wikidata}
    if len(ids) == 1:
        draft.wikidata = ids.pop()
        draft.key = f"p:{draft.wikidata}"
    for leader in leaders:
        holds = year is None or leader.held(year)
        draft.offices.append((leader.office, leader.country, not holds))
        if not draft.sectors:
            draft.sectors["GOV" if holds else "ELI"] += 1
