"""Reports about what had not happened yet, judged by what the record says in the end."""

from collections.abc import Mapping, Sequence
from typing import Literal

from dateline.model.ids import content_id
from dateline.model.record import Event, Forecast
from dateline.model.reports import Report, Status

Says = Literal["will", "may", "may not", "will not"]
Outcome = Literal["came true", "failed", "open"]

_SAYS: Mapping[Status, Says] = {
    "planned": "will",
    "possible": "may",
    "proposed": "may",
    "doubtful": "may not",
    "cancelled": "will not",
    "postponed": "will",
}
_HAPPENED = ("held", "ongoing")
_DID_NOT = ("cancelled", "denied")
_FEW = 7  # days that a plan may name and still name a day
_GRACE = 1  # days by which two pages may give one day differently
_SURE = 0.6  # confidence in a status that a word, and no default, decided


def judge(events: Sequence[Event], reports: Mapping[str, Report]) -> tuple[Forecast, ...]:
    """One forecast for each thing an article says of an event ahead.

    A proposal says no more than that it may be accepted; a postponement that it will happen, on another day. What was to happen on a day
    named and happened on another did not come true.
    """
    forecasts: dict[tuple[str, str, Says], Forecast] = {}
    for event in events:
        told = [reports[r] for r in event.reports]
        for report in told:
            says = _SAYS.get(report.status)
            if says is None or (report.status == "cancelled" and event.status == "cancelled"):
                continue
            key = (event.id, report.article, says)
            outcome = _outcome(says, report, event, told)
            forecasts.setdefault(key, Forecast(content_id("forecast", *key), event.id, report.id, says, outcome))
    return tuple(sorted(forecasts.values(), key=lambda f: f.id))


def _outcome(says: Says, report: Report, event: Event, told: Sequence[Report]) -> Outcome:
    if event.status in _DID_NOT:
        return "failed" if says in ("will", "may") else "came true"
    if says in ("may not", "will not"):
        return "failed" if event.status in _HAPPENED else "open"
    if _names_a_day(report) and report.status != "postponed":
        kept = event.status in _HAPPENED and event.when.known and report.when.overlaps(event.when, _GRACE)
        missed = event.status in _HAPPENED and event.when.known and (event.when.days or 0) <= _FEW
        if not kept and (missed or any(_puts_off(later, report) for later in told)):
            return "failed"
    return "came true" if event.status in _HAPPENED else "open"


def _names_a_day(report: Report) -> bool:
    return report.when.known and (report.when.days or 0) <= _FEW


def _puts_off(later: Report, report: Report) -> bool:
    """Does a later page surely say that it was put off? The day of the plan was not kept then, whatever came of it."""
    out, known = later.reported.earliest, report.reported.latest
    return later.status == "postponed" and later.status_confidence >= _SURE and bool(out and known and out > known)
