"""Copies: the same report printed by several outlets. MinHash over shingles of words (Broder 1997) finds candidates, overlap decides."""

import re
from collections.abc import Mapping, Sequence

from rensa import RMinHash, RMinHashLSH

from dateline.linking.groups import Groups
from dateline.model.articles import Article

_SHINGLE = 5  # words
_PERMUTATIONS = 128
_CANDIDATES_FROM = 0.4  # estimated resemblance above which a pair is compared exactly
# Containment of the shorter text in the longer above which it is a copy. Two independent reports of one event share their quotations,
# seldom over a quarter of their shingles; a cut or re-headed copy keeps well over half.
_COPY_FROM = 0.6
_SHORTEST = 30  # shingles; shorter texts are copies only where they are equal


def find_copies(articles: Sequence[Article]) -> Mapping[str, str]:
    """-> {copy's id: id of the version it is counted under}: the agency's own where there is one, else the earliest, else the longest."""
    shingles = {a.id: _shingles(a) for a in articles}
    groups: Groups[str] = Groups(sorted(shingles))
    lsh = RMinHashLSH(threshold=_CANDIDATES_FROM, num_perm=_PERMUTATIONS, num_bands=32)
    ordered = sorted(articles, key=lambda a: a.id)
    for number, article in enumerate(ordered):
        sketch = RMinHash(num_perm=_PERMUTATIONS, seed=42)
        sketch.update(sorted(shingles[article.id]))
        for other in sorted(lsh.query(sketch)):
            candidate = ordered[other]
            if _is_copy(shingles[article.id], shingles[candidate.id]):
                groups.join(article.id, candidate.id)
        lsh.insert(number, sketch)
    by_id = {a.id: a for a in articles}
    copies: dict[str, str] = {}
    for group in groups.groups():
        first = min((by_id[i] for i in group), key=_precedence)
        copies.update({i: first.id for i in group if i != first.id})
    return copies


def _shingles(article: Article) -> frozenset[str]:
    body = article.text[len(article.title) :] if article.title and article.text.startswith(article.title) else article.text
    words = re.findall(r"\w+", body.lower())
    return frozenset(" ".join(words[n : n + _SHINGLE]) for n in range(max(1, len(words) - _SHINGLE + 1)))


def _is_copy(one: frozenset[str], other: frozenset[str]) -> bool:
    smaller = min(len(one), len(other))
    if smaller < _SHORTEST:
        return one == other
    return len(one & other) / smaller >= _COPY_FROM


def _precedence(article: Article) -> tuple[bool, str, int, str]:
    own = bool(article.agency) and (article.source is None or article.source == article.agency)
    latest = article.published.latest.isoformat() if article.published.latest else "9999"
    return (not own, latest, -len(article.text), article.id)
