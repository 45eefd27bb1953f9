"""Rules for dates: days, months, years, and the words that move them."""

import re
from dataclasses import replace
from datetime import date

from dateline.language.times.draft import Draft, Found, rule
from dateline.language.times.lexer import full_year
from dateline.model.times import Direction, Season, Shift
from dateline.ontology.times import Holiday

PART = r"(?P<part>t?ef(?=[^f])|t?E(?:f|-)?)?"
STEP = r"(?:,?f?(?P<step>[LNH])(?P<of>U))?"
_WHICH = r"(?P<which>[LNHJ]{1,2})?"
_SEASONS: tuple[Season, ...] = ("spring", "summer", "autumn", "winter")


def _iso(found: Found) -> Draft | None:
    """In figures: 2017-04-12, 4/12/2017 (American, unless only a day can stand first), 12.4.2017 (always the day first)."""
    text = found.text("iso")
    figures = [int(part) for part in re.split(r"[/.-]", text)]
    if len(figures) == 2:
        return _two_figures(*figures)
    if figures[0] > 31:
        year, month, day = figures
    elif "." in text or figures[0] > 12:
        day, month, year = figures
    else:
        month, day, year = figures
    # Two figures of a year with full stops or hyphens are versions and numbers of law more often than days.
    if "/" not in text and year < 100:
        return None
    try:
        stated = date(full_year(year), month, day)
    except ValueError:
        return None
    # 4/5/2017 is another day on the other side of an ocean.
    doubtful = figures[0] <= 31 and "." not in text and max(month, day) <= 12 and month != day
    return Draft("DATE", Shift(year=stated.year, month=month, day=day), doubtful=doubtful)


def _two_figures(first: int, second: int) -> Draft:
    """A month and its year, "4/2017", "2017-04"; or, as Americans write, a month and its day."""
    if max(first, second) > 31:
        return Draft("DATE", Shift(month=min(first, second), year=max(first, second)))
    month, day = (first, second) if first <= 12 else (second, first)
    return Draft("DATE", Shift(month=month, day=day, direction="nearest"), by_tense=True, doubtful=first <= 12 and second <= 12)


def _month_day(found: Found) -> Draft | None:
    """A day of a month, with its year, a year from the text's ("of last year") or the nearest one; or a stretch of days.

    With its weekday it needs no tense: that day falls on that weekday in one year of seven.
    """
    month, year = found.number("month"), found.number("year")
    day = found.number("day_word") if found.has("day_word") else found.number("day")
    if month is None or day is None or not 1 <= day <= 31:
        return None
    weekday = found.number("weekday")
    shift = Shift(year=year, month=month, day=day, weekday=weekday, direction="none" if year else "nearest")
    until = found.number("until_day_of") if found.has("until_month") else found.number("until_day")
    if until is not None:
        end_month = found.number("until_month") or month
        end = Shift(year=year, month=end_month, day=until, direction="none" if year else "future")
        if until < day and not found.has("until_month"):
            # "From April 27 to the third".
            end = Shift(day=until, direction="future")
        stretch = replace(shift, weekday=None, until=end)
        # "April 24 and 25" are two dates to TIMEX3.
        return Draft("DURATION", stretch, ends=found.halves("&")) if 1 <= until <= 31 else None
    if found.has("step"):
        return _stepped(found, shift)
    if found.has("which"):
        return _directed(found, shift)
    return Draft("DATE", shift, by_tense=year is None and weekday is None)


def _days_of_unit(found: Found) -> Draft | None:
    """Such as "from the 4th to the 23rd of next month"."""
    day, until = found.number("day") or found.number("day_first") or 0, found.number("until_day") or 0
    if found.value("of") != "month" or not 1 <= day < until <= 31:
        return None
    start = Shift(unit="month", amount={"L": -1, "N": 1, "H": 0}[found.letter("step")], day=day)
    return Draft("DURATION", replace(start, until=Shift(unit="month", day=until)))


def _month(found: Found) -> Draft | None:
    month, year, part = found.number("month"), found.number("year"), found.part()
    if found.has("kind") and found.value("kind") != "month":
        return None
    shift = Shift(month=month, year=year, part=part)
    if year is not None:
        return Draft("DATE", shift)
    if found.has("step"):
        return _stepped(found, shift)
    return _directed(found, shift)


def _stepped(found: Found, shift: Shift) -> Draft | None:
    """Such as "June last year", "Tuesday next week"."""
    unit, _ = found.unit("of")
    wanted = "week" if shift.weekday and not shift.month else "year"
    if unit != wanted:
        return None
    amount = {"L": -1, "N": 1, "H": 0}[found.letter("step")]
    return Draft("DATE", replace(shift, unit=unit, amount=amount, direction="none"))


def _directed(found: Found, shift: Shift) -> Draft:
    """Such as "last", "next" and "this" fix the direction; without them the verb's tense does."""
    letter = found.letter("which")
    told = found.text("which") in found.words.told
    directions: dict[str, Direction] = {"L": "before", "N": "after", "H": "future", "J": "past", "": "past"}
    return Draft("DATE", replace(shift, direction=directions[letter]), by_tense=letter in ("", "H"), told=told)


def _weekday(found: Found) -> Draft | None:
    """Such as "next Tuesday", "Tuesday of next week", "Tuesday evening", "the evening of next Tuesday"."""
    shift = Shift(weekday=found.number("weekday"))
    if (found.has("on") and found.text("on") not in found.words.on) or (found.has("in") and found.text("in") not in found.words.inside):
        return None
    if found.text("hours") in found.words.day_parts_plural and not found.has("which") and not found.has("step"):
        return Draft("SET", value=f"XXXX-WXX-{shift.weekday}{found.value('hours')}")
    if found.has("step"):
        stepped = _stepped(found, shift)
        return stepped and _in_part_of_day(found, stepped)
    draft = _directed(found, shift)
    return _in_part_of_day(found, draft)


def _in_part_of_day(found: Found, draft: Draft) -> Draft:
    suffix = found.value("hours")
    if isinstance(suffix, str):
        return replace(draft, kind="TIME", suffix=suffix)
    return draft


def _deictic(found: Found) -> Draft:
    draft = _in_part_of_day(found, Draft("DATE", Shift(amount=found.number("today") or 0)))
    suffix = found.words.deictic_parts.get(found.text("today"))
    return replace(draft, kind="TIME", suffix=suffix) if suffix else draft


def _part_of_day(found: Found) -> Draft | None:
    """Such as "this morning", "last night", "the next evening"."""
    letter, suffix = found.letter("which"), found.value("hours")
    if not isinstance(suffix, str):
        return None
    if letter in ("N", "J", "I") or found.text("which") in found.words.told:
        return Draft("TIME", Shift(amount={"N": 1, "L": -1}.get(letter, 0)), suffix=suffix, told=True)
    return Draft("TIME", Shift(amount=-1 if letter == "L" else 0), suffix=suffix)


def _holiday(found: Found) -> Draft | None:
    holiday = found.value("holiday")
    if not isinstance(holiday, Holiday):
        return None
    shift = Shift(
        month=holiday.month,
        day=holiday.day,
        weekday=holiday.weekday,
        nth=holiday.nth,
        easter=holiday.easter,
        year=found.number("year"),
        days=holiday.days,
    )
    if shift.year is not None:
        return Draft("DATE", shift)
    if found.has("step"):
        return _stepped(found, shift)
    if not found.has("which"):
        return Draft("DATE", replace(shift, direction="nearest"), by_tense=True)
    return _directed(found, shift)


def _season(found: Found) -> Draft | None:
    """A season needs a sign that it is one: "last", "early", a year, or an article where the word has no other sense."""
    named = found.text("season") not in found.words.ambiguous_seasons
    marked = found.has("which") or found.has("year") or found.has("step") or found.has("part")
    if not (marked or (named and found.has("article"))):
        return None
    season = next(s for s in _SEASONS if s == found.value("season"))
    shift = Shift(unit="season", season=season, part=found.part(), year=found.number("year"))
    if shift.year is not None:
        return Draft("DATE", shift)
    return _stepped(found, shift) if found.has("step") else _directed(found, shift)


def _year(found: Found) -> Draft | None:
    year = found.number("year")
    return Draft("DATE", Shift(unit="year", year=year, part=found.part()))


def _decade(found: Found) -> Draft:
    year = found.number("decade") or 0
    # "the nineties" are the last ones of a century that is over.
    return Draft("DATE", Shift(unit="decade", year=year if year >= 1000 else 1900 + year, part=found.part()))


def _spelled_year(found: Found) -> Draft | None:
    """Such as "nineteen ninety-six", "January nineteen ninety-seven", as spoken news has it."""
    century, rest = found.number("century"), found.number("rest") or 0
    if century is None or not 13 <= century <= 20 or not 10 <= rest <= 99:
        return None
    month = found.number("month")
    return Draft("DATE", Shift(unit="day" if month else "year", year=century * 100 + rest, month=month, part=found.part()))


def _day_only(found: Found) -> Draft | None:
    day = found.number("day")
    if day is None or not 1 <= day <= 31 or found.text_before() not in found.words.prepositions | {"on", "for"}:
        return None
    return Draft("DATE", Shift(day=day, direction="past"), by_tense=True)


def _weekday_and_day(found: Found) -> Draft | None:
    """Such as "Monday the 13th": it needs no tense, since few months have that day on that weekday."""
    day = found.number("day")
    # "Monday the twenty-first", but not "on Monday the first plane landed".
    counted = found.letter("day") == "O" and found.text_after() not in (*",.", "", *found.words.prepositions, "at")
    if day is None or counted or not 1 <= day <= 31:
        return None
    return Draft("DATE", Shift(day=day, weekday=found.number("weekday"), direction="nearest"))


YEAR = r"(?:[-/,]?f?(?P<year>Y))"
# "12th", "12", "twelfth"; in words only after the month or with "of".
_DAY = r"(?P<day>[doO])"
_WEEKDAY = r"(?:(?P<weekday>W),?t?)?"
_NO_COUNT = r"(?![-]?[mUVhn])"
DATES = (
    rule("iso", r"(?P<iso>D)", _iso),
    rule(
        "days",
        rf"(?P<month>M){_DAY}(?:[->&]t?(?P<until_day>[doO])|-(?P<until_month>M)(?P<until_day_of>[do]))(?![-]?[mUVMhn]){YEAR}?",
        _month_day,
    ),
    rule("days", rf"t?(?P<day>[doO])[->&]t?(?P<until_day>[doO])f?(?P<month>M){YEAR}?", _month_day),
    rule("days", rf"(?:(?<=F)t?(?P<day>[do])[->&]|(?P<day_first>[do])>)t?(?P<until_day>[do]){STEP}(?<=U)", _days_of_unit),
    rule("day", rf"{_WEEKDAY}(?P<month>M)(?P<day>w)(?=[,.]|$|Y){YEAR}?", _month_day),
    rule("days", rf"(?P<day>[do])>(?P<month>M)(?P<until_day>[do]){_NO_COUNT}{YEAR}?", _month_day),
    rule("day", rf"{_WEEKDAY}{PART}(?P<month>M)(?:[-/]|t(?=[oO]))?{_DAY}{_NO_COUNT}{YEAR}", _month_day),
    rule("day", rf"{_WEEKDAY}{PART}(?P<month>M)(?:[-/]|,(?=o)|t(?=[oO]))?{_DAY}{_NO_COUNT}{STEP}", _month_day),
    rule("day", rf"{_WEEKDAY}t?(?:(?P<day>[do])[-/.]?f?|(?P<day_word>O)f)(?P<month>M){YEAR}", _month_day),
    rule("day", rf"{_WEEKDAY}t?(?:(?P<day>[do])f?|(?P<day_word>O)f)(?P<month>M){STEP}", _month_day),
    rule("day", rf"{_WHICH}(?P<month>M){_DAY}{_NO_COUNT}", _month_day),
    rule("day", r"(?P<year>Y)[-/](?P<month>M)[-/](?P<day>d)", _month_day),
    rule("month", rf"{PART}(?P<month>M){YEAR}", _month),
    rule("month", rf"t?(?P<kind>U)f(?P<month>M)(?:{YEAR}|{STEP})", _month),
    rule("month", r"(?P<year>Y)[-,]?(?P<month>M)(?![do])", _month),
    rule("month", rf"{PART}{_WHICH}(?P<month>M){STEP}", _month),
    rule("weekday", rf"[BA]?{PART}{_WHICH}(?P<weekday>W)(?:(?P<in>x)t)?(?:E-?)?(?P<hours>P){STEP}", _weekday),
    rule("weekday", rf"[BA]?{PART}{_WHICH}(?P<weekday>W){STEP}", _weekday),
    rule("weekday", rf"(?:t|t?E-?)(?P<hours>P)(?:f|,?(?P<on>x)|,)?{_WHICH}(?P<weekday>W){STEP}", _weekday),
    rule("weekday", r"(?P<step>[LNH])(?P<of>U)(?:-|,?(?P<on>x))?(?P<weekday>W)(?P<hours>P)?", _weekday),
    rule("weekday and day", r"(?P<weekday>W),?t?(?P<day>[oO])(?!-?[UVM])", _weekday_and_day),
    rule("today", r"[BAE]?(?P<today>T)(?P<hours>P)?", _deictic),
    rule("hours", r"[BAE]?t?(?P<which>[HLNIJ]{1,2})E?(?P<hours>P)", _part_of_day),
    rule("holiday", rf"{PART}{_WHICH}[at]?(?P<holiday>K)(?:{YEAR}|{STEP})", _holiday),
    rule("season", rf"{PART}{_WHICH}(?P<article>t)?(?P<season>S)(?:{YEAR}|{STEP})", _season),
    rule("year", rf"{PART}G?(?P<year>Y)", _year),
    rule("decade", rf"{PART}t?(?P<decade>y)", _decade),
    rule("spelled year", rf"{PART}(?P<month>M)?(?P<century>w)(?P<rest>w)", _spelled_year),
    rule("day only", r"t(?P<day>o)(?!-?[UVM])", _day_only),
)
