"""Web archives record by record: what WARC and ARC have in common, with what is lost where they are damaged."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from dateline.model.pages import Drop
from dateline.pages import packed, responses
from dateline.pages.records import Head, Record
from dateline.pages.source import MAX_BYTES, Pages, Read, Source
from dateline.pages.window import BrokenRecord, Window

_MOST_NAMED = 4  # media types
_GLIMPSE = 1 << 16  # of a record that is too long for a page: enough to see whether it is one


@dataclass(frozen=True, slots=True)
class Framing:
    """How an archive marks its records: `start` matches how one begins, `after` what stands between the end of one and the next;
    `read_head` takes a head off the window.
    """

    name: str
    start: re.Pattern[bytes]
    after: re.Pattern[bytes]
    read_head: Callable[[Window], Head]


def expand(source: Source, read: Read, framing: Framing) -> Pages:
    """The pages of an archive, one at a time. Pictures and the like are counted in one drop at the end."""
    others: Counter[str] = Counter()
    for one in _records(source, framing):
        if isinstance(one, Drop):
            yield one
            continue
        body = responses.open_block(one, source.name)
        if isinstance(body, Drop):
            yield body
        elif isinstance(body, str):
            others[body or "no type"] += 1
        else:
            yield from _inner(body, read, others)
    if others:
        named = ", ".join(f"{number} {kind}" for kind, number in sorted(others.items(), key=lambda pair: (-pair[1], pair[0]))[:_MOST_NAMED])
        count = sum(others.values())
        yield source.drop("no pages", f"{count} {'record is no page' if count == 1 else 'records are no pages'}: {named}", unreadable=False)


def _inner(body: responses.Body, read: Read, others: Counter[str]) -> Pages:
    """What the body of a record is read as; if it is no page after all, it is counted."""
    pages = 0
    for one in read(body.source):
        if isinstance(one, Drop) and one.reason in responses.NO_PAGE:
            continue
        pages += 1
        yield one
    if not pages:
        others[body.media_type or "no type"] += 1


def _records(source: Source, framing: Framing) -> Iterator[Record | Drop]:
    how = packed.packing(source.stream.head(4))
    window = Window(packed.pieces(source.stream, how, framing.start), framing.start)
    while True:
        try:
            if not window.begin():
                return
            offset = window.offset
            record = _record(window, framing, offset)
        except BrokenRecord as error:
            offset = window.offset
            window.put_back(error.rest)  # its length may be wrong: records are looked for in what was taken for its block
            found = window.recover()
            yield _damaged(source, framing, error, offset, found=found)
            if not found:
                return
        else:
            if record.head.wanted:
                yield record


def _record(window: Window, framing: Framing, offset: int) -> Record:
    if not window.starts():
        raise BrokenRecord(f"no {framing.name} record begins here")
    try:
        head = framing.read_head(window)
    except BrokenRecord as error:
        error.rest = window.head()
        raise
    cut = head.length > MAX_BYTES
    block = window.take(_GLIMPSE if cut else head.length)
    if cut:
        window.skip(head.length - _GLIMPSE)
    wrong = window.ends(framing.after) or ("" if cut or not head.wanted else responses.wrong_digest(head.digests, block))
    if wrong:
        raise BrokenRecord(wrong, rest=b"" if cut else block)
    return Record(head, block, offset, cut)


def _damaged(source: Source, framing: Framing, error: BrokenRecord, offset: int, *, found: bool) -> Drop:
    if error.cut and not found:
        return source.drop(
            "truncated", f"the file is cut in the record at offset {offset:,} ({error}); what stands before it was read", at=offset
        )
    rest = "reading went on with the next sound record" if found else "no sound record follows, the rest of the file is lost"
    return source.drop("damaged record", f"the {framing.name} record at offset {offset:,} is lost: {error}; {rest}", at=offset)
