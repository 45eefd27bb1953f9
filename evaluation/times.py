"""Time expressions: TempEval-3 and MEANTIME as TempEval-3's task A scores them, and the cases of Recognizers-Text by what they mean."""

import json
import re
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from evaluation._specs import Case, Meaning, in_scope, of_timex, read_cases, right
from evaluation._time_peers import Answer, answers, peers, stored
from evaluation.timeml import Document, Timex, article_of, read_documents

from dateline.language.parse import Parser
from dateline.language.times import find_times, timex3
from dateline.model.times import TimeExpression

# Predictions of programs that can't be installed from the package registry, where someone has put them beside the project.
_STORED = {"heideltime": "times.*.heideltime.jsonl"}
Figures = dict[str, Any]


def run(folder: Path, predictions: Path | None = None, *, peers: bool = False) -> Figures:
    """Reads all documents or cases under `folder`, at any depth, and scores our expressions, with `peers` the peers' too."""
    documents, cases = list(read_documents(folder)), list(read_cases(folder))
    if documents:
        return _documents(documents, predictions, with_peers=peers)
    return _cases(cases, with_peers=peers)


def _documents(documents: Sequence[Document], predictions: Path | None, *, with_peers: bool) -> Figures:
    parser = Parser()
    found, parse_time, own_time = {}, 0.0, 0.0
    for document in documents:
        started = time.process_time()
        annotated = parser.parse(article_of(document))
        parsed = time.process_time()
        expressions = list(timex3(find_times(annotated)))
        own_time += time.process_time() - parsed
        parse_time += parsed - started
        found[document.name] = [Timex(e.span.start, e.span.end, e.kind, e.value) for e in expressions]
    found = _scored(documents, found)
    if predictions:
        _write(predictions, found)
    figures = score(documents, found)
    rows: dict[str, Figures] = {"dateline": {**figures, "ms_a_document": _ms(own_time, len(documents))}}
    if with_peers:
        rows.update(_peers_on(documents))
    _table(rows)
    others = {name: row for name, row in rows.items() if name != "dateline"}
    share = round(own_time / parse_time, 4) if parse_time else 0.0
    return {**rows["dateline"], "share_of_parse": share, **({"peers": others} if others else {})}


def _peers_on(documents: Sequence[Document]) -> dict[str, Figures]:
    texts = [(d.name, d.text, _day(d.created)) for d in documents]
    rows: dict[str, Figures] = {}
    for name, peer in peers().items():
        given, seconds = answers(peer, texts)
        found = _scored(documents, {doc: [Timex(a.start, a.end, a.kind, a.value) for a in some] for doc, some in given.items()})
        rows[name] = {**score(documents, found), "ms_a_document": _ms(seconds, len(documents))}
    for name, pattern in _STORED.items():
        paths = sorted(path for place in (Path("peers"), Path("../shared/peers")) for path in place.glob(pattern))
        given = stored(paths[0]) if paths else {}
        known = [d for d in documents if d.name in given]
        if 2 * len(known) > len(documents):
            rows[f"{name} (stored)"] = score(documents, {d.name: given.get(d.name, []) for d in documents})
        else:
            print(f"{name}: no stored predictions for these documents ({pattern} in peers/ or ../shared/peers/)")
    return rows


def _scored(documents: Sequence[Document], found: Mapping[str, list[Timex]]) -> dict[str, list[Timex]]:
    """Without what counts neither way."""
    return {d.name: [t for t in found.get(d.name, []) if t.start not in d.unscored] for d in documents}


def _day(created: str) -> datetime | None:
    return datetime.fromisoformat(created[:10]) if re.match(r"\d{4}-\d\d-\d\d", created) else None


def _ms(seconds: float, number: int) -> float:
    return round(1000 * seconds / max(number, 1), 1)


def _table(rows: Mapping[str, Figures]) -> None:
    names = list(dict.fromkeys(key for row in rows.values() for key in row if key.endswith("_f1") or key == "ms_a_document"))
    print(f"{'':22}" + "".join(f"{name:>15}" for name in names))
    for name, row in rows.items():
        print(f"{name:22}" + "".join(f"{row.get(key, ''):>15}" for key in names))


def _cases(cases: Sequence[Case], *, with_peers: bool) -> Figures:
    """By group the share of expressions whose one answer is right, and the F1 of those in scope."""
    given = {"dateline": _ours(cases)}
    if with_peers:
        texts = [(case.name, case.text, case.seen_from) for case in cases]
        given.update({name: answers(peer, texts)[0] for name, peer in peers().items()})
    groups: Counter[str] = Counter()
    hits: dict[str, Counter[str]] = {name: Counter() for name in given}
    for case in cases:
        for expression in case.expressions:
            group = expression.group if in_scope(case, expression) else f"({expression.group})"
            groups[group] += 1
            for name, found in given.items():
                overlapping = [a for a in found[case.name] if a.start < expression.last and expression.first < a.end]
                hits[name][group] += any(a.means is not None and right(expression, a.means) for a in overlapping)
    print(f"{'':22}{'':>7}" + "".join(f"{name:>14}" for name in given) + "   in brackets: out of scope")
    for group in sorted(groups, key=lambda g: (g.startswith("("), g)):
        print(f"{group:22}{groups[group]:>7}" + "".join(f"{hits[name][group] / groups[group]:>14.3f}" for name in given))
    scope = [group for group in groups if not group.startswith("(")]
    wanted, everything = sum(groups[g] for g in scope), sum(groups.values())
    figures = {
        name: {
            "in_scope": round(sum(hits[name][g] for g in scope) / max(wanted, 1), 4),
            "all": round(hits[name].total() / max(everything, 1), 4),
        }
        for name in given
    }
    for name, row in figures.items():
        print(f"{name}: right {row['in_scope']} of {wanted} in scope, {row['all']} of all {everything}")
    others = {name: row for name, row in figures.items() if name != "dateline"}
    return {"cases": len(cases), "expressions": everything, "scope": wanted, **figures["dateline"], **({"peers": others} if others else {})}


def _ours(cases: Sequence[Case]) -> dict[str, list[Answer]]:
    parser = Parser()
    found = {}
    for case in cases:
        annotated = parser.parse(article_of(Document(case.name, case.seen_from.date().isoformat(), case.text, ())))
        found[case.name] = [Answer(e.span.start, e.span.end, e.kind, e.value, _meaning(e)) for e in find_times(annotated)]
    return found


def _meaning(expression: TimeExpression) -> Meaning | None:
    point = expression.ends[1].when.earliest if expression.ends else None
    return of_timex(expression.kind, expression.value, (expression.when.earliest, expression.when.latest), point)


def score(documents: Sequence[Document], found: dict[str, list[Timex]]) -> Figures:
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
