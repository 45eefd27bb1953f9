"""The country of a person: stated in a title or a description, known of a leader, or that of the institution."""

from collections import Counter, defaultdict

from dateline.language.actors.book import Book, Draft
from dateline.language.actors.holders import home
from dateline.language.actors.page import Page
from dateline.language.actors.roles import give_title
from dateline.language.actors.titles import Title
from dateline.ontology.actors import Leader
from dateline.ontology.gazetteer import cities_named, places_named
from dateline.ontology.names import same_given, surname, words_of

_GRACE = 25  # years round an office in which a full name is still that leader's
_CLEARLY = 1.5  # times the votes of the next country
_OF_A_STATE = {"GOV", "MIL", "LEG", "PTY", "SPY", "COP", "JUD", "ELI", "OPP"}
_KIN = {"wife", "husband", "son", "daughter", "father", "mother", "brother", "sister", "widow"}
_LARGE_CITY = 100_000  # inhabitants
_OVER_ONES_OWN = {"lead", "rule", "govern", "run", "leave", "represent", "serve", "defend", "save", "head", "say", "reach"}
_ACROSS = {"with", "against", "to", "on"}
_STATED = 4  # votes of a country that stands beside the name
_FACT = 3  # votes of a fact for a country


def settle_countries(page: Page, book: Book, titles: tuple[Title, ...]) -> set[int]:
    """Reads appositions, possessors and facts for everybody; returns the first tokens of the titles that stand at a name."""
    at = {i: r.actor for r in book.references if r.kind == "name" and book.drafts[r.actor].kind == "person" for i in range(r.first, r.last)}
    used = {t.first for t in titles if t.last in at}
    used |= _appositions(page, book, titles, at)
    _of_country(page, book)
    for draft in book.people():
        _known(page, book, draft)
    _described(page, book)
    for title in titles:
        actor = at.get(title.last)
        if actor and not book.drafts[actor].countries:
            _possessor(page, book, book.drafts[actor], title)
    return used


def _of_country(page: Page, book: Book) -> None:
    """As in "King Harald of Norway": the country after the name."""
    for reference in list(book.references):
        draft = book.drafts[reference.actor]
        at = reference.last + 1 if page.lower[reference.last : reference.last + 1] == ["of"] else 0
        if at and page.lower[at : at + 1] == ["the"]:
            at += 1
        country = book.taken.get(at, "")
        if draft.kind == "person" and at and country.startswith("c:") and page.together(reference.first, at + 1):
            draft.countries[country[2:]] += _STATED


def _described(page: Page, book: Book) -> None:
    """As in "British architect Jane Roe", "China's Wu Roe", "Jane Roe, a Russian dancer": the country in the words by the name."""
    for reference in [r for r in book.references if r.kind == "name" and book.drafts[r.actor].kind == "person"]:
        draft, head = book.drafts[reference.actor], page.tokens[reference.head]
        if draft.countries or page.capitals_lie[reference.first]:
            continue
        beside = list(page.tree.children(head, "compound", "amod", "nmod", "poss"))
        beside += [t for noun in page.tree.children(head, "compound") for t in page.tree.children(noun, "amod")]
        beside += [t for noun in page.tree.children(head, "appos") for t in page.tree.children(noun, "amod", "poss")]
        verb = page.tokens[head.head]
        if head.dep == "nsubj" and verb.lemma == "be":
            beside += [t for noun in page.tree.children(verb, "attr") for t in page.tree.children(noun, "amod")]
        told = [a for t in beside if t.tag not in ("NNS", "NNPS") and (a := book.taken.get(t.index, "")).startswith("c:")]
        if len(set(told)) == 1:
            draft.countries[told[0][2:]] += 2


def _possessor(page: Page, book: Book, draft: Draft, title: Title) -> None:
    """The country of whom or what the title belongs to: "Merkel's spokesman", "Macron campaign adviser", "Denver mayor"."""
    for index in range(title.head - 1, max(title.first - 3, page.tree.sentence(page.tokens[title.head]).first) - 1, -1):
        actor = book.taken.get(index)
        if actor is None and page.tokens[index].pos in ("VERB", "AUX", "ADP", "PUNCT", "CCONJ") and page.tokens[index].text != "-":
            return
        if actor and actor != draft.id and book.drafts[actor].country:
            draft.countries[book.drafts[actor].country or ""] += 2
            return
        wider = page.capitalised(index - 1) and index > title.first
        named = places_named(page.words(index - 1, index + 1)) if wider else ()  # "New York", not York
        cities = named or cities_named(page.tokens[index].text) if page.tokens[index].entity == "GPE" else ()
        if cities and cities[0].country:
            draft.countries[cities[0].country] += 2
            return


def institutions(page: Page, book: Book) -> None:
    """The country of the body that a title names: "spokeswoman of the Foreign Ministry", "director of Kyungnam University"."""
    for draft, first, last in book.titled:
        bodies = [book.drafts[a] for i in range(first, last) if (a := book.taken.get(i)) and a != draft.id]
        country = next((b.country for b in bodies if b.country in page.facts.country_names), None)
        if country is None and "JRN" not in draft.sectors:
            country = _city(page, first, last)
        if country and not draft.countries:
            draft.countries[country] += 2
    _kin(page, book)


def _city(page: Page, first: int, last: int) -> str | None:
    """The country of the large city in "mayor of Lyon"."""
    of = next((i for i in range(first, last) if page.lower[i] == "of"), last)
    cities = cities_named(page.words(of + 1, last)) if of + 1 < last and page.capitalised(of + 1) else ()
    return cities[0].country if cities and cities[0].population >= _LARGE_CITY else None


def _kin(page: Page, book: Book) -> None:
    """Wives, sons and sisters are of the country of the one in office whose family name they bear."""
    bearers: dict[str, set[str]] = {}
    for draft in book.people():
        if draft.offices and draft.country and draft.names:
            bearers.setdefault(surname(draft.names.most_common(1)[0][0]), set()).add(draft.country)
    for draft, _, last in book.titled:
        found = bearers.get(surname(draft.frozen().name), set()) if page.lower[last - 1] in _KIN else set()
        if len(found) == 1 and not draft.countries:
            draft.countries[next(iter(found))] += 1


def near_countries(page: Page, book: Book) -> None:
    """Who bears an office of no stated country: the country that the sentences round the first mention speak of, if it is clearly one.

    In a transcript it is the country whose house speaks: its officials are named there without it.
    """
    first: dict[str, int] = {}
    for reference in sorted(book.references, key=lambda r: r.first):
        first.setdefault(reference.actor, page.tokens[reference.first].sentence)
    spoken = _spoken(page, book)
    whole = Counter(country for _, country in spoken)
    at_home, across = home(page, book), _across(page, book)
    for draft in [*book.people(), *(d for d in book.drafts.values() if d.kind == "organisation")]:
        official = draft.kind == "organisation" or bool(_OF_A_STATE & set(draft.sectors))
        if draft.countries or draft.id not in first or not (official or (draft.offices and not draft.sectors)):
            continue
        if draft.kind == "organisation" and not _OF_A_STATE & set(draft.sectors):
            continue
        near: Counter[str] = Counter()
        for sentence, code in spoken:
            near[code] += {0: 2, 1: 1}.get(abs(sentence - first[draft.id]), 0)
        near = Counter({c: n for c, n in near.items() if n > 0 and _may_be_of(page, draft, c)})
        told = Counter({c: n for c, n in whole.items() if _may_be_of(page, draft, c) and (not near or c in near)})
        country = (at_home if at_home and _may_be_of(page, draft, at_home) else None) or _clearly(near) or _clearly(told)
        if not official and country != _clearly(whole):
            continue  # the head of who knows what
        if country and country not in across[draft.id]:
            draft.countries[country] += 1


def _across(page: Page, book: Book) -> defaultdict[str, set[str]]:
    """The countries that stand on the other side of what somebody does: who accuses Norway, or meets its king, is hardly Norway's."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    heads = {r.head: r for r in book.references if r.first < r.last}
    for reference in book.references:
        token = page.tokens[reference.head]
        verb = page.tokens[token.head]
        if reference.kind != "name" or token.dep != "nsubj" or verb.pos != "VERB" or verb.lemma in _OVER_ONES_OWN:
            continue
        objects = list(page.tree.children(verb, "dobj", "iobj", "dative"))
        objects += [t for p in page.tree.children(verb, "prep") if page.lower[p.index] in _ACROSS for t in page.tree.children(p, "pobj")]
        for other in [o for o in objects if o.index in heads]:
            one, two = book.drafts[reference.actor], book.drafts[heads[other.index].actor]
            if one is not two:
                found[one.id] |= {two.country} if two.country else set()
                found[two.id] |= {one.country} if one.country else set()
    return found


def _may_be_of(page: Page, draft: Draft, country: str) -> bool:
    """The United States have no members of parliament, Japan no president."""
    words = [office for office, _, _ in draft.offices]
    words += [name.lower() for name in draft.names if draft.kind == "organisation"]
    return all(page.facts.may_have(country, word) for word in words)


def _spoken(page: Page, book: Book) -> list[tuple[int, str]]:
    """The countries spoken of, with the sentence: by name, or through their people and bodies."""
    found = []
    for reference in book.references:
        draft = book.drafts[reference.actor]
        stated = draft.kind in ("country", "organisation") or (reference.kind == "name" and bool(draft.offices))
        if stated and reference.first < reference.last and draft.country in page.facts.country_names:
            found.append((page.tokens[reference.first].sentence, draft.country))
    return [(sentence, country) for sentence, country in found if country]


def _clearly(votes: Counter[str]) -> str | None:
    """The country with half as many votes again as the next."""
    top = votes.most_common(2)
    return top[0][0] if top and (len(top) == 1 or top[0][1] >= _CLEARLY * top[1][1]) else None


def _appositions(page: Page, book: Book, titles: tuple[Title, ...], at: dict[int, str]) -> set[int]:
    """As in "X, the director of Y," and "the foreign minister, X,": the title is X's."""
    used = set()
    for title in titles:
        if title.plural or title.last in at:
            continue
        actor = _before(page, at, title) or _after(page, at, title)
        draft = book.drafts.get(actor or "")
        if draft and draft.kind == "person":
            give_title(page, book, draft, title)
            used.add(title.first)
            if not draft.countries:
                _possessor(page, book, draft, title)
    return used


def _before(page: Page, at: dict[int, str], title: Title) -> str | None:
    """The person named right before a comma and the title: "Jane Roe, the firm's head"."""
    start = title.first - 1
    while start > 0 and (
        page.tokens[start].pos in ("DET", "PRON", "ADV", "ADJ", "NUM")
        or page.lower[start] in ("'s", "’s")
        or (start + 1 < title.first and page.tokens[start].pos in ("NOUN", "PROPN"))
    ):
        if title.first - start > 6 or start in at:
            break
        start -= 1
    if (
        start <= 0
        or page.tokens[start].text != ","
        or page.tokens[start].sentence != page.tokens[title.first].sentence
        or start - 1 not in at
    ):
        return None
    head = page.tokens[title.head]
    return (
        at[start - 1]
        if head.dep in ("appos", "conj", "attr", "nmod", "dobj", "pobj", "npadvmod", "ROOT", "nsubj", "relcl", "oprd")
        and not _verb_follows(page, title, start)
        else None
    )


def _verb_follows(page: Page, title: Title, comma: int) -> bool:
    """As in "After talks with X, the minister said": the title is a subject of its own."""
    head = page.tokens[title.head]
    if head.dep not in ("nsubj", "nsubjpass"):
        return False
    end = title.last
    return not (end < len(page.tokens) and page.tokens[end].text == ",") and comma > page.tree.sentence(head).first


def _after(page: Page, at: dict[int, str], title: Title) -> str | None:
    """The person named right after the title and a comma: "the secretary of state, X,"."""
    comma = title.last
    if (
        comma + 1 >= len(page.tokens)
        or page.tokens[comma].text != ","
        or not page.together(title.first, comma + 2)
        or not (title.opening or title.entry)
    ):
        return None
    actor = at.get(comma + 1)
    if actor is None:
        return None
    end = comma + 1
    while end < len(page.tokens) and at.get(end) == actor:
        end += 1
    closed = end < len(page.tokens) and (page.tokens[end].text in (",", ".", ";", ")", "–", "—") or page.tokens[end].tag in ("VBD", "VBZ"))
    return actor if closed else None


def _known(page: Page, book: Book, draft: Draft) -> None:
    """What the tables know of a leader of that name, if only one fits."""
    leaders = [x for name in draft.names for x in leaders_named(page, name)]
    published = page.annotated.article.published
    day = published.earliest or published.latest
    fitting = [x for x in leaders if day is None or x.held(day.year, _GRACE)]
    stated = set(draft.countries)
    if stated:
        fitting = [x for x in fitting if x.country in stated]
    if len({x.country for x in fitting}) != 1:
        named = {k[2:] for k in book.drafts if k.startswith("c:")}
        fitting = [x for x in fitting if x.country in named]
    if len({x.country for x in fitting}) == 1:
        _use(draft, fitting, day.year if day else None)


def leaders_named(page: Page, name: str) -> list[Leader]:
    """Leaders of that full name, short forms and initials included ("Joseph R. Biden" is "Joe Biden")."""
    exact = page.facts.leaders.get(" ".join(words_of(name)))
    parts = words_of(name)
    if exact or len(parts) < 2:
        return list(exact or ())
    found = page.facts.leaders_by_surname.get(parts[-1], ())
    return [
        x for x in found if len(parts[0]) > 1 and any(same_given(parts[0], given, page.facts.nicknames) for given in words_of(x.name)[:-1])
    ]


def _use(draft: Draft, leaders: list[Leader], year: int | None) -> None:
    draft.countries[leaders[0].country] += _FACT
    ids = {x.wikidata for x in leaders if x.wikidata}
    if len(ids) == 1:
        draft.wikidata = ids.pop()
        draft.key = f"p:{draft.wikidata}"
    now = {x.office for x in leaders if year is None or x.held(year)}
    for office in dict.fromkeys(x.office for x in leaders):
        draft.offices.append((office, leaders[0].country, office not in now))
    if not draft.sectors:
        draft.sectors["GOV" if now else "ELI"] += 1
