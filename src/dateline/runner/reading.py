"""The record in a file, as of a day."""

from datetime import date

from dateline import __version__
from dateline.errors import StoreError
from dateline.model.record import Record
from dateline.store import Store


def record_in(store: Store, as_of: date | None = None) -> Record:
    """The record as stored; made again from the readings where it is asked as of a day, or where an interrupted run left new readings.

    Raises `StoreError` for a record without any article.
    """
    if as_of is None and not store.stale(__version__):
        record = store.record()
        if record is not None:
            return record
    readings = store.readings()
    if not readings:
        raise StoreError("the record holds no article yet: add pages with `dateline add PAGES`")
    # The stages take a second to import, and the stored record, which is nearly always what is asked for, needs none of them.
    from dateline.runner.steps import make_record  # noqa: PLC0415

    return make_record(readings, as_of, store.models())
