"""Dates as pages write them: found by pattern, with what each leaves open."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from dateline.model.moments import Moment, month_end
from dateline.ontology.articles import date_words

FIRST_YEAR, LAST_YEAR = 1900, 2099
_MONTH = re.compile(r"jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec", re.IGNORECASE)  # every name of a month begins so
_DIGIT = re.compile(r"\d")
_ISO = re.compile(r"\b(?P<year>(?:19|20)\d\d)-(?P<month>[01]\d)-(?P<day>[0-3]\d)(?=\b|T)")
_NUMERIC = re.compile(r"(?<![\d./-])(?P<a>\d{1,2})(?P<mark>[./-])(?P<b>\d{1,2})(?P=mark)(?P<year>(?:19|20)\d\d|\d\d)(?![\d/-])")
_YEAR_FIRST = re.compile(r"\b(?P<year>(?:19|20)\d\d)[./](?P<month>[01]?\d)[./](?P<day>[0-3]?\d)\b")


@dataclass(frozen=True, slots=True)
class Date:
    """A date at `start:end` of a text. `day`, `year` and `weekday` are None where not said; `month` is always there."""

    start: int
    end: int
    month: int
    day: int | None
    year: int | None
    weekday: int | None

    @property
    def value(self) -> date | None:
        """The day, if day, month and year are said."""
        return date(self.year, self.month, self.day) if self.year and self.day else None

    def moment(self, method: str) -> Moment | None:
        """The interval it names; None without a year."""
        if not self.year:
            return None
        if self.day:
            return Moment(date(self.year, self.month, self.day), date(self.year, self.month, self.day), method)
        return Moment(date(self.year, self.month, 1), month_end(self.year, self.month), method)


def find_dates(text: str, *, day_first: bool | None = None) -> list[Date]:
    """All dates in a text, in order, none inside another.

    `day_first` reads 3/4/2020 where the numbers do not tell; None leaves such out.
    """
    if not _DIGIT.search(text):
        return []
    named = _in_words(text) if _MONTH.search(text) else ()
    found = [*named, *_iso(text), *_in_numbers(text, day_first=day_first)]
    taken: list[Date] = []
    for one in sorted(found, key=lambda d: (d.start, -d.end)):
        if not taken or one.start >= taken[-1].end:
            taken.append(one)
    return taken


def weekday_in(text: str) -> list[tuple[int, int]]:
    """(where, weekday) of each weekday's full name in a text."""
    return [(m.start(), date_words().weekdays[m.group(1).lower()]) for m in _weekday_names().finditer(text)]


def on_or_before(day: date, weekday: int) -> date:
    """The last such weekday up to a day."""
    return day - timedelta(days=(day.weekday() - weekday) % 7)


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    data = date_words()
    month = "(?P<month>" + "|".join(sorted(data.months, key=len, reverse=True)) + r")\b\.?"
    weekday = r"(?:(?P<weekday>" + "|".join(sorted(data.weekdays, key=len, reverse=True)) + r")\b\.?,?\s+(?:the\s+)?)?"
    day = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
    year = r"(?P<year>(?:19|20)\d\d)(?!\d)"
    return (
        re.compile(rf"\b{weekday}{month}\s*{day}(?![\d.,]*\d\s*(?:percent|%))(?:,?\s+{year}|\b(?![:.,]\d))", re.IGNORECASE),
        re.compile(rf"\b{weekday}{day}(?:\s+of)?[\s-]+{month}(?:,?[\s-]+{year})?", re.IGNORECASE),
        re.compile(rf"\b(?P<weekday>){month}(?P<day>),?\s+{year}", re.IGNORECASE),
    )


@cache
def _weekday_names() -> re.Pattern[str]:
    return re.compile(r"\b(" + "|".join(name for name in date_words().weekdays if name.endswith("day")) + r")s?\b", re.IGNORECASE)


def _in_words(text: str) -> Iterator[Date]:
    data = date_words()
    for pattern in _patterns():
        for match in pattern.finditer(text):
            word, day, year = match["month"], match["day"], match["year"]
            if word.islower() or (word.lower() in ("may", "mar", "march") and not word[0].isupper()):
                continue  # "may 3", "march 20 miles": a verb
            weekday = data.weekdays.get((match["weekday"] or "").lower())
            one = _date(
                match.start(), match.end(), data.months[word.lower()], int(day) if day else None, int(year) if year else None, weekday
            )
            if one:
                yield one


def _iso(text: str) -> Iterator[Date]:
    for pattern in (_ISO, _YEAR_FIRST):
        for match in pattern.finditer(text):
            one = _date(match.start(), match.end(), int(match["month"]), int(match["day"]), int(match["year"]), None)
            if one:
                yield one


def _in_numbers(text: str, *, day_first: bool | None) -> Iterator[Date]:
    for match in _NUMERIC.finditer(text):
        a, b, year = int(match["a"]), int(match["b"]), int(match["year"])
        if year < 100:
            if match["mark"] != "/":
                continue
            year += 2000
        if match["mark"] == "." or a > 12 or (day_first is True and b <= 12):
            day, month = a, b
        elif b > 12 or a == b or day_first is False:
            day, month = b, a
        else:
            continue
        one = _date(match.start(), match.end(), month, day, year, None)
        if one:
            yield one


def _date(start: int, end: int, month: int, day: int | None, year: int | None, weekday: int | None) -> Date | None:
    if not 1 <= month <= 12 or (year and not FIRST_YEAR <= year <= LAST_YEAR):
        return None
    if day is not None and not 1 <= day <= month_end(year or 2000, month).day:
        return None
    if weekday is not None and year and day and date(year, month, day).weekday() != weekday:
        weekday = None  # time zones and slips; the numbers are what counts
    return Date(start, end, month, day, year, weekday)
