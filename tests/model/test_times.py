"""Shifts: what they name from a day, from an interval, from nothing; and the way back to the publication."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model.evidence import Span
from dateline.model.moments import OPEN, Moment, on
from dateline.model.plain import from_plain, to_plain
from dateline.model.times import Shift, TimeExpression, publication_from, resolve

WEDNESDAY = date(2021, 6, 16)


def expression(shift):
    return TimeExpression(0, 1, Span("a", 0, 5), "DATE", None, OPEN, not shift.absolute, shift)


def days(shift, published):
    found = resolve(expression(shift), published)
    return found.earliest, found.latest


@pytest.mark.parametrize(
    ("shift", "first", "last"),
    [
        (Shift(amount=-1), date(2021, 6, 15), date(2021, 6, 15)),
        (Shift(weekday=3, direction="past"), date(2021, 6, 16), date(2021, 6, 16)),
        (Shift(weekday=3, direction="before"), date(2021, 6, 9), date(2021, 6, 9)),
        (Shift(weekday=4, direction="past"), date(2021, 6, 10), date(2021, 6, 10)),
        (Shift(weekday=4, direction="future"), date(2021, 6, 17), date(2021, 6, 17)),
        (Shift(weekday=3, direction="after"), date(2021, 6, 23), date(2021, 6, 23)),
        (Shift(unit="week", amount=-1), date(2021, 6, 7), date(2021, 6, 13)),
        (Shift(unit="week", amount=1, weekday=2), date(2021, 6, 22), date(2021, 6, 22)),
        (Shift(unit="weekend"), date(2021, 6, 19), date(2021, 6, 20)),
        (Shift(unit="month", amount=1), date(2021, 7, 1), date(2021, 7, 31)),
        (Shift(unit="month", amount=-7), date(2020, 11, 1), date(2020, 11, 30)),
        (Shift(unit="quarter", amount=-1), date(2021, 1, 1), date(2021, 3, 31)),
        (Shift(unit="year", amount=-4), date(2017, 1, 1), date(2017, 12, 31)),
        (Shift(unit="year", amount=-1, month=6), date(2020, 6, 1), date(2020, 6, 30)),
        (Shift(month=2, direction="past"), date(2021, 2, 1), date(2021, 2, 28)),
        (Shift(month=9, direction="past"), date(2020, 9, 1), date(2020, 9, 30)),
        (Shift(month=2, direction="future"), date(2022, 2, 1), date(2022, 2, 28)),
        (Shift(month=6, direction="future"), date(2021, 6, 1), date(2021, 6, 30)),
        (Shift(month=4, direction="past", part="early"), date(2021, 4, 1), date(2021, 4, 10)),
        (Shift(month=4, direction="past", part="mid"), date(2021, 4, 11), date(2021, 4, 20)),
        (Shift(month=1, day=1, direction="nearest"), date(2021, 1, 1), date(2021, 1, 1)),
        (Shift(month=12, day=31, direction="nearest"), date(2020, 12, 31), date(2020, 12, 31)),
        (Shift(month=2, day=29, direction="nearest"), date(2020, 2, 29), date(2020, 2, 29)),
        (Shift(month=6, day=12, weekday=5, direction="nearest"), date(2020, 6, 12), date(2020, 6, 12)),
        (Shift(day=12, direction="past"), date(2021, 6, 12), date(2021, 6, 12)),
        (Shift(unit="season", season="winter", direction="before"), date(2020, 12, 1), date(2021, 2, 28)),
        (Shift(easter=0, direction="past"), date(2021, 4, 4), date(2021, 4, 4)),
        (Shift(month=5, weekday=1, nth=-1, direction="past"), date(2021, 5, 31), date(2021, 5, 31)),
        (Shift(unit="year", amount=-6, exact=True, side="through"), date(2015, 6, 16), date(2021, 6, 16)),
        (Shift(unit="week", amount=2, exact=True, side="through"), date(2021, 6, 16), date(2021, 6, 30)),
        (Shift(weekday=5, direction="future", side="until"), date(2021, 6, 16), date(2021, 6, 18)),
        (
            Shift(month=10, day=10, direction="nearest", until=Shift(month=10, day=15, direction="future")),
            date(2021, 10, 10),
            date(2021, 10, 15),
        ),
        (
            Shift(month=12, day=30, direction="future", until=Shift(month=1, day=2, direction="future")),
            date(2021, 12, 30),
            date(2022, 1, 2),
        ),
        (Shift(amount=2, exact=True, base=Shift(weekday=1, direction="past")), date(2021, 6, 16), date(2021, 6, 16)),
    ],
)
def test_what_a_shift_names_from_a_wednesday_in_june(shift, first, last):
    assert days(shift, on(WEDNESDAY)) == (first, last)


def test_a_publication_that_is_an_interval_gives_all_it_can_be():
    march = Moment(date(2021, 3, 1), date(2021, 3, 31), "meta")
    assert days(Shift(unit="month", amount=1), march) == (date(2021, 4, 1), date(2021, 4, 30))
    assert days(Shift(weekday=2, direction="past"), march) == (date(2021, 2, 23), date(2021, 3, 30))


def test_an_open_publication_leaves_relatives_open_and_keeps_dates():
    assert days(Shift(amount=-1), OPEN) == (None, None)
    assert resolve(expression(Shift(amount=-1)), OPEN).method == "open"
    assert days(Shift(year=2011, month=3), OPEN) == (date(2011, 3, 1), date(2011, 3, 31))
    assert days(Shift(year=2011, month=3, side="since"), OPEN) == (date(2011, 3, 1), None)
    assert days(Shift(amount=-1), Moment(None, WEDNESDAY, "url")) == (None, date(2021, 6, 15))


def test_since_ends_with_the_publication():
    since = Shift(year=2011, month=3, side="since")
    assert not since.absolute
    assert days(since, on(WEDNESDAY)) == (date(2011, 3, 1), WEDNESDAY)


def test_before_leaves_the_day_out_unless_it_is_running():
    assert days(Shift(month=7, day=1, direction="nearest", side="before"), on(WEDNESDAY)) == (WEDNESDAY, date(2021, 6, 30))
    assert days(Shift(side="before", part="end"), on(WEDNESDAY)) == (WEDNESDAY, WEDNESDAY)


def test_days_that_no_calendar_has_are_open():
    assert days(Shift(year=2021, month=2, day=30), on(WEDNESDAY)) == (None, None)
    assert days(Shift(unit="year", amount=-5000), on(WEDNESDAY)) == (None, None)


@pytest.mark.parametrize(
    ("shift", "when", "first", "last"),
    [
        (Shift(weekday=3, direction="past"), on(WEDNESDAY), WEDNESDAY, date(2021, 6, 22)),
        (Shift(amount=-1), on(WEDNESDAY), date(2021, 6, 17), date(2021, 6, 17)),
        (Shift(unit="month", amount=1), on(WEDNESDAY), date(2021, 5, 1), date(2021, 5, 31)),
        (Shift(weekday=4, direction="after"), on(date(2021, 6, 17)), date(2021, 6, 10), WEDNESDAY),
        (Shift(month=2, direction="past"), Moment(date(2021, 2, 1), date(2021, 2, 28), "stated"), date(2021, 2, 1), date(2022, 1, 31)),
    ],
)
def test_the_publication_that_a_known_time_allows(shift, when, first, last):
    found = publication_from(expression(shift), when)
    assert (found.earliest, found.latest) == (first, last)


def test_nothing_is_learnt_where_the_expression_does_not_depend_on_the_publication_or_cannot_fit():
    assert publication_from(expression(Shift(year=2021, month=6)), on(WEDNESDAY)) == OPEN
    assert publication_from(expression(Shift(amount=-1)), OPEN) == OPEN
    assert publication_from(expression(Shift(weekday=4, direction="past")), on(WEDNESDAY)) == OPEN


def test_since_bounds_the_publication_on_one_side_only():
    found = publication_from(expression(Shift(year=2021, month=3, side="since")), on(WEDNESDAY))
    assert (found.earliest, found.latest) == (WEDNESDAY, None)


SHIFTS = st.one_of(
    st.builds(
        Shift, unit=st.sampled_from(["day", "week", "weekend", "month", "quarter", "season", "year", "decade"]), amount=st.integers(-12, 12)
    ),
    st.builds(Shift, unit=st.sampled_from(["hour", "day", "week", "month", "year"]), amount=st.integers(-12, 12), exact=st.just(True)),
    st.builds(Shift, weekday=st.integers(1, 7), direction=st.sampled_from(["past", "before", "future", "after", "nearest"])),
    st.builds(Shift, month=st.integers(1, 12), direction=st.sampled_from(["past", "before", "future", "after", "nearest"])),
    st.builds(Shift, month=st.integers(1, 12), day=st.integers(1, 28), direction=st.sampled_from(["past", "future", "nearest"])),
    st.builds(Shift, easter=st.integers(-7, 49), direction=st.sampled_from(["past", "future", "nearest"])),
    st.builds(Shift, season=st.sampled_from(["spring", "summer", "autumn", "winter"]), direction=st.sampled_from(["past", "future"])),
)
DAYS = st.dates(date(1950, 1, 1), date(2080, 12, 31))


@given(SHIFTS, DAYS)
def test_the_day_of_publication_is_among_those_that_its_own_times_allow(shift, published):
    one = expression(shift)
    when = resolve(one, on(published))
    assert when.known
    back = publication_from(one, when)
    assert back.earliest is None or back.earliest <= published
    assert back.latest is None or published <= back.latest


@given(SHIFTS, DAYS)
def test_what_is_allowed_denotes_the_time_again(shift, published):
    one = expression(shift)
    when = resolve(one, on(published))
    back = publication_from(one, when)
    for end in (back.earliest, back.latest):
        assert end is None or resolve(one, on(end)).overlaps(when)
    if back.latest is not None:
        assert not resolve(one, on(back.latest + timedelta(days=1))).overlaps(when)


@given(SHIFTS, DAYS, st.integers(0, 60))
def test_an_interval_of_publication_holds_what_each_of_its_days_gives(shift, first, length):
    one = expression(shift)
    last = first + timedelta(days=length)
    wide = resolve(one, Moment(first, last, "meta"))
    for published in (first, first + timedelta(days=length // 2), last):
        narrow = resolve(one, on(published))
        assert wide.earliest <= narrow.earliest
        assert narrow.latest <= wide.latest


@given(SHIFTS)
def test_an_expression_survives_storage(shift):
    one = expression(Shift(amount=1, base=shift, until=shift))
    assert from_plain(TimeExpression, to_plain(one)) == one
