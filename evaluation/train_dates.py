"""Fits the weights of the traces of dates: `python -m evaluation.train_dates --data PAGE_DATES --data NEWS_ARTICLES [--out FILE]`.

A conditional logistic regression: of all traces of a page (and "the page does not say it") those of the right day are to be likely. The
features are kinds of markup, places and agreement, no words. With few hundred pages, weights are drawn to those set by hand below. Prints
what four-fold cross-validation (folds by a hash of the id) gives, and writes the weights fitted on all.
"""

import argparse
import hashlib
import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from evaluation._pages import gold_pages
from evaluation.dates import is_news

from dateline.articles.dated import traces_of
from dateline.articles.traces import Trace
from dateline.articles.weighing import NOWHERE, days, features
from dateline.model.pages import Page

FOLDS = 4
SINGLE, INTERVAL = 0.45, 0.8
_STEPS, _RATE = 300, 0.05
_PULL = 10.0  # of the weights set by hand, in pages
_FEWEST = 4  # pages with a feature
# Set by hand: where the fit begins and what it stays near to.
_BEFORE = {
    NOWHERE: 1.0, "meta published": 2.5, "schema": 2.0, "schema created": 1.0, "schema upload": -1.0, "schema: lesser": -1.0,
    "meta date": 1.0, "script": 0.5, "script: many": -1.0, "hidden field": 1.0, "address": 2.0, "address: row": -0.7, "time": 0.5,
    "edited": -1.5, "page: near": 0.8, "page: just above": 0.5, "page: alone": 0.7, "page: first": 0.7, "page: marked published": 0.7,
    "page: marked date": 0.5, "page: says published": 0.7, "page: says edited": -1.0, "page: marked edited": -1.0, "page: beside": -1.0,
    "page: listed": -1.5, "page: far": -1.5, "page: sentence": -1.0, "page: linked": -0.7, "page: unsure": -0.3, "page: relative": -0.3,
    "local": 0.5,
    "elsewhere": -0.5, "agrees": 1.0, "agrees more": 1.5, "after the edit": -1.0, "later than one near": -0.5,
    "month of the address": 0.5, "not the month of the address": -1.5,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Case:
    """A page's traces with their features, and the day that is right."""

    key: str
    day: date
    traces: tuple[Trace, ...]
    found: tuple[tuple[Trace, frozenset[str]], ...]
    news: bool

    @property
    def is_said(self) -> bool:
        return any(trace.day == self.day for trace, _ in self.found)


def cases(data: Path) -> Iterator[Case]:
    for key, want, content in gold_pages(data):
        try:
            day = date.fromisoformat(str(want.get("date"))[:10])
        except ValueError:
            continue
        traces = traces_of(Page(key, None, "text/html", content))
        yield Case(key, day, tuple(traces), tuple(features(traces)), is_news(content))


def fit(known: Sequence[Case]) -> dict[str, float]:
    """Adam on the log-likelihood of the right day, all pages at once."""
    count = Counter(name for case in known for name in {name for _, names in case.found for name in names})
    names = sorted({name for name, pages in count.items() if pages >= _FEWEST} | set(_BEFORE))
    weights = {name: _BEFORE.get(name, 0.0) for name in names}
    first, second = dict.fromkeys(names, 0.0), dict.fromkeys(names, 0.0)
    for step in range(1, _STEPS + 1):
        slopes = {name: _PULL * (weights[name] - _BEFORE.get(name, 0.0)) / len(known) for name in names}
        for case in known:
            for name, slope in _slopes(case, weights).items():
                if name in slopes:
                    slopes[name] += slope / len(known)
        for name in names:
            first[name] = 0.9 * first[name] + 0.1 * slopes[name]
            second[name] = 0.999 * second[name] + 0.001 * slopes[name] ** 2
            size = math.sqrt(second[name] / (1 - 0.999**step)) + 1e-8
            weights[name] -= _RATE * first[name] / (1 - 0.9**step) / size
    return weights


def _slopes(case: Case, weights: Mapping[str, float]) -> dict[str, float]:
    rows = [*((names, trace.day == case.day) for trace, names in case.found), (frozenset({NOWHERE}), not case.is_said)]
    scores = [math.exp(sum(weights.get(name, 0.0) for name in names)) for names, _ in rows]
    whole, right = sum(scores), sum(score for score, (_, good) in zip(scores, rows, strict=True) if good)
    found: dict[str, float] = defaultdict(float)
    for score, (names, good) in zip(scores, rows, strict=True):
        for name in names:
            found[name] += score / whole - (score / right if good else 0.0)
    return found


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m evaluation.train_dates", description=__doc__)
    parser.add_argument("--data", type=Path, action="append", required=True)
    parser.add_argument("--out", type=Path)
    asked = parser.parse_args()
    sets = [list(cases(folder)) for folder in asked.data]
    # Later sets give pages whose day is said; where it is said nowhere, their gold is another day than the page's.
    known = [case for at, group in enumerate(sets) for case in group if at == 0 or case.is_said]
    right: dict[tuple[int, int], list[tuple[float, float, Case]]] = defaultdict(list)
    for fold in range(FOLDS):
        weights = fit([case for case in known if _fold(case) != fold])
        for at, group in enumerate(sets):
            for case in group:
                if _fold(case) == fold:
                    right[at, 0].append(_judged(case, weights))
    for (at, _), rows in sorted(right.items()):
        _print(f"{asked.data[at].name}, cross-validated", rows)
        _print(f"{asked.data[at].name}, news, cross-validated", [row for row in rows if row[2].news])
    if asked.out:
        asked.out.write_text(_yaml(fit(known)), encoding="utf-8")


def _fold(case: Case) -> int:
    return int(hashlib.sha256(case.key.encode()).hexdigest(), 16) % FOLDS


def _judged(case: Case, weights: Mapping[str, float]) -> tuple[float, float, Case]:
    """(is a single day given, is it right, the page)."""
    ranked, nowhere = days(case.traces, weights)
    given = bool(ranked) and ranked[0][1] > max(nowhere, SINGLE)
    return float(given), float(given and ranked[0][0] == case.day), case


def _print(name: str, rows: Sequence[tuple[float, float, Case]]) -> None:
    given, right = sum(row[0] for row in rows), sum(row[1] for row in rows)
    print(f"{name:40} pages {len(rows)} day {right / max(1, len(rows)):.3f} precision {right / max(1.0, given):.3f}")


def _yaml(weights: Mapping[str, float]) -> str:
    lines = [
        "# How much each feature of a trace bears on whether its day is the one of publication: logarithms, added up, then a softmax",
        '# over the traces of a page and "nowhere". Fitted by evaluation/train_dates.py on the development halves of page-dates and',
        "# news-articles; kinds of markup, places and agreement, no words.",
        "weights:",
        *(f'  "{name}": {round(weight, 2)}' for name, weight in sorted(weights.items()) if round(weight, 2)),
        "# A single day is given from this probability on, else the interval of the days that hold this share of what is left.",
        f"single: {SINGLE}",
        f"interval: {INTERVAL}",
    ]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
