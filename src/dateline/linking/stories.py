"""Which articles and events belong together: articles that tell of one event, or of the same people in the same weeks."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from itertools import combinations

from dateline.linking.groups import Groups
from dateline.model.actors import Actor
from dateline.model.articles import Article
from dateline.model.ids import content_id
from dateline.model.linked import EventGroup, StoryGroup
from dateline.model.reports import Report

_WEEKS = timedelta(days=45)  # articles further apart share a story only through an event
_SHARED_PEOPLE = 2


def group_stories(
    articles: Sequence[Article],
    reports: Sequence[Report],
    events: Sequence[EventGroup],
    actors: Mapping[str, Actor],
    newer: Mapping[str, str],
) -> tuple[StoryGroup, ...]:
    """Every article is in one story; an event is in the story of its articles, an outdated version in that of the newer one."""
    groups: Groups[str] = Groups(sorted(a.id for a in articles))
    for older, latest in sorted(newer.items()):
        groups.join(older, latest)
    article_of = {r.id: r.article for r in reports}
    for event in events:
        first, *rest = [article_of[r] for r in event.reports]
        for other in rest:
            groups.join(first, other)
    people: dict[str, set[str]] = {a.id: set() for a in articles}
    for report in reports:
        people[report.article].update(p.actor for p in report.participants if p.actor in actors and actors[p.actor].kind == "person")
    by_id = {a.id: a for a in articles}
    for one, other in combinations(sorted(people), 2):
        if len(people[one] & people[other]) >= _SHARED_PEOPLE and _near(by_id[one], by_id[other]):
            groups.join(one, other)
    stories = []
    for members in groups.groups():
        inside = set(members)
        told = tuple(sorted(e.id for e in events if article_of[e.reports[0]] in inside))
        stories.append(StoryGroup(content_id("story", min(members)), tuple(members), told))
    return tuple(sorted(stories, key=lambda s: s.id))


def _near(one: Article, other: Article) -> bool:
    return one.published.overlaps(other.published, _WEEKS.days)
