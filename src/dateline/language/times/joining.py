"""Neighbouring drafts that are one expression: "10 p.m. Wednesday", "from Monday to Friday", "two days before Wednesday"."""

from collections.abc import Sequence
from dataclasses import replace

from dateline.language.times.draft import Draft
from dateline.language.times.lexer import Lex
from dateline.model.times import Shift
from dateline.ontology.times import TimeWords

# Rules whose expressions can be an end of a range, and the ones that need no other end to be seen from.
_DATES = ("iso", "day", "month", "weekday", "weekday and day", "today", "holiday", "season", "year", "nth", "decade", "day only", "step")
# What a year may stand behind: "April 4 in 1968".
_YEARLY = ("day", "month", "holiday", "season", "range")
_HOURS = ("TMO", "TAF", "TEV", "TNI")
_OWN_DAYS = ("iso", "day", "month", "year", "weekday and day", "holiday", "season", "nth")


def join(drafts: list[Draft], pieces: Sequence[Lex], letters: str, words: TimeWords) -> list[Draft]:
    """The drafts of a block with neighbours put together, in order."""
    joined: list[Draft] = []
    for draft in drafts:
        before = joined[-1] if joined else None
        between = letters[before.last : draft.first] if before else ""
        one = _pair(before, draft, between, pieces, words) if before else None
        if one is None:
            joined.append(_dated(before, draft, between, pieces) if before else draft)
            _of_clocks(joined, pieces)
        else:
            joined[-1] = one
    return [_without_event(draft) for draft in joined]


def rebased(shift: Shift, base: Shift) -> Shift:
    """`shift` counted from `base`; of several steps the first one is."""
    return replace(shift, base=base if shift.base is None else rebased(shift.base, base))


def _pair(first: Draft, second: Draft, between: str, pieces: Sequence[Lex], words: TimeWords) -> Draft | None:
    if second.rule == "year" and between == "x" and pieces[first.last].text in words.inside:
        return _in_year(first, second)
    if {first.rule, second.rule} & {"clock"} and "SET" in (first.kind, second.kind):
        return _repeated(first, second) if not between.strip("x") and len(between) <= 1 else None
    if first.shift is None or second.shift is None:
        now = first.shift is not None and second.value == "PRESENT_REF" and _starts_range(first, between, pieces, words)
        return _until_now(first, second) if now else None
    if first.event:
        # "Two days before Wednesday": a step from a date.
        based = rebased(first.shift, second.shift)
        return (
            Draft("DATE", based, by_tense=False, rule="moved", first=first.first, last=second.last)
            if not between and _is_day(second) and second.rule != "day only"
            else None
        )
    if first.rule == "clock" and first.shift == Shift() and between in ("", ",", "x"):
        return _clock_of_day(first, second) if between != "x" or pieces[first.last].text == "on" else None
    return _ranged(first, second, between, pieces, words)


def _ranged(first: Draft, second: Draft, between: str, pieces: Sequence[Lex], words: TimeWords) -> Draft | None:
    if _starts_range(first, between, pieces, words):
        if (second.rule == first.rule or second.rule in _OWN_DAYS) and _is_day(second):
            return _range(first, second, written_out=True)
        if second.rule == "today" and second.shift == Shift():
            return _until_now(first, second)
    if between == "-" and first.rule == second.rule and first.rule in ("month", "year", "weekday"):
        return _range(first, second)
    return None


def _in_year(first: Draft, second: Draft) -> Draft | None:
    """Such as "on April 4 in 1968", "from April to June in 2017"."""
    if first.rule not in _YEARLY or first.shift is None or second.shift is None or not first.by_tense:
        return None
    if first.shift.year is not None or (first.rule == "range" and not first.shift.month):
        return None
    return replace(first, shift=replace(first.shift, year=second.shift.year, direction="none"), by_tense=False, last=second.last)


def _clock_of_day(clock: Draft, day: Draft) -> Draft | None:
    """Such as "10 p.m. Wednesday", "7:15 on Monday morning"."""
    if day.kind == "TIME" and day.suffix in _HOURS:
        return replace(day, suffix=_in_part(clock, day.suffix), first=clock.first, rule="clock")
    return replace(day, kind="TIME", suffix=clock.suffix, first=clock.first, rule="clock") if _is_one_day(day) else None


def _in_part(clock: Draft, part: str) -> str:
    """The time of a clock in a part of the day: 7:30 in the evening is 19:30."""
    if not clock.doubtful or part not in ("TAF", "TEV", "TNI"):
        return clock.suffix
    return f"T{int(clock.suffix[1:3]) % 12 + 12:02d}{clock.suffix[3:]}"


def _of_clocks(joined: list[Draft], pieces: Sequence[Lex]) -> None:
    """Gives the day to clocks in two zones before it: "at 10:35 a.m. (0735 GMT) Friday"."""
    if len(joined) < 3 or joined[-3].rule != "clock" or joined[-2].rule != "clock" or not _is_day(joined[-1]):
        return
    first, second, day = joined[-3:]
    inside = [piece.text for piece in (*pieces[first.last : second.first], *pieces[second.last : day.first])]
    if inside[:2] == ["(", ")"] and inside[2:] in ([], ["on"]):
        for at in (-3, -2):
            joined[at] = replace(joined[at], shift=day.shift, by_tense=day.by_tense, told=day.told)


def _starts_range(first: Draft, between: str, pieces: Sequence[Lex], words: TimeWords) -> bool:
    """Is it "from A to", "between A and"?"""
    if (between == ">" and first.rule in ("day", "year", "month", "weekday and day")) or (between == "-" and first.rule in ("day", "iso")):
        # "Aug. 26 to Oct. 20" needs no "from".
        return _is_day(first)
    word = {">": words.range_from, "&": frozenset({"between"})}.get(between)
    return bool(word) and bool(first.first) and pieces[first.first - 1].text in (word or ()) and first.rule in _DATES and _is_day(first)


def _until_now(first: Draft, second: Draft) -> Draft | None:
    """From a date to the text's own day."""
    shift = first.shift and replace(first.shift, side="since")
    return replace(first, kind="DURATION", shift=shift, last=second.last, rule="range")


def _repeated(first: Draft, second: Draft) -> Draft | None:
    """Such as "9 a.m. every Sunday", "every day at 10 a.m."."""
    clock, days = (first, second) if first.rule == "clock" else (second, first)
    value = "XXXX-XX-XX" if days.value == "P1D" else days.value
    if value is None or not value.startswith("XXXX"):
        return None
    return replace(days, value=value.partition("T")[0] + clock.suffix, first=first.first, last=second.last)


def _dated(first: Draft, second: Draft, between: str, pieces: Sequence[Lex]) -> Draft:
    """The second of two neighbours, where the first gives its day or year: "Friday at 10 a.m.", "a year ago, on May 3"."""
    if first.value == "PRESENT_REF" and between == "&" and first.first and pieces[first.first - 1].text == "between" and _is_day(second):
        # "Between now and May 21".
        return replace(second, shift=second.shift and replace(second.shift, side="until"))
    if first.shift is None or second.shift is None:
        return second
    linked = between.strip(",") in ("", "x") and all(p.text in (",", "on", "at", "in") for p in pieces[first.last : second.first])
    if not linked:
        return second
    if second.rule == "clock" and first.kind == "TIME" and first.suffix in _HOURS:
        return replace(second, shift=first.shift, suffix=_in_part(second, first.suffix), by_tense=first.by_tense, told=first.told)
    if second.rule == "clock" and second.first > first.last - 1 and _is_one_day(first):
        return replace(second, shift=first.shift, by_tense=first.by_tense, told=first.told)
    years_ago = first.rule == "moved" and first.shift.unit == "year" and not first.told and not first.event
    if years_ago and second.rule in ("day", "month") and second.shift.year is None:
        return replace(second, shift=replace(second.shift, unit="year", amount=first.shift.amount, direction="none"), by_tense=False)
    return second


def _range(first: Draft, second: Draft, *, written_out: bool = False) -> Draft | None:
    """From one date to the other. The second is seen from the first, so "Dec. 30 to Jan. 2" runs over the year's end."""
    start, end = first.shift, second.shift
    if start is None or end is None:
        return None
    if end.year is not None and start.year is None and start.month is not None and start.direction != "none":
        # "From March to May 2017": the year belongs to both.
        same_year = (start.month, start.day or 1) <= (end.month or 12, end.day or 31)
        start = replace(start, year=end.year if same_year else end.year - 1, direction="none")
    if end.year is None and end.direction != "none":
        end = replace(end, direction="future")
    by_tense = first.by_tense and start.year is None
    return Draft(
        "DURATION", replace(start, until=end), by_tense=by_tense, told=first.told, rule="range", first=first.first, last=second.last,
        ends=((first.first, first.last), (second.first, second.last)) if written_out else (),
    )  # fmt: skip


def _without_event(draft: Draft) -> Draft:
    """Such as "Two days before the vote": the length alone is the expression, and what it counts from is no time."""
    return replace(draft, last=draft.last - 1) if draft.event else draft


def _is_day(draft: Draft) -> bool:
    return draft.kind == "DATE" and draft.shift is not None and draft.shift.until is None


def _is_one_day(draft: Draft) -> bool:
    """Can a time of day belong to it? "8 a.m. this week" names no day."""
    long = draft.rule in ("month", "year", "decade", "season") or (draft.shift is not None and draft.shift.unit != "day")
    return _is_day(draft) and (not long or (draft.shift is not None and draft.shift.weekday is not None))
