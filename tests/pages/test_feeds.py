"""Feeds of every kind give a page for each entry; hostile ones give a drop and cost nothing."""

import io
import json
import time
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.model.pages import Drop, Page
from dateline.pages.feed_entries import read_entries
from dateline.pages.feeds import full_page, mark, sniff
from dateline.pages.read import read_source
from dateline.pages.source import Source, Stream

LONG = "<p>" + "The two ministers spoke of the border for an hour and agreed to meet again. " * 20 + "</p>"
SHORT = "The ministers spoke of the border."


def read(content: bytes | str, uri: str | None = None, encoding: str | None = None, fetched: str | None = None) -> Sequence[Page | Drop]:
    content = content.encode() if isinstance(content, str) else content
    return list(read_source(Source("feed", Stream(io.BytesIO(content)), "", uri, encoding, fetched)))


def rss(items: str, head: str = "", prolog: str = '<?xml version="1.0" encoding="UTF-8"?>') -> str:
    spaces = 'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    spaces += ' xmlns:media="http://search.yahoo.com/mrss/"'
    about = "<title>Oslo Ledger</title><link>https://ledger.example/</link>"
    return f'{prolog}<rss version="2.0" {spaces}><channel>{about}{head}{items}</channel></rss>'


RSS_2 = rss(
    f"""<item><title>Ministers &amp;amp; envoys meet</title><link>https://ledger.example/1?a=1&amp;b=2</link>
    <guid isPermaLink="false">x-1</guid>
    <dc:creator>Ada Berg</dc:creator><dc:creator><![CDATA[Nils Holm]]></dc:creator><pubDate>Wed, 12 Apr 2017 23:30:00 -0400</pubDate>
    <media:title>A picture</media:title><media:content url="https://ledger.example/1.jpg"/><description>{SHORT}</description>
    <content:encoded><![CDATA[{LONG}]]></content:encoded></item>""",
    "<language>en-gb</language>",
)
RSS_091 = f"""<?xml version="1.0"?><!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN"
 "http://my.netscape.com/publish/formats/rss-0.91.dtd">
<rss version="0.91"><channel><title>Oslo Ledger</title><link>https://ledger.example/</link><language>en-gb</language>
<item><title>Ministers &amp;amp; envoys meet</title><link>https://ledger.example/1?a=1&amp;b=2</link>
<author>desk@ledger.example (Ada Berg)</author><author>Nils Holm</author><pubDate>Wed, 12 Apr 2017 23:30:00 -0400</pubDate>
<description>{(LONG * 2).replace("<", "&lt;")}</description></item></channel></rss>"""
RSS_1 = f"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel rdf:about="https://ledger.example/"><title>Oslo Ledger</title>
<dc:language>en-gb</dc:language>
<link>https://ledger.example/</link></channel><item rdf:about="https://ledger.example/1"><title>Ministers &amp;amp; envoys meet</title>
<link>https://ledger.example/1?a=1&amp;b=2</link><dc:creator>Ada Berg</dc:creator><dc:creator>Nils Holm</dc:creator>
<dc:date>2017-04-12T23:30:00-04:00</dc:date>
<content:encoded><![CDATA[{LONG}]]></content:encoded></item></rdf:RDF>"""
ATOM = f"""<?xml version="1.0" encoding="utf-8"?><!-- made by hand -->
<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://ledger.example/" xml:lang="en-gb">
<title type="html">Oslo Ledger</title><link rel="self" href="https://ledger.example/feed"/><updated>2017-05-01T00:00:00Z</updated>
<entry><title type="html">Ministers &amp;amp; envoys meet</title><link rel="self" href="/wrong"/>
<link rel="alternate" type="application/json" href="/wrong.json"/>
<link rel="alternate" type="text/html" href="/1?a=1&amp;b=2"/><author><name>Ada Berg</name><email>a@ledger.example</email></author>
<author><name>Nils Holm</name></author>
<published>2017-04-12T23:30:00-04:00</published><updated>2017-04-13T08:00:00Z</updated><summary>{SHORT}</summary>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{LONG}</div></content></entry></feed>"""
JSON_FEED = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Oslo Ledger",
        "home_page_url": "https://ledger.example/",
        "language": "en-gb",
        "items": [
            {
                "id": "x-1",
                "url": "/1?a=1&b=2",
                "title": "Ministers & envoys meet",
                "authors": [{"name": "Ada Berg"}, {"name": "Nils Holm"}],
                "date_published": "2017-04-12T23:30:00-04:00",
                "content_html": LONG,
            }
        ],
    }
)


@pytest.mark.parametrize("feed", [RSS_2, RSS_091, RSS_1, ATOM, JSON_FEED], ids=["rss-2.0", "rss-0.91", "rss-1.0", "atom", "json"])
def test_an_entry_with_its_whole_text_is_a_page(feed: str) -> None:
    (page,) = read(feed, fetched="2017-05-01T10:00:00Z")
    assert isinstance(page, Page)
    assert page.uri == page.name == "https://ledger.example/1?a=1&b=2"
    assert (page.media_type, page.encoding, page.fetched) == ("text/html", "utf-8", "2017-05-01T10:00:00Z")
    text = page.content.decode()
    assert "spoke of the border for an hour" in text
    assert "<h1>Ministers &amp; envoys meet</h1>" in text
    assert "A picture" not in text
    given = [(name, value) for name, value in page.given if name != "modified"]
    assert given == [
        ("title", "Ministers & envoys meet"),
        ("author", "Ada Berg"),
        ("author", "Nils Holm"),
        ("published", "2017-04-12T23:30:00-04:00"),
        ("site", "Oslo Ledger"),
        ("language", "en-gb"),
    ]


def test_an_update_is_no_publication() -> None:
    (page,) = read(ATOM.replace("<published>2017-04-12T23:30:00-04:00</published>", ""))
    assert isinstance(page, Page)
    assert [one for one in page.given if one[0] in ("published", "modified")] == [("modified", "2017-04-13T08:00:00+00:00")]


@pytest.mark.parametrize("words", ["Tuesday", "12", "yesterday", "31 Feb 2017", "99/99/9999", "2017-13-45"])
def test_dates_are_never_made_up(words: str) -> None:
    (entry,) = read_entries(rss(f"<item><title>T</title><pubDate>{words}</pubDate></item>").encode(), None, None)
    assert dict(entry.given)["published"] == words


@pytest.mark.parametrize(
    ("item", "whole"),
    [
        (f"<description><![CDATA[{LONG}]]></description>", True),
        (f"<description>{SHORT}</description>", False),
        (f"<description><![CDATA[{LONG[:-4]} Read more</p>]]></description>", False),
        (f"<content:encoded><![CDATA[{LONG} <a>Continue reading →</a>]]></content:encoded>", False),
        (f"<content:encoded><![CDATA[{LONG} [&hellip;] The post <a>It</a> appeared first on <a>Ledger</a>.]]></content:encoded>", False),
        (f"<content:encoded><![CDATA[{LONG} The post <a>It</a> appeared first on <a>Ledger</a>.]]></content:encoded>", True),
        (f"<content:encoded>{SHORT}</content:encoded><description><![CDATA[{LONG}]]></description>", True),
        ("", False),
    ],
)
def test_whole_texts_are_told_from_summaries(item: str, whole: bool) -> None:
    (found,) = read(rss(f"<item><title>T</title><link>https://ledger.example/1</link>{item}</item>"))
    assert isinstance(found, Page) == whole
    if isinstance(found, Drop):
        assert (found.page, found.reason, found.unreadable) == ("https://ledger.example/1", "only a summary", False)
        assert "dateline add" in found.detail


def test_an_entry_without_a_link_is_what_it_says() -> None:
    first, second = read(rss(f"<item><title>T</title><description>{SHORT}</description></item><item><title>U</title></item>"))
    assert isinstance(first, Page)
    assert (first.name, first.uri) == ("feed: T", None)
    assert isinstance(second, Drop)
    assert second.reason == "only a summary"


@pytest.mark.parametrize(
    "link",
    ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "ftp://ledger.example/", "http://[", "https://a\u202eb.example/"],
)
def test_links_of_other_schemes_are_none(link: str) -> None:
    for feed in (
        rss(f"<item><title>T</title><link>{link}</link><description>{SHORT}</description></item>"),
        f'<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>T</title><link href="{link}"/><content>{SHORT}</content></entry></feed>',
        json.dumps({"version": "https://jsonfeed.org/version/1", "items": [{"url": link, "content_text": SHORT}]}),
    ):
        (page,) = read(feed, uri="https://ledger.example/feed")
        assert isinstance(page, Page)
        assert page.uri is None


def test_relative_links_are_seen_from_the_feed() -> None:
    feed = (
        f'<rss version="2.0"><channel><item><title>T</title><link>../x</link><description>{LONG}{LONG}</description></item></channel></rss>'
    )
    (page,) = read(feed, uri="https://ledger.example/news/feed")
    assert isinstance(page, Page)
    assert page.uri == "https://ledger.example/x"
    (entry,) = read_entries(feed.encode(), None, None)
    assert entry.link is None


def test_the_mark_is_the_last_change() -> None:
    for feed, said in ((ATOM, "2017-04-13T08:00:00+00:00"), (RSS_2, "2017-04-12T23:30:00-04:00")):
        (entry,) = read_entries(feed.encode(), None, None)
        assert mark(entry) == said


@pytest.mark.parametrize(
    ("content", "declared"),
    [
        ('<?xml version="1.0" encoding="ISO-8859-1"?>{}'.encode("latin-1"), None),
        ('<?xml version="1.0" encoding="windows-1252"?>{}'.encode("latin-1"), "utf-8"),
        ("\ufeff{}".encode("utf-16-le"), None),
        ("\ufeff{}".encode(), None),
        (b"{}", "ISO-8859-1"),
        (b"\n\n  <!-- --><?xml-stylesheet href='x'?>{}", None),
        (b'<?xml version="1.0" encoding="unicode_escape"?>{}', None),
    ],
)
def test_encodings(content: bytes, declared: str | None) -> None:
    codec = "utf-16-le" if content.startswith(b"\xff\xfe") else "latin-1" if declared or b"8859" in content else "utf-8"
    feed = rss(f"<item><title>Møte i Genève</title><description>{SHORT}</description></item>", prolog="")
    (page,) = read(content.replace("{}".encode(codec), feed.encode(codec)), encoding=declared)
    assert isinstance(page, Page)
    assert ("title", "Møte i Genève") in page.given


def test_names_of_html_and_stray_bytes_are_mended() -> None:
    feed = rss("<item><title>Caf&eacute;&nbsp;talks &amp; more</title><description>A &mdash; B \x0b\x1f &undefined; C</description></item>")
    (page,) = read(feed.encode() + b"\xff\xfe junk")
    assert isinstance(page, Page)
    assert page.given[0] == ("title", "Café talks & more")
    assert "A — B" in page.content.decode()


@pytest.mark.parametrize(
    "feed",
    [
        "<rss><rss:channel><rss:item><rss:title>One</rss:title><media:title>No</media:title></rss:item></rss:channel></rss>",
        "<rss><channel><item><title>One</title><link>https://a.example/</item><item><title>Two</title></item></channel></rss>",
        '<?xml?xml version="1.0" encoding="UTF-8" ??><rss><channel><item><title>One</title></item></channel></rss>',
        '<?xml version="1.0" encoding="utf-16"?><rss><channel><item><title>One</title></item></channel></rss>',
        "<rss><channel><item><title>One</title><description>a <b> c & d</description></item><item><title>Two</title>",
    ],
)
def test_broken_feeds_of_the_world_are_mended(feed: str) -> None:
    found = [dict(entry.given)["title"] for entry in read_entries(feed.encode(), None, None)]
    assert found == ["One", "Two"][: len(found)]
    assert found


def bomb() -> str:
    lines = "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
    return rss("<item><title>&j;</title></item>", prolog=f'<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa">{lines}]>')


HOSTILE = {
    "bomb": bomb(),
    "bomb in UTF-16": ("\ufeff" + bomb()).encode("utf-16-le"),
    "file": rss("<item><title>&x;</title></item>", prolog='<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
    "parameter": rss("", prolog='<!DOCTYPE rss [<!ENTITY % x SYSTEM "http://127.0.0.1:1/x.dtd"> %x;]>'),
    "deep": rss("<item>" + "<a>" * 200_000),
    "deep text": rss(f"<item><title>T</title><description>{'<b>' * 100_000}</description></item>"),
    "cut": RSS_2[:700],
    "cut early": "<rss",
    "no items": "<rss version='2.0'><channel/></rss>",
    "many attributes": "<rss " + " ".join(f"a{n}='{n}'" for n in range(50_000)) + "><channel/></rss>",
    "long title": rss(f"<item><title>{'a ' * 3_000_000}</title></item>"),
    "open brackets": rss(f"<item><title>{'&lt;' * 300_000}</title><description>{'&lt;' * 300_000}{'...' * 99_999}</description></item>"),
    "deep title": rss(f"<item><title>{'&lt;b&gt;' * 100_000}</title></item>"),
    "posts": rss(f"<item><title>T</title><link>https://a.example</link><description>{'The post ' * 100_000}</description></item>"),
    "json of lists": '{"version": "https://jsonfeed.org/version/1", "items": ' + "[" * 100_000,
    "json of odd types": json.dumps(
        {"version": "https://jsonfeed.org/version/1", "title": 5, "items": [1, None, {"url": [], "authors": {"name": 1}}, {}]}
    ),
    "json of no items": '{"version": "https://jsonfeed.org/version/1"}',
    "json as rss": '<rss>{"version": "https://jsonfeed.org/version/1"}</rss>',
    "surrogates": '{"version": "https://jsonfeed.org/version/1", "items": [{"title": "\\ud800", "content_text": "\\udfff x"}]}',
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_feeds_are_read_or_dropped_in_time(name: str) -> None:
    started = time.process_time()
    found = read(HOSTILE[name])
    assert time.process_time() - started < 5
    assert found
    assert all(isinstance(one, Drop) or len(one.content) < 20_000_000 for one in found)
    assert "root:" not in "".join(one.content.decode() for one in found if isinstance(one, Page))
    if name.startswith(("bomb", "file", "parameter")):
        (drop,) = found
        assert isinstance(drop, Drop)
        assert (drop.reason, "entities" in drop.detail) == ("not readable", True)


def test_a_feed_without_end_ends() -> None:
    found = read(rss(f"<item><title>T</title><description>{SHORT}</description></item>" * 2_500))
    assert len(found) == 2_001
    assert isinstance(found[-1], Drop)
    assert found[-1].reason == "too many entries"


@pytest.mark.parametrize(
    "head",
    [
        b"<html><feed>",
        b"<?xml version='1.0'?><invoice/>",
        b"<rssx>",
        b"feed",
        b"{}",
        b'{"items": []}',
        b"",
        b"<!-- <rss> -->",
        b"<rdf:RDF x>",
    ],
)
def test_other_formats_are_no_feeds(head: bytes) -> None:
    assert not sniff(head)


def test_a_feed_that_holds_html_is_no_html(tmp_path: object) -> None:
    (found,) = read(
        rss("<item><title>T</title><link>https://a.example/</link><description>&lt;html&gt;<![CDATA[<html>]]></description></item>")
    )
    assert isinstance(found, Drop)
    assert found.reason == "only a summary"


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=200), st.integers(0, len(RSS_2)), st.integers(0, 30), st.sampled_from([RSS_2, ATOM, RSS_1, JSON_FEED]))
def test_broken_feeds_raise_nothing(junk: bytes, at: int, cut: int, feed: str) -> None:
    content = feed.encode()
    for one in read(content[:at] + junk + content[at + cut :], uri="https://ledger.example/feed"):
        assert isinstance(one, (Page, Drop))


def test_pages_of_entries_depend_on_nothing_else() -> None:
    """The same entry in a longer feed, fetched later, is the same page: its bytes tell that it is known."""
    (alone,) = read(RSS_2.replace("]]></content", '<img src="https://count.example/?x=1">]]></content'))
    longer = read(
        RSS_2.replace("]]></content", '<IMG width=1 src="https://count.example/?x=2"/>]]></content').replace(
            "<item>", f"<item><title>New</title><description>{SHORT}</description></item><item>"
        ),
        fetched="2020-01-01",
    )
    assert isinstance(alone, Page)
    assert alone.content in [one.content for one in longer if isinstance(one, Page)]


def test_full_page_escapes_titles() -> None:
    (entry,) = read_entries(
        rss(f"<item><title>&lt;script&gt;x&lt;/script&gt; &amp;lt;b&amp;gt;</title><description>{SHORT}</description></item>").encode(),
        None,
        None,
    )
    page = full_page(entry, Source("f", Stream(io.BytesIO(b""))))
    assert page
    assert b"<script>" not in page.content
