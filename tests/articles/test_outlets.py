"""Which outlet and agency a bare page names, who signs a letter, and which line is the headline."""

import pytest
from tests.articles.builders import BODY, LEAD, SECOND, THIRD, TITLE, html_page, kinds, paragraphs, text_page

from dateline.articles import read_article
from dateline.articles.outlets import without_company
from dateline.model.articles import Article

DATE = "March 7, 2023"


def read(*lines: str) -> Article:
    article = read_article(text_page(*lines))
    assert isinstance(article, Article), article
    return article


@pytest.mark.parametrize(
    ("lines", "source"),
    [
        (("Lower Sudia Review", "World · Culture", TITLE, *BODY), "Lower Sudia Review"),
        ((TITLE, "NORLAND TODAY", *BODY), "NORLAND TODAY"),
        ((TITLE, "The Ostby Post", DATE, *BODY), "The Ostby Post"),
        ((TITLE, DATE, *BODY, "© 2023 The Ostby Observer Pte Ltd. All rights reserved."), "The Ostby Observer"),
        (("THE OSTBY OBSERVER", TITLE, DATE, *BODY, "Copyright 2023 The Ostby Observer LLC"), "The Ostby Observer"),
        ((TITLE, "Mara Oden", DATE, *BODY), None),
        (("Home", "World", TITLE, DATE, *BODY), None),
    ],
)
def test_the_outlet_of_a_bare_page(lines: tuple[str, ...], source: str | None) -> None:
    assert read(*lines).source == source


@pytest.mark.parametrize(
    "lines", [(TITLE, "Kalmar Wire", DATE), (TITLE, "By Mara Oden, Kalmar Wire", DATE), (TITLE, "By KALMAR WIRE", DATE)]
)
def test_the_agency_in_a_credit(lines: tuple[str, ...]) -> None:
    assert read(*lines, *BODY).agency == "Kalmar Wire"


def test_an_agency_is_named_once_however_often_it_stands_on_the_page() -> None:
    article = read(TITLE, "Kalmar Wire", DATE, "OSTBY (Kalmar) – " + LEAD, SECOND, THIRD)
    assert article.agency == "Kalmar Wire"
    assert article.place_line == "OSTBY"
    assert ("paragraph", LEAD) in kinds(article)


def test_a_name_alone_under_the_headline_is_the_author() -> None:
    assert read(TITLE, "Anna Lind-berg", DATE, *BODY).byline == ("Anna Lind-berg",)


@pytest.mark.parametrize(
    ("name", "plain"), [("The Post Co., Ltd.", "The Post"), ("Norland Media GmbH", "Norland Media"), ("The Post", "The Post")]
)
def test_forms_of_firms_are_no_part_of_a_name(name: str, plain: str) -> None:
    assert without_company(name) == plain


def test_a_letter_keeps_its_address_and_its_signature() -> None:
    article = read(TITLE, DATE, "Dear Mr. Venn:", *BODY, "Sincerely yours,", "Ada Kroll", "Minister of Foreign Affairs", "Privacy Policy")
    assert kinds(article)[1] == ("paragraph", "Dear Mr. Venn:")
    assert kinds(article)[-3:] == [("credit", "Sincerely yours,"), ("credit", "Ada Kroll"), ("credit", "Minister of Foreign Affairs")]
    assert "Privacy" not in article.text


def test_a_section_over_the_headline_is_not_the_headline() -> None:
    assert read("Norland Office", "Search", "Statements & Releases", TITLE, "Foreign affairs", "Issued on: " + DATE, *BODY).title == TITLE


def test_a_ticker_over_the_headline_is_not_the_headline() -> None:
    assert read("Home", "Just in: Sudia and Norland ministers said to meet again over trains", TITLE, DATE, *BODY).title == TITLE


def test_the_headline_of_a_video_between_stamp_and_lead_is_cut() -> None:
    article = read(TITLE, DATE, "Kroll, Venn praise old friendship in Ostby", *BODY)
    assert "Ostby" not in article.text


def test_a_stamp_glued_to_the_headline_is_taken_off() -> None:
    article = read(f"{TITLE} Updated: 2023-03-07 06:50 (Agencies)", *BODY)
    assert article.title == TITLE


def test_the_text_goes_on_after_a_box_for_readers() -> None:
    article = read(TITLE, DATE, LEAD, SECOND, "Never miss a story", "Our evening newsletter brings the day to you.", THIRD)
    assert article.text.endswith(THIRD)
    assert "newsletter" not in article.text


def test_marks_written_for_the_web_are_read_in_a_title() -> None:
    article = read_article(
        html_page(paragraphs(*BODY), '<script type=\'application/ld+json\'>{"headline": "Norland &amp; Sudia agree"}</script>')
    )
    assert isinstance(article, Article)
    assert article.title == "Norland & Sudia agree"
