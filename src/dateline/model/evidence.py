"""What a value points at: words of an article, a field of its page, or a line of the shipped data."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """`text[start:end]` of the article's text, in Unicode code points."""

    article: str
    start: int
    end: int

    def holds(self, other: "Span") -> bool:
        return self.article == other.article and self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class FieldEvidence:
    """A value outside the text: `meta:NAME`, `url`, `header`, `removed:N` (a cut line) or `file-name`."""

    article: str
    field: str
    value: str


@dataclass(frozen=True, slots=True)
class DataEvidence:
    """A fact of the shipped data: the file's name below `data/` and the key in it."""

    data: str
    key: str


Evidence = Span | FieldEvidence | DataEvidence
