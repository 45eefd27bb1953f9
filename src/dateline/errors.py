"""Every error that Dateline raises on purpose, in one tree. Messages name the input, what was wrong, and what to do."""


class DatelineError(Exception):
    """The root: catch this to catch all of ours."""


class UnreadablePage(DatelineError):
    """A page could not be read: missing, too large, too deep, not decodable."""


class UnknownFormat(DatelineError):
    """An input or output format that nothing here reads or writes."""


class OntologyError(DatelineError):
    """A data file under `data/` has an unknown key, a missing value or a contradiction."""


class ModelError(DatelineError):
    """The language model is missing or is not the one that was pinned."""


class PlainError(DatelineError):
    """A stored value does not fit the type it is read as."""


class StoreError(DatelineError):
    """The record file could not be opened, migrated, read or written."""


class NotFound(DatelineError):
    """An id or a name that the record does not hold."""


class UsageError(DatelineError):
    """An argument that makes no sense, such as a day that is no date."""
