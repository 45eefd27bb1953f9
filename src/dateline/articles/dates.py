"""Dates as pages write them in some sixty languages, in words and in numbers, in the calendars of Thailand and Iran too.

One reader for values, lines and running text; a `Reading` says which of them it is, and how the page writes.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Literal

from dateline.model.moments import Moment, month_end
from dateline.ontology.dating import english_months, month_names

_WORD = r"[^\W\d_][^\s\d,;:/()|<>\"\u201c\u201d-]{2,24}"
_ORDINAL = r"(?:st|nd|rd|th|er|re|ème|º|ª|°|η|\.)?"
_OF = r"(?:(?:de|of|di|del|do)\s+|(?:d|ta)['\u2019]\s*)?"  # with a space: "13 December" is no "13 de cember"
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
# English only: in a sentence, "3 mai" or "out 3" may be anything.
_WITHOUT_YEAR = (
    re.compile(rf"(?<![\d.,:/])(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:{_SPACE}+of)?(?:{_SPACE}+|-)(?P<month>[A-Z][A-Za-z]{{2,8}})\b"),
    re.compile(
        rf"\b(?P<month>[A-Z][A-Za-z]{{2,8}})\b\.?{_SPACE}*(?P<day>\d{{1,2}})(?!\d)(?:st|nd|rd|th)?"
        r"(?![.,]?\d*\s*(?:percent|per cent|%))(?:\b|(?=T))(?![:.,]\d)"
    ),
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
_TOKEN = re.compile(r"[^\s\d,;:/()|<>\"\u201c\u201d'\u2019.-]+")
_ENGLISH_MONTH = re.compile(r"jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec", re.IGNORECASE)  # every name of a month begins so
_FIRST_YEAR, _LAST_YEAR = 1900, 2099
_BUDDHIST = 543  # years before the Christian era
_TWO_DIGITS = 70  # "69" is 2069, "70" is 1970, as in POSIX


@dataclass(frozen=True, slots=True)
class Written:
    """A date at `start:end`. `day` is None for a month alone, `year` where none is said; `sure` is False where day and month could stand
    the other way round.
    """

    start: int
    end: int
    year: int | None
    month: int
    day: int | None
    sure: bool = True

    @property
    def first(self) -> date | None:
        """The first day it names; None without a year."""
        return date(self.year, self.month, self.day or 1) if self.year else None

    @property
    def value(self) -> date | None:
        """The day, if day, month and year are said."""
        return self.first if self.day else None

    def moment(self, method: str) -> Moment | None:
        """The interval it names; None without a year."""
        first = self.first
        return Moment(first, first if self.day else month_end(first.year, first.month), method) if first else None


Form = Literal["value", "line", "prose"]


@dataclass(frozen=True, slots=True)
class Reading:
    """How a page writes: its language, and whether the day stands before the month where the numbers do not tell (None: left out).

    `form`: a "value" names a year; a "line" of a page may leave it out in English; so may English "prose", where numbers and words
    that are no dates stand too, and only years of four digits count.
    """

    language: str = ""
    day_first: bool | None = True
    form: Form = "value"


PROSE = Reading("en", None, "prose")
LINE = Reading("", day_first=True, form="line")


def find_dates(text: str, reading: Reading = PROSE) -> list[Written]:
    """All dates in a text, in order, none inside another."""
    if not _DIGIT.search(text):
        return []
    found = [*_in_words(text, reading), *_in_signs(text, reading), *_in_numbers(text, reading)]
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
    if not _names_month(text, reading):
        return
    for pattern in _IN_WORDS[:2] if reading.form == "prose" else _IN_WORDS:
        for match in pattern.finditer(text):
            yield from _named(match, reading, match["year"], int(match["day"]))
    for match in _MONTH_ALONE.finditer(text):
        yield from _named(match, reading, match["year"], None)
    if reading.form != "value":
        for pattern in _WITHOUT_YEAR:
            for match in pattern.finditer(text):
                month, day = english_months().get(match["month"].lower()), int(match["day"])
                if month and 1 <= day <= month_end(2000, month).day:
                    yield Written(match.start(), match.end(), None, month, day)


def _names_month(text: str, reading: Reading) -> bool:
    """Is there a month's name in it? Most texts with digits have none, and the patterns are slow."""
    if reading.form == "prose":
        return bool(_ENGLISH_MONTH.search(text))
    return not _pieces_of_months().isdisjoint(_TOKEN.findall(text.lower().replace("i̇", "i")))


@cache
def _pieces_of_months() -> frozenset[str]:
    names = month_names()
    return frozenset(piece for name in (*names.months, *names.hijri, *(n for _, n in names.elsewhere)) for piece in _TOKEN.findall(name))


def _named(match: re.Match[str], reading: Reading, year: str, day: int | None) -> Iterator[Written]:
    word = match["month"].lower().replace("i̇", "i").strip(".\u200e\u200f'\u2019")
    names = month_names()
    if word not in names.months and "." in word:
        word = word.rpartition(".")[2]  # "Tue.March 3, 2020", two pieces of a page run together
    english = names.english.get(word)
    if reading.form == "prose" and (english is None or len(year) < 4):
        return  # "on 3 March 20 people ..."
    if english is None and reading.language in ("", "en") and (len(year) < 4 or (day is None and reading.form == "line")):
        return  # "9 out of 10": "out" is October in Portuguese
    month = names.elsewhere.get((reading.language, word)) or names.months.get(word)
    if month is not None:
        yield from _date(match, int(year), month, day)
    elif (number := names.hijri.get(word)) and day:
        yield from _hijri_date(match, int(year), number, day)


def _in_signs(text: str, reading: Reading) -> Iterator[Written]:
    for pattern in _IN_SIGNS:
        for match in pattern.finditer(text):
            year, month, day = int(match["year"]), int(match["month"]), int(match["day"])
            if 1300 <= year < 1500 and reading.form != "prose":
                yield from _hijri_date(match, year, month, day)
            elif year >= _FIRST_YEAR:
                yield from _date(match, year, month, day)


def _in_numbers(text: str, reading: Reading) -> Iterator[Written]:
    for match in _NUMBERS.finditer(text):
        a, b, mark = int(match["a"]), int(match["b"]), match["mark"]
        sure = a > 12 or b > 12 or a == b or mark == "."
        if (not sure and reading.day_first is None) or (reading.form == "prose" and len(match["year"]) < 4 and mark != "/"):
            continue  # "05.03.20" in a sentence is a number
        if b > 12 or (a <= 12 and reading.day_first is False and mark != "."):
            a, b = b, a
        yield from _date(match, int(match["year"]), b, a, sure=sure)


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
