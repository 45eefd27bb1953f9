"""Adds pages to a record: reads the new ones, keeps them batch by batch, then makes the record of everything."""

import hashlib
import importlib.metadata
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import BinaryIO

from dateline import __version__
from dateline.model.changes import Change
from dateline.model.ids import content_id
from dateline.model.pages import Drop, Page
from dateline.pages import read_pages
from dateline.pages.fetching import UNCHANGED, Fetcher
from dateline.runner.changes import find_changes
from dateline.runner.drops import Tally
from dateline.runner.limits import FAULT
from dateline.runner.limits import STAGE as LIMITS
from dateline.runner.visiting import StoredVisits
from dateline.runner.workers import Line
from dateline.settings import Settings
from dateline.store import Kept, PageResult, Store

# Called before a page is read, with how many came before it and its name.
Progress = Callable[[int, str], None]


@dataclass(frozen=True, slots=True)
class Summary:
    """What a run did. `pages` counts everything given, `new` and `known` the articles in it, `changes` is what became of the record.

    `drops` are the first of each reason, `more` counts the others as (reason, unreadable, how many). `kept` is how many pages were written.
    """

    pages: int
    new: int
    known: int
    drops: tuple[Drop, ...]
    changes: tuple[Change, ...]
    more: tuple[tuple[str, bool, int], ...] = ()
    kept: int = 0

    @property
    def unreadable(self) -> int:
        return sum(1 for drop in self.drops if drop.unreadable) + sum(count for _, unreadable, count in self.more if unreadable)

    def reasons(self, *, unreadable: bool) -> dict[str, int]:
        """How many drops of this kind there are of each reason, by reason."""
        found = Counter(drop.reason for drop in self.drops if drop.unreadable is unreadable)
        for reason, one_unreadable, count in self.more:
            if one_unreadable is unreadable:
                found[reason] += count
        return dict(sorted(found.items()))


def add(
    inputs: Sequence[str],
    store: Store,
    settings: Settings,
    progress: Progress,
    stdin: BinaryIO | None = None,
    fetcher: Fetcher | None = None,
    workers: int = 1,
    *,
    discover: bool = False,
) -> Summary:
    """Read `inputs` into the record in `store`, which remembers what `fetcher` fetches, in as many processes as there are `workers`.

    With `discover` the feeds that fetched pages name are read in place of the pages.
    Every batch is kept as it is finished, so an interrupted run goes on where it was; the record itself changes at the end, all at once.
    Broken data stops the run, with the page's name. A fault of ours on one page is a drop that names it and is tried again next time.
    """
    adding = _Adding(store, settings, workers)
    fetcher = fetcher or Fetcher()
    fetcher.visits = adding.visits
    try:
        for number, given in enumerate(read_pages(inputs, stdin=stdin, fetcher=fetcher, discover=discover)):
            progress(number, given.page if isinstance(given, Drop) else given.name)
            adding.take(given)
        adding.finish()
    finally:
        adding.close()
    changes = update_record(store)
    return Summary(adding.pages, adding.new, adding.known, tuple(adding.drops.first), changes, adding.drops.more(), adding.kept)


def update_record(store: Store) -> tuple[Change, ...]:
    """Make the record of all readings again if they are others than it was made from, and say what changed."""
    if not store.stale(__version__) or (not store.articles() and store.record() is None):
        return ()
    # The stages take a second to import, which a run that finds nothing to read need not wait for.
    from dateline.runner.steps import make_record  # noqa: PLC0415

    before = store.record()
    after = make_record(store.readings(), None, store.models())
    changes = find_changes(before, after)
    store.write_record(after, __version__, changes)
    return changes


class _Adding:
    """The counts of a run, the pages under way and the batch in hand."""

    def __init__(self, store: Store, settings: Settings, workers: int) -> None:
        self._store = store
        self._settings = settings
        self._line: Line[tuple[str, str]] = Line(settings, workers)
        self._under_way: set[str] = set()
        self._model = (settings.model, _version_of(settings.model))
        self._made_by = f"{__version__} {self._model[0]} {self._model[1]}"
        self.visits = StoredVisits(store, self._made_by, self._is_current)
        self._batch: list[PageResult] = []
        # What the store can't tell of: pages that are not written yet, and those that would be read again though this run has tried them.
        self._waiting: dict[str, Drop | None] = {}
        self._costly: dict[str, Drop | None] = {}
        self.pages = self.new = self.known = self.kept = 0
        self.drops = Tally()

    def take(self, given: Page | Drop) -> None:
        """One page or drop of the input; pages may be finished later, drops among them are counted at once."""
        self.pages += 1
        if isinstance(given, Drop):
            if given.reason == UNCHANGED:
                self.known += 1
            else:
                self.drops.add(given)
            return
        sha256 = hashlib.sha256(given.content).hexdigest()
        identity = content_id("p", sha256, given.uri or given.name)
        while self._line and (self._line.is_full() or identity in self._under_way):
            self._finish_one()
        if not self._is_known(identity):
            self._under_way.add(identity)
            self._line.put(given, (identity, sha256))
            if self._line.is_full():
                self._finish_one()

    def finish(self) -> None:
        """Wait for the pages that are under way."""
        while self._line:
            self._finish_one()

    def keep(self) -> None:
        """Write the batch in hand, and what is remembered of its addresses."""
        if self._batch:
            self._store.add(self._batch)
            self.kept += len(self._batch)
            self._batch = []
            self._waiting = {}
        if not self._line:  # a visit is written after the page that it gave
            self.visits.write()

    def close(self) -> None:
        """Keep what is finished, whatever ended the run."""
        if self._line:
            self.visits.forget()
        self._line.close()
        self.keep()

    def _finish_one(self) -> None:
        page, (identity, sha256), outcome = self._line.take()
        self._under_way.discard(identity)
        drop = outcome if isinstance(outcome, Drop) else None
        if drop:
            self.drops.add(drop)
        else:
            self.new += 1
        self._waiting[identity] = drop
        if drop and drop.stage in (LIMITS, FAULT):
            self._costly[identity] = drop
        self._batch.append(PageResult(identity, page.name, page.uri, sha256, self._made_by, self._model, outcome))
        if len(self._batch) >= self._settings.batch:
            self.keep()

    def _is_known(self, identity: str) -> bool:
        """Was the page read before, in this run or in another? Then it is counted."""
        for tried in (self._waiting, self._costly):
            if identity in tried:
                self._count_known(tried[identity])
                return True
        kept = self._store.kept(identity)
        if kept and self._is_current(kept):
            self._count_known(kept.drop)
            return True
        return False

    def _is_current(self, kept: Kept) -> bool:
        """Pages read by another version or model are read again, and so are those that cost too much: the limits may have changed."""
        return kept.made_by == self._made_by and not (kept.drop and kept.drop.stage in (LIMITS, FAULT))

    def _count_known(self, drop: Drop | None) -> None:
        if drop:
            self.drops.add(drop)
        else:
            self.known += 1


def _version_of(model: str) -> str:
    try:
        return importlib.metadata.version(model)
    except importlib.metadata.PackageNotFoundError:
        return "unknown"
