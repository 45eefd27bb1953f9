"""Who is quoted as saying what, in one article."""

from dataclasses import dataclass
from typing import Literal

from dateline.model.evidence import Span
from dateline.model.moments import OPEN, Moment

QuotationKind = Literal["direct", "indirect", "mixed", "no answer"]


@dataclass(frozen=True, slots=True)
class Quotation:
    """Speech: the content, in one or more pieces; who speaks; the cue ("said"); who carried it.

    `speaker` is the id of a `LocalActor` (an unnamed source is an actor of kind "unnamed"), None where it was left open. `speaker_span` are
    the words that name the speaker where the speech is ("he"). `cue` is the cue's lemma or "" (a speaker's label in a transcript).
    `channel` is who carried it ("TASS", "state television", "tweet", "press conference"), as stated. `said` is when it was said.
    `addressee` is who was told ("reporters", "parliament"), as stated.
    """

    kind: QuotationKind
    pieces: tuple[Span, ...]
    speaker: str | None
    speaker_span: Span | None
    cue: str
    cue_span: Span | None
    channel: str | None = None
    said: Moment = OPEN
    addressee: str | None = None
