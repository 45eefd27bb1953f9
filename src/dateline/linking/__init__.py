"""What many articles say: copies, the same actor, dates narrowed by neighbours, the same event, stories."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from dateline.linking.actors import ActorIndex, link_actors
from dateline.linking.copies import find_copies
from dateline.linking.dates import narrow_publications, resolve_again
from dateline.linking.events import group_reports
from dateline.linking.journeys import date_by_journeys
from dateline.linking.likeness import Likeness
from dateline.linking.outcomes import part_outcomes
from dateline.linking.salience import is_event
from dateline.linking.settle import settle
from dateline.linking.stories import group_stories
from dateline.linking.told import tell
from dateline.linking.versions import find_versions, seen_from
from dateline.model.articles import Article
from dateline.model.ids import content_id
from dateline.model.linked import EventGroup, Linked
from dateline.model.moments import Moment
from dateline.model.places import Place
from dateline.model.record import RecordArticle, Source, SourceKind
from dateline.model.reports import By, Claim, Participant, Quantity, Reading, Report, Statement
from dateline.ontology.actors import nicknames
from dateline.ontology.linking import joining_rules
from dateline.ontology.names import fold

__all__ = ["known_by", "link"]

# Narrowing dates lets more reports be joined, which narrows more dates; two rounds bound the cost.
_ROUNDS = 2


def link(readings: Sequence[Reading]) -> Linked:
    """Put together what all readings say. The same readings in any order give the same answer.

    Of a page in several versions the latest counts; the others stay in the record as articles that nothing is taken from.
    """
    everything = sorted(readings, key=lambda r: r.article.id)
    newer = find_versions([r.article for r in everything])
    readings = [r for r in everything if r.article.id not in newer]
    index = link_actors(readings, nicknames())
    actors = {a.id: a for a in index.actors}
    rules = joining_rules()
    readings = [_with_record_actors(r, index) for r in readings]
    likeness = Likeness({r.article.id: r.article.text for r in readings})
    for _ in range(_ROUNDS):
        told = tell([p for r in readings for p in r.reports], actors, rules, likeness)
        narrowed = narrow_publications(readings, told, group_reports(told, rules, likeness))
        readings = [resolve_again(r, narrowed.get(r.article.id, r.article.published)) for r in readings]
        if not narrowed:
            break
    outdated = [r.article for r in everything if r.article.id in newer]
    articles = sorted([*outdated, *(r.article for r in readings)], key=lambda a: a.id)
    copies = find_copies(articles, newer)
    sources, source_of = _sources(articles)
    grouped = group_reports(tell([p for r in readings for p in r.reports], actors, rules, likeness), rules, likeness)
    settled = part_outcomes([settle(group) for group in grouped])
    grouped, journey_of = date_by_journeys(settled, actors, rules)
    by_id = {a.id: a for a in articles}
    events = tuple(sorted((_event_group(group) for group in grouped if is_event(group, by_id, rules)), key=lambda e: e.id))
    event_of = {report: event.id for event in events for report in event.reports}
    events = tuple(replace(e, part_of=next((event_of.get(journey_of[r]) for r in e.reports if r in journey_of), None)) for e in events)
    reports = tuple(sorted((replace(r, event=event_of.get(r.id)) for group in grouped for r in group), key=lambda r: r.id))
    return Linked(
        articles=tuple(RecordArticle(a, source_of.get(a.id), copies.get(a.id), newer.get(a.id)) for a in articles),
        sources=sources,
        actors=index.actors,
        places=_places(reports),
        reports=reports,
        statements=tuple(s for r in readings for s in r.statements),
        quantities=tuple(q for r in readings for q in r.quantities),
        events=events,
        stories=group_stories(articles, reports, events, actors, newer),
        claims=tuple(c for r in readings for c in r.claims),
    )


def known_by(linked: Linked, readings: Sequence[Reading], day: date) -> list[Reading]:
    """The readings of the articles published by `day` at the latest, with their publication as the whole record narrows it.

    An article's own day does not depend on when it is asked for; what it was linked with does. An article whose publication stays open at
    its end was not certainly known on any day, and is left out. A later version of a page counts from the day it was fetched.
    """
    published = {a.article.id: a.article.published for a in linked.articles}
    newer = {a.article.id: a.version_of for a in linked.articles if a.version_of is not None}
    seen = seen_from([a.article for a in linked.articles], newer)
    known = []
    for reading in readings:
        moment = published[reading.article.id]
        if moment.latest is not None and max(moment.latest, seen.get(reading.article.id, moment.latest)) <= day:
            known.append(resolve_again(reading, moment))
    return known


def _with_record_actors(reading: Reading, index: ActorIndex) -> Reading:
    """The reading with every actor id replaced by the record's."""

    def actor(local: str | None) -> str | None:
        return index.ids.get((reading.article.id, local)) if local is not None else None

    def by(source: By) -> By:
        return replace(source, actor=actor(source.actor)) if source.actor else source

    def report(one: Report) -> Report:
        parts = dict.fromkeys(Participant(found, p.part) for p in one.participants if (found := actor(p.actor)))
        return replace(one, participants=tuple(parts), by=by(one.by))

    def statement(one: Statement) -> Statement:
        return replace(one, speaker=actor(one.speaker))

    def quantity(one: Quantity) -> Quantity:
        return replace(one, by=by(one.by))

    def claim(one: Claim) -> Claim:
        actors = tuple(sorted({found for a in one.actors if (found := actor(a))}))
        doers = tuple(dict.fromkeys(found for a in one.doers if (found := actor(a))))
        return replace(one, by=by(one.by), actors=actors, doers=doers)

    return replace(
        reading,
        reports=tuple(map(report, reading.reports)),
        statements=tuple(map(statement, reading.statements)),
        quantities=tuple(map(quantity, reading.quantities)),
        claims=tuple(map(claim, reading.claims)),
    )


def _sources(articles: Sequence[Article]) -> tuple[tuple[Source, ...], dict[str, str]]:
    found: dict[str, Source] = {}
    source_of: dict[str, str] = {}
    for article in articles:
        for name, domain, kind in _publishers(article):
            source = Source(content_id("source", fold(name)), name, domain, kind)
            found.setdefault(source.id, source)
            source_of.setdefault(article.id, source.id)
    return tuple(found[i] for i in sorted(found)), source_of


def _publishers(article: Article) -> list[tuple[str, str | None, SourceKind]]:
    """Who published it first, then the agency it came from."""
    found: list[tuple[str, str | None, SourceKind]] = []
    if article.source:
        government = (article.source_domain or "").rsplit(".", 1)[-1] in ("gov", "mil") or ".gov." in (article.source_domain or "")
        kind: SourceKind = "agency" if article.source == article.agency else "government" if government else "outlet"
        found.append((article.source, article.source_domain, kind))
    if article.agency and article.agency != article.source:
        found.append((article.agency, None, "agency"))
    return found


def _places(reports: Sequence[Report]) -> tuple[Place, ...]:
    found: dict[str, Place] = {}
    for report in reports:
        if report.place:
            place = Place(
                content_id("place", fold(report.place), report.place_country), report.place, report.place_country, None, None, None
            )
            found.setdefault(place.id, place)
    return tuple(found[i] for i in sorted(found))


def _about(published: Moment) -> str:
    """A day to order pages by: the middle of the interval, the end that is known, or after all others."""
    if published.earliest and published.latest:
        return (published.earliest + (published.latest - published.earliest) / 2).isoformat()
    day = published.latest or published.earliest
    return day.isoformat() if day else "9999"


def _event_group(group: Sequence[Report]) -> EventGroup:
    """The group's reports in the order of publication; a report whose page has no day at all comes last."""

    def order(report: Report) -> tuple[str, str, int, str]:
        return (_about(report.reported), report.article, report.trigger.start, report.id)

    ordered = sorted(group, key=order)
    return EventGroup(content_id("event", ordered[0].id), tuple(r.id for r in ordered))
