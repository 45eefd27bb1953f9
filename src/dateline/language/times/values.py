"""TIMEX3 values: how TimeML writes the days that a shift names ("2017-04-12", "2017-W15", "2017-SP", "198")."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from dateline.model.calendars import Unit
from dateline.model.moments import Moment
from dateline.model.times import Shift, locate

_SEASON_LETTERS = {"spring": "SP", "summer": "SU", "autumn": "FA", "winter": "WI"}


def timex_value(shift: Shift, anchor: Moment) -> str | None:
    """The value seen from `anchor`; None where it is not the same from each day of it."""
    whole = replace(shift, part="", side="at", until=None)
    first = _value(whole, anchor.earliest)
    last = _value(whole, anchor.latest)
    if shift.until is None or first is None:
        return first if first == last else None
    start = locate(whole, anchor.earliest)[0]
    end = _value(shift.until, start)
    return f"{first}/{end}" if end and first == last else None


def _value(shift: Shift, day: date | None) -> str | None:
    start, end = locate(shift, day)
    if start is None or end is None:
        return None
    if shift.days and start != end:
        return f"{start}/{end}"
    return _written(shift, start + (end - start) // 2 if shift.exact else start, (end - start).days)


def _written(shift: Shift, start: date, days: int) -> str:
    if shift.season:
        return f"{start.year}-{_SEASON_LETTERS[shift.season]}"
    if shift.exact and shift.unit == "week" and abs(shift.amount) > 1:
        return _week(start)
    if days == 0 or shift.exact:
        return start.isoformat()
    if shift.month is not None and shift.unit != "week":
        return f"{start:%Y-%m}"
    return _WRITTEN.get(shift.unit, _year)(start)


def _week(start: date) -> str:
    year, week, _ = start.isocalendar()
    return f"{year}-W{week:02d}"


def _season(start: date) -> str:
    # The month after a season's first is in the middle of it, and winter's is January.
    return f"{start.year}-{['WI', 'SP', 'SU', 'FA'][(start + timedelta(days=31)).month % 12 // 3]}"


def _year(start: date) -> str:
    return str(start.year)


_WRITTEN: dict[Unit, Callable[[date], str]] = {
    "week": _week,
    "weekend": lambda start: f"{_week(start)}-WE",
    "month": lambda start: f"{start:%Y-%m}",
    "quarter": lambda start: f"{start.year}-Q{(start.month + 2) // 3}",
    "half": lambda start: f"{start.year}-H{1 if start.month < 7 else 2}",
    "season": _season,
    "decade": lambda start: str(start.year // 10),
    "century": lambda start: str(start.year // 100),
}
