"""The record as something one reads in a browser."""

from dateline.web.page import write_page

__all__ = ["write_page"]
