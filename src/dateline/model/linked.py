"""What `linking/` hands to `record/`: articles, actors and reports of all pages, with the groups they fall into."""

from dataclasses import dataclass

from dateline.model.actors import Actor
from dateline.model.places import Place
from dateline.model.record import RecordArticle, Source
from dateline.model.reports import Claim, Quantity, Report, Statement


@dataclass(frozen=True, slots=True)
class EventGroup:
    """The reports of one event, by id, sorted; `id` comes from its earliest report."""

    id: str
    reports: tuple[str, ...]
    part_of: str | None = None


@dataclass(frozen=True, slots=True)
class StoryGroup:
    """Articles and events that belong together, by id."""

    id: str
    articles: tuple[str, ...]
    events: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Linked:
    """Publication dates are narrowed, times resolved again, actor ids are the record's, `Report.event` is set."""

    articles: tuple[RecordArticle, ...]
    sources: tuple[Source, ...]
    actors: tuple[Actor, ...]
    places: tuple[Place, ...]
    reports: tuple[Report, ...]
    statements: tuple[Statement, ...]
    quantities: tuple[Quantity, ...]
    events: tuple[EventGroup, ...]
    stories: tuple[StoryGroup, ...]
    claims: tuple[Claim, ...] = ()
