"""What a feed says: RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0, JSON Feed.

Dates are kept as their writer gave them, with their own offset, and never guessed. Feed libraries read "Tuesday" as the Tuesday of the
machine's clock, turn all times into UTC (another day, for the evening of a western city), or take the day of an update for that of
publication.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime
from html import escape
from typing import Any

from lxml import etree

from dateline.errors import UnreadablePage
from dateline.pages.addresses import MAX_URL, NotFetched, is_address, join
from dateline.pages.markup import decode, local_name, parse_xml

_LONGEST_VALUE = 1_000  # of a title or name: more is an attack
_MOST_AUTHORS = 50
_ATOM = ("http://www.w3.org/2005/Atom", "http://purl.org/atom/ns#")
_MEDIA = (
    "{http://search.yahoo.com/mrss",
    "{http://www.itunes.com/",
    "{http://www.w3.org/2003/01/geo",
    "media:",  # never declared
    "itunes:",
)
_PUBLISHED = ("pubDate", "published", "issued", "date", "created")
_MODIFIED = ("updated", "modified")


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry. `content` is what the feed gives as the whole text, `summary` what it gives as less; both HTML, either may be empty.

    `given` is as a `Page` has it; `link` is None where there is none that could be fetched.
    """

    link: str | None
    title: str
    content: str
    summary: str
    given: tuple[tuple[str, str], ...]


def read_entries(content: bytes, declared: str | None, base: str | None) -> Iterator[Entry]:
    """The entries in their order. `base` is the feed's own address, if known. Raises `UnreadablePage`."""
    if content.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").startswith(b"{"):
        return _json_entries(content, base)
    return _xml_entries(parse_xml(content, declared), base)


def _xml_entries(root: etree._Element, base: str | None) -> Iterator[Entry]:
    feed = next((one for one in root if local_name(one) == "channel"), root)
    fields = _fields(feed)
    base = _address(feed.get(_XML_BASE) or _first(fields, "link"), base) or base
    common = [("site", _first(fields, "title")), ("language", _first(fields, "language") or feed.get(_XML_LANG, ""))]
    authors = _authors(feed) if feed.tag in {f"{{{one}}}feed" for one in _ATOM} else []
    # In RSS 1.0 the items stand beside the channel, and tags that were never closed put them anywhere.
    for item in root.iter():
        if local_name(item) in ("item", "entry"):
            yield _xml_entry(item, common, authors, base)


_XML_BASE = "{http://www.w3.org/XML/1998/namespace}base"
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def _xml_entry(item: etree._Element, common: list[tuple[str, str]], feed_authors: list[str], base: str | None) -> Entry:
    fields = _fields(item)
    title = _plain_title(item, _first(fields, "title"))
    given = [
        ("title", title),
        *[("author", one) for one in (_authors(item) or feed_authors)[:_MOST_AUTHORS]],
        ("published", _day(_first(fields, *_PUBLISHED))),
        ("modified", _day(_first(fields, *_MODIFIED))),
        *common,
    ]
    bodies = [_markup(one) for one in item if local_name(one) in ("encoded", "content", "body") and _is_text(one)]
    summaries = [_markup(one) for one in item if local_name(one) in ("description", "summary") and _is_text(one)]
    return Entry(_address(_link(item, fields), base), title, _longest(bodies), _longest(summaries), _stated(given))


def _fields(element: etree._Element) -> list[tuple[str, str]]:
    """Names and texts of the children. Names of other vocabularies (media, places) that mean something else are left out."""
    return [(local_name(one), _text(one)) for one in element if _is_text(one)]


def _is_text(element: etree._Element) -> bool:
    """Media descriptions have titles and content too: those of pictures."""
    return local_name(element) != "" and not element.tag.startswith(_MEDIA)


def _first(fields: Iterable[tuple[str, str]], *names: str) -> str:
    """The text of the first of `names` that has one."""
    found = list(fields)
    return next((text for name in names for field, text in found if field == name and text), "")


def _text(element: etree._Element) -> str:
    return " ".join((element.text or "").split()) if len(element) == 0 else " ".join("".join(map(str, element.itertext())).split())


def _plain_title(item: etree._Element, text: str) -> str:
    """A title is often HTML: Atom says so, RSS does it without saying."""
    if "<" not in text and "&" not in text:
        return text
    kind = next((one.get("type", "") for one in item if local_name(one) == "title"), "")
    return text if kind == "text" else _without_tags(text)


def _without_tags(text: str) -> str:
    found = etree.fromstring(f"<p>{text}</p>".encode(), etree.HTMLParser(encoding="utf-8", no_network=True, recover=True))
    return " ".join("".join(map(str, found.itertext())).split())


def _authors(element: etree._Element) -> list[str]:
    found = []
    for one in element:
        if local_name(one) not in ("author", "creator") or not _is_text(one):
            continue
        names = [child for child in one if local_name(child) == "name"]
        # Atom's author has elements for name and address, RSS's is text.
        found += [_person(_text(name)) for name in names[:1] or ([] if len(one) else [one])]
    return list(dict.fromkeys(one for one in found if one))


def _person(text: str) -> str:
    """RSS wants "address (Name)"; an address alone is nobody's name."""
    before, bracket, after = text.partition(" (")
    if bracket and "@" in before:
        return after.removesuffix(")").strip()
    return "" if "@" in text else text


def _link(item: etree._Element, fields: list[tuple[str, str]]) -> str:
    """Atom: the alternate link, HTML if there are several. RSS: the link, or the guid where it says that it is one."""
    links = [one for one in item if local_name(one) == "link" and one.get("href") and one.get("rel", "alternate") == "alternate"]
    links.sort(key=lambda one: "html" not in one.get("type", "html"))
    guid = next((_text(one) for one in item if local_name(one) == "guid" and one.get("isPermaLink", "true").lower() != "false"), "")
    return links[0].get("href", "") if links else _first(fields, "link") or (guid if is_address(guid) else "")


def _address(link: str, base: str | None) -> str | None:
    """An address of the web, seen from the feed; None for other schemes (`javascript:`, `file:`) and for what no request could hold."""
    try:
        found = join(base, link) if base and link else link
    except NotFetched:
        return None
    return found if is_address(found) and len(found) <= MAX_URL and found.isprintable() else None


def _markup(element: etree._Element) -> str:
    """The content as HTML, whichever way it stands there: escaped, as plain text, or as elements."""
    if len(element):
        parts = [escape(element.text or "")]
        parts += [str(etree.tostring(one, encoding="unicode", method="html")) for one in element]
        return "".join(parts)
    text = element.text or ""
    return as_html(text) if element.get("type") in ("text", "text/plain") or ("<" not in text and "&" not in text) else text


def as_html(text: str) -> str:
    """Plain text as paragraphs, one a line."""
    return "".join(f"<p>{escape(line.strip())}</p>" for line in text.splitlines() if line.strip())


def _json_entries(content: bytes, base: str | None) -> Iterator[Entry]:
    try:
        feed = json.loads(decode(content, None))
    except (ValueError, RecursionError) as error:
        raise UnreadablePage(f"it is no sound JSON ({error})") from None
    feed = feed if isinstance(feed, dict) else {}
    items = feed.get("items")
    base = _address(_string(feed, "home_page_url"), base) or base
    for item in items if isinstance(items, list) else []:
        if isinstance(item, dict):
            yield _json_entry(item, feed, base)


def _json_entry(item: dict[str, Any], feed: dict[str, Any], base: str | None) -> Entry:
    title = " ".join(_string(item, "title").split())
    given = [
        ("title", title),
        *[("author", one) for one in (_json_authors(item) or _json_authors(feed))[:_MOST_AUTHORS]],
        ("published", _day(_string(item, "date_published"))),
        ("modified", _day(_string(item, "date_modified"))),
        ("site", _string(feed, "title")),
        ("language", _string(item, "language") or _string(feed, "language")),
    ]
    content = _longest([_string(item, "content_html"), as_html(_string(item, "content_text"))])
    link = _address(_string(item, "url"), base)
    return Entry(link, title, content, as_html(_string(item, "summary")), _stated(given))


def _json_authors(value: dict[str, Any]) -> list[str]:
    several = value.get("authors")
    people = several if isinstance(several, list) else [value.get("author")]
    return [name for one in people if isinstance(one, dict) and (name := _string(one, "name"))]


def _string(value: dict[str, Any], name: str) -> str:
    """A string, without the halves of characters that JSON can write and no file can hold."""
    found = value.get(name)
    return found.encode("utf-8", errors="replace").decode("utf-8") if isinstance(found, str) else ""


def _stated(given: list[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    return tuple((name, value[:_LONGEST_VALUE]) for name, value in given if value)


def _longest(texts: list[str]) -> str:
    return max(texts, key=len, default="")


def _day(text: str) -> str:
    """ISO 8601 with the writer's own offset for what mail headers and the standard write; anything else as it stands."""
    text = text[:100]
    try:
        return datetime.fromisoformat(text).isoformat()
    except ValueError:
        pass
    try:
        return parsedate_to_datetime(text).isoformat()
    except (TypeError, ValueError, IndexError, OverflowError):
        return text
