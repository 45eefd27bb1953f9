"""Moments in EDTF, the Extended Date/Time Format of the Library of Congress (ISO 8601-2:2019), levels 0 to 2.

`2017-04-12` a day, `2017-04` a month, `2017` a year, `2017-34` its second quarter, `2017-21` its spring, `201X` a decade, `20XX` a century,
`2017-04-03/2017-04-05` from day to day, `../2017-04-12` up to a day, `~` about, `?` unsure, `%` both. What is not known has no EDTF.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from dateline.model.calendars import months
from dateline.model.moments import Moment, month_end
from dateline.model.times import Shift, TimeExpression

# Below this an expression's value is more a guess than a reading.
_UNSURE = 0.5
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "winter": 24}
# EDTF's numbers for parts of a year that are no months, with their length in months.
_PARTS = {33: 3, 40: 6}


def edtf(time: TimeExpression | Moment) -> str | None:
    """`time` in EDTF; None for a moment that is open at both ends, and for lengths, repeated times and references to now.

    The days of an expression that can be one of several (a `Moment` of more than a day that is no month, year or other named stretch)
    are an interval, since EDTF has no other way to say "some time between".
    """
    if isinstance(time, Moment):
        return _interval(time)
    if time.kind == "SET" or (time.kind == "DURATION" and time.shift is None):
        return None
    shift = time.shift
    written = _interval(time.when) if shift is None or shift.side != "at" else _season(shift, time.when) or _interval(time.when)
    return written and _qualified(written, about=shift is not None and _about(shift), unsure=time.confidence < _UNSURE)


def _interval(moment: Moment) -> str | None:
    start, end = moment.earliest, moment.latest
    if start is None or end is None:
        return None if start is end else f"{start or '..'}/{end or '..'}"
    return next(_stretches(start, end), f"{start}/{end}")


def _stretches(start: date, end: date) -> Iterator[str]:
    """The names of the stretch from `start` to `end`, the shortest first."""
    if start == end:
        yield start.isoformat()
    if start.day != 1:
        return
    if end == month_end(start.year, start.month):
        yield f"{start:%Y-%m}"
    for code, length in _PARTS.items():
        if (start.month - 1) % length == 0 and (start, end) == months(start.year * 12 + start.month - 1, length):
            yield f"{start:%Y}-{code + (start.month - 1) // length}"
    for years, digits in ((1, 4), (10, 3), (100, 2)):
        if start.month == 1 and start.year % years == 0 and end == date(start.year + years - 1, 12, 31):
            yield f"{start:%Y}"[:digits].ljust(4, "X")
    if start.month != 1 and (start.month, end) == (end.month % 12 + 1, start.replace(year=start.year + 1) - timedelta(days=1)):
        yield f"{start:%Y-%m}/{end:%Y-%m}"


def _season(shift: Shift, when: Moment) -> str | None:
    """A season by its name; its part ("early spring") is an interval."""
    if not shift.season or shift.part or when.earliest is None or when.latest is None:
        return None
    return f"{when.earliest.year}-{_SEASONS[shift.season]}" if (when.latest - when.earliest).days < 93 else None


def _about(shift: Shift) -> bool:
    """A count of weeks or longer is meant roughly: "six weeks ago"."""
    return shift.exact and shift.unit not in ("second", "minute", "hour", "day") and shift.side == "at"


def _qualified(written: str, *, about: bool, unsure: bool) -> str:
    mark = "%" if about and unsure else "~" if about else "?" if unsure else ""
    return "/".join(end if end == ".." else end + mark for end in written.split("/"))
