"""What a person sees: data on stdout, messages on stderr, colour only on a terminal and never under NO_COLOR."""

import os
import re
import sys
from collections.abc import Iterable, Sequence

import click

# Text of pages is other people's: control characters could steer the terminal, bidirectional ones show words in another order.
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")

# A column is never narrower than its longest word, so that ids and dates can be copied; words longer than this may be folded in prose.
_FOLDED_ABOVE = 8
_GAP = 2
_WORDS_OF_A_DATE = 3  # 2017-04-10 to 2017-04-12

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


def plural(number: int, noun: str) -> str:
    """The number with its noun: 1 page, 2 pages."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def say(message: str, style: str = "") -> None:
    """A message on stderr."""
    from rich.console import Console
    from rich.text import Text

    Console(stderr=True, highlight=False, soft_wrap=True).print(Text(clean(message), style))


def put(text: str) -> None:
    """Data on stdout, as it is. Where the reader has gone (`| head`), the command ends and all is well."""
    try:
        sys.stdout.write(text)
    except BrokenPipeError:
        forget_stdout()
        raise click.exceptions.Exit(0) from None


def forget_stdout() -> None:
    """Nobody reads it any more: what is left in it must not fail when the program ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


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

    console = Console(highlight=False)
    widths = _widths([[head, *(row[n] for row in cells)] for n, head in enumerate(heads)], console.width)
    if not widths:
        _put_stacked(heads, cells, styled)
        return
    table = Table(box=None, padding=(0, _GAP, 0, 0), pad_edge=False, header_style="bold")
    for head, width in zip(heads, widths, strict=True):
        table.add_column(head.upper(), overflow="fold", width=width)
    for row in cells:
        table.add_row(*[Text(cell, STATUS_STYLES.get(cell, "") if n == styled else "") for n, cell in enumerate(row)])
    console.print(table)


def _widths(columns: Sequence[Sequence[str]], room: int) -> list[int]:
    """Of each column, so that they fit: the least it needs, and what is left to those that lack least; nothing where they can't fit."""
    widths = [_least_width(column) for column in columns]
    left = room - sum(widths) - _GAP * len(widths)
    if left < 0:
        return []
    lacking = [max(_length(cell) for cell in column) - width for column, width in zip(columns, widths, strict=True)]
    for n in sorted(range(len(widths)), key=lambda n: lacking[n]):
        more = max(0, min(lacking[n], left))
        widths[n] += more
        left -= more
    return widths


def _length(text: str) -> int:
    """In cells of a terminal."""
    from rich.cells import cell_len

    return cell_len(text)


def _least_width(column: Sequence[str]) -> int:
    """The longest word: all of it where the cells are single words (ids, pages) or dates, less in prose."""
    longest = max(_length(word) for cell in column for word in cell.split() or [""])
    is_prose = any(len(cell.split()) > _WORDS_OF_A_DATE for cell in column)
    return min(longest, _FOLDED_ABOVE) if is_prose else longest


def _put_stacked(heads: Sequence[str], cells: list[list[str]], styled: int | None) -> None:
    """For narrow terminals: a line for each cell that has something, an empty one after each row; the terminal wraps what is longer."""
    left = max(len(head) for head in heads)
    for row in cells:
        for n, (head, cell) in enumerate(zip(heads, row, strict=True)):
            if cell:
                put_line(f"{head.upper():{left}}  {cell}", STATUS_STYLES.get(cell, "") if n == styled else "")
        put_line()
