"""Numbers in a text: digits and words with their scale, and a currency's sign before them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache

from dateline.model.annotated import Token
from dateline.ontology.quantities import QuantityWords
from dateline.ontology.times import time_words

HYPHENS = ("-", "–", "‑")
_DIGITS = re.compile(r"(?P<sign>[^\w\s.,-]?)(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?:[-–](?P<unit>[A-Za-z]+))?")


@dataclass(frozen=True, slots=True)
class Number:
    """A number at tokens `first:last`; `currency` from a sign, `joined` the unit that a hyphen binds to it ("two-hour")."""

    first: int
    last: int
    value: float
    words: bool
    currency: str = ""
    joined: str = ""


@cache
def _number_words(language: str) -> dict[str, float]:
    words = time_words(language)
    return {word: float(value) for word, value in {**words.numbers, **words.scales}.items()}


def read_number(tokens: tuple[Token, ...], at: int, language: str, words: QuantityWords) -> Number | None:
    """The number that begins at token `at`: digits or words with their scale, with a currency's sign before it."""
    token = tokens[at]
    currency = words.signs.get(token.text.lower(), "")
    start = at
    if currency:
        at += 1
        if at >= len(tokens):
            return None
        token = tokens[at]
    scales = time_words(language).scales
    match = _DIGITS.fullmatch(token.text)
    if match:
        number = Number(
            start, at + 1, float(match["number"].replace(",", "")), words=False, currency=currency or words.signs.get(match["sign"], "")
        )
        if match["sign"] and not number.currency:
            return None
        number = replace(number, joined=(match["unit"] or "").lower())
        return number if number.joined else _scaled(tokens, number, scales)
    spelled = _spelled(tokens, at, _number_words(language), scales)
    return replace(spelled, first=start, currency=currency) if spelled else None


def _scaled(tokens: tuple[Token, ...], number: Number, scales: Mapping[str, int]) -> Number:
    while number.last < len(tokens) and tokens[number.last].text.lower() in scales:
        number = replace(number, last=number.last + 1, value=number.value * scales[tokens[number.last].text.lower()])
    return number


def _spelled(tokens: tuple[Token, ...], at: int, table: dict[str, float], scales: Mapping[str, int]) -> Number | None:
    """Such as "Twenty-five", "two hundred and ten", "three million"."""
    total = current = 0.0
    last = at
    while last < len(tokens) and tokens[last].sentence == tokens[at].sentence:
        word = tokens[last].text.lower()
        if word in HYPHENS or word == "and":
            if (
                last == at
                or last + 1 >= len(tokens)
                or tokens[last + 1].text.lower() not in table
                or (word == "and" and current + total < 100)
            ):
                break
            last += 1
            continue
        if word not in table:
            break
        if word in scales:
            current = max(current, 1) * table[word]
            if table[word] >= 1000:
                total, current = total + current, 0.0
        else:
            current += table[word]
        last += 1
    half = [t.text.lower() for t in tokens[last : last + 3]] == ["and", "a", "half"]
    if half and last > at:
        total, last = total + 0.5, last + 3
    return Number(at, last, total + current, words=True) if last > at and tokens[at].tag in ("CD", "NN", "NNP", "JJ") else None
