"""Towns and cities by name, with their country and where they lie."""

from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from dateline.ontology.names import fold

_MAIN, _FURTHER = 0, 1


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
def _lines() -> dict[str, tuple[str, ...]]:
    """Name in small letters -> the raw rows of its cities, most people first; a city's main name before its further spellings."""
    main: dict[str, list[str]] = defaultdict(list)
    further: dict[str, list[str]] = defaultdict(list)
    for line in (files("dateline") / "data" / "actors" / "cities.tsv").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        names = line.rsplit("\t", 1)[1].split("|")
        main[names[0].lower()].append(line)
        for name in names[1:]:
            further[name.lower()].append(line)
    for name, lines in further.items():
        main[name].extend(line for line in lines if line not in main[name])
    return {name: tuple(lines) for name, lines in main.items()}


def cities_named(name: str) -> tuple[City, ...]:
    """All cities of that name, the largest first."""
    lines = _lines()
    return tuple(_city(line) for line in lines.get(name.lower()) or lines.get(fold(name), ()))


def longest_name() -> int:
    """How many words a city's name has at most in a scan."""
    return 4


def _city(line: str) -> City:
    number, country, latitude, longitude, population, names = line.split("\t")
    return City(int(number), country, float(latitude), float(longitude), int(population), names.split("|")[0])
