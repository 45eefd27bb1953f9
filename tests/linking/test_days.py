"""Likelihoods over days."""

from datetime import date

from dateline.linking.days import Days
from dateline.model.moments import Moment, on

MONDAY = date(2021, 3, 1)


def window() -> Days:
    return Days(date(2021, 2, 1), date(2021, 3, 31))


def test_the_days_round_a_neighbour() -> None:
    days = window()
    days.near(on(MONDAY), 0.9)
    assert days.most(0.3, 31) == (MONDAY, MONDAY)
    found = days.most(0.7, 31)
    assert found is not None
    first, last = found
    assert first < MONDAY < last
    assert (last - first).days < 7


def test_a_weekday_is_told_on_the_day_or_soon_after() -> None:
    days = window()
    days.near(on(MONDAY), 0.9)
    days.weekday(2)
    assert days.most(0.3, 31) == (date(2021, 3, 2), date(2021, 3, 2))


def test_two_signs_outweigh_one() -> None:
    days = window()
    early, late = Moment(date(2021, 2, 10), date(2021, 2, 11), "stated"), Moment(date(2021, 3, 20), date(2021, 3, 21), "stated")
    days.one_of([(early, 1.0), (late, 1.0)], 0.4)
    days.one_of([(late, 1.0)], 0.4)
    assert days.most(0.6, 31) == (late.earliest, late.latest)


def test_a_narrow_sign_tells_more_than_a_wide_one() -> None:
    days = window()
    days.one_of([(Moment(date(2021, 2, 1), date(2021, 3, 15), "stated"), 1.0)], 0.3)
    days.one_of([(on(date(2021, 3, 20)), 1.0)], 0.3)
    assert days.most(0.4, 31) == (date(2021, 3, 20), date(2021, 3, 20))


def test_a_bound_moves_what_is_likely() -> None:
    days = window()
    days.near(on(MONDAY), 0.9)
    days.bounded(Moment(None, date(2021, 2, 28), "tense"), 0.01)
    found = days.most(0.6, 31)
    assert found is not None
    assert found[1] == date(2021, 2, 28)


def test_without_a_sign_the_share_is_the_length() -> None:
    assert window().most(1.0, 59) == (date(2021, 2, 1), date(2021, 3, 31))
    assert window().most(1.0, 58) is None
