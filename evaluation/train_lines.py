"""Fits the weights of `data/articles/lines.json`: how likely a line of a bare text is the article's, from its shape and surroundings alone.

    python -m evaluation.train_lines --data FOLDER [FOLDER ...] [--bodies-by-extractor FOLDER] [--half 0|1] [--out FILE]

A forest of trees whose every level asks one question of all lines (oblivious trees, as in CatBoost), boosted on the logistic loss with
numpy alone, on bare text of several kinds made of each page. Pages of a set without bodies get theirs from the extractor that reads
HTML. `--half` leaves out the pages of the other half (by a hash of their ids), to be measured on them with that file in place.
"""

import argparse
import hashlib
import json
import math
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import trafilatura
from evaluation._bare import decoded, labelled, page_titles, variants
from evaluation._pages import gold_pages

from dateline.articles.chances import LINE_FEATURES, line_features
from dateline.articles.lines import split_lines

_KINDS, _KINDS_BY_EXTRACTOR = ("blocks", "boxes", "every block"), ("blocks",)
_TREES, _DEPTH, _RATE, _STEADY = 120, 5, 0.1, 8.0
_COLUMNS, _ROWS, _BINS = 0.3, 0.5, 32
_SEED = 0
_FEWEST_LETTERS = 600  # of a body by the extractor: a shorter one may be a box
_BY_EXTRACTOR = 0.6  # weight of a line whose body is the extractor's word
_PAGE = 20  # body lines from which a page's lines weigh less, so that long pages do not rule


@dataclass(frozen=True, slots=True)
class Rows:
    """Lines of one text: features, whether they are the article's, and what each weighs."""

    features: np.ndarray
    wanted: np.ndarray
    weights: np.ndarray


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, nargs="+", required=True, help="unpacked sets with bodies")
    parser.add_argument("--bodies-by-extractor", type=Path, nargs="*", default=[], help="unpacked sets without bodies")
    parser.add_argument("--half", type=int, choices=(0, 1), help="fit on this half of the pages alone")
    parser.add_argument("--out", type=Path, default=Path("src/dateline/data/articles/lines.json"))
    asked = parser.parse_args()
    rows = [one for folder in asked.data for one in _rows(folder, asked.half, by_extractor=False)]
    rows += [one for folder in asked.bodies_by_extractor for one in _rows(folder, None, by_extractor=True)]
    features, wanted, weights = (np.concatenate([getattr(one, name) for one in rows]) for name in ("features", "wanted", "weights"))
    print(f"{len(rows)} texts, {len(wanted)} lines, {wanted.mean():.3f} of them the article's")
    base, trees = fit(features, wanted, weights / weights.mean())
    asked.out.write_text(_written(base, trees), encoding="utf-8")


def half_of(key: str) -> int:
    """Which half a page is in, by a hash of its id."""
    return int(hashlib.sha256(key.encode()).hexdigest(), 16) % 2


def _rows(folder: Path, half: int | None, *, by_extractor: bool) -> Iterator[Rows]:
    for key, want, content in gold_pages(folder):
        if half is not None and half_of(key) != half:
            continue
        body = trafilatura.extract(content, include_comments=False) if by_extractor else want.get("articleBody")
        if not body or (by_extractor and len(body) < _FEWEST_LETTERS):
            continue
        markup = decoded(content)
        for _, text in variants(markup, _KINDS_BY_EXTRACTOR if by_extractor else _KINDS):
            yield _labelled_rows(text, body, page_titles(markup, want.get("title")), _BY_EXTRACTOR if by_extractor else 1.0)


def _labelled_rows(text: str, body: str, titles: list[str], weight: float) -> Rows:
    lines = split_lines(text)
    labels = labelled([line.text for line in lines], body, titles).labels
    known = [at for at, label in enumerate(labels) if label is not None]
    wanted = np.array([bool(labels[at]) for at in known], dtype=float)
    features = np.array(line_features(lines), dtype=np.float32).reshape(len(lines), len(LINE_FEATURES))[known]
    return Rows(features, wanted, np.full(len(known), weight / max(_PAGE, wanted.sum()) ** 0.7))


Tree = tuple[list[tuple[int, float]], list[float]]


def fit(features: np.ndarray, wanted: np.ndarray, weights: np.ndarray) -> tuple[float, list[Tree]]:
    """The forest's start and its trees: (feature, threshold) for each level, and each leaf's value; the first answer is the highest bit."""
    rng = np.random.default_rng(_SEED)
    sample = features[rng.choice(len(features), min(len(features), 20_000), replace=False)]
    steps = np.linspace(0, 1, _BINS + 1)[1:-1]
    edges = [np.unique(np.quantile(column, steps).astype(np.float32)) for column in sample.T]
    binned = np.stack([np.searchsorted(edge, column, side="left") for edge, column in zip(edges, features.T, strict=True)])
    share = (weights * wanted).sum() / weights.sum()
    base = float(np.log(share / (1 - share)))
    raw = np.full(len(wanted), base)
    trees: list[Tree] = []
    for _ in range(_TREES):
        chance = 1 / (1 + np.exp(-raw))
        rows = rng.random(len(raw)) < _ROWS
        slope, bend = (weights * (chance - wanted))[rows], (weights * chance * (1 - chance))[rows] + 1e-9
        questions, leaf = _questions(binned[:, rows], slope, bend, edges, rng)
        values = -_RATE * np.bincount(leaf, slope, 1 << _DEPTH) / (np.bincount(leaf, bend, 1 << _DEPTH) + _STEADY)
        where = np.zeros(len(raw), np.int64)
        for column, bin_ in questions:
            where = where * 2 + (binned[column] > bin_)
        raw += values[where]
        trees.append(([(column, float(edges[column][bin_])) for column, bin_ in questions], [round(float(value), 3) for value in values]))
    return base, trees


def _questions(
    binned: np.ndarray, slope: np.ndarray, bend: np.ndarray, edges: list[np.ndarray], rng: np.random.Generator
) -> tuple[list[tuple[int, int]], np.ndarray]:
    """For each level the question that lowers the loss most over all leaves, of a third of the features."""
    usable = [column for column, edge in enumerate(edges) if len(edge)]
    leaf = np.zeros(binned.shape[1], np.int64)
    questions: list[tuple[int, int]] = []
    for level in range(_DEPTH):
        leaves = 1 << level
        best: tuple[float, int, int] = (-1.0, 0, 0)
        for column in rng.choice(usable, max(1, int(_COLUMNS * len(usable))), replace=False):
            place = leaf * _BINS + binned[column]
            left, weight = (np.bincount(place, one, leaves * _BINS).reshape(leaves, _BINS).cumsum(1) for one in (slope, bend))
            rest, other = left[:, -1:] - left, weight[:, -1:] - weight
            gain = (left**2 / (weight + _STEADY) + rest**2 / (other + _STEADY)).sum(0)[: len(edges[column])]
            best = max(best, (float(gain.max()), int(column), int(gain.argmax())))
        questions.append(best[1:])
        leaf = leaf * 2 + (binned[best[1]] > best[2])
    return questions, leaf


def _above(limit: float) -> float:
    """Rounded up: a value that is the limit itself stays below it."""
    return math.ceil(limit * 1e5 - 1e-3) / 1e5


def _written(base: float, trees: list[Tree]) -> str:
    about = (
        "Chance that a line of a bare text is the article's, from layout and shape alone: written by evaluation/train_lines.py, fitted to"
        " the development halves of article-extraction-benchmark, news-articles and page-dates. Each tree asks its questions in order;"
        " yes is a 1 bit; values by leaf."
    )
    rows: list[dict[str, Any]] = [
        {"asks": [[LINE_FEATURES[column], _above(limit)] for column, limit in questions], "values": values} for questions, values in trees
    ]
    body = ",\n".join(json.dumps(row) for row in rows)
    return f'{{"about": {json.dumps(about)},\n"start": {base:.4f},\n"trees": [\n{body}\n]}}\n'


if __name__ == "__main__":
    main()
