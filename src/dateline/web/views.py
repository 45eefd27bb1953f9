"""What the templates show of events, statements, disputes, forecasts: plain values, every choice already made."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from dateline.model.evidence import Evidence, FieldEvidence, Span
from dateline.model.moments import Moment
from dateline.model.record import Dispute, Event, Forecast, HistoryStep, Position
from dateline.model.reports import Report, Statement, Status
from dateline.web.dates import UNKNOWN, in_words, iso, month_in_words, sort_day
from dateline.web.index import Index
from dateline.web.ribbon import Stop, changes, ribbon
from dateline.web.spans import Quote, clamp, quote

KEY_EVENTS = 8
"""So many events at most stand in the strip above the timeline."""

WIDEST_IN_A_MONTH = 45
"""Days: an event whose date is less certain than this stands under its year."""


@dataclass(frozen=True, slots=True)
class Name:
    """An actor's name and the anchor of its entry."""

    text: str
    anchor: str | None
    country: str | None = None


@dataclass(frozen=True, slots=True)
class EvidenceView:
    """Words with the anchor they stand at, or a field or datum in words."""

    text: str
    anchor: str | None


@dataclass(frozen=True, slots=True)
class StepView:
    status: Status
    reported: str
    iso: str
    by: str
    outlet: str
    copy: bool
    title: str
    quote: Quote
    anchor: str
    when: str


@dataclass(frozen=True, slots=True)
class EventView:
    id: str
    anchor: str
    summary: str
    date: str
    iso: str
    month: str
    status: Status
    type: str | None
    mode: str | None
    story: str | None
    place: str | None
    participants: tuple[Name, ...]
    actor_ids: tuple[str, ...]
    steps: tuple[tuple[StepView, ...], ...]
    """Steps of one status that follow one another stand together."""
    stops: tuple[Stop, ...]
    path: tuple[Status, ...]
    reports: int
    sources: int
    overdue: bool
    contested: tuple[str, ...]
    minor: bool
    weight: int


@dataclass(frozen=True, slots=True)
class StatementView:
    id: str
    speaker: Name | None
    kind: str
    text: str
    cue: str
    channel: str | None
    said: str
    outlet: str
    published: str
    anchor: str | None
    about: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class PositionView:
    who: str
    stance: str
    value: str | None
    outlet: str
    published: str
    evidence: tuple[EvidenceView, ...]


@dataclass(frozen=True, slots=True)
class DisputeView:
    proposition: str
    field: str | None
    event: tuple[str, str] | None
    sides: tuple[tuple[str, tuple[PositionView, ...]], ...]
    """What the positions under it say, and these: one side for each value, or for each stance on a claim."""


@dataclass(frozen=True, slots=True)
class ForecastView:
    event: tuple[str, str] | None
    says: str
    outcome: str
    who: str
    outlet: str
    reported: str
    quote: Quote
    anchor: str


def event_view(event: Event, index: Index) -> EventView:
    """One event with its history; steps whose report the record does not hold are left out."""
    found = [(s, index.reports[s.report]) for s in event.history if s.report in index.reports]
    path = tuple(s.status for s in changes(event.history)) or (event.status,)
    weight = 4 * (len(path) - 1) + 2 * (event.independent_sources - 1) + min(len(event.reports), 5) + 3 * bool(event.contested)
    return EventView(
        id=event.id,
        anchor=index.event_anchor(event.id),
        summary=event.summary,
        date=in_words(event.when),
        iso=iso(event.when),
        month=_filed_under(event.when),
        status=event.status,
        type=event.type,
        mode=event.mode,
        story=event.story,
        place=event.place,
        participants=tuple(name(p.actor, index) for p in event.participants),
        actor_ids=tuple(p.actor for p in event.participants),
        steps=tuple(tuple(_step(report, step.status, index) for step, report in run) for _, run in groupby(found, key=_status)),
        stops=ribbon(event.history),
        path=path,
        reports=len(event.reports),
        sources=event.independent_sources,
        overdue=event.overdue,
        contested=event.contested,
        minor=len(path) == 1 and event.independent_sources < 2 and not event.overdue,
        weight=weight,
    )


def _filed_under(when: Moment) -> str:
    """The heading in the timeline: a month, or the year where the interval is too wide for one."""
    day = sort_day(when)
    if day is None:
        return UNKNOWN.capitalize()
    return str(day.year) if (when.days or 0) > WIDEST_IN_A_MONTH else month_in_words(day.year, day.month)


def key_events(views: Iterable[EventView]) -> tuple[EventView, ...]:
    """The weightiest of those that changed or that several sources tell, in the order of the timeline."""
    able = [v for v in views if len(v.path) > 1 or v.sources > 1]
    chosen = {v.id for v in sorted(able, key=lambda v: (-v.weight, v.id))[:KEY_EVENTS]}
    return tuple(v for v in able if v.id in chosen)


def statement_views(index: Index) -> tuple[StatementView, ...]:
    """In the order of publication, those of one article as they stand in it."""

    def place(statement: Statement) -> tuple[date, str, int, str]:
        found = index.articles.get(statement.article)
        first = min((e.start for e in statement.evidence if isinstance(e, Span)), default=0)
        return (sort_day(found.article.published) if found else None) or date.max, statement.article, first, statement.id

    return tuple(_statement(s, index) for s in sorted(index.record.statements, key=place))


def _statement(statement: Statement, index: Index) -> StatementView:
    article = index.articles.get(statement.article)
    anchored = any(isinstance(e, Span) and e.article in index.articles for e in statement.evidence)
    about = tuple((index.event_anchor(e), index.events[e].summary) for e in statement.about if e in index.events)
    return StatementView(
        id=index.said_anchor(statement.id),
        speaker=name(statement.speaker, index) if statement.speaker else None,
        kind=statement.kind,
        text=statement.text,
        cue=statement.cue,
        channel=statement.channel,
        said=in_words(statement.said),
        outlet=index.outlet(article),
        published=in_words(article.article.published) if article else UNKNOWN,
        anchor=index.statement_anchor(statement.id) if anchored else None,
        about=about,
    )


def dispute_view(dispute: Dispute, index: Index) -> DisputeView:
    event = index.events.get(dispute.event) if dispute.event else None
    return DisputeView(
        proposition=dispute.proposition,
        field=dispute.field,
        event=(index.event_anchor(event.id), event.summary) if event else None,
        sides=_sides(dispute, index),
    )


def forecast_views(index: Index) -> tuple[ForecastView, ...]:
    """Of the same event together, in the order of the reports; the events as the record has them, those that were judged first."""
    place = {event: i for i, event in enumerate(index.events)}
    day = {r.id: (sort_day(r.reported) or date.max, r.article, r.trigger) for r in index.record.reports}
    held = [f for f in index.record.forecasts if f.report in day and index.reports[f.report].article in index.articles]
    held.sort(key=lambda f: (f.outcome == "open", place.get(f.event, len(place)), *day[f.report], f.id))
    return tuple(_forecast(f, index) for f in held)


def name(actor_id: str, index: Index) -> Name:
    actor = index.actors.get(actor_id)
    return Name(actor.name, index.actor_anchor(actor_id), actor.country) if actor else Name(actor_id, None)


def evidence_view(evidence: Evidence, index: Index) -> EvidenceView:
    """Words of an article are quoted (with the anchor of the article); a field or datum is named."""
    if isinstance(evidence, Span):
        found = index.articles.get(evidence.article)
        if found is None:
            return EvidenceView("words of an article that this record does not hold", None)
        start, end = clamp(found.article, evidence)
        words = found.article.text[start:end]
        return EvidenceView(words if words.startswith(("“", '"')) else f"“{words}”", index.span_anchor(evidence))
    if isinstance(evidence, FieldEvidence):
        return EvidenceView(f"{_field_in_words(evidence.field)}: {evidence.value}", None)
    return EvidenceView(f"shipped data, {evidence.data}: {evidence.key}", None)


def _field_in_words(field: str) -> str:
    kind, _, name = field.partition(":")
    known = {"meta": f"the page's field “{name}”", "removed": "a line that was cut", "url": "the address", "file-name": "the file's name"}
    return known.get(kind, field)


def _status(found: tuple[HistoryStep, Report]) -> Status:
    return found[0].status


def _step(report: Report, status: Status, index: Index) -> StepView:
    found = index.articles.get(report.article)
    words = quote(found.article, report.trigger, report.evidence) if found else Quote("", "", "")
    return StepView(
        status=status,
        reported=in_words(report.reported),
        iso=iso(report.reported),
        by=index.who(report.by),
        outlet=index.outlet(found),
        copy=bool(found and found.copy_of),
        title=(found.article.title or found.article.page) if found else "",
        quote=words,
        anchor=index.report_anchor(report.id),
        when=in_words(report.when),
    )


def _forecast(forecast: Forecast, index: Index) -> ForecastView:
    report, event = index.reports[forecast.report], index.events.get(forecast.event)
    about = (index.event_anchor(event.id), event.summary) if event else None
    step = _step(report, report.status, index)
    return ForecastView(about, forecast.says, forecast.outcome, step.by, step.outlet, step.reported, step.quote, step.anchor)


def _sides(dispute: Dispute, index: Index) -> tuple[tuple[str, tuple[PositionView, ...]], ...]:
    sides: dict[str, list[PositionView]] = {}
    for position in dispute.positions:
        label = position.value if dispute.kind == "value" and position.value else position.stance
        sides.setdefault(label, []).append(_position(position, index))
    return tuple((label, tuple(positions)) for label, positions in sides.items())


def _position(position: Position, index: Index) -> PositionView:
    found = index.articles.get(position.article)
    return PositionView(
        who=index.who(position.by),
        stance=position.stance,
        value=position.value,
        outlet=index.outlet(found),
        published=in_words(found.article.published) if found else UNKNOWN,
        evidence=tuple(evidence_view(e, index) for e in position.evidence),
    )
