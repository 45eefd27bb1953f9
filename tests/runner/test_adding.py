"""What a run keeps, counts and drops; the stages are stood in for, so that only the runner is tested."""

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from tests.records import reading, small_record

from dateline.errors import OntologyError, StoreError, UnreadablePage
from dateline.model.pages import Drop, Page
from dateline.model.record import Record
from dateline.model.reports import Reading
from dateline.runner import adding, one_page, steps
from dateline.runner.drops import KEPT_OF_A_REASON
from dateline.runner.reading import record_in
from dateline.settings import Settings
from dateline.store import Store

SETTINGS = Settings(batch=2, page_bytes=100)


class Stages:
    """Stand-ins: a page's content is its text; "?" is no article, "!" can't be read, "#" is a fault in our own code,
    "~" one in our own data, "m" wants gigabytes."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.read: list[str] = []
        self.models = 0
        self.given: list[Page | Drop] = []
        monkeypatch.setattr(one_page, "Annotator", self.load)
        monkeypatch.setattr(adding, "read_pages", lambda _inputs, **_stdin: iter(self.given))
        monkeypatch.setattr(one_page, "read_page", self.page)
        monkeypatch.setattr(steps, "make_record", self.record)

    def load(self, _model: str) -> "Stages":
        self.models += 1
        return self

    def page(self, page: Page, _annotator: None) -> Reading | Drop:
        self.read.append(page.name)
        text = page.content.decode()
        if text == "?":
            return Drop(page.name, "articles", "no article", "two lines only")
        if text == "!":
            raise UnreadablePage("nested 9000 deep")
        if text == "~":
            raise OntologyError("types.yml: unknown key")
        if text == "#":
            raise ZeroDivisionError
        if text == "m":
            bytearray(3_000_000_000)
        if text == "^C":
            raise KeyboardInterrupt
        return reading(f"a-{page.name}", text)

    @staticmethod
    def record(readings: list[Reading], _as_of: None, models: tuple[tuple[str, str], ...]) -> Record:
        names = {one.article.id for one in readings}
        small = small_record()
        return replace(small, models=models, events=small.events if "a-1" in names else ())


@pytest.fixture
def stages(monkeypatch: pytest.MonkeyPatch) -> Stages:
    return Stages(monkeypatch)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "a.db", write=True) as store:
        yield store


def page(name: str, text: str = "A title\nA text.") -> Page:
    return Page(name, None, "text/plain", text.encode())


def add(store: Store) -> adding.Summary:
    return adding.add(["somewhere"], store, SETTINGS, lambda _done, _name: None)


def test_every_page_is_counted_once(store: Store, stages: Stages) -> None:
    missing = Drop("gone.txt", "pages", "missing", "no such file", unreadable=True)
    stages.given = [page("1"), page("2", "?"), missing, page("3", "!"), page("4", "x" * 101), page("5"), page("5")]
    summary = add(store)
    assert (summary.pages, summary.new, summary.known, summary.unreadable) == (7, 2, 1, 3)
    assert [(drop.page, drop.reason, drop.unreadable) for drop in summary.drops] == [
        ("2", "no article", False),
        ("gone.txt", "missing", True),
        ("3", "UnreadablePage", True),
        ("4", "too large", True),
    ]
    assert "nested 9000 deep" in summary.drops[2].detail
    assert stages.models == 1


def test_the_same_pages_again_change_nothing(store: Store, stages: Stages, tmp_path: Path) -> None:
    stages.given = [page("1"), page("2", "?")]
    first = add(store)
    before = (store.record(), store.readings(), store.runs())
    content = (tmp_path / "a.db").read_bytes()
    again = add(store)
    assert (first.new, first.known) == (1, 0)
    assert (again.new, again.known, again.changes) == (0, 1, ())
    assert again.drops == first.drops
    assert (store.record(), store.readings(), store.runs()) == before
    assert (tmp_path / "a.db").read_bytes() == content
    assert stages.read == ["1", "2"]
    assert stages.models == 1


def test_known_pages_need_no_model(store: Store, stages: Stages) -> None:
    stages.given = [page("1")]
    add(store)
    stages.models = 0
    add(store)
    assert stages.models == 0


def test_another_model_reads_the_pages_again(store: Store, stages: Stages) -> None:
    stages.given = [page("1")]
    add(store)
    summary = adding.add(["x"], store, replace(SETTINGS, model="another_model"), lambda _done, _name: None)
    assert (summary.new, summary.known) == (1, 0)
    assert store.models() == (("another_model", "unknown"),)
    assert store.articles() == 1


def test_a_page_that_cost_too_much_is_tried_again_with_other_limits(store: Store, stages: Stages) -> None:
    stages.given = [page("1", "x" * 101)]
    assert add(store).unreadable == 1
    summary = adding.add(["x"], store, replace(SETTINGS, page_bytes=1000), lambda _done, _name: None)
    assert (summary.new, summary.drops) == (1, ())


def test_a_change_names_the_article_that_brought_it(store: Store, stages: Stages) -> None:
    stages.given = [page("2")]
    assert add(store).changes == ()
    stages.given = [page("1")]
    changes = add(store).changes
    assert [(change.kind, change.articles) for change in changes] == [("new event", ())]
    assert [len(run.changes) for run in store.runs()] == [0, 1]


def test_a_fault_of_ours_on_one_page_loses_no_other_and_is_tried_again(store: Store, stages: Stages) -> None:
    stages.given = [page("1"), page("2", "#"), page("3")]
    summary = add(store)
    assert (summary.new, summary.unreadable, store.articles()) == (2, 1, 2)
    (drop,) = summary.drops
    assert (drop.page, drop.reason) == ("2", "fault of Dateline")
    assert "ZeroDivisionError" in drop.detail
    assert "report it" in drop.detail
    add(store)
    assert stages.read.count("2") == 2


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells and bounds a process's data")
def test_a_page_that_takes_too_much_memory_costs_itself_alone(store: Store, stages: Stages) -> None:
    """In this process, with no workers."""
    stages.given = [page("1"), page("2", "m"), page("3")]
    summary = add(store)
    assert (summary.new, [drop.reason for drop in summary.drops]) == (2, ["took too much memory"])


def test_broken_data_is_no_fault_of_the_page(store: Store, stages: Stages) -> None:
    stages.given = [page("1"), page("2", "~")]
    with pytest.raises(OntologyError):
        add(store)
    stages.given = [page("2", "~")]
    with pytest.raises(OntologyError):
        add(store)


def test_an_interrupted_run_keeps_what_it_read_and_goes_on(store: Store, stages: Stages) -> None:
    stages.given = [page("0"), page("1"), page("2"), page("3", "^C"), page("4")]
    with pytest.raises(KeyboardInterrupt):
        add(store)
    assert store.articles() == 3
    assert store.record() is None
    stages.given = [page("0"), page("1"), page("2"), page("4")]
    summary = add(store)
    assert (summary.new, summary.known) == (1, 3)
    assert store.record() is not None


def test_progress_names_the_page_that_is_next(store: Store, stages: Stages) -> None:
    stages.given = [page("1"), page("2")]
    seen: list[tuple[int, str]] = []
    adding.add(["x"], store, SETTINGS, lambda done, name: seen.append((done, name)))
    assert seen == [(0, "1"), (1, "2")]


def test_a_record_without_articles_says_what_to_do(store: Store) -> None:
    with pytest.raises(StoreError, match="add pages with `dateline add PAGES`"):
        record_in(store)


def test_the_stored_record_is_read_without_the_stages(store: Store, stages: Stages) -> None:
    stages.given = [page("1")]
    add(store)
    assert record_in(store) == store.record()


def test_drops_are_counted_by_reason_and_only_the_first_are_kept(store: Store, stages: Stages) -> None:
    many = KEPT_OF_A_REASON + 5
    gone = [Drop(f"a.warc#{n}", "pages", "HTTP 404", "the server answered 404") for n in range(many)]
    damaged = [Drop(f"a.warc#{n}", "pages", "damaged record", "lost", unreadable=True) for n in range(many + 1)]
    stages.given = [*gone, *damaged, page("1"), page("2", "?")]
    summary = add(store)
    assert len(summary.drops) == 2 * KEPT_OF_A_REASON + 1
    assert summary.more == (("HTTP 404", False, 5), ("damaged record", True, 6))
    assert summary.reasons(unreadable=False) == {"HTTP 404": many, "no article": 1}
    assert summary.reasons(unreadable=True) == {"damaged record": many + 1}
    assert (summary.pages, summary.unreadable, summary.kept) == (2 * many + 3, many + 1, 2)


def test_a_page_that_comes_again_in_the_same_run_is_read_once(store: Store, stages: Stages) -> None:
    """Within a batch, after it was written, and where it cost too much the first time."""
    slow = page("9", "#")
    stages.given = [page("1"), page("1"), page("2"), page("3"), slow, page("1"), page("2", "?"), page("2", "?"), slow]
    summary = add(store)
    assert stages.read == ["1", "2", "3", "9", "2"]
    assert (summary.new, summary.known) == (3, 2)
    assert (summary.reasons(unreadable=True), summary.reasons(unreadable=False)) == ({"fault of Dateline": 2}, {"no article": 2})


def test_the_size_of_batches_changes_nothing(tmp_path: Path, stages: Stages) -> None:
    stages.given = [page(str(n), "?" if n % 3 == 0 else f"A title\nText {n}.") for n in range(10)]
    found = []
    for size in (1, 3, 100):
        with Store.open(tmp_path / f"{size}.db", write=True) as store:
            adding.add(["x"], store, replace(SETTINGS, batch=size), lambda _done, _name: None)
            found.append((store.record(), store.readings()))
    assert found[0] == found[1] == found[2]
