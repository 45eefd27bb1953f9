"""Where reports disagree: one event asserted here and denied there, two values for one field."""

from collections.abc import Iterable, Mapping, Sequence

from dateline.model.actors import Actor
from dateline.model.ids import content_id
from dateline.model.record import Dispute, Event, Position
from dateline.model.reports import By, Claim, Report, Stance, Status
from dateline.record.claim_disputes import disputes_over_claims

_STANCE: Mapping[Status, Stance] = {
    "held": "asserts",
    "ongoing": "asserts",
    "planned": "asserts",
    "possible": "asserts",
    "denied": "denies",
    "doubtful": "doubts",
}


def find_disputes(
    events: Sequence[Event], reports: Mapping[str, Report], claims: Sequence[Claim], actors: Mapping[str, Actor]
) -> tuple[Dispute, ...]:
    """All disputes over the events and over what people claim, sorted by id."""
    found = disputes_over_claims(claims, actors)
    for event in events:
        told = [reports[r] for r in event.reports]
        found.extend(d for d in (_over_status(event, told), _over_days(event, told), _over_place(event, told)) if d)
    return tuple(sorted(found, key=lambda d: d.id))


def _over_status(event: Event, reports: Sequence[Report]) -> Dispute | None:
    """Somebody says that it took place or will, somebody that it did not or may not: two speakers, or one who changed his word."""
    positions = _positions((r, _STANCE[r.status], r.status) for r in reports if r.status in _STANCE)
    for_it = [p for p in positions if p.stance == "asserts"]
    against = [p for p in positions if p.stance == "denies"] or [p for p in positions if p.stance == "doubts" and p.by.kind != "article"]
    if not for_it or not against:
        return None
    kept = tuple(p for p in positions if p in for_it or p in against)
    return Dispute(content_id("dispute", event.id, "status"), "claim", event.summary, event.id, "status", kept)


def _over_days(event: Event, reports: Sequence[Report]) -> Dispute | None:
    if "when" not in event.contested:
        return None
    dated = [r for r in reports if r.status in ("held", "ongoing") and r.when.known and (r.when.days or 0) <= 3]
    positions = _positions((r, _side(with_the_record=r.when.overlaps(event.when)), f"{r.when.earliest}/{r.when.latest}") for r in dated)
    return Dispute(content_id("dispute", event.id, "when"), "value", f"{event.summary}: when", event.id, "when", positions)


def _over_place(event: Event, reports: Sequence[Report]) -> Dispute | None:
    if "place" not in event.contested:
        return None
    placed = [r for r in reports if r.status in ("held", "ongoing") and r.place_country]
    positions = _positions((r, _side(with_the_record=r.place == event.place), r.place) for r in placed)
    return Dispute(content_id("dispute", event.id, "place"), "value", f"{event.summary}: where", event.id, "place", positions)


def _positions(told: Iterable[tuple[Report, Stance, str | None]]) -> tuple[Position, ...]:
    """Each side once for an article and a speaker."""
    found: dict[tuple[By, str, str], Position] = {}
    for report, stance, value in told:
        found.setdefault((report.by, report.article, stance), Position(report.by, report.article, stance, value, report.evidence))
    return tuple(found.values())


def _side(*, with_the_record: bool) -> Stance:
    return "asserts" if with_the_record else "denies"
