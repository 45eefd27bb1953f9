"""The table for spreadsheets, read back with the standard library's reader."""

import csv
import io
from dataclasses import replace
from datetime import date

from tests.records import small_record

from dateline.export.steps_csv import COLUMNS, write
from dateline.model.moments import Moment
from dateline.model.record import Record


def rows(record: Record) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO("".join(write(record)))))


def test_a_row_for_each_step_with_who_says_so_and_where() -> None:
    first, second = rows(small_record())
    assert tuple(first) == COLUMNS
    assert (first["event"], first["when"], first["status"], first["who"]) == ("e-3f2a", "2023-05-04", "held", "Lena Horn; Per Dahl")
    assert [(row["step"], row["steps"], row["reported"], row["reported_status"]) for row in (first, second)] == [
        ("1", "2", "2023-05-01", "planned"),
        ("2", "2", "2023-05-05", "held"),
    ]
    assert (first["by"], second["by"], first["outlet"]) == ("Lena Horn", "Example Post", "Example Post")
    assert second["words"] == "Horn and Dahl met in Vienna on Thursday."
    text = small_record().articles[1].article.text
    assert text[int(second["start"]) : int(second["end"])] == "met in"


def test_dates_are_edtf() -> None:
    record = small_record()
    moments = {
        "2023-05": (date(2023, 5, 1), date(2023, 5, 31)),
        "2023-05-04/2023-05-06": (date(2023, 5, 4), date(2023, 5, 6)),
        "../2023-05-04": (None, date(2023, 5, 4)),
        "": (None, None),
    }
    for written, (earliest, latest) in moments.items():
        event = replace(record.events[0], when=Moment(earliest, latest, "stated", ()))
        assert rows(replace(record, events=(event,)))[0]["when"] == written


def test_text_of_pages_is_no_formula_and_steers_nothing() -> None:
    record = small_record()
    event = replace(record.events[0], summary='=HYPERLINK("http://x.example")\x1b[2J', place="+1\n2")
    row = rows(replace(record, events=(event,)))[0]
    assert row["what"] == '\'=HYPERLINK("http://x.example")\N{REPLACEMENT CHARACTER}[2J'
    assert row["where"] == "'+1 2"
