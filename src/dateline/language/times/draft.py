"""What a rule of the grammar makes of the words it matched, before the sentence has its say on tense and on what was told before."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dateline.language.times.lexer import Lex, Value
from dateline.model.calendars import Unit
from dateline.model.times import Part, Shift, TimeKind
from dateline.ontology.times import TimeWords


@dataclass(frozen=True, slots=True)
class Draft:
    """An expression that is being read.

    `value` is a fixed TIMEX3 value (a length, a reference); else it is made from `shift`, and `suffix` put behind it ("TMO", "T10:30").
    `by_tense`: the direction follows the verb. `told`: the anchor is the time told before. `event`: the anchor is an event. `comparing`:
    where a quarter was told, the same quarter that far away. `doubtful`: it could be read otherwise. `ends`: the pieces of the two ends
    of a range that is written out. `rule` names the rule; first and last-plus-one piece of the block are set by the scanner.
    """

    kind: TimeKind
    shift: Shift | None = None
    value: str | None = None
    suffix: str = ""
    by_tense: bool = False
    told: bool = False
    event: bool = False
    comparing: bool = False
    doubtful: bool = False
    rule: str = ""
    first: int = 0
    last: int = 0
    ends: tuple[tuple[int, int], ...] = ()


class Found:
    """A match over letters, with the pieces behind it."""

    __slots__ = ("_match", "pieces", "words")

    def __init__(self, match: re.Match[str], pieces: Sequence[Lex], words: TimeWords) -> None:
        self._match = match
        self.pieces = pieces
        self.words = words

    def group(self, name: str) -> list[Lex]:
        """The pieces of a named group; empty where it took no part."""
        first, last = self._match.span(name) if name in self._match.re.groupindex else (-1, -1)
        return list(self.pieces[first:last]) if first >= 0 else []

    def has(self, name: str) -> bool:
        return bool(self.group(name))

    def value(self, name: str) -> Value:
        """The value of the group's last piece."""
        pieces = self.group(name)
        return pieces[-1].value if pieces else None

    def number(self, name: str) -> int | None:
        """The value as a whole number, None where the group took no part."""
        value = self.value(name)
        return int(value) if isinstance(value, int | float) else None

    def letter(self, name: str) -> str:
        pieces = self.group(name)
        return pieces[-1].letter if pieces else ""

    def text(self, name: str) -> str:
        pieces = self.group(name)
        return pieces[-1].text if pieces else ""

    def halves(self, letter: str) -> tuple[tuple[int, int], ...]:
        """Where the pieces on both sides of the first `letter` stand in the block; empty where the match has none."""
        start, end = self._match.span()
        at = next((n for n in range(start, end) if self.pieces[n].letter == letter), None)
        return ((start, at), (at + 1, end)) if at is not None else ()

    def text_after(self) -> str:
        """The word behind the match, "" at the block's end."""
        end = self._match.end()
        return self.pieces[end].text if end < len(self.pieces) else ""

    def text_before(self) -> str:
        start = self._match.start()
        return self.pieces[start - 1].text if start else ""

    def part(self) -> Part:
        """Which part of the named time is meant: the group "part"."""
        parts: tuple[tuple[frozenset[str], Part], ...] = (
            (self.words.early, "early"), (self.words.mid, "mid"), (self.words.late, "late"),
            (self.words.start, "start"), (self.words.end, "end"),
        )  # fmt: skip
        for piece in self.group("part"):
            for words, part in parts:
                if piece.letter in "Ee" and piece.text in words:
                    return part
        return ""

    def unit(self, name: str = "unit") -> tuple[Unit, int]:
        """The unit and how many of it one makes: a fortnight is two weeks."""
        return unit_of(self.group(name)[-1])


def unit_of(piece: Lex) -> tuple[Unit, int]:
    """The unit of `piece` and how many of it one makes."""
    if piece.value == "fortnight":
        return "week", 2
    for unit in _UNITS:
        if unit == piece.value:
            return unit, 1
    message = f"{piece.value!r} is no unit of time"
    raise ValueError(message)


_UNITS: tuple[Unit, ...] = (
    "second",
    "minute",
    "hour",
    "day",
    "weekend",
    "week",
    "month",
    "quarter",
    "half",
    "season",
    "year",
    "decade",
    "century",
)
Build = Callable[[Found], Draft | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """Letters, and what to make of them. `build` returns None where the words turn out to be no time."""

    name: str
    pattern: re.Pattern[str]
    build: Build


def rule(name: str, pattern: str, build: Build) -> Rule:
    return Rule(name, re.compile(pattern), build)


def count(pieces: Sequence[Lex]) -> float | None:
    """The number that the pieces spell ("two", "twenty-five", "1.5 million", "a hundred and ten"); None for "several"."""
    total, current = 0.0, 0.0
    for piece in pieces:
        if piece.letter == "q":
            return None
        if piece.letter == "a":
            current += 1
        elif piece.letter == "h" and isinstance(piece.value, int | float):
            current = max(current, 1) * piece.value
            if piece.value >= 1000:
                total, current = total + current, 0
        elif isinstance(piece.value, int | float):
            current += piece.value
        elif piece.value == "half":
            # "Two and a half": the article before it has counted one.
            current -= 0.5
    return total + current
