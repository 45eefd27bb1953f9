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

# Where one article gives several statuses to one event and none is surer: what has happened outweighs what was planned of it, and a change
# of plan outweighs the plan.
_PRECEDENCE: tuple[Status, ...] = ("held", "ongoing", "cancelled", "postponed", "denied", "doubtful", "planned", "possible", "proposed")


def settle(group: Sequence[Report]) -> list[Report]:
    """The reports of one event with the unsure statuses of each article settled by its sure ones; order and number stay."""
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


def _status(reports: Sequence[Report]) -> Status:
    weight: dict[Status, float] = defaultdict(float)
    for report in reports:
        weight[report.status] += report.status_confidence**2 * (0.7 if report.definite else 1.0)
    return min(weight, key=lambda s: (-round(weight[s], 6), _PRECEDENCE.index(s)))
