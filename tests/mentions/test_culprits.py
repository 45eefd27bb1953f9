"""Who is said to have done a deed, whom it hit, and words that only look like one."""

from dataclasses import replace
from datetime import date

import pytest
from tests.mentions.annotating import annotate

from dateline.language.parse import Parser
from dateline.mentions.reports import find_reports
from dateline.model.reports import Report


def read(parser: Parser, *paragraphs: str) -> tuple[dict[str, str], tuple[Report, ...]]:
    annotated = annotate(parser, list(paragraphs))
    found = find_reports(annotated)
    annotated = replace(annotated, actors=(*annotated.actors, *found.actors))
    return {actor.id: actor.name for actor in annotated.actors}, found.reports


def parts(parser: Parser, *paragraphs: str, noun: str) -> dict[str, str]:
    names, reports = read(parser, *paragraphs)
    return {names[p.actor]: p.part for p in next(r for r in reversed(reports) if r.noun == noun).participants}


@pytest.mark.parametrize(
    ("sentence", "noun", "expected"),
    [
        (
            "Sweden was forceful in blaming Chad for the attack on the refinery in Kuwait.",
            "attack",
            {"Chad": "actor", "Kuwait": "recipient"},
        ),
        ("Poland blamed the drone attack on Belarus.", "attack", {"Belarus": "actor"}),
        ("France accused Libya of the attack on the airport.", "attack", {"Libya": "actor"}),
        ("Niger condemned the attack on Chad.", "attack", {"Chad": "recipient"}),
        ("Kuwait was the target of a Libyan attack.", "attack", {"Kuwait": "recipient", "Libya": "actor"}),
        ("Chad claimed responsibility for the attack in Jordan.", "attack", {"Chad": "actor", "Jordan": "recipient"}),
    ],
)
def test_the_accused_acts_and_the_accuser_takes_no_part(parser: Parser, sentence: str, noun: str, expected: dict[str, str]) -> None:
    assert parts(parser, sentence, noun=noun) == expected


def test_an_attack_comes_from_who_made_it(parser: Parser) -> None:
    assert parts(parser, "Jordan said the attacks came from Chad.", noun="attack")["Chad"] == "actor"


def test_a_deed_taken_up_with_another_victim_keeps_its_doer(parser: Parser) -> None:
    found = parts(parser, "Chad carried out the airstrike on Monday.", "Omar Karim was also killed in the airstrike.", noun="airstrike")
    assert found == {"Omar Karim": "recipient", "Chad": "actor"}


def test_what_happens_during_a_visit_happens_on_its_days(parser: Parser) -> None:
    _, reports = read(parser, "President Omar Karim will visit Chile on 3 July.", "Campaigners plan mass protests during Karim's visit.")
    protest = next(r for r in reports if r.type == "PROTEST")
    assert protest.when.earliest == protest.when.latest == date(2021, 7, 3)


@pytest.mark.parametrize(
    "sentence",
    [
        "Relations between Chile and Chad have cooled since a border row in March.",
        "Relations between Russia and the United States sank to a new low.",
        "The minister poured cold water on the hopes of Chile.",
        "Britain envies Europe's tariff-free trading area.",
        "Fears of a crisis hit the Turkish lira.",
        'The paper quoted him as calling the Russian envoy "quite clever".',
    ],
)
def test_words_that_only_look_like_events(parser: Parser, sentence: str) -> None:
    assert read(parser, sentence)[1] == ()


def test_a_day_after_since_is_no_day_of_one_event(parser: Parser) -> None:
    _, reports = read(parser, "Since 2000 Chile has sanctioned Peru.")
    assert [r.when.method for r in reports if r.type == "SANCTION"] == ["tense"]


def test_politicians_attack_each_other_with_words(parser: Parser) -> None:
    _, (report,) = read(parser, "Angela Merkel attacked Gerhard Schroeder over his ties to the firm.")
    assert (report.type, report.mode) == ("ACCUSE", "disapprove")
