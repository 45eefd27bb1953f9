"""What a deed came of: "killed in a crash", "hurt when a train derailed", "a bus overturned, killing ten"."""

from dateline.model.annotated import Token
from dateline.model.tree import Tree

_FROM = frozenset({"in", "during", "by", "after", "from", "of", "because", "due", "following"})
_WHEN = frozenset({"when", "after", "as", "while", "because", "since"})


def causes(tree: Tree, verb: Token, *, heading: bool) -> list[Token]:
    """The occasion: nouns after prepositions, verbs of adverbial clauses with their subjects, also those of a verb coordinated with it.

    A `heading` leaves out what ties its words together ("Trains collide, one hurt"): there all of them count.
    """
    if heading:
        sentence = tree.sentence(verb)
        return list(tree.tokens[sentence.first : sentence.last])
    head = tree.head(verb)
    beside = [head] if head is not None and verb.dep == "conj" else []
    found = [t for one in (verb, *beside, *tree.children(verb, "conj")) for t in _own(tree, one)]
    if head is not None and verb.dep == "advcl" and verb.tag == "VBG" and head.pos in ("VERB", "AUX"):
        found.extend(_told_by(tree, head))
    return found


def _own(tree: Tree, verb: Token) -> list[Token]:
    found: list[Token] = []
    for prep in tree.children(verb, "prep", "agent"):
        if prep.lemma in _FROM:
            found.extend(t for p in tree.children(prep, "pobj") for t in tree.conjuncts(p))
    for clause in tree.children(verb, "advcl"):
        if any(m.text.lower() in _WHEN for m in tree.children(clause, "mark", "advmod")):
            found.extend(_told_by(tree, clause))
    return found


def _told_by(tree: Tree, verb: Token) -> list[Token]:
    return [verb, *tree.children(verb, "nsubj", "nsubjpass")]
