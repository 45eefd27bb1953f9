"""How much a line looks like running text, from its shape and its neighbours; and where the text of a page begins and ends.

The score of a line is a logistic one over features of layout and shape (Kohlschütter, Fankhauser, Nejdl 2010, "Boilerplate detection
using shallow text features"); the run of lines that is the text is the subsequence of greatest sum (Pasternack and Roth 2009,
"Extracting article text from the web with maximum subsequence segmentation").
"""

import math
import re
from collections import Counter
from collections.abc import Sequence

from dateline.articles.furniture import furniture_reason, is_closed, opens_section, words
from dateline.articles.lines import Line
from dateline.ontology.layout import layout_weights

FEATURES = (
    "log_words", "long", "closed", "title_case", "capitals", "digits", "small_words", "commas", "opens_lower", "separators", "quotes",
    "furniture", "section", "repeated",
)  # fmt: skip
NEIGHBOURS = ("before_1", "before_2", "after_1", "after_2", "around", "section_before", "same_shape")
_SEPARATOR = re.compile(r"[|»›·•]|\s/\s|\.{3}$|…$|:$")
_QUOTES = re.compile(r"[\"“”«»]")
_WIDE = 5
_LONG_WORDS, _LONG_CHANCE = 40, 0.7
_PARAGRAPH_WORDS, _PARAGRAPH_CHANCE = 22, 0.7


def scores(lines: Sequence[Line]) -> list[float]:
    """For each line the probability that it is running text."""
    weights = layout_weights()
    found = []
    for line, row in zip(lines, feature_rows(lines), strict=True):
        total = weights.intercept + sum(weight * value for weight, value in zip(weights.weights, row, strict=True))
        chance = 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total))))
        found.append(max(chance, _least(line)))
    return found


def _least(line: Line) -> float:
    """A paragraph of some length is likelier text than not, even if it stands alone on its page."""
    count = len(words(line.text))
    if count < _PARAGRAPH_WORDS or not is_closed(line.text) or furniture_reason(line.text):
        return 0.0
    return _LONG_CHANCE if count >= _LONG_WORDS else _PARAGRAPH_CHANCE


def core(lines: Sequence[Line], chances: Sequence[float]) -> tuple[int, int]:
    """First and last-plus-one line of the run of greatest sum; a line counts by how sure it is and, up to a limit, how long."""
    best = (0.0, 0, 0)
    total, start = 0.0, 0
    for at, (line, chance) in enumerate(zip(lines, chances, strict=True)):
        weight = min(60.0, 3.0 + len(words(line.text))) if chance >= 0.5 else 6.0
        total += (chance - 0.5) * weight
        if total <= 0:
            total, start = 0.0, at + 1
        elif total > best[0]:
            best = (total, start, at + 1)
    return best[1], best[2]


def feature_rows(lines: Sequence[Line]) -> list[list[float]]:
    """For each line its own features and those of its neighbours, in the order of `FEATURES + NEIGHBOURS`."""
    repeated = Counter(line.text for line in lines)
    own = [_own(line, repeated=repeated[line.text] > 1) for line in lines]
    like = [_likeness(row) for row in own]
    return [row + _neighbours(at, own, like) for at, row in enumerate(own)]


def _own(line: Line, *, repeated: bool) -> list[float]:
    text = line.text
    found = words(text)
    count = max(1, len(found))
    longer = [word for word in found if len(word) > 3]
    return [
        math.log1p(len(found)) / 3.0,
        float(len(found) >= 12),
        float(is_closed(text)),
        sum(word[0].isupper() for word in longer) / max(1, len(longer)),
        float(text.isupper() and len(text) > 3),
        sum(char.isdigit() for char in text) / max(1, len(text)),
        sum(len(word) <= 3 and word.islower() for word in found) / count,
        min(1.0, text.count(",") / count * 5),
        float(text[:1].islower()),
        float(bool(_SEPARATOR.search(text))),
        float(bool(_QUOTES.search(text))),
        float(furniture_reason(text) is not None),
        float(opens_section(text)),
        float(repeated),
    ]


def _likeness(row: Sequence[float]) -> float:
    """How much it looks like a paragraph without regard to its neighbours."""
    return 0.5 * row[1] + 0.5 * row[2] if not row[11] else 0.0


def _neighbours(at: int, own: Sequence[Sequence[float]], like: Sequence[float]) -> list[float]:
    def get(index: int) -> float:
        return like[index] if 0 <= index < len(like) else 0.0

    around = [like[index] for index in range(max(0, at - _WIDE), min(len(like), at + _WIDE + 1)) if index != at]
    sections = any(own[index][12] for index in range(max(0, at - 6), at))
    beside = [abs(own[index][0] - own[at][0]) for index in (at - 1, at + 1) if 0 <= index < len(own)]
    return [
        get(at - 1), get(at - 2), get(at + 1), get(at + 2), sum(around) / max(1, len(around)), float(sections),
        float(bool(beside) and max(beside) < 0.12 and like[at] < 1),
    ]  # fmt: skip
