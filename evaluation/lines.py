"""Which lines of a bare text are the article: pages of article-extraction-benchmark or news-articles, made bare text of in six ways.

`f1` is the mean over pages and kinds of text of the F1 of lines (`_bare.py` says which lines are the article's), each line counting the
same; `f1_all_lines` puts all pages' lines together, so that pages of many short lines weigh more; `shingle_f1` compares the kept text
with the known body as the scorer of extraction does. Captions, headline, byline and date line are not kept lines; headings and
credits are.
"""

import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evaluation import _line_peers
from evaluation._bare import Labelled, aligned, decoded, labelled, letters, page_titles, variants
from evaluation._pages import gold_pages, scored, write_lines

from dateline.articles import read_article
from dateline.model.articles import Article
from dateline.model.pages import Page

_BODY = ("paragraph", "heading", "credit")
_FIRST = "blocks"  # the kind of text whose kept lines are written as predictions
Figures = dict[str, float]


@dataclass(frozen=True, slots=True)
class Counts:
    """Right, wrong and missed lines of one text, and its shingle F1."""

    right: int
    wrong: int
    missed: int
    shingle_f1: float

    @property
    def f1(self) -> float:
        return f1(self.right, self.wrong, self.missed)


def run(data: Path, predictions: Path | None = None, *, peers: bool = False) -> dict[str, Any]:
    """Reads every page in every kind of text; with `peers` simple readers of lines read the same texts."""
    rows: list[dict[str, Any]] = []
    ours, seconds = _Table(), 0.0
    others = {name: _Table() for name in (_line_peers.READERS if peers else ())}
    for key, want, content in gold_pages(data):
        if not want.get("articleBody"):
            continue
        markup = decoded(content)
        titles = page_titles(markup, want.get("title"))
        for kind, text in variants(markup):
            gold = labelled([row.strip() for row in text.splitlines() if letters(row)], want["articleBody"], titles)
            start = time.perf_counter()
            kept = _kept(key, text)
            seconds += time.perf_counter() - start
            ours.add(kind, page_figures(gold, "\n".join(kept), want["articleBody"]))
            for name, table in others.items():
                table.add(kind, page_figures(gold, "\n".join(_line_peers.READERS[name](gold.lines)), want["articleBody"]))
            if kind == _FIRST:
                rows.append({"id": key, "text": "\n".join(kept)})
    write_lines(predictions, rows)
    figures = {**ours.means(), "ms_a_page": round(1000 * seconds / max(1, ours.pages), 1), "kinds": ours.by_kind()}
    _show("ours", ours)
    for name, table in others.items():
        _show(name, table)
    return {**figures, **({"peers": {name: table.means() for name, table in others.items()}} if others else {})}


def page_figures(gold: Labelled, kept: str, body: str) -> Counts:
    """Lines kept and missed as multisets of their letters: nothing tells which of two copies is meant."""
    found = aligned(gold.lines, kept)
    counted = [at for at, label in enumerate(gold.labels) if label is not None]
    want = Counter(letters(gold.lines[at]) for at in counted if gold.labels[at])
    have = Counter(letters(gold.lines[at]) for at in counted if found[at])
    right = (want & have).total()
    shingle_f1 = scored({"": {"articleBody": body}}, {"": {"body": kept}})["body_f1"]
    return Counts(right, have.total() - right, want.total() - right, shingle_f1)


class _Table:
    """What a reader reached, by kind of text."""

    def __init__(self) -> None:
        self._found: dict[str, list[Counts]] = {}

    @property
    def pages(self) -> int:
        return sum(map(len, self._found.values()))

    def add(self, kind: str, counts: Counts) -> None:
        self._found.setdefault(kind, []).append(counts)

    def by_kind(self) -> dict[str, Figures]:
        return {kind: _means(found) for kind, found in self._found.items()}

    def means(self) -> Figures:
        return _means([one for found in self._found.values() for one in found])


def _means(found: list[Counts]) -> Figures:
    right, wrong, missed = (sum(getattr(one, name) for one in found) for name in ("right", "wrong", "missed"))
    count = max(1, len(found))
    figures = {
        "f1": sum(one.f1 for one in found) / count,
        "shingle_f1": sum(one.shingle_f1 for one in found) / count,
        "f1_all_lines": f1(right, wrong, missed),
        "precision_all_lines": right / max(1, right + wrong),
        "recall_all_lines": right / max(1, right + missed),
    }
    return {name: round(value, 4) for name, value in figures.items()}


def f1(right: int, wrong: int, missed: int) -> float:
    """Of two empty sets it is 1."""
    return 2 * right / (2 * right + wrong + missed) if right + wrong + missed else 1.0


def _show(name: str, table: _Table) -> None:
    for kind, figures in (*table.by_kind().items(), ("all kinds", table.means())):
        print(f"{name:18} {kind:12}", *(f"{key} {value:.4f}" for key, value in figures.items()))


def _kept(key: str, text: str) -> list[str]:
    article = read_article(Page(f"{key}.txt", None, "text/plain", text.encode()), any_language=True)
    if not isinstance(article, Article):
        return []
    return [article.text[block.start : block.end] for block in article.blocks if block.kind in _BODY]
