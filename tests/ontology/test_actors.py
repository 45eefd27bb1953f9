"""The tables of actors answer as the world is."""

import re
from importlib.resources import files
from itertools import pairwise

import pytest

from dateline.ontology.actors import actor_facts
from dateline.ontology.gazetteer import cities_named
from dateline.ontology.names import distance, fold, same_given, same_surname, words_of


@pytest.mark.parametrize(
    ("text", "kind", "country"),
    [
        ("U.S.", "country", "USA"),
        ("DPRK", "country", "PRK"),
        ("Turkey", "country", "TUR"),
        ("Russians", "demonym", "RUS"),
        ("Dutch", "demonym", "NLD"),
        ("Kremlin", "seat", "RUS"),
        ("Downing Street", "seat", "GBR"),
        ("Kyiv", "capital", "UKR"),
        ("the United Nations", "organisation", "UNO"),
        ("Houthis", "group", "YEM"),
        ("Florida", "region", "USA"),
    ],
)
def test_names(text, kind, country):
    entry = actor_facts().entry(text)
    assert entry is not None
    assert (entry.kind, entry.country) == (kind, country)


def test_every_country_has_a_name_and_most_have_an_adjective():
    facts = actor_facts()
    adjectives = {e.country for entries in facts.names.values() for e in entries if e.kind == "demonym"}
    assert len(facts.country_names) >= 249
    assert len(adjectives) >= 190


def test_terms_of_office():
    terms = [x for x in actor_facts().leaders["angela merkel"] if x.office == "chancellor"]
    assert {x.country for x in terms} == {"DEU"}
    assert any(x.held(2010) for x in terms)
    assert not any(x.held(2023) for x in terms)


def test_sexes_of_given_names():
    facts = actor_facts()
    assert [facts.sex_of(n) for n in ("Sergei", "Olga", "Xyzzy")] == ["m", "f", ""]


@pytest.mark.parametrize(
    ("one", "other"), [("Zelensky", "Zelenskyy"), ("Gaddafi", "Gadhafi"), ("Lukashenko", "Lukashenka"), ("Müller", "Muller")]
)
def test_spellings_of_a_family_name(one, other):
    assert same_surname(one, other)


@pytest.mark.parametrize(
    ("one", "other", "same"), [("Dmitri", "Dmitry", True), ("Joe", "Joseph", True), ("J.", "John", True), ("Robert", "Susan", False)]
)
def test_given_names(one, other, same):
    assert same_given(one, other, actor_facts().nicknames) is same


def test_words_and_folding():
    assert words_of("the U.N. Security Council") == ("un", "security", "council")
    assert fold("Lourenço’s") == "lourenco's"
    assert distance("kitten", "sitting", 3) == 3
    assert distance("short", "far longer", 2) == 3


def test_cities_come_largest_first():
    found = cities_named("Paris")
    assert found[0].country == "FRA"
    assert [c.population for c in found] == sorted((c.population for c in found), reverse=True)


def test_a_further_spelling_finds_the_city():
    assert {c.name for c in cities_named("Zuerich") + cities_named("Zurich")} >= {"Zürich"}
    assert cities_named("Nowhere at All") == ()


@pytest.mark.parametrize(
    ("code", "name"),
    [("GBR", "United Kingdom"), ("USA", "United States"), ("RUS", "Russia"), ("KOR", "South Korea"), ("CIV", "Ivory Coast")],
)
def test_countries_go_by_their_short_names(code, name):
    assert actor_facts().country_names[code] == name


def test_outlets_and_platforms_are_the_press():
    entries = [actor_facts().entry(name) for name in ("Helsingin Sanomat", "Jiji Press", "YouTube", "the Toronto Star")]
    assert {e.sector for e in entries if e} == {"JRN"}
    assert None not in entries


# Offices that stood empty for more than a year, and the two presidents of the European Union.
EMPTY = {("LBN", "president", 2014), ("LBN", "president", 2022)}
SHARED = {("EUR", "president")}
OPEN_END = 9999


def recent_terms():
    """Each office of leaders_recent.tsv with its terms: (first year, last year, name)."""
    text = (files("dateline") / "data" / "actors" / "leaders_recent.tsv").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            country, office, names = line.split("\t")
            found = [re.fullmatch(r"(.+) (\d{4})-(\d{4})?", name) for name in names.split("|")]
            assert all(found), f"{country} {office}: {names}"
            yield country, office, [(int(m[2]), int(m[3] or OPEN_END), m[1]) for m in found if m]


@pytest.mark.parametrize(("country", "office", "terms"), list(recent_terms()), ids=lambda value: value if isinstance(value, str) else "")
def test_terms_of_an_office_neither_overlap_nor_leave_gaps(country, office, terms):
    assert all(1960 < first <= last for first, last, _ in terms)
    assert sum(last == OPEN_END for _, last, _ in terms) <= (2 if (country, office) in SHARED else 1)
    if (country, office) in SHARED:
        return
    assert terms == sorted(terms)
    for (_, last, name), (first, _, successor) in pairwise(terms):
        assert last <= first, f"{name} and {successor} hold the office at once"
        assert first <= last + 1 or (country, office, last) in EMPTY, f"nobody holds the office between {name} and {successor}"


def test_no_person_is_head_of_two_countries():
    held: dict[str, set[str]] = {}
    for country, _, terms in recent_terms():
        for _, _, name in terms:
            held.setdefault(name, set()).add(country)
    unions = {"EUR", "IGO", "UNO"}
    assert {name: sorted(codes) for name, codes in held.items() if len(codes - unions) > 1} == {}


def test_offices_are_of_countries_that_there_are() -> None:
    facts = actor_facts()
    for table in (facts.states_with, facts.states_without):
        for office, states in table.items():
            assert states <= facts.country_names.keys(), office
