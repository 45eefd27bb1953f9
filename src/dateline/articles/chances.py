"""How likely each line of a bare text is the article's, from layout and shape alone."""

import math
from collections.abc import Sequence
from functools import cache

import numpy as np

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
    rows = np.array(_rows(lines, shapes(lines)), dtype=np.float32)
    start, trees = _forest()
    totals = np.full(len(rows), start)
    columns = np.ascontiguousarray(rows.T)
    for questions, values in trees:
        leaves = np.zeros(len(rows), dtype=np.intp)
        for column, limit in questions:
            leaves = 2 * leaves + (columns[column] > limit)
        totals += values[leaves]
    return [1.0 / (1.0 + math.exp(-total)) for total in totals.tolist()]


def line_features(lines: Sequence[Line]) -> list[tuple[float, ...]]:
    """For each line its numbers in the order of `LINE_FEATURES`."""
    return _rows(lines, shapes(lines))


def _rows(lines: Sequence[Line], found: Sequence[Shape]) -> list[tuple[float, ...]]:
    if not lines:
        return []
    return [one.values + around for one, around in zip(found, surroundings(lines, found), strict=True)]


@cache
def _forest() -> tuple[float, list[tuple[list[tuple[int, np.float32]], np.ndarray]]]:
    forest = line_forest()
    place = {name: at for at, name in enumerate(LINE_FEATURES)}
    unknown = {name for tree in forest.trees for name, _ in tree.questions} - set(place)
    if unknown:
        raise OntologyError(f"data/articles/lines.json asks for {', '.join(sorted(unknown))}: no such feature of a line")
    return forest.start, [
        ([(place[name], np.float32(limit)) for name, limit in tree.questions], np.array(tree.values)) for tree in forest.trees
    ]
