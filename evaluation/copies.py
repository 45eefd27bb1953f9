"""Copies: reports printed again by other outlets, made from any of the sets of texts, against other reports of the same events.

Every text is taken as one report. A corpus is made of it: copies as other outlets print them, its own text (three times in four), and near
misses: the text nearest to it in the set, with quotations or background taken over, and round-ups. All pairs of the corpus count: right is
a pair that is found and made of one text. What is calibrated was calibrated on the texts with an even number; the odd ones check.
"""

import random
import re
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
from evaluation._reports import Paragraphs, Text, another_report, headline, printed, printed_elsewhere, read_texts, round_up

from dateline.linking.copies import find_copies
from dateline.model.articles import Article, Block
from dateline.model.moments import OPEN

_MOST = 500  # texts of a half: more take long and change nothing
_SEED = 20
_ALREADY_ALIKE = 0.2  # eight-word runs in common: the set itself holds copies, and nobody has said which
_RUN = 8
Pairs = set[tuple[str, str]]


def run(data: Path, predictions: Path | None = None, *, peers: bool = False) -> dict[str, Any]:
    """Precision, recall and F1 of pairs, on the even and the odd half of the texts; `predictions` is not used."""
    del predictions
    texts = read_texts(data)
    if not texts:
        raise SystemExit(f"no texts under {data}: give the folder of an unpacked set")
    figures: dict[str, Any] = {"texts": len(texts)}
    for name, parity in (("even", 0), ("odd", 1)):
        half = _distinct([t for t in texts if int(t.id, 16) % 2 == parity])[:_MOST]
        articles, origin = corpus(half)
        true = {_pair(a, b) for group in _groups(origin).values() for a, b in combinations(group, 2)}
        start = time.process_time()
        copies = find_copies(articles)
        seconds = time.process_time() - start
        scored = _scored(_found(articles, copies), true)
        figures[name] = {"used": len(half), "articles": len(articles), **scored, "seconds": round(seconds, 2)}
        print(f"{name}: {figures[name]}")
        if peers:
            figures[name]["datasketch"] = _datasketch(articles, true)
            print(f"  datasketch MinHash: {figures[name]['datasketch']}")
    return figures


def corpus(texts: Sequence[Text]) -> tuple[list[Article], dict[str, str]]:
    """-> (articles, {article's id: the text it is made of}); the same for the same texts."""
    dice = random.Random(_SEED)  # noqa: S311 - a corpus that anybody can make again
    nearest = _nearest(texts)
    articles: list[Article] = []
    origin: dict[str, str] = {}

    def add(kind: str, made_of: str, paragraphs: Paragraphs) -> None:
        identity = f"{made_of}-{kind}"
        articles.append(as_article(identity, headline(paragraphs, dice), printed(paragraphs)))
        origin[identity] = made_of

    for n, text in enumerate(texts):
        if dice.random() < 0.75:
            add("own", text.id, text.paragraphs)
        for copy in range(dice.choice((0, 1, 1, 2, 3))):
            add(f"copy{copy}", text.id, printed_elsewhere(text, texts[nearest[n]], dice))
        for k in range(dice.choice((0, 1, 1))):
            # A report of its own, so that it is a copy of what it was written from, not of what it quotes.
            add(f"other{n}-{k}", texts[nearest[n]].id, another_report(text, texts[nearest[n]], dice))
        if dice.random() < 0.08:
            add("round-up", f"round-up{n}", round_up([text, *dice.sample(list(texts), 4)], dice))
    return articles, origin


def as_article(identity: str, title: str, text: str) -> Article:
    """An article of `text` under `title`."""
    whole = f"{title}\n{text}"
    blocks = (Block(0, len(title), "title"), Block(len(title) + 1, len(whole), "paragraph"))
    return Article(
        id=identity, page=identity, uri=None, sha256=identity, fetched=None, title=title, byline=(), source=None, source_domain=None,
        agency=None, language="en", published=OPEN, text=whole, blocks=blocks, removed=(),
    )  # fmt: skip


def _distinct(texts: Sequence[Text]) -> list[Text]:
    """Texts that share no long runs of words with one before them, in an order that has nothing to do with their content."""
    owner: dict[int, int] = {}
    kept: list[Text] = []
    for text in sorted(texts, key=lambda t: t.id):
        words = re.findall(r"\w+", printed(text.paragraphs).lower())
        runs = {hash(tuple(words[n : n + _RUN])) for n in range(len(words) - _RUN + 1)}
        shared = Counter(owner[r] for r in runs if r in owner)
        if not shared or max(shared.values()) < _ALREADY_ALIKE * len(runs):
            for one in runs:
                owner.setdefault(one, len(kept))
            kept.append(text)
    return kept


def _nearest(texts: Sequence[Text]) -> list[int]:
    """For each text the other one that shares most rare words with it: another report of the same event, where there is one."""
    words = [frozenset(re.findall(r"\w{4,}", printed(t.paragraphs).lower())) for t in texts]
    counts = Counter(w for found in words for w in found)
    having: dict[str, list[int]] = defaultdict(list)
    for n, found in enumerate(words):
        for word in sorted(found):
            if 1 < counts[word] <= 30:
                having[word].append(n)
    nearest = []
    for n, found in enumerate(words):
        shared: Counter[int] = Counter()
        for word in sorted(found):
            for other in having.get(word, ()):
                shared[other] += 1
        shared.pop(n, None)
        nearest.append(min(shared, key=lambda m: (-shared[m], m)) if shared else (n + 1) % len(texts))
    return nearest


def _groups(origin: Mapping[str, str]) -> dict[str, list[str]]:
    groups: dict[str, list[str]] = defaultdict(list)
    for identity in sorted(origin):
        groups[origin[identity]].append(identity)
    return groups


def _found(articles: Iterable[Article], copies: Mapping[str, str]) -> Pairs:
    """Every two that are counted under one version."""
    groups = _groups({a.id: copies.get(a.id, a.id) for a in articles})
    return {_pair(a, b) for group in groups.values() for a, b in combinations(group, 2)}


def _pair(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one < other else (other, one)


def _scored(found: Pairs, true: Pairs) -> dict[str, float]:
    right = len(found & true)
    precision, recall = right / max(1, len(found)), right / max(1, len(true))
    return {
        "pairs": len(true),
        "precision": round(precision, 4),
        "recall": round(recall, 4),
        "f1": round(2 * precision * recall / max(1e-9, precision + recall), 4),
    }


def _datasketch(articles: Sequence[Article], true: Pairs) -> dict[str, Any] | str:
    """MinHash of 128 permutations over runs of three or five words, every pair compared, at the threshold that serves it best.

    Its pairs count as they are or, where that scores better, with all that hangs together in one group.
    """
    try:
        from datasketch import MinHash  # noqa: PLC0415 - measured where it is installed
    except ImportError:
        return "not installed: pip install -e .[peers]"
    best: dict[str, Any] = {"f1": 0.0}
    for size in (3, 5):
        sketches = []
        start = time.process_time()
        for article in articles:
            words = re.findall(r"\w+", article.text[len(article.title or "") :].lower())
            sketch = MinHash(num_perm=128)
            sketch.update_batch([" ".join(words[n : n + size]).encode() for n in range(max(1, len(words) - size + 1))])
            sketches.append(sketch.hashvalues)
        seconds = time.process_time() - start
        likeness = _likeness(np.array(sketches))
        for percent in range(4, 80, 2):
            pairs = [(articles[n].id, articles[m].id) for (n, m), alike in likeness.items() if alike >= percent / 100]
            for kind, found in (("pairs", {_pair(*p) for p in pairs}), ("groups", _closed(pairs))):
                scored = _scored(found, true)
                if scored["f1"] > best["f1"]:
                    best = {**scored, "words": size, "threshold": percent / 100, "by": kind, "seconds": round(seconds, 2)}
    return best


def _likeness(sketches: Any) -> dict[tuple[int, int], float]:  # noqa: ANN401 - an array
    """The estimated resemblance of every two that have any."""
    found = {}
    for n in range(len(sketches) - 1):
        alike = np.mean(sketches[n + 1 :] == sketches[n], axis=1)
        for m in np.flatnonzero(alike >= 0.04).tolist():
            found[n, n + 1 + m] = float(alike[m])
    return found


def _closed(pairs: Iterable[tuple[str, str]]) -> Pairs:
    """All pairs of what hangs together; given up where everything does."""
    above: dict[str, str] = {}

    def find(member: str) -> str:
        while above.setdefault(member, member) != member:
            above[member] = above[above[member]]
            member = above[member]
        return member

    for one, other in pairs:
        above[find(one)] = find(other)
    groups = _groups({member: find(member) for member in sorted(above)})
    if max(map(len, groups.values()), default=0) > 200:
        return set()
    return {_pair(a, b) for group in groups.values() for a, b in combinations(group, 2)}
