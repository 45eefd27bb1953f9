"""Where reports disagree: opposed claims, one event told as done here and denied there, two days or places for one event."""

from collections.abc import Iterable, Mapping, Sequence

from dateline.model.actors import Actor
from dateline.model.evidence import Evidence
from dateline.model.ids import content_id
from dateline.model.record import Dispute, Event, Position, RecordArticle
from dateline.model.reports import By, Claim, Quantity, Report, Stance, Status
from dateline.ontology.claims import load_claim_words
from dateline.record.claim_disputes import disputes_over_claims
from dateline.record.number_disputes import disputes_over_numbers

_STANCE: Mapping[Status, Stance] = {
    "held": "asserts",
    "ongoing": "asserts",
    "planned": "asserts",
    "denied": "denies",
    "doubtful": "doubts",
}
_SURE = 0.9
_MOST = 3  # positions of one side: more are repetitions


def find_disputes(
    events: Sequence[Event],
    reports: Mapping[str, Report],
    claims: Sequence[Claim],
    quantities: Sequence[Quantity],
    articles: Mapping[str, RecordArticle],
    actors: Mapping[str, Actor],
) -> tuple[Dispute, ...]:
    """All disputes over the events and over what people claim, sorted by id."""
    days = {a: day.toordinal() if (day := r.article.published.latest) is not None else None for a, r in articles.items()}
    found = disputes_over_claims(claims, actors, days)
    settled = {(p.article, e) for d in found for p in d.positions if p.stance != "asserts" for e in p.evidence}
    for event in events:
        told = [reports[r] for r in event.reports]
        found.extend(d for d in (_over_status(event, told, claims, settled), _over_days(event, told), _over_place(event, told)) if d)
    found.extend(disputes_over_numbers(events, reports, quantities, articles))
    return tuple(sorted(found, key=lambda d: d.id))


def _over_status(event: Event, reports: Sequence[Report], claims: Sequence[Claim], settled: set[tuple[str, Evidence]]) -> Dispute | None:
    """Others tell of the event what somebody denies or doubts in so many words.

    A status alone is too weak a sign of a denial (a meeting that is not on the schedule yet); the words must deny the deed itself.
    """
    against = [r for r in reports if _STANCE.get(r.status) in ("denies", "doubts") and _denied_in_words(r, claims, settled)]
    matters = {load_claim_words().matter(r.noun) for r in against}
    voices = {(r.article, r.by) for r in against}
    for_it = [r for r in reports if _STANCE.get(r.status) == "asserts" and load_claim_words().matter(r.noun) in matters]
    for_it = [r for r in for_it if (r.article, r.by) not in voices]
    if not against or not for_it:
        return None
    told = [*_surest(for_it), *_surest(against)]
    positions = _positions((r, _STANCE[r.status], r.status) for r in told)
    return Dispute(content_id("dispute", event.id, "status"), "claim", event.summary, event.id, "status", positions)


def _denied_in_words(report: Report, claims: Sequence[Claim], settled: set[tuple[str, Evidence]]) -> bool:
    """Is there a denial or a doubt of just this deed in its sentence that is in no other dispute yet, or is its status beyond doubt?"""
    if report.status == "denied" and report.by.kind != "article" and report.status_confidence >= _SURE:
        return True
    words = load_claim_words()
    matter = words.matter(report.noun)
    return matter is not None and any(
        claim.article == report.article
        and claim.kind == "denial"
        and claim.stance != "asserts"
        and (claim.article, claim.evidence[0]) not in settled
        and claim.evidence[0].holds(report.trigger)
        and words.matter(claim.head) == matter
        for claim in claims
    )


def _surest(reports: Sequence[Report]) -> list[Report]:
    """One report for each speaker and article, the surest; then the surest of these."""
    best: dict[tuple[By, str], Report] = {}
    for report in sorted(reports, key=lambda r: (-r.status_confidence * r.confidence, r.id)):
        best.setdefault((report.by, report.article), report)
    return list(best.values())[:_MOST]


def _over_days(event: Event, reports: Sequence[Report]) -> Dispute | None:
    """Two articles give different days for it, each in words of its own."""
    if "when" not in event.contested:
        return None
    dated = [r for r in reports if r.status in ("held", "ongoing") and r.time is not None and r.when.is_day]
    sides = {_side(with_the_record=r.when.overlaps(event.when)): r.article for r in dated}
    if len(set(sides.values())) < 2 or len({r.noun for r in dated}) > 1:
        return None
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
