"""Small questions to the parse that all readers of claims ask."""

from dateline.model.annotated import Token
from dateline.model.tree import Tree
from dateline.ontology.claims import ClaimWords

_SUBJECTS = ("nsubj", "nsubjpass")
_CLAUSES = ("ccomp", "xcomp", "acl", "relcl", "pcomp", "advcl")
_UNREAL = frozenset({"would", "could", "should", "might", "may", "can", "if", "unless", "whether", "shall", "must"})


def lemma(tree: Tree, token: Token) -> str:
    """The lemma, with the verb's particle: "rule out"."""
    particle = tree.child(token, "prt")
    return f"{token.lemma} {particle.lemma}" if particle is not None else token.lemma


def negated(tree: Tree, token: Token) -> bool:
    """Is it denied by "not" or "never", or by "no" before its subject, its object or what is said to be there?"""
    if tree.children(token, "neg"):
        return True
    beside = [token, *tree.children(token, *_SUBJECTS, "dobj", "attr")]
    return any(c.lemma in ("no", "neither", "nobody", "none") for b in beside for c in (b, *tree.children(b, "det", "neg")))


def unreal(tree: Tree, token: Token) -> bool:
    """Does a modal or a condition leave open whether it is so?"""
    return any(c.lemma in _UNREAL for c in tree.children(token, "aux", "mark"))


def subject(tree: Tree, verb: Token) -> Token | None:
    """The subject of the verb, or of the verb it depends on: "posted a message blaming", "was right in accusing"."""
    todo: Token | None = verb
    for _ in range(6):
        if todo is None:
            return None
        found = tree.child(todo, *_SUBJECTS)
        passive = tree.child(todo, "auxpass") is not None
        if passive and todo is verb:
            return _agent(tree, todo)
        if found is not None and found.tag not in ("WDT", "WP"):
            return found
        if found is not None and todo.dep == "relcl":
            return tree.head(todo)
        if todo.dep == "acl" and todo.tag == "VBN":
            return _agent(tree, todo)
        todo = tree.head(todo)
    return None


def _agent(tree: Tree, verb: Token) -> Token | None:
    """Who does it, in the passive: "was claimed by the rebels", "is accused in the West"."""
    by = tree.child(verb, "agent")
    return tree.child(by, "pobj") if by is not None else None


def objects(tree: Tree, verb: Token) -> list[Token]:
    """What it is done to: its objects with those beside them, or its subject in the passive."""
    found = tree.child(verb, "dobj")
    if found is None and tree.child(verb, "auxpass") is not None:
        found = tree.child(verb, "nsubjpass")
    if found is None and verb.dep == "acl" and verb.tag == "VBN":
        found = tree.head(verb)
    return tree.conjuncts(found) if found is not None else []


def after(tree: Tree, token: Token, prepositions: frozenset[str]) -> list[Token]:
    """The nouns and clauses that follow one of these prepositions below the token."""
    found: list[Token] = []
    for child in tree.children(token, "prep", "agent"):
        if child.lemma in prepositions:
            found.extend(n for c in tree.children(child, "pobj", "pcomp") for n in tree.conjuncts(c))
    return found


def clauses(tree: Tree, token: Token) -> list[Token]:
    """The clauses that complete the token, with those beside them: "that he knew and lied", "stealing"."""
    found = [c for c in tree.children(token, *_CLAUSES) if not (c.dep == "relcl" and _relative(tree, c))]
    return [n for c in found for n in tree.conjuncts(c)]


def _relative(tree: Tree, clause: Token) -> bool:
    """A clause that describes its noun ("which was new") says nothing of what the noun claims."""
    below = [t for t in tree.subtree(clause) if t.tag in ("WDT", "WP")]
    return any(t.lemma in ("which", "who", "whom") or t.dep in ("nsubj", "nsubjpass") for t in below)


def phrase_of(tree: Tree, noun: Token, words: ClaimWords) -> list[Token]:
    """What a noun for a claim or a light noun is about: what follows it, through further light nouns; [] where it is bare."""
    found: list[Token] = []
    todo = [*after(tree, noun, frozenset({"of", "in", "for", "over", "about", "on", "behind", "with", "to"})), *clauses(tree, noun)]
    for one in todo:
        inner = phrase_of(tree, one, words) if words.has("light_nouns", one.lemma) else []
        found.extend(inner or [one])
    return found
