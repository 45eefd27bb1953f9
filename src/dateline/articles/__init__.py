"""Pages -> articles."""

from dateline.articles.read import read_article

__all__ = ["read_article"]
