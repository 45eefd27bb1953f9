"""`dateline-record/1` as one JSON object."""

from collections.abc import Iterator

from dateline.export.json_text import json_text
from dateline.export.record_format import plain_record
from dateline.model.record import Record


def write(record: Record) -> Iterator[str]:
    """The record, keys in the order of the format, one value a line so that two records can be compared line by line."""
    yield from json_text(plain_record(record), indent=1)
    yield "\n"
