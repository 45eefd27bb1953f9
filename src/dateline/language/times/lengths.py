"""Rules for lengths of time: "two weeks", "the past six years", "the first nine months of 2017"."""

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.language.times.draft import Draft, Found, count, rule, unit_of
from dateline.language.times.lexer import Lex
from dateline.model.calendars import Unit
from dateline.model.times import Part, Shift

NUM = r"(?:(?:[dnY]|w|a(?=h))(?:h(?:&?w)?)*(?:&aU(?=-?[UV]))?)"
# Parts of a length that go before its last one: "two years, one month and" 21 days.
PARTS = rf"(?:{NUM}|a)[UV],?&?"
MANY = rf"(?P<count>{NUM}|q|a)"
ABOUT = r"(?P<about>X)?"
_DESIGNATORS: dict[Unit, str] = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "weekend": "WE", "week": "W", "month": "M", "quarter": "Q", "year": "Y",
}  # fmt: skip
# Units that TIMEX3 has no letter for, in years; and the ones of which a fraction is written in the next smaller unit.
YEARS: dict[Unit, int] = {"decade": 10, "century": 100}
_PARTS: dict[str, tuple[str, int]] = {"Y": ("M", 12), "TH": ("M", 60), "TM": ("S", 60)}
# "several weeks" are fewer than ten of them.
SEVERAL = 9


def length(pieces: list[Lex], unit: Unit, factor: int = 1) -> str | None:
    """The TIMEX3 value of a length: P2W, PT30M, P2Y6M, PXY for a vague number of years; None for units that have no letter there."""
    letters = _DESIGNATORS.get("year" if unit in YEARS else unit)
    if letters is None:
        return None
    number = count(pieces) if pieces else None
    before, letter = ("PT" if letters[0] == "T" else "P"), letters.removeprefix("T")
    if number is None:
        return f"{before}X{letter}"
    number *= factor * YEARS.get(unit, 1)
    whole, smaller = int(number), _PARTS.get(letters)
    if number == whole or smaller is None:
        return f"{before}{whole if number == whole else f'{number:g}'}{letter}"
    rest = f"{round((number - whole) * smaller[1])}{smaller[0]}"
    return f"{before}{whole}{letter}{rest}" if whole else f"{before}{rest}"


@dataclass(frozen=True, slots=True)
class Amount:
    """So many units."""

    number: float
    unit: Unit
    pieces: tuple[Lex, ...]


def parts(pieces: Sequence[Lex]) -> list[Amount] | None:
    """The counts and units that `pieces` spell, in order; None where one is vague ("several years")."""
    found, counted = [], list[Lex]()
    for piece in pieces:
        if piece.letter not in "UV":
            counted.append(piece)
            continue
        if piece.value == "half":
            counted.append(piece)
            continue
        number, (unit, factor) = count(counted), unit_of(piece)
        if number is None:
            return None
        found.append(Amount(number * factor, unit, tuple(counted)))
        counted = []
    return found


def written(counted: Sequence[Amount]) -> str | None:
    """The TIMEX3 value of a length of several parts: P2Y1M21D, P1DT2H. None where a unit has no letter."""
    each = [length([Lex(0, 0, "n", amount.number, "")], amount.unit) for amount in counted]
    if len(each) == 1:
        return each[0]
    days = "".join(value[1:] for value in each if value and not value.startswith("PT"))
    hours = "".join(value[2:] for value in each if value and value.startswith("PT"))
    return None if None in each else f"P{days}" + (f"T{hours}" if hours else "")


def _several_parts(found: Found) -> Draft | None:
    """Such as "one hour and 30 minutes"."""
    counted = parts(found.group("counted"))
    if counted is None or len(counted) < 2 or found.has("old"):
        return None
    return Draft("DURATION", value=written(counted))


def _duration(found: Found) -> Draft | None:
    unit, factor = found.unit()
    pieces = found.group("count")
    if unit == "weekend" and not pieces and found.letter("unit") == "V":
        return Draft("SET", value="XXXX-WXX-WE")
    # "A quarter", "three-quarters" and "a half" are shares nearly always; "two consecutive quarters" are not.
    if (
        unit == "half"
        or (unit == "quarter" and not found.has("more") and not any(piece.letter == "q" for piece in pieces))
        or (not pieces and unit in ("second", "minute", "weekend"))
    ):
        return None
    # "A 40-year-old", "seven years old": an age, not a time.
    if found.has("old"):
        return None
    if found.has("half") and found.value("half") != "half":
        return None
    # "An hour and a half": the article before "half" counts with it, as in "two and a half hours".
    half = found.group("and")
    pieces = [*pieces, *half]
    if half and not any(piece.letter == "a" for piece in half):
        pieces.append(Lex(0, 0, "a", None, ""))
    number = count(pieces) if pieces else None
    ahead = Shift(unit=unit, amount=int(number * factor), exact=True, side="through") if number and number >= 1 else None
    return Draft("DURATION", ahead, value=length(pieces, unit, factor))


def _half_unit(found: Found) -> Draft | None:
    """Such as "half an hour"."""
    unit, factor = found.unit()
    return Draft("DURATION", value=length([Lex(0, 0, "n", 0.5, "")], unit, factor)) if found.value("half") == "half" else None


def _whole_unit(found: Found) -> Draft | None:
    """Such as "a full day", "all week"."""
    unit, factor = found.unit()
    if found.text("all") not in found.words.whole or unit not in ("day", "week", "month", "year", "decade"):
        return None
    return Draft("DURATION", value=length([Lex(0, 0, "n", 1, "")], unit, factor))


def _through(found: Found) -> Draft | None:
    """Such as "over the past six years", "the next few weeks": all days from then to the text's day."""
    unit, factor = found.unit()
    pieces = found.group("count")
    word = found.text("which")
    number = count(pieces) if pieces else None
    amount = int((number if number is not None else SEVERAL) * factor) * (-1 if found.letter("which") == "L" else 1)
    shift = Shift(unit=unit, amount=amount, exact=True, side="through")
    if not pieces and word not in found.words.told:
        return Draft("DATE", shift, value="PAST_REF" if amount < 0 else "FUTURE_REF")
    if unit == "quarter" and number is not None and number >= 1:
        # "The last two quarters" are the ones that are over, not six months.
        rest = Shift(unit="quarter", amount=abs(amount) - 1)
        shift = Shift(unit="quarter", amount=min(amount, 1), until=rest)
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


LENGTHS = (
    rule("through", rf"t?(?P<which>[LN])(?P<count>{NUM}|q)k?(?P<unit>V)i?", _through),
    rule("through", rf"(?P<count>{NUM})(?P<which>[LN])(?P<unit>V)", _through),
    rule("length", r"a?(?P<all>G)-?(?P<unit>U)", _whole_unit),
    rule("length", r"a?(?P<half>U)(?:a|-)?(?P<unit>U)", _half_unit),
    rule("through", r"t?(?P<which>[LN])(?P<unit>V)", _through),
    rule("first of", rf"t(?P<nth>[OL])(?P<count>{NUM}|q)(?P<unit>V)(?:ft?(?:(?P<month>M),?(?P<year>Y)?|(?P<year2>Y)))?", _first_of),
    rule("length", rf"{ABOUT}(?P<counted>(?:{PARTS})+(?:{NUM}|a)[UV])(?P<old>-?l)?", _several_parts),
    rule("length", rf"{ABOUT}t?{MANY}(?P<more>k)?k?-?(?P<unit>[UV])i?(?P<old>-?l)?", _duration),
    rule("length", rf"{ABOUT}(?P<count>a|{NUM})(?P<unit>[UV])(?P<and>&a?(?P<half>U))", _duration),
    rule("length", r"(?P<unit>V)(?P<old>-?l)?", _duration),
)
