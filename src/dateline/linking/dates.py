"""Publication days narrowed by what the pages say of one another, and the times that hang on them resolved again.

A page without a date that says "on Wednesday" of a meeting which another page dates April 12 was published in the days after April 12;
a page that still plans what another page reports as held on a day was published before the end of that day.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

from dateline.model.articles import Article
from dateline.model.moments import OPEN, Moment
from dateline.model.reports import Reading, Report
from dateline.model.times import publication_from, resolve

_METHOD = "neighbours"
_AHEAD = ("planned", "possible", "doubtful", "proposed")
_SURE_DAYS = 3  # a neighbour's date counts where it is no wider than this
_SURE_PARTIES = 2  # and where both reports name two of the same parties: one alone may be another event


def narrow_publications(articles: Sequence[Article], groups: Iterable[Sequence[Report]]) -> dict[str, Moment]:
    """-> {article id: narrower publication moment}, only for articles that others narrow."""
    by_id = {a.id: a for a in articles}
    signs: dict[str, list[Moment]] = {}
    for group in groups:
        torn = _torn(group)
        for report in group:
            article = by_id[report.article]
            if not article.published.is_day:
                signs.setdefault(article.id, []).extend(_signs(report, group, by_id, bounds=article.id not in torn))
    narrowed = {}
    for article_id, moments in sorted(signs.items()):
        published = _agree(by_id[article_id].published, moments)
        if published != by_id[article_id].published:
            narrowed[article_id] = published
    return narrowed


def _torn(group: Sequence[Report]) -> set[str]:
    """The articles that speak of the event both as past and as ahead: their tense says nothing of the day."""
    past = {r.article for r in group if r.status in ("held", "ongoing")}
    return past & {r.article for r in group if r.status in _AHEAD}


def _signs(report: Report, group: Sequence[Report], articles: Mapping[str, Article], *, bounds: bool) -> list[Moment]:
    """What the other pages' dates for the same event say of the day on which `report`'s page was published."""
    found = []
    for other in group:
        dated = articles[other.article].published.is_day or not (other.time and other.time.relative)
        if other.article == report.article or not dated or not other.when.known or (other.when.days or 0) > _SURE_DAYS:
            continue
        if other.status not in ("held", "ongoing", "planned") or _shared(report, other) < _SURE_PARTIES:
            continue
        evidence = (other.trigger, report.trigger)
        if report.time is not None and report.time.kind in ("DATE", "TIME"):
            back = publication_from(report.time, other.when)
            if back.earliest or back.latest:
                found.append(Moment(back.earliest, back.latest, _METHOD, evidence))
        if bounds and report.status in _AHEAD:
            found.append(Moment(None, other.when.latest, _METHOD, evidence))
        elif bounds and report.status == "held":
            found.append(Moment(other.when.earliest, None, _METHOD, evidence))
    return found


def _shared(one: Report, other: Report) -> int:
    """How many participants both name."""
    return len({p.actor for p in one.participants} & {p.actor for p in other.participants})


def _agree(published: Moment, signs: Sequence[Moment]) -> Moment:
    """The signs that most others allow, intersected, the best supported first; one that contradicts the page itself is left out."""
    usable = [s for s in signs if s.overlaps(published)]
    supported = sorted(
        usable,
        key=lambda s: (-sum(s.overlaps(o) for o in usable), s.days or 10**6, str(s.earliest), str(s.latest), s.evidence),
    )
    moment = OPEN
    for sign in supported:
        moment = moment.within(sign)
    if moment == OPEN or not moment.overlaps(published):
        return published
    return published.within(moment)


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
        earliest = today.earliest - timedelta(days=1) if today.earliest else None
        return Moment(earliest, None, "tense", today.evidence)
    return OPEN
