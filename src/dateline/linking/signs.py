"""What dated reports of the same event say of the day on which a page without one was published."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations

from dateline.linking.told import Told
from dateline.model.articles import Article
from dateline.model.moments import Moment
from dateline.model.reports import Reading, Report
from dateline.model.times import TimeExpression, publication_from

METHOD = "neighbours"
SURE_DAYS = 7  # a neighbour's date counts where it is no wider than this
_DATED = ("held", "ongoing", "planned", "possible")
_PERSON, _BODY = 1.0, 0.5  # what a shared participant counts for: states are in every story
_SAME_WORDS = 1.0  # two pages that say "today" of one thing speak from one day
_UNSAID = 0.7  # a report that gives no day itself has so much less of a voice
_WEEK = timedelta(days=6)  # a day of the week without more is one of the last seven
_ENOUGH = 2.0  # two people, or one and two states: less may be another event
_VOICES = 4  # reports of a page that are heard: more repeat what these say


@dataclass(frozen=True, slots=True)
class Sign:
    """A report of the undated page, the publication it asks for, and how sure it is that the dated report is of the same event."""

    report: str
    published: Moment
    weight: float


def signs_of(told: Sequence[Told], readings: Mapping[str, Reading]) -> dict[str, list[Sign]]:
    """What dated reports of the same people say of the pages without a day, by page."""
    articles = {i: r.article for i, r in readings.items()}
    news_days = {i: _news_day(r) for i, r in readings.items()}
    dated: dict[tuple[str, str, str], list[Told]] = defaultdict(list)
    for one in told:
        if _is_dated(one.report, articles):
            for pair in combinations(sorted(one.parties), 2):
                dated[one.kind, *pair].append(one)
    signs: dict[str, list[Sign]] = defaultdict(list)
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


def voices(signs: Sequence[Sign]) -> list[list[Sign]]:
    """The signs of each report of the page, the surest report first; each other publication that it may ask for once."""
    by_report: dict[str, dict[tuple[date | None, date | None], Sign]] = defaultdict(dict)
    for sign in sorted(signs, key=lambda s: (-s.weight, s.report, str(s.published.earliest), str(s.published.latest))):
        by_report[sign.report].setdefault((sign.published.earliest, sign.published.latest), sign)
    found = sorted(by_report.values(), key=lambda v: (-max(s.weight for s in v.values()), next(iter(v.values())).report))
    return [list(v.values()) for v in found[:_VOICES]]


def _is_dated(report: Report, articles: Mapping[str, Article]) -> bool:
    """Does it tell of a known day that does not itself hang on a page's unknown one?"""
    sure = articles[report.article].published.is_day or not (report.time and report.time.relative)
    return sure and report.when.known and (report.when.days or 0) <= SURE_DAYS


def _news_day(reading: Reading) -> int | None:
    """The day of the week that the page's news is of (1 Monday .. 7 Sunday): the one it names most, not counting days to come."""
    days = Counter(t.shift.weekday for t in reading.times if t.shift and t.shift.weekday and t.shift.direction != "future")
    if not days:
        return None
    (day, count), *others = days.most_common(2)
    return day if not others or count > others[0][1] else None


def _sign(one: Told, other: Told, article: Article, news_day: int | None) -> Sign | None:
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
        return Sign(report.id, Moment(day, day + _WEEK, METHOD, evidence), weight * _UNSAID)
    if dated.time is not None and report.time.shift == dated.time.shift:
        weight += _SAME_WORDS
    published = _said(report.time, dated.when)
    return Sign(report.id, Moment(*published, METHOD, evidence), weight) if published else None


def _said(time: TimeExpression, when: Moment) -> tuple[date | None, date | None] | None:
    """The publication on which `time` means `when`. Stretches ("since 2016") and years tell nothing of a day."""
    if time.shift is None or time.shift.side != "at" or time.shift.unit not in ("day", "week", "weekend", "month"):
        return None
    back = publication_from(time, when)
    return (back.earliest, back.latest) if back.earliest or back.latest else None
