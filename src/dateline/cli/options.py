"""Options that several commands share."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import click

from dateline.settings import Settings

F = TypeVar("F", bound=Callable[..., Any])


class Day(click.ParamType[date]):
    """A day as YYYY-MM-DD."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(value)
        except ValueError:
            return self.fail(f"{value!r} is no day: write it as YYYY-MM-DD, for example 2017-04-12.", param, ctx)


def record_option(command: F) -> F:
    """`--record FILE`, from the settings where it is not given; the command gets a `Path`."""

    def from_settings(context: click.Context, _param: click.Parameter, value: Path | None) -> Path:
        settings: Settings = context.find_object(Settings) or Settings()
        return value or Path(settings.record)

    return click.option(
        "--record",
        type=click.Path(path_type=Path, dir_okay=False),
        metavar="FILE",
        callback=from_settings,
        help="The record's file. Default: $DATELINE_RECORD, or dateline.db in the current folder.",
    )(command)


def as_of_option(command: F) -> F:
    """`--as-of DATE`."""
    return click.option(
        "--as-of",
        type=Day(),
        metavar="DATE",
        help="What was known at the end of this day (YYYY-MM-DD): only articles published by then count.",
    )(command)


def json_option(command: F) -> F:
    """`--json`."""
    return click.option("--json", "as_json", is_flag=True, help="Print JSON, the values of dateline-record/1, for other programs.")(command)
