"""The test cases of Recognizers-Text (`datetime-specs`): an expression, the moment it is seen from, and what it means.

What is compared is what an expression means, not how an answer writes it: days as an interval, lengths in seconds, a moment as a
minute, repeated times by their TIMEX3 value. A case may allow several readings ("May 3" of this year or of the last); an answer is
one reading, as in TIMEX3.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

# The files with values. The others hold the same sentences without values, or the conventions of a mode that has to be switched on.
_VALUED = (
    "DateTimeModel", "DateParser", "DatePeriodParser", "DateTimeParser", "DateTimePeriodParser", "DurationParser", "HolidayParser",
    "MergedParser", "SetParser", "TimeParser", "TimePeriodParser",
)  # fmt: skip
# What news and TIMEX3 have in common: days, stretches of days, lengths, repeated times, times of day, and the parts of a day. Stretches
# of hours are finer than the days that a record of news is kept by.
IN_SCOPE = ("date", "daterange", "datetime", "day part", "duration", "set", "time")
# Run together as a message is typed ("3day", "mar4", "7p", "20161016") or with signs for words ("<= 2019"); "Q3" and the T of an ISO
# timestamp are no such thing.
_TYPED = re.compile(
    r"\d(?!st\b|nd\b|rd\b|th\b|s\b|am\b|pm\b|a\.m|p\.m|t\d\d:|z\b)[a-z]|(?!\b[qh][1-4]\b|(?<=\d)t\d\d:)[a-z]\d|[<>=~@]|\b\d{8}\b"
)
# Words that TIMEX3 leaves open or writes as a modifier without days, and for which the cases have numbers and days of their own
# ("a few minutes" is three, "late last year" is half of it). Behind a count "later" and "earlier" are steps: "two weeks later".
_VAGUE = re.compile(
    r"\b(few|several|some|early|mid|middle|late|end|(?:start|beginning)(?= of))\b|\b(earlier|later)\b(?= (?:in|this|that|today))"
)
# A time of day is in scope where it is written as one; "seven thirty" and "for 3 in the afternoon" are talk, and what counts from the
# minute that is now ("in 5 minutes") can't be told from a day.
_CLOCK = re.compile(r"\d[:.]\d\d|[ap]\.?\s?m\b|o'?clock|noon|midnight|\bat \d|t\d\d:")
# Counts of these name no day: "two months ago" is a month.
_COARSE = re.compile(r"\b(week|fortnight|month|year|decade)s?\b")
_DAY_PART = re.compile(r"T(?:MO|AF|EV|NI)$")
_LENGTH = re.compile(r"(\d+(?:\.\d+)?)([A-Z]+)")
_SECONDS = {"Y": 31536000, "Q": 7776000, "M": 2592000, "W": 604800, "WE": 172800, "D": 86400, "H": 3600, "S": 1}


@dataclass(frozen=True, slots=True)
class Meaning:
    """Days `start..end` (either may be open), a `moment`, a length in `seconds`, or a repeated or vague time as TIMEX3 writes it.

    `point`: the first day of what a range ends with ("from March to May": May 1).
    """

    start: date | None = None
    end: date | None = None
    point: date | None = None
    moment: str = ""
    seconds: int | None = None
    repeated: str = ""


@dataclass(frozen=True, slots=True)
class Expression:
    """Code points `first:last` of a case's text and the readings that are right."""

    first: int
    last: int
    group: str
    readings: frozenset[Meaning]
    coarse: bool = False


@dataclass(frozen=True, slots=True)
class Case:
    name: str
    text: str
    seen_from: datetime
    expressions: tuple[Expression, ...]


def read_cases(folder: Path) -> Iterator[Case]:
    """The distinct cases of the files with values, in the order of the files."""
    seen = set()
    for path in sorted(folder.rglob("*.json"), key=lambda path: path.name):
        if path.stem not in _VALUED:
            continue
        for number, row in enumerate(json.loads(path.read_text(encoding="utf-8-sig"))):
            key = (row["Input"], row.get("Context", {}).get("ReferenceDateTime"))
            if key in seen or key[1] is None:
                continue
            seen.add(key)
            seen_from = datetime.fromisoformat(re.sub(r"(\.\d{6})\d*", r"\1", key[1])).replace(tzinfo=None)
            found = tuple(e for e in (_expression(row["Input"], one) for one in row.get("Results", ())) if e is not None)
            yield Case(f"{path.stem}-{number}", row["Input"], seen_from, found)


def in_scope(case: Case, expression: Expression) -> bool:
    words = case.text[expression.first : expression.last].lower()
    # "Early" is a modifier of a part of a day, whose value stays the same.
    unclear = expression.group != "day part" and _VAGUE.search(words)
    if expression.group not in IN_SCOPE or _TYPED.search(words) or unclear:
        return False
    vague = any(reading.repeated for reading in expression.readings)
    return expression.group not in ("datetime", "time") or vague or bool(_CLOCK.search(words))


def _expression(text: str, row: dict[str, Any]) -> Expression | None:
    group = (row.get("TypeName") or row.get("Type") or "").rpartition(".")[2]
    first = row["Start"] if "Start" in row else text.lower().find(row["Text"].lower())
    values = (row.get("Resolution") or {}).get("values")
    value = row.get("Value")
    if values is None and isinstance(value, dict):
        values = value.get("values") or [_of_parser(value, key) for key in ("PastResolution", "FutureResolution")]
    if first < 0 or not values:
        return None
    if group == "datetimerange" and all(_DAY_PART.search(one.get("timex") or "") for one in values):
        group = "day part"
    readings = frozenset(m for m in (meaning(group, one) for one in values) if m is not None)
    coarse = group == "date" and bool(_COARSE.search(row["Text"].lower()))
    return Expression(first, first + len(row["Text"]), group, readings, coarse) if readings else None


def _of_parser(value: dict[str, Any], key: str) -> dict[str, str]:
    """The parsers' files name the fields otherwise."""
    found = value.get(key) or {}
    start, end = (next((found[k] for k in found if k.startswith(side)), "") for side in ("start", "end"))
    plain = next((v for k, v in found.items() if not k.startswith(("start", "end"))), "")
    return {"timex": value.get("Timex", ""), "value": plain, "start": start, "end": end}


def meaning(group: str, value: dict[str, Any]) -> Meaning | None:
    """What a value of Recognizers-Text means, a gold one or an answer."""
    plain, timex = str(value.get("value") or ""), str(value.get("timex") or "")
    if group == "set" or timex.endswith("_REF"):
        return Meaning(repeated=_repeated(timex))
    if group == "duration":
        return Meaning(seconds=round(float(plain))) if re.fullmatch(r"[\d.]+", plain) else None
    if group == "date":
        return _days(plain, plain)
    if group == "datetime":
        return Meaning(moment=plain[:16]) if re.match(r"\d{4}-", plain) else None
    if group == "daterange":
        return _days(value.get("start"), value.get("end"), before_end=True, named_ends=timex.startswith("("))
    if group == "time":
        return Meaning(moment=f"T{plain[:5]}") if re.match(r"\d\d:", plain) else None
    part = _DAY_PART.search(timex)
    if part and value.get("start"):
        return Meaning(moment=f"{str(value['start'])[:10]}{part.group()}")
    start, end = str(value.get("start") or plain), str(value.get("end") or "")
    return Meaning(moment=f"{start[:16]}/{end[:16]}") if start or end else None


def _days(start: str | None, end: str | None, *, before_end: bool = False, named_ends: bool = False) -> Meaning | None:
    try:
        first = date.fromisoformat(start[:10]) if start else None
        last = date.fromisoformat(end[:10]) if end else None
    except ValueError:
        return None
    if (first is None and last is None) or date.min in (first, last):
        return None
    return Meaning(first, last and last - timedelta(days=before_end), last if named_ends else None)


def _repeated(timex: str) -> str:
    """One spelling: "T9" of every day, and a quarter as three months."""
    plain = timex.removeprefix("XXXX-XX-XX").replace("P1Q", "P3M").replace("P1WE", "XXXX-WXX-WE").replace("P0.5Y", "P6M")
    return plain + ":00" if re.search(r"T\d\d$", plain) else plain


def of_timex(kind: str, value: str | None, days: tuple[date | None, date | None], point: date | None = None) -> Meaning | None:
    """What a TIMEX3 value with its interval means."""
    start, end = days
    if kind == "SET" or (value and value.endswith("_REF")):
        return Meaning(repeated=_repeated(value or ""))
    length = _seconds(value) if value and kind == "DURATION" and re.match(r"P[T\d]", value) else None
    if value and re.match(r"\d{4}-\d\d-\d\dT\d\d:\d\d", value):
        return Meaning(moment=value[:16].replace("T", " "))
    if value and _DAY_PART.search(value):
        return Meaning(moment=value)
    return Meaning(start=start, end=end, point=point, seconds=length) if start or end or length else None


def _seconds(value: str) -> int:
    days, _, hours = value[1:].partition("T")
    total = sum(float(n) * _SECONDS.get(unit, 0) for n, unit in _LENGTH.findall(days))
    return round(total + sum(float(n) * (60 if unit == "M" else _SECONDS.get(unit, 0)) for n, unit in _LENGTH.findall(hours)))


def right(expression: Expression, given: Meaning) -> bool:
    """Is `given` one of the readings?"""
    return any(_same(expression, reading, given) for reading in expression.readings)


def _same(expression: Expression, reading: Meaning, given: Meaning) -> bool:
    if reading.seconds and given.seconds:
        # Months of 30 days do not add up to years of 365.
        return abs(reading.seconds - given.seconds) <= reading.seconds / 50
    if expression.group == "time":
        # The day of a time that stands alone is the text's.
        return reading.moment[-5:] == given.moment[-5:]
    if reading.seconds is not None or reading.moment or reading.repeated:
        return (reading.seconds, reading.moment, reading.repeated) == (given.seconds, given.moment, given.repeated)
    if reading.start is None or reading.end is None:
        # Where the reading leaves an end open the other one has to be right.
        wanted, found = (reading.end, given.end) if reading.end else (reading.start, given.start)
        return wanted is not None and found is not None and abs((wanted - found).days) <= 1
    if given.start is None or given.end is None:
        return False
    if expression.coarse:
        # "Two months ago" is a month to TIMEX3 and a day here: the month has to hold the day.
        return given.start <= reading.start <= given.end and (given.end - given.start).days <= 366
    if reading.point is None:
        return (reading.start, reading.end) == (given.start, given.end)
    # Whether the days at the ends of a range belong to it is a convention, and so is whether "to May" takes in May.
    near = abs((reading.end - given.end).days) <= 1
    return abs((reading.start - given.start).days) <= 1 and (near or reading.point == given.point)
