"""Dates as pages write them in some sixty languages, in words and in numbers, in the calendars of Thailand and Iran too."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from dateline.model.moments import month_end
from dateline.ontology.dating import month_names

_WORD = r"[^\W\d_][^\s\d,;:/()|<>\"\u201c\u201d-]{2,24}"
_ORDINAL = r"(?:st|nd|rd|th|er|re|ème|º|ª|°|η|\.)?"
_OF = r"(?:(?:de|of|di|del|do|d['\u2019]|ta['\u2019])\s*)?"
_SPACE = r"[\s\u00a0\u202f]"
_IN_WORDS = (
    re.compile(
        rf"(?<![\d.,:/])(?P<day>\d{{1,2}}){_ORDINAL}(?:{_SPACE}*[-/,|]{_SPACE}*|{_SPACE}*){_OF}(?P<month>{_WORD})"
        rf"(?:[,./-]|{_SPACE})*(?:(?:de|del|of|do){_SPACE}+)?['\u2019]?(?P<year>\d{{4}}|\d\d(?![\d:.]))(?!\d)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?P<month>{_WORD}){_SPACE}*(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[,.]?{_SPACE}+(?:of{_SPACE}+)?(?P<year>\d{{4}})(?!\d)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?<![\d./-])(?P<year>\d{{4}})\.?{_SPACE}*(?:m\.|г\.|-|,|/)?{_SPACE}*(?P<month>{_WORD}){_SPACE}*[-/]?(?P<day>\d{{1,2}})(?![\d:])",
        re.IGNORECASE,
    ),
    re.compile(rf"(?<!\d)(?P<year>\d{{4}})\.{_SPACE}*gada{_SPACE}*(?P<day>\d{{1,2}})\.{_SPACE}*(?P<month>{_WORD})", re.IGNORECASE),
)
_WITHOUT_YEAR = (
    re.compile(rf"(?<![\d.,:/])(?P<day>\d{{1,2}}){_ORDINAL}{_SPACE}*{_OF}(?P<month>{_WORD})", re.IGNORECASE),
    re.compile(rf"(?P<month>{_WORD}){_SPACE}*(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?![\d:.])", re.IGNORECASE),
)
_MONTH_ALONE = re.compile(rf"(?P<month>{_WORD}){_SPACE}+(?:de{_SPACE}+)?(?P<year>\d{{4}})(?!\d)", re.IGNORECASE)
_IN_SIGNS = (
    re.compile(r"(?<!\d)(?P<year>\d{4})\s*[年년]\s*(?P<month>\d{1,2})\s*[月월]\s*(?P<day>\d{1,2})(?!\d)"),
    re.compile(r"(?<!\d)(?P<day>\d{1,2})\s+tháng\s+(?P<month>\d{1,2})\s*,?\s*(?:năm\s+)?(?P<year>\d{4})(?!\d)", re.IGNORECASE),
    re.compile(r"(?<![\d./-])(?P<year>\d{4})(?P<mark>[./-])\s?(?P<month>\d{1,2})(?P=mark)\s?(?P<day>\d{1,2})(?![\d/-])"),
)
_NUMBERS = re.compile(
    r"(?<![\d./:,-])(?P<a>\d{1,2})\s?(?P<mark>[./|-])\s?(?P<b>\d{1,2})\s?(?P=mark)\s?(?P<year>\d{4}|\d\d)(?![\d/:]|[.,-]\d)"
)
_DIGIT = re.compile(r"\d")
_FIRST_YEAR, _LAST_YEAR = 1900, 2099
_BUDDHIST = 543  # years before the Christian era
_TWO_DIGITS = 70  # "69" is 2069, "70" is 1970, as in POSIX


@dataclass(frozen=True, slots=True)
class Written:
    """A date at `start:end`. `day` is None for a month alone; `sure` is False where day and month could stand the other way round."""

    start: int
    end: int
    year: int
    month: int
    day: int | None
    sure: bool = True

    @property
    def first(self) -> date:
        return date(self.year, self.month, self.day or 1)

    @property
    def last(self) -> date:
        return self.first if self.day else month_end(self.year, self.month)


@dataclass(frozen=True, slots=True)
class Reading:
    """How a page writes: its language, and whether the day stands before the month where the numbers do not tell."""

    language: str = ""
    day_first: bool = True


def read_dates(text: str, reading: Reading, *, year: int | None = None) -> list[Written]:
    """All dates in a text, in order, none inside another. Those without a year are taken to be in `year`, else left out."""
    if not _DIGIT.search(text):
        return []
    found = [*_in_words(text, reading), *_in_signs(text), *_in_numbers(text, reading)]
    if year is not None:
        found += _without_year(text, reading, year)
    taken: list[Written] = []
    for one in sorted(found, key=lambda d: (d.start, -d.end)):
        if not taken or one.start >= taken[-1].end:
            taken.append(one)
    return taken


def day_before_month(text: str) -> bool | None:
    """What the unambiguous dates in numbers of a text say of the order; None where there are none or they differ."""
    seen = set()
    for match in _NUMBERS.finditer(text):
        a, b = int(match["a"]), int(match["b"])
        if a <= 31 and b <= 31 and (a > 12) != (b > 12) and min(a, b) > 0:
            seen.add(a > 12)
    return seen.pop() if len(seen) == 1 else None


def solar_hijri(year: int, month: int, day: int) -> date:
    """A day of the Solar Hijri calendar; leap years follow the 33-year cycle, right from 1925 to 2088. Raises `ValueError`."""
    if not (1300 <= year < 1500 and 1 <= month <= 12 and 1 <= day <= (31 if month <= 6 else 30)):
        raise ValueError("no day of the Solar Hijri calendar")
    leaps = sum(y % 33 in (1, 5, 9, 13, 17, 22, 26, 30) for y in range(1300, year))
    before = (month - 1) * 31 if month <= 7 else 186 + (month - 7) * 30
    return date(1921, 3, 21) + timedelta(days=(year - 1300) * 365 + leaps + before + day - 1)


def _in_words(text: str, reading: Reading) -> Iterator[Written]:
    for pattern in _IN_WORDS:
        for match in pattern.finditer(text):
            yield from _named(match, reading, int(match["year"]), int(match["day"]))
    for match in _MONTH_ALONE.finditer(text):
        yield from _named(match, reading, int(match["year"]), None)


def _without_year(text: str, reading: Reading, year: int) -> Iterator[Written]:
    for pattern in _WITHOUT_YEAR:
        for match in pattern.finditer(text):
            yield from _named(match, reading, year, int(match["day"]))


def _named(match: re.Match[str], reading: Reading, year: int, day: int | None) -> Iterator[Written]:
    word = match["month"].lower().replace("i̇", "i").strip(".\u200e\u200f'\u2019")
    month = _month(word, reading.language)
    if month is not None:
        yield from _date(match, year, month, day)
    elif (number := _hijri().get(word)) and day:
        yield from _hijri_date(match, year, number, day)


def _in_signs(text: str) -> Iterator[Written]:
    for pattern in _IN_SIGNS:
        for match in pattern.finditer(text):
            year, month, day = int(match["year"]), int(match["month"]), int(match["day"])
            if 1300 <= year < 1500:
                yield from _hijri_date(match, year, month, day)
            elif year >= _FIRST_YEAR:
                yield from _date(match, year, month, day)


def _in_numbers(text: str, reading: Reading) -> Iterator[Written]:
    for match in _NUMBERS.finditer(text):
        a, b = int(match["a"]), int(match["b"])
        if b > 12 or (a <= 12 and not reading.day_first and match["mark"] != "."):
            a, b = b, a
        yield from _date(match, int(match["year"]), b, a, sure=a > 12 or a == b or match["mark"] == ".")


def _date(match: re.Match[str], year: int, month: int, day: int | None, *, sure: bool = True) -> Iterator[Written]:
    if year < 100:
        year += 2000 if year < _TWO_DIGITS else 1900
    if _FIRST_YEAR + _BUDDHIST <= year <= _LAST_YEAR + _BUDDHIST:
        year -= _BUDDHIST
    if _FIRST_YEAR <= year <= _LAST_YEAR and 1 <= month <= 12 and (day is None or 1 <= day <= month_end(year, month).day):
        yield Written(match.start(), match.end(), year, month, day, sure)


def _hijri_date(match: re.Match[str], year: int, month: int, day: int) -> Iterator[Written]:
    try:
        found = solar_hijri(year, month, day)
    except ValueError:
        return
    yield Written(match.start(), match.end(), found.year, found.month, found.day)


def _month(word: str, language: str) -> int | None:
    names = month_names()
    return names.elsewhere.get((language, word)) or names.months.get(word)


@cache
def _hijri() -> dict[str, int]:
    return month_names().hijri
