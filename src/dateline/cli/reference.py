"""Writes docs/cli.md from the help of every command: `python -m dateline.cli.reference > docs/cli.md`."""

from collections.abc import Iterator

import click

from dateline.cli.main import dateline

WIDTH = 100
HEAD = """# The command line

This page is made from the commands' own help by `make docs`; a test checks that it is current.
"""


def reference() -> str:
    """The whole page."""
    parts = [HEAD]
    for name, command in _commands("dateline", dateline):
        context = click.Context(command, info_name=name, terminal_width=WIDTH, max_content_width=WIDTH)
        text = "\n".join(line.rstrip() for line in command.get_help(context).splitlines())
        parts.append(f"## `{name}`\n\n```text\n{text}\n```\n")
    return "\n".join(parts)


def _commands(name: str, command: click.Command) -> Iterator[tuple[str, click.Command]]:
    yield name, command
    if isinstance(command, click.Group):
        for child in sorted(command.commands):
            yield from _commands(f"{name} {child}", command.commands[child])


if __name__ == "__main__":
    click.echo(reference(), nl=False)
