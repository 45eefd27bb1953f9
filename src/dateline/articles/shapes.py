"""What one line of a bare text looks like: numbers of its shape, its words counted but not known, but for words of grammar and of sites."""

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from dateline.articles.furniture import furniture_reason, is_closed, opens_section, shows_picture, words
from dateline.articles.judged import is_date_line, is_turn
from dateline.articles.lines import Line, in_capitals
from dateline.articles.people import byline_names, is_name
from dateline.ontology.articles import furniture
from dateline.ontology.layout import layout_words

_SIZES = ((0, 1), (2, 3), (4, 7), (8, 12), (13, 24), (25, 60), (61, 10**9))  # words
_REASONS = (
    "counter or mark", "address", "advertisement", "navigation", "account", "share", "comments", "legal", "site", "agency's note",
    "box for readers", "cookies", "newsletter", "pointer", "tags",
)  # fmt: skip
_SEPARATOR = re.compile(r"[|»›·•]|\s/\s")
_QUOTES = re.compile(r"[\"“”«»„]")
_CLOCK = re.compile(r"\b\d{1,2}[:.]\d{2}\b|\bago\b|\b(?:19|20)\d\d\b")
_ADDRESS = re.compile(r"https?://|www\.|\S@\S|(?:^|\s)[@#]\w")
_INNER_END = re.compile(r"[.!?][\"”’)]?\s+[\"“‘(]?[A-ZÀ-ÞĀ-Ž]")
_DIGIT = re.compile(r"\d")
_HOUR = re.compile(
    r"\b\d{1,2}[:.]\d{2}\b|\bago\b|\b\d{1,2}(?:st|nd|rd|th)\b|\b(?:19|20)\d\d\b|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b|\b\d+ ?[hmd]\b"
)
_SENTENCE_END = re.compile(r"[.!?…。！？](?=[\"'”’)\]]*(?:\s|$))")
_LABEL = re.compile(r"[^.!?:]{2,28}:\s")
_MONEY = re.compile(r"[$€£¥₹₩]\s?\d|\d\s?%")
_IDEOGRAM = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_CLOCK_AT = 4  # among the signs
_LETTERS_A_WORD = 2  # of scripts that set no spaces between words
_LONGEST_TIMED = 14  # words beside an hour or a day in the stamp of a comment or teaser
_PARAGRAPH, _SENTENCE = 12, 4  # words
_LONGEST_STAMP, _LONGEST_CAPTION = 120, 700  # characters
_PREFIX = 25  # characters that two lines share when one is the other cut
_STEM, _LONG_WORD = 6, 5  # letters
_LONGEST_READ = 3000  # characters of a line that are looked at: what is longer is a paragraph in any case

FEATURES = (
    "log_words", *(f"words_{low}" for low, _ in _SIZES), "word_length", "closed", "colon", "comma", "ellipsis", "exclamation",
    "question", "opens_lower", "opens_digit", "opens_quote", "opens_mark", "title_case", "capitals", "digits", "small_words",
    "function_words", "you", "i", "we", "commas", "inner_ends", "quotes", "separator", "clock", "address", "name", "byline", "date",
    "caption", "credit", "furniture", "section", "turn", "repeated", "prefix", "gap", *(f"reason {reason}" for reason in _REASONS),
    "lower", "sentences", "words_a_sentence", "label", "money",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Shape:
    """A line's numbers in the order of `FEATURES`, and what its neighbours' features are made of.

    `paragraph`: 1 for a long line that ends as a sentence, 0.5 for one of the two, 0 for furniture. `stems`: beginnings of longer words.
    """

    count: int
    closed: bool
    reason: str | None
    section: bool
    paragraph: float
    stamped: bool
    name: bool
    stems: frozenset[str]
    title_case: float
    values: tuple[float, ...]
    opening: str  # its first word, but for words of grammar
    timed: bool
    clock: float
    grammar: float  # share of words of grammar, of whatever language
    lower: float
    label: float

    @property
    def short(self) -> bool:
        return self.count < _PARAGRAPH and not self.closed


def shapes(lines: Sequence[Line]) -> list[Shape]:
    """The shape of each line."""
    texts = [line.text[:_LONGEST_READ] for line in lines]
    times = Counter(texts)
    starts = Counter(text[:_PREFIX] for text in texts if len(text) >= _PREFIX)
    found = []
    for line, text in zip(lines, texts, strict=True):
        start = text[:_PREFIX]
        flags = (times[text] > 1, starts[start] > times[text], line.gap)
        found.append(_shape(text, tuple(map(float, flags))))
    return found


def _shape(text: str, around: tuple[float, ...]) -> Shape:
    found = words(text)
    count = len(found) + (0 if text.isascii() else len(_IDEOGRAM.findall(text)) // _LETTERS_A_WORD)
    reason, section, closed = furniture_reason(text), opens_section(text), is_closed(text)
    stamp = len(text) <= _LONGEST_STAMP and bool(_DIGIT.search(text)) and is_date_line(text)
    byline, name = bool(byline_names(text)), is_name(text)
    case = _title_case(found)
    low = [word.lower() for word in found]
    signs, prose = _signs(text, max(1, count)), _prose(text, found, count)
    says = (name, byline, stamp, _is_caption(text), bool(furniture().credit.match(text)), reason is not None, section, is_turn(text))
    values = (
        math.log1p(count) / 3.0,
        *(float(low <= count <= high) for low, high in _SIZES),
        *_marks(text, count, closed=closed),
        case,
        *_kinds_of_words(text, found, low),
        *signs,
        *map(float, says),
        *around,
        *(float(reason == one) for one in _REASONS),
        *prose,
    )
    paragraph = 0.0 if reason else 0.5 * (count >= _PARAGRAPH) + 0.5 * (closed and count >= _SENTENCE)
    grammar = layout_words().grammar
    return Shape(
        count,
        closed,
        reason,
        section,
        paragraph,
        stamp or byline,
        name,
        stems(found),
        case,
        values,
        opening="" if not low or low[0] in grammar else low[0],
        timed=stamp or (count <= _LONGEST_TIMED and bool(_HOUR.search(text))),
        clock=signs[_CLOCK_AT],
        grammar=sum(word in grammar for word in low) / max(1, len(low)),
        lower=prose[0],
        label=prose[3],
    )


def _prose(text: str, found: Sequence[str], count: int) -> tuple[float, ...]:
    """What tells sentences from labels: words in small letters, ends of sentences; and signs of tables and offers."""
    ends = len(_SENTENCE_END.findall(text))
    return (
        sum(word[0].islower() for word in found) / max(1, len(found)),
        min(1.0, ends / 6),
        min(1.0, count / max(1, ends) / 40),
        float(bool(_LABEL.match(text))),
        float(bool(_MONEY.search(text))),
    )


def stems(found: Sequence[str]) -> frozenset[str]:
    """Beginnings of the longer words, in lower case."""
    return frozenset(word[:_STEM].lower() for word in found if len(word) >= _LONG_WORD)


def _title_case(found: Sequence[str]) -> float:
    longer = [word for word in found if len(word) > 3]
    return sum(word[0].isupper() for word in longer) / max(1, len(longer))


def _is_caption(text: str) -> bool:
    return len(text) < _LONGEST_CAPTION and shows_picture(text)


def _marks(text: str, count: int, *, closed: bool) -> tuple[float, ...]:
    """How it begins and ends."""
    first, last = text[:1], text.rstrip("\"'”’»)] ")[-1:]
    quoted = first in "\"“'‘«"
    return (
        min(2.0, len(text) / max(1, count) / 6),
        float(closed),
        float(last == ":"),
        float(last in ",;–—-"),
        float(text.endswith(("...", "…"))),
        float(last == "!"),
        float(last == "?"),
        float(first.islower()),
        float(first.isdigit()),
        float(quoted),
        float(not first.isalnum() and not quoted and first not in "(["),
    )


def _kinds_of_words(text: str, found: Sequence[str], low: Sequence[str]) -> tuple[float, ...]:
    count, known = max(1, len(found)), layout_words()
    return (
        float(len(text) > 3 and in_capitals(text)),
        min(1.0, len(_DIGIT.findall(text)) / max(1, len(text))),
        sum(len(word) <= 3 and word.islower() for word in found) / count,
        sum(word in known.function for word in low) / count,
        float(not known.you.isdisjoint(low)),
        float(not known.i.isdisjoint(low)),
        float(not known.we.isdisjoint(low)),
    )


def _signs(text: str, count: int) -> tuple[float, ...]:
    return (
        min(1.0, text.count(",") / count * 5),
        min(1.0, len(_INNER_END.findall(text)) / 4),
        float(bool(_QUOTES.search(text))),
        float(bool(_SEPARATOR.search(text))),
        float(bool(_CLOCK.search(text))),
        float(bool(_ADDRESS.search(text))),
    )
