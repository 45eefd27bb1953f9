"""Ids come from content: the same input gives the same id on every machine, in every order."""

import hashlib


def content_id(prefix: str, *parts: object) -> str:
    """`prefix-` and 16 hexadecimal digits of the SHA-256 of the parts, each as text, separated by NUL."""
    digest = hashlib.sha256("\0".join(str(part) for part in parts).encode("utf-8")).hexdigest()
    return f"{prefix}-{digest[:16]}"
