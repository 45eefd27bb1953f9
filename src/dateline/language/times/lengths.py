"""Rules for lengths of time, for steps from a day ("two weeks ago", "next month"), for repeated times and for clocks."""

from dataclasses import replace

from dateline.language.times.draft import Draft, Found, count, rule
from dateline.language.times.lexer import Lex
from dateline.model.calendars import Unit
from dateline.model.times import Part, Shift

_NUM = r"(?:(?:[dnY]|w|a(?=h))(?:h(?:&?w)?)*(?:&aU(?=-?[UV]))?)"
_MANY = rf"(?P<count>{_NUM}|q|a)"
_ABOUT = r"(?P<about>X)?"
_DESIGNATORS: dict[Unit, str] = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "weekend": "WE", "week": "W", "month": "M", "quarter": "Q", "year": "Y",
}  # fmt: skip
# Units that TIMEX3 has no letter for, in years; and the ones of which a fraction is written in the next smaller unit.
_YEARS: dict[Unit, int] = {"decade": 10, "century": 100}
_PARTS: dict[str, tuple[str, int]] = {"Y": ("M", 12), "TH": ("M", 60), "TM": ("S", 60)}
# "several weeks" are fewer than ten of them.
_SEVERAL = 9


def length(pieces: list[Lex], unit: Unit, factor: int = 1) -> str | None:
    """The TIMEX3 value of a length: P2W, PT30M, P2Y6M, PXY for a vague number of years; None for units that have no letter there."""
    letters = _DESIGNATORS.get("year" if unit in _YEARS else unit)
    if letters is None:
        return None
    number = count(pieces) if pieces else None
    before, letter = ("PT" if letters[0] == "T" else "P"), letters.removeprefix("T")
    if number is None:
        return f"{before}X{letter}"
    number *= factor * _YEARS.get(unit, 1)
    whole, smaller = int(number), _PARTS.get(letters)
    if number == whole or smaller is None:
        return f"{before}{whole if number == whole else f'{number:g}'}{letter}"
    rest = f"{round((number - whole) * smaller[1])}{smaller[0]}"
    return f"{before}{whole}{letter}{rest}" if whole else f"{before}{rest}"


def _duration(found: Found) -> Draft | None:
    unit, factor = found.unit()
    pieces = found.group("count")
    # "A quarter", "three-quarters" and "a half" are shares nearly always; "two consecutive quarters" are not.
    if unit == "half" or (unit == "quarter" and not found.has("more")) or (not pieces and unit in ("second", "minute", "weekend")):
        return None
    # "A 40-year-old", "seven years old": an age, not a time.
    if found.has("old"):
        return None
    if found.has("half") and found.value("half") != "half":
        return None
    # "An hour and a half": the article before "half" counts with it, as in "two and a half hours".
    pieces = [*pieces, *found.group("and")]
    number = count(pieces) if pieces else None
    ahead = Shift(unit=unit, amount=int(number * factor), exact=True, side="through") if number and number >= 1 else None
    return Draft("DURATION", ahead, value=length(pieces, unit, factor))


def _moved(found: Found) -> Draft | None:
    """From the text's day ("two weeks ago"), the time told before ("later") or an event ("after the vote")."""
    unit, factor = found.unit()
    pieces = found.group("count")
    if unit in ("half", "quarter"):
        return None
    number = count(pieces)
    ahead = found.letter("way") in "Aj"
    told = found.letter("way") != "g"
    if number is None and found.letter("way") in "bj":
        return None
    if number is None:
        return Draft("DATE", value="FUTURE_REF" if ahead else "PAST_REF")
    amount = int(number * factor) * (1 if ahead else -1)
    years = {"decade": 10, "century": 100}.get(unit)
    if years:
        unit, amount = "year", amount * years
    exact = unit in ("day", "week")
    # "before" and "after" need something to be before or after, unless the clause ends there.
    if found.letter("way") in "bj" and found.text_after() not in ("", ",", ".", ";", ")", '"', "”"):
        return Draft("DURATION", Shift(unit=unit, amount=amount, exact=exact), value=length(pieces, unit, factor), event=True)
    return Draft(
        "TIME" if unit in ("hour", "minute") else "DATE", Shift(unit=unit, amount=amount, exact=exact), told=told, comparing=unit == "year"
    )


def _moved_unit(found: Found) -> Draft | None:
    """Such as "year-ago", "year-earlier quarter", "the year-earlier period": that of the year before."""
    unit, _ = found.unit()
    if unit != "year":
        return None
    if found.has("nth"):
        nth = found.number("nth") or 0
        return Draft("DATE", Shift(unit="quarter", nth=nth, direction="past", base=Shift(unit="year", amount=-1, exact=True)))
    if found.has("period"):
        return Draft("DATE", Shift(unit="year", amount=-1), comparing=True)
    if found.value("compared") == "quarter":
        return Draft("DATE", Shift(unit="quarter", amount=-5), comparing=True)
    return None if found.has("compared") else Draft("DATE", Shift(unit="year", amount=-1), comparing=True)


def _same_period(found: Found) -> Draft | None:
    """Such as "the same period last year", "the same month a year ago": what was told, a year before."""
    last = found.has("step") and found.value("of") == "year"
    ago = found.has("way") and found.value("unit") == "year" and (count(found.group("count")) or 0) == 1
    return Draft("DATE", Shift(unit="year", amount=-1), told=True) if last or ago else None


def _step(found: Found) -> Draft | None:
    """Such as "last week", "late next year", "later this month", "that day", "the previous year"."""
    unit, factor = found.unit()
    letter, word = found.letter("which"), found.text("which")
    if unit in ("minute", "half") or (unit == "hour" and letter != "L") or word in found.words.final:
        return None
    amount = {"L": -1, "N": 1}.get(letter, 0) * factor
    told = word in found.words.told or letter in "IJ" or (unit == "day" and letter == "N")
    if letter == "L" and not told and (word == "past" or (found.has("the") and unit in ("week", "month", "year", "decade", "century"))):
        shift = Shift(unit=unit, amount=amount, exact=True, side="through")
        return Draft("DURATION", shift, value=length([Lex(0, 0, "w", 1, "")], unit, factor))
    if unit == "hour":
        return None
    shift = Shift(unit=unit, amount=amount, part=found.part())
    if found.has("when") and letter == "H":
        shift = replace(shift, side="since" if found.letter("when") == "B" else "until")
    return Draft("DATE", shift, told=told)


def _the_unit(found: Found) -> Draft | None:
    unit, _ = found.unit()
    if unit == "weekend":
        return Draft("DATE", Shift(unit="weekend", direction="past"), by_tense=True)
    if unit == "year" and found.text_after() in found.words.ended:
        return Draft("DURATION", value="P1Y")
    if unit == "quarter":
        # A report on "the quarter" is on the last one that is over.
        return Draft("DATE", Shift(unit="quarter", amount=-1))
    if unit in ("year", "month", "week", "day") and found.has("part"):
        return Draft("DATE", Shift(unit=unit, part=found.part()))
    return Draft("DATE", Shift(unit="year")) if unit == "year" else None


def _year_named(found: Found) -> Draft | None:
    """Such as "the year 2000", "the year two thousand"."""
    year = count([*found.group("year")])
    return Draft("DATE", Shift(unit="year", year=int(year))) if found.value("unit") == "year" and year and 1000 <= year <= 2200 else None


def _week_of(found: Found) -> Draft | None:
    """Such as "the week of March 6": the calendar week that holds the day."""
    month, day, year = found.number("month"), found.number("day"), found.number("year")
    if found.value("unit") != "week" or month is None or day is None or not 1 <= day <= 31:
        return None
    return Draft("DATE", Shift(unit="week", base=Shift(month=month, day=day, year=year, direction="none" if year else "nearest")))


def _day_beside(found: Found) -> Draft | None:
    """Such as "the day before", "the day after the vote"."""
    ahead = found.letter("way") == "j"
    return Draft("DATE", Shift(amount=1 if ahead else -1), event=True) if found.value("unit") == "day" else None


def _the_day(found: Found) -> Draft | None:
    """Such as "ended the day": the day told of, else the text's own."""
    named = found.value("unit") == "day" and found.text_before() in found.words.closing
    return Draft("DATE", Shift(), told=True) if named else None


def _in_the_unit(found: Found) -> Draft | None:
    """Such as "earlier in the year", "late in the day"."""
    unit, _ = found.unit()
    if found.text("in") != "in" or unit not in ("day", "week", "month", "year"):
        return None
    return Draft("DATE", Shift(unit=unit, part=found.part()), told=unit == "day")


def _through(found: Found) -> Draft | None:
    """Such as "over the past six years", "the next few weeks": all days from then to the text's day."""
    unit, factor = found.unit()
    pieces = found.group("count")
    word = found.text("which")
    number = count(pieces) if pieces else None
    amount = int((number if number is not None else _SEVERAL) * factor) * (-1 if found.letter("which") == "L" else 1)
    shift = Shift(unit=unit, amount=amount, exact=True, side="through")
    return Draft("DURATION", shift, value=length(pieces, unit, factor), told=word in found.words.told)


def _first_of(found: Found) -> Draft | None:
    """Such as "the first nine months", "the first few months of 2017", "the last two weeks of March"."""
    unit, factor = found.unit()
    pieces, month = found.group("count"), found.number("month")
    year = found.number("year") or found.number("year2")
    number = count(pieces)
    value = length(pieces, unit, factor)
    if year is None and month is None:
        return Draft("DURATION", value=value)
    if unit == "month" and year and number and number <= 12 and found.number("nth") == 1:
        return Draft("DURATION", Shift(year=year, month=1, until=Shift(year=year, month=int(number))), value=value)
    ends: Part = "late" if found.letter("nth") == "L" else "early"
    shift = Shift(unit="month" if month else "year", year=year, month=month, part=ends, direction="none" if year else "past")
    return Draft("DURATION", shift, value=value, by_tense=year is None)


def _each(found: Found) -> Draft | None:
    weekday = found.number("weekday")
    if weekday is not None:
        suffix = found.value("hours")
        return Draft("SET", value=f"XXXX-WXX-{weekday}{suffix if isinstance(suffix, str) else ''}")
    month = found.number("month")
    if month is not None:
        return Draft("SET", value=f"XXXX-{month:02d}")
    if found.has("hours"):
        return Draft("SET", value=f"XXXX-XX-XX{found.value('hours')}")
    unit, factor = found.unit()
    pieces = found.group("count") or [Lex(0, 0, "w", 1, "")]
    return Draft("SET", value=length(pieces, unit, factor))


def _daily(found: Found) -> Draft:
    return Draft("SET", value=str(found.value("set")))


def _reference(found: Found) -> Draft:
    return Draft("DATE", value=str(found.value("reference")))


def _vague(found: Found) -> Draft:
    """Such as "recent weeks": a reference to the past, and fewer than ten weeks of it."""
    unit, factor = found.unit()
    reference = str(found.value("reference"))
    amount = {"PAST_REF": -_SEVERAL, "FUTURE_REF": _SEVERAL}.get(reference, 0) * factor
    shift = Shift(unit=unit, amount=amount, exact=True, side="through") if amount else None
    return Draft("DATE", shift, value=reference)


def _the_past(found: Found) -> Draft | None:
    return Draft("DATE", value="PAST_REF") if found.text("past") == "past" else None


def _current(found: Found) -> Draft | None:
    return Draft("DATE", value="PRESENT_REF") if found.text("current") == "current" else None


def _clock(found: Found) -> Draft | None:
    """A time of day. Its day is the text's, unless a day stands beside it."""
    clock = found.text("clock").replace(".", ":")
    if len(clock) == 4 and clock.isdigit():
        # "0700 GMT".
        clock = f"{clock[:2]}:{clock[2:]}"
    hour_text, _, minute_text = clock.partition(":")
    if not (hour_text.isdigit() and len(hour_text) <= 2):
        return None
    hour, minute = int(hour_text), int(minute_text[:2] or 0)
    if found.has("meridian"):
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (found.number("meridian") or 0)
    if hour > 24 or minute > 59:
        return None
    zone = "Z" if found.text("zone") in found.words.universal else ""
    return Draft("TIME", Shift(), suffix=f"T{hour:02d}:{minute:02d}{zone}")


def _clock_word(found: Found) -> Draft | None:
    suffix = found.value("hours")
    if found.text("hours") not in found.words.clock_words or not isinstance(suffix, str):
        return None
    return Draft("TIME", Shift(), suffix=suffix)


LENGTHS = (
    rule("moved", rf"{_ABOUT}{_MANY}k?-?(?P<unit>[UV])-?(?P<way>[gBAbj])", _moved),
    rule("moved", r"t?(?P<unit>U)-?(?P<way>[gB])(?:-?(?P<compared>U))?", _moved_unit),
    rule("moved", r"t?(?P<unit>U)-?(?P<way>[gB])(?:(?P<period>u)|(?P<nth>O)-?U)", _moved_unit),
    rule("same", r"t?J[uU](?P<step>L)(?P<of>U)", _same_period),
    rule("same", r"t?J[uU](?P<count>[aw])(?P<unit>U)(?P<way>[gB])", _same_period),
    rule("year", r"t(?P<unit>U)(?P<year>Y|wh|n)", _year_named),
    rule("week of", r"t?(?P<unit>U)f(?:(?P<month>M)(?P<day>[do]))(?:,?(?P<year>Y))?", _week_of),
    rule("day beside", r"(?<=t)(?P<unit>U)(?P<way>[bj])", _day_beside),
    rule("step", r"(?P<when>[BA])?(?P<part>t?ef|t?E-?)?(?P<the>t)?(?P<which>[LNHIJ]{1,2})G?-?(?P<unit>U)", _step),
    rule("the day", r"t(?P<unit>U)", _the_day),
    rule("the day", r"(?P<part>[ABE])(?P<in>x)t(?P<unit>U)", _in_the_unit),
    rule("the unit", r"(?P<part>t?ef|t?E-?)?tG?(?P<unit>U)", _the_unit),
    rule("through", rf"t?(?P<which>[LN])(?P<count>{_NUM}|q)k?(?P<unit>V)", _through),
    rule("through", r"t?(?P<which>[LN])(?P<unit>V)", _through),
    rule("first of", rf"t(?P<nth>[OL])(?P<count>{_NUM}|q)(?P<unit>V)(?:ft?(?:(?P<month>M),?(?P<year>Y)?|(?P<year2>Y)))?", _first_of),
    rule("length", rf"{_ABOUT}t?{_MANY}(?P<more>k)?k?-?(?P<unit>[UV])(?P<old>-?l)?", _duration),
    rule("length", rf"{_ABOUT}(?P<count>a|{_NUM})(?P<unit>[UV])(?P<and>&a(?P<half>U))", _duration),
    rule("length", r"(?P<unit>V)(?P<old>-?l)?", _duration),
    rule("each", rf"v(?P<count>{_NUM})?(?P<unit>[UV])", _each),
    rule("each", r"v(?:(?P<weekday>W)(?P<hours>P)?|(?P<month>M))", _each),
    rule("each", r"(?P<weekday>p)(?P<hours>P)?", _each),
    rule("daily", r"(?P<set>r)", _daily),
    rule("reference", r"t?(?P<past>L)(?![-,]?[dnwqUVMSKhGWPJ])", _the_past),
    rule("reference", r"(?P<current>H)(?![-,]?[dnwqUVMSKhGWPLN])", _current),
    rule("vague", r"t?(?P<reference>R)(?P<unit>V)", _vague),
    rule("reference", r"(?P<reference>R)", _reference),
    rule("clock", r"X?(?P<clock>[cd])-?(?P<meridian>m)(?P<zone>z)?", _clock),
    rule("clock", r"X?(?P<clock>c)(?P<zone>z)?", _clock),
    rule("clock", r"X?(?P<clock>[Yn])(?P<zone>z)", _clock),
    rule("clock", r"(?P<hours>P)", _clock_word),
)
