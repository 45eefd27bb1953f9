"""`dateline completion`."""

import click
from click.shell_completion import get_completion_class

from dateline.cli.console import put
from dateline.errors import UnknownFormat


@click.command()
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def completion(context: click.Context, shell: str) -> None:
    """Print the script that completes commands and options in SHELL.

    \b
    Examples:
      dateline completion bash >> ~/.bashrc
      dateline completion zsh > ~/.zfunc/_dateline
      dateline completion fish > ~/.config/fish/completions/dateline.fish
    """
    kind = get_completion_class(shell)
    if kind is None:
        raise UnknownFormat(f"no completion for {shell}")
    put(kind(context.find_root().command, {}, "dateline", "_DATELINE_COMPLETE").source())
