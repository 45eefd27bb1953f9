"""When nothing states the day: what the text makes certain by weekdays, captions, months and years."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from datetime import date, timedelta

from dateline.articles.dates import find_dates
from dateline.articles.weekdays import weekday_in
from dateline.articles.wire import Dateline
from dateline.model.evidence import Span
from dateline.model.moments import OPEN, Moment, month_end, on
from dateline.ontology.articles import date_words, furniture
from dateline.ontology.dating import english_months

_YEAR = re.compile(r"(?<![\d$£€,.])\b((?:19|20)\d\d)\b(?!\s?(?:percent|%|cubic|km|people|dollars|miles|metres|troops|soldiers))")
_IN_YEAR = re.compile(r"\b(?:in|since|during|of|after|back in|late|early)\s+(?:\w+\s+)?$")
_PAST = re.compile(r"\b(?:was|were|had|did|came|took|went|met|held|left|won|lost|died|made|said|[a-z]{2,}ed)\b")
_NEXT_MONTH = re.compile(r"\bnext month\b", re.IGNORECASE)
_NEAR_WORDS = 60  # characters before a date in which "will", "by" and the like make it one to come
_CAPTION_SPAN = timedelta(days=2)  # a picture of the event is that old at most; an older one is from the archive
_OTHER_WEEK = re.compile(r"\b(?:last|next|previous|since|until|till|by|before|after|coming|due|every|from)\s+(?:\w+\s+)?$", re.IGNORECASE)
_TODAY_TOO = re.compile(r"\b(?:later|earlier|early|late)\s+(?:on\s+)?$", re.IGNORECASE)
_SENTENCE_END = re.compile(r"\n|\.(?= )")
_WORDS_BEFORE = 100  # characters before a weekday in which "last", "until" and the like are looked for
_LONGEST_TEXT = 100_000  # characters that are looked at: the report of any day is shorter, a page of more is no report
_LONGEST_BACK = 4  # days


def infer(
    article: str,
    text: str,
    paragraphs: Sequence[tuple[int, int]],
    captions: Sequence[tuple[int, int]],
    dateline: tuple[Dateline, int] | None,
) -> Moment:
    """The narrowest interval that the text justifies; open where it says nothing."""
    text = text[:_LONGEST_TEXT]
    return (
        _from_dateline(article, text, paragraphs, dateline)
        or _from_captions(article, text, paragraphs, captions)
        or _from_past(article, text)
        or OPEN
    )


def _from_dateline(article: str, text: str, paragraphs: Sequence[tuple[int, int]], dateline: tuple[Dateline, int] | None) -> Moment | None:
    """A text with "RIGA March 3 (Reuters)": the year, near those the text names, whose 3 March is the weekday of the report."""
    if dateline is None:
        return None
    start, end = dateline[1], dateline[1] + dateline[0].end
    found = [one for one in find_dates(text[start:end]) if one.day]
    if not found:
        return None
    one, span = found[0], Span(article, start + found[0].start, start + found[0].end)
    if one.value:
        return on(one.value, "dateline", (span,))
    named = _years(text)
    weekdays = _own_weekdays(text, paragraphs)
    if not named or not weekdays:
        return None
    latest = max(year for year, _ in named)
    place = next(place for year, place in named if year == latest)
    ahead = all(date_words().ahead.search(text[max(0, p[0] - _NEAR_WORDS) : p[0]]) for year, p in named if year == latest)
    for year in (latest - 1, latest, latest + 1) if ahead else (latest, latest + 1, latest - 1, latest + 2):
        day = _day(year, one.month, one.day)
        at = weekdays.get(day.weekday()) if day else None
        if day and at is not None:
            return on(day, "dateline and weekday", (span, Span(article, at, at + 3), Span(article, *place)))
    return None


def _from_captions(article: str, text: str, paragraphs: Sequence[tuple[int, int]], captions: Sequence[tuple[int, int]]) -> Moment | None:
    """A picture dated in full, and a report that names the same weekday or one of the next days."""
    weekday = _lead_weekday(text, paragraphs)
    for start, end in captions:
        days = [one for one in find_dates(text[start:end]) if one.value]
        if not days or days[0].value is None:
            continue
        day, span = days[0].value, Span(article, start + days[0].start, start + days[0].end)
        if weekday is None or furniture().archive_picture.search(text[start:end]):
            return Moment(day, None, "caption", (span,))
        written = day + timedelta(days=(weekday[0] - day.weekday()) % 7)
        evidence = (span, Span(article, weekday[1], weekday[1] + 3))
        if written - day <= _CAPTION_SPAN:
            return Moment(day, written, "caption", evidence)
        return Moment(day, None, "caption", (span,))
    return None


def _from_past(article: str, text: str) -> Moment | None:
    """What is told as past bounds the day from below, the months to come from above."""
    floor = _floor(article, text)
    months = _from_months(article, text, floor)
    return months or (Moment(floor.earliest, None, "past", floor.evidence) if floor else None)


def _from_months(article: str, text: str, floor: Moment | None) -> Moment | None:
    """A text with "next month" and "in mid-April" in a text that looks back on a dated past: the first March after it."""
    following = _NEXT_MONTH.search(text)
    if following is None or floor is None or floor.earliest is None:
        return None
    months = [one for one in _bare_months(text) if abs(one[1] - following.start()) < 1500]
    if not months:
        return None
    named, at = min(months, key=lambda one: abs(one[1] - following.start()))
    month = 12 if named == 1 else named - 1
    year = floor.earliest.year + (month < floor.earliest.month)
    evidence = (*floor.evidence, Span(article, following.start(), following.end()), Span(article, at, at + 3))
    latest_year = year + (0 if floor.method == "past day" else 1)
    return Moment(date(year, month, 1), month_end(latest_year, month), "inferred", evidence)


def _floor(article: str, text: str) -> Moment | None:
    """The latest day that the text surely looks back on."""
    found: list[tuple[date, str, Span]] = []
    sentences = _Sentences(text)
    for one in find_dates(text):
        if one.year and sentences.is_told(one.start, one.end):
            day = one.value or date(one.year, one.month, 1)
            found.append((day, "past day", Span(article, one.start, one.end)))
    data = date_words()
    if data.us_words.search(text):
        for match in data.us_election.finditer(text):
            year = int(match["year"])
            if year % 2 == 0 and not data.ahead.search(text[max(0, match.start() - _NEAR_WORDS) : match.start()]):
                found.append((_us_election(year), "past day", Span(article, match.start(), match.end())))
    for year, place in _years(text):
        before = text[max(0, place[0] - _NEAR_WORDS) : place[0]]
        if _IN_YEAR.search(before) and sentences.is_told(*place):
            found.append((date(year, 1, 1), "past year", Span(article, *place)))
    if not found:
        return None
    day, kind, span = max(found, key=lambda one: one[0])
    return Moment(day, None, kind, (span,))


class _Sentences:
    """The sentences of a text, each judged once, however many dates stand in it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.ends = [match.start() for match in _SENTENCE_END.finditer(text)]
        self.told: dict[tuple[int, int], bool] = {}

    def is_told(self, start: int, end: int) -> bool:
        """Does the sentence round `start:end` tell of the past, with no word in it of what is to come?"""
        before, after = bisect_left(self.ends, start), bisect_left(self.ends, end)
        first = self.ends[before - 1] + 1 if before else 0
        last = self.ends[after] if after < len(self.ends) else len(self.text)
        if (first, last) not in self.told:
            sentence = self.text[first:last]
            self.told[first, last] = bool(_PAST.search(sentence)) and not date_words().ahead.search(sentence)
        return self.told[first, last]


def _us_election(year: int) -> date:
    first = date(year, 11, 1)
    monday = first + timedelta(days=-first.weekday() % 7)
    return monday + timedelta(days=1)


def _lead_weekday(text: str, paragraphs: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
    """(weekday, where) of the first weekday in the first paragraphs that is the report's own."""
    for start, end in paragraphs[:3]:
        for at, weekday in weekday_in(text[start:end]):
            if not _OTHER_WEEK.search(text, max(start, start + at - _WORDS_BEFORE), start + at):
                return weekday, start + at
    return None


def _own_weekdays(text: str, paragraphs: Sequence[tuple[int, int]]) -> dict[int, int]:
    """Weekdays that can be the report's own day -> where named: the first paragraph's, else those with all others a few days back."""
    lead = _lead_weekday(text, paragraphs[:1])
    if lead:
        return {lead[0]: lead[1]}
    named: dict[int, int] = {}
    for at, weekday in weekday_in(text):
        before = text[max(0, at - 40) : at]
        if not _OTHER_WEEK.search(before) and (_TODAY_TOO.search(before) or not date_words().ahead.search(before)):
            named.setdefault(weekday, at)
    return {today: at for today, at in named.items() if max((today - other) % 7 for other in named) <= _LONGEST_BACK}


def _years(text: str) -> list[tuple[int, tuple[int, int]]]:
    return [(int(match[1]), match.span(1)) for match in _YEAR.finditer(text) if 1950 <= int(match[1]) <= 2060]


def _bare_months(text: str) -> list[tuple[int, int]]:
    """(month, where) of "in April", "in mid-April", "early next April" without day or year."""
    months = english_months()
    names = "|".join(name for name in months if len(name) > 3 or name == "may")
    pattern = re.compile(rf"\b(?:in|in early|in late|early|late|mid)[ -]+(?:mid-|early |late )?({names})\b(?!\s+(?:\d|of))", re.IGNORECASE)
    return [(months[match[1].lower()], match.start(1)) for match in pattern.finditer(text) if match[1][0].isupper()]


def _day(year: int, month: int, day: int | None) -> date | None:
    if day is None:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None
