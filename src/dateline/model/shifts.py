"""A time as a text describes it, in the manner of TimeML's anchored times ("the Tuesday on or before the anchor")."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from dateline.model.calendars import DAYS_OF, MONTHS_OF, SECONDS_OF, Unit, easter_sunday, months, unit_at
from dateline.model.moments import month_end

Direction = Literal["none", "past", "before", "future", "after", "nearest"]
Part = Literal["", "early", "mid", "late", "start", "end"]
Side = Literal["at", "since", "until", "before", "after", "through"]
Season = Literal["", "spring", "summer", "autumn", "winter"]


@dataclass(frozen=True, slots=True)
class Shift:
    """A time as the text describes it.

    Without `direction` it is the calendar unit of the anchor moved by `amount` units ("yesterday": day, -1), and inside it what
    `month`, `day`, `weekday` (1 Monday .. 7 Sunday), `nth` (the nth `weekday`, `unit` or quarter) and `season` pick. With
    `direction` the anchor chooses among all such times: the last one that has begun ("past"), the last one wholly "before", the
    first not yet over ("future"), the first wholly "after", or the "nearest". With `year` it needs no anchor (a decade's or a
    century's first year where `unit` says so). `easter` counts days from Western Easter Sunday; `days` are the
    days of a feast that follows the moon, first and last of each year. `exact` steps keep the day ("eleven
    days ago", "a week ago") where the others take the whole unit.

    The anchor is the day the text speaks from, or what `base` names ("two days later"). `until` is the end of a range, seen from
    its start. `side`: the time itself ("at"), from it to the anchor ("since"), up to it ("until", "before"), from it on ("after"),
    or all days between the anchor and it ("through": "over the past six years").
    """

    unit: Unit = "day"
    amount: int = 0
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    nth: int | None = None
    season: Season = ""
    easter: int | None = None
    days: tuple[tuple[date, date], ...] = ()
    direction: Direction = "none"
    part: Part = ""
    side: Side = "at"
    exact: bool = False
    base: "Shift | None" = None
    until: "Shift | None" = None

    @property
    def absolute(self) -> bool:
        """Does it name the same days whatever the anchor is?"""
        if self.side != "at":
            return False
        return self.year is not None or (self.base is not None and self.base.absolute)


Interval = tuple[date | None, date | None]
_NOWHERE: Interval = (None, None)
# How far from the anchor a feast of a table is looked for.
_YEARS_AROUND = 3
_SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "winter": (12, 2)}


def locate(shift: Shift, day: date | None) -> Interval:
    """First and last day of what `shift` denotes seen from `day` (None: not known). An end that can't be told is None."""
    anchor: Interval = (day, day) if shift.base is None else locate(shift.base, day)
    try:
        found = _narrow(_frame(shift, anchor), shift.part)
        if shift.until is not None:
            found = (found[0], locate(shift.until, found[0])[1])
        if shift.side == "before" and shift.year is not None:
            # "Before 2019", said in 2019, is over.
            return None, found[0] and found[0] - timedelta(days=1)
        # "Since" and "until" reach to the text's own day, whatever the time itself counts from.
        return _beside(found, shift.side, anchor if shift.side == "through" else (day, day))
    except (ValueError, OverflowError):
        # A day that no calendar has: "30 February", "the year 99999", six thousand years ago.
        return _NOWHERE


def _frame(shift: Shift, anchor: Interval) -> Interval:
    """What is named, before its part and side are taken."""
    if shift.year is not None:
        return _in_year(shift, shift.year)
    if anchor[0] is None or anchor[1] is None:
        return _NOWHERE
    if shift.direction != "none":
        return _choose(_candidates(shift, anchor[0]), shift.direction, (anchor[0], anchor[1]))
    origin = anchor[1] if shift.amount > 0 else anchor[0]
    if shift.exact:
        return _exact(shift, origin)
    start, end = unit_at(shift.unit, shift.amount, origin)
    if shift.unit == "week" and shift.weekday is not None:
        day = start + timedelta(days=shift.weekday - 1)
        return day, day
    if shift.unit == "month" and (shift.day is not None or (shift.nth and shift.weekday)):
        return _in_month(shift, start, end)
    if shift.unit == "week" and shift.nth:
        return _nth_week(shift.nth, *unit_at("month", 0, origin))
    if shift.unit == "year" and (shift.month or shift.season or shift.easter is not None or shift.days):
        return _in_year(shift, start.year)
    return start, end


def _exact(shift: Shift, origin: date) -> Interval:
    """The day so many units away; a count of weeks is meant roughly, so half a week either way is allowed."""
    if shift.unit in SECONDS_OF:
        step = timedelta(seconds=shift.amount * SECONDS_OF[shift.unit])
        # Part of a day is a day: within 30 hours is by the day after tomorrow.
        days = timedelta(days=-(-abs(step) // timedelta(days=1)))
        return (origin + days,) * 2 if shift.amount > 0 else (origin - days,) * 2
    if shift.unit in DAYS_OF:
        step = timedelta(days=shift.amount * DAYS_OF[shift.unit])
        slack = timedelta(days=3 if DAYS_OF[shift.unit] > 1 and shift.side != "through" else 0)
        return origin + step - slack, origin + step + slack
    number = origin.year * 12 + origin.month - 1 + shift.amount * MONTHS_OF[shift.unit]
    year, month = number // 12, number % 12 + 1
    day = date(year, month, min(origin.day, month_end(year, month).day))
    return day, day


def _in_year(shift: Shift, year: int) -> tuple[date, date]:
    """What `shift` picks in `year`; raises ValueError for a day that this year has not."""
    if shift.days:
        found = [one for one in shift.days if one[0].year == year]
        if not found:
            message = f"no such day is known in {year}"
            raise ValueError(message)
        return found[0]
    if shift.easter is not None:
        day = easter_sunday(year) + timedelta(days=shift.easter)
        return day, day
    if shift.season:
        first, _ = _SEASONS[shift.season]
        return months(year * 12 + first - 1, 3)
    if shift.month is None:
        if shift.unit == "week" and shift.nth:
            # The last week of a year is the one that holds December 28.
            last = date(year, 12, 28).isocalendar().week
            monday = date.fromisocalendar(year, shift.nth if shift.nth > 0 else last, 1)
            return monday, monday + timedelta(days=6)
        if shift.unit in ("quarter", "half", "month") and shift.nth:
            length = MONTHS_OF[shift.unit]
            return months(year * 12 + (shift.nth - 1) * length, length)
        years = {"decade": 10, "century": 100}.get(shift.unit, 1)
        return date(year, 1, 1), date(year + years - 1, 12, 31)
    start, end = date(year, shift.month, 1), month_end(year, shift.month)
    if shift.day is not None or (shift.nth and shift.weekday):
        return _in_month(shift, start, end)
    return _nth_week(shift.nth, start, end) if shift.nth and shift.unit == "week" else (start, end)


def _in_month(shift: Shift, start: date, end: date) -> tuple[date, date]:
    """A day of a month (-1: the last), or its nth weekday."""
    if shift.day is not None:
        day = end if shift.day == -1 else start.replace(day=shift.day)
        return day, day
    nth = shift.nth or 1
    of_kind = [d for d in (start + timedelta(days=n) for n in range((end - start).days + 1)) if d.isoweekday() == shift.weekday]
    day = of_kind[nth if nth < 0 else min(nth, len(of_kind)) - 1]
    return day, day


def _nth_week(nth: int, start: date, end: date) -> tuple[date, date]:
    """The nth week of a month, or its last (-1): a week belongs to the month that has most of its days, as in ISO 8601's years."""
    thursday = end - timedelta(days=(end.isoweekday() - 4) % 7)
    if nth > 0:
        thursday = start + timedelta(days=(4 - start.isoweekday()) % 7 + 7 * (nth - 1))
    return thursday - timedelta(days=3), thursday + timedelta(days=3)


def _candidates(shift: Shift, anchor: date) -> list[tuple[date, date]]:
    """Everything near the anchor that `shift` could name, in order."""
    if shift.days:
        return [one for one in shift.days if abs(one[0].year - anchor.year) <= _YEARS_AROUND]
    if shift.unit == "weekend":
        return [unit_at("weekend", n, anchor) for n in range(-2, 3)]
    if shift.month is None and (shift.weekday is not None or shift.day is not None):
        return _days_near(shift, anchor)
    # 29 February comes in one year of four, and once in eight round 1900.
    around = 8 if shift.day == 29 else 2
    years = range(anchor.year - around, anchor.year + around + 1)
    leap_day = shift.month == 2 and shift.day == 29
    found = [_in_year(shift, year) for year in years if not leap_day or month_end(year, 2).day == 29]
    if shift.weekday is not None and shift.day is not None:
        # "Wednesday, April 12": only some years have that day on that weekday.
        return [c for c in found if c[0].isoweekday() == shift.weekday] or found
    return found


def _days_near(shift: Shift, anchor: date) -> list[tuple[date, date]]:
    """The weekdays or the days of a month round the anchor; both at once, "Monday the 13th", in one month of seven."""
    if shift.day is None:
        days = [anchor + timedelta(days=n) for n in range(-7, 8)]
    else:
        reach = 3 if shift.weekday is None else 14
        starts = [unit_at("month", n, anchor) for n in range(-reach, reach + 1)]
        days = [start.replace(day=shift.day) for start, end in starts if shift.day <= end.day]
    return [(d, d) for d in days if shift.weekday is None or d.isoweekday() == shift.weekday]


def _choose(candidates: list[tuple[date, date]], direction: Direction, anchor: tuple[date, date]) -> Interval:
    start, end = anchor
    if direction in ("past", "before"):
        fits = [c for c in candidates if (c[0] <= end if direction == "past" else c[1] < start)]
        return fits[-1] if fits else _NOWHERE
    if direction in ("future", "after"):
        fits = [c for c in candidates if (c[1] >= start if direction == "future" else c[0] > end)]
        return fits[0] if fits else _NOWHERE
    return min(candidates, key=lambda c: max((start - c[1]).days, (c[0] - end).days, 0), default=_NOWHERE)


def _narrow(found: Interval, part: Part) -> Interval:
    """The part of a month or a year that "early", "mid", "late" (a third each), "the start of" and "the end of" (a sixth) leave."""
    start, end = found
    if not part or start is None or end is None:
        return found
    days = (end - start).days + 1
    third, sixth = max(days // 3, 1), max(days // 6, 1)
    first, last = {
        "early": (0, third),
        "mid": (third, days - third),
        "late": (days - third, days),
        "start": (0, sixth),
        "end": (days - sixth, days),
    }[part]
    return start + timedelta(days=min(first, days - 1)), start + timedelta(days=max(last, first + 1) - 1)


def _beside(found: Interval, side: Side, anchor: Interval) -> Interval:
    start, end = found
    here_first, here_last = anchor
    if side == "since":
        return start, (here_last if here_last is None or start is None or start <= here_last else end)
    if side in ("until", "before"):
        # "Before the end of the day" leaves today; "before Sunday", said on Monday, does not leave Sunday.
        around = bool(start and end and here_last and start <= here_last <= end)
        last = start - timedelta(days=1) if side == "before" and start and not around else end
        return (here_first if here_first and last and here_first <= last else None), last
    if side == "after":
        return (end + timedelta(days=1) if end else None), None
    if side == "through":
        ends = [d for d in (start, end, here_first, here_last) if d]
        return (min(ends), max(ends)) if ends else _NOWHERE
    return start, end
