"""Who is quoted as saying what, on parses of the shipped model and hand-built actors."""

import pytest
from tests.language.quotations.builders import BANK, NOVAK, SERBIA, TADIN, annotated

from dateline.language.parse import Parser
from dateline.language.quotations import find_quotations
from dateline.model.annotated import AnnotatedArticle
from dateline.model.quotations import Quotation


def said(article: AnnotatedArticle) -> list[tuple[str, str | None, str]]:
    """Kind, speaker and words of every quotation."""
    return [(q.kind, q.speaker, words(article, q)) for q in find_quotations(article).quotations]


def words(article: AnnotatedArticle, quotation: Quotation) -> str:
    return " | ".join(article.article.text[p.start : p.end] for p in quotation.pieces)


def test_direct_speech_takes_the_speaker_after_it(parser: Parser) -> None:
    article = annotated(parser, "“We will sign the treaty in June,” Novak said.")
    assert said(article) == [("direct", NOVAK.id, "“We will sign the treaty in June,”")]


def test_inverted_cue(parser: Parser) -> None:
    article = annotated(parser, "“The port will open again soon,” said Boris Tadin, head of the harbour office.")
    assert said(article) == [("direct", TADIN.id, "“The port will open again soon,”")]


def test_pieces_of_one_utterance_are_one_quotation(parser: Parser) -> None:
    article = annotated(parser, "“We will sign,” Novak said, “as soon as the text is ready.” “It will not take long.”")
    assert said(article) == [("direct", NOVAK.id, "“We will sign,” | “as soon as the text is ready.” | “It will not take long.”")]


def test_speech_of_several_paragraphs_runs_on_with_open_marks(parser: Parser) -> None:
    article = annotated(parser, "Novak said: “The talks were long.", "“They will go on tomorrow.”", "The hall was empty.")
    assert said(article) == [("direct", NOVAK.id, "“The talks were long. | “They will go on tomorrow.”")]


def test_sentence_before_a_colon_names_the_speaker_of_a_pronoun(parser: Parser) -> None:
    article = annotated(parser, "Novak turned on the bank: “Tadin has broken his word,” she said.", pronouns={"she": TADIN})
    assert said(article) == [("direct", NOVAK.id, "“Tadin has broken his word,”")]


def test_reported_clause_with_and_without_that(parser: Parser) -> None:
    article = annotated(parser, "Novak said that the border would stay open. Tadin said no deal was reached.")
    assert said(article) == [
        ("indirect", NOVAK.id, "that the border would stay open"),
        ("indirect", TADIN.id, "no deal was reached"),
    ]


def test_cue_inside_the_sentence(parser: Parser) -> None:
    article = annotated(parser, "The two countries will share the river, Novak said, and the bridge will be repaired.")
    assert said(article) == [("indirect", NOVAK.id, "The two countries will share the river | and the bridge will be repaired")]


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("Tadin ruled out new taxes on grain.", TADIN.id, "new taxes on grain"),
        ("Serbia denied involvement in the raid.", SERBIA.id, "involvement in the raid"),
        ("Novak accused the bank of hiding losses.", NOVAK.id, "hiding losses"),
        ("Novak urged the strikers to return to work.", NOVAK.id, "the strikers to return to work"),
        ("The prices will rise, according to Harbour Bank.", BANK.id, "The prices will rise"),
        ("Tadin vowed to rebuild the bridge.", TADIN.id, "to rebuild the bridge"),
    ],
)
def test_frames(parser: Parser, text: str, speaker: str, content: str) -> None:
    assert ("indirect", speaker, content) in said(annotated(parser, text))


def test_words_quoted_inside_a_clause_are_mixed(parser: Parser) -> None:
    article = annotated(parser, "Novak said the plan was “a bad joke” and had no future.")
    assert said(article) == [("mixed", NOVAK.id, "the plan was “a bad joke” and had no future")]


def test_quoted_word_without_a_cue_is_nobodys(parser: Parser) -> None:
    assert said(annotated(parser, "The old “iron bridge” fell into the river.")) == []


def test_denied_and_unreal_cues_report_nothing(parser: Parser) -> None:
    assert said(annotated(parser, "Novak should say that the plan is dead.")) == []


@pytest.mark.parametrize(
    "text",
    [
        "Novak declined to discuss the visit.",
        "Novak did not immediately respond to a request for comment.",
        "Novak would give no details about the visit.",
        "Novak was not immediately available for comment.",
    ],
)
def test_refusals(parser: Parser, text: str) -> None:
    [(kind, speaker, content)] = said(annotated(parser, text))
    assert (kind, speaker) == ("no answer", NOVAK.id)
    assert f"Novak {content}." == text


def test_unnamed_source_becomes_an_actor_with_its_country(parser: Parser) -> None:
    found = find_quotations(annotated(parser, "Two officials from Serbia said the talks had failed."))
    [quotation] = found.quotations
    [actor] = found.actors
    assert quotation.speaker == actor.id
    assert (actor.kind, actor.country) == ("unnamed", "SRB")
    assert actor.name.startswith("Two officials")
    assert found.references[0].actor == actor.id


def test_spokesman_without_a_name_speaks_for_his_body(parser: Parser) -> None:
    article = annotated(parser, "“We are open for business,” a spokesman for Harbour Bank said.")
    assert said(article) == [("direct", BANK.id, "“We are open for business,”")]


@pytest.mark.parametrize(
    ("text", "channel"),
    [
        ("“The road is closed,” Novak told Reuters.", "Reuters"),
        ("“The road is closed,” Novak said, according to the news agency Interfax.", "news agency Interfax"),
        ("Novak told a news conference that the road was closed.", "news conference"),
        ("“The road is closed,” Novak said in a statement.", "statement"),
        ("“The road is closed,” tweeted Jana Novak.", "tweet"),
    ],
)
def test_channels(parser: Parser, text: str, channel: str) -> None:
    article = annotated(parser, text)
    [quotation] = find_quotations(article).quotations
    assert (quotation.speaker, quotation.channel) == (NOVAK.id, channel)


def test_turns_are_direct_speech_of_the_label(parser: Parser) -> None:
    article = annotated(
        parser,
        "MS. NOVAK: The minister will travel on Monday.",
        "Q Will he meet Tadin?",
        "MS. NOVAK: I don’t have anything to share on that.",
    )
    found = find_quotations(article)
    reporter = next(actor for actor in found.actors if actor.name == "a reporter")
    assert [(q.kind, q.speaker, q.cue) for q in found.quotations] == [
        ("direct", NOVAK.id, ""),
        ("direct", reporter.id, ""),
        ("no answer", NOVAK.id, ""),
    ]


def test_long_paragraphs_of_a_turn_are_cut_between_sentences(parser: Parser) -> None:
    sentence = "The ministers of the four countries met in the old town hall and talked about the price of grain. "
    article = annotated(parser, "MS. NOVAK: " + sentence * 12, "MR. TADIN: Thank you very much for that.")
    pieces = [piece for q in find_quotations(article).quotations for piece in q.pieces]
    assert all(piece.end - piece.start <= 600 for piece in pieces)
    assert sum(piece.end - piece.start > 90 for piece in pieces) >= 2


def test_headline_that_ends_with_its_speaker(parser: Parser) -> None:
    article = annotated(parser, "The hall was empty.", title="Talks will go on – Novak")
    assert said(article) == [("indirect", NOVAK.id, "Talks will go on")]


def test_embedded_post_is_its_signers(parser: Parser) -> None:
    article = annotated(parser, "Great talks today, more to come! — Jana Novak (@janovak) May 3, 2021")
    [quotation] = find_quotations(article).quotations
    assert (quotation.kind, quotation.speaker, quotation.channel) == ("direct", NOVAK.id, "tweet")
    assert words(article, quotation) == "Great talks today, more to come!"


def test_topic_of_a_headline_is_no_speaker(parser: Parser) -> None:
    assert said(annotated(parser, "The hall was empty.", title="Serbia: three bridges are closed")) == []


def test_speaker_under_a_name_not_told_before_is_an_actor(parser: Parser) -> None:
    found = find_quotations(annotated(parser, "“The mine is safe,” said Ivana Horak. She added that the lift had been repaired."))
    [actor] = found.actors
    assert (actor.name, actor.kind) == ("Ivana Horak", "person")
    assert {q.speaker for q in found.quotations} == {actor.id}
