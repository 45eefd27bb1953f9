"""Waiting: between two requests to one host, before trying again, and after an address has failed."""

import time
from collections.abc import Callable
from dataclasses import dataclass

from dateline.pages.addresses import NotFetched

WAITING = "not yet"
# What a run waits for one request. A server that asks for more is left alone until later.
LONGEST_WAIT = 60.0
# An address that failed is left alone for this long, doubled with each failure up to the second figure.
FIRST_PAUSE = 300.0
LONGEST_PAUSE = 6 * 3600.0


def machine_time() -> str:
    """Now, as an ISO 8601 instant. A page's bytes say nothing of when they were fetched, so this is the one datum that a clock gives."""
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())


@dataclass(frozen=True, slots=True)
class Clock:
    """The machine's clocks, so that tests don't wait. `monotonic` counts seconds, `now` gives an ISO 8601 instant."""

    monotonic: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    now: Callable[[], str] = machine_time


class Patience:
    """Remembers when each host was last asked and which addresses failed. Hold on to one as long as the program runs."""

    def __init__(self, clock: Clock, delay: float = 1.0) -> None:
        self._clock = clock
        self._delay = delay
        self._asked: dict[str, float] = {}
        self._failures: dict[str, int] = {}
        self._not_before: dict[str, float] = {}

    def pause(self, host: str, asked_for: float | None) -> None:
        """Wait until `host` may be asked again: the delay it asks for itself, or ours if that is longer.

        Raises `NotFetched` where that takes too long.
        """
        last = self._asked.get(host)
        delay = max(self._delay, asked_for or 0.0)
        wait = 0.0 if last is None else last + delay - self._clock.monotonic()
        if wait > LONGEST_WAIT:
            detail = f"{host} wants {delay:g} seconds between two requests: try again later"
            raise NotFetched(WAITING, detail, passing=True, retry_after=wait)
        self.wait(wait)

    def asked(self, host: str) -> None:
        """A request to `host` has just ended."""
        self._asked[host] = self._clock.monotonic()

    def wait(self, seconds: float) -> None:
        if seconds > 0:
            self._clock.sleep(seconds)

    def check(self, url: str) -> None:
        """Raises `NotFetched` while the address is left alone after a failure."""
        left = self._not_before.get(url, 0.0) - self._clock.monotonic()
        if url in self._not_before and left > 0:
            raise NotFetched(WAITING, f"it failed before and is tried again in {in_words(left)}", passing=True, retry_after=left)

    def failed(self, url: str, retry_after: float | None) -> float:
        """Note a failure; the seconds for which the address is left alone now."""
        failures = self._failures[url] = self._failures.get(url, 0) + 1
        pause = max(min(FIRST_PAUSE * 2.0 ** min(failures - 1, 20), LONGEST_PAUSE), retry_after or 0.0)
        self._not_before[url] = self._clock.monotonic() + pause
        return pause

    def worked(self, url: str) -> None:
        """Forget its failures."""
        self._failures.pop(url, None)
        self._not_before.pop(url, None)


def in_words(seconds: float) -> str:
    """A length of time for a message: "40 seconds", "5 minutes", "3 hours"."""
    for size, name in ((86_400, "days"), (3_600, "hours"), (60, "minutes")):
        if seconds >= 2 * size:
            return f"{round(seconds / size)} {name}"
    return f"{max(1, round(seconds))} seconds"
