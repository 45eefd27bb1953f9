"""The same person under several names and pages."""

import pytest

from dateline.linking.actors import link_actors
from dateline.model.actors import LocalActor
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
