"""On which days a page may have been published, and how likely each is, given what other pages say.

Every sign is a likelihood over days that leaves room for its being wrong, so that no single sign decides and none is lost; they are
multiplied, and the answer is the shortest stretch of days that holds most of what is likely.
"""

from datetime import date, timedelta
from math import exp, log

from dateline.model.moments import Moment

# How many days after the day of the week that its first paragraphs name a report is printed: on that day, the next, ... Counted on
# the dated reports of two sets of news (each of them named one in its first third).
_AFTER_WEEKDAY = (0.45, 0.28, 0.10, 0.06, 0.05, 0.03, 0.03)
# Reports of one piece of news fall off by this factor for every day between them; what is taken up later does so slowly.
_FALL = 0.45
_SLOW = 30.0  # days
_LOCAL = (1 - _FALL) / (1 + _FALL)


class Days:
    """How likely the days of a window are. Every method but `most` takes in one sign."""

    __slots__ = ("_first", "_logs")

    def __init__(self, first: date, last: date) -> None:
        self._first = first.toordinal()
        self._logs = [0.0] * (last.toordinal() - self._first + 1)

    def near(self, day: Moment, sure: float, weight: float = 1.0) -> None:
        """Published about when a page of `day` was, `sure` of the time; `weight` is less than 1 for what others say as well."""
        if day.earliest is None or day.latest is None:
            return
        first, last = day.earliest.toordinal(), day.latest.toordinal()
        away = [max(first - d, d - last, 0) for d in self._ordinals()]
        broad = [1 / (1 + n / _SLOW) for n in away]
        total = sum(broad)
        for i, n in enumerate(away):
            self._logs[i] += weight * log(sure * _LOCAL * _FALL**n + (1 - sure) * broad[i] / total)

    def weekday(self, number: int) -> None:
        """The first paragraphs tell of a day of the week (1 Monday .. 7 Sunday) as past."""
        for i, d in enumerate(self._ordinals()):
            self._logs[i] += log(_AFTER_WEEKDAY[(d - number) % 7])

    def one_of(self, moments: list[tuple[Moment, float]], wrong: float) -> None:
        """Published on a day of one of `moments`, each with its weight: the fewer its days, the more it tells. `wrong`: on any day."""
        total = sum(weight for _, weight in moments)
        days = self._ordinals()
        likely = [wrong / len(days)] * len(days)
        for moment, weight in moments:
            inside = [i for i, d in enumerate(days) if _holds(moment, d)]
            for i in inside:
                likely[i] += (1 - wrong) * weight / total / len(inside)
        for i, value in enumerate(likely):
            self._logs[i] += log(value)

    def bounded(self, bound: Moment, wrong: float) -> None:
        """Published within `bound`, of which one end is open, unless that is `wrong`."""
        for i, d in enumerate(self._ordinals()):
            self._logs[i] += log(1 - wrong if _holds(bound, d) else wrong)

    def most(self, share: float, widest: int) -> tuple[date, date] | None:
        """The shortest stretch of days that holds `share` of what is likely, the likeliest of those, the earliest of these.

        None where it is longer than `widest` days.
        """
        highest = max(self._logs)
        likely = [exp(value - highest) for value in self._logs]
        wanted = share * sum(likely) - 1e-12
        sums = [0.0]
        for value in likely:
            sums.append(sums[-1] + value)
        for length in range(1, min(widest, len(likely)) + 1):
            held = [round(sums[i + length] - sums[i], 9) for i in range(len(likely) - length + 1)]
            best = max(held)
            if best >= wanted:
                start = date.fromordinal(self._first + held.index(best))
                return start, start + timedelta(days=length - 1)
        return None

    def _ordinals(self) -> range:
        return range(self._first, self._first + len(self._logs))


def _holds(moment: Moment, day: int) -> bool:
    after = moment.earliest is None or moment.earliest.toordinal() <= day
    return after and (moment.latest is None or day <= moment.latest.toordinal())
