"""The speech of a transcript: every paragraph of a turn is its speaker's own words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dateline.language.quotations.drafts import Reading
from dateline.language.quotations.refusals import is_refusal
from dateline.model.annotated import Sentence, Turn

# Longer pieces point at nothing in particular; a paragraph over it is given in several.
_LONGEST = 600
# A transcript ends with the hour: "3:20 P.M. EST". What stands in brackets alone was not said.
_CLOSING = re.compile(r"\d{1,2}:\d\d [AP]\.?M\.?(?: [A-Z]{2,5})?|END|###|\([^()]*\)")


@dataclass(frozen=True, slots=True)
class Spoken:
    """Code points `start:end` of a turn, said in one go."""

    turn: Turn
    start: int
    end: int
    refusal: bool


def find_spoken(reading: Reading) -> Iterator[Spoken]:
    """The turns' paragraphs, long ones in pieces of whole sentences; sentences that decline to answer stand alone."""
    sentences = reading.annotated.sentences
    at = 0
    for turn in reading.annotated.turns:
        while at < len(sentences) and sentences[at].start < turn.start:
            at += 1
        here = []
        while at < len(sentences) and sentences[at].start < turn.end:
            here.append(sentences[at])
            at += 1
        yield from _pieces(reading, turn, here)


def _pieces(reading: Reading, turn: Turn, sentences: list[Sentence]) -> Iterator[Spoken]:
    held: list[Sentence] = []
    for sentence in sentences:
        if _CLOSING.fullmatch(reading.text[sentence.start : sentence.end]):
            continue
        refusal = turn.role == "answer" and is_refusal(reading, sentence.start, sentence.end)
        full = held and (sentence.block != held[0].block or sentence.end - held[0].start > _LONGEST)
        if held and (full or refusal):
            yield Spoken(turn, held[0].start, held[-1].end, refusal=False)
            held = []
        if refusal:
            yield Spoken(turn, sentence.start, sentence.end, refusal=True)
        else:
            held.append(sentence)
    if held:
        yield Spoken(turn, held[0].start, held[-1].end, refusal=False)
