"""What a person sees: data on stdout, messages on stderr, colour only on a terminal and never under NO_COLOR."""

import re
import sys
from collections.abc import Iterable, Sequence

# Text of pages is other people's: control characters could steer the terminal, bidirectional ones show words in another order.
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")

STATUS_STYLES = {
    "held": "green",
    "ongoing": "green",
    "planned": "blue",
    "proposed": "cyan",
    "possible": "cyan",
    "doubtful": "yellow",
    "postponed": "yellow",
    "cancelled": "red",
    "denied": "red",
}


def clean(text: str) -> str:
    """`text` without what could steer a terminal."""
    return _CONTROLS.sub("\N{REPLACEMENT CHARACTER}", text)


def one_line(text: str) -> str:
    """`text` on one line, for tables."""
    return clean(" ".join(text.split()))


def say(message: str, style: str = "") -> None:
    """A message on stderr."""
    from rich.console import Console
    from rich.text import Text

    Console(stderr=True, highlight=False, soft_wrap=True).print(Text(clean(message), style))


def put(text: str) -> None:
    """Data on stdout, as it is."""
    sys.stdout.write(text)


def put_line(text: str = "", style: str = "") -> None:
    """A line for reading on stdout."""
    if not sys.stdout.isatty():
        put(clean(text) + "\n")
        return
    from rich.console import Console
    from rich.text import Text

    Console(highlight=False, soft_wrap=True).print(Text(clean(text), style))


def put_table(heads: Sequence[str], rows: Iterable[Sequence[str]], styled: int | None = None) -> None:
    """A table on stdout: folded to the width of a terminal, or else one line a row, columns by spaces, nothing cut.

    `styled` is the number of the column that holds a status.
    """
    cells = [[one_line(cell) for cell in row] for row in rows]
    if sys.stdout.isatty():
        _put_folded(heads, cells, styled)
        return
    widths = [max(len(row[n]) for row in [list(heads), *cells]) for n in range(len(heads))]
    for row in [[head.upper() for head in heads], *cells]:
        put("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() + "\n")


def _put_folded(heads: Sequence[str], cells: list[list[str]], styled: int | None) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, padding=(0, 2, 0, 0), header_style="bold")
    for head in heads:
        table.add_column(head.upper(), overflow="fold")
    for row in cells:
        table.add_row(*[Text(cell, STATUS_STYLES.get(cell, "") if n == styled else "") for n, cell in enumerate(row)])
    Console(highlight=False).print(table)
