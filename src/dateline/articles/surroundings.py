"""What stands round a line: its neighbours, the runs it is part of, what it shares with them, and where it is on its page."""

import itertools
import math
from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from dateline.articles.lines import Line
from dateline.articles.prose import PROSE, prose
from dateline.articles.shapes import Shape

_BESIDE = (-3, -2, -1, 1, 2, 3)
_WIDTHS = (3, 8, 20)
_FAR = 99
_COHERENT = 3  # shared words that make two paragraphs belong together
_REACH = 5  # paragraphs on each side that are compared
_COMMON = 0.25  # share of the page's lines a word stands in that tells nothing, once there are enough
_FEWEST_COMMON = 6
_LONGEST_PERIOD = 7  # lines of one item in a list of items
_PERIODS = 3  # how often it comes back

AROUND = (
    *(f"{name}@{at}" for at in _BESIDE for name in ("paragraph", "short", "furniture", "length")),
    *(f"{name}@{at}" for at in (-1, 1) for name in ("section", "title_case", "stamp", "name", "differs")),
    *(
        f"{name}_{width}"
        for width in _WIDTHS
        for name in ("paragraphs_before", "paragraphs_after", "shorts_before", "shorts_after", "stamps")
    ),
    "inside", "before", "after", "way_through", "just_after", "just_before",
    "shares", "shared", "coheres_before", "coheres_after", "coheres", "incoherent", "coherent_near",
    "short_run", "short_alone", "paragraph_run", "paragraph_alone", "since_paragraph", "to_paragraph", "between", "since_section",
    "in_section", "comments", "comments_any", "periodic", "words_before", "words_after", "position", "from_top", "lines", "gaps",
    "paragraphs", "gap_after", "since_title", "is_title", "headed", *PROSE,
)  # fmt: skip


def surroundings(lines: Sequence[Line], found: Sequence[Shape]) -> list[tuple[float, ...]]:
    """For each line its numbers in the order of `AROUND`."""
    coherence = _coherence(found)
    first, last = _densest(found, coherence)
    title = _title(found, first, last)
    columns = [
        *_beside(found),
        *_windows(found),
        *_place(len(found), first, last),
        *_topic(found, coherence, first, last),
        *_runs(found),
        *_lists(found, first),
        *_page(lines, found),
        *_to_title(len(found), title),
        *prose(found, title),
    ]
    return list(zip(*columns, strict=True))


Column = Sequence[float]


def _shifted(column: Column, by: int, outside: float) -> list[float]:
    """The column as seen from `by` lines before (or, negative, after)."""
    count = len(column)
    return [column[at + by] if 0 <= at + by < count else outside for at in range(count)]


def _beside(found: Sequence[Shape]) -> list[Column]:
    paragraph = [one.paragraph for one in found]
    short = [float(one.short) for one in found]
    reason = [float(one.reason is not None) for one in found]
    length = [min(1.2, math.log1p(one.count) / 3) for one in found]
    columns: list[Column] = []
    for by in _BESIDE:
        columns += [_shifted(paragraph, by, -0.5), _shifted(short, by, -0.5), _shifted(reason, by, 0.0), _shifted(length, by, 0.0)]
    for by in (-1, 1):
        columns += [
            _shifted([float(one.section) for one in found], by, 0.0),
            _shifted([one.title_case for one in found], by, 0.0),
            _shifted([float(one.stamped) for one in found], by, 0.0),
            _shifted([float(one.name) for one in found], by, 0.0),
            [abs(own - other) for own, other in zip(length, _shifted(length, by, 0.0), strict=True)],
        ]
    return columns


def _windows(found: Sequence[Shape]) -> list[Column]:
    count = len(found)
    paragraphs = _sums(one.paragraph for one in found)
    shorts = _sums(float(one.short) for one in found)
    stamps = _sums(float(one.stamped) for one in found)
    columns: list[Column] = []
    for width in _WIDTHS:
        low = [max(0, at - width) for at in range(count)]
        high = [min(count, at + width + 1) for at in range(count)]
        for sums in (paragraphs, shorts):
            columns += [
                [(sums[at] - sums[low[at]]) / width for at in range(count)],
                [(sums[high[at]] - sums[at + 1]) / width for at in range(count)],
            ]
        columns.append([(stamps[high[at]] - stamps[low[at]]) / width for at in range(count)])
    return columns


def _sums(values: Iterable[float]) -> list[float]:
    return list(itertools.accumulate(values, initial=0.0))


def _coherence(found: Sequence[Shape]) -> list[tuple[float, float]]:
    """How many words a line shares with the paragraphs before and after it: a text speaks of one thing, a list of many."""
    times = Counter(stem for one in found for stem in one.stems)
    limit = max(_FEWEST_COMMON, _COMMON * len(found))
    telling = [frozenset(stem for stem in one.stems if times[stem] <= limit) for one in found]
    before = _shared_with(found, telling, range(len(found)))
    after = _shared_with(found, telling, range(len(found) - 1, -1, -1))
    return list(zip(before, after, strict=True))


def _shared_with(found: Sequence[Shape], telling: Sequence[frozenset[str]], order: Iterable[int]) -> list[float]:
    shared = [0.0] * len(found)
    near: list[frozenset[str]] = []
    for at in order:
        own = telling[at]
        if near and own:
            shared[at] = min(1.0, len(own & frozenset().union(*near)) / _COHERENT)
        if found[at].count >= 4 and not found[at].reason and own not in near:
            near = [*near[1 - _REACH :], own]
    return shared


def _densest(found: Sequence[Shape], coherence: Sequence[tuple[float, float]]) -> tuple[int, int]:
    """First and last-plus-one line of the run of greatest sum: words of coherent sentences count for, labels and furniture against."""
    best = (0.0, 0, 0)
    total, start = 0.0, 0
    for at, (one, shared) in enumerate(zip(found, coherence, strict=True)):
        if one.closed and not one.reason:
            total += min(one.count, 60) * (0.4 + 0.6 * max(shared)) - 4.0
        else:
            total -= 12.0 if one.short or one.reason else 4.0
        if total <= 0:
            total, start = 0.0, at + 1
        elif total > best[0]:
            best = (total, start, at + 1)
    return best[1], best[2]


def _place(count: int, first: int, last: int) -> list[Column]:
    """Where the line is to the densest run."""
    lines = range(count)
    return [
        [float(first <= at < last) for at in lines],
        [min(1.0, (first - at) / 20) if at < first else 0.0 for at in lines],
        [min(1.0, (at - last + 1) / 20) if at >= last else 0.0 for at in lines],
        [(at - first) / (last - first) if first <= at < last else 0.0 for at in lines],
        [1 / (1 + at - last) if at >= last else 0.0 for at in lines],
        [1 / (first - at) if at < first else 0.0 for at in lines],
    ]


def _topic(found: Sequence[Shape], coherence: Sequence[tuple[float, float]], first: int, last: int) -> list[Column]:
    """What a line shares with the densest run and with its neighbours."""
    inside = [first <= at < last and one.paragraph == 1 for at, one in enumerate(found)]
    known = Counter(stem for one, within in zip(found, inside, strict=True) if within for stem in one.stems)
    shared = [sum(known[stem] > within for stem in one.stems) for one, within in zip(found, inside, strict=True)]
    before = [pair[0] for pair in coherence]
    after = [pair[1] for pair in coherence]
    full = _sums(one.paragraph * max(pair) for one, pair in zip(found, coherence, strict=True))
    near = [(full[min(len(found), at + 6)] - full[max(0, at - 5)]) / 6 for at in range(len(found))]
    return [
        [count / max(3, len(one.stems)) for count, one in zip(shared, found, strict=True)],
        [min(1.0, count / 8) for count in shared],
        before,
        after,
        [one.paragraph * max(pair) for one, pair in zip(found, coherence, strict=True)],
        [one.paragraph * (max(pair) == 0) for one, pair in zip(found, coherence, strict=True)],
        near,
    ]


def _runs(found: Sequence[Shape]) -> list[Column]:
    short = _run_lengths([one.short for one in found])
    long = _run_lengths([one.paragraph == 1 for one in found])
    whole = [one.paragraph == 1 for one in found]
    since, until = _since(whole), _since(whole[::-1])[::-1]
    heading = _since([one.section for one in found], here=True)
    return [
        [math.log1p(length) for length in short],
        [float(length == 1) for length in short],
        [math.log1p(length) for length in long],
        [float(length == 1) for length in long],
        [1 / (1 + lines) for lines in since],
        [1 / (1 + lines) for lines in until],
        [1 / (lines + other) for lines, other in zip(since, until, strict=True)],
        [1 / (1 + lines) for lines in heading],
        [float(lines < 8) for lines in heading],
    ]


def _run_lengths(flags: Sequence[bool]) -> list[int]:
    found: list[int] = []
    for flag, run in itertools.groupby(flags):
        length = sum(1 for _ in run)
        found += [length if flag else 0] * length
    return found


def _since(flags: Sequence[bool], *, here: bool = False) -> list[int]:
    """Lines since the last flag before a line (0 on it, with `here`), and many where there is none."""
    found, lines = [], _FAR
    for flag in flags:
        if here and flag:
            lines = 0
        found.append(lines)
        lines = 1 if flag else min(_FAR, lines + 1)
    return found


def _lists(found: Sequence[Shape], first: int) -> list[Column]:
    """Comments after the text, and items of a list that come back in the same order of shapes."""
    comments = _sums(float(at > first and one.reason == "comments") for at, one in enumerate(found))[1:]
    return [[math.log1p(count) for count in comments], [float(count > 0) for count in comments], _periodic(found)]


def _periodic(found: Sequence[Shape]) -> list[float]:
    """1 where the line's shape and those round it come back after a few lines, several times."""
    kinds = [(min(5, int(2 * math.log1p(one.count))), one.closed, one.stamped, one.name) for one in found]
    plain = [one.stamped or one.name for one in found]
    score = [0.0] * len(found)
    for period in range(2, _LONGEST_PERIOD + 1):
        same = [at + period < len(kinds) and kinds[at] == kinds[at + period] and plain[at] for at in range(len(kinds))]
        for at, flag in enumerate(same):
            if flag and all(at + step * period < len(same) and same[at + step * period] for step in range(_PERIODS - 1)):
                for line in range(max(0, at - period), min(len(kinds), at + _PERIODS * period + 1)):
                    score[line] = 1.0
    return score


def _page(lines: Sequence[Line], found: Sequence[Shape]) -> list[Column]:
    count = len(found)
    words = _sums(min(one.count, 80) * (one.paragraph == 1) for one in found)
    total = max(1.0, words[-1])
    gaps = sum(line.gap for line in lines) / max(1, count)
    share = sum(one.paragraph for one in found) / max(1, count)
    return [
        [words[at] / total for at in range(count)],
        [(words[-1] - words[at + 1]) / total for at in range(count)],
        [at / count for at in range(count)],
        [min(1.0, at / 30) for at in range(count)],
        [math.log1p(count) / 5] * count,
        [gaps] * count,
        [share] * count,
        [float(at + 1 == count or lines[at + 1].gap) for at in range(count)],
    ]


def _title(found: Sequence[Shape], first: int, last: int) -> int | None:
    """The line before the densest run that shares most with it is likely the headline; the text begins after it."""
    known = Counter(stem for one in found[first:last] if one.paragraph == 1 for stem in one.stems)
    rated: Callable[[int], tuple[float, int]] = lambda at: (_headline(found[at], known), at)  # noqa: E731
    best = max(range(max(0, first - 60), min(len(found), first + 2)), key=rated, default=None)
    return None if best is None or _headline(found[best], known) < 2 else best


def _to_title(count: int, title: int | None) -> list[Column]:
    if title is None:
        return [[0.0] * count] * 3
    return [
        [1 / (1 + at - title) if at >= title else 0.0 for at in range(count)],
        [float(at == title) for at in range(count)],
        [float(at >= title) for at in range(count)],
    ]


def _headline(one: Shape, known: Counter[str]) -> float:
    if one.reason or one.section or one.stamped or not 3 <= one.count <= 25:
        return 0.0
    return sum(known[stem] > 0 for stem in one.stems) - 1.5 * one.closed
