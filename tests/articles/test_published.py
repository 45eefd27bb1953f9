"""The day of publication: stated, inferred or open, and never the day the page was made."""

from datetime import date

import pytest
from tests.articles.builders import BODY, LEAD, SECOND, THIRD, TITLE, html_page, paragraphs, text_page

from dateline.articles import read_article
from dateline.articles.dates import find_dates
from dateline.model.articles import Article


def of_text(*lines: str) -> Article:
    article = read_article(text_page(*lines))
    assert isinstance(article, Article), article
    return article


def of_html(body: str, head: str = "", uri: str | None = None) -> Article:
    article = read_article(html_page(body, head, uri=uri))
    assert isinstance(article, Article), article
    return article


@pytest.mark.parametrize(
    "line",
    [
        "March 7, 2023",
        "Tue Mar 7, 2023 7:51am EST",
        "March 7, 2023 at 14:39",
        "Published: 7 March 2023, 09:12 GMT",
        "7th March 2023",
        "2023-03-07",
    ],
)
def test_a_date_line_under_the_headline(line: str) -> None:
    article = of_text(TITLE, line, *BODY)
    assert (article.published.earliest, article.published.latest) == (date(2023, 3, 7), date(2023, 3, 7))
    assert line not in article.text


@pytest.mark.parametrize(
    "line", ["Today is Friday, June 2, 2023", "Friday, 2nd June 2023", "This page was last edited on 2 June 2023, at 10:00.", "© 2023"]
)
def test_the_day_of_rendering_or_editing_is_never_it(line: str) -> None:
    article = of_text(line, TITLE, *BODY) if "last edited" not in line else of_text(TITLE, *BODY, line)
    assert article.published.earliest is None
    assert not any(clue.used and clue.moment.is_day for clue in article.clues)
    beside = of_text(line, TITLE, "March 7, 2023", *BODY)
    assert beside.published.earliest == date(2023, 3, 7)


def test_the_page_is_not_published_after_it_was_shown() -> None:
    assert of_text("Today is Friday, June 2, 2023", TITLE, *BODY).published.latest == date(2023, 6, 2)


def test_a_summit_to_come_is_no_day_of_publication() -> None:
    article = of_text(TITLE, *BODY, "The leaders will meet again at a summit on September 4, 2031, the ministers said.")
    assert article.published.earliest is None
    assert article.published.latest is None


def test_a_past_day_bounds_from_below() -> None:
    article = of_text(TITLE, *BODY, "The bridge was opened on September 4, 1999, and closed for repairs soon after that.")
    assert article.published.earliest == date(1999, 9, 4)
    assert article.published.latest is None


def test_a_wire_dateline_takes_its_year_from_the_weekday() -> None:
    lead = "KALMAR, March 7 (Reuters) - " + LEAD  # "on Tuesday"
    article = of_text(TITLE, lead, SECOND, THIRD, "Trade between the two was worth 2 billion crowns in 2022, the ministry said.")
    assert article.published.earliest == article.published.latest == date(2023, 3, 7)


def test_a_wire_dateline_without_any_year_stays_open() -> None:
    assert of_text(TITLE, "KALMAR, March 7 (Reuters) - " + LEAD, SECOND, THIRD).published.earliest is None


def test_a_dated_picture_and_the_weekday_of_the_report() -> None:
    caption = "KALMAR, NORLAND - MARCH 07: Ada Kroll (L) greets Jon Venn on March 7, 2023 in Kalmar. Lars Holm/Getty Images"
    article = of_text(TITLE, caption, *BODY)
    assert article.published.method == "caption"
    assert article.published.earliest == article.published.latest == date(2023, 3, 7)


def test_a_stale_stamp_of_an_agency_report_has_another_text_day() -> None:
    article = of_text(TITLE, "March 13, 2023", "KALMAR (Reuters) - " + LEAD, SECOND, THIRD)
    assert article.published.earliest == date(2023, 3, 13)
    assert article.text_day is not None
    assert article.text_day.earliest == date(2023, 3, 7)


def test_a_transcript_that_says_its_own_day() -> None:
    article = of_text(TITLE, "March 10, 2023", *BODY, "Just yesterday, on March 6th, the minister spoke with the mayor about the bridge.")
    assert article.text_day is not None
    assert article.text_day.earliest == date(2023, 3, 7)


@pytest.mark.parametrize(
    ("head", "uri"),
    [
        ('<meta property="article:published_time" content="2023-03-07T08:00:00+01:00">', None),
        ('<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2023-03-07"}</script>', None),
        ('<meta name="citation_publication_date" content="2023/03/07">', None),
        ("", "https://post.example/2023/03/07/border.html"),
    ],
)
def test_metadata_and_address(head: str, uri: str | None) -> None:
    article = of_html(f"<div>Today is Friday, June 2, 2023</div><h1>{TITLE}</h1>" + paragraphs(*BODY), head, uri)
    assert article.published.earliest == article.published.latest == date(2023, 3, 7)
    assert article.published.evidence
    assert [clue.used for clue in article.clues if clue.kind == "rendered"] == [False]


def test_broken_metadata_are_no_sign() -> None:
    head = '<meta property="article:published_time" content="soon"><script type="application/ld+json">{"datePublished": 7,</script>'
    assert of_html(f"<h1>{TITLE}</h1>" + paragraphs(*BODY), head).published.earliest is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3/4/2020", []),
        ("25/12/2020", [date(2020, 12, 25)]),
        ("12/25/2020", [date(2020, 12, 25)]),
        ("25.12.2020", [date(2020, 12, 25)]),
        ("31 February 2020", []),
        ("it may 3 times", []),
        ("on May 3, 2019, and 4 June 2019", [date(2019, 5, 3), date(2019, 6, 4)]),
        ("2020-12-25T10:00:00Z", [date(2020, 12, 25)]),
    ],
)
def test_dates_in_words_and_numbers(text: str, expected: list[date]) -> None:
    assert [one.value for one in find_dates(text) if one.value] == expected


def test_a_clock_in_the_head_of_the_page_gives_way_to_the_line_under_the_headline() -> None:
    menu = ("Home", "Asia", "World", "Business", "Opinion", "Log in")
    article = of_text(*menu, "Friday 2 June 2023 09:12 SGT", TITLE, "By Mara Oden", "7 March 2023", *BODY)
    assert article.published.earliest == article.published.latest == date(2023, 3, 7)
    assert [(clue.kind, clue.used) for clue in article.clues] == [("rendered", False), ("date line", True)]


def test_of_two_lines_the_one_that_says_published_counts() -> None:
    assert of_text(TITLE, "2 June 2023", "Published 7 March 2023", *BODY).published.earliest == date(2023, 3, 7)


def test_nothing_is_published_after_the_page_was_shown() -> None:
    head = '<meta property="article:published_time" content="2093-03-07">'
    article = of_html(f"<div>Today is Friday, June 2, 2023</div><h1>{TITLE}</h1><p>March 7, 2023</p>{paragraphs(*BODY)}", head)
    assert article.published.earliest == date(2023, 3, 7)


def test_an_archive_picture_gives_no_day() -> None:
    caption = "FILE - In this Tuesday, March 7, 2023 file photo, Ada Kroll greets Jon Venn in Kalmar. (Lars Holm/Kalmar Press, File)"
    assert not of_text(TITLE, caption, *BODY).published.is_day
