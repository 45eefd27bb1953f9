"""What people say in plain words, each clause with its "yes" or "no": "said no deal was in sight"."""

from collections.abc import Iterable

from dateline.mentions.claims.draft import Draft
from dateline.mentions.claims.grammar import negated, unreal
from dateline.model.annotated import AnnotatedArticle, Token
from dateline.model.tree import Tree
from dateline.ontology.claims import ClaimWords

_CLAUSES = ("ROOT", "ccomp", "conj", "pcomp")
_LONGEST = 40  # tokens of a clause; a longer one says more than one thing


def sayings(tree: Tree, annotated: AnnotatedArticle, words: ClaimWords, taken: frozenset[int]) -> Iterable[Draft]:
    """One draft for every finite clause that a known speaker says; not the clauses of `taken`, which another reader has read."""
    questions = [(turn.start, turn.end) for turn in annotated.turns if turn.role == "question"]
    pieces = sorted(
        (piece.start, piece.end, quotation.cue)
        for quotation in annotated.quotations
        if quotation.speaker is not None and quotation.kind != "no answer"
        for piece in quotation.pieces
        if not any(start <= piece.start < end for start, end in questions)
    )
    at = 0
    for token in tree.tokens:
        while at < len(pieces) and pieces[at][1] <= token.start:
            at += 1
        inside = [cue for start, end, cue in pieces[at : at + 4] if start <= token.start < end]
        if inside and token.index not in taken and _says(tree, token, words):
            stance = "denies" if negated(tree, token) else "asserts"
            yield Draft(token, stance, "statement", (token,), tuple(tree.children(token, "nsubj")), admits=any(words.has("admitting", c) for c in inside))


def _says(tree: Tree, token: Token, words: ClaimWords) -> bool:
    """A finite clause with a subject that says something by itself, is no question, no condition, and not too long."""
    if token.pos not in ("VERB", "AUX") or token.dep not in _CLAUSES or words.has("through", token.lemma) or unreal(tree, token):
        return False
    if not tree.children(token, "nsubj", "nsubjpass", "expl"):
        return False
    sentence = tree.sentence(token)
    if tree.tokens[sentence.last - 1].text == "?" or tree.text[sentence.start : sentence.end].endswith("?"):
        return False
    return len(tree.subtree(token, skip=("advcl", "conj"))) <= _LONGEST
