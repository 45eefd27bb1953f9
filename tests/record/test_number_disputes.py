"""Which numbers of one event contradict each other."""

from dataclasses import replace
from datetime import date

import pytest

from dateline.linking import link
from dateline.model.evidence import Span
from dateline.model.record import Dispute
from dateline.model.reports import Bound, By, Quantity, Reading
from dateline.record import build_record
from tests.linking.builders import GERMANY, SERBIA, article, reading, report

DAY = date(2021, 3, 2)
TEXT = "Some {0} soldiers were killed in the clash of the two armies on Tuesday, according to those who counted them."


def page(
    name: str,
    *numbers: float,
    published: date = DAY,
    by: tuple[By, ...] = (),
    bound: Bound = "exactly",
    text: str = TEXT,
    what: str = "soldiers",
) -> Reading:
    """A page that gives `numbers` of one event, each in the words of the one in `by`."""
    where = article(name, published, text.format(numbers[0]))
    voices = by or (By("unnamed", None, f"sources of {name}"),) * len(numbers)
    at = where.text.index("killed")
    told = report(where, at, GERMANY, SERBIA, kind="ASSAULT", noun="kill", when=DAY)
    counted = tuple(
        Quantity(f"q-{name}-{n}", where.id, what, value, "", bound, voices[n], None, (Span(where.id, 5, 7 + n),), told.id)
        for n, value in enumerate(numbers)
    )
    return replace(reading(where, told), quantities=counted)


def disputes(*pages: Reading) -> list[Dispute]:
    return [d for d in build_record(link(pages)).disputes if d.field == "number"]


def test_two_pages_of_one_day_with_other_numbers_disagree() -> None:
    (found,) = disputes(page("north", 8), page("south", 25), page("west", 25))
    assert (found.kind, found.field) == ("value", "number")
    assert [(p.article, p.stance, p.value) for p in found.positions] == [
        ("a-south", "asserts", "25 soldiers"),
        ("a-west", "asserts", "25 soldiers"),
        ("a-north", "denies", "8 soldiers"),
    ]


def test_two_voices_of_one_page_disagree() -> None:
    voices = (By("unnamed", None, "the ministry"), By("unnamed", None, "the rebels"))
    (found,) = disputes(page("both", 8, 25, by=voices))
    assert {p.by.description for p in found.positions} == {"the ministry", "the rebels"}


def test_a_count_that_grows_is_news_and_one_that_shrinks_a_dispute() -> None:
    first, later = date(2021, 3, 3), date(2021, 3, 5)
    assert not disputes(page("first", 8, published=first), page("later", 25, published=later))
    assert len(disputes(page("first", 25, published=first), page("later", 8, published=later))) == 1


@pytest.mark.parametrize(("bound", "numbers"), [("at least", (8, 25)), ("about", (200, 218)), ("exactly", (1200, 1212))])
def test_numbers_that_may_both_be_right_do_not_clash(bound: Bound, numbers: tuple[float, float]) -> None:
    assert not disputes(page("north", numbers[0], bound=bound), page("south", numbers[1]))


def test_numbers_of_a_list_and_parts_of_a_whole_are_no_opinions() -> None:
    one = By("unnamed", None, "the ministry")
    assert not disputes(page("list", 8, 25, by=(one, one)), page("other", 12))
    part = "Two of {0} soldiers were killed in the clash of the two armies on Tuesday, according to those who counted them."
    whole = page("part", 25, text=part)
    moved = replace(whole, quantities=tuple(replace(q, evidence=(Span(q.article, 7, 9),)) for q in whole.quantities))
    assert not disputes(moved, page("other", 8))


def test_other_things_counted_are_other_numbers() -> None:
    assert not disputes(page("north", 8), page("south", 25, what="civilians"))
