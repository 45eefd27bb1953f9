# ruff: noqa: INP001 - a script that is run from the project's root, no package; it prints what it wrote.
"""Builds the generated tables of `src/dateline/data/actors/` from a folder of public data.

    python scripts/build_actor_data.py FOLDER

FOLDER holds CountryInfo.120116.txt, country-codes.csv, the leaders' CSV files and the Phoenix dictionaries (looked for at any depth), and a
`census` folder with the given names of the 1990 census of the United States. What each is and under which licence it may be
handed on stands in `src/dateline/data/actors/SOURCES.md`. The same input gives the same bytes.
"""

import csv
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from dateline.ontology.names import fold

TARGET = Path(__file__).resolve().parent.parent / "src" / "dateline" / "data" / "actors"
PLAIN_NAMES = {
    "USA": "United States",
    "GBR": "United Kingdom",
    "TUR": "Turkey",
    "COD": "Democratic Republic of Congo",
    "COG": "Republic of Congo",
    "MMR": "Myanmar",
    "HKG": "Hong Kong",
    "MAC": "Macau",
    "PSE": "Palestine",
    "BIH": "Bosnia and Herzegovina",
    "CIV": "Ivory Coast",
    "CZE": "Czech Republic",
}
# What English texts call large cities besides the names of the source.
MINISTERS = re.compile(
    r"^(?:first |deputy |vice |acting )*(?:prime minister|president|premier|chancellor|king|emir|sultan|"
    r"min(?:ister|\.) of (?:foreign affairs|defen[cs]e|external affairs|foreign relations)|foreign minister|defen[cs]e minister)",
    re.IGNORECASE,
)


def main() -> None:
    folder = Path(sys.argv[1])
    countries = build_countries(folder)
    build_leaders(folder, countries)
    build_given_names(folder)
    build_companies(folder)


def build_countries(folder: Path) -> dict[str, str]:
    """countries.tsv; returns names in lower case -> ISO alpha-3."""
    rows, codes = [], {}
    for row in csv.DictReader(find(folder, "country-codes.csv").open(encoding="utf-8")):
        iso3 = row["ISO3166-1-Alpha-3"]
        names = [row["CLDR display name"], row["UNTERM English Short"], row["official_name_en"], row["UNTERM English Formal"]]
        names = unique(re.sub(r"\s*\((?:the )?.*?\)", "", n).removeprefix("the ").strip() for n in names)
        names = [n for n in names if n and not re.match(r"(?:US|UK)$", n)]
        names = unique([PLAIN_NAMES.get(iso3, ""), names[0].replace(" & ", " and "), *names])
        wikidata = row["wikidata_id"].rsplit("/", 1)[-1]
        rows.append([iso3, row["ISO3166-1-Alpha-2"], "|".join(names), row["Capital"], wikidata])
        codes.update({n.lower(): iso3 for n in [*names, *names[0].split(" & ")]})
    codes.update(
        {
            "united states": "USA",
            "united states of america": "USA",
            "united kingdom": "GBR",
            "kingdom of denmark": "DNK",
            "kingdom of the netherlands": "NLD",
            "people's republic of china": "CHN",
            "the bahamas": "BHS",
            "the gambia": "GMB",
            "ivory coast": "CIV",
            "palestine": "PSE",
            "state of palestine": "PSE",
            "north korea": "PRK",
            "south korea": "KOR",
            "kosovo": "XKX",
            "czech republic": "CZE",
            "democratic republic of the congo": "COD",
            "republic of the congo": "COG",
            "vatican city": "VAT",
            "cape verde": "CPV",
            "east timor": "TLS",
            "taiwan": "TWN",
            "russia": "RUS",
            "syria": "SYR",
            "iran": "IRN",
            "vietnam": "VNM",
            "laos": "LAO",
            "moldova": "MDA",
            "tanzania": "TZA",
            "venezuela": "VEN",
            "bolivia": "BOL",
            "brunei": "BRN",
            "federated states of micronesia": "FSM",
            "turkey": "TUR",
            "myanmar": "MMR",
            "north macedonia": "MKD",
            "eswatini": "SWZ",
        }
    )
    rows.append(["XKX", "XK", "Kosovo", "Pristina", "Q1246"])
    write("countries.tsv", "iso3	iso2	names	capital	wikidata", "country-codes of datahub.io (PDDL 1.0).", sorted(rows))
    return codes


def build_leaders(folder: Path, countries: dict[str, str]) -> None:
    """leaders.tsv: who headed which state or government, or led its foreign affairs or defence, from when to when."""
    found: dict[tuple[str, str, str], tuple[str, str, str]] = {}
    for name, country, office, wikidata, start, end in [*from_wikidata(folder, countries), *from_country_info(folder)]:
        key = (country, fold(name), office)
        if key not in found:
            found[key] = (name, wikidata, f"{start}-{end}")
        else:
            kept, known, terms = found[key]
            found[key] = (kept, known or wikidata, terms if f"{start}-{end}" in terms.split() else f"{terms} {start}-{end}")
    rows = [[country, office, name, wikidata, terms] for (country, _, office), (name, wikidata, terms) in found.items()]
    write(
        "leaders.tsv",
        "country	office	name	wikidata	terms (first year-last year)",
        "Wikidata and Wikipedia (CC0) by way of a table of 2022; CountryInfo by Philip A. Schrodt and the CAMEO project (CC BY-SA 3.0).",
        sorted(rows),
    )


def from_wikidata(folder: Path, countries: dict[str, str]) -> Iterator[tuple[str, str, str, str, str, str]]:
    for file in ("wikidata.csv", "wikipedia.csv"):
        for row in csv.DictReader(find(folder, file).open(encoding="utf-8")):
            country = countries.get(row["country"].lower())
            label = (row.get("positionLabel") or row.get("positionlabel") or "").lower()
            name = re.sub(r"\s*\(.*?\)", "", row.get("officeholderLabel") or row.get("officeholderlabel") or "")
            name = re.sub(
                r" of (?:Denmark|the Netherlands|the United Kingdom|Norway|Sweden|Spain|Belgium|Jordan|Morocco|Monaco|Bahrain"
                r"|Saudi Arabia)$",
                "",
                name,
            )
            if (country and " " in name) or (country and "monarch" in label):
                yield name, country, office_of(label), row["officeholder"], row["start_year"], row["end_year"]


def office_of(label: str) -> str:
    """The plain name of an office: "President of Albania" -> "president"."""
    for office in (
        "vice president",
        "prime minister",
        "president",
        "chancellor",
        "premier",
        "king",
        "queen",
        "monarch",
        "emir",
        "sultan",
        "supreme leader",
        "pope",
    ):
        if office in label:
            return {"monarch": "monarch", "queen": "monarch"}.get(office, office)
    return "leader"


def from_country_info(folder: Path) -> Iterator[tuple[str, str, str, str, str, str]]:
    text = find(folder, "CountryInfo.120116.txt").read_text(encoding="utf-8", errors="replace")
    for chunk in re.split(r"<Country>", text)[1:]:
        code = re.search(r"<ISO3166-alpha3>(\w{3})", chunk)
        if not code:
            continue
        office = ""
        for line in section(chunk, "Leaders"):
            heading = re.match(r"\s*<([^/][^>]*)>", line)
            if heading:
                office = office_of(heading.group(1).lower())
            elif "[" in line and office != "leader":
                yield from spelled(line, code.group(1), office)
        office = ""
        for line in section(chunk, "Government"):
            heading = re.match(r"#<([^>]*)>", line)
            office = heading.group(1).lower() if heading else office
            title = line.rpartition("#")[2].strip() if "\t#" in line else office
            if ("[" in line and not line.startswith("#") and MINISTERS.match(title)) or office in (
                "secretary of state",
                "secretary of defense",
            ):
                yield from spelled(line, code.group(1), plain_title(title))


def plain_title(title: str) -> str:
    title = re.split(r" & |, | and ", title)[0].lower()
    for word, office in (("foreign", "foreign minister"), ("external", "foreign minister"), ("defen", "defense minister")):
        if word in title and "secretary" not in title:
            return "deputy " + office if title.startswith(("deputy", "vice")) else office
    return re.sub(r"\s+(?:&|of) .*", "", title) if "secretary" not in title else title


def section(chunk: str, tag: str) -> list[str]:
    match = re.search(rf"<{tag}>(.*?)</{tag}>", chunk, re.DOTALL)
    return match.group(1).splitlines() if match else []


def spelled(line: str, country: str, office: str) -> Iterator[tuple[str, str, str, str, str, str]]:
    """The spellings of a name in a line of CountryInfo, with each of its terms after 1960."""
    head, _, rest = line.partition("[")
    names = [n for n in (capitalised(part) for part in re.split(r"[{}]", head)) if " " in n]
    for start, end in re.findall(r"\[?(?:\w+ )?([<>]?\d{8})?\s*-?\s*(\d{8})?\]", "[" + rest.split("[B:")[0].split("[D:")[0]):
        first = "" if start.startswith("<") else start.lstrip(">")[:4]
        last = start[1:5] if start.startswith("<") else end[:4]
        last = last or ("2011" if start.startswith(">") else "")
        if last and int(last) >= 1985:
            yield from ((name, country, office, "", first, last) for name in names)


def capitalised(name: str) -> str:
    words = name.strip().strip("#\t_ ").replace("_", " ").split()
    return " ".join(
        "-".join(p.capitalize() for p in w.split("-"))
        if w.lower() not in ("al", "bin", "ibn", "de", "da", "dos", "von", "van")
        else w.lower()
        for w in words
    )


def build_given_names(folder: Path) -> None:
    """given_names.tsv: the sex of a given name where nearly all who bear it share it."""
    share: dict[str, dict[str, float]] = defaultdict(dict)
    for sex, file in (("m", "dist.male.first"), ("f", "dist.female.first")):
        for line in find(folder, file).read_text(encoding="ascii").splitlines():
            name, frequency = line.split()[:2]
            share[name.capitalize()][sex] = float(frequency) + 0.0001
    by_sex: dict[str, list[str]] = {"m": [], "f": []}
    for name, parts in share.items():
        sex = max(parts, key=lambda s: (parts[s], s))
        if parts[sex] >= 0.004 and parts[sex] >= 6 * min([v for s, v in parts.items() if s != sex] or [0.0]):
            by_sex[sex].append(name)
    write(
        "given_names.tsv",
        "sex	names",
        "Census of the United States, 1990 (public domain).",
        [[s, " ".join(sorted(names))] for s, names in by_sex.items()],
    )


def build_companies(folder: Path) -> None:
    """companies.tsv: multinational companies with the country of their seat."""
    text = find(folder, "Phoenix.International.actors.txt").read_text(encoding="utf-8", errors="replace")
    rows: list[list[str]] = []
    names: list[str] = []
    for line in text.splitlines():
        code = re.match(r"\s+\[MNC([A-Z]{3})[^\]]*\]\s*;\s*(.*)", line)
        if code and names:
            worth = re.sub(r"\D", "", code.group(2).rpartition("$")[2] or "0") or "0"
            rows.extend([capitalised(n), code.group(1)] for n in names if int(worth) >= 10**9 and len(n) > 6)
            names = []
        elif re.match(r"\+?[A-Z]", line):
            names.append(line.lstrip("+").split(";")[0].strip())
        elif line.strip().startswith("["):
            names = []
    write(
        "companies.tsv",
        "name	country",
        "Phoenix actor dictionaries, Open Event Data Alliance (MIT).",
        sorted({tuple(r): r for r in rows if " " in r[0]}.values()),
    )


def unique(items: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(i for i in items if i))


def find(folder: Path, name: str) -> Path:
    found = sorted(folder.rglob(name))
    if not found:
        raise SystemExit(f"{name} is nowhere below {folder}")
    return found[0]


def write(file: str, columns: str, credit: str, rows: Iterable[list[str]]) -> None:
    lines = [f"# Made by scripts/build_actor_data.py from {credit}", f"# {columns}", *("\t".join(row) for row in rows)]
    (TARGET / file).write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
