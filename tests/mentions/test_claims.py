"""Who charges, denies, doubts and says what: sentences through the model."""

from dataclasses import replace

import pytest
from tests.mentions.annotating import annotate

from dateline.language.parse import Parser, find_turns
from dateline.language.quotations import find_quotations
from dateline.mentions.claims import find_claims
from dateline.model.annotated import AnnotatedArticle
from dateline.model.reports import Claim


def read(parser: Parser, *paragraphs: str) -> tuple[AnnotatedArticle, tuple[Claim, ...]]:
    annotated = annotate(parser, list(paragraphs))
    annotated = replace(annotated, turns=find_turns(annotated.article))
    found = find_quotations(annotated)
    annotated = replace(
        annotated,
        quotations=found.quotations,
        actors=annotated.actors + found.actors,
        references=annotated.references + found.references,
    )
    return annotated, find_claims(annotated)


def told(parser: Parser, *paragraphs: str) -> list[tuple[str, str, str, tuple[str, ...]]]:
    """Kind, stance, who and the doers of every claim, by name."""
    annotated, claims = read(parser, *paragraphs)
    names = {actor.id: actor.name for actor in annotated.actors}
    return [
        (c.kind, c.stance, names.get(c.by.actor or "", c.by.description or c.by.kind), tuple(names[d] for d in c.doers)) for c in claims
    ]


@pytest.mark.parametrize(
    ("sentence", "who", "doers"),
    [
        ("Norway accused Sweden of stealing timber from the border forests.", "Norway", ("Sweden",)),
        ("Norway blamed Sweden for the fire at the border post.", "Norway", ("Sweden",)),
        ("Norway blamed the fire on Sweden.", "Norway", ("Sweden",)),
        ("Norway blamed the fire at the border post on Sweden.", "Norway", ("Sweden",)),
        ("Norway said Sweden was behind the fire at the border post.", "Norway", ("Sweden",)),
        ("Norway said Sweden was responsible for the fire at the border post.", "Norway", ("Sweden",)),
        ("Norway said the fire at the post was Sweden's doing.", "Norway", ("Sweden",)),
        ("Norway said it had been driven to act because Sweden had been stealing timber.", "Norway", ("Sweden",)),
        ("Sweden claimed responsibility for the raid on the border post.", "Sweden", ("Sweden",)),
        ("Norway's conclusion that Sweden attacked the border post came late.", "Norway", ("Sweden",)),
    ],
)
def test_charges_name_who_charges_and_who_is_charged(parser: Parser, sentence: str, who: str, doers: tuple[str, ...]) -> None:
    assert ("charge", "asserts", who, doers) in told(parser, sentence)


@pytest.mark.parametrize(
    ("sentence", "stance", "who"),
    [
        ("Sweden denied involvement in the raid on the border post.", "denies", "Sweden"),
        ("Sweden denied that its police had raided the border post.", "denies", "Sweden"),
        ("Sweden dismissed reports of a raid on the border post as lies.", "denies", "Sweden"),
        ("Norway said it had seen no evidence that Sweden raided the border post.", "doubts", "Norway"),
        ("Norway said the cause of the explosion had yet to be determined.", "doubts", "Norway"),
        ("Sweden said it had no plans to resume exports of timber.", "doubts", "Sweden"),
        ("Norway said it was not clear whether Sweden had raided the border post.", "doubts", "Norway"),
    ],
)
def test_denials_and_doubts(parser: Parser, sentence: str, stance: str, who: str) -> None:
    assert ("denial", stance, who) in [claim[:3] for claim in told(parser, sentence)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Sweden denied Norway access to the border forests.",
        "Sweden dismissed its ambassador on Friday.",
        "Sweden rejected the draft budget on Friday.",
        "Norway did not accuse Sweden of stealing timber.",
        "Norway could accuse Sweden of stealing timber.",
        "Sweden did not say how the raid on the border post began.",
    ],
)
def test_what_is_neither_a_charge_nor_a_denial(parser: Parser, sentence: str) -> None:
    assert not [claim for claim in told(parser, sentence) if claim[0] != "statement"]


def test_a_bare_denial_takes_the_charge_against_its_speaker(parser: Parser) -> None:
    text = "Norway accused Sweden of stealing timber. It accused Finland of hiding ships. Sweden rejected the charge."
    _, claims = read(parser, text)
    denial = next(c for c in claims if c.kind == "denial")
    (charge,) = [c for c in claims if c.id == denial.answers]
    assert "timber" in charge.topic
    assert denial.topic == charge.topic


def test_a_bare_denial_of_somebody_who_was_not_charged_is_left_out(parser: Parser) -> None:
    claims = told(parser, "Norway accused Finland of stealing timber. Sweden rejected the charge.")
    assert [claim[0] for claim in claims] == ["charge"]


def test_all_who_charge_are_named(parser: Parser) -> None:
    claims = told(parser, "Both Norway and Denmark have blamed Sweden for the fire at the border post.")
    assert {claim[2] for claim in claims if claim[0] == "charge"} == {"Norway", "Denmark"}


def test_plain_words_have_their_yes_and_no(parser: Parser) -> None:
    _, claims = read(parser, "Norway said a deal was close. Sweden said there was no deal.")
    assert [(c.stance, "deal" in c.topic) for c in claims if c.kind == "statement"] == [("asserts", True), ("denies", True)]


def test_an_answer_in_a_transcript_speaks_to_the_claim_in_the_question(parser: Parser) -> None:
    _, claims = read(
        parser,
        "MR. HOLM: Good morning, everyone. The minister is on his way to Oslo.",
        "Q What do you make of the report that Sweden bought the harbour of Bergen?",
        "MR. HOLM: I'm not going to comment on that.",
        "Q And do you have an answer to the claim that Sweden sold the ferry?",
        "MR. HOLM: No. Not at all.",
    )
    replies = [c for c in claims if c.kind == "denial"]
    assert [(c.stance, c.head) for c in replies] == [("no comment", "buy"), ("denies", "sell")]


def test_claims_point_at_their_sentence_and_are_the_same_every_time(parser: Parser) -> None:
    sentence = "Sweden denied involvement in the raid on the border post."
    annotated, claims = read(parser, "Rain fell in Oslo.", sentence)
    (span,) = claims[0].evidence
    assert annotated.article.text[span.start : span.end] == sentence
    assert read(parser, "Rain fell in Oslo.", sentence)[1] == claims
