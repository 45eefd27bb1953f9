"""Rules for lengths of time, for steps from a day ("two weeks ago", "next month"), for repeated times and for clocks."""

from dataclasses import replace

from dateline.language.times.draft import Draft, Found, count, rule
from dateline.language.times.lexer import Lex
from dateline.model.calendars import Unit
from dateline.model.times import Part, Shift

_NUM = r"(?:(?:[dnY]|w(?:-w)?|a(?=h))(?:h(?:&?w(?:-w)?)?)*(?:&aU(?=-?[UV]))?)"
_MANY = rf"(?P<count>{_NUM}|q|a)"
_ABOUT = r"(?P<about>X)?"
_DESIGNATORS: dict[Unit, str] = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "weekend": "WE", "week": "W", "month": "M", "quarter": "Q", "year": "Y",
    "decade": "DE", "century": "CE",
}  # fmt: skip
# "several weeks" are fewer than ten of them.
_SEVERAL = 9


def length(pieces: list[Lex], unit: Unit, factor: int = 1) -> str | None:
    """The TIMEX3 value of a length: P2W, PT30M, PXY for a vague number of years; None for units that have no letter there."""
    letters = _DESIGNATORS.get(unit)
    if letters is None:
        return None
    number = count(pieces) if pieces else None
    amount = "X" if number is None else f"{number * factor:g}" if number * factor < 1e5 else str(int(number * factor))
    return f"PT{amount}{letters[1]}" if letters[0] == "T" else f"P{amount}{letters}"


def _duration(found: Found) -> Draft | None:
    unit, factor = found.unit()
    pieces = found.group("count")
    # "A quarter", "three-quarters" and "a half" are shares nearly always.
    if unit in ("quarter", "half") or (not pieces and unit in ("second", "minute", "weekend")):
        return None
    # "A 40-year-old", "seven years old": an age, not a time.
    if found.has("old"):
        return None
    number = count(pieces) if pieces else None
    ahead = Shift(unit=unit, amount=int(number * factor), exact=True, side="through") if number else None
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
    return Draft("TIME" if unit in ("hour", "minute") else "DATE", Shift(unit=unit, amount=amount, exact=exact), told=told)


def _moved_unit(found: Found) -> Draft | None:
    """Such as "year-ago", "year-earlier quarter"."""
    unit, _ = found.unit()
    if unit == "year" and found.value("compared") == "quarter":
        return Draft("DATE", Shift(unit="quarter", amount=-5))
    if found.has("compared"):
        return None
    return Draft("DATE", Shift(unit=unit, amount=-1)) if unit == "year" else None


def _step(found: Found) -> Draft | None:
    """Such as "last week", "late next year", "later this month", "that day", "the previous year"."""
    unit, factor = found.unit()
    letter, word = found.letter("which"), found.text("which")
    if unit in ("minute", "half") or (unit == "hour" and letter != "L"):
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
    if unit == "quarter":
        # A report on "the quarter" is on the last one that is over.
        return Draft("DATE", Shift(unit="quarter", amount=-1))
    if unit in ("year", "month", "week", "day") and found.has("part"):
        return Draft("DATE", Shift(unit=unit, part=found.part()))
    return Draft("DATE", Shift(unit="year")) if unit == "year" else None


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
    rule("step", r"(?P<when>[BA])?(?P<part>t?ef|t?E-?)?(?P<the>t)?(?P<which>[LNHIJ]{1,2})G?-?(?P<unit>U)", _step),
    rule("the unit", r"(?P<part>t?ef|t?E-?)?tG?(?P<unit>U)", _the_unit),
    rule("through", rf"t?(?P<which>[LN])(?P<count>{_NUM}|q)k?(?P<unit>V)", _through),
    rule("through", r"t?(?P<which>[LN])(?P<unit>V)", _through),
    rule("first of", rf"t(?P<nth>[OL])(?P<count>{_NUM}|q)(?P<unit>V)(?:ft?(?:(?P<month>M),?(?P<year>Y)?|(?P<year2>Y)))?", _first_of),
    rule("length", rf"{_ABOUT}{_MANY}k?k?-?(?P<unit>[UV])(?P<old>-?l)?", _duration),
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
