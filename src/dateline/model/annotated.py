"""An article after the one pass of the parser: tokens, times, actors, quotations. No parser's own types."""

from dataclasses import dataclass
from typing import Literal

from dateline.model.actors import LocalActor, Reference
from dateline.model.articles import Article
from dateline.model.places import Toponym
from dateline.model.quotations import Quotation
from dateline.model.times import TimeExpression


@dataclass(frozen=True, slots=True)
class Token:
    """One token: code points `start:end` of the article's text; `head` is a token index (its own for a sentence's root).

    `pos` is a Universal POS tag, `tag` a Penn tag, `dep` a ClearNLP label, `entity` the tagger's label or "",
    `entity_begin` True on its first token; `sentence` and `block` are indices into `AnnotatedArticle.sentences` and `Article.blocks`.
    `modal` is the English modal that a verb's form says in languages that say it so ("will" for a future tense), else "".
    """

    index: int
    start: int
    end: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    entity: str
    entity_begin: bool
    sentence: int
    block: int
    modal: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """Tokens `first:last` (last not included) and code points `start:end`."""

    first: int
    last: int
    start: int
    end: int
    block: int


@dataclass(frozen=True, slots=True)
class Turn:
    """A stretch of a transcript: the label ("MR. HOLM", "Q") at `label_start:label_end`, the words at `start:end`, in code points.

    `role` is "question" for a reporter's turn, "answer" for anybody else's.
    """

    label: str
    label_start: int
    label_end: int
    start: int
    end: int
    role: Literal["question", "answer"]


@dataclass(frozen=True, slots=True)
class AnnotatedArticle:
    """Everything that `mentions/` reads."""

    article: Article
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    turns: tuple[Turn, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    actors: tuple[LocalActor, ...] = ()
    references: tuple[Reference, ...] = ()
    toponyms: tuple[Toponym, ...] = ()
    quotations: tuple[Quotation, ...] = ()
