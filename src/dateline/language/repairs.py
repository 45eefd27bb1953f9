"""Errors that the small parser makes again and again in news text, set right by the words around them."""

from collections.abc import Sequence
from dataclasses import replace

from dateline.model.annotated import Token

_NOUNS = ("NOUN", "PROPN")


def repair(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The tokens with heads and labels set right where the pattern leaves no doubt; all else as it was."""
    repaired = list(tokens)
    for token in tokens:
        if token.dep == "nsubj" and token.pos == "PROPN":
            _speaker_after_name(repaired, token)
    return tuple(repaired)


def _speaker_after_name(tokens: list[Token], name: Token) -> None:
    """The ministry speaks in "her counterpart, Anna Lind, the ministry said"; the name belongs to the noun before it.

    With a comma before the verb ("Anna Lind, the minister, said") the name does speak, and nothing is changed.
    """
    verb = tokens[name.head]
    first = name.index
    while first > 0 and tokens[first - 1].head == name.index and tokens[first - 1].dep in ("compound", "amod"):
        first -= 1
    before = tokens[first - 2] if first >= 2 and tokens[first - 1].text == "," else None
    apposed = next((t for t in tokens[name.index + 1 : verb.index] if t.dep == "appos" and t.head == name.index), None)
    if before is None or apposed is None or verb.pos != "VERB" or apposed.index + 1 != verb.index:
        return
    if before.sentence != name.sentence or before.pos not in _NOUNS or not _follows_comma(tokens, name, apposed):
        return
    tokens[apposed.index] = replace(apposed, head=verb.index, dep="nsubj")
    tokens[name.index] = replace(name, head=before.index, dep="appos")


def _follows_comma(tokens: Sequence[Token], name: Token, apposed: Token) -> bool:
    """Is the comma right behind the name, and all between it and the apposed noun part of that noun's phrase?"""
    if tokens[name.index + 1].text != ",":
        return False
    return all(_below(tokens, t, apposed) for t in tokens[name.index + 2 : apposed.index])


def _below(tokens: Sequence[Token], token: Token, top: Token) -> bool:
    seen: set[int] = set()
    while token.index != top.index and token.index not in seen and token.head != token.index:
        seen.add(token.index)
        token = tokens[token.head]
    return token.index == top.index
