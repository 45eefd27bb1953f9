"""Speech as it is being found: token ranges, before speakers are known as actors."""

from collections.abc import Iterable
from dataclasses import dataclass

from dateline.language.quotations.marks import Quoted, quoted_stretches
from dateline.model.annotated import AnnotatedArticle, Token
from dateline.model.tree import Tree
from dateline.ontology.speech import Speech

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Phrase:
    """Tokens `first:last` (last not included) and their head."""

    first: int
    last: int
    head: int


@dataclass(frozen=True, slots=True)
class Draft:
    """One speech. `content` are token ranges; `cue` a token index, None without a cue; `lemma` the cue's; `kind` the cue's kind.

    `frame` is how the content stands beside the cue, "" where no frame was read.
    `refusal` is True where nothing is said; `passive` where a passive cue leaves the speaker unsaid ("it was reported that").
    """

    content: tuple[Range, ...]
    cue: int | None
    lemma: str
    speaker: Phrase | None
    kind: str = "speech"
    direct: bool = False
    refusal: bool = False
    passive: bool = False
    frame: str = ""


class Reading:
    """An article as the finders read it: its tree, its quoted stretches as token ranges, and which tokens are quoted."""

    def __init__(self, annotated: AnnotatedArticle, speech: Speech) -> None:
        self.annotated = annotated
        self.tree = Tree(annotated)
        self.tokens = annotated.tokens
        self.text = annotated.article.text
        self.speech = speech
        self.nouns = {*speech.nouns, *speech.vows, *speech.views}
        in_turn = [(turn.start, turn.end) for turn in annotated.turns]
        marks = quoted_stretches(self.text, annotated.article.blocks)
        self.quotes: list[tuple[Quoted, Range]] = []
        for quoted in marks:
            tokens = self._tokens_in(quoted.start, quoted.end)
            if tokens and not any(start <= quoted.start < end for start, end in in_turn):
                self.quotes.append((quoted, tokens))
        self.quoted: dict[int, int] = {i: n for n, (_, (first, last)) in enumerate(self.quotes) for i in range(first, last)}
        self.in_turn = frozenset(t.index for t in self.tokens if any(start <= t.start < end for start, end in in_turn))

    def _tokens_in(self, start: int, end: int) -> Range | None:
        inside = self.between(start, end)
        return inside if inside[0] < inside[1] else None

    def between(self, start: int, end: int) -> Range:
        """The tokens that begin in code points `start:end`."""
        return self._first_from(start), self._first_from(end)

    def _first_from(self, place: int) -> int:
        low, high = 0, len(self.tokens)
        while low < high:
            middle = (low + high) // 2
            if self.tokens[middle].start < place:
                low = middle + 1
            else:
                high = middle
        return low

    def trimmed(self, first: int, last: int) -> Range:
        """The range without punctuation at its ends; quotation marks, brackets and full stops inside marks stay."""
        while first < last and self.tokens[first].text in _EDGE:
            first += 1
        while last > first and self.tokens[last - 1].text in _EDGE:
            last -= 1
        return first, last


_EDGE = frozenset([",", ";", ":", ".", "-", "–", "—", "--", "..."])


def runs(indices: Iterable[int]) -> list[Range]:
    """Sorted token indices as contiguous ranges."""
    found: list[Range] = []
    for index in sorted(set(indices)):
        if found and found[-1][1] == index:
            found[-1] = (found[-1][0], index + 1)
        else:
            found.append((index, index + 1))
    return found


def is_verb(token: Token) -> bool:
    return token.tag.startswith("VB")
