"""Feeds: each entry is a page. What an entry gives in full is read as it stands; of the others the linked page is wanted."""

import re
from collections.abc import Iterator
from html import escape, unescape

from dateline.errors import UnreadablePage
from dateline.model.pages import Drop, Page
from dateline.pages.feed_entries import Entry, read_entries
from dateline.pages.markup import root_name
from dateline.pages.source import MAX_BYTES, STAGE, Pages, Read, Source

MEDIA_TYPE = "application/rss+xml"
SUFFIXES = (".rss", ".atom", ".rdf")
MOST_ENTRIES = 2_000
ONLY_A_SUMMARY = "only a summary"
# RSS has one field for summaries and whole texts, so length tells them apart; a field of its own is taken at its word from the length
# of a short report on. Both were set by hand and hold for English.
_FULL_DESCRIPTION_WORDS = 250
_FULL_CONTENT_WORDS = 80
# Feeds count their readers with pictures whose address is another each time: the same text must be the same page.
_PICTURE = re.compile(r"<img\b[^<>]{0,4000}>", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]{0,2000}>")
# WordPress signs summaries and whole texts alike.
_SIGNED = re.compile(r"The post .{1,300} (?:appeared first on|first appeared on) .{1,200}\Z", re.IGNORECASE | re.DOTALL)
_CUT = re.compile(
    r"(?:\.\.\.|…|\[&hellip;\]|(?:read|continue|see) (?:more|reading|the (?:full|rest|whole)\b.{0,40}))[\s\])»>→.]*\Z", re.IGNORECASE
)
_JSON_FEED = re.compile(rb'\A\s*\{.*"https?:\\?/\\?/jsonfeed\.org\\?/version', re.DOTALL)


def sniff(head: bytes) -> bool:
    """Does it begin as RSS, Atom or JSON Feed?"""
    name = root_name(head)
    if name == "rdf":
        return b"purl.org/rss/1.0" in head or b"netscape.com/rdf" in head
    return name in ("rss", "feed") or bool(_JSON_FEED.match(head.removeprefix(b"\xef\xbb\xbf")))


def expand(source: Source, _read: Read) -> Pages:
    """The entries whose whole text stands in the feed. A file never sends the program to the network: the others are named."""
    for entry in entries(source):
        if isinstance(entry, Drop):
            yield entry
            continue
        page = full_page(entry, source)
        if page:
            yield page
        elif entry.link:
            how = "`dateline add` with this address fetches it"
            yield Drop(entry.link, STAGE, ONLY_A_SUMMARY, f"the feed gives no whole text; {how}")
        else:
            yield source.drop(ONLY_A_SUMMARY, f"no whole text and no link: {entry.title[:80]!r}", unreadable=False)


def entries(source: Source) -> Iterator[Entry | Drop]:
    """The entries of a feed, or drops that say why there are none or no more."""
    content = source.stream.read(MAX_BYTES + 1)
    if len(content) > MAX_BYTES:
        yield source.drop("too large", f"a feed of more than {MAX_BYTES // 1_000_000} MB")
        return
    try:
        number = 0
        for number, entry in enumerate(read_entries(content, source.encoding, source.uri), 1):
            if number > MOST_ENTRIES:
                yield source.drop("too many entries", f"only the first {MOST_ENTRIES:,} of the feed are read", unreadable=False)
                return
            yield entry
        if not number:
            yield source.drop("empty", "the feed has no entries", unreadable=False)
    except UnreadablePage as error:
        yield source.drop("not readable", f"a feed, but {error}")


def full_page(entry: Entry, source: Source) -> Page | None:
    """The entry as an HTML page of its own, None where the feed gives less than the whole text and the linked page may give it."""
    content = entry.content if _words(entry.content) >= _words(entry.summary) else entry.summary
    least = _FULL_CONTENT_WORDS if entry.content and content == entry.content else _FULL_DESCRIPTION_WORDS
    if entry.link is None:
        least = 1
    if _words(content) < least or (entry.link and _is_cut(content)):
        return None
    title = escape(entry.title)
    content = _PICTURE.sub("", content)
    html = (
        f'<!DOCTYPE html>\n<html><head><meta charset="utf-8"><title>{title}</title></head>\n'
        f"<body><article><h1>{title}</h1>\n{content}\n</article></body></html>\n"
    )
    name = entry.link or f"{source.name}: {entry.title[:80]}"
    return Page(name, entry.link, "text/html", html.encode("utf-8"), "utf-8", source.fetched, entry.given)


def mark(entry: Entry) -> str | None:
    """What the feed says of the entry's last change: as long as it stays the same, the linked page is not asked for again."""
    said = dict(entry.given)
    return said.get("modified") or said.get("published")


def _words(html: str) -> int:
    return len(_plain(html).split())


def _is_cut(html: str) -> bool:
    return bool(_CUT.search(_SIGNED.sub("", _plain(html)[-1_000:]).strip()))


def _plain(html: str) -> str:
    return unescape(_TAG.sub(" ", html))
