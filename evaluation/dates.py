"""The day of publication of HTML pages, beside htmldate (`--peers`). The pages are given without their address, as files."""

from pathlib import Path
from typing import Any

import htmldate
from evaluation._pages import gold_pages, scored, write_lines
from evaluation.articles import predicted


def run(data: Path, predictions: Path | None = None, *, peers: bool = False) -> dict[str, Any]:
    """`day`: one right day of all pages; `day_precision`: of the pages for which a single day is given."""
    gold: dict[str, dict[str, Any]] = {}
    rows: list[dict[str, Any]] = []
    other: dict[str, dict[str, Any]] = {}
    for key, want, content in gold_pages(data):
        gold[key] = {"date": want.get("date")}
        row = predicted(key, content)
        rows.append({name: row.get(name) for name in ("id", "published_earliest", "published_latest")})
        if peers:
            day = htmldate.find_date(content.decode("utf-8", "replace"), original_date=True)
            other[key] = {"published_earliest": day, "published_latest": day}
    write_lines(predictions, rows)
    figures: dict[str, Any] = scored(gold, {row["id"]: row for row in rows})
    if peers:
        figures["htmldate"] = scored(gold, other)
    for name, value in figures.items():
        print(f"{name:16} {value}")
    return figures
