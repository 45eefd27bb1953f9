"""Values that machines write for one another: ISO 8601, seconds since 1970, digits in a row, and dates in words."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from dateline.articles.dates import Reading, find_dates

_FIRST_PAGE = date(1991, 8, 6)  # the first web page; older days are defaults such as 1970-01-01
_LAST_YEAR = 2099
_ISO = re.compile(
    r"\s*(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?:[T\s]\s*(?P<hour>\d\d):?(?P<minute>\d\d)\S*?)?\s*(?:$|[\s+\-.,A-Z])"
)
_ROW = re.compile(r"\s*(?P<year>(?:19|20)\d\d)(?P<month>[01]\d)(?P<day>[0-3]\d)(?:[T_]?\d{2,6}Z?)?\s*$")
_SECONDS = re.compile(r"\s*(?P<seconds>\d{9,10})(?:\d{3})?(?:\.\d+)?\s*$")
_UNIVERSAL = re.compile(r"(?:Z|[+-]00:?00|\b(?:UTC|GMT))\s*(?:\(.*)?$")
_CLOCK = re.compile(r"(?<!\d)(?P<hour>[0-2]?\d):(?P<minute>\d\d)")


@dataclass(frozen=True, slots=True)
class Value:
    """A day, as written. `minutes` are those after midnight in Greenwich, where that clock is meant and the local day may be another.

    `midnight` is True where a time of day is said and it is 00:00, which software writes for a day alone.
    """

    day: date
    minutes: int | None = None
    midnight: bool = False
    sure: bool = True


def read_value(value: str, reading: Reading) -> Value | None:
    """The one day a value states; None where it states none, or one that is no day of the web."""
    value = value.strip()[:80]
    found = _plain(value) or _in_words(value, reading)
    if found is None or found.day < _FIRST_PAGE or found.day.year > _LAST_YEAR:
        return None
    return found


def _plain(value: str) -> Value | None:
    if match := _SECONDS.match(value):
        moment = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=int(match["seconds"]))
        return Value(moment.date(), moment.hour * 60 + moment.minute)
    match = _ISO.match(value) or _ROW.match(value)
    if match is None:
        return None
    try:
        day = date(int(match["year"]), int(match["month"]), int(match["day"]))
    except ValueError:
        return None
    return _with_clock(day, value[match.end("day") :])


def _in_words(value: str, reading: Reading) -> Value | None:
    found = next((one for one in find_dates(value, reading) if one.value), None)
    return _with_clock(found.value, value[found.end :], sure=found.sure) if found and found.value else None


def _with_clock(day: date, rest: str, *, sure: bool = True) -> Value:
    clock = _CLOCK.search(rest)
    hour, minute = (int(clock["hour"]), int(clock["minute"])) if clock else (0, 0)
    midnight = clock is not None and hour == minute == 0
    universal = clock is not None and not midnight and _UNIVERSAL.search(rest)
    return Value(day, hour * 60 + minute if universal else None, midnight, sure)
