"""Bare text."""

MEDIA_TYPE = "text/plain"
SUFFIXES = (".txt", ".text", ".md")

_BYTE_ORDER_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")
_CONTROLS = frozenset(range(32)) - {9, 10, 11, 12, 13, 27, 26}
_MOST_CONTROLS = 0.01  # share of control characters above which bytes are no text


_LEAST_ZEROS = 0.8  # share of zero bytes on the one side of UTF-16; letters beyond Latin 1 (quotation marks) have none
_FEWEST = 16


def sniff(head: bytes) -> bool:
    """Text has no zero bytes (but for UTF-16) and next to no control characters."""
    if head.startswith(_BYTE_ORDER_MARKS):
        return True
    if b"\0" in head:
        head = _narrowed(head)
    return b"\0" not in head and sum(byte in _CONTROLS for byte in head) <= _MOST_CONTROLS * len(head)


def _narrowed(head: bytes) -> bytes:
    """The letters of UTF-16 without a mark, as Windows programs write it: every other byte of Latin letters is zero, and none between
    them. What is no such text stays as it is.
    """
    sides = (head[1::2], head[::2])
    for zeros, letters in (sides, sides[::-1]):
        if len(letters) >= _FEWEST and b"\0" not in letters and zeros.count(0) >= _LEAST_ZEROS * len(zeros):
            return letters
    return head
