"""A stream of JSON -> its values, one at a time: one a line, the elements of an array or of several named ones, or a value alone."""

import codecs
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from dateline.pages.source import MAX_BYTES, Stream

_PIECE = 1 << 16
_MARK = b"\xef\xbb\xbf"
_BETWEEN = re.compile(r"[\s,]*")
_GROUPS = re.compile(rb'\{\s*"(?:[^"\\]|\\.){0,1000}"\s*:\s*\[\s*(?=\{)')
_UNFINISHED = (b"{", b"[", b",", b":")


@dataclass(frozen=True, slots=True)
class Item:
    """A value and its number, from 1: that of its line, or of the element of an array. `wrong` says why there is no value.

    `group` is the name of the array that it stands in, where several are the values of one object.
    """

    number: int
    value: Any
    wrong: str = ""
    unit: str = "line"
    group: str = ""


def read_values(stream: Stream, is_member: Callable[[Any], bool] = lambda _value: False) -> Iterator[Item]:
    """The values, lazily. A line that makes no sense costs itself alone, in an array the rest as well.

    An object of arrays is read as their elements where `is_member` accepts the first of these, else as one value.
    """
    if stream.head(len(_MARK)) == _MARK:
        stream.read(len(_MARK))
    while stream.head(1).isspace():
        stream.read(1)
    if _holds_groups(stream, is_member):
        return _grouped(stream)
    if stream.head(1) == b"[" or _goes_on(stream):
        return _elements(stream)
    return _by_line(stream)


def _holds_groups(stream: Stream, is_member: Callable[[Any], bool]) -> bool:
    """Is the first thing an object whose first value is an array with such a member?"""
    decoder, size = json.JSONDecoder(), _PIECE
    while found := _GROUPS.match(head := stream.head(size)):
        try:
            first, _ = decoder.raw_decode(head[found.end() :].decode("utf-8", errors="replace"))
        except (ValueError, RecursionError):
            if len(head) < size or size > MAX_BYTES:
                return False
            size *= 2
        else:
            return is_member(first)
    return False


def _grouped(stream: Stream) -> Iterator[Item]:
    """The elements of the arrays of one object, counted through."""
    text = _Text(stream)
    text.next()
    text.at += 1
    number = 0
    while text.next() not in ("", "}"):
        name = _element(text, number)
        if name.wrong or text.next() != ":" or text.skip() != "[":
            yield Item(number + 1, None, name.wrong or "an array was expected; what comes after it is lost", "element")
            return
        text.at += 1
        while text.next() not in ("", "]"):
            number += 1
            item = _element(text, number)
            yield replace(item, group=str(name.value))
            if item.wrong:
                return
        text.at += 1
    if text.wrong or text.next() != "}":
        yield Item(number + 1, None, text.wrong or "the file ends within the object", "element")


def _goes_on(stream: Stream) -> bool:
    """Does the first value go on after its first line? Programs that indent their JSON break the line after a bracket or comma."""
    first, found, _ = stream.head(_PIECE).partition(b"\n")
    return bool(found) and first.rstrip().endswith(_UNFINISHED)


def _by_line(stream: Stream) -> Iterator[Item]:
    for number, line in enumerate(_lines(stream), 1):
        if line is None:
            yield Item(number, None, f"longer than {MAX_BYTES // 1_000_000} MB")
        elif line.strip():
            try:
                yield Item(number, json.loads(line.decode("utf-8")))
            except (ValueError, RecursionError) as error:
                yield Item(number, None, _reason(error))


def _lines(stream: Stream) -> Iterator[bytes | None]:
    """Each line; None for one that is longer than a page may be."""
    parts: list[bytes] = []
    size = 0
    while piece := stream.read(_PIECE):
        first, *others = piece.split(b"\n")
        for part in (first, *others[:-1]) if others else ():
            size += len(part)
            yield b"".join((*parts, part)) if size <= MAX_BYTES else None
            parts, size = [], 0
        rest = others[-1] if others else first
        size += len(rest)
        parts = [*parts, rest] if size <= MAX_BYTES else []
    if size:
        yield b"".join(parts) if size <= MAX_BYTES else None


def _elements(stream: Stream) -> Iterator[Item]:
    """The elements of one array, or values one after another."""
    text = _Text(stream)
    if text.next() == "[":
        text.at += 1
    number = 0
    while text.next() not in ("", "]"):
        number += 1
        item = _element(text, number)
        yield item
        if item.wrong:
            return
    if text.wrong:
        yield Item(number + 1, None, text.wrong, "element")


def _element(text: "_Text", number: int) -> Item:
    decoder = json.JSONDecoder()
    while True:
        try:
            value, text.at = decoder.raw_decode(text.data, text.at)
        except (ValueError, RecursionError) as error:
            # It may only be cut: with twice as much text at hand each time, a long one costs no more than a few tries.
            size = len(text.data) - text.at
            if isinstance(error, RecursionError) or size > MAX_BYTES or not text.fill(2 * size + _PIECE):
                return Item(number, None, f"{text.wrong or _reason(error)}; what comes after it is lost", "element")
        else:
            return Item(number, value, unit="element")


class _Text:
    """The text of a stream from `at` on."""

    def __init__(self, stream: Stream) -> None:
        self._stream = stream
        self._decoder = codecs.getincrementaldecoder("utf-8")()
        self.data = ""
        self.at = 0
        self.wrong = ""

    def next(self) -> str:
        """The next character that is neither space nor comma; "" at the end."""
        while True:
            match = _BETWEEN.match(self.data, self.at)
            self.at = match.end() if match else self.at
            if self.at < len(self.data) or not self.fill(_PIECE):
                return self.data[self.at : self.at + 1]

    def skip(self) -> str:
        """Go over one character; the next one."""
        self.at += 1
        return self.next()

    def fill(self, size: int) -> bool:
        """Up to `size` more bytes; False at the end."""
        data = b"" if self.wrong else self._stream.read(size)
        try:
            more = self._decoder.decode(data, final=not data)
        except UnicodeDecodeError:
            self.wrong, more = "the bytes are not UTF-8", ""
        self.data = self.data[self.at :] + more
        self.at = 0
        return bool(data)


def _reason(error: Exception) -> str:
    if isinstance(error, RecursionError):
        return "nested too deep"
    return "the bytes are not UTF-8" if isinstance(error, UnicodeDecodeError) else f"no JSON ({error})"
