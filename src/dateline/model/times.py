"""Time expressions of a text, and their resolution against the day the text speaks from.

What an expression says is kept as a `Shift`, so that it can be resolved again when the publication is known better, and turned round: if
"on Wednesday" is known to be one day, the publication lies in the week that begins there.
"""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from datetime import date
from typing import Literal

from dateline.model.calendars import DAYS_OF, MONTHS_OF
from dateline.model.evidence import Span
from dateline.model.moments import OPEN, Moment, on
from dateline.model.shifts import Direction, Part, Season, Shift, Side, locate

__all__ = ["Direction", "Part", "Season", "Shift", "Side", "TimeExpression", "TimeKind", "locate", "publication_from", "resolve"]

TimeKind = Literal["DATE", "TIME", "DURATION", "SET"]


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Words that name a time (TimeML TIMEX3). Tokens `first:last`, code points of `span`; `value` is the TIMEX3 value where resolved.

    `when` is the interval as resolved in the article; `relative` is True where it depends on the day the text speaks from, so that it moves
    with a narrower publication interval. `shift` is what the words say; None where nothing can be resolved (a length, "recently", "a day
    before the visit"). `ends` are the two ends of a range that is written out ("from 2011 to 2014"), which TIMEX3 marks one by one.
    `confidence` is the share of such expressions whose value was right where it was measured.
    """

    first: int
    last: int
    span: Span
    kind: TimeKind
    value: str | None
    when: Moment = OPEN
    relative: bool = False
    shift: Shift | None = None
    confidence: float = 1.0
    ends: tuple["TimeExpression", ...] = ()

    @property
    def is_open(self) -> bool:
        """Does it name days that could not be told?"""
        return self.kind in ("DATE", "TIME") and self.value is None and self.when.earliest is None and self.when.latest is None


def resolve(expression: TimeExpression, published: Moment) -> Moment:
    """The days that `expression` can denote in a text that speaks from some day of `published` (either end may be open).

    All shifts are monotone in the anchor, so the two ends of the publication give the two ends of the result.
    """
    shift = expression.shift
    if shift is None:
        return expression.when
    earliest, latest = locate(shift, published.earliest)[0], locate(shift, published.latest)[1]
    if earliest is None and latest is None:
        return Moment(None, None, "open", (expression.span,))
    return Moment(earliest, latest, _method(shift), (expression.span,))


def publication_from(expression: TimeExpression, when: Moment) -> Moment:
    """The days of publication on which `expression` can denote `when`: the inverse of `resolve`. `OPEN` where that tells nothing.

    Both ends of what an expression denotes never move back as the publication moves on, so each bound is found by bisection.
    """
    if expression.shift is None or not expression.relative or when.earliest is None or when.latest is None:
        return OPEN
    reach = _reach(expression.shift)
    from_day = max(when.earliest.toordinal() - reach, date.min.toordinal() + 4000)
    days = range(from_day, min(when.latest.toordinal() + reach, date.max.toordinal() - 4000))

    def start(day: int) -> int:
        found = resolve(expression, on(date.fromordinal(day))).earliest
        return found.toordinal() if found else date.min.toordinal()

    def end(day: int) -> int:
        found = resolve(expression, on(date.fromordinal(day))).latest
        return found.toordinal() if found else date.max.toordinal()

    first = bisect_left(days, when.earliest.toordinal(), key=end)
    last = bisect_right(days, when.latest.toordinal(), key=start) - 1
    if first > last:
        return OPEN
    earliest = None if first == 0 else date.fromordinal(days[first])
    latest = None if last == len(days) - 1 else date.fromordinal(days[last])
    return Moment(earliest, latest, "relative", (expression.span, *when.evidence)) if earliest or latest else OPEN


def _method(shift: Shift) -> str:
    if shift.absolute:
        return "stated"
    return "weekday" if shift.weekday is not None and shift.month is None else "relative"


def _reach(shift: Shift) -> int:
    """How many days the publication can lie away from what is denoted, at most, with some to spare."""
    step = DAYS_OF[shift.unit] if shift.unit in DAYS_OF else 31 * MONTHS_OF[shift.unit]
    reach = (abs(shift.amount) + 2) * max(step, 1) + 10
    if shift.direction != "none" and (shift.month or shift.season or shift.easter is not None or shift.nth or shift.days):
        reach = max(reach, 1100)
    elif shift.direction != "none":
        reach = max(reach, 70)
    return reach + sum(_reach(other) for other in (shift.base, shift.until) if other)
