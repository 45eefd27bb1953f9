"""`dateline add`."""

import sys
import time
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, BinaryIO, Self

import click

from dateline.cli.console import one_line, plural, say
from dateline.cli.options import record_option
from dateline.cli.writing import record_to_write
from dateline.settings import Settings

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

    from dateline.runner.adding import Summary

NOTHING_DONE = 1
SOME_UNREADABLE = 3
SHOWN_AFTER_SECONDS = 2.0
MOST_CHANGES = 10


@click.command()
@click.argument("pages", nargs=-1, required=True, metavar="PAGES...")
@record_option
@click.option(
    "--workers", type=click.IntRange(1, 64), default=1, show_default=True, help="Processes that read pages; the record is the same."
)
@click.option("--quiet", "-q", is_flag=True, help="Print no summary; pages that could not be read are still named.")
@click.pass_context
def add(context: click.Context, pages: tuple[str, ...], record: Path, workers: int, quiet: bool) -> None:
    """Read PAGES into the record: files, folders, addresses (https://...), or - for standard input.

    A page is HTML as saved from a site, plain text, or PDF. Web archives (WARC, ARC) and JSON lines of articles hold many pages; they are
    read one by one, however large the file is. Files may be packed (gzip, lz4, zstd). The article of each page is found, its date worked
    out, and what it says is joined with what the record holds already. Adding the same page again changes nothing. A page that can't be
    read, or is no English article, is named with the reason, and the rest goes on.

    Addresses are fetched politely (robots.txt, one request a second), and only from public machines. The entries of a feed are pages; where
    a feed gives no whole text, the linked page is fetched.

    \b
    Examples:
      dateline add pages/
      dateline add moscow.html readout.txt --record moscow.db
      dateline add crawl-2017.warc.gz
      dateline add https://example.org/story.html
      curl -s https://example.org/story.html | dateline add -
    """
    from dateline.runner.adding import add as add_pages

    settings: Settings = context.obj
    with record_to_write(record) as store, Bar(pages) as bar:
        summary = add_pages(pages, store, settings, bar.step, _standard_input(pages), workers=workers)
    report(summary, quiet=quiet)
    context.exit(exit_code(summary))


def _standard_input(pages: tuple[str, ...]) -> BinaryIO | None:
    """Standard input, None where it was closed."""
    if sys.stdin is None:  # `<&-`, and some service managers
        return None
    if "-" in pages and sys.stdin.isatty():
        say("reading a page from the keyboard: paste it, then press Ctrl-D on a line of its own")
    return sys.stdin.buffer


def exit_code(summary: "Summary") -> int:
    """0 where every page was read or dropped for what it is, 3 where some could not be read, 1 where none could."""
    if summary.pages == summary.unreadable:
        return NOTHING_DONE
    return SOME_UNREADABLE if summary.unreadable else 0


def report(summary: "Summary", *, quiet: bool) -> None:
    """The summary, on stderr: what was left out for what it is, what could not be read, then the counts and what changed."""
    for unreadable in (False, True):
        if unreadable or not quiet:
            tell_drops(summary, unreadable=unreadable)
    if quiet:
        return
    if not summary.pages:
        say("nothing to read: no page was found there", "red")
        return
    say(f"{plural(summary.pages, 'page')}: {in_counts(summary)}")
    for change in summary.changes[:MOST_CHANGES]:
        if change.kind != "new event":
            say(f"  {one_line(change.summary)}: {change.kind} {change.before} -> {change.after or 'gone'}")
    new_events = sum(1 for change in summary.changes if change.kind == "new event")
    if new_events:
        say(f"  {plural(new_events, 'new event')}: dateline show timeline")


def tell_drops(summary: "Summary", *, unreadable: bool) -> None:
    """The drops of one kind, each on a line that says which: a page that is no article is no failure, one that can't be read is."""
    kind, style = ("not read", "red") if unreadable else ("left out", "yellow")
    for drop in summary.drops:
        if drop.unreadable is unreadable:
            say(f"{kind}: {one_line(drop.page)}: {drop.reason}: {one_line(drop.detail)}", style)
    for reason, one_unreadable, count in summary.more:
        if one_unreadable is unreadable:
            say(f"{kind}: ... and {count:,} more: {reason}", style)


def in_counts(summary: "Summary") -> str:
    """How many pages are new or known, then how many were left out or not read, by reason."""
    parts = [f"{summary.new:,} new, {summary.known:,} known already"]
    for kind, unreadable in (("left out", False), ("not read", True)):
        reasons = summary.reasons(unreadable=unreadable)
        if reasons:
            parts.append(f"{kind} {sum(reasons.values()):,} ({', '.join(f'{count:,} {reason}' for reason, count in reasons.items())})")
    return "; ".join(parts)


class Bar:
    """A progress bar on stderr, shown on a terminal once the work has taken two seconds."""

    def __init__(self, inputs: tuple[str, ...]) -> None:
        self._inputs = inputs
        self._started = time.monotonic()
        self._progress: Progress | None = None
        self._task: TaskID | None = None
        self._total = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Take the bar away."""
        if self._progress:
            self._progress.stop()

    def step(self, done: int, name: str) -> None:
        """`done` pages are finished, `name` is next."""
        if self._progress is None and sys.stderr.isatty() and time.monotonic() - self._started > SHOWN_AFTER_SECONDS:
            self._show()
        if self._progress and self._task is not None:
            # How many pages an archive or a feed holds is known only at its end.
            total = self._total if done < self._total else None
            self._progress.update(self._task, completed=done, total=total, description=one_line(name)[:40])

    def _show(self) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        self._progress = Progress(*columns, console=Console(stderr=True), transient=True)
        self._total = _count(self._inputs)
        self._task = self._progress.add_task("", total=self._total)
        self._progress.start()


def _count(inputs: tuple[str, ...]) -> int:
    """About how many pages the inputs hold."""
    return sum(sum(1 for file in Path(one).rglob("*") if file.is_file()) if Path(one).is_dir() else 1 for one in inputs)
