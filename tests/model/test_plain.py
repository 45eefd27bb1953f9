"""Values survive being written as plain ones and read back; what does not fit is refused with the field's name."""

import json
from dataclasses import dataclass
from datetime import date, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from tests.records import any_of, reading, small_record

from dateline.errors import PlainError
from dateline.model.annotated import Token
from dateline.model.articles import Article
from dateline.model.evidence import DataEvidence, FieldEvidence, Span
from dateline.model.moments import Moment, on
from dateline.model.plain import from_plain, to_plain
from dateline.model.record import Dispute, Event
from dateline.model.reports import Report, Statement

SLOW = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))


@pytest.mark.parametrize("kind", [Article, Report, Event, Statement, Dispute, Token], ids=lambda kind: kind.__name__)
def test_any_value_comes_back(kind: type) -> None:
    @SLOW
    @given(any_of(kind))
    def comes_back(value: object) -> None:
        assert from_plain(kind, json.loads(json.dumps(to_plain(value)))) == value

    comes_back()


def test_a_whole_record_comes_back() -> None:
    record = small_record()
    assert from_plain(type(record), json.loads(json.dumps(to_plain(record)))) == record


def test_evidence_is_told_by_its_keys() -> None:
    evidence = (Span("a", 1, 2), FieldEvidence("a", "url", "x"), DataEvidence("places.csv", "Vienna"))
    moment = Moment(date(2020, 1, 1), None, "stated", evidence)
    plain = to_plain(moment)
    assert plain["evidence"][0] == {"article": "a", "start": 1, "end": 2}
    assert plain["earliest"] == "2020-01-01"
    assert plain["latest"] is None
    assert from_plain(Moment, plain).evidence == evidence


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"colour": "red"}, "Moment has no field colour"),
        ({"method": None}, "Moment.method: expected str, found None"),
        ({"earliest": "May 4"}, "Moment.earliest: expected a day such as 2017-04-12, found 'May 4'"),
        ({"earliest": 20200101}, "expected a day"),
        ({"evidence": {}}, "Moment.evidence: expected a list"),
        ({"evidence": [{"article": "a"}]}, "expected one of Span, FieldEvidence, DataEvidence"),
        ({"evidence": [{"article": "a", "start": True, "end": 2}]}, "Span.start: expected int, found True"),
    ],
)
def test_what_does_not_fit_is_refused(change: dict[str, object], message: str) -> None:
    plain = to_plain(on(date(2020, 1, 1))) | change
    with pytest.raises(PlainError, match="^.*" + message.replace("(", "\\(")):
        from_plain(Moment, plain)


def test_a_missing_field_needs_a_default() -> None:
    assert from_plain(Moment, {"earliest": None, "latest": None, "method": "open"}).evidence == ()
    with pytest.raises(PlainError, match="Moment lacks method"):
        from_plain(Moment, {"earliest": None, "latest": None})


def test_statuses_are_a_closed_list() -> None:
    plain = to_plain(small_record().reports[0]) | {"status": "maybe"}
    with pytest.raises(PlainError, match=r"Report\.status: expected one of proposed, planned"):
        from_plain(Report, plain)


def test_values_of_other_types_are_refused() -> None:
    with pytest.raises(PlainError, match="datetime"):
        to_plain(datetime(2020, 1, 1))  # noqa: DTZ001 - an instant of any kind is what must be refused
    with pytest.raises(PlainError, match="set"):
        to_plain((1, {2}))


def test_unions_that_plain_values_cannot_tell_apart_are_refused() -> None:
    @dataclass(frozen=True)
    class Either:
        value: str | int

    with pytest.raises(PlainError, match="can't be told apart"):
        from_plain(Either, {"value": 1})


def test_readings_come_back() -> None:
    one = reading("a-9", day=date(2021, 3, 4))
    assert from_plain(type(one), to_plain(one)) == one
