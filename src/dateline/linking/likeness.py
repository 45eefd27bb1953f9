"""How alike the words are in which two reports stand, and the openings of their articles: words that few articles have tell most.

Whoever copies or shortens a report keeps its words, and two reporters of one event name the same things beside it, whatever they call the
event itself. Words are cut to their first letters, which joins most forms of a word in most languages without a table of any.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache
from math import log, sqrt

from dateline.model.evidence import Span
from dateline.model.reports import Report
from dateline.ontology.names import fold

_WORD = re.compile(r"[^\W\d_]{3,}|\d+")
_STEM = 5  # letters that stand for a word
_OPENING = 1500  # characters of an article that say what it is about
_AROUND = 80  # characters on either side of a report's words, within its sentence
_MOST = 12  # words beside a report that are compared, the rarest

Words = Mapping[str, float]


class Likeness:
    """Compares the words around reports and the openings of articles; of `texts`, articles by id."""

    __slots__ = ("_around", "_compared", "_openings", "_texts", "_weights")

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = texts
        bags = {article: _stems(text[:_OPENING]) for article, text in texts.items()}
        counts = Counter(stem for bag in bags.values() for stem in bag)
        self._weights = {stem: log((len(bags) + 1) / (count + 0.5)) for stem, count in counts.items()}
        self._openings = {article: self._unit(bag) for article, bag in bags.items()}
        self._around: dict[str, Words] = {}
        self._compared: dict[tuple[str, str], float] = {}

    def around(self, report: Report) -> Words:
        """The words beside the report's own in its sentence, weighed, as a vector of length one."""
        sentence = next((e for e in report.evidence if isinstance(e, Span) and e.holds(report.trigger)), report.trigger)
        start, end = max(sentence.start, report.trigger.start - _AROUND), min(sentence.end, report.trigger.end + _AROUND)
        if report.id not in self._around:
            self._around[report.id] = self._unit(_stems(self._texts.get(report.article, "")[start:end]), _MOST)
        return self._around[report.id]

    def articles(self, one: str, other: str) -> float:
        """0 to 1: how alike the openings of two articles are."""
        pair = (one, other) if one < other else (other, one)
        if pair not in self._compared:
            self._compared[pair] = cosine(self._openings.get(one, {}), self._openings.get(other, {}))
        return self._compared[pair]

    def _unit(self, stems: Iterable[str], most: int | None = None) -> Words:
        """The heaviest stems as a vector of length one."""
        rarest = log((len(self._texts) + 1) / 0.5)
        weights = sorted(((self._weights.get(stem, rarest), stem) for stem in stems), reverse=True)[:most]
        length = sqrt(sum(weight * weight for weight, _ in weights)) or 1.0
        return {stem: weight / length for weight, stem in weights}


def cosine(one: Words, other: Words) -> float:
    """Of two vectors of length one."""
    shared = one.keys() & other.keys()
    return sum(one[stem] * other[stem] for stem in sorted(shared)) if shared else 0.0


@lru_cache(maxsize=20_000)
def _stems(text: str) -> tuple[str, ...]:
    """Each stem once, sorted, so that sums of them come out the same in every run."""
    return tuple(sorted({word[:_STEM] for word in _WORD.findall(fold(text))}))
