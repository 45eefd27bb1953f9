"""HTML: the body, what goes with it, and what the page says of itself."""

import pytest
from tests.articles.builders import BODY, LEAD, SECOND, THIRD, TITLE, html_page, kinds, paragraphs

from dateline.articles import read_article
from dateline.model.articles import Article

SITE = '<meta property="og:site_name" content="The Norland Post"><meta name="author" content="By Mara Oden, Foreign Editor">'
PAGE = f"""
<header><div>Today is Friday, June 2, 2023</div><nav><ul><li><a href="#">World</a></li><li><a href="#">Sport</a></li></ul></nav></header>
<main><p class="kicker"><a href="#">Foreign affairs</a></p><h1>{TITLE}</h1><time>March 7, 2023</time>
<figure><img src="a.jpg" alt=""><figcaption>Ada Kroll greets Jon Venn at the border on Tuesday.</figcaption></figure>
<div class="text">{paragraphs(LEAD, SECOND)}
<div class="promo"><h4>Never miss a story</h4><p>Our evening newsletter brings the news to you.</p></div>
<h2>Tolls in dispute</h2>{paragraphs(THIRD)}</div>
<aside><h2>Related posts</h2><ul><li><a href="#">Ten bridges to see</a></li></ul></aside></main>
<footer><p>Privacy policy</p></footer>"""


def read(body: str, head: str = "", uri: str | None = None) -> Article:
    article = read_article(html_page(body, head, uri=uri))
    assert isinstance(article, Article), article
    return article


def test_body_headings_and_caption_stay_in_the_order_of_the_page() -> None:
    article = read(PAGE, f"<title>{TITLE} | The Norland Post</title>{SITE}")
    assert kinds(article) == [
        ("title", TITLE),
        ("caption", "Ada Kroll greets Jon Venn at the border on Tuesday."),
        ("paragraph", LEAD),
        ("paragraph", SECOND),
        ("heading", "Tolls in dispute"),
        ("paragraph", THIRD),
    ]


def test_names_come_from_the_metadata() -> None:
    article = read(PAGE, SITE, uri="https://www.norlandpost.example/world/1.html")
    assert article.source == "The Norland Post"
    assert article.source_domain == "norlandpost.example"
    assert article.byline == ("Mara Oden",)


def test_everything_visible_that_was_cut_is_listed_with_a_reason() -> None:
    removed = {one.text: one.reason for one in read(PAGE, SITE).removed}
    assert {"World", "Sport", "Foreign affairs", "Never miss a story", "Ten bridges to see", "Privacy policy", "March 7, 2023"} <= set(
        removed
    )
    assert all(removed.values())


def test_the_site_is_no_part_of_the_title() -> None:
    article = read(paragraphs(*BODY), f'<title>{TITLE} - The Norland Post</title><meta property="og:site_name" content="The Norland Post">')
    assert article.title == TITLE


def test_a_place_after_a_bar_is_part_of_the_title() -> None:
    assert (
        read(f"<h1>{TITLE} | Ostby, Sudia</h1>" + paragraphs(*BODY), f"<title>{TITLE} | Ostby, Sudia</title>").title
        == f"{TITLE} | Ostby, Sudia"
    )


def test_transcripts_keep_every_turn() -> None:
    turns = [
        "MS. KROLL: Good morning, everyone.",
        "Q Good morning.",
        "MS. KROLL: " + SECOND,
        "Q Yes?",
        "MS. KROLL: No.",
        "Q And then?",
        "MS. KROLL: " + THIRD,
    ]
    article = read(f"<article><h1>{TITLE}</h1>{paragraphs(*turns)}</article>")
    assert [text for kind, text in kinds(article) if kind == "paragraph"] == turns


def test_hidden_text_is_not_read() -> None:
    assert "unseen" not in read(f'<h1>{TITLE}</h1>{paragraphs(*BODY)}<p style="display: none">{"unseen words " * 20}.</p>').text


@pytest.mark.parametrize("number", [0, 1, 8, 11, 27, 31, 127, 0xFFFE, 0xFFFF, 0xD800, 0x110000])
def test_characters_that_markup_may_not_name_are_passed_over(number: int) -> None:
    body = f"<h1>{TITLE}</h1><span></span>&#{number};<p>{LEAD}<b></b>&#x{number:x};</p>{paragraphs(SECOND, THIRD)}"
    assert SECOND in read(body).text


def test_the_body_of_subscribers_is_read_though_it_is_hidden() -> None:
    body = f'<h1>{TITLE}</h1><article><div>{paragraphs(LEAD)}</div><div style="display:none">{paragraphs(SECOND, THIRD)}</div></article>'
    assert THIRD in read(body).text


AUTHORS = [
    ('{"@type": "NewsArticle", "author": {"@type": "Person", "name": "Mara Oden"}}', "", ("Mara Oden",)),
    (
        '{"@graph": [{"@type": "Person", "@id": "#m", "name": "Mara Oden"}, {"@type": "Article", "author": {"@id": "#m"}}]}',
        "",
        ("Mara Oden",),
    ),
    ('[{"@type": "NewsArticle", "author": ["Mara Oden", {"name": ["Bo Ek"]}]}]', "", ("Mara Oden", "Bo Ek")),
    ('{"@type": "NewsArticle", "author": "Mara Oden", "headline": "x",}', "", ("Mara Oden",)),
    ('{"@type": "NewsArticle", "author": {"name": "The Norland Post"}}', '<span class="author-name">Mara Oden</span>', ("Mara Oden",)),
    ('{"@type": "NewsArticle", "author": {"name": "Mara Oden"}}', '<p class="byline">By Mara Oden and Bo Ek</p>', ("Mara Oden", "Bo Ek")),
    ("", '<a rel="author" href="/m">Mara Oden Senior Writer</a>', ("Mara Oden",)),
    ("", '<div class="byline">By Mara Oden, M.D., Foreign Editor</div>', ("Mara Oden",)),
]


@pytest.mark.parametrize(("data", "shown", "byline"), AUTHORS)
def test_authors_in_the_shapes_that_pages_give_them(data: str, shown: str, byline: tuple[str, ...]) -> None:
    head = '<meta property="og:site_name" content="The Norland Post">' + (
        f'<script type="application/ld+json">{data}</script>' if data else ""
    )
    assert read(f"<h1>{TITLE}</h1>{shown}{paragraphs(*BODY)}", head).byline == byline
