"""`dateline demo`."""

import os
import shutil
import sys
import webbrowser
from importlib.resources import as_file, files
from pathlib import Path

import click

from dateline.cli.console import put, say
from dateline.errors import UsageError
from dateline.settings import Settings


@click.command()
@click.option(
    "--output",
    "-o",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    default="dateline-demo",
    show_default=True,
    metavar="FOLDER",
    help="Where to build it.",
)
@click.option("--no-open", is_flag=True, help="Do not open the page in a browser.")
@click.pass_context
def demo(context: click.Context, folder: Path, no_open: bool) -> None:
    """Build the story that ships with Dateline and open its page.

    Reads a handful of news pages about one diplomatic event whose status changed, with the furniture of real pages. Writes the record,
    FOLDER/dateline.db, and one page to read, FOLDER/story.html, and prints the path of the page.

    \b
    Then try:
      dateline show timeline --record dateline-demo/dateline.db
    """
    from dateline.cli.adding import Bar, exit_code, report
    from dateline.cli.exporting import write
    from dateline.runner.adding import add
    from dateline.runner.reading import record_in
    from dateline.store import Store
    from dateline.web import write_page

    settings: Settings = context.obj
    pages = copy_pages(folder)
    with Store.open(folder / "dateline.db", write=True) as store, Bar((str(pages),)) as bar:
        summary = add([str(pages)], store, settings, bar.step)
        bar.close()
        report(summary, quiet=False)
        write([write_page(record_in(store))], folder / "story.html")
    put(f"{folder / 'story.html'}\n")
    if not no_open and not open_page(folder / "story.html"):
        say("no browser to open it with: open the file above in one")
    context.exit(exit_code(summary))


def copy_pages(folder: Path) -> Path:
    """The story's pages, copied to where they can be looked at beside the record."""
    target = folder / "pages"
    try:
        with as_file(files("dateline").joinpath("data", "demo", "pages")) as source:
            shutil.copytree(source, target, dirs_exist_ok=True)
    except OSError as error:
        message = f"{folder}: can't be written to ({error.strerror or error}): name another folder with --output"
        raise UsageError(message) from error
    return target


def open_page(path: Path) -> bool:
    """Open it in a graphical browser; False where there is none. A browser in the terminal would take the terminal over."""
    if sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        return False
    return webbrowser.open(path.resolve().as_uri())
