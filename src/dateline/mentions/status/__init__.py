"""The status of an event mention: held, planned, possible, doubtful, postponed, cancelled, denied, proposed or ongoing.

The walk starts at the trigger and goes up through what governs it. Each governing word has an effect (`data/status/`); its own state,
read in the same way, and the effect give the state of what stands below. Finite clauses are borders: a relative or adverbial clause
has its own tense. The idea of composing along the governing words is that of Nairn, Condoravdi and Karttunen (2006) and TruthTeller
(Lotan et al. 2013).
"""

from dataclasses import dataclass, replace
from typing import cast

from dateline.mentions.status.clauses import is_verb
from dateline.mentions.status.discourse import answer_to
from dateline.mentions.status.nouns import read_noun
from dateline.mentions.status.reading import NOTHING, Context, State
from dateline.mentions.status.settle import bounding_tense, settle
from dateline.mentions.status.verbs import read_verb
from dateline.model.annotated import AnnotatedArticle, Token
from dateline.model.reports import Status, Tense
from dateline.model.tree import Tree
from dateline.ontology.status import load_status_words

# Words govern words; a chain of more than this is a parse gone wrong.
_DEEPEST = 12
# What a reporter states before the question ("The king cancelled his trip. Is it fair to say ...?") is not what is asked.
_STATED = ("cancelled", "postponed", "held", "denied")


@dataclass(frozen=True, slots=True)
class StatusReading:
    """A status, the tense that bounds its time, a confidence between 0 and 1, and the indices of the tokens that decided."""

    status: Status
    tense: Tense
    confidence: float
    evidence: tuple[int, ...]


def read_status(tree: Tree, annotated: AnnotatedArticle, trigger: Token, *, nominal: bool) -> StatusReading:
    """The status that the article gives the event told by `trigger`; `nominal` is True where the trigger is used as a noun."""
    context = Context(tree, annotated, load_status_words(), _read)
    state = read_noun(context, trigger, 0) if nominal else read_verb(context, trigger, 0)
    status, tense, sure, evidence = settle(context, trigger, state, nominal=nominal)
    return StatusReading(status, tense, round(sure, 3), evidence)


def _read(context: Context, token: Token, depth: int) -> State:
    """The state of any word, for the words below it; each word is read once."""
    known = context.memory.get(token.index)
    if known is not None:
        return known
    if depth > _DEEPEST:
        return NOTHING
    context.memory[token.index] = NOTHING
    if is_verb(token) and token.dep not in ("amod", "compound", "nmod"):
        state = read_verb(context, token, depth)
    elif token.pos in ("NOUN", "PROPN", "PRON", "NUM"):
        state = read_noun(context, token, depth)
    else:
        state = _read_other(context, token, depth)
    context.memory[token.index] = state
    return state


def _read_other(context: Context, token: Token, depth: int) -> State:
    """Adjectives and particles stand in the clause above them: "is likely to" has the state of "is"."""
    head = context.tree.head(token)
    if head is None:
        return NOTHING
    state = _read(context, head, depth + 1)
    if any(c.dep == "neg" for c in context.tree.children(token)):
        return replace(state, status="denied")
    return state


def answer_status(tree: Tree, annotated: AnnotatedArticle, trigger: Token, reading: StatusReading) -> StatusReading | None:
    """The status that the answer to a reporter's question gives the event which the question tells; None where it is left open.

    `reading` is what `read_status` gives for the question's own words: "no" to "is it cancelled?" means that it is still planned.
    """
    context = Context(tree, annotated, load_status_words(), _read)
    sentence = tree.sentence(trigger)
    stated = tree.tokens[sentence.last - 1].text != "?" and reading.status in _STATED
    answer = None if stated else answer_to(context, trigger, reading.status)
    if answer is None:
        return None
    return StatusReading(
        cast("Status", answer.status), bounding_tense(answer.status, reading.tense), 0.7, tuple(sorted(set(answer.evidence)))
    )


def of_nothing(tree: Tree, verb: Token, reading: StatusReading) -> StatusReading:
    """As in "provided no aid", "signed no deal": of a verb and its object that tell one event together, the object is negated."""
    no = next((d for o in tree.children(verb, "dobj") for d in tree.children(o, "det") if d.text.lower() == "no"), None)
    if no is None or reading.status not in ("held", "ongoing", "planned"):
        return reading
    status: Status = "cancelled" if reading.status == "planned" else "denied"
    return replace(reading, status=status, tense=bounding_tense(status, reading.tense), evidence=(*reading.evidence, no.index))


__all__ = ["StatusReading", "answer_status", "of_nothing", "read_status"]
