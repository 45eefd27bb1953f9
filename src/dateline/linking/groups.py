"""Union-find over ids: groups that do not depend on the order in which pairs come."""

from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

T = TypeVar("T", bound=Hashable)


class Groups(Generic[T]):
    """Disjoint sets. `join` merges two; `groups` lists them, members and groups sorted."""

    def __init__(self, members: Iterable[T]) -> None:
        self._above: dict[T, T] = {member: member for member in members}

    def find(self, member: T) -> T:
        root = member
        while self._above[root] != root:
            root = self._above[root]
        while self._above[member] != root:
            self._above[member], member = root, self._above[member]
        return root

    def join(self, one: T, other: T) -> None:
        first, second = sorted((self.find(one), self.find(other)), key=repr)
        if first != second:
            self._above[second] = first

    def groups(self) -> list[list[T]]:
        found: dict[T, list[T]] = {}
        for member in self._above:
            found.setdefault(self.find(member), []).append(member)
        return sorted((sorted(group, key=repr) for group in found.values()), key=repr)
