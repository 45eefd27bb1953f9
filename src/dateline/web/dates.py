"""Days and intervals in words. An interval is never shortened to a day: what is not known is said."""

from datetime import date

from dateline.model.moments import Moment, month_end

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
UNKNOWN = "date unknown"


def in_words(moment: Moment) -> str:
    """`April 12, 2017`, `April 3–9, 2017`, `April 2017`, `2017`, `by April 12, 2017`, `April 12, 2017 or later`, `date unknown`."""
    first, last = moment.earliest, moment.latest
    if first is None and last is None:
        return UNKNOWN
    if first is None:
        return f"by {day_in_words(last)}" if last else UNKNOWN
    if last is None:
        return f"{day_in_words(first)} or later"
    if first == last:
        return day_in_words(first)
    return _whole(first, last) or _range(first, last)


def day_in_words(day: date) -> str:
    return f"{MONTHS[day.month - 1]} {day.day}, {day.year}"


def month_in_words(year: int, month: int) -> str:
    return f"{MONTHS[month - 1]} {year}"


def sort_day(moment: Moment) -> date | None:
    """The day a moment is filed under: its first, or its last where the first is open."""
    return moment.earliest or moment.latest


def iso(moment: Moment) -> str:
    """What a `time` element's `datetime` may hold: a day, or "" where the moment is no single day."""
    return moment.earliest.isoformat() if moment.is_day and moment.earliest else ""


def _whole(first: date, last: date) -> str | None:
    """The name of exactly one month or of whole years."""
    if first.day != 1 or last != month_end(last.year, last.month):
        return None
    if (first.year, first.month) == (last.year, last.month):
        return month_in_words(first.year, first.month)
    if (first.month, last.month) == (1, 12):
        return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"
    if first.year == last.year:
        return f"{MONTHS[first.month - 1]} – {month_in_words(last.year, last.month)}"
    return f"{month_in_words(first.year, first.month)} – {month_in_words(last.year, last.month)}"


def _range(first: date, last: date) -> str:
    if first.year != last.year:
        return f"{day_in_words(first)} – {day_in_words(last)}"
    if first.month != last.month:
        return f"{MONTHS[first.month - 1]} {first.day} – {day_in_words(last)}"
    return f"{MONTHS[first.month - 1]} {first.day}–{last.day}, {first.year}"
