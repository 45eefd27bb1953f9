"""Copies: the same report printed by several outlets, cut, with another headline, another last paragraph, or lightly edited.

What decides is how much of each text stands in the other (Broder 1997, "containment"), a text being the set of its runs of words. What
hundreds of articles have in common tells nothing of a copy and is left out where enough else is there.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b

import numpy as np
import numpy.typing as npt

from dateline.linking.candidates import pairs, pick
from dateline.linking.groups import Groups
from dateline.linking.shingles import Numbers, Shingler
from dateline.model.articles import Article

# The part of the shorter text that stands in the longer, and that of the longer in the shorter, together: a half of equal texts, nearly all
# of a short piece cut from a long one. Calibrated with `evaluation/copies.py` on half of the texts of three sets and checked on the others.
_COPY_FROM = 0.9
_GROUP_FROM = 0.8  # the same in the mean over the members of two groups that are joined
_EXPANDED_FROM = 0.35  # part of a later and longer text that must stand in the earlier: less is another report that takes it up
_SHORTEST = 30  # shingles; shorter texts are copies only where they are equal
_OWN = 0.3  # part of a text that tells copies apart by itself
_COMMON = 200  # articles; what stands in more is furniture or a form of words
_MEMBERS = 3  # of a group that are compared with another group
_KEPT = 20_000  # texts whose shingles are kept at hand


def find_copies(articles: Sequence[Article], newer: Mapping[str, str] | None = None) -> Mapping[str, str]:
    """-> {copy's id: id of the version it is counted under}: the agency's own where there is one, else the earliest, else the longest.

    `newer` names for each outdated version of a page the version that counts: an outdated version is nobody's copy, and what copies it
    copies the page.
    """
    newer = newer or {}
    groups = _groups(articles)
    for older, latest in sorted(newer.items()):
        groups.join(older, latest)
    by_id = {a.id: a for a in articles}
    copies: dict[str, str] = {}
    for group in groups.groups():
        current = [i for i in group if i not in newer]
        first = min((by_id[i] for i in current), key=_precedence)
        copies.update({i: first.id for i in current if i != first.id})
    return copies


def likeness(one: Numbers, other: Numbers) -> float:
    """The part of each of two texts, as shingles, that stands in the other, added up: 0 for nothing in common, 2 for the same."""
    if not len(one) or not len(other):
        return 0.0
    both = len(np.intersect1d(one, other, assume_unique=True))
    return both / len(one) + both / len(other)


def _groups(articles: Sequence[Article]) -> Groups[str]:
    groups: Groups[str] = Groups(sorted(a.id for a in articles))
    shingler = Shingler()
    equal: dict[bytes, Article] = {}
    sizes: dict[str, int] = {}
    counts = _Counts(sum(len(a.text) for a in articles) // 6)
    picks: dict[str, Numbers] = {}
    for article in sorted(articles, key=lambda a: a.id):
        numbers = shingler.read(article)
        counts.add(numbers)
        first = equal.setdefault(blake2b(numbers.tobytes()).digest(), article)
        if first is not article:
            groups.join(first.id, article.id)
        elif len(numbers) >= _SHORTEST:
            picks[article.id] = pick(numbers)
            sizes[article.id] = len(numbers)
    ordered = sorted((a for a in articles if a.id in picks), key=lambda a: (-sizes[a.id], a.id))

    @lru_cache(maxsize=_KEPT)
    def text(n: int) -> _Text:
        numbers = shingler.read(ordered[n])
        return _Text(numbers, ~counts.common(numbers))

    def alike(one: int, other: int) -> float:
        shorter, longer = max(one, other), min(one, other)
        return _alike(text(shorter), text(longer), _EXPANDED_FROM if _expands(ordered[shorter], ordered[longer]) else 0.0)

    joined = _Joined(len(ordered))
    for one, other in pairs([picks[a.id] for a in ordered]):
        joined.join(one, other, alike)
    for n, article in enumerate(ordered):
        groups.join(ordered[joined.find(n)].id, article.id)
    return groups


class _Counts:
    """In how many texts each shingle stands, near enough: two may share a cell."""

    __slots__ = ("_cells", "_mask", "_texts")

    def __init__(self, expected: int) -> None:
        size = 1 << min(24, max(12, expected.bit_length() + 1))
        self._cells: npt.NDArray[np.uint32] = np.zeros(size, np.uint32)
        self._mask = np.uint64(size - 1)
        self._texts = 0

    def add(self, numbers: Numbers) -> None:
        self._texts += 1
        np.add.at(self._cells, (numbers & self._mask).astype(np.intp), 1)

    def common(self, numbers: Numbers) -> npt.NDArray[np.bool_]:
        if self._texts <= _COMMON:
            return np.zeros(len(numbers), np.bool_)
        return self._cells[(numbers & self._mask).astype(np.intp)] > _COMMON


@dataclass(frozen=True, slots=True)
class _Text:
    """`numbers` are all shingles; `own` marks those that are not common to hundreds of articles."""

    numbers: Numbers
    own: npt.NDArray[np.bool_]


def _alike(shorter: _Text, longer: _Text, least: float) -> float:
    """The part of each that stands in the other, added up; 0 where less than `least` of the longer stands in the shorter."""
    where = np.minimum(np.searchsorted(longer.numbers, shorter.numbers), len(longer.numbers) - 1)
    shared = longer.numbers[where] == shorter.numbers
    if np.count_nonzero(shared) < least * len(longer.numbers):
        return 0.0
    own = np.count_nonzero(shorter.own), np.count_nonzero(longer.own)
    if min(own) >= max(_SHORTEST, _OWN * len(shorter.own)):
        both = np.count_nonzero(shared & shorter.own)
        return both / own[0] + both / own[1]
    both = np.count_nonzero(shared)
    return both / len(shorter.own) + both / len(longer.own)


def _expands(shorter: Article, longer: Article) -> bool:
    """Was the longer text surely published after the shorter?"""
    return bool(shorter.published.latest and longer.published.earliest and shorter.published.latest < longer.published.earliest)


class _Joined:
    """Groups of texts by position, the longest first. Two groups are joined where their longest members are alike in the mean.

    A round-up holds pieces of several reports. One piece is enough to pair it with a short copy of each report, but its other pieces
    keep it out of their groups.
    """

    __slots__ = ("_group", "_members")

    def __init__(self, count: int) -> None:
        self._group = list(range(count))
        self._members = [[n] for n in range(count)]

    def find(self, text: int) -> int:
        return self._group[text]

    def join(self, one: int, other: int, alike: Callable[[int, int], float]) -> None:
        first, second = self._group[one], self._group[other]
        if first == second or alike(one, other) < _COPY_FROM:
            return
        here, there = self._members[first], self._members[second]
        if len(here) + len(there) > 2:
            likeness = [alike(a, b) for a in here[:_MEMBERS] for b in there[:_MEMBERS]]
            if sum(likeness) < _GROUP_FROM * len(likeness):
                return
        if len(here) < len(there):
            first, second, here, there = second, first, there, here
        # The longest stay in front.
        here[:_MEMBERS] = sorted((*here[:_MEMBERS], *there[:_MEMBERS]))
        here.extend(there[_MEMBERS:])
        for text in there:
            self._group[text] = first
        self._members[second] = []


def _precedence(article: Article) -> tuple[bool, str, int, str]:
    own = bool(article.agency) and (article.source is None or article.source == article.agency)
    latest = article.published.latest.isoformat() if article.published.latest else "9999"
    return (not own, latest, -len(article.text), article.id)
