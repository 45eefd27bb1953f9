"""Extraction of the article from HTML: body, title, authors and day, beside trafilatura (`--peers`)."""

import time
from pathlib import Path
from typing import Any

import trafilatura
from evaluation._pages import gold_pages, scored, write_lines

from dateline.articles import read_article
from dateline.model.articles import Article
from dateline.model.pages import Page

_BODY = ("paragraph", "heading", "credit")


def run(data: Path, predictions: Path | None = None, *, peers: bool = False) -> dict[str, Any]:
    """Reads every page of the set; with `peers` trafilatura reads the same bytes."""
    gold: dict[str, dict[str, Any]] = {}
    rows: list[dict[str, Any]] = []
    other: dict[str, dict[str, Any]] = {}
    seconds = {"ours": 0.0, "trafilatura": 0.0}
    for key, want, content in gold_pages(data):
        gold[key] = want
        start = time.perf_counter()
        rows.append(predicted(key, content))
        seconds["ours"] += time.perf_counter() - start
        if peers:
            start = time.perf_counter()
            other[key] = {"body": trafilatura.extract(content, include_comments=False)}
            seconds["trafilatura"] += time.perf_counter() - start
    write_lines(predictions, rows)
    figures: dict[str, Any] = scored(gold, {row["id"]: row for row in rows})
    figures["ms_a_page"] = round(1000 * seconds["ours"] / max(1, len(gold)), 1)
    if peers:
        theirs = {name: value for name, value in scored(gold, other).items() if name.startswith("body")}
        figures["trafilatura"] = {**theirs, "ms_a_page": round(1000 * seconds["trafilatura"] / max(1, len(gold)), 1)}
    for name, value in figures.items():
        print(f"{name:16} {value}")
    return figures


def predicted(key: str, content: bytes) -> dict[str, Any]:
    """One line of predictions; a page that was dropped has only its id."""
    article = read_article(Page(f"{key}.html", None, "text/html", content), any_language=True)
    if not isinstance(article, Article):
        return {"id": key, "dropped": article.reason}
    return {
        "id": key,
        "title": article.title,
        "body": "\n".join(article.text[block.start : block.end] for block in article.blocks if block.kind in _BODY),
        "authors": list(article.byline),
        "published_earliest": article.published.earliest.isoformat() if article.published.earliest else None,
        "published_latest": article.published.latest.isoformat() if article.published.latest else None,
    }
