"""What addresses of feeds and lists lead to, from a server on loopback; and what is not asked for a second time."""

import gzip
import socket
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from tests.pages.server import FakeTime, Site, serving
from tests.pages.test_feeds import LONG, SHORT, rss
from tests.pages.test_fetch import PAGE, Book

from dateline.model.pages import Drop, Page
from dateline.pages import read_pages
from dateline.pages.fetching import Fetcher

FEED = {"Content-Type": "application/rss+xml; charset=utf-8", "Date": "Mon, 01 May 2023 10:00:00 GMT"}


class Reader:
    """A site, a fetcher with a book of visits, and a time that does not pass."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.time = FakeTime()
        self.book = Book()
        self.fetcher = Fetcher(self.book, site.network(), clock=self.time.clock)

    def read(self, *paths: str) -> Sequence[Page | Drop]:
        """What the paths lead to; the hits are those of this reading."""
        self.site.hits.clear()
        self.time.seconds += 1_000_000
        return list(read_pages([self.site.url(path) for path in paths], fetcher=self.fetcher))

    def item(self, path: str, *, whole: bool = False, day: str = "") -> str:
        date = f"<pubDate>{day}</pubDate>" if day else ""
        text = f"<description><![CDATA[{LONG * 2 if whole else SHORT}]]></description>"
        return f"<item><title>On {path}</title><link>{self.site.url(path)}</link>{date}{text}</item>"

    def feed(self, *items: str, **headers: str) -> None:
        self.site.routes["/feed"] = (200, {**FEED, **headers}, rss("".join(items)).encode())


@pytest.fixture
def reader() -> Iterator[Reader]:
    with serving() as site:
        for path in ("/1", "/2", "/3"):
            site.routes[path] = (200, {"ETag": f'"{path}"'}, PAGE + path.encode())
        yield Reader(site)


def reasons(found: Sequence[Page | Drop]) -> list[str]:
    return [one.reason if isinstance(one, Drop) else "page" for one in found]


def test_whole_texts_are_taken_and_others_fetched(reader: Reader) -> None:
    reader.feed(reader.item("/1", whole=True), reader.item("/2", day="Sun, 30 Apr 2023 08:00:00 +0200"), reader.item("/none"))
    whole, linked, missing = reader.read("/feed")
    assert isinstance(whole, Page)
    assert (whole.uri, whole.fetched) == (reader.site.url("/1"), "2023-05-01T10:00:00Z")
    assert isinstance(linked, Page)
    assert (linked.uri, linked.content) == (reader.site.url("/2"), PAGE + b"/2")
    assert ("published", "2023-04-30T08:00:00+02:00") in linked.given
    assert ("title", "On /2") in linked.given
    assert ("site", "Oslo Ledger") in linked.given
    assert isinstance(missing, Drop)
    assert (missing.page, missing.reason) == (reader.site.url("/none"), "not found")
    assert reader.site.pages() == ["/feed", "/2", "/none"]


def test_what_was_seen_is_not_asked_for_again(reader: Reader) -> None:
    reader.feed(reader.item("/2", day="Sun, 30 Apr 2023 08:00:00 +0200"))
    assert reasons(reader.read("/feed")) == ["page"]
    reader.feed(reader.item("/3"), reader.item("/2", day="Sun, 30 Apr 2023 08:00:00 +0200"))
    assert reasons(reader.read("/feed")) == ["page", "unchanged"]
    assert reader.site.pages() == ["/feed", "/3"]
    # The feed tells of a change: the page is asked for, and only its server knows that it is the same.
    for _ in range(2):
        reader.feed(reader.item("/2", day="Mon, 01 May 2023 08:00:00 +0200"))
        reader.read("/feed")
    assert reader.site.pages() == ["/feed"]


def test_an_unchanged_feed_costs_one_request(reader: Reader) -> None:
    reader.feed(reader.item("/2"), ETag='"f"')
    reader.read("/feed")
    feed = reader.site.routes["/feed"]
    reader.site.routes["/feed"] = lambda handler: (304, {}, b"") if handler.headers["If-None-Match"] == '"f"' else feed  # type: ignore[return-value]
    assert reasons(reader.read("/feed")) == ["unchanged"]
    assert reader.site.pages() == ["/feed"]


@pytest.mark.parametrize(("status", "kept"), [(404, True), (403, True), (503, False), (429, False)])
def test_a_feed_is_not_done_with_while_an_entry_may_still_come(reader: Reader, status: int, kept: bool) -> None:
    reader.site.routes["/1"] = (status, {}, b"")
    reader.feed(reader.item("/1"), reader.item("/2"), ETag='"f"')
    assert len(reader.read("/feed")) == 2
    assert (reader.site.url("/feed") in reader.book.known) == kept
    assert reader.site.url("/2") in reader.book.known


def test_a_visit_counts_when_its_pages_were_taken(reader: Reader) -> None:
    reader.feed(reader.item("/1", whole=True), reader.item("/2"))
    pages = read_pages([reader.site.url("/feed")], fetcher=reader.fetcher)
    next(pages)
    next(pages)
    assert reader.book.known == {}
    assert list(pages) == []
    assert set(reader.book.known) == {reader.site.url("/feed"), reader.site.url("/2")}


def test_links_that_lead_inside_are_refused(reader: Reader) -> None:
    links = ["http://127.0.0.1/a", "http://[::1]/a", "http://169.254.169.254/latest/meta-data/", "http://localhost/a", "file:///etc/passwd"]
    reader.feed(*(f"<item><title>T</title><link>{link}</link></item>" for link in links))
    assert reasons(reader.read("/feed")) == ["address refused"] * 4 + ["only a summary"]
    assert reader.site.pages() == ["/feed"]


def test_a_list_of_feeds_is_followed_once(reader: Reader) -> None:
    reader.feed(reader.item("/1", whole=True))
    named = [reader.site.url("/feed"), reader.site.url("/list"), reader.site.url("/none"), "http://10.0.0.1/feed"]
    outlines = "".join(f'<outline xmlUrl="{url}"/>' for url in named)
    reader.site.routes["/list"] = (200, {"Content-Type": "text/x-opml"}, f"<opml><body>{outlines}</body></opml>".encode())
    assert reasons(reader.read("/list")) == ["page", "a list in a list", "not found", "address refused"]


def test_other_kinds_of_files_are_read_by_their_content(reader: Reader) -> None:
    text = b"Oslo, May 1. The ministers met."
    reader.site.routes["/text"] = (200, {"Content-Type": "text/plain; charset=koi8-r"}, text)
    reader.site.routes["/zip"] = (200, {"Content-Type": "application/octet-stream"}, gzip.compress(PAGE))
    reader.site.routes["/png"] = (200, {"Content-Type": "text/html"}, b"\x89PNG\r\n\x1a\n\0\0\0")
    reader.site.routes["/broken"] = (200, FEED, b"<rss><!ENTITY")
    plain, unpacked, picture, broken = reader.read("/text", "/zip", "/png", "/broken")
    assert isinstance(plain, Page)
    assert (plain.media_type, plain.encoding, plain.content) == ("text/plain", "koi8-r", text)
    assert isinstance(unpacked, Page)
    assert unpacked.content == PAGE
    assert reasons([picture, broken]) == ["not a known format", "not readable"]


def test_files_never_go_to_the_network(reader: Reader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def nothing(*_args: object, **_named: object) -> None:
        raise AssertionError("a file sent the program to the network")

    monkeypatch.setattr(socket, "getaddrinfo", nothing)
    monkeypatch.setattr(socket, "socket", nothing)
    (tmp_path / "a.rss").write_text(rss(reader.item("/1")))
    (tmp_path / "b.opml").write_text(f'<opml><outline xmlUrl="{reader.site.url("/feed")}"/></opml>')
    (tmp_path / "c.xml").write_text(rss(reader.item("/1"), prolog='<!DOCTYPE rss SYSTEM "http://news.example/rss.dtd">'))
    assert reasons(list(read_pages([str(tmp_path)]))) == ["only a summary", "a list of feeds", "only a summary"]
