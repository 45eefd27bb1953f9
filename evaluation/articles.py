"""Extraction of the article from HTML: body, title, authors and day; beside it (`--peers`) what other libraries read from the same bytes.

Speed is counted in CPU seconds, page by page in turn, so that whatever else the machine does strikes all alike.
"""

import time
from collections import Counter
from pathlib import Path
from typing import Any

from evaluation._article_peers import available_peers
from evaluation._pages import gold_pages, scored, write_lines

from dateline.articles.read import body_lines, read_article, read_body
from dateline.errors import UnreadablePage
from dateline.model.articles import Article
from dateline.model.pages import Page

_SHOWN = ("body_f1", "body_precision", "body_recall", "title", "authors_f1", "day", "day_inside", "day_precision")
_RATIO_OF = "trafilatura fast"


def run(data: Path, predictions: Path | None = None, *, peers: bool = False) -> dict[str, Any]:
    """Reads every page of the set; with `peers` the other libraries read the same bytes."""
    gold: dict[str, dict[str, Any]] = {}
    others = available_peers() if peers else {}
    readers = {"dateline": predicted, "dateline body": _body_alone, **others}
    found: dict[str, dict[str, dict[str, Any]]] = {name: {} for name in readers}
    seconds: Counter[str] = Counter()
    for key, want, content in gold_pages(data):
        if not gold:
            for read in readers.values():
                read(key, content)  # what is loaded once is no part of the speed
        gold[key] = want
        for name, read in readers.items():
            start = time.process_time()
            found[name][key] = read(key, content)
            seconds[name] += time.process_time() - start
    write_lines(predictions, list(found["dateline"].values()))
    rows = {name: _row(name, scored(gold, pages), seconds[name], pages) for name, pages in found.items()}
    _print(rows)
    figures: dict[str, Any] = dict(rows["dateline"])
    figures["body_alone_ms_a_page"] = rows["dateline body"]["ms_a_page"]
    if peers:
        figures["peers"] = {name: row for name, row in rows.items() if name in others}
        if _RATIO_OF in seconds:
            figures["body_alone_speed_of_fast"] = round(seconds[_RATIO_OF] / seconds["dateline body"], 3)
            print(f"the body alone: {figures['body_alone_speed_of_fast']} of the pages a CPU second of {_RATIO_OF}")
    return figures


def predicted(key: str, content: bytes) -> dict[str, Any]:
    """One line of predictions; a page that was dropped has only its id and the reason."""
    article = read_article(Page(f"{key}.html", None, "text/html", content), any_language=True)
    if not isinstance(article, Article):
        return {"id": key, "dropped": f"{article.reason}: {article.detail}"}
    return {
        "id": key,
        "title": article.title,
        "body": "\n".join(body_lines((block.kind, article.text[block.start : block.end]) for block in article.blocks)),
        "authors": list(article.byline),
        "published_earliest": article.published.earliest.isoformat() if article.published.earliest else None,
        "published_latest": article.published.latest.isoformat() if article.published.latest else None,
    }


def _body_alone(key: str, content: bytes) -> dict[str, Any]:
    try:
        return {"id": key, "body": read_body(Page(f"{key}.html", None, "text/html", content))}
    except UnreadablePage as error:
        return {"id": key, "dropped": str(error)}


def _row(name: str, figures: dict[str, float], seconds: float, pages: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """Only the figures of fields that the reader gives at all."""
    fields = {field for page in pages.values() for field in page}
    needs = {"body": "body", "title": "title", "authors": "authors", "day": "published_earliest"}
    known = {key: value for key, value in figures.items() if key == "pages" or needs[key.split("_", 1)[0]] in fields}
    known |= {"dropped": sum("dropped" in page for page in pages.values())} if name == "dateline" else {}
    return {**known, "ms_a_page": round(1000 * seconds / max(1, len(pages)), 1)}


def _print(rows: dict[str, dict[str, Any]]) -> None:
    columns = [key for key in (*_SHOWN, "ms_a_page") if any(key in row for row in rows.values())]
    wide = max(len(name) for name in rows)
    print(" " * wide, *(f"{key:>14}" for key in columns))
    for name, row in rows.items():
        print(f"{name:{wide}}", *(f"{row.get(key, '-'):>14}" for key in columns))
