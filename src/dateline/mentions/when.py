"""When an event was: the time expression of its clause, or bounds from the tense."""

from dateline.mentions.triggers import Trigger
from dateline.model.annotated import AnnotatedArticle, Token
from dateline.model.moments import OPEN, Moment
from dateline.model.reports import Status, Tense
from dateline.model.times import TimeExpression
from dateline.model.tree import Tree
from dateline.ontology.event_types import EventTypes

NOT_YET: tuple[Status, ...] = ("planned", "proposed", "possible", "doubtful", "postponed", "cancelled")
# A clause that begins so tells of another time than the one it hangs on: "may meet before they attend the summit in July".
_APART = frozenset({"before", "after", "until", "till", "since", "once", "if", "unless", "because", "although", "though"})
_ANOTHER = frozenset({"one", "ones", "that", "those"})  # as in "after the one of May 3": the day of another event
_FAR = 1000
_LONG = 92  # days: a longer stretch on a noun is the noun's own


class TimeReader:
    """Attaches an article's time expressions to triggers."""

    __slots__ = ("_by_sentence", "_today", "_told", "_tree")

    def __init__(self, tree: Tree, annotated: AnnotatedArticle, types: EventTypes) -> None:
        self._tree = tree
        self._told = types.reporting_verbs
        self._today = annotated.article.text_day or annotated.article.published
        self._by_sentence: dict[int, list[tuple[TimeExpression, Token]]] = {}
        for time in annotated.times:
            if time.kind in ("DATE", "TIME") and (time.shift is not None or time.when.earliest or time.when.latest):
                anchor = self._anchor(time)
                before = tree.head(anchor)
                if before is not None and anchor.dep == "pobj" and before.lemma == "since":  # the start of a stretch, no day of one event
                    continue
                self._by_sentence.setdefault(anchor.sentence, []).append((time, anchor))

    def time_of(self, trigger: Trigger, triggers: frozenset[int], *, ahead: bool) -> TimeExpression | None:
        """The expression that says when, nearest in the tree; `triggers` are the indices of all triggers, which claim what is theirs.

        Where the event lies `ahead` or was called off, a past day on a governing verb is the day of the announcement, not of the event.
        """
        clauses = self._clauses(trigger)
        ranked = []
        for time, anchor in self._by_sentence.get(trigger.token.sentence, []):
            rank = self._rank(clauses, time, anchor, triggers)
            if rank is not None and not (ahead and rank > 0 and self._past(time)):
                ranked.append((rank, abs(anchor.index - trigger.token.index), time.first, time))
        return min(ranked, key=lambda r: r[:3])[3] if ranked else None

    def _past(self, time: TimeExpression) -> bool:
        """Not after the day the text speaks from, or said to be past where that day is not known."""
        if time.when.latest and self._today.latest:
            return time.when.latest <= self._today.latest
        return time.shift is not None and time.shift.direction in ("past", "before")

    def _anchor(self, time: TimeExpression) -> Token:
        """The token of the expression that hangs on something outside it."""
        inside = [self._tree.tokens[i] for i in range(time.first, min(time.last, len(self._tree.tokens)))]
        return next((t for t in inside if t.head == t.index or not time.first <= t.head < time.last), inside[0])

    def _clauses(self, trigger: Trigger) -> dict[int, int]:
        """Verbs whose times are the trigger's too, with their distance: what governs it through support, control and raising."""
        found = {trigger.token.index: 0}
        token: Token | None = trigger.token
        distance = 0
        while token is not None:
            above = self._tree.head(token)
            if above is None or (token.pos in ("VERB", "AUX") and token.dep in ("ccomp", "relcl", "advcl", "conj", "parataxis")):
                break
            distance += 1
            if above.pos in ("VERB", "AUX") and above.lemma in self._told and token.dep not in ("xcomp", "nsubj", "nsubjpass"):
                break
            found[above.index] = distance
            token = above
        return found

    def _rank(self, clauses: dict[int, int], time: TimeExpression, anchor: Token, triggers: frozenset[int]) -> int | None:
        """How far the expression hangs from the trigger: 0 below it, more for governing verbs; None where it belongs to something else."""
        step, below = 0, anchor
        for above in self._tree.ancestors(anchor):
            if above.index in clauses:
                return clauses[above.index] + step
            if above.index in triggers or above.text.lower() in _ANOTHER:
                return None
            if above.pos in ("NOUN", "PROPN"):
                if not self._loose(time, below):
                    return None
                step += 1
            if above.pos in ("VERB", "AUX"):
                step += 4
                if above.lemma in self._told and self._tree.children(above, "ccomp"):
                    return None
                if above.dep == "advcl" and any(m.lemma in _APART for m in self._tree.children(above, "mark", "advmod")):
                    return None
                if above.dep in ("relcl", "advcl", "acl"):
                    step += 4
            below = above
        return None

    def _loose(self, time: TimeExpression, below: Token) -> bool:
        """Can the expression on a noun be the clause's? "met in May" can, "last year's prices" and "prices in 2007" can't."""
        if below.dep not in ("prep", "npadvmod", "advmod"):
            return below.dep in ("pobj", "appos") and below.index >= time.first
        return below.lemma not in ("of", "for") and (time.when.days or _FAR) <= _LONG


def bounds(status: Status, tense: Tense, today: Moment) -> Moment:
    """What tense and status say of the time where nothing else does: held is not after the day of writing, planned is not before it."""
    if status == "held" or (tense == "past" and status in ("ongoing", "denied")):
        return Moment(None, today.latest, "tense") if today.latest else OPEN
    if status == "ongoing":
        return Moment(today.earliest, today.latest, "tense") if today.known else OPEN
    if status in ("planned", "possible", "proposed", "doubtful") and tense != "past":
        return Moment(today.earliest, None, "tense") if today.earliest else OPEN
    return OPEN
