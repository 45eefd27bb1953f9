"""`dateline-record/1`, one JSON object a line with its `kind`: what streams and what large records need."""

from collections.abc import Iterator
from typing import Any

from dateline.export.json_text import json_text
from dateline.export.record_format import KINDS, plain_record
from dateline.model.record import Record


def write(record: Record) -> Iterator[str]:
    """First a line of kind "record" with the format's name and version, then each article, actor, report, ... as `{"kind", "value"}`.

    The value stands apart because actors, statements, sources and disputes have a `kind` of their own.
    """
    whole = plain_record(record)
    yield _line("record", {key: value for key, value in whole.items() if key not in KINDS})
    for table, kind in KINDS.items():
        for row in whole[table]:
            yield _line(kind, row)


def _line(kind: str, value: Any) -> str:
    return "".join(json_text({"kind": kind, "value": value})) + "\n"
