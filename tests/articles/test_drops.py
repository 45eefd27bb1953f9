"""Pages that give no article, and hostile ones."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.articles.builders import BODY, TITLE, html_page, paragraphs, text_page

from dateline.articles import read_article
from dateline.errors import OntologyError
from dateline.model.articles import Article
from dateline.model.pages import Drop, Page
from dateline.ontology import articles as words

GERMAN = (
    "Die Außenminister der beiden Länder haben sich am Dienstag in der Hauptstadt getroffen und über die Öffnung der Grenze gesprochen. "
)
INDEX = "".join(f'<li><a href="/{n}">Short headline number {n}</a></li>' for n in range(40))
HTML = html_page(f"<h1>{TITLE}</h1><time>March 7, 2023</time>{paragraphs(*BODY)}<footer>Privacy</footer>", "<title>x</title>").content
TEXT = text_page("Most read", TITLE, "March 7, 2023", *BODY, "Related articles", "Another Thing Entirely").content


@pytest.mark.parametrize(
    ("page", "reason"),
    [
        (text_page(GERMAN * 6), "not English"),
        (html_page(f"<nav><ul>{INDEX}</ul></nav>"), "no article"),
        (
            html_page(
                "<h1>404 Page not found</h1><p>The page you are looking for is not here any more, so please go back to our front page.</p>"
            ),
            "error page",
        ),
        (text_page("Home", "World", "Sport"), "no article"),
        (html_page(""), "empty"),
        (Page("a.txt", None, "text/plain", b"\x81\x8d\x8f\x90\x9d\x00\x01\x02\x03" * 50), "not decodable"),
        (html_page("<div>" * 5000 + paragraphs(*BODY)), "not readable"),
    ],
)
def test_what_is_no_article_is_dropped_with_its_reason(page: Page, reason: str) -> None:
    found = read_article(page)
    assert isinstance(found, Drop)
    assert (found.stage, found.reason) == ("articles", reason)
    assert found.detail


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1252"])
def test_text_in_several_encodings(encoding: str) -> None:
    body = [text.replace("said", "said – “quite” –") for text in BODY]
    page = Page("a.txt", None, "text/plain", "\n\n".join([TITLE, *body]).encode(encoding))
    article = read_article(page)
    assert isinstance(article, Article)
    assert article.text == "\n".join([TITLE, *body])


def test_the_declared_charset_of_a_page_is_used() -> None:
    body = f"<h1>{TITLE}</h1>" + paragraphs(*BODY, "Café, naïve, “quoted”.")
    markup = f'<html><head><meta charset="windows-1252"></head><body>{body}</body></html>'
    article = read_article(Page("a.html", None, "text/html", markup.encode("windows-1252")))
    assert isinstance(article, Article)
    assert "Café, naïve, “quoted”." in article.text


@settings(max_examples=60, deadline=None)
@given(seed=st.binary(max_size=40), at=st.integers(0, 2000), media=st.sampled_from(["text/html", "text/plain"]))
def test_mutated_bytes_never_raise_and_blocks_cover_the_text(seed: bytes, at: int, media: str) -> None:
    content = HTML if media == "text/html" else TEXT
    at %= len(content)
    page = Page("a", None, media, content[:at] + seed + content[at + len(seed) :])
    found = read_article(page)
    assert found == read_article(page)
    if isinstance(found, Article):
        assert "\n".join(found.text[block.start : block.end] for block in found.blocks) == found.text
        assert (found.title is None) == (found.blocks[0].kind != "title")


def test_reading_the_result_again_changes_nothing() -> None:
    first = read_article(Page("a.txt", None, "text/plain", TEXT))
    assert isinstance(first, Article)
    again = read_article(Page("b.txt", None, "text/plain", first.text.encode()))
    assert isinstance(again, Article)
    assert (again.title, again.text) == (first.title, first.text)


def test_ids_come_from_bytes_and_address_or_name() -> None:
    one, two = read_article(text_page(TITLE, *BODY)), read_article(text_page(TITLE, *BODY, name="other.txt"))
    assert isinstance(one, Article)
    assert isinstance(two, Article)
    assert one.sha256 == two.sha256
    assert one.id != two.id
    assert one.id == read_article(text_page(TITLE, *BODY)).id  # type: ignore[union-attr]


def test_unknown_keys_of_the_data_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(OntologyError, match="surprise"):
        words._check("dates.yaml", {"surprise": 1}, words.DateWords)
