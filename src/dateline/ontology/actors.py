"""What is known of the world's actors: countries, capitals, organs, organisations, offices, leaders, given names.

All of it lies in `data/actors/`; this file reads it once and answers questions. Names are looked up as tuples of folded words, so
that a scan over an article is a walk over dictionaries.
"""

from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache

from dateline.errors import OntologyError
from dateline.ontology.actor_entries import Entry, entries, table, yaml_table
from dateline.ontology.names import fold, words_of

_NAMES_KEYS = frozenset({"nicknames", "particles", "suffixes", "family_first", "never", "governments", "respectful", "place_openers"})
_ROLES_KEYS = frozenset(
    {
        "titles",
        "honorifics",
        "former",
        "modifiers",
        "fields_stop",
        "same_office",
        "sources",
        "groups",
        "bodies",
        "firms",
        "general_bodies",
        "gendered",
        "wide_offices",
        "same_body",
        "group_bodies",
        "royal",
        "states_with",
        "states_without",
        "body_nouns",
        "place_words",
    }
)


@dataclass(frozen=True, slots=True)
class Leader:
    """Who held an office: of which country, in which terms (first year, last year; 0 and 9999 where open)."""

    name: str
    country: str
    office: str
    wikidata: str | None
    terms: tuple[tuple[int, int], ...]

    def held(self, year: int, grace: int = 0) -> bool:
        """Was the office held in `year`, give or take `grace` years?"""
        return any(first - grace <= year <= last + grace for first, last in self.terms)


@dataclass(frozen=True, slots=True)
class ActorFacts:
    """The tables. `names` maps folded words to entries, best first, `longest` a first word to the most words of a name that begins with it;
    `short_forms` are names of a few letters as they are written; `leaders` maps a folded full name to the offices held.
    """

    names: dict[tuple[str, ...], tuple[Entry, ...]]
    longest: dict[str, int]
    short_forms: frozenset[str]
    country_names: dict[str, str]
    country_wikidata: dict[str, str]
    leaders: dict[str, tuple[Leader, ...]]
    leaders_by_surname: dict[str, tuple[Leader, ...]]
    leaders_of: dict[tuple[str, str], tuple[Leader, ...]]
    sex: dict[str, str]
    nicknames: dict[str, frozenset[str]]
    particles: frozenset[str]
    suffixes: frozenset[str]
    family_first: frozenset[str]
    never: frozenset[str]
    governments: frozenset[str]
    titles: dict[tuple[str, ...], str]
    honorifics: dict[str, str]
    former: frozenset[str]
    modifiers: frozenset[str]
    same_office: dict[str, frozenset[str]]
    sources: frozenset[str]
    groups: dict[str, str]
    bodies: dict[tuple[str, ...], str]
    body_starts: frozenset[str]
    general_bodies: frozenset[tuple[str, ...]]
    firms: frozenset[str]
    gendered: dict[str, str]
    wide_offices: frozenset[str]
    same_body: dict[tuple[str, ...], tuple[str, ...]]
    group_bodies: frozenset[tuple[str, ...]]
    royal: frozenset[str]
    states_with: dict[str, frozenset[str]]
    states_without: dict[str, frozenset[str]]
    body_nouns: dict[str, frozenset[str]]
    place_words: dict[str, frozenset[str]]
    respectful: frozenset[str]
    place_openers: frozenset[str]
    adjectives: dict[str, str]
    starts: frozenset[str]

    def entry(self, text: str) -> Entry | None:
        """The best entry for a name as it stands in a text."""
        found = self.names.get(words_of(text))
        return found[0] if found else None

    def may_have(self, country: str, office: str) -> bool:
        """Can an office or body of that name be one of the country's? Words before it ("deputy foreign minister") change nothing."""
        words = office.split()
        ends = [" ".join(words[at:]) for at in range(len(words))]
        only = next((self.states_with[end] for end in ends if end in self.states_with), None)
        lacking = next((self.states_without[end] for end in ends if end in self.states_without), frozenset())
        return country not in lacking if only is None else country in only

    def sex_of(self, given: str) -> str:
        """As in "m", "f" or "" for a given name."""
        return self.sex.get(fold(given), "")


@lru_cache(maxsize=1)
def actor_facts() -> ActorFacts:
    """The tables, read once. Raises `OntologyError` where a table is not as expected."""
    names_data = yaml_table("names.yaml", _NAMES_KEYS)
    roles = yaml_table("roles.yaml", _ROLES_KEYS)
    leaders = _leaders()
    by_name: dict[str, list[Leader]] = defaultdict(list)
    by_surname: dict[str, list[Leader]] = defaultdict(list)
    by_office: dict[tuple[str, str], list[Leader]] = defaultdict(list)
    for leader in leaders:
        folded = " ".join(words_of(leader.name))
        by_name[folded].append(leader)
        by_surname[folded.split()[-1]].append(leader)
        by_office[leader.country, leader.office].append(leader)
    countries = table("countries.tsv", 5)
    names, short_forms = entries(countries)
    longest: dict[str, int] = defaultdict(int)
    for words in names:
        longest[words[0]] = max(longest[words[0]], len(words))
    return ActorFacts(
        names=names,
        longest=dict(longest),
        short_forms=short_forms,
        country_names={row[0]: row[2].split("|")[0] for row in countries},
        country_wikidata={row[0]: row[4] for row in countries if row[4]},
        leaders={name: tuple(found) for name, found in by_name.items()},
        leaders_by_surname={name: tuple(found) for name, found in by_surname.items()},
        leaders_of={office: tuple(found) for office, found in by_office.items()},
        sex=_sexes(),
        nicknames=nicknames(),
        particles=frozenset(names_data["particles"]),
        suffixes=frozenset(names_data["suffixes"]),
        family_first=frozenset(names_data["family_first"]),
        never=frozenset(str(w).lower() for w in names_data["never"]),
        governments=frozenset(names_data["governments"]),
        titles={words_of(title): sector for sector, titles in roles["titles"].items() for title in titles},
        honorifics={str(k): v for k, v in roles["honorifics"].items()},
        former=frozenset(roles["former"]),
        modifiers=frozenset(roles["modifiers"]),
        same_office=_same_office(roles["same_office"]),
        sources=frozenset(roles["sources"]),
        groups={word: sector for sector, words in roles["groups"].items() for word in words},
        bodies={words_of(body): sector for sector, bodies in roles["bodies"].items() for body in bodies},
        body_starts=frozenset(words_of(body)[0] for bodies in roles["bodies"].values() for body in bodies),
        general_bodies=frozenset(words_of(body) for body in roles["general_bodies"]),
        firms=frozenset(roles["firms"]),
        gendered={title: sex for sex, titles in roles["gendered"].items() for title in titles},
        wide_offices=frozenset(roles["wide_offices"]),
        same_body={words_of(body): words_of(line[0]) for line in roles["same_body"] for body in line},
        group_bodies=frozenset(words_of(body) for body in roles["group_bodies"]),
        royal=frozenset(roles["royal"]),
        states_with=_states(roles["states_with"]),
        states_without=_states(roles["states_without"]),
        body_nouns=_sectors_of(roles["body_nouns"]),
        place_words={key: frozenset(words) for key, words in roles["place_words"].items()},
        respectful=frozenset(names_data["respectful"]),
        place_openers=frozenset(names_data["place_openers"]),
        adjectives={row[0]: row[1].split("|")[0] for row in table("demonyms.tsv", 2) if row[1]},
        starts=_starts([t for titles in roles["titles"].values() for t in titles]),
    )


def _states(rows: list[tuple[list[str], list[str]]]) -> dict[str, frozenset[str]]:
    """Each office or body with the countries that stand in its row."""
    return {office: frozenset(states) for offices, states in rows for office in offices}


def _sectors_of(nouns: dict[str, list[str]]) -> dict[str, frozenset[str]]:
    """Each noun with the sectors under which it stands."""
    return {noun: frozenset(s for s, others in nouns.items() if noun in others) for found in nouns.values() for noun in found}


def _leaders() -> list[Leader]:
    found = [
        Leader(name, country, office, wikidata or None, tuple(_term(t) for t in terms.split()))
        for country, office, name, wikidata, terms in table("leaders.tsv", 5)
    ]
    known = {fold(leader.name): leader.wikidata for leader in found if leader.wikidata}
    for country, office, people in table("leaders_recent.tsv", 3):
        for person in people.split("|"):
            name, _, term = person.rpartition(" ")
            found.append(Leader(name, country, office, known.get(fold(name)), (_term(term),)))
    return found


@lru_cache(maxsize=4096)
def _term(text: str) -> tuple[int, int]:
    first, dash, last = text.partition("-")
    if not dash or any(part and not (len(part) == 4 and part.isdigit()) for part in (first, last)):
        raise OntologyError(f"a term of office must look like 2001-2009, not {text!r}")
    return int(first or 0), int(last or 9999)


def _starts(titles: list[str]) -> frozenset[str]:
    """The first words of all titles, as singular and plural."""
    firsts = {words_of(title)[0] for title in titles}
    plurals = {w[:-1] + "ies" if w.endswith("y") else w + "s" for w in firsts}
    return frozenset(firsts | plurals | {w[:-3] + "men" for w in firsts if w.endswith("man")})


def _sexes() -> dict[str, str]:
    found: dict[str, str] = {}
    for file in ("given_names.tsv", "given_names_world.tsv"):
        for sex, names in table(file, 2):
            found.update({fold(name): sex for name in names.split()})
    return found


@lru_cache(maxsize=1)
def nicknames() -> dict[str, frozenset[str]]:
    """A given name in small letters and the others that are the same: "joe" and "joseph"."""
    found: dict[str, set[str]] = defaultdict(set)
    for line in yaml_table("names.yaml", _NAMES_KEYS)["nicknames"]:
        for name in line:
            found[name].update(line)
    return {name: frozenset(others) for name, others in found.items()}


def _same_office(lines: list[list[str]]) -> dict[str, frozenset[str]]:
    """The first of each line is an office; the others are words that may stand for it."""
    found: dict[str, set[str]] = defaultdict(set)
    for line in lines:
        for office in line:
            found[office].update(line)
    return {office: frozenset(others) for office, others in found.items()}
