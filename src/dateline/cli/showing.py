"""`dateline show`."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from dateline.cli.console import put, say
from dateline.cli.options import as_of_option, json_option, record_option

if TYPE_CHECKING:
    from dateline.model.record import Record

F = TypeVar("F", bound=Callable[..., Any])


@click.group()
def show() -> None:
    """Print parts of the record.

    \b
    Examples:
      dateline show timeline --as-of 2017-04-11
      dateline show event 3f2a
      dateline show statements --json | jq '.[].text'
    """


def _common(command: F) -> F:
    return as_of_option(json_option(record_option(command)))


@show.command()
@_common
def timeline(record: Path, as_of: date | None, as_json: bool) -> None:
    """The events in the order of their dates, with their status.

    A date is a day, a month, or an interval as far as the pages tell; events without a date come last. "overdue" marks what was
    planned for a day that has passed without a report of the outcome; "contested" what reports disagree on.
    """
    from dateline.cli import views

    _show(_load(record, as_of), as_json, views.timeline, views.timeline_json)


@show.command()
@_common
def events(record: Path, as_of: date | None, as_json: bool) -> None:
    """The events with their ids, types, and the number of reports and independent sources."""
    from dateline.cli import views

    _show(_load(record, as_of), as_json, views.events, views.events_json)


@show.command()
@click.argument("identity", metavar="ID")
@_common
def event(identity: str, record: Path, as_of: date | None, as_json: bool) -> None:
    """One event: how its status changed, who says so, and the sentence behind every step.

    ID is the event's id or the first characters of it, as `dateline show events` lists them.
    """
    from dateline.cli import views

    found = _load(record, as_of)
    _show(found, as_json, lambda r: views.event(r, identity), lambda r: views.event_json(r, identity))


@show.command()
@_common
def statements(record: Path, as_of: date | None, as_json: bool) -> None:
    """What was said, directly or indirectly, by whom, or who declined to say."""
    from dateline.cli import views

    _show(_load(record, as_of), as_json, views.statements, views.statements_json)


@show.command()
@_common
def disputes(record: Path, as_of: date | None, as_json: bool) -> None:
    """Where reports disagree: the proposition or the field, and who takes which side."""
    from dateline.cli import views

    _show(_load(record, as_of), as_json, views.disputes, views.disputes_json)


@show.command()
@_common
def people(record: Path, as_of: date | None, as_json: bool) -> None:
    """The people: country, roles as stated, other names, and how often they take part and speak."""
    from dateline.cli import views

    _show(_load(record, as_of), as_json, views.people, views.people_json)


@show.command()
@_common
def sources(record: Path, as_of: date | None, as_json: bool) -> None:
    """The articles by who published them, with their dates; copies of another article are marked."""
    from dateline.cli import views

    _show(_load(record, as_of), as_json, views.sources, views.sources_json)


@show.command()
@json_option
@record_option
def changes(record: Path, as_json: bool) -> None:
    """What each run of `dateline add` changed, and which pages changed it; the last run first."""
    from dateline.cli import views
    from dateline.store import Store

    with Store.open(record, write=False) as store:
        runs, stored = store.runs(), store.record()
    if as_json:
        _put_json(views.changes_json(runs))
    else:
        views.changes(runs, stored)


def _load(record: Path, as_of: date | None) -> "Record":
    from dateline.runner.reading import record_in
    from dateline.store import Store

    with Store.open(record, write=False) as store:
        return record_in(store, as_of)


def _show(record: "Record", as_json: bool, in_words: "Callable[[Record], None]", plain: "Callable[[Record], Any]") -> None:
    if as_json:
        _put_json(plain(record))
    elif record.articles:
        in_words(record)
    else:
        say(f"nothing was known by {record.as_of}: every article is dated later" if record.as_of else "the record holds no article")


def _put_json(value: Any) -> None:
    from dateline.export.json_text import json_text

    put("".join(json_text(value, indent=1)) + "\n")
