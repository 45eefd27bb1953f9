"""The same person under several names and pages."""

from datetime import date

import pytest

from dateline.linking.actors import link_actors
from dateline.model.actors import LocalActor, Role
from dateline.model.moments import OPEN, Moment
from dateline.ontology.actors import nicknames
from dateline.ontology.names import same_person
from tests.linking.builders import article, reading


def people(*names: tuple[str, str | None]) -> list[set[str]]:
    """The groups into which people of one page each fall."""
    readings = []
    for n, (name, country) in enumerate(names):
        readings.append(reading(article(str(n), None), actors=(LocalActor("p1", name, "person", (), country),)))
    index = link_actors(readings, nicknames())
    return sorted(({a.name, *a.aliases} for a in index.actors), key=sorted)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Sergei Petrov", "Sergey Petrov", True),
        ("Joseph R. Miller, Jr.", "Joe Miller", True),
        ("J. Miller", "Joseph Miller", True),
        ("Dmitri Sokolov", "Dmitry Sokolov", True),
        ("Muammar al-Hadi", "Muammar Hadi", True),
        ("Boris Miller", "Joseph Miller", False),
        ("Anna Petrova", "Anna Lind", False),
        ("Miller", "Joseph Miller", False),
    ],
)
def test_names(one: str, other: str, same: bool) -> None:
    assert same_person(one, other, nicknames()) is same
    assert same_person(other, one, nicknames()) is same


def test_a_surname_joins_its_only_bearer() -> None:
    assert people(("Joseph Miller", "USA"), ("Miller", None)) == [{"Joseph Miller", "Miller"}]


def test_a_surname_with_two_bearers_stays_alone_unless_the_country_tells() -> None:
    assert len(people(("Joseph Miller", "USA"), ("Boris Miller", "GBR"), ("Miller", None))) == 3
    assert {"Boris Miller", "Miller"} in people(("Joseph Miller", "USA"), ("Boris Miller", "GBR"), ("Miller", "GBR"))


def test_unnamed_sources_are_never_one() -> None:
    readings = [reading(article(n, None), actors=(LocalActor("u1", "an official", "unnamed", (), "USA"),)) for n in ("x", "y")]
    assert len(link_actors(readings, {}).actors) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Pak Yong-ho", "Pak Yong Ho"),
        ("Tanaka Haruto", "Haruto Tanaka"),
        ("Omar Qassabi", "Omar Gassabi"),
        ("Yuri Eltsov", "Yury Yeltsov"),
        ("Walid al-Khatib", "Walid Khatib"),
    ],
)
def test_one_person_in_the_spellings_and_orders_of_different_papers(one: str, other: str) -> None:
    assert len(people((one, "PRK"), (other, None))) == 1


@pytest.mark.parametrize(
    ("one", "other"), [("Omar Kassabi", "Walid Gassabi"), ("Haruto Tanaka", "Haruto Takano"), ("Paul Lund", "Paula Lund")]
)
def test_namesakes_stay_apart(one: str, other: str) -> None:
    assert len(people((one, None), (other, None))) == 2


def test_the_same_words_of_two_countries_are_two_people() -> None:
    assert len(people(("Tanaka Haruto", "JPN"), ("Haruto Tanaka", "BRA"))) == 2


def test_a_man_who_changed_his_office_is_one_with_two_dated_roles() -> None:
    chief = Role("chief executive", None, Moment(date(2011, 3, 1), date(2011, 3, 1), "published"))
    minister = Role("foreign minister", "Chile", Moment(date(2014, 5, 2), date(2014, 5, 2), "published"))
    actors = [LocalActor("p1", "Paul Lund", "person", country="CHL", roles=(role,)) for role in (chief, minister)]
    index = link_actors([reading(article(str(n), None), actors=(actor,)) for n, actor in enumerate(actors)], nicknames())
    (lund,) = index.actors
    assert [(role.title, role.when.earliest and role.when.earliest.year) for role in lund.roles] == [
        ("chief executive", 2011),
        ("foreign minister", 2014),
    ]


def test_a_title_that_names_its_country_outweighs_guesses() -> None:
    def local(country, *roles):
        return LocalActor("p1", "Mara Oden", "person", (), country, "GOV", roles=roles)

    stated = local("NOR", Role("Norwegian prime minister", "Norwegian", OPEN))
    guesses = [local("ISL", Role("prime minister", None, OPEN)) for _ in range(2)]
    pages = [article(str(n), date(2021, 3, n + 1)) for n in range(3)]
    readings = [reading(page, actors=(actor,)) for page, actor in zip(pages, [stated, *guesses], strict=True)]
    assert [a.country for a in link_actors(readings, nicknames()).actors if a.name == "Mara Oden"] == ["NOR"]
