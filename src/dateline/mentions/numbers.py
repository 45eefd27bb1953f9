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
    """A number at tokens `first:last`; `currency` from a sign, `joined` the unit that a hyphen binds to it ("two-hour").

    `vague` is True for "hundreds", a number that is a least one; `share` for "two-thirds", a part of what is counted.
    """

    first: int
    last: int
    value: float
    words: bool
    currency: str = ""
    joined: str = ""
    vague: bool = False
    share: bool = False


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
    vague = _vague(tokens, at, words, scales)
    if vague:
        return replace(vague, first=start, currency=currency)
    spelled = _spelled(tokens, at, _number_words(language), scales)
    share = _share(tokens, spelled.last if spelled else at, words)
    if share and not currency:
        return Number(start, share[1], (spelled.value if spelled else 1.0) * share[0], words=True, share=True)
    return replace(spelled, first=start, currency=currency) if spelled else None


def upper_end(tokens: tuple[Token, ...], lower: Number, language: str, words: QuantityWords) -> Number | None:
    """The upper end of the range that `lower` begins: "20 to 30 ships", "between 200 and 300", "20-30 ships"; None where it begins none."""
    at = lower.last
    if at + 1 >= len(tokens) or lower.joined or lower.share or lower.vague or tokens[at].sentence != tokens[lower.first].sentence:
        return None
    opener = tokens[lower.first - 1].text.lower() if lower.first else ""
    between, link = words.range_opens.get(opener), tokens[at].text.lower()
    if link != between and (between is not None or link not in words.range or opener == "from"):
        return None
    upper = read_number(tokens, at + 1, language, words)
    if upper is None or upper.vague or upper.share or upper.value <= lower.value or tokens[at + 1].sentence != tokens[at].sentence:
        return None
    # "A 4-5 defeat" and "747-800" are no ranges of what follows: a range counts several.
    if link in HYPHENS and (upper.last >= len(tokens) or tokens[upper.last].tag not in ("NNS", "NN", "JJ") or lower.value >= 100):
        return None
    return upper


def lower_end(tokens: tuple[Token, ...], lower: Number, upper: Number) -> Number:
    """The lower number in the scale of the upper: the "2" of "$2 to $3 billion" is two billion."""
    bare = upper.last - upper.first - (1 if tokens[upper.first].text in "$€£¥" else 0)
    if bare < 2 or lower.last - lower.first > 2 or lower.words:
        return replace(lower, currency=lower.currency or upper.currency)
    match = _DIGITS.fullmatch(tokens[upper.last - bare].text)
    scale = upper.value / float(match["number"].replace(",", "")) if match and float(match["number"].replace(",", "")) else 1.0
    own = tokens[lower.last - 1].text[:1].isdigit()
    return replace(lower, value=lower.value * scale if own else lower.value, currency=lower.currency or upper.currency)


def _vague(tokens: tuple[Token, ...], at: int, words: QuantityWords, scales: Mapping[str, int]) -> Number | None:
    """Such as "hundreds of", "tens of thousands of": at least so many."""
    value, last = float(words.vague.get(tokens[at].text.lower(), 0.0)), at + 1
    if not value:
        return None
    while last + 1 < len(tokens) and tokens[last].text == "of":
        further = tokens[last + 1].text.lower()
        scale = scales.get(further.removesuffix("s"), 0) if further in words.vague else scales.get(further, 0)
        if not scale:
            break
        # "Tens of thousands" are no fewer than twenty thousand.
        value, last = value * scale, last + 2
    return Number(at, last, value, words=True, vague=True)


def _share(tokens: tuple[Token, ...], at: int, words: QuantityWords) -> tuple[float, int] | None:
    """The value of a fraction at token `at`, and where it ends, where "of" follows it."""
    if at < len(tokens) and tokens[at].text in HYPHENS:
        at += 1
    if at + 1 >= len(tokens) or tokens[at + 1].text != "of":
        return None
    value = words.fractions.get(tokens[at].text.lower())
    return (value, at + 1) if value else None


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
