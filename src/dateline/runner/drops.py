"""Drops counted by their reason: an archive may give tens of thousands, of which only the first of each kind are kept to be shown."""

from collections import Counter

from dateline.model.pages import Drop

KEPT_OF_A_REASON = 20


class Tally:
    """All drops as counts, the first ones as they are."""

    def __init__(self) -> None:
        self.first: list[Drop] = []
        self._counts: Counter[tuple[str, bool]] = Counter()

    def add(self, drop: Drop) -> None:
        kind = (drop.reason, drop.unreadable)
        self._counts[kind] += 1
        if self._counts[kind] <= KEPT_OF_A_REASON:
            self.first.append(drop)

    def more(self) -> tuple[tuple[str, bool, int], ...]:
        """(reason, unreadable, how many) of those beyond the first ones, sorted."""
        return tuple(sorted((*kind, count - KEPT_OF_A_REASON) for kind, count in self._counts.items() if count > KEPT_OF_A_REASON))
