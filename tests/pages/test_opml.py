"""Lists of feeds, as feed readers write them."""

import io

import pytest

from dateline.model.pages import Drop
from dateline.pages.opml import MOST_FEEDS, feeds, sniff
from dateline.pages.read import read_source
from dateline.pages.source import Source, Stream

LIST = b"""<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0"><head><title>Mine</title></head><body>
  <outline text="Europe" title="Europe">
    <outline type="rss" text="Oslo Ledger" xmlUrl="https://ledger.example/feed?a=1&amp;b=2" htmlUrl="https://ledger.example/"/>
    <outline text="North"><outline text="Fjord" xmlurl=" http://fjord.example/rss "/></outline>
  </outline>
  <outline text="Again" xmlUrl="https://ledger.example/feed?a=1&amp;b=2"/>
  <outline text="Bad" xmlUrl="javascript:alert(1)"/><outline text="File" xmlUrl="file:///etc/passwd"/><outline text="Site" htmlUrl="https://x.example/"/>
</body></opml>"""


def source(content: bytes) -> Source:
    return Source("list.opml", Stream(io.BytesIO(content)), ".opml")


def test_each_feed_is_named_once_however_deep() -> None:
    assert sniff(LIST)
    assert feeds(source(LIST)) == ["https://ledger.example/feed?a=1&b=2", "http://fjord.example/rss"]


def test_a_file_says_how_its_feeds_are_fetched() -> None:
    (drop,) = read_source(source(LIST))
    assert isinstance(drop, Drop)
    assert (drop.reason, drop.unreadable) == ("a list of feeds", False)
    assert "dateline watch --once list.opml" in drop.detail


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"<opml><body/></opml>", "empty"),
        (b"<opml", "empty"),
        (b'<!DOCTYPE opml [<!ENTITY a "b">]><opml><body><outline xmlUrl="http://&a;.example/"/></body></opml>', "not readable"),
        (b"<opml>" + b"<outline>" * 100_000, "empty"),
        (
            b"<opml>" + b"".join(b'<outline xmlUrl="http://a.example/%d"/>' % n for n in range(MOST_FEEDS + 1)) + b"</opml>",
            "too many feeds",
        ),
    ],
)
def test_what_is_no_list_is_dropped(content: bytes, reason: str) -> None:
    found = feeds(source(content))
    assert isinstance(found, Drop)
    assert found.reason == reason
