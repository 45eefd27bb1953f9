"""All time expressions of an article: words to drafts, drafts to resolved expressions."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from dateline.language.times.draft import Draft
from dateline.language.times.grammar import scan
from dateline.language.times.guards import is_time
from dateline.language.times.joining import join
from dateline.language.times.lexer import Lex, lex_blocks
from dateline.language.times.tense import way
from dateline.language.times.values import timex_value
from dateline.model.annotated import AnnotatedArticle, Token
from dateline.model.evidence import Span
from dateline.model.moments import Moment
from dateline.model.times import Direction, Shift, Side, TimeExpression, resolve
from dateline.model.tree import Tree
from dateline.ontology.times import TimeWords, time_words

# Days that a date may lie on the wrong side of its tense: back after "will", ahead after "was". Set on TempEval-3's training half.
_GRACE_BACK, _GRACE_AHEAD = 14, 60


def find_times(annotated: AnnotatedArticle) -> tuple[TimeExpression, ...]:
    """The time expressions of `annotated` in the order of the text, after TimeML's TIMEX3.

    `when` is seen from the day the text speaks from: `article.text_day`, else `article.published`. Where that is an interval or
    open, `when` is what remains certain.
    """
    if not annotated.tokens:
        return ()
    return _Finder(annotated).find()


@dataclass(frozen=True, slots=True)
class _Placed:
    """A draft with its tokens; `head` is the one that the rest of the sentence governs."""

    draft: Draft
    start: int
    end: int
    first: int
    last: int
    head: Token
    preposition: str


class _Finder:
    def __init__(self, annotated: AnnotatedArticle) -> None:
        self._article = annotated.article
        self._tree = Tree(annotated)
        self._starts = [token.start for token in annotated.tokens]
        self._words = time_words(annotated.article.language)
        self._anchor: Moment = annotated.article.text_day or annotated.article.published

    def find(self) -> tuple[TimeExpression, ...]:
        found: list[TimeExpression] = []
        for pieces, letters in lex_blocks(self._article):
            told = _last_day(found)
            drafts = join(list(scan(pieces, letters, self._words)), pieces, letters, self._words)
            for draft in drafts:
                placed = self._place(draft, pieces)
                if placed is None or not is_time(draft, pieces, placed.head, self._tree, self._words):
                    continue
                expression = self._resolved(placed, told)
                # "A year earlier" compares; what follows goes on from the year before it.
                compared = draft.rule == "moved" and draft.shift is not None and draft.shift.unit == "year"
                told = told if compared else _as_told(expression) or told
                found.append(expression)
        return tuple(found)

    def _place(self, draft: Draft, pieces: Sequence[Lex]) -> _Placed | None:
        """None where no token lies under the words (a speaker's label)."""
        start, end = pieces[draft.first].start, pieces[draft.last - 1].end
        tokens = self._tree.tokens
        first = bisect_right(self._starts, start) - 1
        last = bisect_right(self._starts, end - 1)
        if first < 0 or tokens[first].end <= start:
            return None
        inside = tokens[first:last]
        head = next((t for t in inside if t.head == t.index or not first <= t.head < last), inside[0])
        before = pieces[draft.first - 1].text if draft.first else ""
        preposition = before if head.dep in ("pobj", "pcomp", "npadvmod", "dep", "ROOT", "nummod", "prep", "nmod", "appos") else ""
        return _Placed(draft, start, end, first, last, head, preposition)

    def _resolved(self, placed: _Placed, told: Shift | None) -> TimeExpression:
        draft = placed.draft
        shift = self._anchored(placed, told)
        value = draft.value
        if value is None and shift is not None:
            value = timex_value(shift, self._anchor)
            value = value and value + draft.suffix
        expression = TimeExpression(
            first=placed.first,
            last=placed.last,
            span=Span(self._article.id, placed.start, placed.end),
            kind=draft.kind,
            value=value,
            relative=shift is not None and not shift.absolute,
            shift=shift,
        )
        return replace(expression, when=resolve(expression, self._anchor)) if shift else expression

    def _anchored(self, placed: _Placed, told: Shift | None) -> Shift | None:
        """The draft's shift with the direction that the verb gives, its base, and the side that its preposition names."""
        shift = placed.draft.shift
        if shift is None or placed.draft.event:
            return None
        if placed.draft.rule == "length" and not self._ahead(placed):
            return None
        if placed.draft.by_tense:
            direction = self._direction(shift, placed)
            # A day of a month may lie a little on the wrong side of the tense: "the dividend was payable Dec. 1", said in November.
            if shift.direction == "nearest" and direction in ("past", "future"):
                shift = replace(shift, base=Shift(amount=_GRACE_AHEAD if direction == "past" else -_GRACE_BACK))
            shift = replace(shift, direction=direction)
        if placed.draft.told:
            if told is None:
                # Nothing was told before, so the text's own day is not the anchor either ("the next day", in a first line).
                return None
            shift = _from_told(shift, told)
        elif placed.draft.rule == "moved" and shift.unit == "year" and told is not None and told.unit == "quarter":
            # A report on a quarter compares it with the same quarter "a year ago".
            shift = _from_told(shift, told)
        side = self._side(placed.preposition) if shift.side == "at" and shift.until is None else "at"
        return replace(shift, side=side) if side != "at" else shift

    def _ahead(self, placed: _Placed) -> bool:
        """Is a length the time until something: "will decide in two weeks"?"""
        if placed.preposition not in self._words.ahead_prepositions:
            return False
        # "The worst storm in a century" hangs on a noun and looks back.
        preposition = self._tree.head(placed.head)
        verb = self._tree.head(preposition) if preposition else None
        return verb is not None and verb.pos in ("VERB", "AUX") and way(self._tree, placed.head, self._words) == "future"

    def _direction(self, shift: Shift, placed: _Placed) -> Direction:
        if placed.preposition in self._words.since:
            return "past"
        tense = way(self._tree, placed.head, self._words)
        if tense == "unknown":
            return shift.direction
        # "The November vote" lies on the side that is nearer, whatever the verb says.
        of_noun = shift.month is not None and shift.day is None and placed.head.dep in ("compound", "nmod", "amod", "poss")
        if tense == "near" or (of_noun and tense == "past"):
            return "nearest"
        # A quarter is reported once it is over, whatever is planned "for the third quarter".
        if shift.unit == "quarter" and placed.preposition in self._words.planning_prepositions:
            return "past"
        if tense == "future" or shift.direction != "future":
            return tense
        return "past"

    def _side(self, preposition: str) -> Side:
        words: TimeWords = self._words
        if preposition in words.since:
            return "since"
        if preposition in words.before:
            return "before"
        return "until" if preposition in words.until else "at"


def _from_told(shift: Shift, told: Shift) -> Shift:
    """Such as "A year earlier" is the same quarter, month or day of the year before; all other steps count from what was told."""
    if shift.unit == "year" and shift.direction == "none" and shift.side == "at" and shift.amount:
        if told.year is not None:
            return replace(told, year=told.year + shift.amount)
        return replace(told, base=Shift(unit="year", amount=shift.amount, exact=True, base=told.base))
    return replace(shift, base=told)


def _as_told(expression: TimeExpression) -> Shift | None:
    """What a later "the next day" would count from: a date with its own days, not a length and not a reference to now."""
    shift = expression.shift
    if expression.kind not in ("DATE", "TIME") or shift is None:
        return None
    return replace(shift, side="at", part="")


def _last_day(found: Sequence[TimeExpression]) -> Shift | None:
    """The last time told before this block; one block back is far enough for "two days later"."""
    return _as_told(found[-1]) if found else None
