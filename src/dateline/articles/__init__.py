"""Pages -> articles."""

from dateline.articles.read import body_lines, read_article, read_body

__all__ = ["body_lines", "read_article", "read_body"]
