"""Dates that a page shows, with what their place and form say: near the title, alone in a line, marked, in a list, in a comment."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from lxml.html import HtmlElement

from dateline.articles.ago import LONGEST, Ago, plain_words, read_ago
from dateline.articles.dates import Reading, Written, find_dates
from dateline.articles.datewalk import MOMENTS, Walk, line_of
from dateline.articles.traces import Trace, trace
from dateline.articles.values import Value, read_value
from dateline.ontology.dating import month_names, signs

_LINE = 220  # characters
_LONGEST, _OPENS, _BEFORE, _AFTER = 900, 60, 40, 60  # characters
_MASTHEAD = 250  # characters
_NEAR, _MIDDLE = 400, 1600  # characters after the title
_WORDS = re.compile(r"[^\W\d_]{2,}")
_ALONE, _FEW = 4, 14  # words beside the date
_LABEL = 2  # words beside a time that could stand in a sentence as well
_PARTS = {"a": "linked", "aside": "beside", "footer": "beside", "nav": "beside", "article": "in article", "main": "in article"}
_HIGHEST = 12  # elements upward in which a box beside the text is looked for
_LONGEST_MARKS = 200  # characters of class and id; longer ones are lists of states
_LISTED = 3  # dates in elements of the same tag and class
_HEIGHT = 4  # elements upward whose marks are the date's own


def shown_traces(walk: Walk, reading: Reading) -> list[Trace]:
    """Dates in the text, in <time> and other elements with a value for machines."""
    found = [*_valued(walk, reading), *_written(walk, reading)]
    lists = Counter(signature for signature, _ in found)
    traces: list[Trace] = []
    first = True
    for signature, one in found:
        traits = set(one.traits) - {"clock"}
        if lists[signature] >= _LISTED:
            traits.add("listed")
        if one.kind == "shown" and first and not traits & {"above", "beside", "listed", "sentence"}:
            traits.add("first")
            first = False
        traces.append(replace(one, traits=frozenset(traits)))
    return list(dict.fromkeys(traces))


@dataclass(frozen=True, slots=True)
class Relative:
    """A time told from the time of reading, with what its place and form say; no day before it is known when that was."""

    ago: Ago
    written: str
    traits: frozenset[str]


def relative_times(walk: Walk, reading: Reading) -> list[Relative]:
    """Times such as "3 hours ago" and "yesterday" where a date would stand: marked as one, or next to alone in a line."""
    found: list[tuple[tuple[str, str], Relative]] = []
    for element, offset in walk.relative.items():
        line = plain_words(_joined(line_of(element)))
        text = line if len(line) <= LONGEST else plain_words(_joined(element))
        ago = None if find_dates(text[:_LINE], reading) else read_ago(text, reading.language)
        if ago is None:
            continue
        rest = f"{text[: ago.start]} {text[ago.end :]}"
        words = len(_WORDS.findall(rest))
        traits = {*_traits(walk, element, offset), *_said(rest), "relative", "alone" if words <= _ALONE else "few"}
        if _is_placed(ago, element, words, traits, alone=text == line):
            found.append((_signature(element), Relative(ago, text[ago.start : ago.end], frozenset(traits))))
    lists = Counter(signature for signature, _ in found)
    times = [replace(one, traits=one.traits | {"listed"}) if lists[signature] >= _LISTED else one for signature, one in found]
    first = next((one for one in times if not one.traits & {"above", "beside", "listed"}), None)
    return [replace(one, traits=one.traits | {"first"}) if one is first else one for one in times]


def _is_placed(ago: Ago, element: HtmlElement, words: int, traits: set[str], *, alone: bool) -> bool:
    """Does it stand where a date would, marked or in a line without much else?

    Comments and boxes tell their own times; a word such as "today" may be the clock of the site's head, or a word of a headline.
    """
    if "beside" in traits:
        return False
    marked = element.tag == "time" or bool(traits & {"marked published", "marked date"})
    if ago.unit == "today":
        head = ago.amount == 0 and bool(traits & {"above", "just above", "top", "clock"}) and "in article" not in traits
        return not head and words <= _LABEL and (marked or ago.clock)
    return words <= (_FEW if marked else _LABEL if alone else -1)


_Found = tuple[tuple[str, str], Trace]


def _valued(walk: Walk, reading: Reading) -> Iterator[_Found]:
    """<time datetime>, itemprop="datePublished" and the like."""
    for element, offset in walk.valued:
        prop = (element.get("itemprop") or "").lower()
        moment = next((value for name in MOMENTS if (value := element.get(name))), "")
        if element.tag == "meta" or not (element.tag == "time" or "date" in prop or moment):
            continue
        value = moment or element.get("content") or element.get("title") or " ".join(element.itertext())
        day = read_value(value, reading)
        if day is None:
            continue
        traits = _traits(walk, element, offset) | _said(" ".join(" ".join(line_of(element).itertext()).split())[:_LINE])
        if element.get("pubdate") is not None or "datepublished" in prop or "datecreated" in prop:
            traits.add("marked published")
        if "datemodified" in prop:
            traits.add("marked edited")
        yield _signature(element), trace("time", day, "html:time", value, traits)


def _written(walk: Walk, reading: Reading) -> Iterator[_Found]:
    """Dates in words and numbers; one that stands whole in an element inside the line has that element's marks."""
    for block, (offset, inner) in walk.blocks.items():
        text = _joined(block)
        whole = find_dates(text[:_LONGEST], reading)
        owns = [(element, _joined(element)) for element in inner if element is not block]
        parts = [(element, own, find_dates(own, reading) if 0 < len(own) <= _LINE and whole else []) for element, own in owns]
        for element, own, dates in parts:
            if dates:
                yield from _in_block(walk, (element, offset), text, (own, dates), whole)
        if not any(dates for _, _, dates in parts):
            yield from _in_block(walk, (block, offset), text, (text, whole), whole)


def _in_block(
    walk: Walk, place: tuple[HtmlElement, int], text: str, here: tuple[str, list[Written]], whole: list[Written]
) -> Iterator[_Found]:
    """The dates of a line or of an element in it: `text` and `whole` are the line's, `here` the element's."""
    element, offset = place
    own, dates = here
    if not dates:
        return
    traits = _traits(walk, element, offset)
    long = len(text) > _LINE
    start = max(0, text.find(own))
    for one in dates[: 2 if long else 4]:
        at = start + one.start
        form = {"sentence", *(["opens"] if at < _OPENS else [])} if long else _form(text, whole)
        before = max((d.end for d in whole if d.end <= at), default=0)
        after = text[at : at + _AFTER] if len(whole) < 2 and not long else ""
        if signs().says_rendered.search(text[max(0, at - _BEFORE) : at]) or _is_masthead(
            traits, offset, text[:at] + text[at + one.end - one.start :]
        ):
            form.add("rendered")
        said = _said(text[max(before, at - _BEFORE) : at] + " " + after)
        if one.first is None:
            continue
        value = Value(one.first, sure=one.sure)
        kind = "shown" if one.day else "month"
        yield _signature(element), trace(kind, value, f"html:{kind}", own[one.start : one.end], traits | form | said)


def _is_masthead(traits: set[str], offset: int, rest: str) -> bool:
    """A site's head shows the day it is read: with its weekday, in the first words of the page; or its class says so."""
    above = bool(traits & {"above", "just above", "top"}) and "in article" not in traits
    if above and "clock" in traits:
        return True
    return (
        offset < _MASTHEAD
        and bool(traits & {"above", "top"})
        and not traits & {"in article", "marked published"}
        and any(word.strip(".,:").lower() in month_names().weekdays for word in rest.split()[:6])
    )


def _joined(element: HtmlElement) -> str:
    return " ".join(" ".join(element.itertext()).split())


def _form(text: str, dates: list[Written]) -> set[str]:
    rest = text
    for one in reversed(dates):
        rest = rest[: one.start] + " " + rest[one.end :]
    count = len(_WORDS.findall(rest))
    return {"alone" if count <= _ALONE else "few" if count <= _FEW else "line"}


def _said(text: str) -> set[str]:
    found = set()
    if signs().says_published.search(text):
        found.add("says published")
    if signs().says_edited.search(text):
        found.add("says edited")
    return found


def _signature(element: HtmlElement) -> tuple[str, str]:
    above = element.getparent()
    return f"{above.tag if above is not None else ''} {element.tag}", (element.get("class") or "")


def _traits(walk: Walk, element: HtmlElement, offset: int) -> set[str]:
    """What the place of an element says."""
    traits = {_distance(walk.title_at, offset)}
    marks, height = "", 0
    above = element
    while above is not None and above.tag != "body":
        own = f" {above.tag} {above.get('class') or ''} {above.get('id') or ''}"
        if height < _HEIGHT:
            marks += own
        if above.tag in _PARTS:
            traits.add(_PARTS[above.tag])
        if height < _HIGHEST and len(own) < _LONGEST_MARKS and _is_beside(own):
            traits.add("beside")
        height += 1
        above = above.getparent()
    return traits | _marked(marks[: 2 * _LONGEST_MARKS])


@lru_cache(maxsize=4096)
def _is_beside(marks: str) -> bool:
    return bool(signs().beside_mark.search(marks))


@lru_cache(maxsize=4096)
def _marked(marks: str) -> frozenset[str]:
    patterns = (
        ("marked published", signs().published_mark),
        ("marked edited", signs().edited_mark),
        ("marked date", signs().date_mark),
        ("clock", signs().rendered_mark),
    )
    return frozenset(trait for trait, pattern in patterns if pattern.search(marks))


def _distance(title: int | None, offset: int) -> str:
    if title is None:
        return "top" if offset < _MIDDLE else "deep"
    if offset < title:
        return "just above" if title - offset < _NEAR // 2 else "above"
    return "near" if offset - title < _NEAR else "middle" if offset - title < _MIDDLE else "far"
