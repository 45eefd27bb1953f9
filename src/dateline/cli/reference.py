"""Writes docs/cli.md from the help of every command: `python -m dateline.cli.reference > docs/cli.md`."""

from collections.abc import Iterator

import click

from dateline.cli.commands import dateline

WIDTH = 100
HEAD = """# The command line

This page is made from the commands' own help by `make docs`; a test checks that it is current.
"""


def reference() -> str:
    """The whole page."""
    parts = [HEAD]
    for context in _contexts("dateline", dateline, None):
        text = "\n".join(line.rstrip() for line in context.get_help().splitlines())
        parts.append(f"## `{context.command_path}`\n\n```text\n{text}\n```\n")
    return "\n".join(parts)


def _contexts(name: str, command: click.Command, parent: click.Context | None) -> Iterator[click.Context]:
    context = command.make_context(name, [], parent, resilient_parsing=True, terminal_width=WIDTH, max_content_width=WIDTH)
    yield context
    if isinstance(command, click.Group):
        for child in sorted(command.commands):
            yield from _contexts(child, command.commands[child], context)


if __name__ == "__main__":
    click.echo(reference(), nl=False)
