"""Words that look like a time and are none: "may", a person called April, a count of 2000 people."""

from collections.abc import Sequence

from dateline.language.times.draft import Draft
from dateline.language.times.lexer import Lex
from dateline.model.annotated import Token
from dateline.model.tree import Tree
from dateline.ontology.times import TimeWords

_NAMES = ("PERSON", "ORG", "GPE", "PRODUCT", "WORK_OF_ART", "FAC", "NORP", "LOC")
_TIMES = ("DATE", "TIME")


def is_time(draft: Draft, pieces: Sequence[Lex], head: Token, tree: Tree, words: TimeWords) -> bool:
    """Is `draft` a time where it stands? Most are by their form; bare months and years need a sign from the sentence."""
    inside = pieces[draft.first : draft.last]
    before = pieces[draft.first - 1].text if draft.first else ""
    if head.entity == "WORK_OF_ART" or (draft.rule == "weekday" and before in words.named_days):
        return False
    if draft.rule == "month" and len(inside) == 1:
        return _bare_month(inside[0], before, head, words)
    if draft.rule == "year" and len(inside) == 1:
        return _bare_year(before, head, tree, words)
    if draft.rule == "daily":
        # "Paid quarterly", but "a quarterly dividend" is a kind of dividend.
        return head.pos == "ADV" or (head.pos == "ADJ" and draft.value not in ("P3M", "P6M"))
    if draft.rule == "day only":
        return head.dep in ("pobj", "npadvmod") and head.entity in (*_TIMES, "", "ORDINAL")
    if draft.rule == "season":
        return head.entity not in _NAMES
    return True


def _bare_month(piece: Lex, before: str, head: Token, words: TimeWords) -> bool:
    if head.entity in _TIMES:
        return piece.text not in words.ambiguous_months or head.pos == "PROPN"
    if head.entity in _NAMES and before not in words.prepositions:
        return False
    if piece.text in words.ambiguous_months:
        return before in words.prepositions and head.pos == "PROPN" and head.entity not in _NAMES
    return head.pos in ("PROPN", "NOUN")


def _bare_year(before: str, head: Token, tree: Tree, words: TimeWords) -> bool:
    # "The 2012 Olympics" took place in that year.
    if head.entity in (*_TIMES, "EVENT"):
        return True
    above = tree.head(head)
    counted = head.dep == "nummod" and above is not None and above.pos == "NOUN" and above.index > head.index
    return before in words.prepositions and not counted and head.entity in ("", "CARDINAL")
