"""`python -m dateline.cli`: the command, where its script is not on the path."""

from dateline.cli.main import main

main()
