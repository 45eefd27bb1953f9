"""Tokens of a parser of Universal Dependencies told in the labels that the rules read: ClearNLP's, as the English models write them.

The schemes differ in more than names. Universal Dependencies hang a preposition on its noun and "be" on what is said of the subject;
ClearNLP hangs the noun on its preposition and all on the verb. So heads change too.
"""

from collections.abc import Sequence
from dataclasses import replace

from dateline.model.annotated import Token
from dateline.ontology.languages import LanguageTable

_MOVED_TO_COPULA = ("nsubj", "csubj", "aux", "advmod", "mark", "punct", "advcl", "ccomp", "expl", "obl", "parataxis", "cc")
_ADJECTIVES = ("ADJ",)


def bridge(tokens: Sequence[Token], table: LanguageTable) -> tuple[Token, ...]:
    """The tokens with Penn tags, ClearNLP labels and heads, and English lemmas where the table has them.

    Comes in: `dep` a label of Universal Dependencies, `tag` the features ("Mood=Ind|Tense=Past"), `lemma` the language's own.
    """
    found = list(tokens)
    for step in (_copulas, _flat_names, _prepositions):
        step(found, table)
    return tuple(_told(token, tokens[token.index], table) for token in found)


def _base(label: str) -> str:
    return label.partition(":")[0]


def _copulas(tokens: list[Token], _table: LanguageTable) -> None:
    """Under "La visite est possible" the verb becomes the head."""
    for copula in [t for t in tokens if _base(t.dep) == "cop"]:
        said = tokens[copula.head]
        head = copula.index if said.head == said.index else said.head
        tokens[copula.index] = replace(copula, head=head, dep=said.dep)
        tokens[said.index] = replace(said, head=copula.index, dep="=acomp" if said.pos in _ADJECTIVES else "=attr")
        for token in tokens:
            if token.head == said.index and token.index not in (said.index, copula.index) and _base(token.dep) in _MOVED_TO_COPULA:
                tokens[token.index] = replace(token, head=copula.index)


def _flat_names(tokens: list[Token], _table: LanguageTable) -> None:
    """Of "Jean Dupont" the last word is the head, not the first."""
    for index in range(len(tokens)):
        parts = [t for t in tokens if t.head == index and t.index != index and _base(t.dep) == "flat"]
        if not parts:
            continue
        last, first = parts[-1], tokens[index]
        tokens[last.index] = replace(last, head=last.index if first.head == first.index else first.head, dep=first.dep)
        for token in list(tokens):
            if token.head == first.index and token.index != last.index:
                flat = token.index == first.index or _base(token.dep) == "flat"
                tokens[token.index] = replace(token, head=last.index, dep="=compound" if flat else token.dep)
        tokens[first.index] = replace(tokens[first.index], head=last.index, dep="=compound")


def _prepositions(tokens: list[Token], table: LanguageTable) -> None:
    """The noun hangs on its preposition, the preposition where the noun hung."""
    for preposition in [t for t in tokens if t.dep == "case"]:
        noun = tokens[preposition.head]
        if noun.dep in ("=pobj", "=pcomp") or noun.head == noun.index:
            continue
        label = "=agent" if noun.dep in table.agents else "conj" if noun.dep == "conj" else "=prep"
        tokens[preposition.index] = replace(preposition, head=noun.head, dep=label)
        tokens[noun.index] = replace(noun, head=preposition.index, dep="=pobj")


def _told(token: Token, before: Token, table: LanguageTable) -> Token:
    features = frozenset(before.tag.split("|"))
    known = table.dependencies
    label = token.dep[1:] if token.dep.startswith("=") else known.get(token.dep, known.get(_base(token.dep), "dep"))
    # "Est allé" is "has gone": the auxiliary of a tense is "have", whatever verb the language takes for it.
    lemma = "have" if before.dep in table.tense_auxiliaries else table.lemmas.get(token.lemma, token.lemma)
    modal = "will" if features & table.future else "would" if features & table.conditional else ""
    return replace(token, dep=label, tag=table.tag(token.pos, features), lemma=lemma, modal=modal)
