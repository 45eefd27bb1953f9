"""Who is who in one article: people, countries, organisations, groups and unnamed sources; the words that mean them; places."""

from dateline.language.actors.find import find_actors
from dateline.language.actors.found import ActorsFound

__all__ = ["ActorsFound", "find_actors"]
