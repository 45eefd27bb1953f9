"""Traces of the day of publication in the markup of a page: metadata, schema.org, attributes, scripts, addresses."""

import json
import re
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache
from typing import Any

from lxml.html import HtmlElement

from dateline.articles.dates import Reading
from dateline.articles.values import Value, read_value
from dateline.ontology.dating import english_months, signs

_LONGEST_SCRIPTS = 1_500_000
_MOST_OBJECTS = 400
_LONGEST_VALUE = 1000  # characters of an attribute that are looked at: a date is shorter by far
_LONGEST_KEY = 60  # with what stands between it and its value
_ARTICLE = re.compile(r"Article|Posting|Report|Review|Recipe|Episode|Video|Audio|CreativeWork|WebPage|Product|Event", re.IGNORECASE)
_NEWS = re.compile(r"Article|Posting|Report", re.IGNORECASE)
_LESSER_KEYS = frozenset(
    {
        "comment",
        "comments",
        "itemListElement",
        "image",
        "author",
        "hasPart",
        "publisher",
        "logo",
        "review",
        "video",
        "isPartOf",
        "about",
        "blogPost",
    }
)
_IN_ADDRESS = (
    re.compile(
        r"[/_.=-](?P<year>(?:19|20)\d\d)(?P<mark>[/_.-]?)(?P<month>[01]?\d|[a-z]{3,9})(?P=mark)(?P<day>[0-3]\d|(?<=[/_.-])\d)(?=\D|$)",
        re.IGNORECASE,
    ),
    re.compile(r"[/_-](?P<day>[0-3]\d)(?P<mark>[/_-])(?P<month>[01]\d)(?P=mark)(?P<year>20\d\d)(?=\D|$)"),
    re.compile(r"(?<!\d)(?P<year>20[012]\d)(?P<month>[01]\d)(?P<day>[0-3]\d)\d*(?=\D|$)"),
)
_MONTH_IN_ADDRESS = re.compile(r"/(?P<year>(?:19|20)\d\d)[/_-]?(?P<month>[01]\d)(?=[/_-]|$)")
# Values in scripts; each pattern begins with fixed letters, which makes the search fast.
_SCRIPT_VALUES = (
    re.compile(r"20\d\d(?:[-/.]\d\d[-/.]\d\d|\d{10}(?!\d)|[01]\d[0-3]\d(?!\d))[^\"'\\<>{}\[\],;]{0,24}"),
    re.compile(r"1\d{9}(?:\d{3})?(?!\d)"),
    re.compile(r", 20\d\d(?!\d)[^\"'\\<>{}\[\],;]{0,24}"),
)
_DIGIT = re.compile(r"\d")
_BEFORE_YEAR = re.compile(r"(?<!\w)[A-Z][a-z]{2,8}\.? \d{1,2}$")
_ARCHIVE = re.compile(r"^https?://web\.archive\.org/web/(?P<day>\d{8})(?P<time>\d{6})?[a-z_]*/")


@dataclass(frozen=True, slots=True)
class Trace:
    """A day found in a page: by which `kind` of sign, as what, and what its place and form are. `last` where it is the first of several."""

    kind: str
    day: date
    name: str
    written: str
    traits: frozenset[str] = field(default_factory=frozenset)
    minutes: int | None = None  # after midnight in Greenwich, where that clock is meant
    last: date | None = None


def marked_traces(root: HtmlElement, reading: Reading) -> Iterator[Trace]:
    """Metadata, schema.org objects, scripts and attributes of the parsed page."""
    scripts: list[str] = []
    for element in root.iter("meta", "script", "input", "abbr"):
        if element.tag == "meta":
            yield from _meta(element, reading)
        elif element.tag != "script":
            yield from _attribute(element, reading)
        elif "ld+json" in (element.get("type") or ""):
            yield from _schema(element.text or "", reading)
        else:
            scripts.append(element.text or "")
    yield from _scripts(scripts, reading)


def address_traces(addresses: Iterable[str | None]) -> Iterator[Trace]:
    """The days that addresses name; a month alone has the trait "month"."""
    for address in dict.fromkeys(_ARCHIVE.sub("", one) for one in addresses if one):
        found = next((one for pattern in _IN_ADDRESS for match in pattern.finditer(address) if (one := _address(match, address))), None)
        if found is None and (match := _MONTH_IN_ADDRESS.search(address)) and 1 <= int(match["month"]) <= 12:
            found = Trace("address", date(int(match["year"]), int(match["month"]), 1), "url", address, frozenset({"month"}))
        if found:
            yield found


def archived(address: str | None) -> str:
    """When the Internet Archive copied the page of an address of its own, as ISO 8601 in the basic form; empty for other addresses."""
    match = _ARCHIVE.match(address or "")
    if match is None or not _is_day(match["day"]):
        return ""
    return match["day"] + (f"T{match['time']}Z" if match["time"] else "")


def _is_day(digits: str) -> bool:
    try:
        date.fromisoformat(digits)
    except ValueError:
        return False
    return True


def trace(kind: str, value: Value, name: str, written: str, traits: Iterable[str]) -> Trace:
    """A trace of a value, with what the form of the value says."""
    form = (("universal", value.minutes is not None), ("midnight", value.midnight), ("unsure", not value.sure))
    return Trace(kind, value.day, name, written[:80], frozenset((*traits, *(word for word, there in form if there))), value.minutes)


def _trace(kind: str, value: Value | None, name: str, written: str, *traits: str) -> Iterator[Trace]:
    if value is not None:
        yield trace(kind, value, name, written, traits)


def _meta(element: HtmlElement, reading: Reading) -> Iterator[Trace]:
    content = element.get("content") or ""
    if not _DIGIT.search(content[:_LONGEST_VALUE]):
        return
    for attribute in ("property", "name", "itemprop", "http-equiv", "id"):
        name = (element.get(attribute) or "").strip().lower()
        if name and (kind := signs().meta_kind(name)):
            yield from _trace(kind, read_value(content, reading), f"meta:{name}", content)
            return


def _attribute(element: HtmlElement, reading: Reading) -> Iterator[Trace]:
    """Hidden fields and <abbr title>."""
    if element.tag == "input":
        name = (element.get("name") or element.get("id") or "").lower()
        if (element.get("type") or "").lower() == "hidden" and signs().published_key.search(name):
            value = element.get("value") or ""
            yield from _trace("hidden field", read_value(value, reading), f"meta:{name}", value)
    else:
        title, marks = element.get("title") or "", (element.get("class") or "").lower()
        kind = "edited" if signs().edited_mark.search(marks) else "abbr"
        if title and title[:1].isdigit():
            yield from _trace(kind, read_value(title, reading), "meta:abbr", title)


def _schema(text: str, reading: Reading) -> Iterator[Trace]:
    try:
        whole: Any = json.loads(text.strip().rstrip(";"), strict=False)
    except (ValueError, RecursionError):
        for match in signs().broken_schema.finditer(text[:_LONGEST_SCRIPTS]):
            kind = "edited" if match["key"].lower() == "datemodified" else "schema"
            yield from _trace(kind, read_value(match["value"], reading), f"meta:{match['key']}", match["value"], "broken")
        return
    todo: deque[tuple[Any, bool]] = deque([(whole, False)])
    seen = 0
    while todo and seen < _MOST_OBJECTS:
        one, lesser = todo.popleft()
        if isinstance(one, list):
            todo.extend((item, lesser) for item in one[:100])
        elif isinstance(one, dict):
            seen += 1
            yield from _object(one, reading, lesser=lesser)
            todo.extend((value, lesser or key in _LESSER_KEYS) for key, value in one.items() if isinstance(value, dict | list))


def _object(one: dict[str, Any], reading: Reading, *, lesser: bool) -> Iterator[Trace]:
    sort = str(one.get("@type") or "")
    what = "news" if _NEWS.search(sort) else "work" if _ARTICLE.search(sort) else "thing"
    for key, kind in (
        ("datePublished", "schema"),
        ("dateCreated", "schema created"),
        ("uploadDate", "schema upload"),
        ("dateModified", "edited"),
    ):
        value = one.get(key)
        if isinstance(value, list) and value:
            value = value[0]
        if isinstance(value, str | int) and value:
            yield from _trace(kind, read_value(str(value), reading), f"meta:{key}", str(value), what, *(["lesser"] if lesser else []))


def _scripts(scripts: Iterable[str], reading: Reading) -> Iterator[Trace]:
    """Variables and keys such as "publishDate" in scripts; pages with many of them list other pages' dates too."""
    found: list[Trace] = []
    left = _LONGEST_SCRIPTS
    for script in scripts:
        for start, end in _values(script[:left]):
            key = _key_before(script, start)
            kind = _key_kind(key) if key else None
            if kind:
                value = script[start:end]
                found += _trace(kind, read_value(value, reading), f"meta:{key}", value)
        left = max(0, left - len(script))
    days = list(dict.fromkeys(one.day for one in found if one.kind == "script"))
    for one in dict.fromkeys(found):
        traits = {*one.traits, *(["many"] if len(days) > 2 else []), *(["first"] if days and one.day == days[0] else [])}
        if one.kind == "edited" or one.day in days[:4]:
            yield replace(one, traits=frozenset(traits))


def _values(script: str) -> list[tuple[int, int]]:
    """Where dates for machines stand in a script, in order."""
    found = []
    for pattern in _SCRIPT_VALUES:
        for match in pattern.finditer(script):
            start = match.start()
            if script[start] == ",":
                before = _BEFORE_YEAR.search(script, max(0, start - 13), start)
                start = before.start() if before else -1
            if start >= 0 and not script[max(0, start - 1) : start].isdigit():
                found.append((start, match.end()))
    return sorted(found)


def _key_before(script: str, start: int) -> str:
    """The name that a value is given to: publishDate in `"publishDate" : "2020-` and `publishDate = '2020-`."""
    before = script[max(0, start - _LONGEST_KEY) : start].rstrip("\\\"' \t\r\n")
    if before[-1:] not in (":", "=", ",", "("):
        return ""
    before = before[:-1].rstrip("\\\"' \t\r\n")
    at = len(before)
    while at and (before[at - 1].isalnum() or before[at - 1] in "_.-"):
        at -= 1
    return before[at:]


@lru_cache(maxsize=4096)
def _key_kind(key: str) -> str | None:
    return signs().key_kind(key.lower())


def _address(match: re.Match[str], address: str) -> Trace | None:
    month = match["month"].lower()
    number = int(month) if month.isdigit() else english_months().get(month[:3], 0)
    try:
        day = date(int(match["year"]), number, int(match["day"]))
    except ValueError:
        return None
    between = dict(match.groupdict()).get("mark")
    return Trace("address", day, "url", address, frozenset() if between or between == "" else frozenset({"row"}))
