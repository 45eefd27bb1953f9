"""What one article says of one event, once it is known which mentions are of that event.

A mention in passing ("the meeting") carries little of its own: it takes the status that the article gives the event
where it tells it.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from dateline.model.reports import Report, Status

# Confidence in its status from which a mention keeps its own beside the article's. Calibrated on five development stories: the history of
# an event is right more often the more rarely an article gives it two statuses (.37 with every status kept, .40 here).
_SURE = 0.85
_HAPPENED = 0.5  # as much of the weight of the plan is enough for what happened
_SURE_DAYS = 31  # a wider date does not tell what lies ahead

# Where one article gives several statuses to one event and none is surer: what has happened outweighs what was planned of it, and a change
# of plan outweighs the plan.
_PRECEDENCE: tuple[Status, ...] = ("held", "ongoing", "cancelled", "postponed", "denied", "doubtful", "planned", "possible", "proposed")


def settle(group: Sequence[Report]) -> list[Report]:
    """The reports of one event with the unsure statuses of each article settled by its sure ones; order and number stay."""
    group = _not_yet(group)
    by_article: dict[str, list[Report]] = defaultdict(list)
    for report in group:
        by_article[report.article].append(report)
    settled: dict[str, Report] = {}
    for reports in by_article.values():
        status = _status(reports)
        for report in reports:
            unsure = report.status_confidence < _SURE and report.status != status
            settled[report.id] = replace(report, status=status) if unsure else report
    return [settled[r.id] for r in group]


def _not_yet(group: Sequence[Report]) -> list[Report]:
    """What lies after the day a page was published had not happened on that page, whatever the tense of its words seemed to say."""
    known = [r.when for r in group if r.when.known and (r.when.days or 0) <= _SURE_DAYS]
    if not known:
        return list(group)
    day = min(known, key=lambda m: (-sum(m.overlaps(o) for o in known), m.days or 0, str(m.earliest)))
    settled = []
    for report in group:
        when = report.when if report.when.known else day
        published = report.reported.latest
        ahead = bool(published and when.earliest and when.earliest > published)
        settled.append(replace(report, status="planned") if ahead and report.status in ("held", "ongoing") else report)
    return settled


def _status(reports: Sequence[Report]) -> Status:
    """The status that the surest mentions give; what happened outweighs the plan of it, which a page that tells both only recalls."""
    weight: dict[Status, float] = defaultdict(float)
    for report in reports:
        weight[report.status] += report.status_confidence**2 * (0.7 if report.definite else 1.0)
    happened = weight.get("held", 0.0) + weight.get("ongoing", 0.0)
    if weight.get("held", 0.0) and happened >= _HAPPENED * max(weight.values()):
        return "held"
    return min(weight, key=lambda s: (-round(weight[s], 6), _PRECEDENCE.index(s)))
