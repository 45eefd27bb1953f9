"""What is known of the world's actors: countries, capitals, organs, organisations, offices, leaders, given names.

All of it lies in `data/actors/`; this file reads it once and answers questions. Names are looked up as tuples of folded words, so
that a scan over an article is a walk over dictionaries.
"""

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any, Literal

import yaml

from dateline.errors import OntologyError
from dateline.ontology.names import fold, words_of

EntryKind = Literal["country", "demonym", "capital", "seat", "organ", "party", "organisation", "group", "region"]
FOLDER = "actors"
SHORT = 5  # letters up to which a name is only taken as the table writes it: "US" is no "us", "WHO" no "who"
_NAMES_KEYS = {"nicknames", "particles", "suffixes", "family_first", "never", "governments"}
_ROLES_KEYS = {"titles", "honorifics", "former", "modifiers", "fields_stop", "same_office", "sources", "groups", "bodies", "firms", "general_bodies", "gendered"}


@dataclass(frozen=True, slots=True)
class Entry:
    """A name in the tables: what it names, the actor's key, its country (or PLOVER code) and sector."""

    kind: EntryKind
    name: str
    key: str
    country: str | None
    sector: str | None
    wikidata: str | None = None


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
    general_bodies: frozenset[tuple[str, ...]]
    firms: frozenset[str]
    gendered: dict[str, str]
    starts: frozenset[str]

    def entry(self, text: str) -> Entry | None:
        """The best entry for a name as it stands in a text."""
        found = self.names.get(words_of(text))
        return found[0] if found else None

    def sex_of(self, given: str) -> str:
        """"m", "f" or "" for a given name."""
        return self.sex.get(fold(given), "")


@lru_cache(maxsize=1)
def actor_facts() -> ActorFacts:
    """The tables, read once. Raises `OntologyError` where a table is not as expected."""
    names_data = _yaml("names.yaml", _NAMES_KEYS)
    roles = _yaml("roles.yaml", _ROLES_KEYS)
    leaders = _leaders()
    by_name: dict[str, list[Leader]] = defaultdict(list)
    by_surname: dict[str, list[Leader]] = defaultdict(list)
    by_office: dict[tuple[str, str], list[Leader]] = defaultdict(list)
    for leader in leaders:
        folded = " ".join(words_of(leader.name))
        by_name[folded].append(leader)
        by_surname[folded.split()[-1]].append(leader)
        by_office[leader.country, leader.office].append(leader)
    countries = _table("countries.tsv", 5)
    names, short_forms = _entries(countries)
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
        nicknames=_nicknames(names_data["nicknames"]),
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
        general_bodies=frozenset(words_of(body) for body in roles["general_bodies"]),
        firms=frozenset(roles["firms"]),
        gendered={title: sex for sex, titles in roles["gendered"].items() for title in titles},
        starts=_starts([t for titles in roles["titles"].values() for t in titles]),
    )


def _entries(countries: list[list[str]]) -> tuple[dict[tuple[str, ...], tuple[Entry, ...]], frozenset[str]]:
    found: dict[tuple[str, ...], list[Entry]] = defaultdict(list)
    short: set[str] = set()

    def add(text: str, entry: Entry) -> None:
        words = words_of(text)
        if len(text.replace(".", "")) <= SHORT:
            short.add(text.replace(".", ""))
        if words and all(e.key != entry.key or e.kind != entry.kind for e in found[words]):
            found[words].append(entry)

    main_names = {row[0]: row[2].split("|")[0] for row in countries}
    wikidata = {row[0]: row[4] for row in countries}
    further = {row[0]: row for row in _table("demonyms.tsv", 2)}
    unknown = sorted(set(further) - set(main_names))
    if unknown:
        raise OntologyError(f"demonyms.tsv names countries that countries.tsv does not hold: {', '.join(unknown)}")
    for iso3, name in main_names.items():
        row = [*further.get(iso3, [iso3, "", "", ""]), "", ""]
        names = [*next(r for r in countries if r[0] == iso3)[2].split("|"), *_split(row[2])]
        entry = Entry("country", name, f"c:{iso3}", iso3, "GOV", wikidata[iso3])
        for text in names:
            add(text, entry)
        for adjective in _split(row[1]):
            demonym = Entry("demonym", name, f"c:{iso3}", iso3, "GOV", wikidata[iso3])
            add(adjective, demonym)
            if not re.search(r"(?:ese|ish|ch|s|men|man)$", adjective):
                add(adjective + "s", demonym)
        for capital in [next(r for r in countries if r[0] == iso3)[3], *_split(row[3])]:
            if capital:
                add(capital, Entry("capital", name, f"c:{iso3}", iso3, "GOV", wikidata[iso3]))
    for row in _table("organs.tsv", 4):
        kind: EntryKind = {"seat": "seat", "organ": "organ", "party": "party"}[row[3]]  # type: ignore[assignment]
        names = _split(row[0])
        key = f"c:{row[1]}" if kind == "seat" else f"o:{row[1]}-{names[0]}"
        for text in names:
            add(text, Entry(kind, names[0], key, row[1], row[2]))
    for row in _table("organisations.tsv", 5):
        names = _split(row[1])
        for text in names:
            add(text, Entry("group" if row[4] == "group" else "organisation", names[0], f"o:{row[0]}", row[2], row[3]))
    for country, regions in _table("regions.tsv", 2):
        for text in _split(regions):
            add(text, Entry("region", text, "", country, None))
    for name, country in _table("companies.tsv", 2):
        if words_of(name) not in found:
            add(name, Entry("organisation", name, f"o:{name}", country, "BUS"))
    return {words: tuple(entries) for words, entries in found.items()}, frozenset(short)


def _leaders() -> list[Leader]:
    found = [
        Leader(name, country, office, wikidata or None, tuple(_term(t) for t in terms.split()))
        for country, office, name, wikidata, terms in _table("leaders.tsv", 5)
    ]
    known = {fold(leader.name): leader.wikidata for leader in found if leader.wikidata}
    for country, office, people in _table("leaders_recent.tsv", 3):
        for person in people.split("|"):
            name, _, term = person.rpartition(" ")
            found.append(Leader(name, country, office, known.get(fold(name)), (_term(term),)))
    return found


def _term(text: str) -> tuple[int, int]:
    match = re.fullmatch(r"(\d{4})?-(\d{4})?", text)
    if not match:
        raise OntologyError(f"a term of office must look like 2001-2009, not {text!r}")
    return int(match.group(1) or 0), int(match.group(2) or 9999)


def _starts(titles: list[str]) -> frozenset[str]:
    """The first words of all titles, as singular and plural."""
    firsts = {words_of(title)[0] for title in titles}
    plurals = {w[:-1] + "ies" if w.endswith("y") else w + "s" for w in firsts}
    return frozenset(firsts | plurals | {w[:-3] + "men" for w in firsts if w.endswith("man")})


def _sexes() -> dict[str, str]:
    found: dict[str, str] = {}
    for file in ("given_names.tsv", "given_names_world.tsv"):
        for sex, names in _table(file, 2):
            found.update({fold(name): sex for name in names.split()})
    return found


def _nicknames(lines: list[list[str]]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for line in lines:
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


def _split(cell: str) -> list[str]:
    return [part for part in cell.split("|") if part]


def _read(file: str) -> str:
    return (files("dateline") / "data" / FOLDER / file).read_text(encoding="utf-8")


def _table(file: str, least: int) -> list[list[str]]:
    """The rows of a tab-separated table without its comments. Raises `OntologyError` for a row with fewer than `least` cells."""
    rows = []
    for number, line in enumerate(_read(file).splitlines(), 1):
        if line and not line.startswith("#"):
            cells = line.split("\t")
            if len(cells) < least:
                raise OntologyError(f"{FOLDER}/{file}, line {number}: {least} cells separated by tabs are expected, found {len(cells)}")
            rows.append(cells)
    return rows


def _yaml(file: str, keys: set[str]) -> dict[str, Any]:
    loaded = yaml.load(_read(file), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506
    if not isinstance(loaded, dict) or set(loaded) != keys:
        got = sorted(set(loaded) ^ keys) if isinstance(loaded, dict) else type(loaded).__name__
        raise OntologyError(f"{FOLDER}/{file}: the keys must be {', '.join(sorted(keys))}; unknown or missing: {got}")
    return loaded
