"""Rules for repeated times, for references to now, once and some day, and for times of day."""

from dateline.language.times.draft import Draft, Found, rule
from dateline.language.times.lengths import NUM, SEVERAL, length
from dateline.language.times.lexer import Lex
from dateline.model.times import Shift


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
    if found.has("day"):
        return Draft("SET", value=f"XXXX-XX-{found.number('day'):02d}") if unit == "month" else None
    if unit == "weekend" and not found.has("count"):
        return Draft("SET", value="XXXX-WXX-WE")
    if found.has("other"):
        # "Every other week".
        factor *= 2
    pieces = found.group("count") or [Lex(0, 0, "w", 1, "")]
    return Draft("SET", value=length(pieces, unit, factor))


def _times_a(found: Found) -> Draft:
    """Such as "twice a month"."""
    unit, factor = found.unit()
    return Draft("SET", value=length([Lex(0, 0, "w", 1, "")], unit, factor))


def _daily(found: Found) -> Draft:
    return Draft("SET", value=str(found.value("set")))


def _reference(found: Found) -> Draft:
    return Draft("DATE", value=str(found.value("reference")))


def _vague(found: Found) -> Draft:
    """Such as "recent weeks": a reference to the past, and fewer than ten weeks of it."""
    unit, factor = found.unit()
    reference = str(found.value("reference"))
    amount = {"PAST_REF": -SEVERAL, "FUTURE_REF": SEVERAL}.get(reference, 0) * factor
    shift = Shift(unit=unit, amount=amount, exact=True, side="through") if amount else None
    return Draft("DATE", shift, value=reference)


def _the_past(found: Found) -> Draft | None:
    return Draft("DATE", value="PAST_REF") if found.text("past") == "past" else None


def _current(found: Found) -> Draft | None:
    return Draft("DATE", value="PRESENT_REF") if found.text("current") == "current" else None


def _clock(found: Found) -> Draft | None:
    """A time of day. Its day is the text's, unless a day stands beside it."""
    clock = found.text("clock").replace(".", ":")
    if len(clock) in (3, 4) and clock.isdigit():
        # "0700 GMT", "730 p.m.".
        clock = f"{clock[:-2]}:{clock[-2:]}"
    clock = clock.lstrip("tT")
    if found.letter("clock") == "w":
        clock = str(found.number("clock"))
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
    # "At 7:30", which may be in the evening.
    half = not found.has("meridian") and not found.has("zone") and 1 <= hour <= 12
    return Draft("TIME", Shift(), suffix=f"T{hour:02d}:{minute:02d}{zone}", doubtful=half)


def _bare_hour(found: Found) -> Draft | None:
    """An hour without a sign of its own: "nine o'clock", "tonight at 8", "at seven in the evening", "half past seven"."""
    hour, words = found.number("clock") or 0, found.words
    if not 1 <= hour <= 12 or (found.has("half") and found.text("past") not in words.past_hour):
        return None
    if not (found.has("in") or found.has("sign") or found.has("half")):
        after = found.text_after()
        beside = not after or not after[0].isalnum() or after in words.prepositions | words.on | words.deictic_days.keys()
        if found.text_before() not in words.at or not beside:
            return None
    minutes = {"half": 30, "quarter": 15}.get(str(found.value("half")), 0)
    part = found.value("hours")
    if found.has("in"):
        if found.text("in") not in words.inside or found.text_before() not in words.at | words.prepositions | words.about:
            return None
        hour = hour % 12 + (0 if part == "TMO" or (part == "TNI" and (hour < 6 or hour == 12)) else 12)
    return Draft("TIME", Shift(), suffix=f"T{hour:02d}:{minutes:02d}", doubtful=not found.has("in"))


def _clock_word(found: Found) -> Draft | None:
    suffix = found.value("hours")
    if found.text("hours") not in found.words.clock_words or not isinstance(suffix, str):
        return None
    return Draft("TIME", Shift(), suffix=suffix)


CLOCKS = (
    rule("each", rf"v(?:(?P<other>k)|(?P<count>{NUM}))?(?P<unit>[UV])", _each),
    rule("each", r"v(?P<hours>P)", _each),
    rule("each", r"t?(?P<day>o)fv(?P<unit>U)", _each),
    rule("each", r"v(?:k?(?P<weekday>W)(?P<hours>P)?|(?P<month>M))", _each),
    rule("each", r"(?P<weekday>p)(?P<hours>P)?", _each),
    rule("each", r"#a(?P<unit>U)", _times_a),
    rule("daily", r"(?P<set>r)", _daily),
    rule("reference", r"t?(?P<past>L)(?![-,]?[dnwqUVMSKhGWPJ])", _the_past),
    rule("reference", r"(?P<current>H)(?![-,]?[dnwqUVMSKhGWPLN])", _current),
    rule("vague", r"t?(?P<reference>R)(?P<unit>V)", _vague),
    rule("reference", r"(?P<reference>R)", _reference),
    rule("clock", r"X?(?P<clock>[cdwYn])-?(?P<meridian>m)(?:(?P<zone>z)|xZ)?", _clock),
    rule("clock", r"X?(?P<clock>c)(?:(?P<zone>z)|xZ)?", _clock),
    rule("clock", r"X?(?P<clock>[Yn])(?P<zone>z)", _clock),
    rule("clock", r"X?(?:(?P<half>U)(?P<past>L))?(?P<clock>[dw])(?P<sign>@)(?:(?P<in>x)t(?P<hours>P))?", _bare_hour),
    rule("clock", r"X?(?P<clock>[dwc])(?P<in>x)t(?P<hours>P)", _bare_hour),
    rule("clock", r"(?P<half>U)(?P<past>L)(?P<clock>[dw])", _bare_hour),
    rule("clock", r"(?<=[TPWodO]x)(?P<clock>[dw])(?![-./]?[UVhMmn])", _bare_hour),
    rule("clock", r"(?P<hours>P)", _clock_word),
)
