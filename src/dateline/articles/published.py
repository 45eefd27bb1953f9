"""The day of publication as an honest interval: the surest sign, or what the text itself makes certain, or open."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dateline.articles.dates import find_dates
from dateline.articles.inference import infer
from dateline.articles.stamps import Sign
from dateline.articles.traces import Trace
from dateline.articles.weekdays import on_or_before, weekday_in
from dateline.articles.weighing import weigh
from dateline.articles.wire import Dateline
from dateline.model.articles import DateClue
from dateline.model.evidence import Span
from dateline.model.moments import OPEN, Moment, on

_TRUST = ("meta", "url", "marked time tag", "date line", "line above", "time tag", "relative")
_METHODS_OF_SIGNS = frozenset({"open", "updated line", "closing line", "edited", *_TRUST})
_MOST_EVIDENCE = 3  # of signs that say the same day
_UPDATED_WITHIN = timedelta(days=6)
_NIGHT = timedelta(days=1)
_TODAY = re.compile(r"\b(?:today|tonight|this (?:morning|afternoon|evening)),? (?:is |on |for )?$", re.IGNORECASE)
_SAYS_TODAY = re.compile(r"\b(?:today|tonight|this (?:morning|afternoon|evening)|yesterday)\b", re.IGNORECASE)
_YESTERDAY = re.compile(r"\byesterday\b[^.?!\n]{0,90}$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Body:
    """The article's text, its paragraphs' and captions' offsets, its dateline with the offset of the paragraph it opens."""

    article: str
    text: str
    paragraphs: tuple[tuple[int, int], ...]
    captions: tuple[tuple[int, int], ...]
    dateline: tuple[Dateline, int] | None


@dataclass(frozen=True, slots=True)
class Publication:
    published: Moment
    text_day: Moment | None
    clues: tuple[DateClue, ...]


def publication(signs: Sequence[Sign], body: Body) -> Publication:
    """Weigh the signs. Rendered and edited days are never the day itself, but nothing is published after it was edited or shown."""
    shown = min((sign.moment.latest for sign in signs if sign.kind == "rendered" and sign.moment.latest), default=date.max - _NIGHT)
    possible = [sign for sign in signs if sign.moment.earliest is None or sign.moment.earliest <= shown + _NIGHT]
    marked = any(sign.trace for sign in signs)
    found = _weighed(possible) if marked else _stated(possible)
    used = [sign for sign in possible if found is not None and _is_used(sign, found)]
    if found is None:
        found = infer(body.article, body.text, body.paragraphs, body.captions, body.dateline)
        found = _bounded(found, [sign for sign in signs if sign.kind in ("edited", "rendered")])
    clues = _clues(signs, used)
    if found.method not in _METHODS_OF_SIGNS:
        clues.append(DateClue("caption" if found.method == "caption" else "body", found, used=True))
    return Publication(found, _text_day(found, body), tuple(clues))


def _weighed(signs: Sequence[Sign]) -> Moment | None:
    """What the markup makes likely, the container's word among it; a month alone where no day is."""
    of_container = {"meta": "meta published", "url": "address", "edited": "edited"}
    traces = [sign.trace for sign in signs if sign.trace]
    traces += [
        Trace(of_container[sign.kind], sign.moment.earliest, "container", "")
        for sign in signs
        if sign.trace is None and sign.kind in of_container and sign.moment.is_day and sign.moment.earliest
    ]
    answer = weigh(traces)
    if answer is None:
        return next((replace(s.moment, method="url") for s in signs if s.kind == "url" and not s.moment.is_day), None)
    given = Moment(answer.earliest, answer.latest, "weighed")
    inside = [s for s in signs if s.kind in _TRUST and (s.moment.is_day or s.kind == "relative") and s.moment.overlaps(given)]
    best = sorted(inside, key=lambda sign: _TRUST.index(sign.kind))
    evidence = tuple(dict.fromkeys(one for sign in best for one in sign.moment.evidence))[:_MOST_EVIDENCE]
    return Moment(answer.earliest, answer.latest, best[0].kind if best else "edited", evidence)


def _is_used(sign: Sign, found: Moment) -> bool:
    if sign.trace is None:
        return sign.moment == found or sign.kind == found.method == "updated line" or _same_day(sign, found)
    return sign.kind in _TRUST and (sign.moment.is_day or sign.kind == "relative") and found.overlaps(sign.moment)


def _same_day(sign: Sign, found: Moment) -> bool:
    return found.is_day and sign.kind in _TRUST and sign.moment.is_day and sign.moment.earliest == found.earliest


def _clues(signs: Sequence[Sign], used: Sequence[Sign]) -> list[DateClue]:
    """Each kind of sign of each day once; a line of the page says it better than the markup round it."""
    found: dict[tuple[str, date | None, date | None], DateClue] = {}
    taken = frozenset(used)
    for sign in [*(one for one in signs if one.trace is None), *(one for one in signs if one.trace and _is_worth_showing(one)), *used]:
        key = (sign.kind, sign.moment.earliest, sign.moment.latest)
        before = found.get(key)
        found[key] = DateClue(sign.kind, before.moment if before else sign.moment, sign in taken or (before is not None and before.used))
    return list(found.values())


def _is_worth_showing(sign: Sign) -> bool:
    """Dates of other pages, comments and boxes are no clues."""
    return sign.trace is not None and not sign.trace.traits & {"listed", "beside", "far", "sentence", "many", "lesser"}


def _stated(signs: Sequence[Sign]) -> Moment | None:
    """The most trusted sign of a day; an address that names another day wins over what a container states."""
    by_kind: dict[str, Moment] = {}
    for sign in sorted(signs, key=lambda sign: not sign.moment.is_day):
        by_kind.setdefault(sign.kind, sign.moment)
    ordered = [by_kind[kind] for kind in _TRUST if kind in by_kind]
    if not ordered:
        return _updated(by_kind.get("updated line"))
    best = ordered[0]
    address = by_kind.get("url")
    if address and address.earliest and best.earliest and best is by_kind.get("meta") and address.earliest - _NIGHT <= best.earliest:
        return address  # a day's difference: metadata in another time zone; more: a later republication
    if not best.is_day:
        return next((one for one in ordered if one.is_day and one.overlaps(best)), best)
    return best


def _updated(sign: Moment | None) -> Moment | None:
    """A line "Updated ..." under the headline: news is put right within days, so that it was published in the week before."""
    if sign is None or sign.latest is None or not sign.is_day:
        return None
    return Moment(sign.latest - _UPDATED_WITHIN, sign.latest, "updated line", sign.evidence)


def _bounded(found: Moment, late: Sequence[Sign]) -> Moment:
    """A page is not published after the day it was last edited or shown."""
    latest = min((sign.moment for sign in late if sign.moment.latest), key=lambda m: m.latest or date.max, default=None)
    if latest is None or found.latest is not None or (found.earliest and latest.latest and latest.latest < found.earliest):
        return found
    method = found.method if found.earliest else "bounded"
    return Moment(found.earliest, latest.latest, method, (*found.evidence, *latest.evidence))


def _text_day(published: Moment, body: Body) -> Moment | None:
    """Where the text's own "today" is clearly another day than that of publication."""
    if not published.is_day or published.latest is None:
        return None
    said = _said_day(published.latest, body)
    if said is not None:
        return said if said.earliest != published.earliest else None
    return _stale_wire(published.latest, body)


def _said_day(day: date, body: Body) -> Moment | None:
    """A text with "Yesterday, on October 7th" or "today, March 3": days within the two weeks before the stamp."""
    for start, end in _near_today(body.text):
        said = _said_in(day, body, start, end)
        if said is not None:
            return said
    return None


def _near_today(text: str) -> list[tuple[int, int]]:
    """The lines that say "today" or the like and the line after each, as few stretches as there can be; a date is read in them alone."""
    found: list[tuple[int, int]] = []
    at = 0
    while (match := _SAYS_TODAY.search(text, at)) is not None:
        start = text.rfind("\n", 0, match.start()) + 1
        line_end = text.find("\n", match.end())
        end = text.find("\n", line_end + 1) if line_end >= 0 else -1
        end = end if end >= 0 else len(text)
        if found and start <= found[-1][1]:
            start = found.pop()[0]
        found.append((start, end))
        at = line_end if line_end >= 0 else len(text)
    return found


def _said_in(day: date, body: Body, start: int, end: int) -> Moment | None:
    for near in find_dates(body.text[start:end]):
        one = replace(near, start=near.start + start, end=near.end + start)
        if not one.day or (one.year and one.year != day.year):
            continue
        before = body.text[max(0, one.start - 100) : one.start]
        shift = 0 if _TODAY.search(before) else 1 if _YESTERDAY.search(before) else None
        if shift is None:
            continue
        try:
            said = date(one.year or day.year, one.month, one.day) + timedelta(days=shift)
        except ValueError:
            continue
        if timedelta(0) <= day - said <= timedelta(days=14):
            return on(said, "stated", (Span(body.article, one.start, one.end),))
    return None


def _stale_wire(day: date, body: Body) -> Moment | None:
    """An agency's first paragraph names the weekday it was filed on; a stamp two days or more later is that of another copy."""
    if body.dateline is None or body.dateline[0].agency is None or not body.paragraphs:
        return None
    start, end = next(((s, e) for s, e in body.paragraphs if s >= body.dateline[1]), body.paragraphs[0])
    named = [(at, weekday) for at, weekday in weekday_in(body.text[start:end][:400]) if not _is_other_day(body.text[start : start + at])]
    if not named or any(weekday == day.weekday() for _, weekday in named):
        return None
    filed = on_or_before(day, named[0][1])
    if (day - filed).days < 2:
        return None
    at = start + named[0][0]
    return on(filed, "weekday", (Span(body.article, at, body.text.find("day", at) + 3),))


def _is_other_day(before: str) -> bool:
    """Does "last", "from" or the like make the weekday another one than that of the report?"""
    return bool(
        re.search(
            r"\b(?:last|next|previous|since|until|till|from|by|before|after|coming|due|every|this|late|early|for)\s+$",
            before,
            re.IGNORECASE,
        )
    )


__all__ = ["OPEN", "Body", "Publication", "publication"]
