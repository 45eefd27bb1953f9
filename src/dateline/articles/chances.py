"""How likely each line of a bare text is the article's, from layout and shape alone."""

import math
from collections.abc import Sequence
from functools import cache

from dateline.articles.lines import Line
from dateline.articles.shapes import FEATURES, Shape, shapes
from dateline.articles.surroundings import AROUND, surroundings
from dateline.errors import OntologyError
from dateline.ontology.layout import line_forest

LINE_FEATURES = FEATURES + AROUND


def line_chances(lines: Sequence[Line]) -> list[float]:
    """For each line the probability that it is the article's."""
    if not lines:
        return []
    rows = _rows(lines, shapes(lines))
    start, trees = _forest()
    totals = [start] * len(rows)
    columns = list(zip(*rows, strict=True))
    for questions, values in trees:
        leaves = [0] * len(rows)
        for column, limit in questions:
            leaves = [2 * leaf + (value > limit) for leaf, value in zip(leaves, columns[column], strict=True)]
        totals = [total + values[leaf] for total, leaf in zip(totals, leaves, strict=True)]
    return [1.0 / (1.0 + math.exp(-total)) for total in totals]


def line_features(lines: Sequence[Line]) -> list[tuple[float, ...]]:
    """For each line its numbers in the order of `LINE_FEATURES`."""
    return _rows(lines, shapes(lines))


def _rows(lines: Sequence[Line], found: Sequence[Shape]) -> list[tuple[float, ...]]:
    if not lines:
        return []
    return [one.values + around for one, around in zip(found, surroundings(lines, found), strict=True)]


@cache
def _forest() -> tuple[float, list[tuple[list[tuple[int, float]], tuple[float, ...]]]]:
    forest = line_forest()
    place = {name: at for at, name in enumerate(LINE_FEATURES)}
    unknown = {name for tree in forest.trees for name, _ in tree.questions} - set(place)
    if unknown:
        raise OntologyError(f"data/articles/lines.json asks for {', '.join(sorted(unknown))}: no such feature of a line")
    return forest.start, [([(place[name], limit) for name, limit in tree.questions], tree.values) for tree in forest.trees]
