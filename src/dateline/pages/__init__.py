"""Files, folders and standard input -> pages."""

from dateline.pages.read import read_pages

__all__ = ["read_pages"]
