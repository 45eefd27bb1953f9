"""HTML pages."""

import re

MEDIA_TYPE = "text/html"
SUFFIXES = (".html", ".htm", ".xhtml", ".shtml")

_OPENING = re.compile(rb"<(?:!doctype\s+html|html|head|body|!--|meta|title|div|article|p|h1|table|script)[\s>\-]", re.IGNORECASE)


def sniff(head: bytes) -> bool:
    """Does it begin with markup? UTF-16 is looked at without its zero bytes."""
    start = head.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    if start.startswith(b"<?xml"):
        return b"<html" in start[:1000].lower()
    return bool(_OPENING.match(start))
