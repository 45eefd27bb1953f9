"""Quotation marks, paired: which stretches of the text stand between them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dateline.model.articles import Block

_PAIRS = {"“": "”", "«": "»", "„": "“"}
_OPENERS = "“«„”\"‘'"
_SINGLE = {"‘": "’", "'": "'"}
# Longer than this, a pair of single marks is two apostrophes.
_LONGEST_SINGLE = 400
# Less than this, what stands before a mark that nothing opened is a slip.
_SHORTEST = 20
# A name behind a dash, which ends a paragraph.
_SIGNED = re.compile(r"\s+[–—―]\s*(?:[A-Z][\w.'’-]*\s*){2,5}$")


@dataclass(frozen=True, slots=True)
class Quoted:
    """Code points `start:end` with the marks; `block` its paragraph. `runs_on` is True where the speech goes on in the next paragraph."""

    start: int
    end: int
    block: int
    runs_on: bool = False


def quoted_stretches(text: str, blocks: tuple[Block, ...]) -> tuple[Quoted, ...]:
    """All stretches between marks, in order, none inside another.

    A mark left open at the end of a paragraph runs on where the next paragraph opens with a mark again, as is the custom for a speech of
    several paragraphs; else it is taken to end with its paragraph.
    """
    found: list[Quoted] = []
    for number, block in enumerate(blocks):
        nearest = blocks[number + 1] if number + 1 < len(blocks) else None
        follows = nearest is not None and text[nearest.start : nearest.start + 1] in ("“", '"', "«")
        found.extend(_in_block(text, block, number, follows=follows))
    return tuple(found)


def _in_block(text: str, block: Block, number: int, *, follows: bool) -> Iterator[Quoted]:
    at = ended = block.start
    while at < block.end:
        mark = text[at]
        if mark not in _OPENERS or not _opens(text, at, block):
            at += 1
            continue
        end = _close(text, at, block)
        if end is not None:
            yield Quoted(at, end, number)
            at = ended = end
        elif mark in _SINGLE:
            at += 1
        else:
            stop = _before_signature(text, at, block) if follows or at == block.start else _sentence_end(text, at, block)
            yield Quoted(at, stop, number, runs_on=follows and stop == block.end)
            at = ended = stop
    start = _unopened(text, ended, block) if ended > block.start else None
    if start is not None:
        yield Quoted(start, block.end, number)


def _before_signature(text: str, at: int, block: Block) -> int:
    """The end of the paragraph, or where " — Jana Novak" ends it."""
    signed = _SIGNED.search(text, at, block.end)
    return signed.start() if signed else block.end


def _unopened(text: str, after: int, block: Block) -> int | None:
    """Where speech goes on whose opening mark was lost: from the next sentence up to a closing mark that ends the paragraph."""
    tail = text[after : block.end]
    if not tail or tail[-1] not in '"”' or any(mark in tail[:-1] for mark in '"“”«»'):
        return None
    start = _sentence_end(text, after, block)
    while start < block.end and text[start].isspace():
        start += 1
    return start if block.end - start > _SHORTEST else None


def _opens(text: str, at: int, block: Block) -> bool:
    before = text[at - 1] if at > block.start else " "
    after = text[at + 1] if at + 1 < block.end else " "
    if text[at] in "“«„":
        return True
    if text[at] == "”":
        # Turned the wrong way: nothing can end where a paragraph begins.
        return at == block.start and not after.isspace()
    return not after.isspace() and (before.isspace() or before in '([—–-:/…“"')


def _close(text: str, at: int, block: Block) -> int | None:
    """The end of the stretch that opens at `at`, after its closing mark."""
    mark = text[at]
    if mark in _SINGLE:
        return _close_single(text, at, block)
    closers = {_PAIRS[mark], '"'} if mark in _PAIRS else {'"', "”"}
    for end in range(at + 1, block.end):
        if text[end] in closers and (text[end] != '"' or mark != '"' or not _opens(text, end, block)):
            return end + 1
        if text[end] == mark and mark == "“" and text[end - 1].isspace():
            return None
    return None


def _close_single(text: str, at: int, block: Block) -> int | None:
    closer = _SINGLE[text[at]]
    for end in range(at + 2, min(block.end, at + _LONGEST_SINGLE)):
        if text[end] in '“”"':
            return None
        after = text[end + 1] if end + 1 < block.end else " "
        # "officials' plan" and "we've" are apostrophes: a letter follows, or a plural s stands before.
        if text[end] == closer and not after.isalnum() and not (text[end - 1] == "s" and after == " "):
            return end + 1 if " " in text[at:end] or text[end - 1] in ",.!?" else None
    return None


def _sentence_end(text: str, at: int, block: Block) -> int:
    for end in range(at + 1, block.end):
        if text[end] in ".!?" and (end + 1 == block.end or text[end + 1].isspace()):
            return end + 1
    return block.end
