"""Reports of whole sentences: who took part, when, where, and what definite words take up."""

from dataclasses import replace
from datetime import date

from tests.mentions.annotating import PUBLISHED, annotate

from dateline.language.parse import Parser
from dateline.mentions.reports import find_reports
from dateline.model.annotated import AnnotatedArticle
from dateline.model.reports import Report


def names(annotated: AnnotatedArticle, report: Report) -> set[str]:
    known = {actor.id: actor.name for actor in annotated.actors}
    return {known[p.actor] for p in report.participants}


def told(parser: Parser, *paragraphs: str, noun: str, title: str | None = None) -> tuple[AnnotatedArticle, list[Report]]:
    annotated = annotate(parser, list(paragraphs), title)
    found = find_reports(annotated)
    annotated = replace(annotated, actors=(*annotated.actors, *found.actors))
    return annotated, [r for r in found.reports if r.noun == noun]


def test_a_trip_has_the_traveller_and_the_country(parser: Parser) -> None:
    annotated, (report,) = told(parser, "Canadian Foreign Minister Anna Lindqvist will travel to Nairobi on Monday.", noun="travel")
    assert {"Anna Lindqvist", "Kenya"} <= names(annotated, report)
    assert (report.type, report.mode) == ("CONSULT", "visit")
    assert report.when.earliest == report.when.latest == date(2021, 6, 14)
    assert report.place_country == "KEN"


def test_the_time_of_the_reporting_clause_is_not_the_events(parser: Parser) -> None:
    text = "A spokesman said on Tuesday that Foreign Minister Anna Lindqvist had met President Jorge Vidal in Lima on Sunday."
    annotated, (report,) = told(parser, text, noun="meet")
    assert report.when.earliest == report.when.latest == date(2021, 6, 6)
    assert {"Anna Lindqvist", "Jorge Vidal"} <= names(annotated, report)


def test_without_a_time_what_was_held_is_not_after_publication(parser: Parser) -> None:
    _, (report,) = told(parser, "Japan expelled two diplomats.", noun="expel")
    assert (report.when.earliest, report.when.latest, report.when.method) == (None, PUBLISHED, "tense")


def test_control_passes_the_subject_on(parser: Parser) -> None:
    text = "Foreign Minister Anna Lindqvist, who is expected to meet President Jorge Vidal, arrived late."
    annotated, (report,) = told(parser, text, noun="meet")
    assert names(annotated, report) >= {"Anna Lindqvist", "Jorge Vidal"}


def test_a_support_verb_gives_its_subject(parser: Parser) -> None:
    annotated, (report,) = told(parser, "President Jorge Vidal held talks with Chancellor Hanna Berg on Friday.", noun="talk")
    assert {"Jorge Vidal", "Hanna Berg"} <= names(annotated, report)


def test_a_definite_noun_takes_up_who_and_when(parser: Parser) -> None:
    annotated, reports = told(
        parser, "President Jorge Vidal met Chancellor Hanna Berg in Lima on Sunday.", "The meeting lasted two hours.", noun="meeting"
    )
    (report,) = reports
    assert report.definite
    assert {"Jorge Vidal", "Hanna Berg"} <= names(annotated, report)
    assert report.when.latest == date(2021, 6, 6)


def test_supplies_have_who_cuts_and_who_gets_them(parser: Parser) -> None:
    annotated, reports = told(parser, "Algeria cut off gas supplies to Morocco on Monday.", noun="cut")
    (report,) = reports
    assert (report.type, report.mode) == ("SANCTION", "discontinue")
    assert {"Algeria", "Morocco"} <= names(annotated, report)


def test_a_year_on_a_noun_is_not_when_the_event_was(parser: Parser) -> None:
    _, (report,) = told(parser, "Brazil said on Tuesday it had scrapped all 2022 contracts with Chile.", noun="scrap")
    assert report.when.earliest != date(2022, 1, 1)


def test_a_verb_and_the_noun_it_carries_are_one_report(parser: Parser) -> None:
    annotated = annotate(parser, ["Turkey launched missile strikes against Syria."])
    reports = [r for r in find_reports(annotated).reports if r.type == "ASSAULT"]
    assert len(reports) == 1
    assert names(annotated, reports[0]) == {"Turkey", "Syria"}
    assert reports[0].mode == "aerial"


def test_evidence_holds_the_trigger(parser: Parser) -> None:
    annotated = annotate(parser, ["Japan expelled two diplomats.", "The French president visited Rome and Cairo in May."])
    for report in find_reports(annotated).reports:
        (evidence,) = report.evidence
        assert evidence.start <= report.trigger.start < report.trigger.end <= evidence.end  # type: ignore[union-attr]
        assert 0 < report.confidence <= 1


def test_calling_off_a_meeting_is_its_status_and_no_event(parser: Parser) -> None:
    text = "Peru cancelled a meeting with Finland on Thursday. Chile left the treaty on Friday."
    found = find_reports(annotate(parser, [text])).reports
    assert [(r.noun, r.status) for r in found if r.trigger.start < 50 and not r.of_status] == [("meeting", "cancelled")]
    assert [r.noun for r in found if r.of_status] == ["cancel"]
    assert any(r.noun == "leave" for r in found)


def test_the_town_before_a_summit_is_its_place_and_no_party(parser: Parser) -> None:
    for town, country in (("Singapore", "SGP"), ("Oslo", "NOR")):
        annotated, (report,) = told(parser, f"Japan said on Tuesday that the {town} summit with Chad had failed.", noun="summit")
        assert names(annotated, report) == {"Japan", "Chad"}
        assert report.place_country == country


def test_who_meets_in_a_country_does_not_meet_it(parser: Parser) -> None:
    annotated, (report,) = told(
        parser, "Talks will begin on Friday, said Foreign Minister Anna Lindqvist, who is in Singapore.", noun="talk"
    )
    assert "Singapore" not in names(annotated, report)


def test_the_day_of_another_event_is_not_its_own(parser: Parser) -> None:
    text = "Anna Lindqvist and Jorge Vidal met in Lima. It was their second meeting after the one of April 27."
    _, (report,) = told(parser, text, noun="meeting")
    assert report.when.earliest != date(2021, 4, 27)
