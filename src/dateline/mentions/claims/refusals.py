"""Refusals to speak to a claim: a question that holds one, answered with "I'm not going to comment"; "declined to discuss the report"."""

from collections.abc import Iterable

from dateline.mentions.claims.draft import Draft
from dateline.model.annotated import AnnotatedArticle, Token
from dateline.model.quotations import Quotation
from dateline.model.tree import Tree

_CONTENT = ("acl", "relcl", "ccomp")


def refusals(tree: Tree, annotated: AnnotatedArticle) -> Iterable[Draft]:
    """One draft for every refusal in reply to a question that puts a claim."""
    starts = {token.start: token for token in tree.tokens}
    for quotation in annotated.quotations:
        if quotation.kind != "no answer" or quotation.cue_span is not None:
            continue
        cue = next((starts[s] for s in sorted(starts) if s >= quotation.pieces[0].start), None)
        question = _question(annotated, quotation)
        if cue is None or question is None:
            continue
        content = tuple(t for t in tree.tokens if question[0] <= t.start < question[1] and _puts(tree, t))
        if content:
            yield Draft(cue, "no comment", "denial", content)


def _question(annotated: AnnotatedArticle, quotation: Quotation) -> tuple[int, int] | None:
    """The question before the answer."""
    for number, turn in enumerate(annotated.turns[1:], start=1):
        if turn.start <= quotation.pieces[0].start < turn.end:
            before = annotated.turns[number - 1]
            return (before.start, before.end) if before.role == "question" else None
    return None


def _puts(tree: Tree, token: Token) -> bool:
    """A clause with a subject of its own below a noun or a verb: "the report that he knew"."""
    return token.pos in ("VERB", "AUX") and token.dep in _CONTENT and bool(tree.children(token, "nsubj", "nsubjpass"))
