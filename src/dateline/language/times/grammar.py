"""The grammar: at each place of a block the longest rule wins, the earlier rule among equals."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.language.times.clocks import CLOCKS
from dateline.language.times.dates import DATES
from dateline.language.times.draft import Draft, Found
from dateline.language.times.lengths import LENGTHS
from dateline.language.times.lexer import Lex
from dateline.language.times.nth import NTHS
from dateline.language.times.steps import STEPS
from dateline.ontology.times import TimeWords

_RULES = (*DATES, *NTHS, *STEPS, *LENGTHS, *CLOCKS)
# No expression begins with one of these; skipping them is what makes the scan fast.
_NEVER_FIRST = frozenset("x,./s-&>FflkmzgbjuZi")


def scan(pieces: Sequence[Lex], letters: str, words: TimeWords) -> Iterator[Draft]:
    """The expressions of a block from left to right, none over another."""
    at = 0
    while at < len(letters):
        draft = None if letters[at] in _NEVER_FIRST else _longest(pieces, letters, at, words)
        if draft is None:
            at += 1
        else:
            yield draft
            at = draft.last


def _longest(pieces: Sequence[Lex], letters: str, at: int, words: TimeWords) -> Draft | None:
    best: Draft | None = None
    for rule in _RULES:
        match = rule.pattern.match(letters, at)
        if match is None or match.end() <= (best.last if best else at):
            continue
        draft = rule.build(Found(match, pieces, words))
        if draft is not None:
            best = replace(draft, rule=rule.name, first=at, last=match.end())
    return best
