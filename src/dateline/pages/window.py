"""A view of an archive's unpacked bytes that moves on: records are read off it, and found again after damage."""

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NoReturn

from dateline.pages.packed import Piece

_LOOK = 1 << 13  # what has to be at hand to see whether a record begins
_SKIP = 1 << 16
_MOST_RETURNED = 500_000_000  # and four times what was read so far
_BREAKS = re.compile(rb"[\r\n]*")


class BrokenRecord(Exception):
    """The record that is read makes no sense from here on. `cut`: the data end within it; `rest`: what was taken of it last."""

    def __init__(self, why: str, *, cut: bool = False, rest: bytes = b"") -> None:
        super().__init__(why)
        self.cut = cut
        self.rest = rest


@dataclass(frozen=True, slots=True)
class _Mark:
    """A place where no record goes on: a member of the file that begins with another one, or damage. `at` counts unpacked bytes."""

    at: int
    offset: int
    damage: str
    end: bool


class Window:
    """The bytes of `pieces` in order. `start` matches the first lines of a record."""

    def __init__(self, pieces: Iterator[Piece], start: re.Pattern[bytes]) -> None:
        self._pieces = pieces
        self._start = start
        self._data = b""
        self._at = 0
        self._base = 0  # the place of `_data[0]` among all unpacked bytes
        self._marks: deque[_Mark] = deque()
        self._members = 0
        self._returned = 0
        self._opened: deque[tuple[int, int]] = deque()  # where members begin: among the unpacked bytes, and in the file
        self._own: int | None = None  # where the member begins that the record begins with
        self._head: list[bytes] = []
        self.offset = 0

    def begin(self) -> bool:
        """Go to the next record, over line breaks; False at the end. `offset` says where it begins: in the file if a member or the whole
        file does, else among the unpacked bytes. Raises `BrokenRecord` where the data are damaged.
        """
        self._head = []
        while True:
            have = self._have(1)
            if have:
                match = _BREAKS.match(self._data, self._at, self._at + have)
                end = match.end() if match else self._at
                if end == self._at:
                    self._place()
                    return True
                self._at = end
            elif not self._marks:
                return False
            elif self._marks[0].damage:
                mark = self._marks.popleft()
                self.offset = mark.offset
                raise BrokenRecord(mark.damage, cut=mark.end)
            else:
                self._marks.popleft()

    def starts(self) -> bool:
        """Does a record begin here?"""
        while len(self._data) - self._at < _LOOK and self._more():
            pass
        return bool(self._start.match(self._data[self._at : self._at + _LOOK]))

    def line(self, most: int) -> bytes:
        """The next line of the record's head with its break."""
        have = 0
        while True:
            more = self._have(have + 1)
            at = self._data.find(b"\n", self._at + have, self._at + min(more, most))
            if at >= 0:
                self._head.append(self.take(at + 1 - self._at))
                return self._head[-1]
            if more >= most:
                raise BrokenRecord(f"a line of its head is longer than {most:,} bytes")
            if more == have:
                self._stop("the data end within its head", [])
            have = more

    def take(self, size: int) -> bytes:
        """The next `size` bytes."""
        found: list[bytes] = []
        missing = size
        while missing > 0:
            have = min(self._have(1), missing)
            if have == 0:
                self._stop(f"the data end {missing:,} bytes before it does", found)
            found.append(self._data[self._at : self._at + have])
            self._at += have
            missing -= have
        return b"".join(found)

    def skip(self, size: int) -> None:
        """Go over `size` bytes without keeping them."""
        while size > 0:
            size -= len(self.take(min(size, _SKIP)))

    def ends(self, after: re.Pattern[bytes]) -> str:
        """What is wrong with the end of the record, "" where all is well: `after` stands there, another one begins, or the data end."""
        while len(self._data) - self._at < _LOOK and not self._marks and self._more():
            pass
        if self._have(1) == 0 and self._marks:
            # A checksum stands at the end of a member, so that damage may show only now; that of the next member is not its own.
            mark = self._marks[0]
            own = mark.damage and (self._own is None or mark.offset == self._own)
            return self._marks.popleft().damage if own else ""
        rest = self._data[self._at : self._at + _LOOK]
        breaks = _BREAKS.match(rest)
        whole = self._at + (breaks.end() if breaks else 0) == len(self._data)
        return "" if after.match(rest) or whole or self.starts() else "it is longer than its head says"

    def head(self) -> bytes:
        """What was taken of the record's head so far, but for its first line."""
        return b"".join(self._head[1:])

    def put_back(self, data: bytes) -> None:
        """Give back bytes that were taken, so that a record is looked for in them; not endlessly where all lie about their lengths."""
        self._returned += len(data)
        if self._returned > _MOST_RETURNED + 4 * self._base:
            return
        self._data = data + self._data[self._at :]
        self._base += self._at - len(data)
        self._at = 0

    def recover(self) -> bool:
        """Go to the next record that begins as one should; False if there is none."""
        while True:
            # In a file with a member for each record nothing within a member is taken for one.
            match = None if self._members > 1 else self._start.search(self._data, self._at)
            mark = next((mark for mark in self._marks if not mark.damage), None)
            places = [match.start()] if match else []
            places += [mark.at - self._base] if mark else []
            if places:
                self._at = min(places)
                while self._marks and self._marks[0].at - self._base < self._at:
                    self._marks.popleft()
                while self._marks and self._marks[0].damage:
                    self._marks.popleft()
                return True
            self._at = max(self._at, len(self._data) - _LOOK)
            if not self._more():
                self._at = len(self._data)
                self._marks.clear()
                return False

    def _place(self) -> None:
        """Note where the record begins."""
        here = self._base + self._at
        while self._opened and self._opened[0][0] < here:
            self._opened.popleft()
        self._own = self._opened[0][1] if self._opened and self._opened[0][0] == here else None
        self.offset = here if self._own is None else self._own

    def _have(self, size: int) -> int:
        """How many bytes are there before the next mark, at least `size` of them if the data go on so far."""
        while not self._marks and len(self._data) - self._at < size and self._more():
            pass
        end = self._marks[0].at - self._base if self._marks else len(self._data)
        return end - self._at

    def _more(self) -> bool:
        piece = next(self._pieces, None)
        if piece is None:
            return False
        if self._at:
            self._data = self._data[self._at :]
            self._base += self._at
            self._at = 0
        if piece.opens:
            place = self._base + len(self._data)
            while self._opened and (self._opened[0][0] < self._base or self._opened[-1][0] == place):
                self._opened.popleft()
            self._opened.append((place, piece.offset))
        opens = piece.opens and bool(self._start.match(piece.data.lstrip(b"\r\n")))
        if opens or piece.damage:
            self._marks.append(_Mark(self._base + len(self._data), piece.offset, piece.damage, piece.end))
            self._members += opens
        self._data += piece.data
        return True

    def _stop(self, why: str, found: list[bytes]) -> NoReturn:
        """Raise what is wrong at the place where the data at hand end."""
        if not self._marks:
            raise BrokenRecord(why, cut=True, rest=b"".join(found))
        if self._marks[0].damage:
            mark = self._marks.popleft()
            raise BrokenRecord(mark.damage, cut=mark.end)
        raise BrokenRecord("another record begins before it ends")
