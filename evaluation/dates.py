"""The day of publication of HTML pages, beside htmldate, trafilatura and newspaper4k (`--peers`).

The pages are given without their addresses, which name the day of many (`with_address`: with them; ids that are URLs are the addresses).
`news`: pages that say they are articles, by og:type "article" or a NewsArticle of schema.org in their markup.
"""

import re
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from datetime import date, datetime
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any

import htmldate
import trafilatura
from evaluation._pages import gold_pages, scored, write_lines

from dateline.articles.dated import publication_of
from dateline.errors import UnreadablePage
from dateline.model.pages import Page

_NEWS = re.compile(
    rb"""og:type["'][^>]{0,80}article|article["'][^>]{0,80}og:type|@type["']\s*:\s*\[?\s*["'][A-Za-z]*NewsArticle""", re.IGNORECASE
)
_Found = dict[str, Any]


def run(data: Path, predictions: Path | None = None, *, peers: bool = False) -> dict[str, Any]:
    """`day`: one right day of all pages; `day_precision`: of the pages for which a single day is given."""
    pages = list(gold_pages(data))
    gold = {key: {"date": want.get("date")} for key, want, _ in pages}
    news = {key for key, _, content in pages if is_news(content)}
    readers: dict[str, Callable[[str, bytes], _Found]] = {"ours": partial(_ours, address=False)}
    if any(key.startswith("http") for key in gold):
        readers["with_address"] = partial(_ours, address=True)
    if peers:
        readers |= dict(_peers())
    figures: dict[str, Any] = {}
    for name, read in readers.items():
        start = time.process_time()
        rows = {key: read(key, content) for key, _, content in pages}
        spent = 1000 * (time.process_time() - start) / max(1, len(pages))
        of_news = scored({key: gold[key] for key in gold if key in news}, rows)
        found = {"all": scored(gold, rows), "news": of_news, "ms_a_page": round(spent, 1)}
        figures |= {**found["all"], "news": found["news"], "ms_a_page": found["ms_a_page"]} if name == "ours" else {name: found}
        if name == "ours":
            write_lines(predictions, [{"id": key, **row} for key, row in rows.items()])
        _print(name, found)
    return figures


def is_news(content: bytes) -> bool:
    """Does the page's markup say that it is an article?"""
    return bool(_NEWS.search(content))


def _ours(key: str, content: bytes, *, address: bool) -> _Found:
    uri = key.removeprefix("x") if address and key.startswith(("http", "xhttp")) else None
    try:
        found = publication_of(Page("page.html", uri, "text/html", content)).published
    except UnreadablePage:
        return {}
    return {
        "published_earliest": found.earliest.isoformat() if found.earliest else None,
        "published_latest": found.latest.isoformat() if found.latest else None,
    }


def _peers() -> Iterator[tuple[str, Callable[[str, bytes], _Found]]]:
    def by_htmldate(_key: str, content: bytes, *, extensive: bool) -> _Found:
        return _day(htmldate.find_date(content.decode("utf-8", "replace"), extensive_search=extensive, original_date=True))

    def by_trafilatura(_key: str, content: bytes) -> _Found:
        found = trafilatura.extract_metadata(content.decode("utf-8", "replace"), extensive=True)
        return _day(found.date if found else None)

    yield "htmldate_fast", partial(by_htmldate, extensive=False)
    yield "htmldate_extensive", partial(by_htmldate, extensive=True)
    yield "trafilatura", by_trafilatura
    try:
        newspaper = import_module("newspaper")
    except ImportError:
        print("newspaper4k is not installed: pip install -e .[peers]")
        return

    def by_newspaper(_key: str, content: bytes) -> _Found:
        article = newspaper.Article("http://localhost/", language="en", fetch_images=False)  # else it asks hosts for pictures
        article.download(input_html=content.decode("utf-8", "replace"))
        with suppress(newspaper.ArticleException, ValueError, TypeError, AttributeError):
            article.parse()
        return _day(article.publish_date)

    yield "newspaper4k", by_newspaper


def _day(value: object) -> _Found:
    day = value.date().isoformat() if isinstance(value, datetime) else value.isoformat() if isinstance(value, date) else value
    return {"published_earliest": day, "published_latest": day} if isinstance(day, str) and day else {}


def _print(name: str, found: Mapping[str, Any]) -> None:
    shown = " | ".join(
        f"{part}: {row['pages']} pages, day {row.get('day', 0):.3f}, precision {row.get('day_precision', 0):.3f}"
        for part, row in found.items()
        if isinstance(row, dict)
    )
    print(f"{name:22} {shown} | {found['ms_a_page']} ms")
