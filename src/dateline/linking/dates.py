"""Publication days narrowed by what the pages say of one another, and the times that hang on them resolved again.

A page without a date that shares passages with dated pages was printed about when they were; one that says "on Wednesday" of a meeting
which another page dates April 12 was published in the week after April 12; one that still plans what another reports as held, before the
end of that day. Each sign may be wrong (another meeting of the same people, an old quotation), so they are weighed against each other as
likelihoods over days (`days.py`), and a page is given days only where few of them hold most of what is likely.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from math import log2

from dateline.linking.days import Days
from dateline.linking.nearness import Near, near_pages, shared_passage
from dateline.linking.signs import METHOD, SURE_DAYS, Sign, signs_of, voices
from dateline.linking.told import Told
from dateline.model.articles import Article
from dateline.model.evidence import Evidence
from dateline.model.moments import OPEN, Moment, on
from dateline.model.reports import Reading, Report
from dateline.model.times import TimeExpression, resolve

_AHEAD = ("planned", "possible", "doubtful", "proposed")
_SURE_PARTIES = 2
# News of a day is printed that day or the next, seven times in ten.
_FRESH = timedelta(days=1)
_LEAD = 0.34  # the part of the text that tells what is new

# Calibrated with each page's day hidden in turn: on one half of a set of news (Giveme5W1H), checked on the other, and on the stories.
# The part of what is likely that the days given must hold, and how many they may be: few days, else weeks that are surer.
_SHARES = ((0.55, 8), (0.8, 45))
_PAGES = 4  # that share most with a page are asked for their days
_EACH_LESS = 0.65  # what the next page adds to the one before it
_FEWEST, _SURE_AT_FEWEST, _SUREST = 6, 0.3, 0.9  # runs of words in common; how sure they make that two pages are of one time
_WRONG_DATE, _WRONG_TENSE = 0.5, 0.4  # how often a dated report, or a tense, is of another event than it seems
_BOUNDS = 4  # what tense says, at most so many times
_AROUND = timedelta(days=45)  # how far from the days of its neighbours a page is looked for


def narrow_publications(readings: Sequence[Reading], told: Sequence[Told], groups: Iterable[Sequence[Report]]) -> dict[str, Moment]:
    """-> {article id: narrower publication moment}, only for articles that others narrow."""
    by_reading = {r.article.id: r for r in readings}
    by_id = {r.article.id: r.article for r in readings}
    # What neighbours have told once is not asked of the same neighbours again.
    undated = [a for a in by_id.values() if not a.published.is_day and a.published.method != METHOD]
    dated = [a for a in by_id.values() if a.published.known and (a.published.days or 0) <= SURE_DAYS]
    near = near_pages(undated, dated, _PAGES)
    signs = signs_of(told, by_reading)
    bounds = _bounds(groups, by_id)
    narrowed = {}
    for article in undated:
        i = article.id
        published = _narrowed(by_reading[i], near[i], signs.get(i, []), bounds.get(i, []))
        if published != article.published:
            narrowed[i] = published
    return narrowed


def _narrowed(reading: Reading, near: Sequence[Near], signs: Sequence[Sign], bounds: Sequence[Moment]) -> Moment:
    """The publication of a page without a day as the others narrow it."""
    known = reading.article.published
    found = _likely_days(reading, near, signs, bounds)
    published = known.within(found) if found else _bounded(known, bounds)
    if published == known:
        return known
    published = _not_before(_not_after(published, reading.times), reading.times)
    return published if found else _fresh(published, _named_weekday(reading))


def _likely_days(reading: Reading, near: Sequence[Near], signs: Sequence[Sign], bounds: Sequence[Moment]) -> Moment | None:
    """The few days that most speaks for; None where nothing does, or too many days are left."""
    known = reading.article.published
    pages = [
        n for n in near if n.shared >= _FEWEST and n.article.id != reading.article.id and n.article.published.overlaps(known, SURE_DAYS)
    ]
    heard = voices([s for s in signs if s.published.overlaps(known)])
    window = _window(known, [n.article.published for n in pages] + [s.published for group in heard for s in group])
    if window is None:
        return None
    days = Days(*window)
    evidence: list[Evidence] = []
    for n, page in enumerate(pages):
        sure = min(_SUREST, _SURE_AT_FEWEST * log2(page.shared / _FEWEST + 1))
        # A page stamped late speaks from its own "today", and so do those that share its words.
        days.near(page.article.text_day or page.article.published, sure, _EACH_LESS**n)
        evidence.extend(shared_passage(reading.article, page.article) or ())
    for group in heard:
        days.one_of([(s.published, s.weight**2) for s in group], _WRONG_DATE)
        evidence.extend(group[0].published.evidence)
    for bound in [b for b in bounds if b.overlaps(Moment(*window, METHOD))][:_BOUNDS]:
        days.bounded(bound, _WRONG_TENSE)
    named = _named_weekday(reading)
    if named is not None and named.shift is not None and named.shift.weekday is not None:
        days.weekday(named.shift.weekday)
        evidence.append(named.span)
    for share, widest in _SHARES:
        if (found := days.most(share, widest)) is not None:
            return Moment(*found, METHOD, tuple(evidence))
    return None


def _window(known: Moment, asked: Sequence[Moment]) -> tuple[date, date] | None:
    """From before to after all days that are asked for, within what is known of the page."""
    ends = [d for m in asked for d in (m.earliest, m.latest) if d]
    if not ends:
        return None
    first = max(min(ends) - _AROUND, known.earliest or date.min)
    last = min(max(ends) + _AROUND, known.latest or date.max)
    return (first, last) if first <= last else None


def _named_weekday(reading: Reading) -> TimeExpression | None:
    """The first day of the week that the first paragraphs name as past."""
    lead = _LEAD * len(reading.article.text)
    named = [t for t in reading.times if t.shift and t.shift.weekday and t.shift.direction != "future" and t.span.start < lead]
    return named[0] if named else None


def _bounds(groups: Iterable[Sequence[Report]], articles: Mapping[str, Article]) -> dict[str, list[Moment]]:
    """What a plan or a report of the past says of its page, where another page dates the event: once for each event."""
    bounds: dict[str, list[Moment]] = defaultdict(list)
    for group in groups:
        torn = _torn(group)
        sure = [r for r in group if r.when.known and (r.when.days or 0) <= SURE_DAYS and r.status in ("held", "ongoing", "planned")]
        bounded: set[str] = set()
        for report in group:
            untold = articles[report.article].published.is_day or report.article in torn or report.article in bounded
            if untold or report.status not in (*_AHEAD, "held"):
                continue
            others = [o for o in sure if o.article != report.article and _shared(report, o) >= _SURE_PARTIES]
            if others:
                bounded.add(report.article)
                other = min(others, key=lambda o: (-sum(o.when.overlaps(p.when) for p in others), o.when.days or 0, o.id))
                earliest, latest = (None, other.when.latest) if report.status in _AHEAD else (other.when.earliest, None)
                bounds[report.article].append(Moment(earliest, latest, METHOD, (other.trigger, report.trigger)))
    return bounds


def _shared(one: Report, other: Report) -> int:
    """How many participants both name."""
    return len({p.actor for p in one.participants} & {p.actor for p in other.participants})


def _not_after(published: Moment, times: Sequence[TimeExpression]) -> Moment:
    """A page of late May that says "would be held on June 1" was published by then: days of a month told as ahead push the end."""
    for time in times:
        if published.earliest and _day_of_month(time) and time.shift and time.shift.direction in ("future", "after"):
            ahead = resolve(time, on(published.earliest))
            published = published.within(Moment(None, ahead.latest, METHOD, (time.span,)))
    return published


def _not_before(published: Moment, times: Sequence[TimeExpression]) -> Moment:
    """A page that says "as of January 3" was not published on January 2: days of a month told as past push the beginning."""
    if not published.known or (published.days or 0) > SURE_DAYS:
        return published
    for time in times:
        if not _day_of_month(time) or (time.shift and time.shift.direction in ("future", "after")):
            continue
        seen = resolve(time, published)
        if seen.is_day and seen.earliest and published.latest and seen.earliest <= published.latest:
            published = published.within(Moment(seen.earliest, None, METHOD, (time.span,)))
    return published


def _day_of_month(time: TimeExpression) -> bool:
    """Is it a day of a month that leaves the year to the reader ("June 1")?"""
    shift = time.shift
    return bool(shift and shift.month and shift.day and not shift.year and shift.side == "at")


def _fresh(published: Moment, named: TimeExpression | None) -> Moment:
    """A page of some days, of which only one is the day of the week that its lead names, is of that day or of the next."""
    weekday = named.shift.weekday if named is not None and named.shift is not None else None
    if named is None or weekday is None or published.earliest is None or published.latest is None or published.is_day:
        return published
    day = published.earliest + timedelta(days=(weekday - published.earliest.isoweekday()) % 7)
    if day + timedelta(days=7) <= published.latest:
        return published
    return published.within(Moment(day, day + _FRESH, METHOD, (named.span,)))


def _torn(group: Sequence[Report]) -> set[str]:
    """The articles that speak of the event both as past and as ahead: their tense says nothing of the day."""
    past = {r.article for r in group if r.status in ("held", "ongoing")}
    return past & {r.article for r in group if r.status in _AHEAD}


def _bounded(published: Moment, bounds: Sequence[Moment]) -> Moment:
    """A bound that half of the others contradict is left out; so are all where they leave one day, told both as past and as to come."""
    allowed, known = [b for b in bounds if b.overlaps(published)], published
    for bound in sorted(allowed, key=lambda b: (-sum(b.overlaps(o) for o in allowed), str(b.earliest), str(b.latest), b.evidence)):
        if 2 * sum(bound.overlaps(o) for o in allowed) > len(allowed):
            published = published.within(bound)
    return known if published.is_day else published


def resolve_again(reading: Reading, published: Moment) -> Reading:
    """The reading with its article published at `published`, and every time that hangs on that day moved with it."""
    article = replace(reading.article, published=published)
    today = article.text_day or published
    reports = tuple(replace(r, when=_when(r, today), reported=published) for r in reading.reports)
    return replace(reading, article=article, reports=reports)


def _when(report: Report, today: Moment) -> Moment:
    if report.time is not None and report.time.relative:
        return resolve(report.time, today)
    if report.when.method not in ("tense", "open"):
        return report.when
    return tense_bound(report, today)


def tense_bound(report: Report, today: Moment) -> Moment:
    """What the tense alone says: what has happened did so by today, what is planned comes no earlier."""
    if report.status in ("held", "ongoing") and report.tense != "future":
        return Moment(today.earliest if report.status == "ongoing" else None, today.latest, "tense", today.evidence)
    if report.tense == "future" or report.status in ("planned", "proposed", "possible"):
        return Moment(today.earliest, None, "tense", today.evidence)
    return OPEN
