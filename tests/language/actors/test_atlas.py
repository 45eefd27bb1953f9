"""Which place a name means, and whether it says where or who. The texts are our own."""

import pytest

from dateline.language.actors import find_actors
from dateline.language.parse import Parser
from dateline.model.articles import Article, Block
from dateline.model.moments import OPEN
from dateline.model.places import Toponym


@pytest.fixture(scope="module")
def places(parser: Parser):
    def read(*lines: str) -> dict[str, Toponym]:
        text = "\n".join(lines)
        starts = [sum(len(line) + 1 for line in lines[:n]) for n in range(len(lines))]
        blocks = tuple(Block(start, start + len(line), "paragraph") for start, line in zip(starts, lines, strict=True))
        article = Article("a", "a.txt", None, "", None, None, (), None, None, None, "en", OPEN, text, blocks, ())
        return {t.name: t for t in find_actors(parser.parse(article)).toponyms}

    return read


def near(toponym: Toponym, latitude: float, longitude: float) -> bool:
    return (
        toponym.latitude is not None
        and toponym.longitude is not None
        and abs(toponym.latitude - latitude) < 1.5
        and abs(toponym.longitude - longitude) < 1.5
    )


def test_the_state_after_the_comma_decides(places):
    found = places("The delegation stopped in Springfield, Illinois, before it flew on.")
    assert near(found["Springfield"], 39.8, -89.6)
    found = places("The delegation stopped in Springfield, Massachusetts, before it flew on.")
    assert near(found["Springfield"], 42.1, -72.6)


def test_the_countries_an_article_names_decide(places):
    russian = places("The Russian governor opened a plant in St. Petersburg. Russia paid for it, and Russian workers will run it.")
    assert russian["St. Petersburg"].country == "RUS"
    american = places("The Florida governor opened a plant in St. Petersburg, Florida. The state paid for it.")
    assert american["St. Petersburg"].country == "USA"


def test_without_a_hint_the_largest_is_meant(places):
    found = places("The envoy returned from Paris on Monday.")
    assert near(found["Paris"], 48.9, 2.4)
    assert found["Paris"].geonames == 2988507


def test_one_name_means_one_place(places):
    found = places("Talks opened in Cambridge, Massachusetts, on Monday.", "The envoys will stay in Cambridge until Friday.")
    assert near(found["Cambridge"], 42.4, -71.1)


def test_a_country_and_a_sea_lie_somewhere(places):
    found = places("The frigate left Norway for the Black Sea on Monday.")
    assert near(found["Norway"], 62.0, 10.0)
    assert near(found["Black Sea"], 43.0, 34.0)


def test_a_state_that_begins_a_towns_name(places):
    assert near(places("The fair was held in Kansas City, Missouri, in June.")["Kansas City"], 39.1, -94.6)


@pytest.mark.parametrize(
    ("text", "name", "acts"),
    [
        ("The president arrived in Moscow on Monday.", "Moscow", False),
        ("Moscow said on Monday that it would not sign the treaty.", "Moscow", True),
        ("Fighting went on in Syria on Monday.", "Syria", False),
        ("Syria accused its neighbours of helping the rebels.", "Syria", True),
    ],
)
def test_who_and_where(places, text, name, acts):
    assert places(text)[name].acts is acts


def test_a_side_is_no_province(places):
    assert all(t.latitude is None for name, t in places("Seoul said that the North had closed its border.").items() if name == "North")


def test_a_hamlet_without_any_hint_stays_open(places):
    assert all(t.latitude is None for t in places("The two men met in Zyxburg on Monday.").values())


def test_a_country_never_lies_in_another_of_its_name(places):
    found = places("Georgia accused its neighbour of shelling Tbilisi.", "The envoy has a house in Atlanta, Georgia.")
    assert near(found["Atlanta"], 33.7, -84.4)
    assert all(t.latitude is None or (t.country == "GEO") == (t.latitude > 40) for name, t in found.items() if name == "Georgia")


def test_a_town_with_a_capitals_name(places):
    assert near(places("The envoy has a house in Athens, Georgia, and one in Savannah.")["Athens"], 33.95, -83.4)
    assert near(places("The envoy flew to Athens, Greece, on Monday.")["Athens"], 38.0, 23.7)
