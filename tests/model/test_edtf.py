"""Moments and expressions in EDTF: the forms by hand, and that every one of them can be read back."""

import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model.edtf import edtf
from dateline.model.evidence import Span
from dateline.model.moments import OPEN, Moment, on
from dateline.model.times import Shift, TimeExpression, resolve

DAY = r"\d{4}-\d\d-\d\d"
FORM = re.compile(
    rf"{DAY}[?~%]?|\d{{4}}(-(0[1-9]|1[0-2]|2[1-4]|3[3-6]|4[01]))?[?~%]?|\d{{3}}X[?~%]?|\d\dXX[?~%]?"
    rf"|({DAY}[?~%]?|\.\.)/({DAY}[?~%]?|\.\.)|\d{{4}}-\d\d[?~%]?/\d{{4}}-\d\d[?~%]?"
)


def moment(first, last):
    return Moment(date.fromisoformat(first) if first else None, date.fromisoformat(last) if last else None, "stated")


def said(shift, **more):
    one = TimeExpression(0, 1, Span("a", 0, 5), "DATE", None, relative=not shift.absolute, shift=shift, **more)
    return TimeExpression(0, 1, one.span, "DATE", None, resolve(one, on(date(2021, 6, 16))), one.relative, shift, **more)


@pytest.mark.parametrize(
    ("first", "last", "written"),
    [
        ("2017-04-12", "2017-04-12", "2017-04-12"),
        ("2017-04-01", "2017-04-30", "2017-04"),
        ("2016-02-01", "2016-02-29", "2016-02"),
        ("2016-02-01", "2016-02-28", "2016-02-01/2016-02-28"),
        ("2017-01-01", "2017-12-31", "2017"),
        ("2017-04-01", "2017-06-30", "2017-34"),
        ("2017-07-01", "2017-12-31", "2017-41"),
        ("2010-01-01", "2019-12-31", "201X"),
        ("1900-01-01", "1999-12-31", "19XX"),
        ("2017-04-03", "2017-04-05", "2017-04-03/2017-04-05"),
        ("2017-10-01", "2018-09-30", "2017-10/2018-09"),
        (None, "2017-04-12", "../2017-04-12"),
        ("2017-04-12", None, "2017-04-12/.."),
    ],
)
def test_a_moment(first, last, written):
    assert edtf(moment(first, last)) == written


def test_what_is_not_known_has_no_form():
    assert edtf(OPEN) is None
    assert edtf(TimeExpression(0, 1, Span("a", 0, 5), "DURATION", "P2W")) is None
    assert edtf(TimeExpression(0, 1, Span("a", 0, 5), "SET", "P1D")) is None
    assert edtf(TimeExpression(0, 1, Span("a", 0, 5), "DATE", "PAST_REF")) is None


def test_seasons_guesses_and_rough_counts_are_marked():
    assert edtf(said(Shift(unit="season", season="spring", year=2017))) == "2017-21"
    assert edtf(said(Shift(unit="season", season="winter", year=2017))) == "2017-24"
    assert edtf(said(Shift(unit="season", season="spring", year=2017, part="early"))) == "2017-03-01/2017-03-30"
    assert edtf(said(Shift(unit="week", amount=-6, exact=True))) == "2021-05-02~/2021-05-08~"
    assert edtf(said(Shift(amount=-1), confidence=0.4)) == "2021-06-15?"
    assert edtf(said(Shift(unit="week", amount=-6, exact=True), confidence=0.4)) == "2021-05-02%/2021-05-08%"
    assert edtf(said(Shift(amount=-1, side="since"))) == "2021-06-15/2021-06-16"


DAYS = st.dates(date(1000, 1, 1), date(2999, 12, 31))


@given(DAYS, st.integers(0, 40000))
def test_every_interval_is_well_formed(start, length):
    end = min(start + timedelta(days=length), date(2999, 12, 31))
    written = edtf(Moment(start, end, "stated"))
    assert written
    assert FORM.fullmatch(written), written


@given(DAYS, st.sampled_from(["month", "quarter", "year"]))
def test_named_stretches_are_one_word(day, unit):
    written = edtf(
        said(Shift(unit=unit, year=day.year, month=day.month if unit == "month" else None, nth=2 if unit == "quarter" else None))
    )
    assert written is not None
    assert "/" not in written
    assert written.startswith(f"{day.year:04d}")
