"""One day of the calendar, named more than once."""

from dataclasses import replace
from datetime import date

from tests.language.times.test_find_times import article

from dateline.language.times import find_times
from dateline.model.articles import Block
from dateline.model.moments import OPEN


def days(parser, *lines, title=False, published=None):
    made = article(*lines, published=published)
    if title:
        first = made.blocks[0]
        made = replace(made, title=lines[0], blocks=(Block(first.start, first.end, "title"), *made.blocks[1:]))
    return [(t.when.earliest, t.when.latest) for t in find_times(parser.parse(made)) if t.shift and t.shift.day]


def test_the_text_tells_the_year_of_the_headlines_day(parser):
    found = days(
        parser,
        "Visit on 13 July confirmed by envoy",
        "The minister will travel to Oslo on July 13. He will leave on 13 July at noon.",
        title=True,
    )
    assert set(found) == {(date(2021, 7, 13), date(2021, 7, 13))}


def test_a_day_behind_and_a_day_ahead_stay_apart(parser):
    found = days(parser, "The treaty was signed on March 3.", "The two sides will meet again on March 3.")
    assert found == [(date(2021, 3, 3),) * 2, (date(2022, 3, 3),) * 2]


def test_the_day_can_be_told_later_where_the_page_has_none(parser):
    made = article("Visit on 13 July confirmed", "He will travel on July 13. Ministers will meet him on 13 July.", published=OPEN)
    shifts = {t.shift.direction for t in find_times(parser.parse(made)) if t.shift and t.shift.day}
    assert len(shifts) == 1
