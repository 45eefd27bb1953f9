"""A moment: an interval of days with the method that found it and the words that say it."""

from dataclasses import dataclass
from datetime import date, timedelta

from dateline.model.evidence import Evidence


@dataclass(frozen=True, slots=True)
class Moment:
    """Days `earliest..latest`, both included; either end may be None (open).

    `method` names how it was found ("meta", "date line", "caption", "weekday", "stated", "tense", "open", "neighbours", ...).
    """

    earliest: date | None
    latest: date | None
    method: str
    evidence: tuple[Evidence, ...] = ()

    @property
    def known(self) -> bool:
        """Both ends are there."""
        return self.earliest is not None and self.latest is not None

    @property
    def is_day(self) -> bool:
        return self.earliest is not None and self.earliest == self.latest

    @property
    def days(self) -> int | None:
        """How many days it spans (1 for a day); None if an end is open."""
        if self.earliest is None or self.latest is None:
            return None
        return (self.latest - self.earliest).days + 1

    def overlaps(self, other: "Moment", grace: int = 0) -> bool:
        """Can both be the same moment, give or take `grace` days? Open ends overlap everything on their side."""
        slack = timedelta(days=grace)
        if self.earliest and other.latest and self.earliest > other.latest + slack:
            return False
        return not (other.earliest and self.latest and other.earliest > self.latest + slack)

    def within(self, other: "Moment") -> "Moment":
        """The part of this moment that lies in `other` too; this moment unchanged where they do not overlap.

        Method and evidence stay this moment's where nothing changes, else both evidences are kept.
        """
        if not self.overlaps(other):
            return self
        starts = [d for d in (self.earliest, other.earliest) if d]
        ends = [d for d in (self.latest, other.latest) if d]
        earliest, latest = max(starts, default=None), min(ends, default=None)
        if (earliest, latest) == (self.earliest, self.latest):
            return self
        return Moment(earliest, latest, other.method, (*self.evidence, *other.evidence))


OPEN = Moment(None, None, "open")


def on(day: date, method: str = "stated", evidence: tuple[Evidence, ...] = ()) -> Moment:
    """One day."""
    return Moment(day, day, method, evidence)


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    following = date(year + month // 12, month % 12 + 1, 1)
    return following - timedelta(days=1)
