"""What an address leads to: a page, the entries of a feed with their linked pages, or the feeds of a list."""

import io

from dateline.model.pages import Drop
from dateline.pages import discovery, feeds, html, opml
from dateline.pages.feed_entries import Entry
from dateline.pages.fetching.fetcher import UNCHANGED, Fetched, Fetcher
from dateline.pages.fetching.network import NOT_REACHED, OUT_OF_TIME
from dateline.pages.fetching.patience import WAITING
from dateline.pages.formats import FORMATS
from dateline.pages.source import Pages, Read, Source, Stream

NAMES_A_FEED = "names a feed"
_HEAD = 4096
_MAY_PASS = frozenset({NOT_REACHED, OUT_OF_TIME, WAITING})


def read_address(url: str, fetcher: Fetcher, read: Read, *, discover: bool = False) -> Pages:
    """The pages at `url`, one by one. `read` reads what is neither a feed nor a list of feeds. With `discover` the feed that a
    page names is read in place of it.

    A visit is remembered once its pages have been taken, and a feed's only if none of its entries has to be tried again: a server that
    then says "unchanged" would keep them from us for good.
    """
    yield from _read(url, fetcher, read, listed=False, discover=discover)


def _read(url: str, fetcher: Fetcher, read: Read, *, listed: bool, discover: bool = False) -> Pages:
    got = fetcher.fetch(url)
    if isinstance(got, Drop):
        yield got
        return
    source = _source(url, got)
    head = source.stream.head(_HEAD)
    complete = True
    if opml.sniff(head):
        if listed:
            yield source.drop("a list in a list", "give it by itself", unreadable=False)
        else:
            yield from _listed(source, fetcher, read)
        return
    if discover and not feeds.sniff(head) and html.sniff(head) and (feed := discovery.named_feed(got.content, got.uri)):
        # The page itself is asked for anew each time: "unchanged" would say nothing of its feed.
        yield source.drop(NAMES_A_FEED, f"{feed} is read in place of it", unreadable=False)
        yield from _read(feed, fetcher, read, listed=False)
        return
    pages = _followed(source, fetcher, read) if feeds.sniff(head) else read(source)
    for page in pages:
        complete = complete and not (isinstance(page, Drop) and page.reason in _MAY_PASS)
        yield page
    if complete:
        fetcher.visits.keep(got.visit)


def _listed(source: Source, fetcher: Fetcher, read: Read) -> Pages:
    """A list is asked for anew each time: "unchanged" says nothing of its feeds."""
    found = opml.feeds(source)
    if isinstance(found, Drop):
        yield found
        return
    for url in found:
        yield from _read(url, fetcher, read, listed=True)


def _followed(source: Source, fetcher: Fetcher, read: Read) -> Pages:
    for entry in feeds.entries(source):
        if isinstance(entry, Drop):
            yield entry
        elif page := feeds.full_page(entry, source):
            yield page
        elif entry.link is None:
            yield source.drop(feeds.ONLY_A_SUMMARY, f"no text and no link: {entry.title[:80]!r}", unreadable=False)
        else:
            yield from _linked(entry, entry.link, fetcher, read)


def _linked(entry: Entry, link: str, fetcher: Fetcher, read: Read) -> Pages:
    mark = feeds.mark(entry)
    known = fetcher.visits.find(link)
    if known and known.mark == mark:
        yield Drop(link, "pages", UNCHANGED, "the feed tells of no change since it was fetched")
        return
    got = fetcher.fetch(link, mark)
    if isinstance(got, Drop):
        yield got
        return
    yield from read(_source(link, got, entry.given))
    fetcher.visits.keep(got.visit)


def _source(url: str, got: Fetched, given: tuple[tuple[str, str], ...] = ()) -> Source:
    suffix = next((one.suffixes[0] for one in FORMATS if one.media_type == got.media_type), "")
    stream = Stream(io.BytesIO(got.content))
    return Source(url, stream, suffix, got.uri, got.encoding, got.fetched, given, inside=bool(given))
