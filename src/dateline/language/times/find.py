"""All time expressions of an article: words to drafts, drafts to resolved expressions."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from dateline.language.times.agreeing import agree
from dateline.language.times.anchors import Told
from dateline.language.times.draft import Draft
from dateline.language.times.grammar import scan
from dateline.language.times.guards import is_time
from dateline.language.times.joining import join, rebased
from dateline.language.times.lexer import Lex, lex_blocks
from dateline.language.times.tense import way
from dateline.language.times.values import timex_value
from dateline.model.annotated import AnnotatedArticle, Token
from dateline.model.evidence import Span
from dateline.model.moments import Moment
from dateline.model.times import Direction, Shift, Side, TimeExpression, TimeKind, resolve
from dateline.model.tree import Tree
from dateline.ontology.times import TimeWords, time_words

# Days that a date may lie on the wrong side of its tense: back after "will", ahead after "was". Set on TempEval-3's training half.
_GRACE_BACK, _GRACE_AHEAD, _GRACE_MONTH = 14, 60, 31


def find_times(annotated: AnnotatedArticle) -> tuple[TimeExpression, ...]:
    """The time expressions of `annotated` in the order of the text, after TimeML's TIMEX3.

    `when` is seen from the day the text speaks from: `article.text_day`, else `article.published`. Where that is an interval or
    open, `when` is what remains certain.
    """
    if not annotated.tokens:
        return ()
    anchor = annotated.article.text_day or annotated.article.published
    return agree(_Finder(annotated).find(), annotated, anchor)


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
    before: str = ""


class _Finder:
    def __init__(self, annotated: AnnotatedArticle) -> None:
        self._article = annotated.article
        self._tree = Tree(annotated)
        self._starts = [token.start for token in annotated.tokens]
        self._words = time_words(annotated.article.language)
        self._anchor: Moment = annotated.article.text_day or annotated.article.published
        self._told = Told(self._tree, self._anchor)

    def find(self) -> tuple[TimeExpression, ...]:
        found: list[TimeExpression] = []
        for block, (pieces, letters) in enumerate(lex_blocks(self._article)):
            self._told.block = block
            for draft in join(list(scan(pieces, letters, self._words)), pieces, letters, self._words):
                placed = self._place(draft, pieces)
                if placed is None or not is_time(draft, pieces, placed.head, self._tree, self._words):
                    continue
                expression = self._resolved(placed, pieces)
                self._told.add(expression, draft, placed.head)
                found.append(expression)
        return tuple(found)

    def _place(self, draft: Draft, pieces: Sequence[Lex]) -> _Placed | None:
        """None where no token lies under the words (a speaker's label)."""
        start, end = pieces[draft.first].start, pieces[draft.last - 1].end
        tokens = self._tree.tokens
        # "The third-quarter loss", "a year-earlier loss": the article belongs to the noun.
        if pieces[draft.first].letter in "ta" and draft.last - draft.first > 1 and self._modifies(start, end):
            start = pieces[draft.first + 1].start
        first = bisect_right(self._starts, start) - 1
        last = bisect_right(self._starts, end - 1)
        if first < 0 or tokens[first].end <= start:
            return None
        inside = tokens[first:last]
        head = next((t for t in inside if t.head == t.index or not first <= t.head < last), inside[0])
        before = pieces[draft.first - 1].text if draft.first else ""
        preposition = before if head.dep in ("pobj", "pcomp", "npadvmod", "dep", "ROOT", "nummod", "prep", "nmod", "appos") else ""
        return _Placed(draft, start, end, first, last, head, preposition, before)

    def _modifies(self, start: int, end: int) -> bool:
        """Do the words between `start` and `end` stand before a noun that governs them?"""
        tokens = self._tree.tokens
        last = bisect_right(self._starts, end - 1)
        inside = tokens[bisect_right(self._starts, start) : last]
        heads = [t for t in inside if t.dep in ("compound", "nmod", "amod", "nummod") and t.head >= last]
        return any(tokens[t.head].pos in ("NOUN", "PROPN") for t in heads)

    def _resolved(self, placed: _Placed, pieces: Sequence[Lex]) -> TimeExpression:
        draft = placed.draft
        shift = self._anchored(placed, pieces)
        value = draft.value
        if draft.rule == "length" and self._some_day(placed, pieces):
            by_aux = pieces[draft.first - 1].text in self._words.future_auxiliaries if draft.first else False
            ahead = by_aux or way(self._tree, placed.head, self._words) == "future"
            draft, shift, value = replace(draft, kind="DATE"), None, "FUTURE_REF" if ahead else "PAST_REF"
        if value is None and shift is not None:
            value = timex_value(shift, self._anchor)
            value = value and value + draft.suffix
        expression = self._expression(placed.first, placed.last, (placed.start, placed.end), draft.kind, shift, value)
        expression = replace(expression, confidence=self._confidence(draft))
        return replace(expression, ends=self._ends(draft, shift, pieces)) if draft.ends and shift else expression

    def _confidence(self, draft: Draft) -> float:
        known = self._words.confidence
        told = known["told"] if draft.told else 1.0
        doubtful = known["doubtful"] if draft.doubtful else 1.0
        return min(known.get(draft.rule, known["other"]), told, doubtful)

    def _some_day(self, placed: _Placed, pieces: Sequence[Lex]) -> bool:
        """Such as "he will one day return": no count of days."""
        inside = pieces[placed.draft.first : placed.draft.last]
        one = len(inside) == 2 and inside[0].letter == "w" and inside[0].value == 1 and inside[1].value == "day"
        if one and placed.draft.first and pieces[placed.draft.first - 1].text in self._words.future_auxiliaries:
            return True
        verb = self._tree.head(placed.head)
        return one and placed.head.dep == "npadvmod" and verb is not None and verb.pos in ("VERB", "AUX") and verb.index > placed.head.index

    def _expression(
        self, first: int, last: int, at: tuple[int, int], kind: TimeKind, shift: Shift | None, value: str | None
    ) -> TimeExpression:
        relative = shift is not None and not shift.absolute
        expression = TimeExpression(first, last, Span(self._article.id, *at), kind, value, relative=relative, shift=shift)
        return replace(expression, when=resolve(expression, self._anchor)) if shift else expression

    def _ends(self, draft: Draft, shift: Shift, pieces: Sequence[Lex]) -> tuple[TimeExpression, ...]:
        """The two dates of a range. The second counts from the first unless it has its own year."""
        start, end = replace(shift, until=None), shift.until
        if end is None:
            return ()
        shifts = (start, end if end.year is not None else replace(end, base=start))
        found = []
        for (first, last), one in zip(draft.ends, shifts, strict=True):
            at = pieces[first].start, pieces[last - 1].end
            tokens = bisect_right(self._starts, at[0]) - 1, bisect_right(self._starts, at[1] - 1)
            found.append(self._expression(*tokens, at, "DATE", one, timex_value(one, self._anchor)))
        return tuple(found)

    def _anchored(self, placed: _Placed, pieces: Sequence[Lex]) -> Shift | None:
        """The draft's shift with the direction that the verb gives, its base, and the side that its preposition names."""
        shift = placed.draft.shift
        if shift is None:
            return None
        if placed.draft.event:
            return self._from_event(shift, placed, pieces)
        if placed.draft.rule == "length":
            return self._length_ahead(shift, placed)
        if placed.draft.by_tense:
            direction = self._direction(shift, placed)
            # A day of a month may lie a little on the wrong side of the tense: "the dividend was payable Dec. 1", said in November.
            if shift.direction == "nearest" and direction in ("past", "future"):
                shift = replace(shift, base=Shift(amount=_GRACE_AHEAD if direction == "past" else -_GRACE_BACK))
            elif direction == "past" and shift.month and placed.draft.rule == "month" and not _which(placed, pieces):
                # "The visit in September", in a sentence of the past of late August.
                shift = replace(shift, base=Shift(amount=_GRACE_MONTH))
            shift = replace(shift, direction=direction)
        if placed.draft.told:
            based = self._from_told(shift, placed.draft)
            if based is None:
                return None
            shift = based
        elif placed.draft.comparing and (told := self._told.last()) is not None and told.unit == "quarter":
            # A report on a quarter compares it with the same quarter "a year ago".
            shift = _moved_from(Shift(unit="year", amount=-1), told)
        side = self._side_of(placed) if shift.side == "at" and shift.until is None else "at"
        return replace(shift, side=side) if side != "at" else shift

    def _from_event(self, shift: Shift, placed: _Placed, pieces: Sequence[Lex]) -> Shift | None:
        """Such as "two days after the strike": counted from the strike's own day, where one was told."""
        behind = pieces[placed.draft.last - 1].end
        preposition = next((t for t in self._tree.tokens[placed.last : placed.last + 2] if t.start >= behind), None)
        noun = self._tree.child(preposition, "pobj", "nsubj") if preposition is not None else None
        base = self._told.of_event(noun) if noun is not None else None
        return rebased(shift, base) if base is not None else None

    def _from_told(self, shift: Shift, draft: Draft) -> Shift | None:
        """Counted from the time told before. Where none was told the text's own day is not the anchor either."""
        told = self._told.before(shift)
        if told is None:
            return shift if draft.rule == "the day" else None
        return rebased(shift, told) if draft.rule == "step" else _moved_from(shift, told)

    def _length_ahead(self, shift: Shift, placed: _Placed) -> Shift | None:
        """Such as "in two weeks", about then, or "within two weeks", at any time until then."""
        if not self._ahead(placed):
            return None
        return replace(shift, side="at") if placed.preposition in self._words.ahead else shift

    def _ahead(self, placed: _Placed) -> bool:
        """Is a length the time until something: "will decide in two weeks"?"""
        if placed.preposition not in self._words.ahead_prepositions:
            return False
        # "The worst storm in a century" hangs on a noun and looks back.
        preposition = self._tree.head(placed.head)
        verb = self._tree.head(preposition) if preposition else None
        if verb is not None and verb.dep == "dobj" and verb.pos == "NOUN":
            # "Will hold talks in two weeks" hangs on the talks.
            verb = self._tree.head(verb)
        return verb is not None and verb.pos in ("VERB", "AUX") and way(self._tree, placed.head, self._words) == "future"

    def _direction(self, shift: Shift, placed: _Placed) -> Direction:
        if placed.preposition in self._words.since:
            return "past"
        effective = placed.before in self._words.effective
        tense = "future" if effective else way(self._tree, placed.head, self._words)
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

    def _side_of(self, placed: _Placed) -> Side:
        within = placed.draft.rule == "moved" and placed.before in self._words.within and not placed.draft.told
        side: Side = "through" if within else self._side(placed.preposition)
        # What happened shortly after noon on Monday, or before 6 a.m., happened on that day.
        return "at" if side in ("after", "before") and placed.draft.suffix else side

    def _side(self, preposition: str) -> Side:
        words: TimeWords = self._words
        if preposition in words.since:
            return "since"
        if preposition in words.before:
            return "before"
        if preposition in words.after:
            return "after"
        return "until" if preposition in words.until else "at"


def _which(placed: _Placed, pieces: Sequence[Lex]) -> bool:
    return any(piece.letter in "LNHJ" for piece in pieces[placed.draft.first : placed.draft.last])


def _moved_from(shift: Shift, told: Shift) -> Shift:
    """Such as "a year earlier": the same quarter, month or day of the year before; all other steps count from what was told."""
    if shift.unit == "year" and shift.direction == "none" and shift.side == "at" and shift.amount:
        if told.year is not None:
            return replace(told, year=told.year + shift.amount)
        return replace(told, base=Shift(unit="year", amount=shift.amount, exact=True, base=told.base))
    return rebased(shift, told)
