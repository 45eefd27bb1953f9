"""The names of countries, capitals, organs, organisations and regions, read from the tables of `data/actors/`."""

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any, Literal, cast

import yaml

from dateline.errors import OntologyError
from dateline.ontology.names import words_of

EntryKind = Literal["country", "demonym", "capital", "seat", "organ", "party", "organisation", "group", "region"]
FOLDER = "actors"
SHORT = 5  # letters up to which a name is only taken as the table writes it: "US" is no "us", "WHO" no "who"
_NO_PLURAL = re.compile(r"(?:ese|ish|ch|s|men|man)$")


@dataclass(frozen=True, slots=True)
class Entry:
    """A name in the tables: what it names, the actor's key, its country (or PLOVER code) and sector."""

    kind: EntryKind
    name: str
    key: str
    country: str | None
    sector: str | None
    wikidata: str | None = None


class _Names:
    """Entries by folded name, in the order of the tables; short names as they are written."""

    __slots__ = ("found", "short")

    def __init__(self) -> None:
        self.found: dict[tuple[str, ...], list[Entry]] = defaultdict(list)
        self.short: set[str] = set()

    def add(self, text: str, entry: Entry) -> None:
        words = words_of(text)
        bare = text.replace(".", "")
        if len(bare) <= SHORT:
            self.short.add(bare)
        if words and all(e.key != entry.key or e.kind != entry.kind for e in self.found[words]):
            self.found[words].append(entry)


def entries(countries: list[list[str]]) -> tuple[dict[tuple[str, ...], tuple[Entry, ...]], frozenset[str]]:
    """All names of the tables, and the short ones as they are written. Raises `OntologyError` for a country that is not in `countries`."""
    names = _Names()
    further = {row[0]: row for row in table("demonyms.tsv", 2)}
    unknown = sorted(set(further) - {row[0] for row in countries})
    if unknown:
        raise OntologyError(f"demonyms.tsv names countries that countries.tsv does not hold: {', '.join(unknown)}")
    for row in countries:
        _country(names, row, [*further.get(row[0], [row[0], "", "", ""]), "", ""])
    _bodies(names)
    return {words: tuple(found) for words, found in names.found.items()}, frozenset(names.short)


def _country(names: _Names, row: list[str], further: list[str]) -> None:
    iso3, wikidata = row[0], row[4]
    name = row[2].split("|")[0]

    def entry(kind: EntryKind) -> Entry:
        return Entry(kind, name, f"c:{iso3}", iso3, "GOV", wikidata)

    for text in [*row[2].split("|"), *split(further[2])]:
        names.add(text, entry("country"))
    for adjective in split(further[1]):
        names.add(adjective, entry("demonym"))
        if not _NO_PLURAL.search(adjective):
            names.add(adjective + "s", entry("demonym"))
    for capital in [*split(row[3]), *split(further[3])]:
        names.add(capital, entry("capital"))


def _bodies(names: _Names) -> None:
    for row in table("organs.tsv", 4):
        if row[3] not in ("seat", "organ", "party"):
            raise OntologyError(f"organs.tsv: {row[0]!r} must be a seat, an organ or a party, not {row[3]!r}")
        forms = split(row[0])
        key = f"c:{row[1]}" if row[3] == "seat" else f"o:{row[1]}-{forms[0]}"
        _add_all(names, forms, Entry(cast("EntryKind", row[3]), forms[0], key, row[1], row[2]))
    for row in table("organisations.tsv", 5):
        forms = split(row[1])
        _add_all(names, forms, Entry("group" if row[4] == "group" else "organisation", forms[0], f"o:{row[0]}", row[2], row[3]))
    for key, name, country in table("outlets.tsv", 3):
        forms = split(name)
        _add_all(names, forms, Entry("organisation", forms[0], f"o:{key}", country, "JRN"))
    for country, regions in table("regions.tsv", 2):
        for text in split(regions):
            names.add(text, Entry("region", text, "", country, None))
    for name, country in table("companies.tsv", 2):
        if words_of(name) not in names.found:
            names.add(name, Entry("organisation", name, f"o:{name}", country, "BUS"))


def _add_all(names: _Names, forms: list[str], entry: Entry) -> None:
    for text in forms:
        names.add(text, entry)


def split(cell: str) -> list[str]:
    return [part for part in cell.split("|") if part]


def _read(file: str) -> str:
    return (files("dateline") / "data" / FOLDER / file).read_text(encoding="utf-8")


def table(file: str, least: int) -> list[list[str]]:
    """The rows of a tab-separated table without its comments. Raises `OntologyError` for a row with fewer than `least` cells."""
    rows = []
    for number, line in enumerate(_read(file).splitlines(), 1):
        if line and not line.startswith("#"):
            cells = line.split("\t")
            if len(cells) < least:
                raise OntologyError(f"{FOLDER}/{file}, line {number}: {least} cells separated by tabs are expected, found {len(cells)}")
            rows.append(cells)
    return rows


@lru_cache(maxsize=4)
def yaml_table(file: str, keys: frozenset[str]) -> dict[str, Any]:
    """The mapping of a YAML file. Raises `OntologyError` unless its keys are `keys`."""
    loaded = yaml.load(_read(file), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506
    if not isinstance(loaded, dict) or set(loaded) != keys:
        got = sorted(set(loaded) ^ keys) if isinstance(loaded, dict) else type(loaded).__name__
        raise OntologyError(f"{FOLDER}/{file}: the keys must be {', '.join(sorted(keys))}; unknown or missing: {got}")
    return loaded
