# ruff: noqa: INP001 - a script that is run from the project's root, no package; it prints what it wrote.
"""Writes `src/dateline/data/times/feasts.yml`: when the feasts fall whose calendars follow the moon, 1990 to 2040.

Needs `hijridate` (the Umm al-Qura calendar of Saudi Arabia, by its published tables), `convertdate` (the arithmetic Hebrew calendar) and
`lunardate` (the Chinese calendar, by the Hong Kong Observatory's tables); none of them is a dependency of the package. Where the new
moon is watched for, a country may keep a feast of Islam a day earlier or later than the table.

    python scripts/build_feasts.py > src/dateline/data/times/feasts.yml
"""

import sys
from datetime import date, timedelta

from convertdate import hebrew
from hijridate import Hijri
from lunardate import LunarDate

YEARS = range(1990, 2041)
# Month and day in their own calendar, and how many days they last.
ISLAM = {
    "ramadan": (9, 1, 0), "eid al-fitr": (10, 1, 1), "eid al-adha": (12, 10, 1), "islamic new year": (1, 1, 1), "ashura": (1, 10, 1),
    "mawlid": (3, 12, 1),
}  # fmt: skip
# Hebrew months count from Nisan.
HEBREW = {
    "passover": (1, 15, 8), "shavuot": (3, 6, 2), "rosh hashanah": (7, 1, 2), "yom kippur": (7, 10, 1), "sukkot": (7, 15, 7),
    "hanukkah": (9, 25, 8),
}  # fmt: skip
CHINESE = {"lunar new year": (1, 1, 1), "mid-autumn festival": (8, 15, 1)}


def main() -> None:
    out = ["# Written by scripts/build_feasts.py; the sources are named there. Days, or first and last day."]
    for name, days in sorted(feasts().items()):
        kept = sorted(one for one in days if YEARS.start <= one[0].year < YEARS.stop)
        out.append(f"{name}:\n  [" + ", ".join(f'"{a}"' if a == b else f'"{a}/{b}"' for a, b in kept) + "]")
    sys.stdout.write("\n".join(out) + "\n")


def feasts() -> dict[str, list[tuple[date, date]]]:
    found: dict[str, list[tuple[date, date]]] = {}
    for name, (month, day, length) in ISLAM.items():
        for year in range(1410, 1464):
            first = Hijri(year, month, day).to_gregorian()
            last = first + timedelta(days=(length or Hijri(year, month, 1).month_length()) - 1)
            found.setdefault(name, []).append((date(first.year, first.month, first.day), date(last.year, last.month, last.day)))
    for name, (month, day, length) in HEBREW.items():
        for year in range(5750, 5802):
            found.setdefault(name, []).append(_lasting(date(*hebrew.to_gregorian(year, month, day)), length))
    for name, (month, day, length) in CHINESE.items():
        found[name] = [_lasting(LunarDate(year, month, day).to_solar_date(), length) for year in YEARS]
    found["orthodox easter"] = [_lasting(_orthodox_easter(year), 1) for year in YEARS]
    return found


def _lasting(first: date, days: int) -> tuple[date, date]:
    return first, first + timedelta(days=days - 1)


def _orthodox_easter(year: int) -> date:
    """Meeus's rule for the Julian calendar, which is 13 days behind from 1900 to 2099."""
    moon = (19 * (year % 19) + 15) % 30
    number = moon + (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7 + 114
    return date(year, number // 31, number % 31 + 1) + timedelta(days=13)


if __name__ == "__main__":
    main()
