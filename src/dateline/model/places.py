"""Where."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Toponym:
    """A place name in an article: tokens `first:last`, code points `start:end`, and what it names, as far as decided."""

    first: int
    last: int
    start: int
    end: int
    name: str
    country: str | None
    latitude: float | None = None
    longitude: float | None = None
    geonames: int | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the record."""

    id: str
    name: str
    country: str | None
    latitude: float | None
    longitude: float | None
    geonames: int | None
