"""Pages read in several processes: in order, and none lost but the one that ends its process."""

import os
import time

import pytest

from dateline.errors import OntologyError
from dateline.model.pages import Drop, Page
from dateline.runner.limits import limit_memory
from dateline.runner.workers import Line
from dateline.settings import Settings

SETTINGS = Settings()


def stand_in(page: Page, _settings: Settings) -> Drop:
    """What a worker of the tests does with a page, by its words."""
    words = page.content.decode()
    if words == "dies":
        os._exit(1)
    if words == "slow":
        time.sleep(0.5)
    if words == "broken data":
        raise OntologyError("types.yml: unknown key")
    if words == "large":
        limit_memory(200_000_000)
        try:
            return Drop(page.name, "articles", str(len(bytearray(500_000_000))), "")
        except MemoryError:
            return Drop(page.name, "articles", "no memory", "")
    return Drop(page.name, "articles", words, "")


def reasons(words: list[str], workers: int) -> list[tuple[str, str]]:
    line: Line[str] = Line(SETTINGS, workers, stand_in)
    found = []
    try:
        for number, one in enumerate(words):
            line.put(Page(str(number), None, "text/plain", one.encode()), f"kept {number}")
            while line.is_full():
                found.append(line.take())
        while line:
            found.append(line.take())
    finally:
        line.close()
    assert [(page.name, kept) for page, kept, _ in found] == [(str(n), f"kept {n}") for n in range(len(words))]
    return [(page.content.decode(), outcome.reason) for page, _, outcome in found if isinstance(outcome, Drop)]


@pytest.mark.parametrize("workers", [1, 2])
def test_outcomes_come_in_the_order_of_the_pages(workers: int) -> None:
    words = ["slow", "b", "c", "slow", *map(str, range(20))]
    assert reasons(words, workers) == [(word, word) for word in words]


def test_a_page_that_ends_its_process_takes_no_other_along() -> None:
    words = ["a", "b", "dies", "c", "slow", "d"]
    assert reasons(words, 2) == [(word, "ended its process" if word == "dies" else word) for word in words]


def test_memory_is_bounded() -> None:
    pytest.importorskip("resource")
    assert reasons(["a", "large", "b"], 2) == [("a", "a"), ("large", "no memory"), ("b", "b")]


def test_broken_data_stops_the_run_there_too() -> None:
    with pytest.raises(OntologyError, match="unknown key"):
        reasons(["a", "broken data", "b"], 2)
