"""Which claims make a dispute."""

from datetime import date

from dateline.model.actors import Actor
from dateline.model.evidence import Span
from dateline.model.record import Dispute
from dateline.model.reports import By, Claim, ClaimKind, Stance
from dateline.record.claim_disputes import disputes_over_claims

ACTORS = {
    identity: Actor(identity, name, "country", (), country, None, None, ())
    for identity, name, country in [("x-n", "Norway", "NOR"), ("x-s", "Sweden", "SWE"), ("x-f", "Finland", "FIN"), ("x-r", "Rangers", None)]
}
MAY, SEPTEMBER = date(2021, 5, 3).toordinal(), date(2021, 9, 1).toordinal()
DAYS: dict[str, int | None] = {"a-1": MAY, "a-2": MAY + 1, "a-3": SEPTEMBER}


def claim(
    at: int,
    who: str,
    stance: Stance,
    words: str,
    kind: ClaimKind = "statement",
    doers: tuple[str, ...] = (),
    *,
    article: str = "a-1",
    actors: tuple[str, ...] = (),
    answers: str | None = None,
    admits: bool = False,
    because: tuple[str, ...] = (),
) -> Claim:
    topic = tuple(words.split())
    return Claim(
        id=f"{article}-{at}",
        article=article,
        by=By("named", who),
        stance=stance,
        kind=kind,
        text=words,
        head=topic[0],
        topic=tuple(sorted(topic)),
        actors=actors,
        doers=doers,
        evidence=(Span(article, at, at + 40),),
        answers=answers,
        admits=admits,
        because=because,
    )


def disputes(*claims: Claim) -> list[Dispute]:
    return disputes_over_claims(claims, ACTORS, DAYS)


def sides(dispute: Dispute) -> list[tuple[str | None, str, str]]:
    return [(p.by.actor, p.article, p.stance) for p in dispute.positions]


CHARGE = claim(0, "x-n", "asserts", "steal timber forest", "charge", ("x-s",))


def test_a_denial_answers_the_charge_of_the_same_deed_to_the_same_doer() -> None:
    denial = claim(100, "x-s", "denies", "theft timber", "denial", ("x-s",))
    (found,) = disputes(CHARGE, denial)
    assert (found.kind, found.proposition) == ("claim", CHARGE.text)
    assert sides(found) == [("x-n", "a-1", "asserts"), ("x-s", "a-1", "denies")]


def test_a_denial_on_another_page_must_be_of_the_accused() -> None:
    own = claim(0, "x-s", "denies", "theft timber forest", "denial", ("x-s",), article="a-2")
    other = claim(0, "x-f", "denies", "theft timber forest", "denial", (), article="a-2")
    assert len(disputes(CHARGE, own)) == 1
    assert disputes(CHARGE, other) == []


def test_a_denial_of_another_deed_or_for_another_doer_is_no_answer() -> None:
    assert disputes(CHARGE, claim(100, "x-s", "denies", "bomb harbour", "denial", ("x-s",))) == []
    assert disputes(CHARGE, claim(100, "x-f", "denies", "steal timber", "denial", ("x-f",))) == []


def test_a_bare_denial_answers_what_it_points_to() -> None:
    (found,) = disputes(CHARGE, claim(100, "x-s", "denies", "forest", "denial", answers=CHARGE.id))
    assert sides(found)[1] == ("x-s", "a-1", "denies")


def test_nobody_disputes_with_himself_on_one_page_unless_he_owns_up() -> None:
    said = claim(0, "x-s", "asserts", "sink ferry harbour", doers=("x-s",))
    denial = claim(100, "x-s", "denies", "sink ferry harbour", "denial", ("x-s",))
    assert disputes(said, denial) == []
    owned = claim(0, "x-s", "asserts", "sink ferry harbour", doers=("x-s",), admits=True)
    assert len(disputes(owned, denial)) == 1


def test_who_claims_a_deed_contradicts_the_charge_against_another() -> None:
    charge = claim(0, "x-n", "asserts", "attack harbour", "charge", ("x-s",))
    owner = claim(100, "x-r", "asserts", "attack harbour", "charge", ("x-r",), admits=True)
    (found,) = disputes(charge, owner)
    assert sides(found) == [("x-n", "a-1", "asserts"), ("x-r", "a-1", "denies")]


def test_cancelled_here_and_postponed_there_on_the_same_days() -> None:
    cancelled = claim(0, "x-n", "asserts", "cancel visit", doers=("x-n",), actors=("x-f",))
    postponed = claim(0, "x-f", "asserts", "postpone trip", doers=("x-n",), article="a-2", actors=("x-f",))
    (found,) = disputes(cancelled, postponed)
    assert sides(found) == [("x-n", "a-1", "asserts"), ("x-f", "a-2", "denies")]
    later = claim(0, "x-f", "asserts", "postpone trip", doers=("x-n",), article="a-3", actors=("x-f",))
    assert disputes(cancelled, later) == []


def test_justified_for_one_and_an_aggression_for_the_other() -> None:
    justified = claim(0, "x-n", "asserts", "raid defensive")
    aggression = claim(100, "x-s", "asserts", "strike aggression")
    (found,) = disputes(justified, aggression)
    assert sides(found) == [("x-n", "a-1", "asserts"), ("x-s", "a-1", "denies")]


def test_other_reasons_are_set_against_the_account_of_who_did_it() -> None:
    own = claim(0, "x-n", "asserts", "cancel visit", doers=("x-n",), because=("cost",))
    other = claim(100, "x-s", "asserts", "cancel trip", doers=("x-n",), because=("protest",))
    (found,) = disputes(own, other)
    assert sides(found) == [("x-n", "a-1", "asserts"), ("x-s", "a-1", "denies")]


def test_plain_words_about_other_countries_are_no_contradiction() -> None:
    halted = claim(0, "x-n", "asserts", "halt supply oil", actors=("x-s",))
    flows = claim(100, "x-f", "denies", "interrupt flow oil", "denial", actors=("x-f",))
    assert disputes(halted, flows) == []


def test_the_order_of_the_claims_does_not_matter_and_positions_are_few() -> None:
    charges = [claim(n * 50, f"y-{n}", "asserts", "steal timber forest", "charge", ("x-s",)) for n in range(6)]
    denials = [claim(1000 + n * 50, f"z-{n}", "doubts", "theft timber forest", "denial", ("x-s",)) for n in range(6)]
    found = disputes(*charges, *denials)
    assert found == disputes(*reversed([*charges, *denials]))
    assert all(len(d.positions) <= 6 for d in found)
    assert all({p.stance for p in d.positions} == {"asserts", "doubts"} for d in found)
