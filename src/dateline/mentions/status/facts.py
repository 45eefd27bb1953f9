"""What words take for granted: events that have happened, or are in force, whatever the clause that names them says of itself."""

from dateline.mentions.status import operators
from dateline.mentions.status.modifiers import is_new, schedulable
from dateline.mentions.status.reading import Context, State
from dateline.model.annotated import Token


def known(context: Context, noun: Token, verb: Token, operator: operators.Operator) -> operators.Operator:
    """To announce a deal is to have it; "ordered the attack" speaks of an attack that is known, "ordered attacks" does not."""
    announced = context.has("announcing", verb) and (context.words.has("agreements", noun.lemma) or _is_deed(context, noun))
    announced = announced or (verb.lemma == "confirm" and not schedulable(context, noun))
    deed = context.words.has("crimes", noun.lemma) and not is_new(context, noun)
    return operators.Operator("held", operator.evidence) if announced or deed else operator


def is_one_of(context: Context, noun: Token, state: State) -> State:
    """As in "it is not the only threat", "not the first attack": there are others besides."""
    rest = next((c for c in context.tree.children(noun, "amod") if c.lemma in ("only", "first", "sole", "last")), None)
    if state.status == "denied" and rest is not None and noun.dep == "attr":
        return State("held", state.tense, 0.6, (*state.evidence, rest.index))
    return state


def presupposed(context: Context, noun: Token, verb: Token) -> State | None:
    """As in "condemned the launch", "tried to evade the sanctions": one judges what was done and gets round what is in force."""
    if noun.dep not in ("dobj", "nsubjpass"):
        return None
    in_force = context.has("flouting", verb) and (not schedulable(context, noun) or context.words.has("agreements", noun.lemma))
    judged = context.has("judging", verb) and _is_deed(context, noun)
    return State("held", "past", 0.65, (verb.index,)) if in_force or judged else None


def looking_back(context: Context, noun: Token, found: State, main: State) -> State:
    """As in "he left before the attack": what nobody has planned is told of once it has happened."""
    if found.status == "planned" and main.status == "held" and main.tense == "past" and not schedulable(context, noun):
        return State("held", "past", 0.5, found.evidence)
    return found


def _is_deed(context: Context, noun: Token) -> bool:
    return context.words.has("deeds", noun.lemma) or context.words.has("crimes", noun.lemma)
