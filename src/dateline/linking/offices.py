"""Speakers known on their own page by office alone ("the President", "Putin's spokesman"), named on the other pages."""

from collections.abc import Mapping, Sequence

from dateline.linking.groups import Groups
from dateline.model.actors import LocalActor
from dateline.ontology.names import fold

Member = tuple[str, str]  # article id, local actor id

_NO_LONGER = ("former", "ex-", "late", "then-", "future", "incoming", "deputy", "vice")


def join_offices(groups: Groups[Member], known: Mapping[Member, LocalActor]) -> None:
    """Join a definite description of an office to the one person of the same country whom the articles say to hold it."""
    holders: dict[tuple[str, str], set[Member]] = {}
    for member, actor in known.items():
        if actor.kind == "person" and not is_description(actor.name) and actor.country:
            for role in actor.roles:
                title = fold(role.title)
                if title and not title.startswith(_NO_LONGER):
                    holders.setdefault((actor.country, title.split()[-1]), set()).add(member)
    for member, actor in known.items():
        if actor.kind in ("person", "unnamed") and actor.country and is_description(actor.name):
            fitting = {groups.find(m) for m in holders.get((actor.country, fold(actor.name).split()[-1]), ())}
            if len(fitting) == 1:
                groups.join(fitting.pop(), member)


def is_description(name: str) -> bool:
    """Definite, and no name of its own: "the President", "Putin's spokesman"."""
    words = fold(name).split()
    return len(words) > 1 and (words[0] == "the" or any(w.endswith(("'s", "s'")) for w in words[:-1])) and not words[-1].endswith("s")


def named(actors: Sequence[LocalActor]) -> list[LocalActor]:
    """Those of one person's actors that have a name; all where none has."""
    return [a for a in actors if a.kind != "unnamed" and not is_description(a.name)] or list(actors)
