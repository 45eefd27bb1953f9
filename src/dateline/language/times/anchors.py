"""What a step counts from when it is not the text's own day: a time told before, or an event whose time was told."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from dateline.language.times.draft import Draft
from dateline.model.annotated import Token
from dateline.model.calendars import DAYS_OF, MONTHS_OF
from dateline.model.moments import Moment
from dateline.model.times import Shift, TimeExpression, locate
from dateline.model.tree import Tree

# How many blocks back a time still is what "the next day" counts from. Set on MEANTIME, where a sentence is a block.
_REACH = 4
# Any day: how long a told time is hardly depends on it.
_SOME_DAY = date(2001, 6, 15)


class Told:
    """The times told so far, by block, and the events they belong to."""

    def __init__(self, tree: Tree, anchor: Moment) -> None:
        self._tree = tree
        self._day = anchor.earliest or _SOME_DAY
        self._times: list[tuple[int, Shift]] = []
        self._events: dict[str, Shift] = {}
        self.block = 0

    def add(self, expression: TimeExpression, draft: Draft, head: Token) -> None:
        """Remembers a date with its own days; lengths and references to now are nothing to count from."""
        shift = expression.shift
        if expression.kind not in ("DATE", "TIME") or shift is None:
            return
        plain = replace(shift, side="at", part="")
        for word in _events(self._tree, head):
            self._events[word.lemma.lower()] = plain
        # "A year earlier" compares; what follows goes on from the year before it.
        if not (draft.comparing or draft.rule == "same"):
            self._times.append((self.block, plain))

    def last(self) -> Shift | None:
        """The last time told, whatever its length."""
        return self._times[-1][1] if self._times else None

    def before(self, step: Shift) -> Shift | None:
        """The last time told from which `step` can be counted: "the next day" needs a day, "two years later" does with a year."""
        longest = DAYS_OF.get(step.unit, 1) if step.unit in DAYS_OF else 31 * MONTHS_OF[step.unit]
        for block, shift in reversed(self._times):
            if self.block - block > _REACH:
                return None
            start, end = locate(shift, self._day)
            if start is None or end is None or (end - start).days < max(longest, 1):
                return shift
        return None

    def of_event(self, token: Token) -> Shift | None:
        """The time of the event that `token` names, where one was told: "two days after the strike"."""
        return self._events.get(token.lemma.lower())


def _events(tree: Tree, head: Token) -> Iterator[Token]:
    """The word whose time this is: the verb it hangs on, or the noun ("Monday's strike", "the strike on Monday")."""
    above = tree.head(head)
    if above is not None and above.pos == "ADP":
        above = tree.head(above)
    if above is None or above.pos not in ("NOUN", "VERB"):
        return
    yield above
    if above.pos == "VERB":
        # "The strike took place on Monday", "the vote was held in May".
        yield from (child for child in tree.children(above, "nsubj", "nsubjpass") if child.pos == "NOUN")
