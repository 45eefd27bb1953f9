"""Finite clauses as the content of knowing, saying and reporting: "not sure that", "not true that", "the report that ... was false"."""

from dateline.mentions.status import operators
from dateline.mentions.status.clauses import is_verb, negation
from dateline.mentions.status.reading import Context, State
from dateline.model.annotated import Token

_TRUE = ("true", "correct", "right", "accurate")


def unknown(context: Context, head: Token, verb: Token, own: State) -> State:
    """As in "I don't know whether they will meet", "he could not say that they had met": a doubt; else the inner clause alone counts."""
    if head.lemma == "see" and any(m.text.lower() == "whether" for m in context.tree.children(verb, "mark")):
        return State("doubtful", own.tense, 0.7, (*own.evidence, head.index))  # "it remains to be seen whether they will meet"
    untrue = _untrue(context, head)
    if untrue is not None and own.status in ("held", "ongoing", "planned"):
        return State("denied" if own.status == "held" else "cancelled", own.tense, 0.7, (*own.evidence, untrue.index))
    no = negation(context, head) if context.has("knowing", head) else None
    asked = any(t.tag in ("WP", "WRB", "WDT") and t.index < verb.index for t in context.tree.subtree(verb))
    if no is None or asked or (head.lemma == "say" and not any(a.tag == "MD" for a in context.tree.children(head, "aux"))):
        return own
    return State("doubtful", own.tense, 0.7, (*own.evidence, head.index, no.index))


def _untrue(context: Context, head: Token) -> Token | None:
    """As in "it is not true that they met"."""
    said = head if head.lemma in _TRUE else next((c for c in context.tree.children(head, "acomp") if c.lemma in _TRUE), None)
    return not_so(context, said) if said is not None else None


def content(context: Context, noun: Token, own: State, depth: int) -> State:
    """As in "denied reports that they had met", "the prospect that they will meet", "no indication that they met"."""
    operator = operators.on_clause(context, noun, noun)
    if operator is not None and operator.effect in ("possible", "doubtful", "denied"):
        return State(operator.effect, own.tense, 0.7, (*own.evidence, noun.index))
    head = context.tree.head(noun)
    if head is None or not is_verb(head):
        return own
    no = context.has("signs", noun) and any(c.text.lower() == "no" for c in context.tree.children(noun, "det"))
    above = operators.on_object(context, head, None, noun) if noun.dep in ("dobj", "nsubjpass") else None
    above = operators.on_subject(context, head, noun) if noun.dep == "nsubj" else above
    if above is not None and above.effect in ("denied", "doubtful"):
        return State(context.combined(above.effect, context.read(context, head, depth + 1)), own.tense, 0.8, (head.index, *own.evidence))
    return State("doubtful", own.tense, 0.6, (noun.index, *own.evidence)) if no else own


def has_that(context: Context, verb: Token) -> bool:
    """A content clause ("reports that he met"), not a relative one ("the man that he met")."""
    return any(m.text.lower() in ("that", "whether") for m in context.tree.children(verb, "mark"))


def not_so(context: Context, head: Token) -> Token | None:
    """The negation of an adjective that has the clause below it ("is not sure that"), or of its verb."""
    if head.pos not in ("ADJ", "ADV") and not head.tag.startswith("JJ"):
        return None
    own = next((c for c in context.tree.children(head) if c.dep == "neg"), None)
    above = context.tree.head(head)
    return own or (negation(context, above) if above is not None and is_verb(above) else None)
