"""Words that tell another event than they seem to, or none, and who did what to whom."""

from datetime import date

import pytest
from tests.mentions.annotating import annotate

from dateline.language.parse import Parser
from dateline.mentions.reports import find_reports
from dateline.model.reports import Report


def reports_of(parser: Parser, sentence: str) -> list[Report]:
    return list(find_reports(annotate(parser, [sentence])).reports)


def parts(parser: Parser, sentence: str, noun: str) -> dict[str, str]:
    """Names and parts of those who take part in what `noun` tells."""
    annotated = annotate(parser, [sentence])
    names = {actor.id: actor.name for actor in annotated.actors}
    report = next(r for r in find_reports(annotated).reports if r.noun == noun)
    return {names.get(p.actor, p.actor): p.part for p in report.participants}


@pytest.mark.parametrize(
    "sentence",
    [
        "Ten Brazilian pilgrims were killed in a bus crash near Cusco.",
        "Two Norwegian hikers were injured when a train derailed outside Bergen.",
        "A ferry collided with a barge in the Rhine, killing four Germans.",
        "The flu has killed two children in Chile.",
        "A cargo ship struck a bridge in Hamburg on Monday.",
        "Keepers at the Warsaw zoo shot dead a bear on Sunday.",
    ],
)
def test_accidents_and_animals_are_no_assaults(parser: Parser, sentence: str) -> None:
    assert "ASSAULT" not in {report.type for report in reports_of(parser, sentence)}


@pytest.mark.parametrize(
    "sentence",
    [
        "The clinic in Nairobi treats AIDS and malaria.",
        "She left her phone in a taxi in Rome.",
        "A spokesman for the Kenyan police did not reply to a request for comment.",
        "Suspected rebels live in the hills of Chad.",
        "A report seen by the agency names three Kenyan banks.",
        "The Canadian minister is in charge of the ports.",
        "The Office of Refugee Resettlement in Texas has a new building.",
        "Students in Ohio learned how to vote.",
        "The mayor of Lima said when asked about the bridge that it was safe.",
        "Downing Street is a road in London.",
    ],
)
def test_words_that_tell_no_event(parser: Parser, sentence: str) -> None:
    assert not reports_of(parser, sentence)


def test_whom_an_arrest_belongs_to_was_arrested(parser: Parser) -> None:
    assert parts(parser, "Maria Lopez's arrest angered the union.", "arrest")["Maria Lopez"] == "recipient"


def test_a_state_may_own_its_deed(parser: Parser) -> None:
    assert parts(parser, "Ghana's arrest of the two editors was criticised.", "arrest")["Ghana"] == "actor"


def test_who_is_accused_of_a_deed_did_it(parser: Parser) -> None:
    assert parts(parser, "Peru accused Chile of shelling a village.", "shell")["Chile"] == "actor"


def test_the_place_of_a_dateline_takes_no_part(parser: Parser) -> None:
    assert "Kenya" not in parts(parser, "NAIROBI, Kenya — Somali rebels attacked a convoy on Monday.", "attack")


def test_after_a_time_of_day_is_the_same_day(parser: Parser) -> None:
    (report,) = reports_of(parser, "Rebels attacked the convoy shortly after noon on Monday.")
    assert (report.when.earliest, report.when.latest) == (date(2021, 6, 7), date(2021, 6, 7))


@pytest.mark.parametrize(
    ("sentence", "noun", "status"),
    [
        ("Greece was close to a deal with its lenders on Monday.", "be", "possible"),
        ("Greece is nearing an agreement with its lenders.", "near", "possible"),
        ("Canada provided no aid to Ghana last year.", "provide", "denied"),
    ],
)
def test_what_falls_short_of_an_event(parser: Parser, sentence: str, noun: str, status: str) -> None:
    assert next(r.status for r in reports_of(parser, sentence) if r.noun == noun) == status
