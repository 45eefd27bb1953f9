"""Rules for steps from a day: "two weeks ago", "next month", "the day before the vote", "the week of March 6"."""

from dataclasses import replace

from dateline.language.times.draft import Draft, Found, count, rule
from dateline.language.times.lengths import ABOUT, MANY, PARTS, YEARS, Amount, length, parts, written
from dateline.language.times.lexer import Lex
from dateline.model.times import Shift, TimeKind


def _moved(found: Found) -> Draft | None:
    """From the text's day ("two weeks ago", "two weeks from now"), the time told before ("later") or an event ("after the vote")."""
    unit, _ = found.unit()
    way = found.letter("way")
    counted = parts(found.group("counted"))
    if unit in ("half", "quarter"):
        return None
    if counted is None:
        return None if way in "bjF" else Draft("DATE", value="FUTURE_REF" if way == "A" else "PAST_REF")
    shift = _steps(counted, 1 if way in "AjF" else -1)
    kind: TimeKind = "TIME" if unit in ("hour", "minute") else "DATE"
    if found.has("now"):
        return Draft(kind, shift) if found.value("now") == "PRESENT_REF" else None
    # "before", "after" and "from" need something to count from, unless the clause ends there.
    if way == "F" or (way in "bj" and found.text_after() not in ("", ",", ".", ";", ")", '"', "”")):
        return Draft("DURATION", shift, value=written(counted), event=True)
    return Draft(kind, shift, told=way != "g", comparing=unit == "year" and len(counted) == 1)


def _steps(counted: list[Amount], sign: int) -> Shift:
    """One step for each part: "two years, one month and 21 days". A single count of months or years is no more exact than that."""
    shift: Shift | None = None
    for amount in counted:
        exact = len(counted) > 1 or amount.unit in ("day", "week")
        number, unit = int(amount.number) * sign, amount.unit
        if unit in YEARS:
            number, unit = number * YEARS[unit], "year"
        shift = Shift(unit=unit, amount=number, exact=exact, base=shift)
    return shift or Shift()


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
    if found.has("starting") and (found.text("starting") not in found.words.starting or found.text("on") not in found.words.on | {""}):
        return None
    if found.value("unit") == "week" and day is not None and month is None:
        return Draft("DATE", Shift(unit="week", base=Shift(day=day, direction="nearest"))) if 1 <= day <= 31 else None
    if found.value("unit") != "week" or month is None or day is None or not 1 <= day <= 31:
        return None
    return Draft("DATE", Shift(unit="week", base=Shift(month=month, day=day, year=year, direction="none" if year else "nearest")))


def _day_beside(found: Found) -> Draft | None:
    """Such as "the day before", "the day after the vote"."""
    ahead = found.letter("way") == "j"
    return Draft("DATE", Shift(amount=1 if ahead else -1), event=True) if found.value("unit") == "day" else None


def _last_period(found: Found) -> Draft | None:
    """Such as "the latest period": of the report, the quarter that is over."""
    return Draft("DATE", Shift(unit="quarter", amount=-1)) if found.text("which") == "latest" else None


def _year_end(found: Found) -> Draft | None:
    return Draft("DATE", Shift(month=12, day=31, direction="nearest"), by_tense=True) if found.value("unit") == "year" else None


def _rest(found: Found) -> Draft | None:
    """Such as "the rest of the year"."""
    unit, _ = found.unit()
    return Draft("DATE", Shift(unit=unit, side="until")) if unit in ("day", "week", "month", "year", "decade", "century") else None


def _beyond(found: Found) -> Draft | None:
    """Such as "the week after next", "the year before last"."""
    unit, factor = found.unit()
    amount = (2 if found.has("ahead") else -2) * factor
    return Draft("DATE", Shift(unit=unit, amount=amount)) if unit in ("weekend", "week", "month", "year") else None


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


STEPS = (
    rule("moved", rf"{ABOUT}(?P<counted>(?:{PARTS})*{MANY}k?-?(?P<unit>[UV]))i?-?(?P<way>[gBAbj])", _moved),
    rule("moved", rf"{ABOUT}(?P<counted>(?:{PARTS})*{MANY}k?-?(?P<unit>[UV]))(?P<way>F)(?P<now>R)?", _moved),
    rule("moved", r"t?(?P<unit>U)-?(?P<way>[gB])(?:-?(?P<compared>U))?", _moved_unit),
    rule("moved", r"t?(?P<unit>U)-?(?P<way>[gB])(?:(?P<period>u)|(?P<nth>O)-?U)", _moved_unit),
    rule("same", r"t?J[uU](?P<step>L)(?P<of>U)", _same_period),
    rule("same", r"t?J[uU](?P<count>[aw])(?P<unit>U)(?P<way>[gB])", _same_period),
    rule("year", r"t(?P<unit>U)(?P<year>Y|wh|n)", _year_named),
    rule("week of", r"t?(?P<unit>U)f(?:(?P<month>M)(?P<day>[do]))(?:,?(?P<year>Y))?", _week_of),
    rule("week of", r"t?(?P<unit>U)(?P<starting>[xe])(?P<on>x)?(?:(?P<month>M)(?P<day>[do]))(?:,?(?P<year>Y))?", _week_of),
    rule("step", r"t?(?P<which>L)(?P<period>u)", _last_period),
    rule("year end", r"(?P<unit>U)s?-?e(?!f)", _year_end),
    rule("beyond", r"t?(?P<unit>U)(?:(?P<ahead>j)t?N|bt?L)", _beyond),
    rule("week of", r"t?(?P<unit>U)ft(?P<day>o)", _week_of),
    rule("rest", r"t?(?P<rest>Q)ft?(?P<unit>U)", _rest),
    rule("day beside", r"(?P<unit>U)(?P<way>[bj])(?=T)", _day_beside),
    rule("day beside", r"(?<=t)(?P<unit>U)(?P<way>[bj])", _day_beside),
    rule("step", r"(?P<when>[BA])?(?P<part>t?ef|t?E-?)?(?P<the>t)?(?P<which>[LNHIJ]{1,2})G?-?(?P<unit>U)", _step),
    rule("the day", r"t(?P<unit>U)", _the_day),
    rule("the day", r"(?P<part>[ABE])(?P<in>x)t(?P<unit>U)", _in_the_unit),
    rule("the unit", r"(?P<part>t?ef|t?E-?)?tG?(?P<unit>U)", _the_unit),
)
