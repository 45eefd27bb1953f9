"""Where the prose of a page is, what a page asks of its lines, and labels that look like speakers."""

import pytest
from tests.articles.builders import BODY, TITLE, text_page

from dateline.articles import read_article
from dateline.articles.layout import asked, core
from dateline.articles.lines import Line, in_capitals, split_lines
from dateline.articles.prose import PROSE, prose
from dateline.articles.shapes import shapes
from dateline.model.articles import Article

MENU = [f"{word} {place}" for word in ("News", "Travel", "Culture", "Weather") for place in ("Norland", "Sudia", "Islands", "Coast")]


def columns(*texts: str, title: int | None = None) -> dict[str, list[float]]:
    found = shapes(split_lines("\n".join(texts)))
    return dict(zip(PROSE, prose(found, title), strict=True))


def test_the_longest_block_of_prose_is_told_from_a_short_one() -> None:
    found = columns(*MENU, BODY[0], *MENU, *BODY, *MENU)
    short, long = len(MENU), 2 * len(MENU) + 1
    assert found["block_share"][long] == 1.0
    assert 0 < found["block_share"][short] < 0.7
    assert found["block_rank"][long] < found["block_rank"][short] < found["block_rank"][0]
    assert set(found["blocks"]) == {found["blocks"][0]}


def test_every_name_has_a_number_for_every_line() -> None:
    assert {len(column) for column in columns(*MENU, *BODY).values()} == {len(MENU) + len(BODY)}
    assert all(column == [] for column in prose([], None))


def test_stamps_are_counted_from_the_headline() -> None:
    found = columns("5 March 2023", TITLE, "6 March 2023", "By Ivo Brandt", *BODY, title=1)
    assert found["stamps_since_title"][:5] == [0.0, 0.0, 0.0, 1.0, 2.0]


def test_words_of_scripts_without_spaces_are_counted_by_their_letters() -> None:
    (one,) = shapes([Line("港務局は岸壁の修理のために旧港を閉鎖すると発表した。")])
    assert one.count >= 10


@pytest.mark.parametrize(
    ("text", "expected"),
    [("TALKS GO ON", True), ("Talks go on", False), ("MBC 방송은 다음 주에 새 연속극을 시작한다고 밝혔다.", False), ("", False)],
)
def test_a_name_in_capitals_does_not_make_a_line_of_capitals(text: str, *, expected: bool) -> None:
    assert in_capitals(text) is expected


def test_a_page_whose_lines_are_all_unsure_asks_less() -> None:
    assert asked([0.95, 0.9, 0.9, 0.05, 0.05]) > asked([0.3, 0.3, 0.3, 0.05, 0.05])
    assert asked([]) == 0.5


def test_the_run_of_the_text_reaches_further_where_less_is_asked() -> None:
    lines = [Line(text) for text in BODY[:3]]
    assert core(lines, [0.9, 0.4, 0.4]) == (0, 1)
    assert core(lines, [0.9, 0.4, 0.4], 0.35) == (0, 3)


def test_labels_of_offers_in_capitals_are_no_speakers() -> None:
    offers = [f"{label}: Harbour walks {number}" for number in range(4) for label in ("SALE", "WATCH", "TODAY")]
    article = read_article(text_page("\n".join([*offers, *MENU, TITLE, "By Ivo Brandt", "6 March 2023", *BODY, *offers, *MENU])))
    assert isinstance(article, Article)
    assert article.title == TITLE
    assert BODY[0] in article.text
    assert "SALE" not in article.text
