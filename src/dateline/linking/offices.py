"""Speakers known on their own page by office alone ("the President", "Putin's spokesman"), named on the other pages."""

import re
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
                office = _office(role.title)
                if office and not fold(role.title).startswith(_NO_LONGER) and role.when.method != "former":
                    holders.setdefault((actor.country, office), set()).add(member)
    for member, actor in known.items():
        if actor.kind in ("person", "unnamed") and actor.country and is_description(actor.name):
            office = _office(actor.name)
            named_here = {groups.find(m) for m in known if m[0] == member[0] and m != member}
            at_home = {groups.find(m) for m in holders.get((actor.country, office), ())}
            fitting = at_home - named_here
            if at_home and not fitting:  # the page names that country's holder beside him: its country was guessed from the one spoken of
                fitting = {groups.find(m) for (_, held), some in holders.items() for m in some if held == office} - named_here
            if len(fitting) == 1:
                groups.join(fitting.pop(), member)


def _office(words: str) -> str:
    """The noun of a title: "ambassador" in "Swedish Ambassador to Peru", "president" in "President of Chile"."""
    head = re.split(r" (?:of|to|for|at|in) ", fold(words), maxsplit=1)[0].split()
    return head[-1] if head else ""


def is_description(name: str) -> bool:
    """Definite, and no name of its own: "the President", "Putin's spokesman"."""
    words = fold(name).split()
    return len(words) > 1 and (words[0] == "the" or any(w.endswith(("'s", "s'")) for w in words[:-1])) and not words[-1].endswith("s")


def named(actors: Sequence[LocalActor]) -> list[LocalActor]:
    """Those of one person's actors that have a name; all where none has."""
    return [a for a in actors if a.kind != "unnamed" and not is_description(a.name)] or list(actors)
