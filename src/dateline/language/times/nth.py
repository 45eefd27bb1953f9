"""Rules for what is counted inside something longer: "the third quarter of 2019", "the second Monday of next month"."""

from dataclasses import replace

from dateline.language.times.dates import PART, STEP, YEAR
from dateline.language.times.draft import Draft, Found, rule
from dateline.model.calendars import Unit
from dateline.model.times import Direction, Shift


def _nth(found: Found) -> Draft | None:
    """Such as "the third quarter of 2019", "the first half of next year", "the first week of April", "the 20th century"."""
    unit, _ = found.unit()
    if found.has("final") and not (found.has("month") or (unit in ("quarter", "half") and found.has("year"))):
        return None
    nth, year, month = -1 if found.has("final") else found.number("nth") or 0, found.number("year"), found.number("month")
    if unit == "century":
        return Draft("DATE", Shift(unit="century", year=(nth - 1) * 100, part=found.part())) if 1 <= nth <= 21 else None
    if unit == "week" and month and nth <= 4:
        shift = Shift(unit="week", nth=nth, month=month, year=year, direction="none" if year else "past")
        return Draft("DATE", shift, by_tense=year is None)
    if nth == -1 and unit in ("quarter", "half"):
        nth = 4 if unit == "quarter" else 2
    if (unit == "quarter" and 1 <= nth <= 4) or (unit == "half" and nth <= 2 and (year or found.has("step"))):
        shift = Shift(unit=unit, nth=nth, year=year, part=found.part())
        if found.has("step"):
            amount = {"L": -1, "N": 1, "H": 0}[found.letter("step")]
            # The half or quarter of a year that is itself counted from the text's day.
            return Draft("DATE", replace(shift, direction="future", base=Shift(unit="year", amount=amount)))
        return Draft("DATE", replace(shift, direction="none" if year else "past"), by_tense=year is None)
    return None


def _label(found: Found) -> Draft | None:
    """Such as "Q3 2019", "the second half" as "H2"."""
    nth, year, text = found.number("nth") or 0, found.number("year"), found.text("nth")
    unit: Unit = "quarter" if text.startswith("Q") else "half"
    # "H2" alone and "H3" are other things: hydrogen, a highway.
    if unit == "half" and (nth > 2 or not (year or found.has("step"))):
        return None
    shift = Shift(unit=unit, nth=nth, year=year)
    if found.has("step"):
        amount = {"L": -1, "N": 1}.get(found.letter("step"), 0)
        return Draft("DATE", replace(shift, direction="future", base=Shift(unit="year", amount=amount)))
    return Draft("DATE", replace(shift, direction="none" if year else "past"), by_tense=year is None)


def _week_number(found: Found) -> Draft | None:
    """Such as "week 3 of 2027", "week 27 of last year"."""
    nth = found.number("nth") or 0
    if found.value("unit") != "week" or not 1 <= nth <= 53 or (found.has("of") and found.value("of") != "year"):
        return None
    shift = Shift(unit="week", nth=nth, year=found.number("year"))
    if shift.year is not None:
        return Draft("DATE", shift)
    amount = {"L": -1, "N": 1}.get(found.letter("step"), 0)
    return Draft("DATE", replace(shift, direction="future", base=Shift(unit="year", amount=amount)))


def _nth_inside(found: Found) -> Draft | None:
    """A day, a weekday or a week of a month or a year that is named or counted from the text's."""
    nth = -1 if found.has("final") else found.number("nth") or 0
    weekday = found.number("weekday")
    unit: Unit = found.unit()[0] if found.has("unit") else "day"
    month, year = found.number("month"), found.number("year_alone") or found.number("year")
    inside = found.unit("of")[0] if found.has("of") else "month" if month else "year"
    if unit not in ("day", "week", "month") or inside not in ("month", "year") or (unit == "month" and inside == "month"):
        return None
    if unit == "day" and weekday is None:
        # The first and the last day of a year; nobody counts the others.
        if inside == "year" and nth not in (1, -1):
            return None
        shift = Shift(month=month if inside == "month" else 12 if nth < 0 else 1, day=nth, year=year)
    else:
        shift = Shift(unit=unit, nth=nth, weekday=weekday, month=month, year=year)
    if found.has("of"):
        amount = {"L": -1, "N": 1}.get(found.letter("step"), 0)
        if inside == "year":
            return Draft("DATE", replace(shift, direction="future", base=Shift(unit="year", amount=amount)))
        if unit == "week":
            return Draft("DATE", replace(shift, base=Shift(unit="month", amount=amount)))
        return Draft("DATE", replace(shift, unit="month", amount=amount))
    direction: Direction = "none" if year is not None else "past"
    if month is None and year is None:
        return None
    return Draft("DATE", replace(shift, direction=direction), by_tense=year is None)


_NTH = r"t?(?:(?P<nth>[Oo])|(?P<final>L))"
NTHS = (
    rule("nth", rf"{PART}t?G?(?:(?P<nth>[Oo])|(?P<final>L))-?(?P<unit>U)(?:{YEAR}|{STEP})", _nth),
    rule("nth", r"t?(?P<nth>[Oo])-?(?P<unit>U)f(?P<month>M)(?:,?(?P<year>Y))?", _nth),
    rule("nth", r"(?P<year>Y),?t?(?P<nth>[Oo])-?(?P<unit>U)", _nth),
    rule("nth", rf"t?(?P<nth>C)(?:{YEAR}|{STEP})", _label),
    rule("nth", r"(?P<year>Y)-?(?P<nth>C)", _label),
    rule("nth", rf"t?(?P<unit>U)(?P<nth>d)(?:{YEAR}|{STEP}(?<=U))", _week_number),
    rule("nth", r"t?(?P<final>L)(?P<unit>U)f(?P<month>M)(?:,?(?P<year>Y))?", _nth),
    rule("nth inside", rf"{_NTH}(?:(?P<unit>U)|(?P<weekday>W))[xf](?:(?P<month>M)(?:,?f?(?P<year>Y))?|(?P<year_alone>Y))", _nth_inside),
    rule("nth inside", rf"{_NTH}(?:(?P<unit>U)|(?P<weekday>W))[xf](?:t|(?P<step>[LNH]))(?P<of>U)", _nth_inside),
)
