"""Bytes of many encodings, declared rightly, wrongly or not at all, and the metadata of several standards."""

import pytest
from tests.articles.builders import BODY, TITLE, html_page, paragraphs

from dateline.articles import read_article
from dateline.articles.decode import decode
from dateline.errors import UnreadablePage
from dateline.model.articles import Article
from dateline.model.pages import Page

WESTERN = "The café in Malmö – “small” as it was – charged £5 for a crème brûlée, and nobody complained until the señor’s façade fell. " * 4
RUSSIAN = "Министры двух стран встретились во вторник в столице и договорились снова открыть переход на границе, закрытый с весны. " * 4
JAPANESE = "両国の外相は火曜日に首都で会談し、春から閉鎖されている国境検問所を再開することで合意した。会談は三時間続いた。" * 6
PLAIN = "The ministers of the two countries met on Tuesday in the capital. " * 4


def _page(text: str, encoding: str, declared: str | None, *, transport: str | None = None) -> Page:
    meta = f'<meta charset="{declared}">' if declared else ""
    markup = f"<html><head>{meta}<title>x</title></head><body><p>{text}</p></body></html>"
    return Page("a.html", None, "text/html", markup.encode(encoding), transport)


CASES = [
    (WESTERN, "windows-1252", None, None),
    (WESTERN, "windows-1252", "windows-1252", None),
    (WESTERN, "windows-1252", "iso-8859-1", None),
    (WESTERN, "windows-1252", "utf-8", None),
    (WESTERN, "windows-1252", "utf-8", "utf-8"),
    (WESTERN, "utf-8", "iso-8859-1", None),
    (WESTERN, "utf-8", None, "iso-8859-1"),
    (WESTERN, "utf-8", "windows-1252", "windows-1252"),
    (WESTERN, "utf-8", "us-ascii", None),
    (WESTERN, "utf-8", "no-such-encoding", None),
    (WESTERN, "utf-8-sig", "iso-8859-1", None),
    (RUSSIAN, "windows-1251", None, None),
    (RUSSIAN, "windows-1251", "windows-1251", None),
    (RUSSIAN, "windows-1251", "utf-8", None),
    (RUSSIAN, "utf-8", "windows-1251", None),
    (RUSSIAN, "koi8-r", "koi8-r", None),
    (RUSSIAN, "koi8-r", None, None),
    (JAPANESE, "shift_jis", None, None),
    (JAPANESE, "shift_jis", "Shift_JIS", None),
    (JAPANESE, "shift_jis", "utf-8", None),
    (JAPANESE, "euc-jp", "euc-jp", None),
    (JAPANESE, "utf-8", "shift_jis", None),
    (WESTERN, "utf-16", None, None),
    (WESTERN, "utf-16-le", None, None),
    (WESTERN, "utf-16-be", None, None),
    (WESTERN, "utf-16-le", "utf-16", None),
    (WESTERN, "utf-16-le", "utf-8", None),
    (WESTERN, "utf-16-be", "utf-8", None),
    (PLAIN, "utf-16-le", None, "utf-8"),
    (PLAIN, "utf-16-be", "utf-16", "utf-16"),
    (PLAIN, "ascii", "utf-16", None),
    (RUSSIAN, "utf-16-le", None, None),
    (WESTERN, "utf-8", None, None),
]


@pytest.mark.parametrize(("text", "encoding", "declared", "transport"), CASES)
def test_a_page_is_read_whatever_it_declares(text: str, encoding: str, declared: str | None, transport: str | None) -> None:
    assert f"<p>{text}</p>" in decode(_page(text, encoding, declared, transport=transport))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "utf-16-be", "windows-1252"])
def test_bare_text_too(encoding: str) -> None:
    assert decode(Page("a.txt", None, "text/plain", WESTERN.encode(encoding))) == WESTERN


def test_one_broken_character_does_not_turn_a_utf_8_page_to_rubbish() -> None:
    content = ("<p>" + WESTERN * 5 + "</p>").encode() + b"<p>cut \xe2\x80</p>" + ("<p>" + WESTERN + "</p>").encode()
    assert "<p>" + WESTERN in decode(Page("a.html", None, "text/html", content))


def test_a_few_stray_bytes_among_a_few_letters_lose_no_page() -> None:
    content = ("The board of Liepa said “no” twice, then “perhaps”. " * 3).encode() + b"\x81 \xff \x8d \xfe The quay stays closed."
    read = decode(Page("a.txt", None, "text/plain", content))
    assert "said “no” twice" in read
    assert read.endswith("The quay stays closed.")


@pytest.mark.parametrize("content", [b"\x00\x01\x02\x03" * 200, bytes(range(256)) * 8])
def test_what_is_no_text_is_refused(content: bytes) -> None:
    with pytest.raises(UnreadablePage):
        decode(Page("a.html", None, "text/html", content))


AMP = (
    '<!doctype html><html ⚡ lang="en"><head><meta charset="utf-8"><link rel="canonical" href="https://post.example/2023/03/07/border">'
    "<style amp-boilerplate>body{visibility:hidden}</style><script async src='https://cdn.example/v0.js'></script>"
    '<script type="application/ld+json">{"@context":"http://schema.org","@type":"NewsArticle","headline":"%s",'
    '"datePublished":"2023-03-07T08:00:00Z","author":{"@type":"Person","name":"Mara Oden"},'
    '"publisher":{"@type":"Organization","name":"The Norland Post"}}</script></head><body>'
    "<amp-sidebar id='s'><ul><li>World</li><li>Sport</li></ul></amp-sidebar><article><h1>%s</h1>"
    "<amp-img src='a.jpg' width=1 height=1></amp-img>%s<amp-ad width=300 height=250></amp-ad></article>"
    "<amp-analytics><script type='application/json'>{\"vars\": 1}</script></amp-analytics></body></html>"
)
HIGHWIRE = (
    f'<meta name="citation_title" content="{TITLE}"><meta name="citation_author" content="Oden, Mara">'
    '<meta name="citation_author" content="Bo Ek"><meta name="citation_publication_date" content="2023/03/07">'
    '<meta name="citation_journal_title" content="Norland Post">'
)
DUBLIN = (
    f'<meta name="DC.title" content="{TITLE}"><meta name="DC.creator" content="Mara Oden"><meta name="DC.date.issued" content="2023-03-07">'
    '<meta name="DC.publisher" content="The Norland Post">'
)


@pytest.mark.parametrize(
    ("page", "byline", "source"),
    [
        (Page("a", None, "text/html", (AMP % (TITLE, TITLE, paragraphs(*BODY))).encode()), ("Mara Oden",), "The Norland Post"),
        (html_page(f"<h2>{TITLE}</h2>" + paragraphs(*BODY), HIGHWIRE), ("Mara Oden", "Bo Ek"), "Norland Post"),
        (html_page(f"<h2>{TITLE}</h2>" + paragraphs(*BODY), DUBLIN), ("Mara Oden",), "The Norland Post"),
    ],
)
def test_amp_highwire_and_dublin_core(page: Page, byline: tuple[str, ...], source: str) -> None:
    article = read_article(page)
    assert isinstance(article, Article)
    assert (article.title, article.byline, article.source) == (TITLE, byline, source)
    assert article.published.is_day
    assert str(article.published.earliest) == "2023-03-07"
    assert "Sport" not in article.text
    assert "vars" not in article.text
