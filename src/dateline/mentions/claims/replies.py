"""Replies to a question that puts a claim: "I won't answer that", "No, that's not true"."""

from bisect import bisect_left
from collections.abc import Iterable
from itertools import islice, pairwise

from dateline.mentions.claims.draft import Draft
from dateline.model.annotated import AnnotatedArticle, Token
from dateline.model.quotations import Quotation
from dateline.model.reports import Stance
from dateline.model.tree import Tree
from dateline.ontology.claims import ClaimWords

_CONTENT = ("acl", "relcl", "ccomp")
_ABOVE = 3  # the noun of the claim may stand so far above its clause ("the report in the paper that ...")
_SHORT = 12  # tokens of a sentence that says no more than "that is not so"


def replies(tree: Tree, annotated: AnnotatedArticle, words: ClaimWords) -> Iterable[Draft]:
    """One draft for every refusal and every "no" in reply to a question that puts a claim."""
    starts = [token.start for token in tree.tokens]
    for quotation in annotated.quotations:
        if quotation.kind == "no answer" and quotation.cue_span is None and (question := _question(annotated, quotation)):
            yield from _reply(tree, bisect_left(starts, quotation.pieces[0].start), question, "no comment", words)
    for before, turn in pairwise(annotated.turns):
        if before.role == "question" and turn.role == "answer":
            first = bisect_left(starts, turn.start)
            if first < len(starts) and _says_no(tree, tree.tokens[first], words):
                yield from _reply(tree, first, (before.start, before.end), "denies", words)


def _reply(tree: Tree, first: int, question: tuple[int, int], stance: Stance, words: ClaimWords) -> Iterable[Draft]:
    content = tuple(t for t in tree.tokens if question[0] <= t.start < question[1] and _puts(tree, t, words))
    if content and first < len(tree.tokens):
        yield Draft(tree.tokens[first], stance, "denial", content)


def _says_no(tree: Tree, first: Token, words: ClaimWords) -> bool:
    """As in "No.", "That's not true", "That is a lie" at the head of an answer."""
    sentence = tree.sentence(first)
    inside = tree.tokens[sentence.first : sentence.last]
    if first.lemma in ("no", "nope"):
        return True
    verb = next((t for t in inside if t.lemma == "be" and any(c.lemma in ("that", "it", "this") for c in tree.children(t, "nsubj"))), None)
    if verb is None or len(inside) > _SHORT:
        return False
    called = {c.lemma for c in tree.children(verb, "acomp", "attr")}
    denied = bool(tree.children(verb, "neg"))
    return any(words.has("clear" if denied else "untrue", word) or (denied and word in ("accurate", "correct")) for word in called)


def _question(annotated: AnnotatedArticle, quotation: Quotation) -> tuple[int, int] | None:
    """The question before the answer."""
    for number, turn in enumerate(annotated.turns[1:], start=1):
        if turn.start <= quotation.pieces[0].start < turn.end:
            before = annotated.turns[number - 1]
            return (before.start, before.end) if before.role == "question" else None
    return None


def _puts(tree: Tree, token: Token, words: ClaimWords) -> bool:
    """A clause with a subject of its own that a noun or a verb says somebody claims: "the report in the paper that he knew"."""
    if token.pos not in ("VERB", "AUX") or token.dep not in _CONTENT or not tree.children(token, "nsubj", "nsubjpass"):
        return False
    above = list(islice(tree.ancestors(token), _ABOVE))
    return any(words.has("claim_nouns", t.lemma) for t in above) or words.has("telling", above[0].lemma)
