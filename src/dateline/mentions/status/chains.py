"""Verbs beyond the first that tell of one noun ("was postponed and finally dropped", "appears to have been called off").

Also what did not come about: "had planned to go, but ...", "the visit would have been ...".
"""

from dateline.mentions.status import operators
from dateline.mentions.status.clauses import auxiliaries
from dateline.mentions.status.reading import Context
from dateline.model.annotated import Token

_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
_UNLESS = ("ended", "ongoing", "possible", "proposed")
_HAVE = ("have", "'ve", "’ve")
_INTO = ("to", "until", "till", "from", "into")


def last_word(context: Context, noun: Token, verb: Token) -> tuple[operators.Operator, Token] | None:
    """What the last verb that shares the subject `noun` with `verb` does to it, and that verb; None where only `verb` tells of it."""
    found = None
    for later, passive in _later(context, verb, depth=0):
        operator = operators.on_object(context, later, None, noun) if passive else operators.on_subject(context, later, noun)
        if operator is not None and operator.effect not in _UNLESS:
            found = operator, later
    return found


def _later(context: Context, verb: Token, depth: int) -> list[tuple[Token, bool]]:
    """Verbs that take over the subject of `verb`, each with whether it is a passive, in the order of the text."""
    if depth > 3:
        return []
    found = []
    for below in context.tree.children(verb, "xcomp"):
        if any(a.tag == "TO" for a in auxiliaries(context, below)) and not context.tree.children(below, *_SUBJECTS):
            if _raises(context, verb):
                found.append((below, bool(context.tree.children(below, "auxpass"))))
            found.extend(_later(context, below, depth + 1))
    for other in context.tree.children(verb, "conj"):
        if context.tree.children(other, *_SUBJECTS) or other.pos not in ("VERB", "AUX"):
            continue
        shared = other.tag in ("VBN", "VBD") and bool(context.tree.children(verb, "auxpass")) and not context.tree.children(other, "dobj")
        passive = bool(context.tree.children(other, "auxpass")) or (shared and not auxiliaries(context, other))
        found.append((other, passive))
        found.extend(_later(context, other, depth + 1))
    return found


def _raises(context: Context, verb: Token) -> bool:
    """Does the verb's subject belong to the verb below it ("appears to have been", "had to be", "is expected to be")?"""
    return context.has("copulas", verb) or verb.lemma in ("have", "need") or bool(context.tree.children(verb, "auxpass"))


def unreal(context: Context, verb: Token) -> bool:
    """As in "the visit would have been the first": what is said of it never came to be."""
    words = auxiliaries(context, verb)
    would = next((a for a in words if a.tag == "MD" and a.lemma in ("would", "will") and a.text.lower() != "will"), None)
    return would is not None and any(a.lemma in _HAVE and a.index > would.index for a in words)


def thwarted(context: Context, head: Token) -> bool:
    """As in "had planned to go, but ...": a plan of an earlier past which something else then crossed."""
    verb: Token | None = head if head.pos in ("VERB", "AUX") else context.tree.head(head)
    if verb is None or not any(a.lemma == "have" and a.tag == "VBD" for a in auxiliaries(context, verb)):
        return False
    if not any(c.text.lower() == "but" for c in context.tree.children(verb, "cc")):
        return False
    return any(c.tag in ("VBD", "VBN") for c in context.tree.children(verb, "conj"))


def moved(context: Context, verb: Token) -> operators.Operator | None:
    """As in "the vote was moved from Monday to Thursday", "pushed to the autumn": another time is another word for a delay."""
    if not context.has("movers", verb):
        return None
    for preposition in context.tree.children(verb, "prep", "prt"):
        for governed in context.tree.children(preposition, "pobj") if preposition.text.lower() in _INTO else []:
            if governed.entity in ("DATE", "TIME") or context.has("seasons", governed):
                return operators.Operator("postponed", (verb, governed))
    return None


def is_topic(context: Context, verb: Token) -> bool:
    """As in "a loan will be among the subjects": to be talked of is not to be done."""
    if verb.lemma != "be":
        return False
    said = [
        *context.tree.children(verb, "attr"),
        *(g for p in context.tree.children(verb, "prep") for g in context.tree.children(p, "pobj")),
    ]
    return any(context.has("topics", s) for s in said)


def with_preposition(context: Context, verb: Token, noun: Token) -> operators.Operator | None:
    """As in "The visit was called for", "the law was done away with": a passive with its preposition left behind."""
    for preposition in context.tree.children(verb, "prep"):
        if not context.tree.children(preposition, "pobj", "pcomp"):
            return operators.on_object(context, verb, preposition, noun)
    return None
