"""A record that a command writes to."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateline.store import Store


@contextmanager
def record_to_write(path: Path) -> Iterator["Store"]:
    """The record at `path`, made if it is not there, and taken away again where no page came into it, however the command ends: an empty
    record would only look like one.
    """
    from dateline.store import Store

    is_new, is_empty = not path.exists(), True  # until it is open: it may be interrupted before its tables are made
    try:
        with Store.open(path, write=True) as store:
            try:
                yield store
            finally:
                is_empty = not store.pages()
    finally:
        if is_new and is_empty:
            path.unlink(missing_ok=True)
