"""What is remembered of an address that was fetched, so that it is asked again politely."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Visit:
    """One answer with content: `url` is what was asked, `uri` where it was found after redirects.

    `etag` and `last_modified` are what the server wants to be asked with next time; `sha256` is of the bytes, `fetched` an instant
    (ISO 8601). `mark` is what the feed that names the page said of its last change; another mark means that the page is worth fetching
    again.
    """

    url: str
    uri: str
    etag: str | None
    last_modified: str | None
    fetched: str
    sha256: str
    mark: str | None = None
