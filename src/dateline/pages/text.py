"""Bare text."""

MEDIA_TYPE = "text/plain"
SUFFIXES = (".txt", ".text", ".md")

_BYTE_ORDER_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")
_CONTROLS = frozenset(range(32)) - {9, 10, 11, 12, 13, 27, 26}
_MOST_CONTROLS = 0.01  # share of control characters above which bytes are no text


_LEAST_ZEROS, _OTHER_ZEROS = 0.4, 0.02  # shares of zero bytes on the one side and on the other


def sniff(head: bytes) -> bool:
    """Text has no zero bytes (but for UTF-16) and next to no control characters."""
    if head.startswith(_BYTE_ORDER_MARKS):
        return True
    if b"\0" in head:
        return _is_wide(head)
    return sum(byte in _CONTROLS for byte in head) <= _MOST_CONTROLS * len(head)


def _is_wide(head: bytes) -> bool:
    """UTF-16 without a mark, as Windows programs write it: every other byte of Latin letters is zero, and hardly one between them."""
    shares = sorted(head[start::2].count(0) / max(1, len(head) // 2) for start in (0, 1))
    return shares[0] <= _OTHER_ZEROS and shares[1] >= _LEAST_ZEROS
