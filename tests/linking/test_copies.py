"""Copies of one report."""

from datetime import date

from dateline.linking.copies import find_copies
from tests.linking.builders import article

_BODY = " ".join(
    f"Sentence number {n} of the report tells how the {w} of the two sides was put off again." for n, w in enumerate("abcdefghijkl")
)
_OTHER = " ".join(
    f"In the {w} hall the talks went on until the morning, delegate {n} told us at the door." for n, w in enumerate("abcdefghijkl")
)


def test_a_cut_copy_points_at_the_earlier_version() -> None:
    first = article("first", date(2021, 3, 1), _BODY)
    cut = article("cut", date(2021, 3, 2), "A new head\n" + _BODY[: len(_BODY) * 2 // 3])
    other = article("other", date(2021, 3, 1), _OTHER)
    assert find_copies([cut, other, first]) == {"a-cut": "a-first"}


def test_short_texts_are_copies_only_when_equal() -> None:
    one = article("one", date(2021, 3, 1), "The visit was put off.")
    other = article("other", date(2021, 3, 1), "The visit was put off again.")
    assert find_copies([one, other]) == {}
