"""Reads pages one by one, in this process or in several, within limits; the outcomes come in the order of the pages."""

import multiprocessing
import signal
import sys
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Generic, TypeVar

from dateline.model.pages import Drop, Page
from dateline.model.reports import Reading
from dateline.runner.limits import ended_the_process, limit_memory
from dateline.settings import Settings

_AHEAD = 8  # pages a worker that are read, or wait, while the first is not finished
_MOST_AHEAD = 100_000_000  # bytes of the pages that wait

T = TypeVar("T")
Outcome = Reading | Drop
ReadPage = Callable[[Page, Settings], Outcome]


class Line(Generic[T]):
    """Pages on their way, each with what the caller keeps with it, finished in the order in which they came.

    With one worker each page is read as it is asked for. A worker that dies takes no page with it but the one that killed it.
    """

    def __init__(self, settings: Settings, workers: int = 1, read: ReadPage | None = None) -> None:
        self._settings = settings
        self._workers = workers
        self._read = read
        self._here: ReadPage | None = read
        self._pool: ProcessPoolExecutor | None = None
        self._waiting: deque[tuple[Page, T, Future[Outcome] | None]] = deque()
        self._bytes = 0

    def __len__(self) -> int:
        return len(self._waiting)

    def put(self, page: Page, kept: T) -> None:
        """A page to be read."""
        future = self._submit(page) if self._workers > 1 else None
        self._waiting.append((page, kept, future))
        self._bytes += len(page.content)

    def is_full(self) -> bool:
        """Should one be taken before the next is put?"""
        return len(self._waiting) >= (self._workers * _AHEAD if self._workers > 1 else 1) or self._bytes > _MOST_AHEAD

    def take(self) -> tuple[Page, T, Outcome]:
        """The first page and what became of it; waits for it."""
        page, kept, future = self._waiting[0]
        if future is None:
            self._here = self._here or _one_page()
            outcome = self._here(page, self._settings)
        else:
            outcome = self._result(page, future)
        self._waiting.popleft()
        self._bytes -= len(page.content)
        return page, kept, outcome

    def close(self) -> None:
        """What is not taken is lost."""
        self._waiting.clear()
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)
            self._pool = None

    def _submit(self, page: Page) -> "Future[Outcome]":
        if self._pool is None:
            self._pool = self._new_pool(self._workers)
        try:
            return self._pool.submit(_in_worker, page)
        except BrokenProcessPool as error:
            # The page that broke it stands before this one, and is found when its turn comes.
            failed: Future[Outcome] = Future()
            failed.set_exception(error)
            return failed

    def _new_pool(self, workers: int) -> ProcessPoolExecutor:
        context = multiprocessing.get_context("spawn")  # the one start that is the same on every system, and sound beside threads
        return ProcessPoolExecutor(workers, mp_context=context, initializer=_start, initargs=(self._settings, self._read))

    def _result(self, page: Page, future: "Future[Outcome]") -> Outcome:
        try:
            return future.result()
        except BrokenProcessPool:
            outcome = self._alone(page)
            self._again()
            return outcome

    def _alone(self, page: Page) -> Outcome:
        """One of several pages has ended its process: is it this one?"""
        with self._new_pool(1) as pool:
            try:
                return pool.submit(_in_worker, page).result()
            except BrokenProcessPool:
                return ended_the_process(page)

    def _again(self) -> None:
        """A new pool reads the pages that the broken one has left."""
        if self._pool is not None:
            self._pool.shutdown(wait=False, cancel_futures=True)
            self._pool = None
        for at, (page, kept, future) in enumerate(self._waiting):
            if at and future is not None and (not future.done() or future.cancelled() or future.exception() is not None):
                self._waiting[at] = (page, kept, self._submit(page))


# What a worker process works with.
_settings: Settings | None = None
_reads: ReadPage | None = None


def _one_page() -> ReadPage:
    from dateline.runner.one_page import OnePage  # noqa: PLC0415 - it brings the parser along, which the process that hands out pages spares

    return OnePage()


def _start(settings: Settings, read: ReadPage | None) -> None:
    global _settings, _reads
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the process that was interrupted ends the others
    limit_memory()
    _settings, _reads = settings, read or _one_page()


def _in_worker(page: Page) -> Outcome:
    if _settings is None or _reads is None:
        sys.exit("a worker that was not started")
    return _reads(page, _settings)
