"""What the search for actors hands on."""

from dataclasses import dataclass

from dateline.model.actors import LocalActor, Reference
from dateline.model.places import Toponym


@dataclass(frozen=True, slots=True)
class ActorsFound:
    """Actors in the order of their first mention; references and toponyms in the order of the text.

    A speaker's label in a transcript has no tokens: its reference has `first == last`, the first token of the turn.
    """

    actors: tuple[LocalActor, ...]
    references: tuple[Reference, ...]
    toponyms: tuple[Toponym, ...]
