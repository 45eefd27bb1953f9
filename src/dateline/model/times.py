"""Time expressions of a text, and their resolution against the day the text speaks from."""

from dataclasses import dataclass
from typing import Literal

from dateline.model.evidence import Span
from dateline.model.moments import OPEN, Moment

TimeKind = Literal["DATE", "TIME", "DURATION", "SET"]


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Words that name a time (TimeML TIMEX3). Tokens `first:last`, code points of `span`; `value` is the TIMEX3 value where resolved.

    `when` is the interval as resolved in the article; `relative` is True where it depends on the day the text speaks from, so that it moves
    with a narrower publication interval.
    """

    first: int
    last: int
    span: Span
    kind: TimeKind
    value: str | None
    when: Moment = OPEN
    relative: bool = False
