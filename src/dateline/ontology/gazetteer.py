"""Towns and cities by name, with their country and where they lie.

The table is sorted by folded name and searched where it lies: reading it costs a thousandth of a second, one look-up a few millionths.
"""

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from dateline.errors import OntologyError
from dateline.ontology.names import fold

_CELLS = 7  # key, geonameid, country, latitude, longitude, population, name
_SAME = ">"  # marks a row that only names another row


@dataclass(frozen=True, slots=True)
class City:
    """A city of GeoNames: `country` is ISO 3166 alpha-3."""

    geonames: int
    country: str
    latitude: float
    longitude: float
    population: int
    name: str


@lru_cache(maxsize=1)
def _table() -> bytes:
    return (files("dateline") / "data" / "actors" / "cities.tsv").read_bytes()


@lru_cache(maxsize=20000)
def cities_named(name: str) -> tuple[City, ...]:
    """All cities of that name, the largest first; a city's main name comes before its further spellings."""
    main: list[City] = []
    further: list[City] = []
    for cells in _rows(fold(name)):
        if cells[1] == _SAME:
            further.extend(_city(row) for row in _rows(cells[2]) if row[1] == cells[3])
        else:
            main.append(_city(cells))
    return (*sorted(main, key=_rank), *sorted((c for c in further if c not in main), key=_rank))


def longest_name() -> int:
    """How many words a city's name has at most in a scan."""
    return 4


def _rank(city: City) -> tuple[int, int]:
    return -city.population, city.geonames


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


def _city(cells: list[str]) -> City:
    if len(cells) != _CELLS:
        raise OntologyError(f"actors/cities.tsv, {cells[0]!r}: {_CELLS} cells separated by tabs are expected, found {len(cells)}")
    _, number, country, latitude, longitude, population, name = cells
    return City(int(number), country, float(latitude), float(longitude), int(population), name)
