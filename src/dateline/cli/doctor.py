"""`dateline doctor`."""

import click

from dateline.cli.console import put_line
from dateline.settings import Settings


@click.command()
@click.pass_context
def doctor(context: click.Context) -> None:
    """Check the installation: Python, the language model and its weights, the record's file.

    Exit code 0 if all is well, 1 if something must be mended; each line says what.
    """
    from dateline.runner.checks import check

    settings: Settings = context.obj
    found = check(settings)
    for one in found:
        put_line(f"{'ok  ' if one.fine else 'FAIL'}  {one.name:14}  {one.detail}", "" if one.fine else "red")
    context.exit(0 if all(one.fine for one in found) else 1)
