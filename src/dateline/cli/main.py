"""The entry point of `dateline`. It imports next to nothing, so that Ctrl-C is answered from the first moment."""

import sys

INTERRUPTED = 130


def main() -> None:
    """Run the command line and exit with its code."""
    try:
        # The commands take a tenth of a second to import, more on a slow disk: long enough to be interrupted.
        from dateline.cli.commands import run

        code = run(sys.argv[1:])
    except KeyboardInterrupt:
        sys.stderr.write("dateline: interrupted\n")
        code = INTERRUPTED
    sys.exit(code)
