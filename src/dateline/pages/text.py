"""Bare text."""

MEDIA_TYPE = "text/plain"
SUFFIXES = (".txt", ".text", ".md")

_BYTE_ORDER_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")
_CONTROLS = frozenset(range(32)) - {9, 10, 11, 12, 13, 27, 26}
_MOST_CONTROLS = 0.01  # share of control characters above which bytes are no text


def sniff(head: bytes) -> bool:
    """Text has no zero bytes (but for UTF-16) and next to no control characters."""
    if head.startswith(_BYTE_ORDER_MARKS):
        return True
    if b"\0" in head:
        return False
    return sum(byte in _CONTROLS for byte in head) <= _MOST_CONTROLS * len(head)
