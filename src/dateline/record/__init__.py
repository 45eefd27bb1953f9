"""The record of what was linked: status histories, disputes, forecasts, overdue plans."""

from collections import defaultdict
from dataclasses import replace
from datetime import date

from dateline.model.evidence import Span
from dateline.model.linked import Linked
from dateline.model.record import Record, Story
from dateline.model.reports import Quantity, Report, Statement
from dateline.record.disputes import find_disputes
from dateline.record.forecasts import judge
from dateline.record.views import Context, view

__all__ = ["build_record"]


def build_record(linked: Linked, as_of: date | None = None, models: tuple[tuple[str, str], ...] = ()) -> Record:
    """The record of `linked`.

    With `as_of`, `linked` holds what was known on that day (`linking.known_by`), and plans are overdue by that day.
    """
    reports = {r.id: r for r in linked.reports}
    articles = {a.article.id: a for a in linked.articles}
    latest = [a.article.published.latest for a in linked.articles if a.article.published.latest]
    context = Context(
        articles=articles,
        actors={a.id: a for a in linked.actors},
        story_of={event: story.id for story in linked.stories for event in story.events},
        today=as_of or max(latest, default=None),
    )
    events = tuple(view(group, [reports[r] for r in group.reports], context) for group in linked.events)
    return Record(
        as_of=as_of,
        models=models,
        sources=linked.sources,
        articles=linked.articles,
        actors=linked.actors,
        places=linked.places,
        stories=_stories(linked),
        reports=linked.reports,
        events=events,
        statements=_statements(linked),
        disputes=find_disputes(events, reports, linked.claims, linked.quantities, articles, context.actors),
        forecasts=judge(events, reports),
        quantities=_quantities(linked),
    )


def _stories(linked: Linked) -> tuple[Story, ...]:
    """A story is named by the title of its earliest article that has one."""
    articles = {a.article.id: a.article for a in linked.articles}
    stories = []
    for group in linked.stories:
        ordered = sorted((articles[i] for i in group.articles), key=lambda a: (str(a.published.latest or "9999"), a.id))
        title = next((a.title for a in ordered if a.title), "untitled")
        stories.append(Story(group.id, title, group.articles, group.events))
    return tuple(stories)


def _quantities(linked: Linked) -> tuple[Quantity, ...]:
    """Quantities with the events of their reports."""
    event_of = {report.id: report.event for report in linked.reports}
    return tuple(replace(q, event=event_of.get(q.report)) if q.report else q for q in linked.quantities)


def _statements(linked: Linked) -> tuple[Statement, ...]:
    """Statements with the events that are told within their words."""
    by_article: dict[str, list[Report]] = defaultdict(list)
    for report in linked.reports:
        by_article[report.article].append(report)
    told = []
    for statement in linked.statements:
        spans = [e for e in statement.evidence if isinstance(e, Span)]
        about = sorted({r.event for r in by_article[statement.article] if r.event and any(s.holds(r.trigger) for s in spans)})
        told.append(replace(statement, about=tuple(about)))
    return tuple(sorted(told, key=lambda s: s.id))
