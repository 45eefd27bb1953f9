"""A second language through the seams: a stored French parse, told in the labels, tags and lemmas that the rules read."""

from dataclasses import replace
from pathlib import Path

import pytest

from dateline.errors import OntologyError
from dateline.language.actors import find_actors
from dateline.language.bridge import bridge
from dateline.language.quotations import find_quotations
from dateline.mentions.reports import find_reports
from dateline.model.annotated import AnnotatedArticle, Sentence, Token
from dateline.model.articles import Article, Block
from dateline.model.moments import OPEN
from dateline.ontology.languages import language_table, read_language_table

EMPTY = {"dependencies": {}, "agents": [], "tense_auxiliaries": [], "tags": [], "future": [], "conditional": [], "lemmas": {}}
STORED = Path(__file__).parent / "parses" / "fr.tsv"


def stored() -> AnnotatedArticle:
    """The stored parse as `Parser.parse` would give it: text, tokens, sentences; no times, actors or quotations yet."""
    text = ""
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    rows = [line for line in STORED.read_text(encoding="utf-8").split("\n") if not line.startswith("#")]
    for block in "\n".join(rows).strip().split("\n\n"):
        first, start = len(tokens), len(text)
        for line in block.split("\n"):
            word, lemma, pos, features, dep, head, entity, space = line.split("\t")
            begins = bool(entity) and (not tokens or tokens[-1].entity != {"PER": "PERSON", "LOC": "GPE"}.get(entity))
            label = {"PER": "PERSON", "LOC": "GPE"}.get(entity, "")
            tokens.append(
                Token(
                    len(tokens), len(text), len(text) + len(word), word, lemma.lower(), pos, features, dep, first + int(head) - 1, label,
                    begins, len(sentences), 0,
                )
            )  # fmt: skip
            text += word + " " * int(space)
        sentences.append(Sentence(first, len(tokens), start, len(text), 0))
        text += " "
    text = text.rstrip()
    article = Article("a", "a.txt", None, "", None, None, (), None, None, None, "fr", OPEN, text, (Block(0, len(text), "paragraph"),), ())
    return AnnotatedArticle(article, bridge(tokens, language_table("fr")), tuple(sentences))


@pytest.fixture(scope="module")
def tokens():
    return {t.text: t for t in stored().tokens}


def test_the_noun_hangs_on_its_preposition(tokens):
    assert (tokens["à"].dep, tokens["à"].head) == ("prep", tokens["rencontrera"].index)
    assert (tokens["Oslo"].dep, tokens["Oslo"].head) == ("pobj", tokens["à"].index)
    assert (tokens["par"].dep, tokens["rebelles"].dep) == ("agent", "pobj")


def test_the_copula_is_the_head(tokens):
    be = tokens["est"]
    assert (be.lemma, be.dep) == ("be", "ccomp")
    assert (tokens["possible"].dep, tokens["possible"].head) == ("acomp", be.index)
    assert (tokens["rencontre"].dep, tokens["rencontre"].head) == ("nsubj", be.index)


def test_the_family_name_is_the_head(tokens):
    assert (tokens["Karen"].dep, tokens["Karen"].head) == ("compound", tokens["Holm"].index)
    assert tokens["Holm"].dep == "appos"


def test_tags_lemmas_and_the_modal_of_a_tense(tokens):
    assert (tokens["déclaré"].tag, tokens["déclaré"].lemma) == ("VBN", "declare")
    assert tokens["a"].lemma == "have"
    assert (tokens["rencontrera"].lemma, tokens["rencontrera"].modal) == ("meet", "will")
    assert tokens["soldats"].tag == "NNS"


def test_events_status_and_speech_come_out_of_the_same_rules():
    annotated = stored()
    named = find_actors(annotated)
    annotated = replace(annotated, actors=named.actors, references=named.references, toponyms=named.toponyms)
    spoken = find_quotations(annotated).quotations
    assert [(q.cue, annotated.article.text[q.pieces[0].start : q.pieces[0].end]) for q in spoken] == [
        ("declare", "« La rencontre est possible »")
    ]
    reports = find_reports(annotated).reports
    text = annotated.article.text
    assert {(text[r.trigger.start : r.trigger.end], r.type, r.status) for r in reports} == {
        ("rencontrera", "CONSULT", "planned"),
        ("rencontre", "CONSULT", "possible"),
        ("tués", "ASSAULT", "held"),
    }
    (meeting,) = [r for r in reports if r.status == "planned"]
    assert meeting.place == "Oslo"
    assert {t.name: t.country for t in named.toponyms} == {"Oslo": "NOR"}


def test_the_tree_stays_a_tree():
    for sentence in (found := stored()).sentences:
        inside = found.tokens[sentence.first : sentence.last]
        assert sum(t.head == t.index for t in inside) == 1
        for token in inside:
            seen = set()
            while token.head != token.index:
                assert token.index not in seen
                seen.add(token.index)
                token = found.tokens[token.head]  # noqa: PLW2901


@pytest.mark.parametrize("broken", [[], {"lemmas": {}}, {**EMPTY, "tags": [{"pos": "X"}]}])
def test_a_broken_table_is_refused(broken):
    with pytest.raises(OntologyError, match=r"data/languages/xx\.yml"):
        read_language_table("xx", broken)


def test_a_language_without_a_table_is_named():
    with pytest.raises(OntologyError, match="adding-a-language"):
        language_table("tlh")
