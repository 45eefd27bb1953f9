"""Reported speech in all its frames: what is said, by whom, to whom, through whom, on parses of the shipped model."""

from dataclasses import replace

import pytest
from tests.language.quotations.builders import BANK, NOVAK, SERBIA, TADIN, annotated

from dateline.language.parse import Parser
from dateline.language.quotations import find_quotations
from dateline.language.quotations.marks import quoted_stretches
from dateline.mentions.statements import find_statements
from dateline.model.annotated import AnnotatedArticle
from dateline.model.articles import Block
from dateline.model.quotations import Quotation


def found(article: AnnotatedArticle) -> list[Quotation]:
    return list(find_quotations(article).quotations)


def words(article: AnnotatedArticle, quotation: Quotation) -> str:
    return " | ".join(article.article.text[p.start : p.end] for p in quotation.pieces)


def said(article: AnnotatedArticle) -> list[tuple[str | None, str]]:
    return [(q.speaker, words(article, q)) for q in found(article)]


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        (
            "Novak said the fund would buy grain, build silos and lend to farmers.",
            NOVAK,
            "the fund would buy grain, build silos and lend to farmers",
        ),
        ("Tadin said he hoped to sign soon, and then would fly home.", TADIN, "he hoped to sign soon, and then would fly home"),
        ("The port, Novak said on Monday, will reopen.", NOVAK, "The port | will reopen"),
        ("In a speech on Sunday, Novak said, the port was safe.", NOVAK, "the port was safe"),
        ("Novak said the bridge was safe, and urged drivers to be patient.", NOVAK, "the bridge was safe"),
        ("Novak said, citing an army source, that the bridge had been hit.", NOVAK, "that the bridge had been hit"),
        ("Tadin, who owns the mill, called the plan “a joke”.", TADIN, "the plan “a joke”"),
        ("Tadin pointed to the vote as proof of support.", TADIN, "the vote as proof of support"),
        ("Novak is confident that the pact will hold.", NOVAK, "that the pact will hold"),
        ("In Novak’s view, the pact is dead.", NOVAK, "the pact is dead"),
        ("Traders were alarmed by Serbia’s threat to close the border.", SERBIA, "to close the border"),
        ("Novak hopes to visit the port in June.", NOVAK, "to visit the port in June"),
        ("Novak went on to say that the port was safe.", NOVAK, "that the port was safe"),
        ("The port, Novak has said, will reopen.", NOVAK, "The port | will reopen"),
        ("On the port, Novak said, “We will open it in June.”", NOVAK, "“We will open it in June.”"),
        ("According to Novak, “The port is safe. It will open in June.”", NOVAK, "“The port is safe. It will open in June.”"),
        ("”The port is safe and it will open again in June — Jana Novak", NOVAK, "”The port is safe and it will open again in June"),
    ],
)
def test_content(parser: Parser, text: str, speaker: object, content: str) -> None:
    assert (getattr(speaker, "id", None), content) in said(annotated(parser, text))


@pytest.mark.parametrize(
    "text",
    [
        "The mill, a building called Harbour House, is for sale.",
        "The plan seeks to raise the price of bread.",
        "Nobody said that the pact was dead.",
        "Do you think the plan is good?",
        "Drivers were asked to wait.",
        "The road, considering the rain, is dry.",
        "The rain forced ministers to deny the report of a flood.",
        "Voters who say the economy comes first stayed at home.",
        "Tadin endorsed him.",
        "It shows how late the trains are.",
        "Guards came nearer, shouting insults.",
    ],
)
def test_nobody_says_it(parser: Parser, text: str) -> None:
    assert said(annotated(parser, text)) == []


def test_hearsay_keeps_the_subject_of_what_is_said(parser: Parser) -> None:
    article = annotated(parser, "Tadin is said to have left the country.")
    [quotation] = found(article)
    assert words(article, quotation) == "Tadin | to have left the country"
    assert quotation.speaker not in (TADIN.id, None)


def test_both_levels_of_a_nested_attribution(parser: Parser) -> None:
    article = annotated(parser, "Novak said that Tadin had promised that the road would be mended.")
    assert said(article) == [
        (NOVAK.id, "that Tadin had promised that the road would be mended"),
        (TADIN.id, "that the road would be mended"),
    ]


@pytest.mark.parametrize(
    ("text", "speaker", "channel"),
    [
        ("The road is closed, Novak said, according to TASS.", NOVAK, "TASS"),
        ("According to the news agency Interfax, Novak said that the road was closed.", NOVAK, "news agency Interfax"),
        ("Interfax quoted Novak as saying the road would be closed.", NOVAK, "Interfax"),
        ("Novak was quoted by Reuters as saying that the road was closed.", NOVAK, "Reuters"),
        ("Harbour Bank released a statement saying the fees would rise.", BANK, "statement"),
    ],
)
def test_who_carried_it_is_not_who_said_it(parser: Parser, text: str, speaker: object, channel: str) -> None:
    [quotation] = found(annotated(parser, text))
    assert (quotation.speaker, quotation.channel) == (getattr(speaker, "id", None), channel)


def test_the_statement_is_its_givers(parser: Parser) -> None:
    article = annotated(
        parser,
        "Harbour Bank published a statement on Monday.",
        "“The fees will rise in May,” read the statement. “We are sorry,” it added.",
    )
    assert [(q.speaker, words(article, q)) for q in found(article)] == [
        (BANK.id, "“The fees will rise in May,”"),
        (BANK.id, "“We are sorry,”"),
    ]


@pytest.mark.parametrize(
    ("text", "addressee"),
    [
        ("“The road is closed,” Novak told reporters in Oslo.", "reporters"),
        ("Novak said in a letter to Tadin that the road was closed.", "Tadin"),
        ("“The road is closed,” Novak said.", None),
        ("Novak said the money would go to Tadin.", None),
    ],
)
def test_addressees(parser: Parser, text: str, addressee: str | None) -> None:
    [quotation] = found(annotated(parser, text))
    assert quotation.addressee == addressee


def test_name_beside_an_office_is_the_speaker(parser: Parser) -> None:
    article = annotated(parser, "The mayor of Oslo, Jana Novak, warned that the roads would be closed.")
    assert said(article)[0] == (NOVAK.id, "that the roads would be closed")


@pytest.mark.parametrize("text", ["“The road was long.” ― Novak", "More from Novak: “The road was long.”"])
def test_names_beside_words_without_a_verb(parser: Parser, text: str) -> None:
    assert said(annotated(parser, text)) == [(NOVAK.id, "“The road was long.”")]


@pytest.mark.parametrize(
    ("title", "content"),
    [
        ("Novak to voters: The pact will hold", "The pact will hold"),
        ("EXCLUSIVE – Novak: The pact will hold", "The pact will hold"),
        ("‘We will hold the pact’: Novak on the vote", "‘We will hold the pact’"),
    ],
)
def test_headlines_with_more_than_a_name_beside_the_colon(parser: Parser, title: str, content: str) -> None:
    assert said(annotated(parser, "The hall was empty.", title=title)) == [(NOVAK.id, content)]


def test_speech_whose_opening_mark_was_lost() -> None:
    text = '"We are ready," Novak said in Oslo. But we must wait for the others. It will not be long."'
    stretches = quoted_stretches(text, (Block(0, len(text), "paragraph"),))
    assert [text[q.start : q.end] for q in stretches] == ['"We are ready,"', 'But we must wait for the others. It will not be long."']


def test_what_is_only_held_is_no_statement(parser: Parser) -> None:
    article = annotated(parser, "Novak is hopeful that the pact will hold. Tadin was adamant that it would fail.")
    quotations = find_quotations(article)
    statements = find_statements(replace(article, quotations=quotations.quotations))
    assert [(s.speaker, s.text) for s in statements] == [(TADIN.id, "that it would fail")]
