"""Places by name: countries, states, counties and towns of GeoNames, and seas, ranges and regions; with their country and where they lie.

The large table is sorted by folded name and searched where it lies: reading it costs a few thousandths of a second, one look-up a few
millionths.
"""

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from dateline.errors import OntologyError
from dateline.ontology.names import fold

KINDS = ("country", "state", "county", "city", "continent", "region", "water", "mountain", "desert", "building")
_ALSO = "also"  # in the table: a further spelling of a city's name
_TABLE = "gazetteer.tsv"
_CELLS = 9  # key, kind, geonameid, country, state, latitude, longitude, population, name
_REGIONS = "regions.tsv"
_COUNTRIES = "countries.tsv"  # the rows of countries, again, to be found by their codes
_ENGLISH = "english.tsv"
_ENGLISH_CELLS = 3  # country, key, names
_REGION_CELLS = 5  # kind, country, latitude, longitude, names
_TOWN = 15_000  # inhabitants; smaller places share their names with too many words and people


@dataclass(frozen=True, slots=True)
class GazetteerPlace:
    """A place: `country` is ISO 3166 alpha-3 or "", `state` GeoNames' code in that country, `kind` one of `KINDS`; degrees of WGS 84."""

    geonames: int | None
    country: str
    latitude: float
    longitude: float
    population: int
    name: str
    kind: str = "city"
    state: str = ""


@lru_cache(maxsize=20_000)
def places_named(name: str) -> tuple[GazetteerPlace, ...]:
    """All places of that name, the largest first; those that bear it as their main name come before those that are also called so."""
    key = fold(name)
    main: list[GazetteerPlace] = [*_regions().get(key, ()), *(town for town in map(_named_so, _english().get(key, ())) if town)]
    further: list[GazetteerPlace] = []
    for cells in _rows(key):
        (further if cells[1] == _ALSO else main).append(_city(cells))
    return (*sorted(main, key=_rank), *sorted((c for c in further if c not in main), key=_rank))


def _named_so(row: tuple[str, str]) -> GazetteerPlace | None:
    """The largest town of a country with that key."""
    country, key = row
    return min((_city(cells) for cells in _rows(key) if cells[3] == country), key=_rank, default=None)


def cities_named(name: str) -> tuple[GazetteerPlace, ...]:
    """Of these only the towns and cities of 15,000 inhabitants and more."""
    return tuple(c for c in places_named(name) if c.kind == "city" and c.population >= _TOWN)


@lru_cache(maxsize=1)
def _countries() -> dict[str, GazetteerPlace]:
    found = {}
    for line in (files("dateline") / "data" / "places" / _COUNTRIES).read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            city = _city(line.split("\t"))
            found[city.country or ""] = city
    return found


def country_place(code: str) -> GazetteerPlace | None:
    """The country with that ISO 3166 alpha-3 code as a place: a point in its middle."""
    return _countries().get(code)


def plain_name(name: str) -> str:
    """As the table writes it: without article, possessive, "City of" before it and the federal district behind it."""
    for start in ("the ", "The ", "City of ", "city of ", "State of ", "Province of ", "Republic of "):
        name = name.removeprefix(start)
    for end in (", D.C.", " D.C.", ", DC", " DC", "'s", "’s"):
        name = name.removesuffix(end)
    return name


def longest_name() -> int:
    """How many words a city's name has at most in a scan."""
    return 4


def _rank(city: GazetteerPlace) -> tuple[int, int]:
    return -city.population, city.geonames or 0


@lru_cache(maxsize=1)
def _table() -> bytes:
    return (files("dateline") / "data" / "places" / _TABLE).read_bytes()


def _rows(key: str) -> list[list[str]]:
    """The rows that begin with `key`, by bisection of the sorted table."""
    table = _table()
    wanted = key.encode()
    low, high = 0, len(table)
    while low < high:
        start = table.rfind(b"\n", 0, (low + high) // 2) + 1
        end = table.find(b"\n", start)
        if table.startswith(b"#", start) or table[start : table.find(b"\t", start)] < wanted:
            low = end + 1
        else:
            high = start
    rows = []
    while table.startswith(wanted + b"\t", low):
        end = table.find(b"\n", low)
        rows.append(table[low:end].decode().split("\t"))
        low = end + 1
    return rows


def _city(cells: list[str]) -> GazetteerPlace:
    if len(cells) != _CELLS or (cells[1] not in KINDS and cells[1] != _ALSO):
        raise OntologyError(f"places/{_TABLE}, {cells[0]!r}: {_CELLS} cells separated by tabs are expected, a kind second; found {cells}")
    key, kind, number, country, state, latitude, longitude, population, name = cells
    return GazetteerPlace(
        int(number) if number else None,
        country,
        float(latitude),
        float(longitude),
        int(population),
        name or key.title(),
        "city" if kind == _ALSO else kind,
        state,
    )


@lru_cache(maxsize=1)
def _regions() -> dict[str, list[GazetteerPlace]]:
    found: dict[str, list[GazetteerPlace]] = {}
    for line in (files("dateline") / "data" / "places" / _REGIONS).read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        cells = line.split("\t")
        if len(cells) != _REGION_CELLS or cells[0] not in KINDS:
            raise OntologyError(f"places/{_REGIONS}, {line!r}: {_REGION_CELLS} cells separated by tabs are expected, a kind first")
        kind, country, latitude, longitude, names = cells
        for name in names.split("|"):
            place = GazetteerPlace(None, "" if country == "-" else country, float(latitude), float(longitude), 0, names.split("|")[0], kind)
            found.setdefault(fold(name), []).append(place)
    return found


@lru_cache(maxsize=1)
def _english() -> dict[str, list[tuple[str, str]]]:
    """By English name: (country, key in the table)."""
    found: dict[str, list[tuple[str, str]]] = {}
    for line in (files("dateline") / "data" / "places" / _ENGLISH).read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        cells = line.split("\t")
        if len(cells) != _ENGLISH_CELLS:
            raise OntologyError(f"places/{_ENGLISH}, {line!r}: {_ENGLISH_CELLS} cells separated by tabs are expected")
        for name in cells[2].split("|"):
            found.setdefault(fold(name), []).append((cells[0], cells[1]))
    return found
