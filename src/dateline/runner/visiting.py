"""What a record remembers of fetched addresses, as the fetcher asks for it."""

from collections.abc import Callable

from dateline.model.ids import content_id
from dateline.model.visits import Visit
from dateline.store import Kept, Store


class StoredVisits:
    """Visits of one record. They are written after the pages that they gave, never before, so that an interrupted run loses none.

    `made_by` names the program and model that read the pages; `is_current` tells pages that need not be read again.
    """

    def __init__(self, store: Store, made_by: str, is_current: Callable[[Kept], bool]) -> None:
        self._store = store
        self._made_by = made_by
        self._is_current = is_current
        self._new: dict[str, Visit] = {}

    def find(self, url: str) -> Visit | None:
        """The last visit of an address; None where its page has to be read again (by another version, or because it cost too much)."""
        visit = self._new.get(url) or self._store.visit(url, self._made_by)
        if visit is None:
            return None
        kept = self._store.kept(content_id("p", visit.sha256, visit.uri))
        return None if kept and not self._is_current(kept) else visit

    def keep(self, visit: Visit) -> None:
        self._new[visit.url] = visit

    def forget(self) -> None:
        """Let go of the visits in hand, where pages that they gave were not read: these are fetched whole again."""
        self._new = {}

    def write(self) -> None:
        """Write the visits in hand; their pages must have been written."""
        if self._new:
            self._store.add_visits(list(self._new.values()), self._made_by)
            self._new = {}
