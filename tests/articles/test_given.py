"""What a container says of a page, and texts without furniture."""

import json
from datetime import date

from tests.articles.builders import BODY, LEAD, SECOND, THIRD, TITLE, html_page, kinds, paragraphs

from dateline.articles import read_article
from dateline.model.articles import Article
from dateline.model.evidence import FieldEvidence
from dateline.model.pages import Page

GIVEN = (
    ("title", TITLE),
    ("author", "Ada Holm"),
    ("author", "Per Dahl"),
    ("published", "2023-05-02T08:00:00Z"),
    ("site", "Norland Courier"),
    ("content", "body"),
)


def text(*lines: str, given: tuple[tuple[str, str], ...] = GIVEN, fetched: str | None = None, uri: str | None = None) -> Article:
    found = read_article(Page("a.jsonl#1", uri, "text/plain", "\n".join(lines).encode(), "utf-8", fetched, given))
    assert isinstance(found, Article), found
    return found


def test_a_text_alone_takes_all_from_its_container() -> None:
    article = text(*BODY)
    assert (article.title, article.byline, article.source) == (TITLE, ("Ada Holm", "Per Dahl"), "Norland Courier")
    assert (article.published.earliest, article.published.latest) == (date(2023, 5, 2), date(2023, 5, 2))
    assert article.published.evidence == (FieldEvidence(article.id, "meta:published", "2023-05-02T08:00:00Z"),)
    assert article.text == "\n".join((TITLE, *BODY))


def test_short_and_odd_lines_of_a_text_alone_stay() -> None:
    """The reader of whole pages would take these for labels, lists and what stands after the text."""
    lines = (LEAD, "Tolls", "A bridge, a border, a bill", SECOND, "“Not yet”", THIRD, "Later, perhaps", "Trains: none.")
    article = text(*lines)
    assert article.text.split("\n") == [TITLE, *lines]
    assert article.removed == ()


def test_what_can_only_be_furniture_goes_even_there() -> None:
    article = text(TITLE, "May 2, 2023", LEAD, "Advertisement", SECOND, THIRD)
    assert article.text.split("\n") == [TITLE, LEAD, SECOND, THIRD]
    assert [one.reason for one in article.removed] == ["date line", "advertisement"]


def test_the_title_of_the_text_is_not_repeated() -> None:
    assert kinds(text(TITLE, *BODY))[:2] == [("title", TITLE), ("paragraph", LEAD)]


def test_a_site_that_is_a_host_is_the_domain() -> None:
    article = text(*BODY, given=(("site", "www.norland.example"), ("content", "body")))
    assert (article.source, article.source_domain) == (None, "norland.example")


def test_nothing_is_published_after_it_was_fetched() -> None:
    late = (("published", "2024-01-09"), ("content", "body"))
    article = text(*BODY, given=late, fetched="2023-05-03T10:00:00Z")
    assert article.published.latest == date(2023, 5, 3)
    assert article.published.earliest != date(2024, 1, 9)
    assert FieldEvidence(article.id, "header", "2023-05-03T10:00:00Z") in article.published.evidence
    assert any(clue.kind == "meta" and not clue.used for clue in article.clues)
    assert text(*BODY, given=(("content", "body"),)).published.latest != date(2023, 5, 3)


def test_the_address_of_a_text_tells_its_day() -> None:
    article = text(*BODY, given=(("content", "body"),), uri="https://norland.example/2023/05/02/crossing")
    assert article.published.earliest == date(2023, 5, 2)
    assert article.published.evidence[0] == FieldEvidence(article.id, "url", "https://norland.example/2023/05/02/crossing")


def test_a_page_with_markup_speaks_for_itself_first() -> None:
    data = json.dumps({"@type": "NewsArticle", "datePublished": "2023-05-02", "author": {"name": "Ida Berg"}})
    head = f'<meta property="og:site_name" content="Sudia Today"><script type="application/ld+json">{data}</script>'
    own = html_page(f"<article><h1>{TITLE}</h1>{paragraphs(*BODY)}</article>", head, uri="https://sudia.example/a")
    given = (("title", "Another title"), ("author", "Per Dahl"), ("published", "2023-06-09"), ("site", "A reader of feeds"))
    article = read_article(Page(own.name, own.uri, own.media_type, own.content, None, None, given))
    assert isinstance(article, Article)
    assert (article.title, article.byline, article.source) == (TITLE, ("Ida Berg",), "Sudia Today")
    assert {clue.moment.earliest for clue in article.clues if clue.kind == "meta"} == {
        date(2023, 5, 2),
        date(2023, 6, 9),
    }  # both are weighed
    bare = html_page(paragraphs(*BODY))
    article = read_article(Page(bare.name, None, bare.media_type, bare.content, None, None, given))
    assert isinstance(article, Article)
    assert (article.title, article.byline, article.source) == ("Another title", ("Per Dahl",), "A reader of feeds")
    assert article.published.earliest == date(2023, 6, 9)
