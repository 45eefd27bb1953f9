"""Bare text of awkward kinds: whole pages with lists and comments, one endless line, very many lines."""

import time

import pytest
from tests.articles.builders import BODY, LEAD, TITLE, text_page

from dateline.articles import read_article
from dateline.articles.chances import LINE_FEATURES, line_chances, line_features
from dateline.articles.lines import Line, split_lines
from dateline.model.articles import Article

MENU = [f"{word} {place}" for word in ("News", "Travel", "Culture", "Weather") for place in ("Norland", "Sudia", "Islands", "Coast")]
TEASERS = [
    "Harbour seals return to the old quay after ten years away, keepers of the reserve say in their yearly count.",
    "A bakery in Ostby sells its last loaf on Sunday; its owners look back on forty winters of early mornings.",
    "Chess: Lind beats Marr in eleven moves and leads the island cup before the last round of play.",
]


def whole_page() -> str:
    lists = [row for teaser in TEASERS for row in (teaser[:30], "Mara Oden", "3 hours ago", teaser)]
    return "\n".join([*MENU, TITLE, "By Ivo Brandt", "6 March 2023", *BODY, "Most read", *lists, *MENU, "Contact", "Terms of use"])


def test_of_a_whole_page_the_text_stays_and_its_lists_go() -> None:
    article = read_article(text_page(whole_page()))
    assert isinstance(article, Article)
    assert article.title == TITLE
    assert all(paragraph in article.text for paragraph in BODY)
    assert not any(teaser in article.text for teaser in TEASERS)


def test_paragraphs_are_likelier_than_menus() -> None:
    lines = split_lines(whole_page())
    chance = {line.text: value for line, value in zip(lines, line_chances(lines), strict=True)}
    assert min(chance[paragraph] for paragraph in BODY) > max(chance[label] for label in MENU)


def test_every_line_has_every_feature() -> None:
    lines = split_lines(whole_page())
    assert {len(row) for row in line_features(lines)} == {len(LINE_FEATURES)}
    assert line_chances([]) == []


def test_blank_lines_between_paragraphs_change_nothing() -> None:
    tight, spaced = (read_article(text_page(joint.join([TITLE, *BODY]))) for joint in ("\n", "\n\n"))
    assert isinstance(tight, Article)
    assert isinstance(spaced, Article)
    assert tight.text == spaced.text


def test_a_headline_loses_its_full_stop() -> None:
    article = read_article(text_page(TITLE + ".", "By Ivo Brandt", *BODY))
    assert isinstance(article, Article)
    assert article.title == TITLE
    assert article.text.startswith(TITLE + "\n")


@pytest.mark.parametrize("lines", [[Line((LEAD + " ") * 5000)], [Line(f"Label {number}") for number in range(5_000)]])
def test_one_endless_line_and_very_many_lines_end_in_time(lines: list[Line]) -> None:
    start = time.process_time()
    assert len(line_chances(lines)) == len(lines)
    assert time.process_time() - start < 20
