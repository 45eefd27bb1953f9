"""`dateline watch`."""

import re
import signal
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from dateline.cli.adding import exit_code, in_counts, tell_drops
from dateline.cli.console import plural, say
from dateline.cli.options import record_option
from dateline.cli.writing import record_to_write
from dateline.settings import Settings

if TYPE_CHECKING:
    from dateline.runner.watch import Round

SHORTEST = 60.0
LONGEST = 7 * 86_400.0
_UNITS = {"s": 1, "m": 60, "h": 3_600, "d": 86_400}
_INTERVAL = re.compile(r"(?:\d{1,6}[smhd])+")


class Interval(click.ParamType[float]):
    """A length of time such as 15m, 2h or 1h30m, in seconds."""

    name = "interval"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:  # noqa: ANN401 - as click has it
        if isinstance(value, float):
            return value
        text = str(value).strip().lower()
        if not _INTERVAL.fullmatch(text):
            return self.fail(f"{value!r} is no length of time: write it as 15m, 2h or 1h30m (s, m, h, d).", param, ctx)
        seconds = float(sum(int(one[:-1]) * _UNITS[one[-1]] for one in re.findall(r"\d+[smhd]", text)))
        if not SHORTEST <= seconds <= LONGEST:
            return self.fail(f"{value!r} is too {'short' if seconds < SHORTEST else 'long'}: from 1m to 7d.", param, ctx)
        return seconds


@click.command()
@click.argument("feeds", nargs=-1, required=True, metavar="FEEDS...")
@click.option("--every", type=Interval(), default="15m", show_default=True, metavar="TIME", help="Time between two rounds: 15m, 2h, 1h30m.")
@click.option("--once", is_flag=True, help="One round, then end; for cron and the like.")
@record_option
@click.pass_context
def watch(context: click.Context, feeds: tuple[str, ...], every: float, once: bool, record: Path) -> None:
    """Fetch FEEDS again and again and add what is new: addresses of feeds, of lists of feeds or of pages, and OPML files.

    RSS, Atom and JSON Feed are read; of a site's front page the feed that it names. Where a feed gives no whole text, the linked page is
    fetched. Only what is new or has changed is asked
    for, robots.txt is obeyed, and one host is asked once a second at most. A feed that fails is named, left alone for a while, and tried
    again; it never ends the watch. Each round says on stderr what it did. Ctrl-C ends it; the record is whole.

    Only public addresses are fetched: a feed or a redirect that leads to a machine of your own network is refused.

    \b
    Examples:
      dateline watch https://example.org/feed.xml
      dateline watch subscriptions.opml --every 1h --record europe.db
      dateline watch --once https://example.org/feed.xml
    """
    from dateline.runner.watch import Round, check_sources
    from dateline.runner.watch import watch as run

    last: list[Round] = []

    def tell(done: Round) -> None:
        last[:] = [done]
        report(done)

    settings: Settings = context.obj
    check_sources(feeds)
    # A service manager ends programs with SIGTERM; it means the same as Ctrl-C.
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        with record_to_write(record) as store:
            run(feeds, store, settings, every, tell, once=once)
    finally:
        signal.signal(signal.SIGTERM, before)
    if once and last:
        context.exit(exit_code(last[0].summary))
    say("stopped; the record is whole")


def report(done: "Round") -> None:
    """What could not be read, by name, then the round in one line."""
    from dateline.pages.fetching import in_words

    tell_drops(done.summary, unreadable=True)
    counts = in_counts(done.summary)
    if done.summary.changes:
        counts += f"; {plural(len(done.summary.changes), 'change')} to the record"
    after = "" if done.wait is None else f"; next in {in_words(done.wait)}"
    say(f"{time.strftime('%H:%M')} round {done.number}: {counts}{after}")
