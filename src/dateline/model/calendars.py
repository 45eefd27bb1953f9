"""The calendar: units of time and the days they hold."""

from datetime import date, timedelta
from typing import Literal

from dateline.model.moments import month_end

Unit = Literal["second", "minute", "hour", "day", "weekend", "week", "month", "quarter", "half", "season", "year", "decade", "century"]

# How many days or months the units have; hours and less are part of a day.
DAYS_OF = {"second": 0, "minute": 0, "hour": 0, "day": 1, "weekend": 7, "week": 7}
SECONDS_OF = {"second": 1, "minute": 60, "hour": 3600}
MONTHS_OF = {"month": 1, "season": 3, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}


def unit_at(unit: Unit, amount: int, origin: date) -> tuple[date, date]:
    """The calendar unit that holds `origin`, moved by `amount` of its kind."""
    if unit in ("week", "weekend"):
        monday = origin - timedelta(days=origin.isoweekday() - 1) + timedelta(days=7 * amount)
        return (monday if unit == "week" else monday + timedelta(days=5)), monday + timedelta(days=6)
    if unit in DAYS_OF:
        day = origin + timedelta(days=amount if unit == "day" else 0)
        return day, day
    length = MONTHS_OF[unit]
    if unit == "season":
        number = (origin.year * 12 + origin.month - 1 + 1) // 3 * 3 - 1 + 3 * amount
    else:
        number = ((origin.year * 12 + origin.month - 1) // length + amount) * length
    return months(number, length)


def months(number: int, length: int) -> tuple[date, date]:
    """`length` months from month `number`, counted from January of the year 0."""
    last = number + length - 1
    return date(number // 12, number % 12 + 1, 1), month_end(last // 12, last % 12 + 1)


def easter_sunday(year: int) -> date:
    """Western Easter Sunday (the anonymous Gregorian algorithm, Nature, 20 April 1876)."""
    golden, century = year % 19, year // 100
    skipped = century - century // 4
    moon = (19 * golden + skipped - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    sunday = (32 + 2 * (century % 4) + 2 * (year % 100 // 4) - moon - year % 100 % 4) % 7
    late = (golden + 11 * moon + 22 * sunday) // 451
    number = moon + sunday - 7 * late + 114
    return date(year, number // 31, number % 31 + 1)
