"""What words take for granted: events that have happened, or are in force, whatever the clause that names them says of itself."""

from dataclasses import replace

from dateline.mentions.status import operators
from dateline.mentions.status.modifiers import is_new, schedulable
from dateline.mentions.status.reading import Context, State
from dateline.model.annotated import Token

_ORDINALS = ("first", "second", "third", "th", "st", "nd", "rd")


def known(context: Context, noun: Token, verb: Token, operator: operators.Operator) -> operators.Operator:
    """To announce a deal is to have it; "ordered the attack" speaks of an attack that is known, "ordered attacks" does not."""
    noun = _counted(context, noun)
    announced = context.has("announcing", verb) and (context.words.has("agreements", noun.lemma) or _is_deed(context, noun))
    announced = announced or (verb.lemma == "confirm" and not schedulable(context, noun))
    announced = announced or (context.has("enacting", verb) and context.words.has("enacted", noun.lemma))
    deed = context.words.has("crimes", noun.lemma) and not is_new(context, noun)
    return operators.Operator("held", operator.evidence) if announced or deed else operator


def _counted(context: Context, noun: Token) -> Token:
    """What a portion is a portion of: "a new round of sanctions"."""
    if not context.has("shares", noun):
        return noun
    of = next((p for p in context.tree.children(noun, "prep") if p.text.lower() == "of"), None)
    return (context.tree.child(of, "pobj") if of is not None else None) or noun


def is_named(context: Context, verb: Token) -> bool:
    """As in "called the talks a farce": it says what they are."""
    return verb.lemma == "call" and bool(context.tree.children(verb, "oprd", "attr", "acomp", "ccomp"))


def took_no_part(context: Context, noun: Token, phrase: operators.Operator) -> bool:
    """As in "did not take part in the invasion": to stay away from a deed does not undo it."""
    return context.has("partaking", phrase.evidence[0]) and _is_deed(context, noun) and not is_new(context, noun)


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
    flouted = context.has("flouting", verb) and (not schedulable(context, noun) or context.words.has("agreements", noun.lemma))
    judged = (context.has("judging", verb) or is_named(context, verb)) and _is_deed(context, noun)
    said = (
        (verb.lemma == "follow" and verb.tag == "VBG" and verb.dep in ("acl", "prep", "advcl"))
        or (verb.lemma == "announce" and context.has("taken_sides", noun))
        or (verb.lemma == "tell" and context.has("listeners", noun))
    )
    return State("held", "past", 0.65, (verb.index,)) if flouted or judged or said else None


def bears_on(context: Context, operator: operators.Operator, word: str, above: Token, noun: Token) -> bool:
    """Does what the noun `above` stands for hold of the noun after `word`? A plan for a visit, the pressure over a strike."""
    if above.lemma == "announcement" and (context.words.has("enacted", noun.lemma) or _is_deed(context, noun)):
        return False  # what is announced is in force, or has happened
    if context.words.has("claims", above.lemma) and word in ("of", "about") and (head := context.tree.head(above)) is not None:
        said = operators.on_object(context, head, None, above) if above.dep in ("dobj", "nsubjpass") else None
        return said is None or said.effect != "denied"  # to deny rumours of it is to deny it
    if above.lemma == "resolution" and word != "for":
        return False  # resolutions on sanctions are kept or broken
    if operator.effect == "proposed":
        return word in ("of", "for", "on", "to")
    return word in ("of", "for", "on", "to", "about", "with", "in", "over", "from")


def lacking(without: Token, main: State) -> State:
    """As in "ended without a deal"; what may yet be done without one leaves it in doubt."""
    ahead = main.status in ("planned", "possible", "proposed", "doubtful")
    return State("doubtful" if ahead else "denied", "future" if ahead else "past", 0.75, (without.index,))


def lasting(context: Context, noun: Token, verb: Token) -> State | None:
    """As in "the talks are in their third day", "the siege has entered its tenth week"."""
    if noun.dep != "nsubj" or not (verb.lemma == "enter" or context.has("copulas", verb)):
        return None
    preps = [p for p in context.tree.children(verb, "prep") if p.text.lower() in ("in", "into")]
    spans = [*context.tree.children(verb, "dobj"), *(o for p in preps for o in context.tree.children(p, "pobj"))]
    for span in spans:
        counted = any(c.text.lower().endswith(_ORDINALS) for c in context.tree.children(span, "amod"))
        if counted and context.has("seasons", span) and context.tree.child(span, "poss") is not None:
            return State("ongoing", "present", 0.75, (verb.index, span.index))
    return None


def looking_back(context: Context, noun: Token, found: State, main: State) -> State:
    """As in "he left before the attack": what nobody has planned is told of once it has happened."""
    if found.status != "planned" or schedulable(context, noun):
        return found
    after = any(context.tree.tokens[i].text.lower() in ("after", "following") for i in found.evidence)
    if after or (main.status == "held" and main.tense == "past"):
        return State("held", "past", 0.5, found.evidence)
    return found


def _is_deed(context: Context, noun: Token) -> bool:
    return context.words.has("deeds", noun.lemma) or context.words.has("crimes", noun.lemma)


def rumoured(context: Context, word: str, above: Token, noun: Token) -> State | None:
    """As in "talk of a visit", "no sign of a deal"; what has a cause or victims is there."""
    if above.text.lower() == "talk" and word in ("of", "about"):
        return State("possible", "future", 0.7, (above.index,))
    if word == "of" and context.words.has("traces", above.lemma) and not schedulable(context, noun) and not _any(context, noun):
        return State("held", "past", 0.65, (above.index,))
    if context.words.has("signs", above.lemma) and negative(context, above):
        return State("doubtful", "future", 0.75, (above.index,))
    return None


def negative(context: Context, noun: Token) -> Token | None:
    return next((c for c in context.tree.children(noun, "det", "neg") if c.text.lower() in ("no", "neither")), None)


def _any(context: Context, noun: Token) -> bool:
    return any(c.text.lower() in ("a", "an", "any") for c in context.tree.children(noun, "det"))


def of_others(context: Context, verb: Token, head: Token, state: State) -> State:
    """As in "wants the army to leave": asked of others; "is ready to strike if they fail": hangs on something."""
    if state.status == "possible" and context.has("wishing", head) and context.tree.children(verb, "nsubj"):
        return replace(state, status="proposed")
    clauses = context.tree.children(verb, "advcl") if state.status == "planned" else []
    if any(context.has("conditions", m) for c in clauses for m in context.tree.children(c, "mark")):
        return replace(state, status="possible")
    return state
