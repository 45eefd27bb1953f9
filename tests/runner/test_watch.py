"""Rounds of a watch against a server on loopback; the stages that read a page are stood in for."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from tests.pages.server import FakeTime, Site, serving
from tests.pages.test_feeds import LONG, rss
from tests.records import reading, small_record

from dateline import __version__
from dateline.errors import UsageError
from dateline.model.pages import Drop, Page
from dateline.model.reports import Reading
from dateline.pages.fetching import Clock, Fetcher
from dateline.runner import adding, one_page, steps
from dateline.runner.watch import Round, watch
from dateline.settings import Settings
from dateline.store import Store

SETTINGS = Settings(batch=2)


class Desk:
    """A site with a feed at /feed, a record, and a clock that calls `plan` (what happens before which round) when the watch sleeps."""

    def __init__(self, site: Site, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
        self.site = site
        self.store = store
        self.time = FakeTime()
        self.rounds: list[Round] = []
        self.read: list[str] = []
        self.failing: set[str] = set()
        monkeypatch.setattr(one_page, "Annotator", lambda _model: None)
        monkeypatch.setattr(one_page, "read_page", self.page)
        monkeypatch.setattr(steps, "make_record", lambda _readings, _as_of, models: replace(small_record(), models=models))
        self.feed("a")

    def page(self, page: Page, _annotator: None) -> Reading | Drop:
        if page.name in self.failing:
            raise KeyboardInterrupt
        self.read.append(page.name.rpartition("/")[2])
        return reading(f"a-{page.name}", "A title\nA text.")

    def feed(self, *names: str, path: str = "/feed") -> None:
        """Whole texts but for names in capitals, whose pages stand at their link."""
        items = []
        for name in names:
            text = "Short." if name.isupper() else LONG * 2
            items.append(
                f"<item><title>{name}</title><link>{self.site.url('/' + name)}</link><description><![CDATA[{text}]]></description></item>"
            )
            self.site.routes.setdefault(f"/{name}", (200, {}, b"<html><p>Long.</p></html>"))
        self.site.routes[path] = (200, {"Content-Type": "application/rss+xml"}, rss("".join(items)).encode())

    def watch(self, *sources: str, plan: dict[int, Callable[[], None]], every: float = 900.0) -> None:
        """Rounds until the plan is done; then somebody presses Ctrl-C."""

        def sleep(seconds: float) -> None:
            self.time.sleep(seconds)
            if seconds > 60:  # the others are polite pauses
                if len(self.rounds) not in plan:
                    raise KeyboardInterrupt
                plan[len(self.rounds)]()

        clock = Clock(lambda: self.time.seconds, sleep, lambda: "2030-01-02T03:04:05Z")
        fetcher = Fetcher(network=self.site.network(), clock=clock)
        watch(sources, self.store, SETTINGS, every, self.rounds.append, fetcher=fetcher, clock=clock)

    def counts(self) -> list[tuple[int, int, list[str]]]:
        return [(one.summary.new, one.summary.known, [drop.reason for drop in one.summary.drops]) for one in self.rounds]


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    with serving() as site, Store.open(tmp_path / "a.db", write=True) as store:
        yield Desk(site, store, monkeypatch)


def test_each_round_adds_what_is_new(desk: Desk) -> None:
    url = desk.site.url("/feed")
    desk.watch(url, plan={1: lambda: desk.feed("b", "a", "C"), 2: lambda: None})
    assert desk.counts() == [(1, 0, []), (2, 1, []), (0, 3, [])]
    assert desk.read == ["a", "b", "C"]
    # The linked page was fetched once, and the record was made of all.
    assert desk.site.pages() == ["/feed", "/feed", "/C", "/feed"]
    assert desk.store.articles() == 3
    assert not desk.store.stale(__version__)
    assert [one.wait is not None and 800 < one.wait <= 900 for one in desk.rounds] == [True] * 3


def test_another_watch_of_the_record_remembers(desk: Desk) -> None:
    desk.feed("a", "C")
    desk.watch(desk.site.url("/feed"), plan={})
    desk.site.hits.clear()
    desk.watch(desk.site.url("/feed"), plan={})
    assert desk.counts() == [(2, 0, []), (0, 2, [])]
    assert desk.site.pages() == ["/feed"]


def test_a_failing_feed_is_named_and_left_alone_for_longer_each_time(desk: Desk) -> None:
    desk.feed("b", path="/other")
    broken = (404, {}, b"")
    desk.site.routes["/feed"] = broken
    desk.watch(desk.site.url("/feed"), desk.site.url("/other"), plan=dict.fromkeys(range(1, 6), lambda: None), every=200)
    assert [drops for _, _, drops in desk.counts()] == [["not found"], ["not yet"], ["not found"], ["not yet"], ["not yet"], ["not found"]]
    assert [new for new, _, _ in desk.counts()] == [1, 0, 0, 0, 0, 0]
    assert desk.site.pages().count("/feed") == 3
    assert desk.site.pages().count("/other") == 6


def test_a_page_that_fails_at_first_comes_later_although_the_feed_is_the_same(desk: Desk) -> None:
    desk.feed("C")
    feed = desk.site.routes["/feed"]
    assert isinstance(feed, tuple)
    desk.site.routes["/feed"] = lambda handler: (
        (304, {}, b"") if handler.headers["If-None-Match"] else (200, {**feed[1], "ETag": '"1"'}, feed[2])
    )
    whole = desk.site.routes["/C"]
    desk.site.routes["/C"] = (503, {}, b"")
    desk.watch(desk.site.url("/feed"), plan={1: lambda: desk.site.routes.update({"/C": whole}), 2: lambda: None})
    assert desk.counts() == [(0, 0, ["not reached"]), (1, 0, []), (0, 1, [])]


def test_an_interrupted_round_loses_nothing(desk: Desk) -> None:
    desk.feed("a", "b", "C", "d")
    desk.failing = {desk.site.url("/C")}
    url = desk.site.url("/feed")
    desk.watch(url, plan={})
    assert desk.rounds == []
    assert desk.store.articles() == 2
    assert not desk.store.stale(__version__)
    desk.failing = set()
    desk.watch(url, plan={})
    assert desk.counts() == [(2, 2, [])]
    assert desk.read == ["a", "b", "C", "d"]


def test_lists_are_read_anew_each_round(desk: Desk, tmp_path: Path) -> None:
    listed = tmp_path / "mine.opml"

    def write(*paths: str) -> None:
        outlines = "".join(f'<outline xmlUrl="{desk.site.url(path)}"/>' for path in paths)
        listed.write_text(f"<opml><body>{outlines}</body></opml>", encoding="utf-8")

    write("/feed")
    desk.feed("b", path="/other")
    desk.watch(str(listed), desk.site.url("/feed"), plan={1: lambda: write("/feed", "/other"), 2: listed.unlink})
    assert desk.counts() == [(1, 0, []), (1, 1, []), (0, 1, ["not readable"])]


@pytest.mark.parametrize("content", [None, "words", "<rss/>", "<opml/>", "<opml><!ENTITY"])
def test_what_can_never_be_watched_is_said_at_once(desk: Desk, tmp_path: Path, content: str | None) -> None:
    path = tmp_path / "list.opml"
    if content is not None:
        path.write_text(content, encoding="utf-8")
    with pytest.raises(UsageError, match=r"list\.opml"):
        desk.watch(desk.site.url("/feed"), str(path), plan={})
    assert desk.site.hits == []


def test_of_a_site_the_feed_that_it_names_is_watched(desk: Desk) -> None:
    desk.site.routes["/"] = (200, {}, b'<html><head><link rel="alternate" type="application/atom+xml" href="/feed"></head></html>')
    desk.feed("a")
    desk.watch(desk.site.url("/"), plan={1: lambda: desk.feed("b", "a")})
    assert desk.read == ["a", "b"]
    assert desk.counts() == [(1, 0, ["names a feed"]), (1, 1, ["names a feed"])]


def test_pages_read_by_another_version_are_fetched_whole(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.feed("C")
    desk.watch(desk.site.url("/feed"), plan={})
    monkeypatch.setattr(adding, "__version__", "99")
    desk.watch(desk.site.url("/feed"), plan={})
    assert desk.read == ["C", "C"]
