"""Structured data of a page (schema.org as JSON): read whole, or mended where it is broken as templates break it."""

import html
import json
import re
from collections import deque

_MOST_OBJECTS = 200
_LONGEST = 2_000_000  # characters of one block
# Spaces are never given back, or a long run of them would be tried from each of its places.
_WRAPPERS = re.compile(r"^\s*+(?:(?:(?://|/\*)\s*+)?<!\[CDATA\[\s*+(?:\*/)?|<!--)|(?:(?:(?://|/\*)\s*+)?\]\]>\s*+(?:\*/)?|-->)\s*+$")
_BETWEEN = re.compile(r"[ \t\r\n,;]*+")
_TRAILING = re.compile(r",(?=\s*[}\]])")
_DOUBLED = re.compile(r",(?=\s*,)")
_BARE_BREAKS = re.compile(r"[\x00-\x1f\u2028\u2029]+")
_INSIDE = ("@graph", "mainEntity", "mainEntityOfPage")
_SHOWN = 80
# Fields worth saving from a block that can't be mended, with a plain string as value.
_FIELD = re.compile(
    r'"(?P<key>headline|datePublished|dateModified|dateCreated|url|@type)"\s*:\s*(?P<value>"(?:[^"\\]|\\.){1,500}")', re.DOTALL
)
_PERSON = re.compile(
    r'"(?P<key>author|creator|publisher)"\s*:\s*[\[{][^\]}]{0,300}?"name"\s*:\s*(?P<value>"(?:[^"\\]|\\.){1,200}")', re.DOTALL
)


def read_objects(text: str, found: list[dict[str, object]], broken: list[str]) -> None:
    """Add the objects of one block to `found`, those inside "@graph" and lists too; a block that can't be read goes to `broken`."""
    if not text.strip():
        return
    todo = deque(_values(text))
    if not todo:
        broken.append(" ".join(text[: 4 * _SHOWN].split())[:_SHOWN])
        return
    while todo and len(found) < _MOST_OBJECTS:
        one = todo.popleft()
        if isinstance(one, list):
            todo.extendleft(reversed(one[:100]))
        elif isinstance(one, dict):
            found.append(one)
            todo.extend(value for key in _INSIDE if isinstance(value := one.get(key), list | dict))


def _values(text: str) -> list[object]:
    if len(text) > _LONGEST:
        return []
    plain = _WRAPPERS.sub("", _WRAPPERS.sub("", text.strip())).strip().rstrip(";")
    values = _parsed(plain) or _parsed(_mended(plain)) or _parsed(_mended(html.unescape(plain)))
    if values:
        return values
    saved = _saved(plain)
    return [saved] if saved else []


def _mended(text: str) -> str:
    return _TRAILING.sub("", _DOUBLED.sub("", _BARE_BREAKS.sub(" ", text)))


def _parsed(text: str) -> list[object]:
    """One value, or several put one after another without a list round them."""
    decoder = json.JSONDecoder(strict=False)
    found: list[object] = []
    at = 0
    while at < len(text):
        try:
            value, end = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            return [one for one in found if isinstance(one, dict)]
        found.append(value)
        at = between.end() if (between := _BETWEEN.match(text, end)) else end
    return [one for one in found if isinstance(one, dict | list)]


def _saved(text: str) -> dict[str, object]:
    """The first headline, days and names that stand in a broken block as they should."""
    found: dict[str, object] = {}
    for pattern in (_FIELD, _PERSON):
        for match in pattern.finditer(text):
            try:
                value = json.loads(match["value"], strict=False)
            except ValueError:
                continue
            found.setdefault(match["key"], value if pattern is _FIELD else {"name": value})
    return found
