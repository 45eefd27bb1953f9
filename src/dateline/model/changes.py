"""What a run changed in the record."""

from dataclasses import dataclass
from typing import Literal

ChangeKind = Literal["new event", "status", "when", "gone"]


@dataclass(frozen=True, slots=True)
class Change:
    """One event changed: what of it, from what to what, and the articles whose reports brought it.

    `summary` names the event for a reader. `before` is None for a new event, `after` for one that is gone. `articles` is empty where an
    event changed because others were read anew, not because of an article of its own.
    """

    event: str
    summary: str
    kind: ChangeKind
    before: str | None
    after: str | None
    articles: tuple[str, ...]
