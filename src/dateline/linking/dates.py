"""Publication days narrowed by what the pages say of one another, and the times that hang on them resolved again.

A page without a date that shares passages with dated pages was printed about when they were; one that says "on Wednesday" of a meeting
which another page dates April 12 was published in the week after April 12; one that still plans what another reports as held, before the
end of that day. Each sign may be wrong (another meeting of the same people, an old quotation), so they are weighed against each other as
likelihoods over days (`days.py`), and a page is given days only where few of them hold most of what is likely.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import combinations
from math import log2

from dateline.linking.days import Days
from dateline.linking.nearness import Near, near_pages, shared_passage
from dateline.linking.told import Told
from dateline.model.articles import Article
from dateline.model.evidence import Evidence
from dateline.model.moments import OPEN, Moment, on
from dateline.model.reports import Reading, Report
from dateline.model.times import TimeExpression, publication_from, resolve

_METHOD = "neighbours"
_DATED = ("held", "ongoing", "planned", "possible")
_AHEAD = ("planned", "possible", "doubtful", "proposed")
_SURE_DAYS = 7  # a neighbour's date counts where it is no wider than this
_PERSON, _BODY = 1.0, 0.5  # what a shared participant counts for: states are in every story
_SAME_WORDS = 1.0  # two pages that say "today" of one thing speak from one day
_UNSAID = 0.7  # a report that gives no day itself has so much less of a voice
_WEEK = timedelta(days=6)  # a day of the week without more is one of the last seven
_SURE_PARTIES = 2
_ENOUGH = 2.0  # two people, or one and two states: less may be another event
# News of a day is printed that day or the next, seven times in ten.
_FRESH = timedelta(days=1)
_LEAD = 0.34  # the part of the text that tells what is new

# Calibrated on a set of news (Giveme5W1H) and on stories, with each page's day hidden in turn; no half was kept unseen.
# The part of what is likely that the days given must hold, and how many they may be: few days, else weeks that are surer.
_SHARES = ((0.5, 8), (0.8, 45))
_PAGES = 4  # that share most with a page are asked for their days
_EACH_LESS = 0.6  # what the next page adds to the one before it
_FEWEST, _SURE_AT_FEWEST, _SUREST = 5, 0.2, 0.9  # runs of words in common; how sure they make that two pages are of one time
_WRONG_DATE, _WRONG_TENSE = 0.4, 0.4  # how often a dated report, or a tense, is of another event than it seems
_VOICES = 4  # reports of a page that are heard: more repeat what these say
_AROUND = timedelta(days=45)  # how far from the days of its neighbours a page is looked for


@dataclass(frozen=True, slots=True)
class _Sign:
    """A report of the undated page, the publication it asks for, and how sure it is that the dated report is of the same event."""

    report: str
    published: Moment
    weight: float


def narrow_publications(readings: Sequence[Reading], told: Sequence[Told], groups: Iterable[Sequence[Report]]) -> dict[str, Moment]:
    """-> {article id: narrower publication moment}, only for articles that others narrow."""
    by_reading = {r.article.id: r for r in readings}
    by_id = {r.article.id: r.article for r in readings}
    # What neighbours have told once is not asked of the same neighbours again.
    undated = [a for a in by_id.values() if not a.published.is_day and a.published.method != _METHOD]
    dated = [a for a in by_id.values() if a.published.known and (a.published.days or 0) <= _SURE_DAYS]
    near = near_pages(undated, dated, _PAGES)
    signs = _signs(told, by_id, {i: _news_day(r) for i, r in by_reading.items()})
    bounds = _bounds(groups, by_id)
    narrowed = {}
    for article in undated:
        found = _likely_days(by_reading[article.id], near[article.id], signs.get(article.id, []), bounds.get(article.id, []))
        published = article.published.within(found) if found else _bounded(article.published, bounds.get(article.id, []))
        if published != article.published:
            published = _not_after(published, by_reading[article.id].times)
            published = _not_before(published, by_reading[article.id].times)
            narrowed[article.id] = published if found else _fresh(published, _named_weekday(by_reading[article.id]))
    return narrowed


def _likely_days(reading: Reading, near: Sequence[Near], signs: Sequence[_Sign], bounds: Sequence[Moment]) -> Moment | None:
    """The few days that most speaks for; None where nothing does, or too many days are left."""
    known = reading.article.published
    pages = [
        n for n in near if n.shared >= _FEWEST and n.article.id != reading.article.id and n.article.published.overlaps(known, _SURE_DAYS)
    ]
    voices = _voices([s for s in signs if s.published.overlaps(known)])
    window = _window(known, [n.article.published for n in pages] + [s.published for group in voices for s in group])
    if window is None:
        return None
    days = Days(*window)
    evidence: list[Evidence] = []
    for n, page in enumerate(pages):
        days.near(page.article.published, min(_SUREST, _SURE_AT_FEWEST * log2(page.shared / _FEWEST + 1)), _EACH_LESS**n)
        evidence.extend(shared_passage(reading.article, page.article) or ())
    for group in voices:
        days.one_of([(s.published, s.weight**2) for s in group], _WRONG_DATE)
        evidence.extend(group[0].published.evidence)
    for bound in [b for b in bounds if b.overlaps(Moment(*window, _METHOD))][:_VOICES]:
        days.bounded(bound, _WRONG_TENSE)
    named = _named_weekday(reading)
    if named is not None and named.shift is not None and named.shift.weekday is not None:
        days.weekday(named.shift.weekday)
        evidence.append(named.span)
    for share, widest in _SHARES:
        if (found := days.most(share, widest)) is not None:
            return Moment(*found, _METHOD, tuple(evidence))
    return None


def _window(known: Moment, asked: Sequence[Moment]) -> tuple[date, date] | None:
    """From before to after all days that are asked for, within what is known of the page."""
    ends = [d for m in asked for d in (m.earliest, m.latest) if d]
    if not ends:
        return None
    first = max(min(ends) - _AROUND, known.earliest or date.min)
    last = min(max(ends) + _AROUND, known.latest or date.max)
    return (first, last) if first <= last else None


def _voices(signs: Sequence[_Sign]) -> list[list[_Sign]]:
    """The signs of each report of the page, the surest report first; each other publication that it may ask for once."""
    by_report: dict[str, dict[tuple[date | None, date | None], _Sign]] = defaultdict(dict)
    for sign in sorted(signs, key=lambda s: (-s.weight, s.report, str(s.published.earliest), str(s.published.latest))):
        by_report[sign.report].setdefault((sign.published.earliest, sign.published.latest), sign)
    voices = sorted(by_report.values(), key=lambda v: (-max(s.weight for s in v.values()), next(iter(v.values())).report))
    return [list(v.values()) for v in voices[:_VOICES]]


def _named_weekday(reading: Reading) -> TimeExpression | None:
    """The first day of the week that the first paragraphs name as past."""
    lead = _LEAD * len(reading.article.text)
    named = [t for t in reading.times if t.shift and t.shift.weekday and t.shift.direction != "future" and t.span.start < lead]
    return named[0] if named else None


def _news_day(reading: Reading) -> int | None:
    """The day of the week that the page's news is of (1 Monday .. 7 Sunday): the one it names most, not counting days to come."""
    days = Counter(t.shift.weekday for t in reading.times if t.shift and t.shift.weekday and t.shift.direction != "future")
    if not days:
        return None
    (day, count), *others = days.most_common(2)
    return day if not others or count > others[0][1] else None


def _signs(told: Sequence[Told], articles: Mapping[str, Article], news_days: Mapping[str, int | None]) -> dict[str, list[_Sign]]:
    """What dated reports of the same people say of the pages without a day, by page."""
    dated: dict[tuple[str, str, str], list[Told]] = defaultdict(list)
    for one in told:
        sure = articles[one.report.article].published.is_day or not (one.report.time and one.report.time.relative)
        if sure and one.report.when.known and (one.report.when.days or 0) <= _SURE_DAYS:
            for pair in combinations(sorted(one.parties), 2):
                dated[one.kind, *pair].append(one)
    signs: dict[str, list[_Sign]] = defaultdict(list)
    for one in told:
        article = articles[one.report.article]
        if article.published.is_day:
            continue
        near = {t.report.id: t for pair in combinations(sorted(one.parties), 2) for t in dated.get((one.kind, *pair), ())}
        for other in (near[i] for i in sorted(near)):
            sign = _sign(one, other, article, news_days[article.id])
            if sign is not None:
                signs[article.id].append(sign)
    return signs


def _sign(one: Told, other: Told, article: Article, news_day: int | None) -> _Sign | None:
    report, dated = one.report, other.report
    weight = _PERSON * len(one.people & other.people) + _BODY * len((one.bodies | one.countries) & (other.bodies | other.countries))
    elsewhere = report.place_country and dated.place_country and report.place_country != dated.place_country
    if dated.article == article.id or elsewhere or weight < _ENOUGH or dated.status not in _DATED:
        return None
    evidence = (dated.trigger, report.trigger)
    if report.time is None:
        day = dated.when.earliest
        if report.status != "held" or day is None or not dated.when.is_day or day.isoweekday() != news_day:
            return None
        return _Sign(report.id, Moment(day, day + _WEEK, _METHOD, evidence), weight * _UNSAID)
    if dated.time is not None and report.time.shift == dated.time.shift:
        weight += _SAME_WORDS
    published = _said(report.time, dated.when)
    return _Sign(report.id, Moment(*published, _METHOD, evidence), weight) if published else None


def _said(time: TimeExpression, when: Moment) -> tuple[date | None, date | None] | None:
    """The publication on which `time` means `when`. Stretches ("since 2016") and years tell nothing of a day."""
    if time.shift is None or time.shift.side != "at" or time.shift.unit not in ("day", "week", "weekend", "month"):
        return None
    back = publication_from(time, when)
    return (back.earliest, back.latest) if back.earliest or back.latest else None


def _bounds(groups: Iterable[Sequence[Report]], articles: Mapping[str, Article]) -> dict[str, list[Moment]]:
    """What a plan or a report of the past says of its page, where another page dates the event: once for each event."""
    bounds: dict[str, list[Moment]] = defaultdict(list)
    for group in groups:
        torn = _torn(group)
        sure = [r for r in group if r.when.known and (r.when.days or 0) <= _SURE_DAYS and r.status in ("held", "ongoing", "planned")]
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
                bounds[report.article].append(Moment(earliest, latest, _METHOD, (other.trigger, report.trigger)))
    return bounds


def _shared(one: Report, other: Report) -> int:
    """How many participants both name."""
    return len({p.actor for p in one.participants} & {p.actor for p in other.participants})


def _not_after(published: Moment, times: Sequence[TimeExpression]) -> Moment:
    """A page of late May that says "would be held on June 1" was published by then: days of a month told as ahead push the end."""
    for time in times:
        if published.earliest and _day_of_month(time) and time.shift and time.shift.direction in ("future", "after"):
            ahead = resolve(time, on(published.earliest))
            published = published.within(Moment(None, ahead.latest, _METHOD, (time.span,)))
    return published


def _not_before(published: Moment, times: Sequence[TimeExpression]) -> Moment:
    """A page that says "as of January 3" was not published on January 2: days of a month told as past push the beginning."""
    if not published.known or (published.days or 0) > _SURE_DAYS:
        return published
    for time in times:
        if not _day_of_month(time) or (time.shift and time.shift.direction in ("future", "after")):
            continue
        seen = resolve(time, published)
        if seen.is_day and seen.earliest and published.latest and seen.earliest <= published.latest:
            published = published.within(Moment(seen.earliest, None, _METHOD, (time.span,)))
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
    return published.within(Moment(day, day + _FRESH, _METHOD, (named.span,)))


def _torn(group: Sequence[Report]) -> set[str]:
    """The articles that speak of the event both as past and as ahead: their tense says nothing of the day."""
    past = {r.article for r in group if r.status in ("held", "ongoing")}
    return past & {r.article for r in group if r.status in _AHEAD}


def _bounded(published: Moment, bounds: Sequence[Moment]) -> Moment:
    """A bound that half of the others contradict is left out."""
    allowed = [b for b in bounds if b.overlaps(published)]
    for bound in sorted(allowed, key=lambda b: (-sum(b.overlaps(o) for o in allowed), str(b.earliest), str(b.latest), b.evidence)):
        if 2 * sum(bound.overlaps(o) for o in allowed) > len(allowed):
            published = published.within(bound)
    return published


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
