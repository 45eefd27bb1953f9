"""What changed from one record to the next, and which article changed it."""

from dataclasses import replace
from datetime import date

from tests.records import small_record

from dateline.model.changes import Change
from dateline.model.moments import Moment, on
from dateline.model.record import Record
from dateline.runner.changes import find_changes


def known_before() -> Record:
    """The small record as it was when only its first article was there."""
    after = small_record()
    event = replace(after.events[0], status="planned", reports=("r-a-1",), history=after.events[0].history[:1])
    return replace(after, reports=after.reports[:1], events=(event,))


def test_a_first_record_has_only_new_events() -> None:
    changes = find_changes(None, small_record())
    assert changes == (Change("e-3f2a", "Lena Horn and Per Dahl meet in Vienna", "new event", None, "held", ("a-1", "a-2")),)


def test_the_same_record_has_no_changes() -> None:
    assert find_changes(small_record(), small_record()) == ()


def test_a_status_is_changed_by_the_article_that_is_new() -> None:
    changes = find_changes(known_before(), small_record())
    assert changes == (Change("e-3f2a", "Lena Horn and Per Dahl meet in Vienna", "status", "planned", "held", ("a-2",)),)


def test_a_date_that_became_known_is_a_change() -> None:
    before = known_before()
    vague = replace(before.events[0], when=Moment(date(2023, 5, 1), None, "stated"), status="held")
    changes = find_changes(replace(before, events=(vague,)), small_record())
    assert [(c.kind, c.before, c.after) for c in changes] == [("when", "2023-05-01..", "2023-05-04")]


def test_an_event_with_another_id_is_the_same_by_its_former_id_or_its_reports() -> None:
    before, after = known_before(), small_record()
    renamed = replace(before, events=(replace(before.events[0], id="e-77b1"),))
    assert [c.kind for c in find_changes(renamed, after)] == ["status"]
    unrelated = replace(before, events=(replace(before.events[0], id="e-9999"),))
    assert [c.kind for c in find_changes(unrelated, after)] == ["status"]


def test_an_event_that_is_gone_says_whether_another_took_it_over() -> None:
    before, after = small_record(), small_record()
    extra = replace(before.events[0], id="e-0000", reports=("r-a-2",), summary="A meeting on Thursday")
    changes = find_changes(replace(before, events=(extra, *before.events)), after)
    assert [(c.event, c.kind, c.after) for c in changes] == [("e-0000", "gone", "joined to another event")]
    alone = replace(extra, reports=("r-other",), when=on(date(2020, 1, 1)))
    changes = find_changes(replace(before, events=(alone, *before.events)), after)
    assert [(c.event, c.kind, c.after) for c in changes] == [("e-0000", "gone", None)]
