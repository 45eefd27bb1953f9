"""Articles as JSON: one a line or in an array, as trafilatura, fundus and news-please write them."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from dateline.model.pages import Drop, Page
from dateline.pages import html, text
from dateline.pages.json_values import Item, read_values
from dateline.pages.source import MAX_BYTES, Pages, Read, Source

MEDIA_TYPE = "application/jsonl"
SUFFIXES = (".jsonl", ".ndjson", ".json")
UNKNOWN = "unknown fields"

_OPENS = re.compile(rb'\s*(?:\{\s*"(?:[^"\\]|\\.){0,200}"\s*:|\[\s*\{\s*"|[\[{]\s*[\]}]\s*$)')
# The names of the fields, the surest first: those of news-please (NewsArticle), fundus (Article.to_json), trafilatura (by its versions),
# then usual ones.
_TEXT = ("maintext", "plaintext", "body", "text", "content", "articleBody", "article")
_URI = ("url", "source", "link", "responded_url", "requested_url", "canonical_url", "uri")
_FETCHED = ("date_download", "crawl_date", "filedate", "fetched", "retrieved", "crawled")
_SAID = {
    "title": ("title", "headline", "title_page"),
    "author": ("authors", "author", "byline"),
    "published": (
        "date_publish",
        "publishing_date",
        "date",
        "published",
        "publish_date",
        "date_published",
        "published_at",
        "datePublished",
    ),
    "modified": ("date_modify", "modified", "date_modified", "updated", "dateModified"),
    "site": ("publisher", "sitename", "source-hostname", "site_name", "source_domain", "hostname", "site"),
    "language": ("language", "lang"),
}
_MOST_VALUES = 50
_LONGEST_VALUE = 1_000
_INSTANT = re.compile(r"(\d{4}-\d\d-\d\d)(?:[ T](\d\d:\d\d(?::\d\d)?)(?:\.\d+)? ?(Z|[+-]\d\d:?\d\d)?)?")
_SURROGATES = re.compile("[\ud800-\udfff]")


def sniff(head: bytes) -> bool:
    """Does it begin with an object and its first name, or with an array of such?"""
    return bool(_OPENS.match(head.removeprefix(b"\xef\xbb\xbf")))


def expand(source: Source, _read: Read) -> Pages:
    """A page for each object that holds an article; for what does not, a drop with its line or its place in the array."""
    count = 0
    for item in read_values(source.stream, _is_article):
        count += 1
        yield _page(source, item)
    if not count:
        yield source.drop("empty", "it holds no article", unreadable=False)


def _is_article(value: object) -> bool:
    """Is it an article of fundus? Its crawler writes an object with the publishers' names, each with an array of them."""
    return isinstance(value, dict) and bool(_text(value)) and any(isinstance(value.get(name), str) for name in _SAID["title"])


def _page(source: Source, item: Item) -> Page | Drop:
    number, where = item.number, f"{item.unit} {item.number}"
    if item.wrong:
        return source.drop("not readable", f"{where}: {item.wrong}", at=number)
    if not isinstance(item.value, dict):
        return source.drop(UNKNOWN, f"{where}: expected an object with an article's fields, not {str(item.value)[:40]!r}", at=number)
    # Fundus keeps the page and where it is from in an object of its own, which some write with the rest.
    page = item.value.get("html")
    fields = {**page, **item.value} if isinstance(page, dict) else item.value
    markup = page.get("content") if isinstance(page, dict) else page
    content, kind = (markup, html.MEDIA_TYPE) if isinstance(markup, str) and markup.strip() else (_text(fields), text.MEDIA_TYPE)
    if not content:
        names = ", ".join(str(name)[:30] for name in list(item.value)[:8])
        return source.drop(UNKNOWN, f"{where}: none of its fields is an article's text (there are {names or 'none'})", at=number)
    data = _SURROGATES.sub(" ", content).encode("utf-8")
    if len(data) > MAX_BYTES:
        return source.drop("too large", f"{where}: more than {MAX_BYTES // 1_000_000} MB", at=number)
    if item.group:
        fields = {"publisher": item.group, **fields}
    given = (*_given(fields), *((("content", "body"),) if kind == text.MEDIA_TYPE else ()))
    uri = next((value for value in _strings(fields, _URI) if re.match(r"https?://", value)), source.uri)
    return Page(f"{source.name}#{number}", uri, kind, data, "utf-8", _fetched(fields) or source.fetched, given)


def _text(fields: dict[str, Any]) -> str:
    """The text, its paragraphs on lines of their own."""
    for name in _TEXT:
        value = fields.get(name)
        paragraphs = [value] if isinstance(value, str) else list(_paragraphs(value))
        if any(one.strip() for one in paragraphs):
            return "\n".join(paragraphs)
    return ""


def _paragraphs(value: Any) -> Iterator[str]:  # noqa: ANN401 - plain JSON values have no narrower type
    """The paragraphs of a text in parts: fundus's body has a summary and sections, each with headlines and paragraphs."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for one in value:
            yield from _paragraphs(one)
    elif isinstance(value, dict):
        for name in ("summary", "headline", "paragraphs", "sections"):
            yield from _paragraphs(value.get(name))


def _given(fields: dict[str, Any]) -> tuple[tuple[str, str], ...]:
    found: list[tuple[str, str]] = []
    for name, keys in _SAID.items():
        for key in keys:
            values = [value for value in _listed(fields.get(key), split=name == "author") if value][:_MOST_VALUES]
            if values:
                found.extend((name, value) for value in (values if name == "author" else values[:1]))
                break
    return tuple(dict.fromkeys(found))


def _listed(value: Any, *, split: bool) -> list[str]:  # noqa: ANN401
    """A value as strings. "None" is how Python programs write that there is none."""
    values: Sequence[Any] = value if isinstance(value, list) else [value]
    texts = [one for one in values if isinstance(one, str) and one.strip() not in ("", "None", "null")]
    parts = [part for one in texts for part in one.split(";")] if split else texts
    return [" ".join(_SURROGATES.sub(" ", part).split())[:_LONGEST_VALUE] for part in parts]


def _strings(fields: dict[str, Any], names: Sequence[str]) -> list[str]:
    return [value for name in names for value in _listed(fields.get(name), split=False)]


def _fetched(fields: dict[str, Any]) -> str | None:
    """Day, or day and time, in ISO 8601."""
    for value in _strings(fields, _FETCHED):
        if match := _INSTANT.match(value):
            day, clock, zone = match.groups()
            return f"{day}T{clock}{zone or ''}" if clock else str(day)
    return None
