"""Who says so, on small articles with hand-made actors, references and quotations."""

from dataclasses import replace

import pytest

from dateline.language.parse import Parser
from dateline.mentions.attribution import answer_by, read_by
from dateline.model.actors import LocalActor, Reference
from dateline.model.annotated import AnnotatedArticle, Token
from dateline.model.articles import Article, Block
from dateline.model.evidence import Span
from dateline.model.moments import OPEN
from dateline.model.quotations import Quotation
from dateline.model.reports import By
from dateline.model.tree import Tree

PERSON = LocalActor("p1", "Ida Stone", "person")
OTHER = LocalActor("p2", "Karl Brenner", "person")
MINISTRY = LocalActor("o1", "Ministry of Trade", "organisation")
PAPER = LocalActor("o2", "Daily Ledger", "organisation", sector="MED")
SOURCE = LocalActor("u1", "a senior diplomat", "unnamed")
REPORTER = LocalActor("u2", "a reporter", "unnamed")
ACTORS = (PERSON, OTHER, MINISTRY, PAPER, SOURCE, REPORTER)


def annotate(parser: Parser, text: str, title: str | None = None) -> AnnotatedArticle:
    blocks, start = [], 0
    for number, line in enumerate(text.split("\n")):
        blocks.append(Block(start, start + len(line), "title" if title and number == 0 else "paragraph"))
        start += len(line) + 1
    article = Article("a", "p", None, "", None, title, (), None, None, None, "en", OPEN, text, tuple(blocks), ())
    return replace(parser.parse(article), actors=ACTORS)


def quoting(annotated: AnnotatedArticle, words: str, speaker: str | None, cue: str = "say") -> AnnotatedArticle:
    start = annotated.article.text.index(words)
    piece = Span("a", start, start + len(words))
    return replace(annotated, quotations=(*annotated.quotations, Quotation("indirect", (piece,), speaker, None, cue, None)))


def naming(annotated: AnnotatedArticle, words: str, actor: str) -> AnnotatedArticle:
    start = annotated.article.text.index(words)
    inside = [t for t in annotated.tokens if start <= t.start < start + len(words)]
    span = Span("a", start, start + len(words))
    reference = Reference(inside[0].index, inside[-1].index + 1, inside[-1].index, span, actor, "name", "test")
    return replace(annotated, references=(*annotated.references, reference))


def by(annotated: AnnotatedArticle, word: str) -> By:
    return read_by(Tree(annotated), annotated, token(annotated, word))


def token(annotated: AnnotatedArticle, word: str) -> Token:
    return next(t for t in annotated.tokens if t.text == word)


def test_the_article_speaks_where_nobody_else_does(parser: Parser) -> None:
    assert by(annotate(parser, "The two ministers met in Riga."), "met") == By("article")


def test_the_speaker_of_a_quotation(parser: Parser) -> None:
    annotated = annotate(parser, "Ida Stone said the two ministers had met in Riga.")
    assert by(quoting(annotated, "the two ministers had met in Riga", "p1"), "met") == By("named", "p1")


def test_the_verb_of_saying_lies_outside_the_quotation(parser: Parser) -> None:
    annotated = annotate(parser, "Ida Stone announced that the fair would open.")
    assert by(quoting(annotated, "the fair would open", "p1"), "announced") == By("article")


def test_the_innermost_quotation_wins(parser: Parser) -> None:
    annotated = annotate(parser, "Ida Stone said that Karl Brenner had claimed the two had met.")
    annotated = quoting(annotated, "that Karl Brenner had claimed the two had met", "p1")
    assert by(quoting(annotated, "the two had met", "p2"), "met") == By("named", "p2")
    assert by(quoting(annotated, "the two had met", "p2"), "claimed") == By("named", "p1")


def test_a_known_speaker_goes_before_an_open_one(parser: Parser) -> None:
    annotated = annotate(parser, "He said that the two had met, Ida Stone said.")
    annotated = quoting(annotated, "He said that the two had met", "p1")
    assert by(quoting(annotated, "the two had met", None), "met") == By("named", "p1")


def test_an_unnamed_source_and_an_outlet(parser: Parser) -> None:
    annotated = annotate(parser, "A senior diplomat said the two had met. The Daily Ledger reported that the fair had opened.")
    annotated = quoting(annotated, "the two had met", "u1")
    annotated = quoting(annotated, "the fair had opened", "o2")
    assert by(annotated, "met") == By("unnamed", "u1", "a senior diplomat")
    assert by(annotated, "opened") == By("outlet", "o2")


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("The two ministers reportedly met in Riga.", "met"),
        ("It has been reported that the two ministers met in Riga.", "met"),
        ("The ministers are said to have met in Riga.", "met"),
        ("The ministers met in Riga, according to two officials.", "met"),
        ("Sources say that the ministers met in Riga.", "met"),
    ],
)
def test_hearsay_is_unnamed(parser: Parser, sentence: str, word: str) -> None:
    found = by(annotate(parser, sentence), word)
    assert found.kind == "unnamed"
    assert found.description


def test_according_to_names_the_source(parser: Parser) -> None:
    annotated = naming(annotate(parser, "The ministers met in Riga, according to the Ministry of Trade."), "Ministry", "o1")
    assert by(annotated, "met") == By("named", "o1")


def test_a_clause_of_saying_without_a_quotation(parser: Parser) -> None:
    annotated = naming(annotate(parser, "The ministers met in Riga, the ministry and the embassy said."), "ministry", "o1")
    assert by(annotated, "met") == By("named", "o1")


def test_turns_of_a_transcript(parser: Parser) -> None:
    annotated = annotate(parser, "MS. STONE: Good morning.\nQ Will the summit open?\nMS. STONE: The fair opens on Monday.")
    assert by(annotated, "opens") == By("named", "p1")
    assert by(annotated, "summit") == By("unnamed", "u2", "a reporter")
    assert answer_by(Tree(annotated), annotated, token(annotated, "summit")) == By("named", "p1")
    assert answer_by(Tree(annotated), annotated, token(annotated, "opens")) is None


def test_a_statement_is_the_words_of_whom_its_title_names(parser: Parser) -> None:
    title = "Statement from Minister Ida Stone on the Fair"
    assert by(annotate(parser, f"{title}\nThe two sides met in Riga.", title), "met") == By("named", "p1")


@pytest.mark.parametrize("title", ["Readout of the Call of Ida Stone", "Fact Sheet: the Fair", "Statement by the Ministry on the Fair"])
def test_other_official_papers_speak_for_themselves(parser: Parser, title: str) -> None:
    assert by(annotate(parser, f"{title}\nThe two sides met in Riga.", title), "met") == By("article")


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("Ida Stone hopes to strike a deal with Peru.", "strike"),
        ("Ida Stone threatened to cut supplies to Peru.", "cut"),
        ("Ida Stone was angry, committing to send troops to Peru.", "send"),
        ("Ida Stone confirmed the visit of the premier.", "visit"),
        ("Ida Stone released a statement saying an attack on the base failed.", "attack"),
    ],
)
def test_who_vows_or_announces_says_so(parser: Parser, sentence: str, word: str) -> None:
    assert by(naming(annotate(parser, sentence), "Stone", "p1"), word) == By("named", "p1")


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("Ida Stone said the tax, imposed over the raid, would stay.", "raid"),
        ("Ida Stone said the border had been shut since the attack.", "attack"),
    ],
)
def test_what_reported_speech_leans_on_is_the_articles(parser: Parser, sentence: str, word: str) -> None:
    clause = sentence.partition(" said ")[2].rstrip(".")
    annotated = naming(quoting(annotate(parser, sentence), clause, "p1"), "Ida Stone", "p1")
    assert by(annotated, word) == By("article")


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("It may well be so, Ida Stone said when asked whether the premiers would meet.", "meet"),
        ("Ida Stone released a statement saying an attack had hurt two guards.", "attack"),
    ],
)
def test_who_answers_or_states_it_says_it(parser: Parser, sentence: str, word: str) -> None:
    annotated = naming(annotate(parser, sentence), "Ida Stone", "p1")
    assert by(annotated, word) == By("named", "p1")
