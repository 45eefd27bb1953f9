"""Mentions without a cue take the status that the article gives the same words elsewhere; questions take that of their answers."""

from dataclasses import dataclass, replace
from functools import lru_cache

from dateline.mentions.status.reading import PRESENT, Context, State
from dateline.model.annotated import Token, Turn
from dateline.model.tree import Tree

# Mentions looked at in either direction: what stands further off is often another event of the kind.
_MENTIONS = 6
# An answer is in its first words; later it turns to other matters.
_ANSWER_LETTERS = 260
_ANSWER_SENTENCES = 5


@dataclass(frozen=True, slots=True)
class Answer:
    """What an answer makes of its question's event: a status and the tokens that say it."""

    status: str
    evidence: tuple[int, ...]


def same_word_elsewhere(context: Context, trigger: Token) -> State | None:
    """The state of the nearest mention of the same word with a cue of its own, those before the trigger first."""
    mentions = [t for t in _same_word(context, trigger) if t.index != trigger.index]
    before = [t for t in reversed(mentions) if t.index < trigger.index][:_MENTIONS]
    after = [t for t in mentions if t.index > trigger.index][:_MENTIONS]
    for mention in (*before, *after):
        state = context.read(context, mention, 0)
        if state.status not in (None, PRESENT) and state.sure >= 0.7:
            return replace(state, sure=0.5, own=False)
    return None


def _same_word(context: Context, trigger: Token) -> tuple[Token, ...]:
    return _by_stem(context.tree).get(_stem(trigger.lemma), ())


@lru_cache(maxsize=4)
def _by_stem(tree: Tree) -> dict[str, tuple[Token, ...]]:
    """Nouns and verbs of one article by stem; a tree is its own key."""
    found: dict[str, list[Token]] = {}
    for token in tree.tokens:
        if token.pos in ("NOUN", "VERB"):
            found.setdefault(_stem(token.lemma), []).append(token)
    return {stem: tuple(tokens) for stem, tokens in found.items()}


def _stem(lemma: str) -> str:
    """One stem for "meet" and "meeting", "withdraw" and "withdrawal"."""
    for ending in ("ing", "ation", "ment", "ion", "al", "ure"):
        if lemma.endswith(ending) and len(lemma) - len(ending) >= 4:
            return lemma[: -len(ending)]
    return lemma


def answer_to(context: Context, trigger: Token, asked: str) -> Answer | None:
    """What the next answer makes of the event that a question asked about with status `asked`; None where it is left open."""
    turn = answering_turn(context.annotated.turns, trigger)
    if turn is None:
        return None
    inside = [t for t in context.annotated.tokens if turn.start <= t.start < turn.end]
    if not inside:
        return None
    opening = context.tree.text[turn.start : min(turn.end, turn.start + _ANSWER_LETTERS)].lower().replace("’", "'")
    first = (inside[0].index,)
    if _holds(context, "unchanged", opening):
        return Answer("planned", first)
    told = _told(context, trigger, inside)
    if told is not None:
        return told
    if _opens(context, "no_answers", opening):
        return None
    if _opens(context, "refusals", opening):
        flipped = {
            "cancelled": "planned",
            "postponed": "planned",
            "held": "denied",
            "ongoing": "denied",
            "planned": "doubtful",
            "possible": "doubtful",
            "doubtful": "planned",
        }
        return Answer(flipped.get(asked, "denied"), first)
    if _opens(context, "affirmations", opening):
        return Answer({"possible": "planned"}.get(asked, asked), first)
    return None


def answering_turn(turns: tuple[Turn, ...], trigger: Token) -> Turn | None:
    """The answer that follows the question in which the trigger stands."""
    for number, turn in enumerate(turns):
        if turn.start <= trigger.start < turn.end:
            following = turns[number + 1] if number + 1 < len(turns) else None
            return following if turn.role == "question" and following is not None and following.role == "answer" else None
    return None


def _told(context: Context, trigger: Token, inside: list[Token]) -> Answer | None:
    """The answer's own words on the event, where it takes the question's word up."""
    last = inside[0].sentence + _ANSWER_SENTENCES
    for token in inside:
        if token.sentence >= last:
            return None
        if token.pos in ("NOUN", "VERB") and _stem(token.lemma) == _stem(trigger.lemma):
            state = context.read(context, token, 0)
            if state.status not in (None, PRESENT) and state.sure >= 0.7:
                return Answer(str(state.status), (token.index, *state.evidence))
    return None


def _opens(context: Context, name: str, text: str) -> bool:
    """Does the answer begin with one of the phrases, a filler or two left aside?"""
    words = [w.strip(".,;:!?—-") for w in text.split()]
    while (
        words
        and words[0] in ("well", "look", "so", "yeah", "uh", "um", "again", "i mean", "", "you", "know")
        and len(words) > 1
        and words[0] != "yeah"
    ):
        words = words[1:]
    start = " ".join(w for w in words if w)
    return any(start == phrase or start.startswith(phrase + " ") for phrase in context.words.lists[name])


def _holds(context: Context, name: str, text: str) -> bool:
    return any(phrase in text for phrase in context.words.lists[name])
