"""`dateline export` and `dateline page`: the record as files."""

import os
import tempfile
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import click

from dateline.cli.console import put, say
from dateline.cli.options import as_of_option, record_option
from dateline.errors import DatelineError, UsageError
from dateline.export import FORMATS, find_format

FILE = click.Path(path_type=Path, dir_okay=False, allow_dash=True)
NAMES = [one.name for one in FORMATS]


@click.command()
@click.option("--format", "format_name", type=click.Choice(NAMES), default="json", show_default=True, help="What to write.")
@click.option("--output", "-o", type=FILE, default="-", metavar="FILE", help="Where to. Default: stdout.")
@as_of_option
@record_option
def export(format_name: str, output: Path, as_of: date | None, record: Path) -> None:
    """Write the record in a format that other programs read.

    json is dateline-record/1: articles with their text, actors, reports, events with the history of their status, statements,
    disputes. Its JSON Schema ships with the package (dateline/data/schema/dateline-record-1.json). jsonl is the same, one object a
    line. csv is a table for spreadsheets: a row for each step of an event's history, with who says so, the words and where they stand;
    dates are EDTF (2017-04, 2017-04-10/2017-04-12, ../2017-05-01). The same pages and version give the same bytes.

    \b
    Examples:
      dateline export --output record.json
      dateline export --format jsonl | grep '"kind": "event"'
      dateline export --format csv --output events.csv
      dateline export --as-of 2017-04-11 --output as-known-then.json
    """
    from dateline.runner.reading import record_in
    from dateline.store import Store

    with Store.open(record, write=False) as store:
        write(find_format(format_name).write(record_in(store, as_of)), output)


@click.command()
@click.option("--output", "-o", type=FILE, required=True, metavar="FILE", help="The HTML file; - for stdout.")
@as_of_option
@record_option
def page(output: Path, as_of: date | None, record: Path) -> None:
    """Write the record as one HTML file for reading.

    The timeline with each event's status history, who says so and the sentence behind every step; the people, the statements, the
    disputes, and the articles. The file needs no other file and no network, and prints well.

    \b
    Example:
      dateline page --output story.html
    """
    from dateline.runner.reading import record_in
    from dateline.store import Store
    from dateline.web import write_page

    with Store.open(record, write=False) as store:
        write([write_page(record_in(store, as_of))], output)
    if str(output) != "-":
        say(f"written: {output}")


def is_record(path: Path) -> bool:
    """Is there a database, such as a record, at `path`? Nothing that is written for reading may replace one."""
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(16) == b"SQLite format 3\0"


def write(pieces: Iterable[str], output: Path) -> None:
    """Write to stdout (`-`), or to a file that is replaced only when it is complete."""
    if str(output) == "-":
        for piece in pieces:
            put(piece)
        return
    if is_record(output):
        message = f"{output}: this is a Dateline record, and writing to it would lose it: name another file with --output"
        raise UsageError(message)
    try:
        if output.exists() and not output.is_file():
            # A device or a pipe (/dev/stderr, >(command)) is written to: replacing it would break it for everybody.
            with output.open("w", encoding="utf-8", newline="\n") as file:
                file.writelines(pieces)
        else:
            _replace(pieces, output)
    except OSError as error:
        message = f"{output} can't be written ({error.strerror}): check that its folder is there and can be written to"
        raise DatelineError(message) from error


def _replace(pieces: Iterable[str], output: Path) -> None:
    target = output.resolve()
    handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}-")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.writelines(pieces)
        Path(temporary).chmod(0o666 & ~_umask())
        Path(temporary).replace(target)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
