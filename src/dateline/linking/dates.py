"""Publication days narrowed by what the pages say of one another, and the times that hang on them resolved again.

A page without a date that says "on Wednesday" of a meeting which another page dates April 12 was published in the days after April 12. Such
signs are weighed against each other: the day that most of the page's reports agree on wins, and a meeting of the same people a month later
is outvoted. Last, a page that still plans what another page reports as held was published before the end of that day.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import combinations

from dateline.linking.told import Told
from dateline.model.articles import Article
from dateline.model.moments import OPEN, Moment, on
from dateline.model.reports import Reading, Report
from dateline.model.times import TimeExpression, publication_from, resolve

_METHOD = "neighbours"
_DATED = ("held", "ongoing", "planned", "possible")
_AHEAD = ("planned", "possible", "doubtful", "proposed")
_SURE_DAYS = 7  # a neighbour's date counts where it is no wider than this
_PERSON, _BODY = 1.0, 0.5  # what a shared participant counts for: states are in every story
_UNSAID = 0.7  # a report that gives no day itself has so much less of a voice
_SAME_WORDS = 1.0  # two pages that say "today" of one thing speak from one day
_SURE_PARTIES = 2
_ENOUGH = 2.0  # two people, or one and two states: less may be another event
# News of a day is printed that day or the next: where the first words of a page give a weekday, the page is no older.
_FRESH = timedelta(days=1)
_LEAD = 0.34  # the part of the text that tells what is new


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
    signs = _signs(told, by_id, {r.article.id: _news_day(r) for r in readings})
    bounds = _bounds(groups, by_id)
    narrowed = {}
    for article_id in sorted(signs.keys() | bounds.keys()):
        known = by_id[article_id].published
        published = _bounded(_agreed(known, signs.get(article_id, [])), bounds.get(article_id, []))
        if published != known:
            published = _not_after(published, by_reading[article_id].times)
            published = _not_before(published, by_reading[article_id].times)
            published = _fresh(published, by_reading[article_id])
        if published != known:
            narrowed[article_id] = published
    return narrowed


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
    if report.time is not None and dated.time is not None and report.time.shift == dated.time.shift:
        weight += _SAME_WORDS
    evidence = (dated.trigger, report.trigger)
    if report.time is None:
        day = dated.when.earliest
        if report.status != "held" or day is None or not dated.when.is_day or day.isoweekday() != news_day:
            return None
        return _Sign(report.id, Moment(day, day + _FRESH, _METHOD, evidence), weight * _UNSAID)
    published = _said(report, report.time, dated.when, article)
    return _Sign(report.id, Moment(*published, _METHOD, evidence), weight) if published else None


def _said(report: Report, time: TimeExpression, when: Moment, article: Article) -> tuple[date | None, date | None] | None:
    """The publication on which `time` means `when`. Stretches ("since 2016") and years tell nothing of a day."""
    if time.shift is None or time.shift.side != "at" or time.shift.unit not in ("day", "week", "weekend", "month"):
        return None
    back = publication_from(time, when)
    if back.earliest is None and back.latest is None:
        return None
    lead = report.trigger.start < _LEAD * len(article.text)
    if time.shift.weekday and back.earliest and report.status == "held" and lead:
        return back.earliest, min(back.latest or date.max, back.earliest + _FRESH)
    return back.earliest, back.latest


def _agreed(published: Moment, signs: Sequence[_Sign]) -> Moment:
    """The publication that most reports of the page ask for, narrowed by the others that allow it."""
    usable = [s for s in signs if s.published.overlaps(published)]
    if not usable:
        return published
    support = {s: _support(s, usable) for s in usable}
    ordered = sorted(usable, key=lambda s: (-support[s], s.published.days or 10**6, str(s.published.earliest), s.report))
    moment = OPEN
    for sign in ordered:
        moment = moment.within(sign.published)
    return published.within(moment)


def _support(sign: _Sign, signs: Sequence[_Sign]) -> float:
    """Every report has one voice: its surest sign that allows the same publication."""
    voices: dict[str, float] = defaultdict(float)
    for other in signs:
        if other.published.overlaps(sign.published):
            voices[other.report] = max(voices[other.report], other.weight)
    return round(sum(voices[r] for r in sorted(voices)), 6)


def _bounds(groups: Iterable[Sequence[Report]], articles: Mapping[str, Article]) -> dict[str, list[Moment]]:
    """What a plan or a report of the past says of its page, where another page dates the event."""
    bounds: dict[str, list[Moment]] = defaultdict(list)
    for group in groups:
        torn = _torn(group)
        sure = [r for r in group if r.when.known and (r.when.days or 0) <= _SURE_DAYS and r.status in ("held", "ongoing", "planned")]
        for report in group:
            if articles[report.article].published.is_day or report.article in torn or report.status not in (*_AHEAD, "held"):
                continue
            for other in sure:
                if other.article != report.article and _shared(report, other) >= _SURE_PARTIES:
                    evidence = (other.trigger, report.trigger)
                    ahead = report.status in _AHEAD
                    earliest, latest = (None, other.when.latest) if ahead else (other.when.earliest, None)
                    bounds[report.article].append(Moment(earliest, latest, _METHOD, evidence))
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


def _fresh(published: Moment, reading: Reading) -> Moment:
    """A page of some days, of which only one is the day of the week that its lead names, is of that day or of the next."""
    if published.earliest is None or published.latest is None or published.is_day:
        return published
    lead = _LEAD * len(reading.article.text)
    named = [t for t in reading.times if t.shift and t.shift.weekday and t.shift.direction != "future" and t.span.start < lead]
    if not named or named[0].shift is None or named[0].shift.weekday is None:
        return published
    day = published.earliest + timedelta(days=(named[0].shift.weekday - published.earliest.isoweekday()) % 7)
    if day + timedelta(days=7) <= published.latest:
        return published
    return published.within(Moment(day, day + _FRESH, _METHOD, (named[0].span,)))


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
