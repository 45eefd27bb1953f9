"""The feed that a page names is found, and only where the page is not itself what is meant."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.pages.server import FakeTime, Site, serving
from tests.pages.test_feeds import LONG, rss

from dateline.model.pages import Drop, Page
from dateline.pages import read_pages
from dateline.pages.discovery import named_feed
from dateline.pages.fetching import Fetcher

HOME = "https://news.example/"
LINK = '<link rel="alternate" type="application/rss+xml" title="News" href="/feed">'
BASE = '<base href="https://www.news.example/en/">'


def page(*head: str) -> bytes:
    return f"<!DOCTYPE html><html><head><title>News</title>{''.join(head)}</head><body><p>Ministers met.</p></body></html>".encode()


@pytest.mark.parametrize(
    ("head", "feed"),
    [
        (LINK, "https://news.example/feed"),
        ('<LINK REL="Alternate" TYPE="application/atom+xml; charset=utf-8" HREF="https://feeds.example/a">', "https://feeds.example/a"),
        (f"{BASE}<link rel=alternate type=application/feed+json href=feed.json>", "https://www.news.example/en/feed.json"),
        (LINK.replace("News", "Comments").replace("/feed", "/comments/feed") + LINK, "https://news.example/feed"),
        ('<meta property="og:type" content="website">' + LINK, "https://news.example/feed"),
        ('<link rel="alternate" type="application/json" href="/wp-json/1">', None),
        ('<link rel="alternate" hreflang="de" href="/de">', None),
        ('<link rel="alternate" type="application/rss+xml" href="javascript:feed()">', None),
        ('<link rel="alternate" type="application/rss+xml" href="">', None),
        ('<link rel="alternate" type="application/rss+xml" href="http://[">', None),
        ('<meta property="og:type" content="article">' + LINK, None),
        ('<script type="application/ld+json">{"@type": "NewsArticle"}</script>' + LINK, None),
        ("", None),
    ],
)
def test_the_first_feed_of_a_page_that_is_no_article(head: str, feed: str | None) -> None:
    assert named_feed(page(head), HOME) == feed


@given(st.binary(max_size=200))
def test_no_bytes_raise_anything(content: bytes) -> None:
    named_feed(content, HOME)
    named_feed(b"<html><head>" + LINK.encode() + content, HOME)


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as found:
        found.routes["/"] = (200, {"ETag": '"1"'}, page(LINK))
        item = f"<item><title>Talks</title><link>{found.url('/1')}</link><description><![CDATA[{LONG * 2}]]></description></item>"
        found.routes["/feed"] = (200, {"Content-Type": "application/rss+xml"}, rss(item).encode())
        yield found


def test_the_feed_is_read_in_place_of_the_page(site: Site) -> None:
    fetcher = Fetcher(network=site.network(), clock=FakeTime().clock)
    drop, entry = read_pages([site.url("/")], fetcher=fetcher, discover=True)
    assert isinstance(drop, Drop)
    assert (drop.reason, drop.unreadable, site.url("/feed") in drop.detail) == ("names a feed", False, True)
    assert isinstance(entry, Page)
    assert entry.uri == site.url("/1")


def test_who_does_not_ask_for_it_gets_the_page(site: Site) -> None:
    (found,) = read_pages([site.url("/")], fetcher=Fetcher(network=site.network(), clock=FakeTime().clock))
    assert isinstance(found, Page)
    assert found.uri == site.url("/")
