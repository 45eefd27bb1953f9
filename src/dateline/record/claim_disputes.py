"""Disputes over what people say: every denial with the claims it answers, and rival claims of who did it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dateline.model.actors import Actor
from dateline.model.ids import content_id
from dateline.model.record import Dispute, Position
from dateline.model.reports import Claim
from dateline.ontology.claims import load_claim_words
from dateline.record.claims import ENOUGH, Comparison, Held

_MOST = 6  # positions of one dispute: more are repetitions
_FOR, _AGAINST = 3, 3


def disputes_over_claims(claims: Sequence[Claim], actors: Mapping[str, Actor], days: Mapping[str, int | None]) -> list[Dispute]:
    """One dispute for each proposition that somebody asserts and somebody denies, doubts or will not speak to."""
    ordered = sorted(claims, key=lambda c: (c.article, c.evidence[0].start, c.id))
    comparison = Comparison(ordered, actors, days, load_claim_words())
    answered: list[tuple[float, Held, list[tuple[float, Held]]]] = []
    for denial in filter(comparison.contradicts, comparison.held):
        found = [(score, s) for s in comparison.candidates(denial) if (score := comparison.answers(denial, s)) >= ENOUGH]
        found.sort(key=lambda pair: (-pair[0], pair[1].claim.id))
        if found:
            answered.append((found[0][0], denial, found))
    answered.sort(key=lambda a: (-a[0], a[1].claim.id))
    return [_dispute(group) for group in _grouped(answered)]


_Answer = tuple[float, Held, list[tuple[float, Held]]]


def _grouped(answered: Sequence[_Answer]) -> list[list[_Answer]]:
    """Denials of the same doer's deed that answer one claim best are about one proposition."""
    groups: list[list[_Answer]] = []
    for answer in answered:
        best = answer[2][0][1]
        home = next((g for g in groups if any(best.claim.id == s.claim.id for _, s in g[0][2][:_FOR])), None)
        if home is None:
            groups.append([answer])
        else:
            home.append(answer)
    return groups


def _dispute(group: Sequence[_Answer]) -> Dispute:
    leader = group[0]
    asserted = leader[2][0][1].claim
    for_it = _positions([s.claim for _, s in leader[2]], _FOR)
    against = _positions([_against(denial.claim) for _, denial, _ in group], _AGAINST)
    identity = content_id("dispute", leader[1].claim.id, asserted.id)
    return Dispute(identity, "claim", asserted.text, None, None, (*for_it, *against)[:_MOST])


def _against(claim: Claim) -> Claim:
    """Who asserts the contrary denies."""
    return replace(claim, stance="denies") if claim.stance == "asserts" else claim


def _positions(claims: Sequence[Claim], most: int) -> tuple[Position, ...]:
    """Each speaker's stance once for an article, the surest first."""
    found: dict[tuple[object, str, str], Position] = {}
    for claim in claims:
        found.setdefault(
            (claim.by, claim.article, claim.stance), Position(claim.by, claim.article, claim.stance, claim.text, claim.evidence)
        )
    return tuple(found.values())[:most]
