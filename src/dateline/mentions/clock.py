"""Times of day: what happened shortly after noon on Monday happened on Monday."""

from dataclasses import replace
from datetime import date

from dateline.model.moments import Moment
from dateline.model.times import TimeExpression

_DAY = 10  # characters of a day in a value


def of_the_day(time: TimeExpression) -> TimeExpression:
    """A time "after noon on Monday" or "before 6 a.m." as the day it falls on; any other time as it is."""
    shift = time.shift
    if shift is None or shift.side not in ("after", "before") or time.value is None or time.value[_DAY : _DAY + 1] != "T":
        return time
    try:
        day = date.fromisoformat(time.value[:_DAY])
    except ValueError:  # a value with unknown figures ("XXXX-05-02T12:00")
        return time
    return replace(time, when=Moment(day, day, time.when.method, time.when.evidence), shift=replace(shift, side="at"))
