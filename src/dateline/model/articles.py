"""The news text of a page."""

from dataclasses import dataclass
from typing import Literal

from dateline.model.moments import Moment

BlockKind = Literal["title", "paragraph", "heading", "caption", "credit"]


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of the text: `text[start:end]`, without the line break after it."""

    start: int
    end: int
    kind: BlockKind


@dataclass(frozen=True, slots=True)
class Removed:
    """A line or part of a line that is no part of the article, and why it was cut."""

    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class DateClue:
    """One sign of when the article was published or what its "today" is: a value the page states, believed or not.

    `kind` is "meta", "date line", "caption", "body", "url", "rendered", "edited", ...; `used` is False for signs that are
    shown but not believed.
    """

    kind: str
    moment: Moment
    used: bool


@dataclass(frozen=True, slots=True)
class Article:
    """Title, byline, source, day of publication and text. `text` begins with the title (if there is one); blocks cover it in order.

    `source` and `agency` are names as stated; `source_domain` a host name; `published` may be open. `text_day` is where the text's own
    "today" is another moment than the publication. `clues` are all signs of the date, the ones not believed too.
    """

    id: str
    page: str
    uri: str | None
    sha256: str
    fetched: str | None
    title: str | None
    byline: tuple[str, ...]
    source: str | None
    source_domain: str | None
    agency: str | None
    language: str
    published: Moment
    text: str
    blocks: tuple[Block, ...]
    removed: tuple[Removed, ...]
    place_line: str | None = None
    text_day: Moment | None = None
    clues: tuple[DateClue, ...] = ()
