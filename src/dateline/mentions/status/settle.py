"""The last step: times of the clause, headlines, questions and defaults turn a state into a status."""

from typing import cast

from dateline.mentions.status.clauses import future_word, is_verb, past_word
from dateline.mentions.status.discourse import same_word_elsewhere
from dateline.mentions.status.reading import PRESENT, Context, State
from dateline.model.annotated import Token
from dateline.model.reports import Status, Tense

_DECIDED = 0.65
_DECISIVE = 0.85
_HEADLINE_WORDS = 3
_AHEAD = ("planned", "possible", "proposed", "doubtful", "postponed")


def settle(context: Context, trigger: Token, state: State, *, nominal: bool) -> tuple[Status, Tense, float, tuple[int, ...]]:
    """Status, tense, confidence and evidence."""
    status, sure, evidence = state.status, state.sure, state.evidence
    if status in (None, PRESENT, "held", "ongoing"):
        status, sure, evidence = _by_time(context, trigger, State(status, state.tense, sure, evidence, state.own), nominal=nominal)
    if (status == PRESENT or (sure < _DECIDED and status in (None, "held"))) and _is_heading(context, trigger):
        before = status
        status, evidence = _headline_word(context, trigger, status, evidence)
        sure = sure if status == before else _DECISIVE
    if status == PRESENT and nominal and not _is_heading(context, trigger):
        status = None
    if status == PRESENT:
        status, sure = _present(context, trigger), min(sure, 0.6)
    if status is None:
        found = _default(context, trigger, nominal=nominal)
        status, sure, evidence = str(found.status), found.sure, (*evidence, *found.evidence)
    if _in_question(context, trigger):
        sure *= 0.5
    return cast("Status", status), bounding_tense(status, state.tense), sure, tuple(sorted(set(evidence)) or (trigger.index,))


def _headline_word(context: Context, trigger: Token, status: str | None, evidence: tuple[int, ...]) -> tuple[str | None, tuple[int, ...]]:
    """Headlines parse badly ("Premier scraps visit"): a word with an effect just before the trigger decides."""
    first = max(context.tree.sentence(trigger).first + 1, trigger.index - _HEADLINE_WORDS)
    for word in reversed(context.tree.tokens[first : trigger.index]):
        text = word.text.lower()
        effect = next(
            (context.words.object[form] for form in (text, text.removesuffix("s"), word.lemma) if form in context.words.object), None
        )
        if effect in ("postponed", "cancelled", "possible", "doubtful", "proposed", "denied"):
            return effect, (*evidence, word.index)
        if word.pos in ("VERB", "AUX", "ADP"):
            break
    return status, evidence


def _by_time(context: Context, trigger: Token, state: State, *, nominal: bool) -> tuple[str | None, float, tuple[int, ...]]:
    """A time after the publication makes an event planned, one before it makes it held; a finite past stays past."""
    clause = _clause(context, trigger)
    after, before = _times(context, trigger, clause)
    if after is not None and (state.status in (None, PRESENT, "ongoing") or (nominal and not state.own)):
        return "planned", 0.8, (*state.evidence, after)
    if before is not None and state.status in (None, PRESENT):
        return "held", 0.8, (*state.evidence, before)
    if state.status in (None, PRESENT):
        subject = nominal and trigger.dep == "nsubj" and trigger.head == clause.index and state.tense != "past"
        word = future_word(context, trigger) or (future_word(context, clause) if subject or not nominal else None)
        if word is not None:
            return "planned", 0.7, (*state.evidence, word.index)
        word = past_word(context, trigger) or (None if nominal else past_word(context, clause))
        if word is not None:
            return "held", 0.7, (*state.evidence, word.index)
    return state.status, state.sure, state.evidence


def _clause(context: Context, token: Token) -> Token:
    """The verb of the smallest clause round the token (the token itself if it is a verb)."""
    if is_verb(token) and token.dep not in ("amod", "compound"):
        return token
    return next((a for a in context.tree.ancestors(token) if is_verb(a)), token)


def _times(context: Context, trigger: Token, clause: Token) -> tuple[int | None, int | None]:
    """Token indices of a time after the publication and of one before it, attached to the trigger or its clause."""
    published = context.annotated.article.text_day or context.annotated.article.published
    after = before = None
    for time in context.annotated.times:
        if time.kind not in ("DATE", "TIME") or context.tree.tokens[time.first].sentence != trigger.sentence:
            continue
        if not _attached(context, time.first, time.last, trigger, clause):
            continue
        when = time.when
        if when.earliest and published.latest and when.earliest > published.latest:
            after = time.first
        elif when.latest and published.earliest and when.latest < published.earliest:
            before = time.first
    return after, before


def _attached(context: Context, first: int, last: int, trigger: Token, clause: Token) -> bool:
    """Does the time hang on the trigger or on its verb, without another verb between?"""
    for index in range(first, last):
        token = context.tree.tokens[index]
        named = False
        for above in (token, *context.tree.ancestors(token)):
            if above in (trigger, clause):
                return True
            if is_verb(above) or (named and above.text.lower() in ("ahead", "before", "after", "following", "since", "until", "prior")):
                break  # "in May ahead of the 2023 session"
            named = named or (above.index not in range(first, last) and above.pos in ("NOUN", "PROPN"))
    return False


def _present(context: Context, trigger: Token) -> str:
    """A plain present: a headline's or a caption's tells what happened."""
    ahead = is_verb(trigger) and context.has("motion", trigger) and not _is_heading(context, trigger)
    return "planned" if ahead else "held"


def _is_heading(context: Context, trigger: Token) -> bool:
    return context.annotated.article.blocks[trigger.block].kind in ("title", "heading", "caption")


def _default(context: Context, trigger: Token, *, nominal: bool) -> State:
    """No cue: what the article says of it elsewhere; silence on what can be scheduled leaves it planned; else it is taken as a fact."""
    if nominal:
        found = same_word_elsewhere(context, trigger)
        calendar = context.words.has("schedulable", trigger.lemma)
        # What others plan, urge or fear of a deed elsewhere is not said of the deed told here.
        deed = context.words.has("crimes", trigger.lemma) or context.words.has("deeds", trigger.lemma)
        unsaid = (
            ("denied", "cancelled", "doubtful", "postponed", "proposed", "planned", "possible")
            if deed
            else ("denied", "cancelled", "doubtful")
        )
        if found is not None and (calendar or found.status not in unsaid):
            return found
        if calendar and _unspoken(context, trigger):
            return State("planned", "future", 0.5)
    return State("held", "past", 0.4)


def _unspoken(context: Context, trigger: Token) -> bool:
    """As in "declined to discuss the trip", "would give no details of the visit"."""
    return any(context.has("silent", above) for above in context.tree.ancestors(trigger))


def _in_question(context: Context, trigger: Token) -> bool:
    sentence = context.tree.sentence(trigger)
    last = context.tree.tokens[sentence.last - 1].text
    return last == "?" or any(t.role == "question" and t.start <= trigger.start < t.end for t in context.annotated.turns)


def bounding_tense(status: str, tense: Tense) -> Tense:
    if status == "held":
        return "past"
    if status == "ongoing":
        return "present"
    if status in _AHEAD:
        return "past" if status in ("possible", "doubtful") and tense == "past" else "future"
    return tense
