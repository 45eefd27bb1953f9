"""Bare text: which lines stay, which go, and which is the headline."""

import pytest
from tests.articles.builders import BODY, LEAD, SECOND, THIRD, TITLE, kinds, text_page

from dateline.articles import read_article
from dateline.model.articles import Article


def read(*lines: str) -> Article:
    article = read_article(text_page(*lines))
    assert isinstance(article, Article), article
    return article


FURNITURE = [
    "Skip to main content",
    "World | Politics | Sport",
    "Subscribe to our newsletter",
    "This site uses cookies to improve your experience.",
    "Share on Facebook",
    "Advertisement",
    "Forgot your password?",
    "Most read",
    "12 comments",
    "© 2023 The Norland Post. All rights reserved.",
    "Download our app",
    "5 min read",
    "Breaking News:",
    "Continue reading",
    "You have been logged out. Click here to log in again.",
    "Sponsored content by Taboola",
    "Follow us on Twitter",
    "(Adds comments by minister)",
    "For a factbox on the border click on [ID:nAB1234567].",
]


@pytest.mark.parametrize("line", FURNITURE)
def test_furniture_is_cut_wherever_it_stands(line: str) -> None:
    for lines in ((line, TITLE, *BODY), (TITLE, LEAD, line, SECOND, THIRD), (TITLE, *BODY, line)):
        article = read(*lines)
        assert article.title == TITLE
        assert line not in article.text
        assert all(paragraph in article.text for paragraph in BODY)
        assert any(line.startswith(one.text) and one.reason for one in article.removed)


def test_related_headlines_and_their_authors_go_with_their_heading() -> None:
    links = ("Related articles", "Will The River Toll Rise Again?", "Mara Oden", "Ten Bridges To See Before Winter", "Ivo Brandt")
    article = read(TITLE, *BODY, *links)
    assert [text for _, text in kinds(article)] == [TITLE, *BODY]
    assert [one.text for one in article.removed] == list(links)


def test_related_box_inside_the_text_ends_where_the_text_goes_on() -> None:
    article = read(TITLE, LEAD, "Read more", "How tolls are set", "A history of the bridge", SECOND, THIRD)
    assert [text for _, text in kinds(article)] == [TITLE, *BODY]


def test_a_glued_piece_goes_and_its_sentence_stays() -> None:
    article = read(TITLE, LEAD, SECOND + " Advertisement", THIRD)
    assert SECOND in article.text
    assert "Advertisement" not in article.text


def test_capital_headings_inside_are_headings() -> None:
    article = read(TITLE, LEAD, "TOLLS IN DISPUTE", SECOND, THIRD)
    assert ("heading", "TOLLS IN DISPUTE") in kinds(article)


def test_a_caption_that_is_repeated_stands_once() -> None:
    caption = "Ada Kroll (left) and Jon Venn shake hands at the border on Tuesday. Photograph: Ola Lind/NPA"
    article = read(TITLE, caption, caption, *BODY)
    assert kinds(article).count(("caption", caption)) == 1
    assert ("repeated" in {one.reason for one in article.removed}) is True


def test_a_stock_picture_says_nothing_of_the_event() -> None:
    assert "File photo" not in read(TITLE, "A bridge over the river. File photo", *BODY).text


def test_the_headline_is_found_behind_a_label() -> None:
    assert read("Column 3 News", TITLE, *BODY).title == TITLE
    assert read("Europe Desk", "Monday, 6 March 2023", TITLE, *BODY).title == TITLE


def test_a_transcript_without_headline_has_none_and_keeps_every_turn() -> None:
    turns = (
        "THE MINISTER: Good morning. Please.",
        "Q Will the trains run?",
        "THE MINISTER: Yes.",
        "Q When?",
        "THE MINISTER: Soon. Next question.",
        "Q Share it?",
    )
    article = read("Treaty Room", "9:05 A.M. CET", *turns, "THE MINISTER: " + SECOND, "9:20 A.M. CET")
    assert article.title is None
    assert all(turn in article.text for turn in turns)
    assert kinds(article)[:2] == [("heading", "Treaty Room"), ("heading", "9:05 A.M. CET")]


def test_hard_wrapped_lines_are_joined() -> None:
    words = " ".join(BODY).split()
    rows, row = [], ""
    for word in words:
        if len(row) + len(word) > 70:
            rows.append(row)
            row = ""
        row = f"{row} {word}".strip()
    wrapped = TITLE + "\n\n" + "\n".join([*rows, row])
    assert " ".join(BODY) in read(wrapped).text


def test_agency_dateline_and_byline() -> None:
    article = read(
        "UPDATE 2-" + TITLE,
        "By Mara Oden and Ivo Brandt KALMAR/OSTBY March 7 (Reuters) - " + LEAD,
        SECOND,
        THIRD,
        "(Additional reporting by Lea Moor in Ostby)",
    )
    assert article.place_line == "KALMAR/OSTBY"
    assert article.agency == "Reuters"
    assert article.byline == ("Mara Oden", "Ivo Brandt")
    assert ("paragraph", LEAD) in kinds(article)
    assert ("credit", "(Additional reporting by Lea Moor in Ostby)") in kinds(article)


def test_source_line_and_biography() -> None:
    article = read(TITLE, "Source: The Norland Post", *BODY, "Mara Oden is The Norland Post's Ostby correspondent.")
    assert article.source == "The Norland Post"
    assert article.byline == ("Mara Oden",)
