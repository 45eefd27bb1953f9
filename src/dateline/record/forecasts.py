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
}
_HAPPENED = ("held", "ongoing")
_DID_NOT = ("cancelled", "denied")


def judge(events: Sequence[Event], reports: Mapping[str, Report]) -> tuple[Forecast, ...]:
    """One forecast for each thing an article says of an event ahead; a proposal says no more than that it may be accepted."""
    forecasts: dict[tuple[str, str, Says], Forecast] = {}
    for event in events:
        for report in (reports[r] for r in event.reports):
            says = _SAYS.get(report.status)
            if says is None or (report.status == "cancelled" and event.status == "cancelled"):
                continue
            key = (event.id, report.article, says)
            forecasts.setdefault(key, Forecast(content_id("forecast", *key), event.id, report.id, says, _outcome(says, event.status)))
    return tuple(sorted(forecasts.values(), key=lambda f: f.id))


def _outcome(says: Says, status: Status) -> Outcome:
    if status in _HAPPENED:
        return "came true" if says in ("will", "may") else "failed"
    if status in _DID_NOT:
        return "failed" if says in ("will", "may") else "came true"
    return "open"
