"""Where."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Toponym:
    """A place name in an article: tokens `first:last`, code points `start:end`, and what it names, as far as decided.

    Degrees are of WGS 84; `geonames` is an id of GeoNames. `acts` is True where the name stands for a government or those who live there
    ("Moscow said"): then it says nothing of where. `kind` is what the tables of actors know the
    name as ("country", "capital", "seat", "region", "state"), if they do.
    """

    first: int
    last: int
    start: int
    end: int
    name: str
    country: str | None
    latitude: float | None = None
    longitude: float | None = None
    geonames: int | None = None
    acts: bool = False
    kind: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the record."""

    id: str
    name: str
    country: str | None
    latitude: float | None
    longitude: float | None
    geonames: int | None
