"""Pages -> articles."""

from dateline.articles.dated import publication_of
from dateline.articles.read import read_article, read_body

__all__ = ["publication_of", "read_article", "read_body"]
