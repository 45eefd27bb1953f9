"""The record: everything that a set of pages says, put together."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from dateline.model.actors import Actor
from dateline.model.articles import Article
from dateline.model.evidence import Evidence
from dateline.model.moments import Moment
from dateline.model.places import Place
from dateline.model.reports import By, Participant, Quantity, Report, Stance, Statement, Status

SourceKind = Literal["outlet", "agency", "government", "unknown"]


@dataclass(frozen=True, slots=True)
class Source:
    id: str
    name: str
    domain: str | None
    kind: SourceKind


@dataclass(frozen=True, slots=True)
class RecordArticle:
    """An article in the record: `article.published` is narrowed; `source` a `Source.id` or None; `copy_of` an article's id or None.

    `version_of` is the later version of the same page, which counts in its place; nothing else of the record comes from such an article.
    """

    article: Article
    source: str | None
    copy_of: str | None
    version_of: str | None = None


@dataclass(frozen=True, slots=True)
class HistoryStep:
    """At `reported`, `report` gave the event `status`."""

    report: str
    status: Status
    reported: Moment


@dataclass(frozen=True, slots=True)
class Event:
    """A view over the reports of one event. `reports` and `history` are in the order of publication."""

    id: str
    formerly: tuple[str, ...]
    story: str | None
    part_of: str | None
    type: str | None
    mode: str | None
    summary: str
    participants: tuple[Participant, ...]
    place: str | None
    when: Moment
    status: Status
    overdue: bool
    contested: tuple[str, ...]
    reports: tuple[str, ...]
    independent_sources: int
    history: tuple[HistoryStep, ...]


@dataclass(frozen=True, slots=True)
class Story:
    id: str
    title: str
    articles: tuple[str, ...]
    events: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Position:
    """One side of a dispute: who takes it, in which article, and the words."""

    by: By
    article: str
    stance: Stance
    value: str | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Dispute:
    """Positions on one proposition ("claim") or two values for one field of an event ("value")."""

    id: str
    kind: Literal["claim", "value"]
    proposition: str
    event: str | None
    field: str | None
    positions: tuple[Position, ...]


@dataclass(frozen=True, slots=True)
class Forecast:
    """A report about an event that had not happened yet, judged by later reports."""

    id: str
    event: str
    report: str
    says: Literal["will", "may", "may not", "will not"]
    outcome: Literal["came true", "failed", "open"]


@dataclass(frozen=True, slots=True)
class Record:
    """The whole, `as_of` a day (None: everything). Every tuple is sorted by a rule that content alone decides."""

    as_of: date | None
    models: tuple[tuple[str, str], ...]
    sources: tuple[Source, ...]
    articles: tuple[RecordArticle, ...]
    actors: tuple[Actor, ...]
    places: tuple[Place, ...]
    stories: tuple[Story, ...]
    reports: tuple[Report, ...]
    events: tuple[Event, ...]
    statements: tuple[Statement, ...]
    disputes: tuple[Dispute, ...]
    forecasts: tuple[Forecast, ...]
    quantities: tuple[Quantity, ...]
