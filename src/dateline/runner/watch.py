"""Adds what is new in feeds, round after round."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from dateline.errors import UsageError
from dateline.model.pages import Drop
from dateline.pages.addresses import is_address
from dateline.pages.fetching import Clock, Fetcher
from dateline.pages.opml import read_list
from dateline.runner.adding import Summary, add, update_record
from dateline.settings import Settings
from dateline.store import Store


@dataclass(frozen=True, slots=True)
class Round:
    """One round: its number from 1 on, what it did, and the seconds until the next (None: there is none)."""

    number: int
    summary: Summary
    wait: float | None


def check_sources(sources: Sequence[str]) -> None:
    """Raises `UsageError` for a source that is neither an address nor a readable OPML file."""
    for source in sources:
        found = [] if is_address(source) else read_list(Path(source))
        if isinstance(found, Drop):
            raise UsageError(f"{source}: {found.reason}: {found.detail}")


def watch(
    sources: Sequence[str],
    store: Store,
    settings: Settings,
    every: float,
    tell: Callable[[Round], None],
    *,
    once: bool = False,
    fetcher: Fetcher | None = None,
    clock: Clock | None = None,
) -> None:
    """Fetch `sources` (addresses and OPML files, which are read anew each round) every `every` seconds, add what is new, and tell of it.

    One fetcher serves all rounds: it remembers which addresses failed and leaves them alone for longer each time. Only a record that can't
    be written ends the watch, and Ctrl-C, after which the record is made of all that was read.
    """
    check_sources(sources)
    clock = clock or Clock()
    fetcher = fetcher or Fetcher(clock=clock)
    number = 0
    try:
        while True:
            number += 1
            started = clock.monotonic()
            summary = _round(sources, store, settings, fetcher)
            wait = None if once else max(0.0, started + every - clock.monotonic())
            tell(Round(number, summary, wait))
            if wait is None:
                return
            clock.sleep(wait)
    except KeyboardInterrupt:
        update_record(store)


def _round(sources: Sequence[str], store: Store, settings: Settings, fetcher: Fetcher) -> Summary:
    addresses: list[str] = []
    failed: list[Drop] = []
    for source in sources:
        found = [source] if is_address(source) else read_list(Path(source))
        if isinstance(found, Drop):
            failed.append(found)
        else:
            addresses += found
    # The same feed may be given and stand in a list.
    summary = add(list(dict.fromkeys(addresses)), store, settings, lambda _number, _name: None, fetcher=fetcher, discover=True)
    return replace(summary, pages=summary.pages + len(failed), drops=(*failed, *summary.drops))
