"""What people say in plain words, each clause with its "yes" or "no": "said no vote was planned"."""

from collections.abc import Iterable

from dateline.mentions.claims.draft import Draft
from dateline.mentions.claims.grammar import negated, subject, unreal
from dateline.model.annotated import AnnotatedArticle, Token
from dateline.model.reports import By, Stance
from dateline.model.tree import Tree
from dateline.ontology.claims import ClaimWords

_CLAUSES = ("ROOT", "ccomp", "conj", "pcomp")
_GOALS = ("ccomp", "xcomp", "advcl")
_LONGEST = 40  # tokens of a clause; a longer one says more than one thing


def sayings(tree: Tree, annotated: AnnotatedArticle, words: ClaimWords, taken: frozenset[int]) -> Iterable[Draft]:
    """One draft for every finite clause that a known speaker says; not the clauses of `taken`, which another reader has read."""
    questions = [(turn.start, turn.end) for turn in annotated.turns if turn.role == "question"]
    pieces = sorted(
        (piece.start, piece.end, quotation.cue)
        for quotation in annotated.quotations
        if quotation.speaker is not None and quotation.kind != "no answer"
        for piece in quotation.pieces
        if quotation.cue or not any(start <= piece.start < end for start, end in questions)
    )
    starts = frozenset(start for start, _, _ in pieces)
    at = 0
    for token in tree.tokens:
        while at < len(pieces) and pieces[at][1] <= token.start:
            at += 1
        inside = [cue for start, end, cue in pieces[at : at + 4] if start <= token.start < end]
        if inside and token.index not in taken:
            yield from _said(tree, token, words, admits=any(words.has("admitting", cue) for cue in inside))
        elif words.has("hearsay", token.lemma) and token.index not in taken:
            yield from _hearsay(tree, token)
        if words.has("telling", token.lemma) and token.pos == "VERB":
            yield from _told(tree, token, starts)
        if words.has("naming", token.lemma) and token.pos == "VERB":
            yield from _named(tree, token)


def _said(tree: Tree, token: Token, words: ClaimWords, *, admits: bool) -> Iterable[Draft]:
    stance: Stance = "denies" if negated(tree, token) else "asserts"
    reason = _reason(tree, token)
    if reason is not None and reason.pos == "VERB" and tree.child(reason, "nsubj") is not None and not negated(tree, reason):
        # "We had to act because they had been stealing" charges them with it.
        yield Draft(reason, "asserts", "charge", (reason,), tuple(tree.children(reason, "nsubj")))
    if _says(tree, token, words):
        yield Draft(token, stance, "statement", (token,), _doers(tree, token), admits=admits, because=reason)
    elif token.pos == "VERB" and words.has("through", token.lemma) and not unreal(tree, token):
        # "Expects supplies to resume" says that they will.
        for goal in tree.children(token, *_GOALS):
            if goal.pos == "VERB" and any(c.lemma == "to" for c in tree.children(goal, "aux")):
                yield Draft(goal, stance, "statement", (token,) if tree.child(token, "dobj") else (goal,), _doers(tree, goal), head=goal)


def _doers(tree: Tree, verb: Token) -> tuple[Token, ...]:
    found = tree.children(verb, "nsubj")
    above = subject(tree, verb) if not found and not tree.children(verb, "nsubjpass", "expl") else None
    return (above,) if above is not None else tuple(found)


def _reason(tree: Tree, verb: Token) -> Token | None:
    """The head of "because he was ill", "because of the storm", "due to the cost"."""
    for clause in tree.children(verb, "advcl", "prep"):
        if any(c.lemma == "because" for c in tree.children(clause, "mark")):
            return clause
        if clause.lemma in ("because", "due"):
            return next((p for p in tree.subtree(clause) if p.dep == "pobj"), None)
    return None


def _hearsay(tree: Tree, verb: Token) -> Iterable[Draft]:
    """As in "he is expected to meet the king": whoever writes passes on what others told."""
    if tree.child(verb, "auxpass") is None or negated(tree, verb) or unreal(tree, verb):
        return
    for goal in tree.children(verb, "xcomp"):
        for one in tree.conjuncts(goal):
            yield Draft(one, "asserts", "statement", (one,), tuple(tree.children(verb, "nsubjpass")))


def _told(tree: Tree, verb: Token, spoken: frozenset[int]) -> Iterable[Draft]:
    """As in "reports suggest that", "critics have said that": people or papers without a name whose words are no quotation yet."""
    who = tree.child(verb, "nsubj")
    if who is None or who.pos != "NOUN" or negated(tree, verb) or unreal(tree, verb):
        return
    for clause in tree.children(verb, "ccomp"):
        if clause.pos in ("VERB", "AUX") and not any(t.start in spoken for t in tree.subtree(clause)):
            stance: Stance = "denies" if negated(tree, clause) else "asserts"
            yield Draft(clause, stance, "statement", (clause,), _doers(tree, clause), who, because=_reason(tree, clause))


def _named(tree: Tree, verb: Token) -> Iterable[Draft]:
    """As in "called the strike an act of aggression", "justified the raid as defensive", "found the raid justified"."""
    if negated(tree, verb) or unreal(tree, verb):
        return
    below = tree.children(verb, "dobj", "oprd", "ccomp", "xcomp", "nsubjpass")
    below += [
        c
        for p in tree.children(verb, "prep")
        if p.lemma == "as" and p.index > verb.index
        for c in tree.children(p, "pobj", "amod", "pcomp", "advcl")
    ]
    if len(below) > 1 or any(c.dep == "ccomp" and c.tag in ("VBN", "JJ") for c in below):
        who = subject(tree, verb)
        content = tuple(dict.fromkeys((*below, *_meant(tree, below))))
        yield Draft(verb, "asserts", "statement", content, (), who, By("unnamed") if who is None else None)


def _meant(tree: Tree, below: list[Token]) -> list[Token]:
    """The noun that an "it" among the words stands for: the last one before it in the sentence that hangs on the verb above."""
    pronoun = next((t for t in below if t.lemma in ("it", "this", "that")), None)
    if pronoun is None:
        return []
    sentence = tree.sentence(pronoun)
    nouns = [t for t in tree.tokens[sentence.first : pronoun.index] if t.pos == "NOUN" and t.dep in ("dobj", "pobj", "nsubj", "nsubjpass")]
    return nouns[-1:]


def _says(tree: Tree, token: Token, words: ClaimWords) -> bool:
    """A finite clause with a subject that says something by itself, is no question, no condition, and not too long."""
    if token.pos not in ("VERB", "AUX") or token.dep not in _CLAUSES or words.has("through", token.lemma) or unreal(tree, token):
        return False
    if not tree.children(token, "nsubj", "nsubjpass", "expl"):
        return False
    if token.dep == "ROOT" and tree.words(tree.sentence(token).last - 1, tree.sentence(token).last).endswith("?"):
        return False
    return len(tree.subtree(token, skip=("advcl", "conj"))) <= _LONGEST
