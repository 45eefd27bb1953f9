"""A record as a file: one module for each format, one line here."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from dateline.errors import UnknownFormat
from dateline.export import json_lines, json_record, steps_csv
from dateline.model.record import Record

Writer = Callable[[Record], Iterator[str]]


@dataclass(frozen=True, slots=True)
class Format:
    """An output format: its name on the command line, what it is, and the function that writes a record as pieces of text."""

    name: str
    about: str
    write: Writer


FORMATS: tuple[Format, ...] = (
    Format("json", "dateline-record/1: one JSON object, the format that other programs read", json_record.write),
    Format("jsonl", "the same, one object a line with its kind: for large records", json_lines.write),
    Format("csv", "a table for spreadsheets: a row for each step of an event's history with its words, dates in EDTF", steps_csv.write),
)

__all__ = ["FORMATS", "Format", "find_format"]


def find_format(name: str) -> Format:
    """The format called `name`. Raises `UnknownFormat`, which lists those there are."""
    for one in FORMATS:
        if one.name == name:
            return one
    raise UnknownFormat(f"no output format {name!r}: there are {', '.join(f.name for f in FORMATS)}")
