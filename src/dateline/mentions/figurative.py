"""Words that look like a trigger and tell no event: parts of proper names, months, idioms, and "-free" compounds."""

from dateline.mentions.lookup import Lookup
from dateline.model.annotated import Token
from dateline.model.tree import Tree
from dateline.ontology.event_types import EventTypes

_LESS = frozenset(
    {"free", "related", "linked", "era", "style", "themed", "hit", "torn", "weary", "wary", "like", "savvy", "proof", "prone"}
)
_HYPHENS = ("-", "–", "‑")
_NAMES = frozenset({"ORG", "FAC", "LAW", "PRODUCT", "WORK_OF_ART"})
_BEFORE_MONTHS = frozenset(
    {"in", "since", "until", "till", "by", "last", "next", "this", "early", "late", "mid", "of", "from", "through", "between"}
)


class Figurative:
    """Answers for one article."""

    __slots__ = ("_blocks", "_idioms", "_lookup", "_sites", "_tree")

    def __init__(self, tree: Tree, lookup: Lookup, types: EventTypes) -> None:
        self._tree = tree
        self._lookup = lookup
        self._blocks = lookup.blocks
        self._idioms = types.idioms
        self._sites = types.sites

    def is_idle(self, token: Token) -> bool:
        """Does the word tell no event of its own where it stands?"""
        return self._in_name(token) or self._is_month(token) or self._in_idiom(token) or self._before_less(token)

    def _in_name(self, token: Token) -> bool:
        """Inside the name of a body, a person or a place ("Rapid Support Forces", "Mirror Room"), not its last word."""
        if token.pos != "PROPN":
            return False
        if self._lookup.in_name(token):
            return True
        head = self._tree.head(token)
        if self._deep_in_name(token):
            return True
        if token.dep != "compound" or head is None or head.pos != "PROPN":
            return False
        return head.entity in ("FAC", "ORG", "PERSON", "GPE", "LOC") or head.lemma.lower() in self._sites

    def _deep_in_name(self, token: Token) -> bool:
        """As in "Office of Refugee Resettlement": inside a tagged name whose head is another word, where titles do not capitalise all."""
        if token.entity not in _NAMES or self._blocks[token.block].kind in ("title", "heading"):
            return False
        head = self._tree.head(token)
        while head is not None and head.text.lower() in ("of", "for", "on", "and"):
            head = self._tree.head(head)
        return head is not None and head.entity == token.entity and head.pos == "PROPN" and head.index < token.index

    def _is_month(self, token: Token) -> bool:
        if token.text != "March":
            return False
        before = self._tree.tokens[token.index - 1].text.lower() if token.index else ""
        return token.entity == "DATE" or before in _BEFORE_MONTHS or before.isdigit()

    def _in_idiom(self, token: Token) -> bool:
        return any(self._stands_in(token, idiom) for form in {token.lemma, token.text.lower()} for idiom in self._idioms.get(form, ()))

    def _stands_in(self, token: Token, idiom: tuple[str, ...]) -> bool:
        for at, word in enumerate(idiom):
            first = token.index - at
            if word in (token.lemma, token.text.lower()) and 0 <= first <= len(self._tree.tokens) - len(idiom):
                words = self._tree.tokens[first : first + len(idiom)]
                if all(i in (w.lemma, w.text.lower()) for w, i in zip(words, idiom, strict=True)):
                    return True
        return False

    def _before_less(self, token: Token) -> bool:
        """As in "tariff-free", "strike-hit": the compound describes something else."""
        after = self._tree.tokens[token.index + 1 : token.index + 3]
        joined = len(after) == 2 and after[0].text in _HYPHENS and after[0].start == token.end and after[1].start == after[0].end
        return joined and after[1].text.lower() in _LESS
