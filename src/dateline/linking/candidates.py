"""Which articles may be copies of one another, for any number of articles, in the time that sorting takes.

Of every text only the shingles that a fixed rule picks are kept ("0 mod p", Manber 1994), the same ones in every text, so that a cut copy
shares as large a part of its picks as of its text. All picks are sorted; who shares one is paired with the longest text that has it and
with its neighbour there, never with everybody, so that a report printed ten thousand times costs no more than as many different ones.
"""

from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt

from dateline.linking.shingles import Numbers

_PICKED = np.uint64(3)  # one shingle of four
_PARTS = 16  # the picks are sorted a part at a time, to bound the memory
_FEWEST = 2  # picks in common
_SHARED = 0.12  # of the shorter one's picks: half of what a copy shares at least, since not everybody is paired with everybody


def pick(numbers: Numbers) -> Numbers:
    """The shingles by which a text is found."""
    picked: Numbers = numbers[numbers & _PICKED == 0]
    return picked


def pairs(picks: Sequence[Numbers]) -> list[tuple[int, int]]:
    """Pairs of positions in `picks` (the longest text first) that may be copies, those that share most first."""
    sizes = np.array([len(p) for p in picks], np.int64)
    if not len(sizes) or not sizes.sum():
        return []
    numbers = np.concatenate(list(picks))
    owners = np.repeat(np.arange(len(picks), dtype=np.uint32), sizes)
    part_of = (numbers >> np.uint64(32)) % np.uint64(_PARTS)
    found = [_shared(numbers[part_of == n], owners[part_of == n], len(picks)) for n in range(_PARTS)]
    keys, counts = _summed(found)
    first, second = keys // len(picks), keys % len(picks)
    share = counts / np.minimum(sizes[first], sizes[second])
    likely = (share >= _SHARED) & (counts >= np.minimum(_FEWEST, np.minimum(sizes[first], sizes[second])))
    order = np.lexsort((keys[likely], -share[likely]))
    return list(zip(first[likely][order].tolist(), second[likely][order].tolist(), strict=True))


_Counted = tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]


def _shared(numbers: Numbers, owners: npt.NDArray[np.uint32], count: int) -> _Counted:
    """How many picks each owner shares with the first owner of the pick and with the one before it."""
    order = np.lexsort((owners, numbers))
    numbers, owners = numbers[order], owners[order].astype(np.int64)
    same = numbers[1:] == numbers[:-1]
    starts = np.concatenate(([True], ~same))[: len(numbers)]
    leaders = owners[starts][np.cumsum(starts) - 1]
    before, after, leader = owners[:-1][same], owners[1:][same], leaders[1:][same]
    other = leader != before
    keys = np.concatenate((before * count + after, leader[other] * count + after[other]))
    return np.unique(keys, return_counts=True)


def _summed(found: Iterable[_Counted]) -> _Counted:
    parts = list(found)
    keys = np.concatenate([k for k, _ in parts])
    counts = np.concatenate([c for _, c in parts])
    summed, where = np.unique(keys, return_inverse=True)
    return summed, np.bincount(where, weights=counts, minlength=len(summed)).astype(np.int64)
