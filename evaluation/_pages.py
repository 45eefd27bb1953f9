"""Pages with a known article, and how extraction is scored: shared by the benchmarks of the first stages."""

import gzip
import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

_WIDEST = 31  # days: an interval that still counts as one that holds the day


def gold_pages(data: Path) -> Iterator[tuple[str, dict[str, Any], bytes]]:
    """(id, what is known, the page's bytes) for each page that is there, in the order of the ids."""
    where = next(iter(sorted(data.rglob("gold.json"))), None)
    if where is None:
        raise SystemExit(f"no gold.json under {data}: give the folder of an unpacked set")
    gold = json.loads(where.read_text(encoding="utf-8"))
    files = {path.name.removesuffix(".gz"): path for path in where.parent.rglob("*.html*")}
    for key in sorted(gold):
        path = files.get(Path(gold[key].get("file", f"{key}.html")).name)
        if path is not None:
            yield key, gold[key], gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()


def write_lines(path: Path | None, rows: list[dict[str, Any]]) -> None:
    if path is not None:
        path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")


def scored(gold: Mapping[str, Mapping[str, Any]], found: Mapping[str, Mapping[str, Any]]) -> dict[str, float]:
    """Means over pages: body (overlap of four-word shingles), title, authors, day; a missing page is wrong."""
    totals: Counter[str] = Counter()
    counts: Counter[str] = Counter()
    for key, want in gold.items():
        have = found.get(key, {})
        values: dict[str, float] = {}
        if "articleBody" in want:
            body = _overlap(_shingles(want["articleBody"]), _shingles(have.get("body")))
            values |= dict(zip(("body_precision", "body_recall", "body_f1"), body, strict=True))
        if want.get("title"):
            values["title"] = _plain(have.get("title")) == _plain(want["title"])
        if want.get("authors"):
            values["authors_f1"] = _overlap(Counter(_names(want["authors"])), Counter(_names(have.get("authors"))))[2]
        values |= _days(want.get("date"), have.get("published_earliest"), have.get("published_latest"))
        totals.update(values)
        counts.update(values.keys())
    return {"pages": len(gold), **{name: round(totals[name] / counts[name], 4) for name in sorted(counts)}}


def _days(want: object, first: object, last: object) -> dict[str, float]:
    true, earliest, latest = _day(want), _day(first), _day(last)
    if true is None:
        return {}
    right = earliest == latest == true
    inside = bool(earliest and latest and earliest <= true <= latest and (latest - earliest).days <= _WIDEST)
    committed = {"day_precision": float(right)} if earliest and earliest == latest else {}
    return {"day": float(right), "day_inside": float(inside), **committed}


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(value[:10]) if isinstance(value, str) else None
    except ValueError:
        return None


def _shingles(text: str | None, size: int = 4) -> Counter[tuple[str, ...]]:
    found = re.findall(r"\w+", (text or "").lower())
    return Counter(tuple(found[at : at + size]) for at in range(max(1, len(found) - size + 1))) if found else Counter()


def _overlap(gold: Counter[Any], found: Counter[Any]) -> tuple[float, float, float]:
    if not gold and not found:
        return 1.0, 1.0, 1.0
    hit = sum((gold & found).values())
    precision, recall = hit / max(1, sum(found.values())), hit / max(1, sum(gold.values()))
    return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _plain(text: str | None) -> str:
    return " ".join(re.findall(r"\w+", unicodedata.normalize("NFKC", text or "").lower()))


def _names(value: str | list[str] | None) -> set[str]:
    return {_plain(name) for name in (value.split(",") if isinstance(value, str) else value or [])} - {""}
