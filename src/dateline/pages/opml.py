"""OPML: a list of feeds, as feed readers write it."""

from pathlib import Path

from dateline.errors import UnreadablePage
from dateline.model.pages import Drop
from dateline.pages.addresses import is_address
from dateline.pages.markup import local_name, parse_xml, root_name
from dateline.pages.source import MAX_BYTES, STAGE, Pages, Read, Source, Stream

MEDIA_TYPE = "text/x-opml"
SUFFIXES = (".opml",)
MOST_FEEDS = 1_000
_HEAD = 4096


def sniff(head: bytes) -> bool:
    """Is the first element `opml`?"""
    return root_name(head) == "opml"


def expand(source: Source, _read: Read) -> Pages:
    """A list alone holds no page, and a file never sends the program to the network."""
    found = feeds(source)
    if isinstance(found, Drop):
        yield found
        return
    number = "feed" if len(found) == 1 else f"{len(found):,} feeds"
    how = f"`dateline watch --once {source.name}` fetches its {number}"
    yield source.drop("a list of feeds", how, unreadable=False)


def read_list(path: Path) -> list[str] | Drop:
    """The addresses of the feeds that a file lists, or why there are none."""
    try:
        with path.open("rb") as file:
            source = Source(path.name, Stream(file), path.suffix.lower())
            if not sniff(source.stream.head(_HEAD)):
                return source.drop(
                    "not a list of feeds",
                    "give addresses (https://...) or OPML files, as feed readers export them; `dateline add` reads a saved feed",
                )
            return feeds(source)
    except (OSError, ValueError) as error:
        return Drop(path.name, STAGE, "not readable", str(getattr(error, "strerror", None) or error), unreadable=True)


def feeds(source: Source) -> list[str] | Drop:
    """The addresses of the feeds, each once, in their order, however deep the outline; or why there are none."""
    content = source.stream.read(MAX_BYTES + 1)
    if len(content) > MAX_BYTES:
        return source.drop("too large", f"a list of more than {MAX_BYTES // 1_000_000} MB")
    try:
        root = parse_xml(content, source.encoding)
    except UnreadablePage as error:
        return source.drop("not readable", f"a list of feeds, but {error}")
    outlines = (one for one in root.iter() if local_name(one) == "outline")
    # Some writers spell it `xmlurl`; links to whole sites (`htmlUrl`) are no feeds.
    named = ((one.get("xmlUrl") or one.get("xmlurl") or one.get("xmlURL") or "").strip() for one in outlines)
    found = list(dict.fromkeys(url for url in named if is_address(url)))
    if not found:
        return source.drop("empty", "the list names no feed with an http or https address", unreadable=False)
    if len(found) > MOST_FEEDS:
        return source.drop("too many feeds", f"it names {len(found):,}, more than {MOST_FEEDS:,}; cut it into parts")
    return found
