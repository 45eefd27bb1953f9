"""Which dated pages an undated one shares passages with: two reports that quote the same words were printed about the same time."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

import numpy as np

from dateline.linking.shingles import SHINGLE, Shingler, words_of
from dateline.model.articles import Article
from dateline.model.evidence import Span

_EVERYBODY = 12  # pages: what more have in common is a form of words
_ONE_TIME = timedelta(days=7)  # what pages further apart have in common is a name, a title or an old story


@dataclass(frozen=True, slots=True)
class Near:
    """A dated page, and how many runs of words it shares with the undated one."""

    article: Article
    shared: int


def near_pages(undated: Sequence[Article], dated: Sequence[Article], most: int) -> Mapping[str, tuple[Near, ...]]:
    """-> {undated page's id: the dated ones that share most with it, most first}. Both ends of the `dated` ones' days must be known.

    The time grows with the length of all texts.
    """
    shingler = Shingler()
    texts = {a.id: shingler.read(a) for a in sorted(undated, key=lambda a: a.id)}
    if not texts:
        return {}
    looked_for = np.unique(np.concatenate(list(texts.values())))
    holders: dict[int, list[Article]] = defaultdict(list)
    for article in sorted(dated, key=lambda a: a.id):
        for number in np.intersect1d(shingler.read(article), looked_for, assume_unique=True).tolist():
            holders[number].append(article)
    found: dict[str, tuple[Near, ...]] = {}
    for identity, numbers in texts.items():
        counts: dict[str, int] = defaultdict(int)
        by_id: dict[str, Article] = {}
        for number in numbers.tolist():
            having = holders.get(number, ())
            for article in having if _tells_a_time(having) else ():
                counts[article.id] += 1
                by_id[article.id] = article
        ordered = sorted(counts, key=lambda i: (-counts[i], i))[:most]
        found[identity] = tuple(Near(by_id[i], counts[i]) for i in ordered)
    return found


def _tells_a_time(holders: Sequence[Article]) -> bool:
    if not 0 < len(holders) <= _EVERYBODY:
        return False
    last = max(a.published.earliest for a in holders if a.published.earliest)
    return last - min(a.published.latest for a in holders if a.published.latest) <= _ONE_TIME


def shared_passage(one: Article, other: Article) -> tuple[Span, Span] | None:
    """The longest run of words that both texts hold, in each of them; the first such run."""
    here, there = list(words_of(one.text)), list(words_of(other.text))
    starts: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for n, key in _runs(there):
        starts[key].append(n)
    best = (0, 0, 0)
    lengths: dict[int, int] = {}
    for n, key in _runs(here):
        continued: dict[int, int] = {}
        for m in starts.get(key, ())[:_EVERYBODY]:
            continued[m] = lengths.get(m - 1, 0) + 1
            if continued[m] > best[0]:
                best = (continued[m], n, m)
        lengths = continued
    length, n, m = best
    if not length:
        return None
    return tuple(  # type: ignore[return-value]
        Span(a.id, found[end - length + 1][1], found[end + SHINGLE - 1][2]) for a, found, end in ((one, here, n), (other, there, m))
    )


def _runs(found: Sequence[tuple[str, int, int]]) -> Iterator[tuple[int, tuple[str, ...]]]:
    for n in range(len(found) - SHINGLE + 1):
        yield n, tuple(word for word, _, _ in found[n : n + SHINGLE])
