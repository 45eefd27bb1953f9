"""Pages -> articles."""

from dateline.articles.read import read_article, read_body

__all__ = ["read_article", "read_body"]
