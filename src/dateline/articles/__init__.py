"""Pages -> articles."""

from dateline.articles.dated import publication_of
from dateline.articles.read import body_lines, read_article, read_body

__all__ = ["body_lines", "publication_of", "read_article", "read_body"]
