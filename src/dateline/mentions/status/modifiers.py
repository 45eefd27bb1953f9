"""What stands on a noun itself: adjectives, participles, phrases and times."""

import re

from dateline.mentions.status import operators
from dateline.mentions.status.clauses import clause_state, future_word, past_word
from dateline.mentions.status.reading import Context, State
from dateline.model.annotated import Token

# What a noun's own modifier can say where nothing governs the noun: "the cancelled visit", "a planned trip".
_ON_OFF = re.compile(r"\b(?:on|off)[-‑]again\W{1,2}(?:\w+\W){0,2}$")
_WINDOW = 30
_STRONG = ("planned", "proposed", "possible", "postponed", "cancelled", "refused", "doubtful", "denied")


def modifiers(context: Context, noun: Token) -> State | None:
    """Adjectives, participles, phrases and times on the noun itself."""
    for child in context.tree.children(noun, "amod", "compound", "nmod", "advmod"):
        described = _adjective(context, child)
        if described is not None:
            return described
    told = _clauses(context, noun)
    if told is not None:
        return told
    if _ON_OFF.search(context.tree.text[max(0, noun.start - _WINDOW) : noun.start]):
        return State("doubtful", "future", 0.7, (noun.index,))
    phrase = operators.predicate(context, noun, noun)
    if phrase is not None and phrase.effect in _STRONG:
        return State(phrase.effect, "future", 0.8, tuple(t.index for t in phrase.evidence))
    word = future_word(context, noun)
    if word is not None:
        return State("planned", "future", 0.7, (word.index,))
    word = past_word(context, noun)
    if word is not None and schedulable(context, noun):
        return State("held", "past", 0.8, (word.index,))
    return None


def _clauses(context: Context, noun: Token) -> State | None:
    """Clauses on the noun: "a meeting scheduled for May", "the summit, which opens on Monday"."""
    for child in context.tree.children(noun, "acl", "relcl"):
        if child.dep == "relcl" and not any(s.tag == "WDT" for s in context.tree.children(child, "nsubjpass")):
            continue
        found = _participle(context, child)
        # What is told of it in passing ("which was planned in May") does not outlast the event; a delay or a cancellation does.
        if found is not None and (child.dep == "acl" or found.status in ("postponed", "cancelled")):
            return found
    opens = next((c for c in context.tree.children(noun, "relcl") if c.tag == "VBZ" and _begins(context, c)), None)
    if opens is not None and schedulable(context, noun):
        return State("planned", "future", 0.7, (opens.index,))
    return None


def _begins(context: Context, verb: Token) -> bool:
    """As in "the summit, which opens on Monday"."""
    return context.words.subject.get(verb.lemma) == "held" and any(s.tag == "WDT" for s in context.tree.children(verb, "nsubj"))


def _adjective(context: Context, child: Token) -> State | None:
    """As in "a planned visit", "the ongoing talks", "the recent strike"; not "a ruling likely to last"."""
    effect = context.words.adjectives.get(child.text.lower()) or context.words.adjectives.get(child.lemma)
    if effect is None or context.tree.children(child, "xcomp", "ccomp") or context.has("predicative", child):
        return None
    if effect in _STRONG:
        return State({"refused": "cancelled"}.get(effect, effect), "future", 0.8, (child.index,))
    if effect in ("ongoing", "held"):
        return State(effect, "present" if effect == "ongoing" else "past", 0.8, (child.index,))
    return None


def _participle(context: Context, verb: Token) -> State | None:
    """As in "a meeting scheduled for May", "the visit postponed last week"."""
    if verb.tag not in ("VBN", "VBD"):
        return None
    preposition = context.tree.child(verb, "prep")
    found = operators.on_object(context, verb, None, verb) or (
        operators.on_object(context, verb, preposition, verb) if preposition else None
    )
    if found is not None and verb.dep == "acl" and context.has("supports", verb) and not context.tree.children(verb, "aux", "auxpass"):
        return State("held", "past", 0.7, (verb.index,))  # "the trip made by", "the talks held in"
    if found is None or found.effect not in _STRONG:
        return None
    return State(context.combined(found.effect, clause_state(context, verb)), "future", 0.8, (verb.index,))


def schedulable(context: Context, noun: Token) -> bool:
    return context.words.has("schedulable", noun.lemma)


def is_new(context: Context, noun: Token) -> bool:
    """No article, possessive or demonstrative that takes it up as known."""
    return not any(
        c.dep == "poss" or c.text.lower() in ("the", "this", "that", "these", "those") for c in context.tree.children(noun, "det", "poss")
    )
