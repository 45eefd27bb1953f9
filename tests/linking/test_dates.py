"""Pages without a day, dated by what the others say."""

from datetime import date

from dateline.linking import link
from dateline.model.evidence import Span
from dateline.model.linked import Linked
from dateline.model.moments import Moment
from dateline.model.times import Shift, TimeExpression, resolve
from tests.linking.builders import ANNA, BORIS, CARLA, GERMANY, SERBIA, article, reading, report

WEDNESDAY = Shift(weekday=3, direction="past")


def said(page: str, shift: Shift) -> TimeExpression:
    return TimeExpression(0, 1, Span(f"a-{page}", 0, 4), "DATE", None, relative=True, shift=shift)


def published(linked: Linked, page: str) -> Moment:
    return next(a.article.published for a in linked.articles if a.article.id == f"a-{page}")


def test_a_weekday_is_dated_by_a_page_that_gives_the_day() -> None:
    dated, undated = article("dated", date(2021, 3, 4)), article("undated", None)
    held = report(dated, 0, ANNA, BORIS, when=date(2021, 3, 3))
    retold = report(undated, 0, ANNA, BORIS, time=said("undated", WEDNESDAY))
    moment = published(link([reading(dated, held), reading(undated, retold)]), "undated")
    assert (moment.earliest, moment.latest, moment.method) == (date(2021, 3, 3), date(2021, 3, 4), "neighbours")
    assert {e.article for e in moment.evidence if isinstance(e, Span)} == {"a-dated", "a-undated"}


def test_the_times_of_the_page_move_with_its_day() -> None:
    dated, undated = article("dated", date(2021, 3, 4)), article("undated", None)
    held = report(dated, 0, ANNA, BORIS, when=date(2021, 3, 3))
    retold = report(undated, 0, ANNA, BORIS, time=said("undated", WEDNESDAY))
    other = report(undated, 40, ANNA, CARLA, time=said("undated", Shift(weekday=5, direction="future")), status="planned", tense="future")
    linked = link([reading(dated, held), reading(undated, retold, other)])
    moved = next(r for r in linked.reports if r.id == other.id)
    assert other.time is not None
    assert moved.when == resolve(other.time, published(linked, "undated"))
    assert moved.when.earliest == date(2021, 3, 5)


def test_most_reports_outvote_a_meeting_of_the_same_people_later() -> None:
    march, may, undated = article("march", date(2021, 3, 4)), article("may", date(2021, 5, 6)), article("undated", None)
    told = [report(march, 0, ANNA, BORIS, when=date(2021, 3, 3)), report(march, 40, ANNA, CARLA, when=date(2021, 3, 3))]
    later = report(may, 0, ANNA, BORIS, when=date(2021, 5, 5))
    retold = [
        report(undated, 0, ANNA, BORIS, time=said("undated", WEDNESDAY)),
        report(undated, 40, ANNA, CARLA, time=said("undated", WEDNESDAY)),
    ]
    linked = link([reading(march, *told), reading(may, later), reading(undated, *retold)])
    assert published(linked, "undated").earliest == date(2021, 3, 3)


def test_states_alone_date_nothing() -> None:
    dated, undated = article("dated", date(2021, 3, 4)), article("undated", None)
    held = report(dated, 0, GERMANY, SERBIA, when=date(2021, 3, 3), kind="SANCTION", noun="ban")
    retold = report(undated, 0, GERMANY, SERBIA, time=said("undated", WEDNESDAY), kind="SANCTION", noun="tax")
    moment = published(link([reading(dated, held), reading(undated, retold)]), "undated")
    assert (moment.earliest, moment.latest) == (None, None)
