"""PDF documents; their text is read with the extra `dateline[pdf]`."""

MEDIA_TYPE = "application/pdf"
SUFFIXES = (".pdf",)


def sniff(head: bytes) -> bool:
    """Does it begin with the mark of a PDF?"""
    return head.lstrip(b"\xef\xbb\xbf\r\n \t").startswith(b"%PDF-")
