"""Signs of the day of publication: metadata, address, date lines, datelines, captions; believed or not, each with its evidence."""

import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from dateline.articles.ago import days_of, plain_words, read_ago
from dateline.articles.dates import LINE, Reading, Written, find_dates
from dateline.articles.furniture import shows_picture
from dateline.articles.judged import Judged, ago_alone, is_date_line
from dateline.articles.markup import Document
from dateline.articles.traces import Trace, address_traces
from dateline.articles.values import read_value
from dateline.model.evidence import Evidence, FieldEvidence
from dateline.model.moments import Moment, month_end
from dateline.ontology.articles import date_words, furniture

_MONTHS_FIRST = re.compile(r"^en-(us|ph)$")
_HEAD_LINES = 7  # lines after the title in which a date line is the article's
_LINES_ABOVE = 2  # lines before the title in which a time before the time of reading is the article's
_MASTHEAD_LINES = 6  # a date with its weekday among the first lines, before the title, is that of the day the page was made
_WEEKDAY_DATE = re.compile(r"^\W*(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b", re.IGNORECASE)
_KINDS = {"address": "url", "time": "time tag", "abbr": "time tag", "shown": "date line", "month": "month", "edited": "edited"}
_SAYS_PUBLISHED = re.compile(r"\b(?:published|posted|released|issued|date|dated|first published)\b", re.IGNORECASE)
# Every date with a year holds one of these; most lines do not.
_YEAR_SAID = re.compile(r"(?:19|20)\d\d|\d[./-]\d{1,2}[./-]\d\d")
_CLOCK_TIME = re.compile(r"\b\d{1,2}[:.]\d{2}\b")


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign with its kind: "meta", "url", "date line", "line above", "time tag", "relative", "updated line", "edited", "rendered",
    "closing line", "other page".
    """

    kind: str
    moment: Moment
    trace: Trace | None = None  # what it was in the markup


@dataclass(frozen=True, slots=True)
class Placed:
    """A judged line and where its words are now: a span of the text, or a removed line."""

    line: Judged
    evidence: Evidence


def page_signs(article: str, document: Document, uri: str | None, fetched: str | None = None) -> list[Sign]:
    """Signs in the markup and the address of an HTML page, in the order of the page."""
    return trace_signs(article, document.dates.at(uri, fetched)) if document.dates else []


def trace_signs(article: str, traces: Iterable[Trace]) -> list[Sign]:
    """The traces as signs: with the evidence, and the interval where only a month is said."""
    found = []
    for trace in traces:
        first = trace.day
        last = month_end(first.year, first.month) if trace.kind == "month" or "month" in trace.traits else trace.last or first
        relative = trace.last is not None
        field = trace.name if trace.kind != "shown" or relative else "meta:shown"
        kind = "rendered" if "rendered" in trace.traits else "relative" if relative else _KINDS.get(trace.kind, "meta")
        found.append(Sign(kind, Moment(first, last, kind, (FieldEvidence(article, field, trace.written),)), trace))
    return found


def address_signs(article: str, address: str | None) -> list[Sign]:
    """The day that the address of a page without markup names."""
    traces = [one for one in address_traces([address]) if not one.traits & {"month", "row"}]
    return [replace(sign, trace=None) for sign in trace_signs(article, traces)]


def line_signs(placed: Sequence[Placed], *, day_first: bool | None, fetched: str | None = None) -> list[Sign]:
    """Signs in the lines of the page, with what their place says of them.

    `fetched` is when a page without markup was: "3 hours ago" counts from then.
    """
    reading = replace(LINE, day_first=day_first)
    title = next((at for at, one in enumerate(placed) if one.line.kind == "title"), None)
    paragraphs = list(itertools.accumulate((one.line.kind == "paragraph" for one in placed), initial=0))  # before each line
    sure: list[Sign] = []  # of several lines the one that says that it is the day of publication comes first
    found: list[Sign] = []
    for at, one in enumerate(placed):
        if not _YEAR_SAID.search(one.line.text):
            continue
        if not is_date_line(one.line.text) and not (one.line.kind is None and _has_day(one.line.text)):
            continue
        dates = [d for d in find_dates(one.line.text, reading) if d.year]
        if dates and (kind := _kind(at, one, title, paragraphs, dates[0])):
            moment = dates[0].moment(kind)
            if moment:
                sign = Sign(kind, Moment(moment.earliest, moment.latest, kind, (one.evidence,)))
                (sure if _SAYS_PUBLISHED.search(one.line.text) else found).append(sign)
    return sure + found + relative_signs(placed, title, fetched)


def relative_signs(placed: Sequence[Placed], title: int | None, fetched: str | None) -> list[Sign]:
    """Lines near the title that are nothing but "3 hours ago"; none where they name different times, as a list of stories does."""
    if title is None or not fetched:
        return []
    found: list[Sign] = []
    for one in placed[max(0, title - _LINES_ABOVE) : title + _HEAD_LINES + 1]:
        if one.line.place == "tail" or one.line.kind == "title":
            continue
        ago = read_ago(plain_words(one.line.text), "en") if one.line.reason == "byline" else ago_alone(one.line.text)
        if ago and (days := days_of(ago, fetched, None)):
            kind = "edited" if date_words().edited.search(one.line.text) else "relative"
            found.append(Sign(kind, Moment(*days, kind, (one.evidence,))))
    times = [one.moment for one in found if one.kind == "relative"]
    return found if all(one.overlaps(times[0]) for one in times) else []


def reads_day_first(document: Document | None, uri: str | None) -> bool | None:
    """Does the page write the day before the month in numbers? None where nothing tells."""
    language = (document.language or "") if document else ""
    if _MONTHS_FIRST.match(language):
        return False
    host = re.sub(r"^https?://([^/:]*).*$", r"\1", uri or (document.address or "" if document else ""))
    if language.startswith("en-") or re.search(r"\.(uk|au|nz|ie|in|za|pk|ng|ke|eu|ru|de|fr|tr|il|ae)$", host):
        return True
    return None


def stated_day(value: str) -> date | None:
    """The day that a container's value states, None where it is no single day of the web's time."""
    found = read_value(value, Reading(day_first=None))
    return found.day if found else None


def _has_day(text: str) -> bool:
    return len(text) <= 200 and any(one.value for one in find_dates(text, LINE))


def _kind(at: int, one: Placed, title: int | None, paragraphs: Sequence[int], found: Written) -> str | None:
    """What a date in a line outside the sentences is, by its words and by its place."""
    data, text = date_words(), one.line.text
    if data.rendered.search(text):
        return "rendered" if is_date_line(text) or "©" not in text else None  # "© Agency. A launch on July 2": a picture
    edited = bool(data.edited.search(text)) and not re.search(r"publish|posted|\bdate\b|released|issued", text, re.IGNORECASE)
    if not is_date_line(text):
        if shows_picture(text) or furniture().archive_picture.search(text):
            return None
        near = title is not None and title < at <= title + _HEAD_LINES and one.line.place != "tail"
        return ("edited" if edited else "date line") if near and found.value else None
    near = title is not None and abs(at - title) <= _HEAD_LINES and one.line.place != "tail"
    if edited:
        return "updated line" if near and re.search(r"\bupdated?\b", text, re.IGNORECASE) else "edited"
    if title is not None and at > title:
        body = paragraphs[at] - paragraphs[title]
        return "date line" if body <= 2 or at <= title + _HEAD_LINES else _in_tail(text)
    if one.line.place != "head":
        return _in_tail(text)
    if _is_masthead(at, title, found, text):
        return "rendered"
    return "line above" if title is None or title - at <= 2 else "other page"


def _is_masthead(at: int, title: int | None, found: Written, text: str) -> bool:
    """A site's head shows the day it is read: with its weekday among the first lines, or with weekday and time anywhere above the title."""
    if _SAYS_PUBLISHED.search(text):
        return False
    before = re.findall(r"[^\W\d_]+", text[: found.start])[-1:]
    weekday = _WEEKDAY_DATE.search(text) is not None or any(word.lower() in date_words().weekdays for word in before)
    return weekday and (at < _MASTHEAD_LINES or (title is not None and bool(_CLOCK_TIME.search(text))))


def _in_tail(text: str) -> str:
    """After the text a date counts only if its line says that it is the one of publication."""
    return "closing line" if _SAYS_PUBLISHED.search(text) else "other page"
