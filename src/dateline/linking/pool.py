"""Groups of one kind with an index of who takes part, so that a report is compared only with groups that it can belong to."""

from collections import defaultdict

from dateline.linking.group import Group
from dateline.linking.told import Told


class Pool:
    """Groups by number. `near` gives those that share a party with a group, or a word where one of the two names no party."""

    __slots__ = ("_by_noun", "_by_party", "_partyless", "_told_in", "groups")

    def __init__(self) -> None:
        self.groups: dict[int, Group] = {}
        self._by_party: dict[str, set[int]] = defaultdict(set)
        self._by_noun: dict[str, set[int]] = defaultdict(set)
        self._partyless: dict[str, set[int]] = defaultdict(set)
        self._told_in: dict[str, list[tuple[int, int]]] = defaultdict(list)

    def add(self, group: Group) -> int:
        """A new group; its number."""
        number = len(self.groups)
        self.groups[number] = group
        self._enter(group.told, number)
        return number

    def extend(self, number: int, group: Group) -> None:
        """Take `group` into group `number`."""
        self._enter(group.told, number)
        self.groups[number].add(group)

    def join(self, number: int, other: int) -> None:
        """Take group `other` into group `number`; `other` is gone."""
        self.extend(number, self.groups.pop(other))

    def near(self, group: Group) -> list[int]:
        """Numbers of the groups that may be of one event with `group`, ascending."""
        found: set[int] = set()
        parties = {party for told in group.told for party in told.parties}
        for party in parties:
            found |= self._by_party[party]
        for noun in group.nouns:
            found |= self._partyless[noun] if parties else self._by_noun[noun]
        return sorted(found & self.groups.keys())

    def told_before(self, told: Told) -> list[int]:
        """The groups told in the article before `told`, in the order of the text, each mention once."""
        at = told.report.trigger.start
        return [number for start, number in sorted(self._told_in[told.report.article]) if start < at]

    def _enter(self, told: list[Told], number: int) -> None:
        for one in told:
            parties = one.parties
            for party in parties:
                self._by_party[party].add(number)
            self._by_noun[one.word].add(number)
            if not parties:
                self._partyless[one.word].add(number)
            self._told_in[one.report.article].append((one.report.trigger.start, number))
