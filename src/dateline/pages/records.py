"""A record of a web archive, whatever the archive's kind."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a record: how long its block is, whether it holds a page, where from, when, and what the archive says it is.

    `http` is True where the block begins with the server's answer. `digests` are (algorithm, value) of the block.
    """

    length: int
    wanted: bool
    uri: str | None = None
    fetched: str | None = None
    media_type: str = ""
    http: bool = False
    digests: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Record:
    """A record and where it begins. `cut`: it is longer than any page, and of its block only the beginning is there."""

    head: Head
    block: bytes
    offset: int
    cut: bool
