"""Reads one page within limits."""

import traceback
from pathlib import Path

from dateline.errors import DatelineError, UnknownFormat, UnreadablePage
from dateline.language.annotate import Annotator
from dateline.model.pages import Drop, Page
from dateline.model.reports import Reading
from dateline.runner.limits import (
    FAULT,
    OutOfTime,
    memory_limit,
    tells_too_much,
    time_limit,
    too_large,
    took_too_long,
    took_too_much,
)
from dateline.runner.steps import read_page
from dateline.settings import Settings


class OnePage:
    """Reads a page after another. The model is loaded for the first one that needs it."""

    def __init__(self) -> None:
        self._annotator: Annotator | None = None

    def __call__(self, page: Page, settings: Settings) -> Reading | Drop:
        """What the page says, or why there is nothing. Raises `DatelineError` for broken data, with the page's name."""
        if drop := too_large(page, settings.page_bytes):
            return drop
        if self._annotator is None:
            self._annotator = Annotator(settings.model)
        try:
            with time_limit(settings.page_seconds), memory_limit():
                outcome = read_page(page, self._annotator)
        except OutOfTime:
            return took_too_long(page, settings.page_seconds)
        except MemoryError:
            return took_too_much(page)
        except (UnreadablePage, UnknownFormat) as error:
            return Drop(page.name, "articles", type(error).__name__, str(error), unreadable=True)
        except DatelineError as error:
            error.add_note(f"while reading {page.name}")
            raise
        except Exception as error:  # noqa: BLE001 - a fault of ours on one page must not lose the others; it is named, counted, tried again
            return _fault(page, error)
        return outcome if isinstance(outcome, Drop) else tells_too_much(page, len(outcome.reports)) or outcome


def _fault(page: Page, error: Exception) -> Drop:
    """A fault of Dateline itself, with the place in the code that a report of it needs."""
    frames = traceback.extract_tb(error.__traceback__)
    where = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else "unknown place"
    detail = f"{type(error).__name__} at {where} ({error}): this is a fault of Dateline, not of the page; please report it with the page"
    return Drop(page.name, FAULT, "fault of Dateline", detail, unreadable=True)
