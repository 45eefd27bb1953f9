"""Which report a quantity belongs to: the event whose words govern it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from dateline.model.annotated import AnnotatedArticle, Token
from dateline.model.evidence import Span
from dateline.model.reports import Quantity, Report
from dateline.model.tree import Tree

_OPEN_VERBS = ("xcomp", "aux", "conj")  # of these the verb above tells the event


def tie_quantities(annotated: AnnotatedArticle, quantities: Sequence[Quantity], reports: Sequence[Report]) -> tuple[Quantity, ...]:
    """The quantities with their report: "killed 20 people" is of the killing, "a two-hour meeting" of the meeting.

    The nearest trigger above the quantity's words decides; a verb in between that tells no event cuts them off from it.
    """
    tree = Tree(annotated)
    at = {token.start: token.index for token in annotated.tokens}
    told = {at[r.trigger.start]: r.id for r in sorted(reports, key=lambda r: r.id, reverse=True) if r.trigger.start in at}
    return tuple(replace(quantity, report=_report_of(tree, at, told, quantity)) for quantity in quantities)


def _report_of(tree: Tree, at: Mapping[int, int], told: Mapping[int, str], quantity: Quantity) -> str | None:
    span = next(e for e in quantity.evidence if isinstance(e, Span))
    first = at.get(span.start)
    if first is None:
        return None
    inside = list(_inside(tree, first, span.end))
    top = next((t for t in inside if t.head == t.index or not first <= t.head <= inside[-1].index), inside[0])
    for token in (top, *tree.ancestors(top)):
        if token.index in told:
            return told[token.index]
        if token.pos == "VERB" and token.dep not in _OPEN_VERBS:
            return None
    return None


def _inside(tree: Tree, first: int, end: int) -> Iterator[Token]:
    for token in tree.tokens[first:]:
        if token.start >= end:
            return
        yield token
