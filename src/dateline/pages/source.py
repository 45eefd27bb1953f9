"""An input while it is read: its bytes as a stream that can be looked into, and what is known of where they are from."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Protocol

from dateline.model.pages import Drop, Page

STAGE = "pages"
MAX_BYTES = 20_000_000  # a news page is below 5 MB; more is a dump or an attack


class Readable(Protocol):
    """What has bytes to give, a file or a socket."""

    def read(self, size: int, /) -> bytes: ...


class Stream:
    """Bytes in order, whose first ones can be looked at before they are taken. `offset` is how many were taken."""

    def __init__(self, raw: Readable) -> None:
        self._raw = raw
        self._head = b""
        self.offset = 0

    def head(self, size: int) -> bytes:
        """The next `size` bytes, or all there are, without taking them."""
        if len(self._head) < size:
            parts = [self._head]
            missing = size - len(self._head)
            while missing > 0 and (more := self._raw.read(missing)):
                parts.append(more)
                missing -= len(more)
            self._head = b"".join(parts)
        return self._head[:size]

    def read(self, size: int) -> bytes:
        """Up to `size` bytes, fewer only at the end."""
        if len(self._head) < size:
            self.head(size)
        found, self._head = self._head[:size], self._head[size:]
        self.offset += len(found)
        return found

    def tell(self) -> int:
        """As files call `offset`; unpackers ask for it."""
        return self.offset

    def unread(self, data: bytes) -> None:
        """Give back the last bytes taken."""
        self._head = data + self._head
        self.offset -= len(data)


@dataclass(frozen=True, slots=True)
class Source:
    """One input, or one thing within a container.

    `name` is what its pages are called by, `suffix` the ending of its file in lower case ("" if there is none). `uri`, `encoding`,
    `fetched` and `given` are as a `Page` has them. `inside` is True for what was found in a container: no container is opened in it.
    """

    name: str
    stream: Stream
    suffix: str = ""
    uri: str | None = None
    encoding: str | None = None
    fetched: str | None = None
    given: tuple[tuple[str, str], ...] = ()
    inside: bool = field(default=False)

    def drop(self, reason: str, detail: str, *, unreadable: bool = True, at: object = None) -> Drop:
        """A drop of this input, or of the part of it at a line or offset."""
        return Drop(self.name if at is None else f"{self.name}#{at}", STAGE, reason, detail, unreadable)


Pages = Iterator[Page | Drop]
# Reads one source, whatever its format: given to containers for what they hold.
Read = Callable[[Source], Pages]
