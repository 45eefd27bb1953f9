"""Pages that are no article, in layouts as they vary, are dropped for the right reason; articles that look like them are kept."""

import pytest
from tests.articles.builders import BODY, LEAD, SECOND, TITLE, html_page, paragraphs

from dateline.articles import read_article
from dateline.model.articles import Article
from dateline.model.pages import Drop, Page

START = "The ministers of Norland and Sudia met on Tuesday to speak of the border crossing that has been shut since spring."
MENU = '<nav><a href="/">Home</a> <a href="/w">World</a></nav>'
FOOT = "<footer><p>Privacy policy</p></footer>"
ARTICLE = '<meta property="og:type" content="article">'


def _teasers(tag: str, inner: str, count: int = 12) -> str:
    cards = "".join(f'<{inner}><a href="/{one}">Ministers meet again over tolls, part {one}</a></{inner}>' for one in range(count))
    return f"<{tag}>{cards}</{tag}>"


ERRORS = [
    html_page(f"{MENU}<main><h1>{title}</h1><p>{text}</p></main>{FOOT}", f"<title>{title}</title>")
    for title in ("404", "Error 404 - Page not found", "Page not found", "403 Forbidden", "Service unavailable", "This page does not exist")
    for text in ("Sorry.", "The page that you asked for was moved or never was here. Please go back to the front page or use the search.")
]
PAYWALLS = [
    html_page(f"{MENU}<article><h1>{TITLE}</h1><p>{START}</p><{tag}>{text}</{tag}></article>{FOOT}", ARTICLE)
    for tag in ("p", "div", "section")
    for text in (
        "Subscribe to continue reading this article.",
        "This article is only available to subscribers of the paper.",
        "To continue reading, create a free account or sign in.",
        "Already a subscriber? Sign in here.",
    )
]
WALLS = [
    html_page(f"<h1>{title}</h1><p>{text}</p>", f"<title>{title}</title>")
    for title, text in (
        ("Before you continue", "We and our partners store data on your device. You can accept all or choose for yourself."),
        ("We value your privacy", "Please choose which data may be used. You can change your mind at any time on this page."),
        ("Just a moment...", "Checking your browser before you are let in. This takes a few seconds and is done by itself."),
        ("Sign in to continue", "Enter your name and your password. If you have forgotten it, we will send you another one."),
    )
]
FILMS = [
    html_page(f"{MENU}<h1>{TITLE}</h1><{tag}></{tag}><p>The ministers leave the hall after the talks.</p>", head)
    for tag in ("video", "div")
    for head in (
        '<meta property="og:type" content="video.other">',
        '<script type="application/ld+json">{"@type": "VideoObject", "name": "Ministers leave"}</script>',
    )
]
INDEXES = [
    html_page(MENU + _teasers(tag, inner) + FOOT, "<title>World news</title>") for tag in ("div", "section") for inner in ("h2", "h3")
]


@pytest.mark.parametrize(
    ("page", "reason"),
    [
        (page, reason)
        for pages, reason in (
            (ERRORS, "error page"),
            (PAYWALLS, "paywall"),
            (WALLS, "wall"),
            (FILMS, "video page"),
            (INDEXES, "index page"),
        )
        for page in pages
    ],
)
def test_the_reason_is_the_right_one(page: Page, reason: str) -> None:
    found = read_article(page)
    assert isinstance(found, Drop)
    assert found.reason in (reason, "no article" if reason == "index page" else reason)
    assert found.detail


@pytest.mark.parametrize(
    "body",
    [
        f"<h1>{TITLE}</h1>{paragraphs(*BODY)}<p>Already a subscriber? Sign in.</p>",
        f"<h1>{TITLE}</h1>{paragraphs(*BODY)}" + _teasers("div", "h3"),
        f"<form><h1>{TITLE}</h1>{paragraphs(*BODY)}</form>",
        f"<button><h1>{TITLE}</h1>{paragraphs(*BODY)}",
        f"<div class='caption'><h1>{TITLE}</h1>{paragraphs(*BODY, LEAD + ' Again.', SECOND + ' Again.')}</div>",
        f"<h1>404 lorries wait at the border</h1>{paragraphs(*BODY, *(text + ' So it was said.' for text in BODY))}"
        + paragraphs(*(text + " So they heard." for text in BODY)),
    ],
)
def test_articles_that_look_like_one_are_kept(body: str) -> None:
    found = read_article(html_page(body, ARTICLE))
    assert isinstance(found, Article), found
    assert LEAD in found.text


def test_words_cut_for_repetition_are_told() -> None:
    again = "Ministers meet in the capital over tolls"
    found = read_article(html_page(f"<h1>{TITLE}</h1>{paragraphs(again, again, again)}"))
    assert isinstance(found, Drop)
    assert "words of running text" in found.detail
