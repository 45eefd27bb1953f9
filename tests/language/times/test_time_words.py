"""The lists of words: what is refused, and that no word stands in two places of the lexicon by accident."""

import pytest

from dateline.errors import OntologyError
from dateline.language.times.draft import count
from dateline.language.times.lexer import lex, lexicon
from dateline.ontology.times import feasts, read_feasts, read_time_words, time_words


def test_a_language_without_a_file_is_an_error():
    with pytest.raises(OntologyError, match=r"times/xx\.yml"):
        time_words("xx")


def test_unknown_keys_are_refused():
    with pytest.raises(OntologyError, match="monthz"):
        read_time_words("times/test.yml", {"monthz": []})


def test_a_holiday_needs_a_day():
    data = {name: [] for name in time_words("en").__slots__} | {"holidays": [{"names": ["some day"]}]}
    with pytest.raises(OntologyError, match="holidays"):
        read_time_words("times/test.yml", data)


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("Dec. 31, 2006", "Md,Y"),
        ("the late 1970s", "tEy"),
        ("10:30 a.m. EST", "cmz"),
        ("two-week", "w-U"),
        ("St. Patrick’s Day", "K"),
        ("more than 300,000", "Xn"),
        ("the Sun rose", "txx"),
        ("Sun 3:15am", "Wcm"),
        ("in his 30s", "xxdx"),
        ("Friday’s", "Ws"),
    ],
)
def test_letters(text, letters):
    found = "".join(piece.letter for piece in lex(text, 0, len(text), lexicon("en")))
    assert found == letters


@pytest.mark.parametrize(
    ("text", "number"),
    [("two", 2), ("twenty-five", 25), ("a hundred", 100), ("two hundred and ten", 210), ("1.5 million", 1_500_000), ("several", None)],
)
def test_numbers(text, number):
    pieces = [piece for piece in lex(text, 0, len(text), lexicon("en")) if piece.letter not in "-&"]
    assert count(pieces) == number


def test_feasts_are_told_for_every_year_they_fall_in():
    for name, days in feasts().items():
        years = [first.year for first, _ in days]
        # The year of Islam is 11 days shorter, so that a feast may come twice in a year or straddle its end.
        assert set(range(1991, 2040)) <= set(years), name
        assert len(years) <= 53, name
    assert set(time_words("en").feasts.values()) == set(feasts())


@pytest.mark.parametrize(
    "data", [["2017-04-12"], {"a": ["2017"]}, {"a": [2017]}, {"a": ["2017-04-12", "2016-04-12"]}, {"a": ["2017-02-02/2017-02-01"]}]
)
def test_feasts_that_are_no_days_are_refused(data):
    with pytest.raises(OntologyError, match=r"times/test\.yml"):
        read_feasts("times/test.yml", data)
