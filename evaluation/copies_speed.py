"""How fast copies are found: 100,000 articles made from a set of texts; seconds of one core and the most memory in use.

Seven of ten are reports of their own: a text of the set with four words of ten replaced, so that topics and phrases are shared as in news.
The others print one of them again, ten thousand times the same one among them, and a quarter carries the furniture of its outlet.
"""

import random
import resource
import time
from pathlib import Path
from typing import Any

from evaluation._reports import Paragraphs, printed, printed_elsewhere, read_texts
from evaluation._reports import Text as Report
from evaluation.copies import as_article

from dateline.linking.copies import find_copies
from dateline.model.articles import Article

_ARTICLES, _SAME = 100_000, 10_000
_SEED = 20


def run(data: Path, predictions: Path | None = None, *, peers: bool = False) -> dict[str, Any]:
    """Seconds and megabytes; neither predictions nor peers."""
    del predictions, peers
    articles = _articles(data)
    words = sum(len(a.text.split()) for a in articles)
    before = _megabytes()
    start = time.process_time()
    copies = find_copies(articles)
    seconds = time.process_time() - start
    print(f"{len(articles)} articles of {words // len(articles)} words, {before} MB before, {len(copies)} copies found")
    return {
        "articles": len(articles),
        "words": words // len(articles),
        "copies": len(copies),
        "seconds": round(seconds, 1),
        "megabytes_before": before,
        "megabytes_most": _megabytes(),
    }


def _articles(data: Path) -> list[Article]:
    texts = [t for t in read_texts(data) if t.words <= 900]
    if not texts:
        raise SystemExit(f"no texts under {data}: give the folder of an unpacked set")
    dice = random.Random(_SEED)  # noqa: S311 - a corpus that anybody can make again
    vocabulary = sorted({w for t in texts for sentences in t.paragraphs for s in sentences for w in s.split()})
    own = (_ARTICLES - _SAME) * 7 // 9
    made: list[Article] = []
    recent: list[Report] = []
    for n in range(own):
        report = Report(str(n), "", _rewritten(texts[n % len(texts)].paragraphs, vocabulary, dice))
        made.append(as_article(f"{n:06}", f"Report {n}", printed(report.paragraphs)))
        recent = [*recent[-20:], report]
        if n % 7 < 2:
            copied = printed_elsewhere(dice.choice(recent), dice.choice(texts), dice)
            made.append(as_article(f"{n:06}-copy", f"Copy {n}", printed(copied)))
    same = printed(texts[0].paragraphs)
    made.extend(as_article(f"same-{n:06}", f"Same {n}", same if n % 2 else f"{same}\nThe desk {n} added this.") for n in range(_SAME))
    return made


def _rewritten(paragraphs: Paragraphs, vocabulary: list[str], dice: random.Random) -> Paragraphs:
    def other(sentence: str) -> str:
        return " ".join(dice.choice(vocabulary) if dice.random() < 0.4 else word for word in sentence.split())

    return tuple(tuple(other(s) for s in sentences) for sentences in paragraphs)


def _megabytes() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
