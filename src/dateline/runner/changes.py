"""What changed between two records: which events, how, and by which article."""

from dateline.model.changes import Change
from dateline.model.moments import Moment
from dateline.model.record import Event, Record


def find_changes(before: Record | None, after: Record) -> tuple[Change, ...]:
    """New events, events whose status or date is another one, and events that are gone, in the order of the records.

    An event of `before` lives on in the event of `after` that has its id or took it over (`formerly`), else in one that shares reports
    with it.
    """
    old = {event.id: event for event in before.events} if before else {}
    known = {report.id for report in before.reports} if before else set()
    articles = {report.id: report.article for report in after.reports}
    lives_on: set[str] = set()
    found: list[Change] = []
    for event in after.events:
        new_articles = tuple(dict.fromkeys(articles[r] for r in event.reports if r in articles and r not in known))
        earlier = _earlier(event, old)
        if earlier is None:
            found.append(Change(event.id, event.summary, "new event", None, event.status, new_articles))
            continue
        lives_on.add(earlier.id)
        if earlier.status != event.status:
            found.append(Change(event.id, event.summary, "status", earlier.status, event.status, new_articles))
        if _days(earlier.when) != _days(event.when):
            found.append(Change(event.id, event.summary, "when", _days(earlier.when), _days(event.when), new_articles))
    taken_over = {report for event in after.events for report in event.reports}
    for identity, event in old.items():
        if identity not in lives_on:
            # Its reports went to another event, or its article is read otherwise now.
            rest = "joined to another event" if taken_over & set(event.reports) else None
            found.append(Change(identity, event.summary, "gone", event.status, rest, ()))
    return tuple(found)


def _earlier(event: Event, old: dict[str, Event]) -> Event | None:
    for identity in (event.id, *event.formerly):
        if identity in old:
            return old[identity]
    reports = set(event.reports)
    shared = [(len(reports & set(other.reports)), identity) for identity, other in old.items() if reports & set(other.reports)]
    return old[max(shared, key=lambda pair: (pair[0], pair[1]))[1]] if shared else None


def _days(when: Moment) -> str:
    first = when.earliest.isoformat() if when.earliest else ""
    last = when.latest.isoformat() if when.latest else ""
    return first if first == last and first else f"{first}..{last}"
