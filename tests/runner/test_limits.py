"""A page may cost so much and no more."""

import signal
import sys
import threading
import time

import pytest

from dateline.model.pages import Page
from dateline.runner.limits import MOST_REPORTS, OutOfTime, memory_limit, tells_too_much, time_limit, too_large, took_too_long

PAGE = Page("long.html", None, "text/html", b"x" * 1000)


def test_a_page_within_the_limit_passes() -> None:
    assert too_large(PAGE, 1000) is None


def test_a_page_above_it_is_dropped_with_what_to_do() -> None:
    drop = too_large(PAGE, 999)
    assert drop is not None
    assert drop.unreadable
    assert drop.reason == "too large"
    assert drop.detail == "1,000 bytes, more than the 999 allowed: raise DATELINE_PAGE_BYTES if it is a page"
    assert "DATELINE_PAGE_SECONDS" in took_too_long(PAGE, 2.5).detail


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="this system has no interval timers")
def test_time_runs_out_even_where_all_exceptions_are_swallowed() -> None:
    def swallow() -> None:
        for _ in range(1000):
            try:
                time.sleep(0.01)
            except Exception:  # noqa: BLE001, S112 - this is what some parsers do
                continue

    started = time.monotonic()
    with pytest.raises(OutOfTime), time_limit(0.05):
        swallow()
    assert time.monotonic() - started < 5


def test_the_alarm_is_off_afterwards() -> None:
    with time_limit(60):
        pass
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)


def test_other_threads_run_on() -> None:
    seen = []

    def work() -> None:
        with time_limit(0.01):
            time.sleep(0.05)
            seen.append("done")

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert seen == ["done"]


def test_a_page_that_tells_too_much_is_named() -> None:
    page = Page("list.txt", None, "text/plain", b"")
    assert tells_too_much(page, MOST_REPORTS) is None
    drop = tells_too_much(page, MOST_REPORTS + 1)
    assert drop is not None
    assert (drop.page, drop.reason, drop.unreadable) == ("list.txt", "tells too much", True)
    assert "add it in parts" in drop.detail


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells and bounds a process's data")
def test_memory_is_bounded_for_the_body_alone() -> None:
    with pytest.raises(MemoryError), memory_limit(100_000_000):
        bytearray(300_000_000)
    with memory_limit(100_000_000):
        assert len(bytearray(10_000_000)) == 10_000_000
    assert len(bytearray(300_000_000)) == 300_000_000
