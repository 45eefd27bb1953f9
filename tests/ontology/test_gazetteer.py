"""The gazetteer: its rows, and that it can be searched."""

from importlib.resources import files

import pytest

from dateline.errors import OntologyError
from dateline.ontology import gazetteer
from dateline.ontology.gazetteer import KINDS, cities_named, country_place, places_named

PLACES = files("dateline") / "data" / "places"


def test_every_row_can_be_read_and_found_again():
    """The search bisects bytes: a row out of order could not be found."""
    rows = [line for line in (PLACES / "gazetteer.tsv").read_bytes().split(b"\n") if line and not line.startswith(b"#")]
    assert rows == sorted(rows)
    for line in rows[::997]:
        cells = line.decode().split("\t")
        assert any(f"{p.latitude:.3f}" == cells[5] for p in places_named(cells[0]))


def test_points_lie_on_the_earth_and_kinds_are_known():
    for line in (PLACES / "gazetteer.tsv").read_text(encoding="utf-8").splitlines()[2:]:
        cells = line.split("\t")
        assert len(cells) == 9
        assert cells[1] in (*KINDS, "also")
        assert -90 <= float(cells[5]) <= 90
        assert -180 <= float(cells[6]) <= 180


def test_every_country_of_the_actors_is_a_place():
    codes = [line.split("\t")[0] for line in (files("dateline") / "data/actors/countries.tsv").read_text(encoding="utf-8").splitlines()[2:]]
    assert [code for code in codes if country_place(code) is None] == []


def test_states_and_counties_are_known_by_their_short_names_too():
    assert {(p.kind, p.country) for p in places_named("Bavaria")} & {("state", "DEU"), ("region", "DEU")}
    assert any(p.kind == "state" and p.country == "USA" for p in places_named("Calif."))
    assert any(p.kind == "county" and p.country == "GBR" for p in places_named("Kent"))


def test_cities_are_towns_of_some_size():
    assert all(p.kind == "city" and p.population >= 15_000 for p in cities_named("Springfield"))
    assert len(places_named("Springfield")) > len(cities_named("Springfield"))


def test_a_broken_row_is_refused(monkeypatch):
    monkeypatch.setattr(gazetteer, "_table", lambda: b"brokenville\tcity\t1\n")
    with pytest.raises(OntologyError, match="9 cells"):
        places_named("brokenville")


def test_every_english_name_is_that_of_a_town() -> None:
    for name, rows in gazetteer._english().items():
        for row in rows:
            town = gazetteer._named_so(row)
            assert town is not None, (name, row)
            assert town.population > 5000, (name, row)
            assert town in places_named(name)


@pytest.mark.parametrize(
    ("name", "country"), [("Cologne", "DEU"), ("Frankfurt", "DEU"), ("Raqqa", "SYR"), ("Ghent", "BEL"), ("Acapulco", "MEX")]
)
def test_towns_are_found_by_their_english_names(name: str, country: str) -> None:
    assert places_named(name)[0].country == country
