"""What one page may cost."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from dateline.model.pages import Drop, Page

STAGE = "limits"
FAULT = "fault"  # the stage of drops that are no fault of the page
# A long transcript tells some hundreds; the cost of linking grows with the square of what the same parties are told to do.
MOST_REPORTS = 1_500
# Bytes of data a worker process may hold: the model and the libraries take about a fifth of it, and no page comes near the rest.
MOST_MEMORY = 3_000_000_000
# Bytes that reading one page may add to what the process holds.
MOST_FOR_A_PAGE = 2_400_000_000
_STATM = Path("/proc/self/statm")  # in pages of memory; the sixth figure is the data


class OutOfTime(BaseException):
    """A page took longer than it may. Like KeyboardInterrupt no `Exception`: libraries that catch those must not swallow it."""


def too_large(page: Page, most: int) -> Drop | None:
    """A drop where the page has more than `most` bytes."""
    size = len(page.content)
    if size <= most:
        return None
    detail = f"{size:,} bytes, more than the {most:,} allowed: raise DATELINE_PAGE_BYTES if it is a page"
    return Drop(page.name, STAGE, "too large", detail, unreadable=True)


def took_too_long(page: Page, seconds: float) -> Drop:
    detail = f"reading it took more than {seconds:g} seconds: raise DATELINE_PAGE_SECONDS if it is worth it"
    return Drop(page.name, STAGE, "took too long", detail, unreadable=True)


def took_too_much(page: Page) -> Drop:
    return Drop(page.name, STAGE, "took too much memory", "reading it took more memory than a page may: add it in parts", unreadable=True)


def ended_the_process(page: Page) -> Drop:
    detail = "reading it ended the process that read it, for want of memory or by a fault of a library: please report it with the page"
    return Drop(page.name, STAGE, "ended its process", detail, unreadable=True)


def tells_too_much(page: Page, reports: int) -> Drop | None:
    """A drop where the page tells more than `MOST_REPORTS` events: what all pages tell is compared, and one must not make that endless."""
    if reports <= MOST_REPORTS:
        return None
    detail = f"it tells of {reports:,} events, more than the {MOST_REPORTS:,} of one page: it is a list or a book, add it in parts"
    return Drop(page.name, STAGE, "tells too much", detail, unreadable=True)


def limit_memory(most: int = MOST_MEMORY) -> None:
    """From now on this process gets no more than `most` bytes for its data; a `MemoryError` says so. Not on Windows."""
    try:
        import resource  # noqa: PLC0415 - not on every system
    except ImportError:
        return
    hard = resource.getrlimit(resource.RLIMIT_DATA)[1]
    resource.setrlimit(resource.RLIMIT_DATA, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


@contextmanager
def memory_limit(more: int = MOST_FOR_A_PAGE) -> Iterator[None]:
    """A `MemoryError` in the body once the process's data have grown by `more` bytes. Linux alone says how much they are and enforces it;
    elsewhere the body runs on.
    """
    try:
        import resource  # noqa: PLC0415 - not on every system

        held = int(_STATM.read_text(encoding="ascii").split()[5]) * resource.getpagesize()
    except (ImportError, OSError):
        yield
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_DATA)
    least = min([held + more, *(limit for limit in (soft, hard) if limit != resource.RLIM_INFINITY)])
    resource.setrlimit(resource.RLIMIT_DATA, (least, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_DATA, (soft, hard))


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Raises `OutOfTime` in the body after `seconds`.

    Only the main thread of a system with interval timers (not Windows) can be interrupted; elsewhere the body runs on.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGALRM, _ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _ring(_number: int, _frame: FrameType | None) -> None:
    raise OutOfTime
