"""Lines judged by their words alone."""

import pytest

from dateline.articles.furniture import shows_picture, word_count
from dateline.ontology.articles import furniture


@pytest.mark.parametrize(
    "text",
    [
        "Image copyright Harbour News",
        "media caption The quay at dawn",
        "The quay at dawn. Photograph: Ann Lee",
        "The quay at dawn (pool) on Friday",
        "Foto: Ann Lee",
        "Video by: Ann Lee",
        "Ministers at the quay. Getty Images",
        "Ministers at the quay EPA",
        "Ministers at the quay. Ann Lee/AP",
        "Ministers at the quay. Ann Lee via AP",
        "Ministers at the quay. Shutterstock",
        "Ministers at the quay. iStock",
        "Ministers at the quay. Alamy",
        "Ministers at the quay. Anadolu Agency",
        "Ministers Ek (left) and Lee",
        "The quay, seen here in May",
        "The quay shown above",
        "The quay in this handout",
        "A handout of the board, the last photo of it",
    ],
)
def test_the_cheap_look_for_captions_misses_none(text: str) -> None:
    assert furniture().caption.search(text)
    assert shows_picture(text)


def test_a_sentence_of_the_text_shows_no_picture() -> None:
    assert not shows_picture("The ministers were seen off at the quay by the board.")
    assert not shows_picture("The board met on Friday.")


def test_long_lines_are_judged_alike_but_not_kept() -> None:
    long = "word " * 1000
    assert word_count(long) == word_count(long.strip()) == 1000
