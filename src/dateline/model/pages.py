"""What comes in, and what is dropped on the way."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """What was fetched or given. `name` is the file's base name (never an absolute path), `uri` where it is from, if known.

    `media_type` is "text/plain", "text/html", ...; `encoding` what the transport declared; `fetched` an ISO 8601 day or instant.
    `given` is what the container (a feed, a line of JSON, an archive's record) says of the page, as (name, value): "title", "author" (one
    pair for each), "published", "modified", "site", "language"; it is evidence like a page's own metadata, and no more to be believed.
    ("content", "body") says that the content is the text of an article alone, without the furniture of its page.
    """

    name: str
    uri: str | None
    media_type: str
    content: bytes
    encoding: str | None = None
    fetched: str | None = None
    given: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Drop:
    """Input that went no further: which page, at which stage ("pages", "articles", ...), why, and whether it was unreadable.

    `reason` is a short category that is counted ("not English", "no article", "empty", "not decodable", "not a known format");
    `detail` says what was seen and what to do. `unreadable` is True where the page could not be read at all (exit code 3).
    """

    page: str
    stage: str
    reason: str
    detail: str
    unreadable: bool = False
