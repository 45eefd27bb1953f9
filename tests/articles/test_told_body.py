"""Pages that show no text and hold it in their structured data."""

import json

from dateline.articles import read_article
from dateline.model.articles import Article
from dateline.model.pages import Drop, Page

BODY = (
    "LISBON - The foreign ministers of Finland and Peru met on Friday and signed an accord on fishing. They talked for four hours.\n\n"
    "The accord lets ships of both states fish in a zone off the coast. A commission will meet twice a year and settle what is left open. "
    "Both parliaments have to ratify it before the end of the year, and officials in both capitals said that they expected no delay."
)


def page(body: str, kind: str = "NewsArticle", shown: str = "<p>Please turn on JavaScript.</p>") -> Page:
    data = {
        "@context": "https://schema.org",
        "@type": kind,
        "headline": "Ministers sign accord",
        "datePublished": "2024-09-20",
        "articleBody": body,
    }
    script = f"<script type='application/ld+json'>{json.dumps(data)}</script>"
    text = f"<html><head><title>Ministers sign accord | Post</title>{script}</head><body>{shown}</body></html>"
    return Page("a.html", None, "text/html", text.encode())


def test_the_text_of_the_structured_data_is_read() -> None:
    article = read_article(page(BODY))
    assert isinstance(article, Article)
    assert article.title == "Ministers sign accord"
    assert "A commission will meet twice a year" in article.text
    assert "JavaScript" not in article.text
    assert str(article.published.earliest) == "2024-09-20"
    assert [article.text[b.start : b.end][:10] for b in article.blocks if b.kind == "paragraph"][-1] == "The accord"


def test_tags_in_it_are_breaks() -> None:
    article = read_article(page("<p>" + BODY.replace("\n\n", "</p><p>") + "</p>"))
    assert isinstance(article, Article)
    assert "<" not in article.text


def test_a_summary_and_what_is_no_article_are_not_taken() -> None:
    assert isinstance(read_article(page("The ministers met on Friday and signed an accord. They talked for four hours.")), Drop)
    assert isinstance(read_article(page(BODY, kind="Product")), Drop)


def test_the_text_that_is_shown_comes_first() -> None:
    shown = "".join(f"<p>{line} It was shown to all readers of the page who came that day.</p>" for line in BODY.split("\n\n"))
    article = read_article(page(BODY, shown=f"<article><h1>Ministers sign accord</h1>{shown}</article>"))
    assert isinstance(article, Article)
    assert "shown to all readers" in article.text
