"""Statements from quotations."""

from dataclasses import replace

from tests.language.quotations.builders import NOVAK, TADIN, annotated

from dateline.language.parse import Parser
from dateline.language.quotations import find_quotations
from dateline.mentions.statements import find_statements
from dateline.model.annotated import AnnotatedArticle
from dateline.model.evidence import Span
from dateline.model.reports import Statement


def statements(article: AnnotatedArticle) -> tuple[Statement, ...]:
    found = find_quotations(article)
    return find_statements(replace(article, quotations=found.quotations, actors=(*article.actors, *found.actors)))


def test_sentences_of_one_speaker_in_a_paragraph_are_one_statement(parser: Parser) -> None:
    article = annotated(parser, "Novak said the road was closed. Novak added that the bridge was open. Tadin said he would wait.")
    found = statements(article)
    assert [s.speaker for s in found] == [NOVAK.id, TADIN.id]
    assert found[0].text == "the road was closed … that the bridge was open"


def test_evidence_holds_speaker_and_words_and_is_never_long(parser: Parser) -> None:
    article = annotated(parser, "“The road is closed,” Novak said on Monday.", "Tadin said: “" + "We will wait for the grain. " * 40 + "”")
    first, second = statements(article)
    whole = first.evidence[0]
    assert isinstance(whole, Span)
    assert article.article.text[whole.start : whole.end] == "“The road is closed,” Novak said"
    assert all(isinstance(e, Span) and e.end - e.start <= 700 for e in second.evidence)


def test_thoughts_and_reporters_questions_are_no_statements(parser: Parser) -> None:
    assert statements(annotated(parser, "Novak hopes that the road will open.")) == ()
    article = annotated(parser, "Q Will the road be open on Monday?", "MS. NOVAK: The road will be open by noon.")
    assert [s.speaker for s in statements(article)] == [NOVAK.id]


def test_refusal_is_its_own_statement(parser: Parser) -> None:
    article = annotated(parser, "Novak said the road was closed. Novak declined to discuss the bridge.")
    assert [s.kind for s in statements(article)] == ["indirect", "no answer"]


def test_ids_come_from_content(parser: Parser) -> None:
    text = "Novak said the road was closed."
    assert [s.id for s in statements(annotated(parser, text))] == [s.id for s in statements(annotated(parser, text))]
