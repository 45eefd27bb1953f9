"""Where the prose of a page is: its blocks, what share of the page each holds, and what beside it stands in a line's surroundings.

A short text among teasers and comments is told from them by its block: the first long one, without the hours of comments and the capitals
of headlines round it. Words are counted and weighed, not known.
"""

import itertools
import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from dateline.articles.shapes import Shape

_FEWEST, _FEWEST_OPEN = 6, 20  # words of a line of prose that ends as a sentence, and of one that does not
_OPEN_WEIGHT = 0.7
_MOST = 60  # words of a line that count
_REACH = 3  # lines from one line of prose to the next of its block
_NEAR, _WIDE, _STRETCH = 3, 6, 15  # lines on each side
_FAR = 99
_USUAL_SHARE = 0.4  # of words of grammar, where a page has no prose to tell
_LAST_RANK = 6

PROSE = (
    "block_share", "block_words", "block_density", "block_rank", "into_block", "blocks", "second_block", "title_case_near", "clock_near",
    "stamps_before", "to_longest", "length_rank", "prose_share", "prose_after", "prose_before", "grammar_near", "grammar_to_page",
    "lower_near", "stamps_since_title", "to_hour", "same_opening", "label_near",
)  # fmt: skip
Column = list[float]


@dataclass(frozen=True, slots=True)
class _Block:
    start: int
    end: int
    words: float


def prose(found: Sequence[Shape], title: int | None) -> list[Column]:
    """For each name of `PROSE` a number for each line; `title` is the line that is likely the headline."""
    weights = [_weight(one) for one in found]
    sums = _sums([min(_MOST, weight) for weight in weights])
    return [*_of_blocks(weights), *_near(found), *_of_page(found, sums), *_ahead(found, title)]


def _weight(one: Shape) -> float:
    if one.reason:
        return 0.0
    if one.closed:
        return float(one.count) if one.count >= _FEWEST else 0.0
    return _OPEN_WEIGHT * one.count if one.count >= _FEWEST_OPEN else 0.0


def _of_blocks(weights: Sequence[float]) -> list[Column]:
    blocks = _blocks(weights)
    sizes = sorted((block.words for block in blocks), reverse=True)
    largest = sizes[0] if sizes else 1.0
    rank = {size: at for at, size in reversed(list(enumerate(sizes)))}
    share, words, density, into = ([0.0] * len(weights) for _ in range(4))
    place = [1.2] * len(weights)
    for block in blocks:
        for at in range(block.start, block.end):
            share[at] = block.words / largest
            words[at] = math.log1p(block.words) / 7
            density[at] = block.words / (block.end - block.start) / _MOST
            place[at] = min(_LAST_RANK, rank[block.words]) / _LAST_RANK
            into[at] = 1 / (1 + at - block.start)
    count = len(weights)
    second = sizes[1] / largest if len(sizes) > 1 else 0.0
    return [share, words, density, place, into, [math.log1p(len(blocks))] * count, [second] * count]


def _blocks(weights: Sequence[float]) -> list[_Block]:
    """Lines of prose with at most two other lines between them."""
    found: list[_Block] = []
    for at, weight in enumerate(weights):
        if not weight:
            continue
        words = min(_MOST, weight)
        if found and at + 1 - found[-1].end <= _REACH:
            found[-1] = _Block(found[-1].start, at + 1, found[-1].words + words)
        else:
            found.append(_Block(at, at + 1, words))
    return found


def _near(found: Sequence[Shape]) -> list[Column]:
    length = [math.log1p(one.count) for one in found]
    around = [max(0.5, value) for value in _mean(length, _WIDE)]
    weighed = (
        [one.title_case * size for one, size in zip(found, length, strict=True)],
        [one.clock * size for one, size in zip(found, length, strict=True)],
    )
    return [[value / size for value, size in zip(_mean(column, _WIDE), around, strict=True)] for column in weighed]


def _of_page(found: Sequence[Shape], sums: Sequence[float]) -> list[Column]:
    count = len(found)
    stamps = _sums([float(one.stamped) for one in found])
    longest = max((one.count for one in found), default=0) or 1
    order = sorted(range(count), key=lambda at: -found[at].count)
    rank = [0.0] * count
    for place, at in enumerate(order):
        rank[at] = math.log1p(place) / 5
    words = sum(one.count for one in found) or 1
    usual = sorted(one.grammar for one in found if one.closed and one.count >= 10 and not one.reason)
    base = usual[len(usual) // 2] if usual else _USUAL_SHARE
    grammar = [one.grammar for one in found]
    return [
        [math.log1p(stamps[at]) for at in range(count)],
        [one.count / longest for one in found],
        rank,
        [sums[-1] / words] * count,
        [math.log1p(sums[min(count, at + _STRETCH + 1)] - sums[at + 1]) / 6 for at in range(count)],
        [math.log1p(sums[at] - sums[max(0, at - _STRETCH)]) / 6 for at in range(count)],
        _mean(grammar, _NEAR),
        [share - base for share in grammar],
        _mean([one.lower for one in found], _NEAR),
    ]


def _ahead(found: Sequence[Shape], title: int | None) -> list[Column]:
    count = len(found)
    stamps = _sums([float(one.stamped) for one in found])
    since = [0.0] * count
    if title is not None:
        since = [min(3.0, stamps[at] - stamps[title + 1]) if at > title else 0.0 for at in range(count)]
    until, lines = [0.0] * count, _FAR
    for at in range(count - 1, -1, -1):
        until[at] = 1 / (1 + lines)
        lines = 1 if found[at].timed else min(_FAR, lines + 1)
    times = Counter(one.opening for one in found if one.opening)
    return [
        since,
        until,
        [math.log1p(times[one.opening] - 1) / 3 if one.opening else 0.0 for one in found],
        _mean([one.label for one in found], _NEAR),
    ]


def _mean(column: Sequence[float], width: int) -> Column:
    """Over the lines on both sides; what lies outside the page counts as nothing."""
    sums, count = _sums(column), len(column)
    return [(sums[min(count, at + width + 1)] - sums[max(0, at - width)]) / (2 * width + 1) for at in range(count)]


def _sums(values: Sequence[float]) -> Column:
    return list(itertools.accumulate(values, initial=0.0))
