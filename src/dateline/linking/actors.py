"""The same actor across articles: by the shipped facts' key, by full names, by surnames where only one bearer is known."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from dateline.linking.groups import Groups
from dateline.linking.offices import Member, is_description, join_offices, named
from dateline.model.actors import Actor, LocalActor, Role
from dateline.model.ids import content_id
from dateline.model.reports import Reading
from dateline.ontology.names import fold, person_parts, same_person, skeleton, surname, uncounted

# Family names whose first letter differs by how they are transcribed: "Gaddafi" and "Qaddafi", "Yeltsin" and "Eltsin".
_ALIKE = (
    (("kh", "h"), "h"),
    (("g", "q", "k", "c"), "k"),
    (("y", "e", "j", "i"), "i"),
    (("v", "w"), "v"),
    (("ph", "f"), "f"),
    (("z", "s", "t"), "s"),
)
_GUTTURAL, _SOFT = re.compile(r"\b[gq](?=[^\s-]+$)"), re.compile(r"\by(?=e[^\s-]+$)")


@dataclass(frozen=True, slots=True)
class ActorIndex:
    """The record's actors and, for every article's own actor, which of them it is."""

    actors: tuple[Actor, ...]
    ids: Mapping[Member, str]


def link_actors(readings: Sequence[Reading], nicknames: Mapping[str, frozenset[str]]) -> ActorIndex:
    """Join the actors of all articles. Two actors whose countries are known and differ are joined only by key or equal full names."""
    members = sorted((r.article.id, actor.id) for r in readings for actor in r.actors)
    by_member = {(r.article.id, actor.id): actor for r in readings for actor in r.actors}
    known = {member: by_member[member] for member in members}
    groups: Groups[Member] = Groups(members)
    _join_keys(groups, known)
    _join_people(groups, known, nicknames)
    _join_surnames(groups, known)
    join_offices(groups, known)
    _join_bodies(groups, known)
    actors: list[Actor] = []
    ids: dict[Member, str] = {}
    for group in groups.groups():
        actor = _merge([known[m] for m in group], group)
        actors.append(actor)
        ids.update(dict.fromkeys(group, actor.id))
    return ActorIndex(tuple(sorted(actors, key=lambda a: a.id)), ids)


def _join_keys(groups: Groups[Member], known: Mapping[Member, LocalActor]) -> None:
    first: dict[str, Member] = {}
    for member, actor in known.items():
        if actor.key:
            groups.join(first.setdefault(actor.key, member), member)


def _join_people(groups: Groups[Member], known: Mapping[Member, LocalActor], nicknames: Mapping[str, frozenset[str]]) -> None:
    blocks: dict[str, list[Member]] = defaultdict(list)
    in_any_order: dict[tuple[str, ...], list[Member]] = defaultdict(list)
    for member, actor in known.items():
        if actor.kind == "person" and len(person_parts(actor.name)) > 1 and not is_description(actor.name):
            blocks[_first_sound(surname(actor.name))].append(member)
            in_any_order[_words_in_order(actor.name)].append(member)
    for block in in_any_order.values():
        for one, other in pairwise(block):
            if groups.find(one) != groups.find(other) and _no_two(known[one], known[other]):
                groups.join(one, other)
    for block in blocks.values():
        for n, one in enumerate(block):
            for other in block[n + 1 :]:
                if groups.find(one) != groups.find(other) and _one_person(known[one], known[other], nicknames):
                    groups.join(one, other)


def _one_person(one: LocalActor, other: LocalActor, nicknames: Mapping[str, frozenset[str]]) -> bool:
    if fold(one.name) == fold(other.name):
        return True
    first, second = _plainly_written(one.name), _plainly_written(other.name)
    return _no_two(one, other) and (same_person(one.name, other.name, nicknames) or same_person(first, second, nicknames))


def _plainly_written(name: str) -> str:
    return _SOFT.sub("", _GUTTURAL.sub("k", fold(name)))


def _first_sound(family: str) -> str:
    return next((sound for letters, sound in _ALIKE if family.startswith(letters)), family[:1])


def _no_two(one: LocalActor, other: LocalActor) -> bool:
    """Nothing that is known of them makes them two."""
    keys, countries = {one.key, other.key} - {None}, {one.country, other.country} - {None}
    return len(keys) < 2 and len(countries) < 2


def _words_in_order(name: str) -> tuple[str, ...]:
    """The words of a name whichever stands first, hyphens or not: "Ri Yong-ho" is "Ri Yong Ho", "Abe Shinzo" is "Shinzo Abe"."""
    return tuple(sorted(skeleton(word) for part in person_parts(name) for word in part.split("-") if word))


def _join_surnames(groups: Groups[Member], known: Mapping[Member, LocalActor]) -> None:
    """A surname alone is the one bearer of it that the other articles name in full; where there are two, it stays by itself."""
    bearers: dict[str, set[Member]] = defaultdict(set)
    countries: dict[Member, set[str]] = defaultdict(set)
    for member, actor in known.items():
        root = groups.find(member)
        if actor.kind == "person" and len(person_parts(actor.name)) > 1 and not is_description(actor.name):
            bearers[surname(actor.name)].add(root)
        if actor.country:
            countries[root].add(actor.country)
    for member, actor in known.items():
        if actor.kind != "person" or len(person_parts(actor.name)) != 1:
            continue
        roots = {groups.find(m) for m in bearers.get(surname(actor.name), ())}
        fitting = [r for r in sorted(roots) if not actor.country or not countries[r] or actor.country in countries[r]]
        if len(fitting) == 1:
            groups.join(fitting[0], member)
    alone: dict[tuple[str, str | None], Member] = {}
    for member, actor in known.items():
        if actor.kind == "person" and len(person_parts(actor.name)) == 1 and not bearers.get(surname(actor.name)):
            groups.join(alone.setdefault((surname(actor.name), None), member), member)


def _join_bodies(groups: Groups[Member], known: Mapping[Member, LocalActor]) -> None:
    first: dict[tuple[str, str], Member] = {}
    for member, actor in known.items():
        if actor.kind not in ("organisation", "group"):
            continue
        for name in sorted({uncounted(n) for n in (actor.name, *actor.aliases)}):
            other = first.setdefault((actor.kind, name), member)
            theirs = known[other].country
            if not actor.country or not theirs or actor.country == theirs:
                groups.join(other, member)


def _merge(actors: Sequence[LocalActor], members: Sequence[Member]) -> Actor:
    kind = min(Counter(a.kind for a in named(actors)).most_common(), key=lambda k: (-k[1], k[0]))[0]
    name = _best_name(named(actors))
    key = next((a.key for a in actors if a.key), None)
    aliases = {n for a in actors for n in (a.name, *a.aliases)} - {name}
    wikidata = {a.wikidata for a in actors if a.wikidata}
    # A title that names its country ("Norwegian prime minister") outweighs what other pages let guess.
    country = _vote(a.country for a in actors if any(r.of for r in a.roles)) or _vote(a.country for a in actors)
    identity: tuple[str | None, ...] = (key,) if key else (kind, fold(name), country)
    if kind == "unnamed":  # nobody knows whether two officials are one
        identity = (*identity, *members[0])
    return Actor(
        id=content_id("actor", *identity),
        name=name,
        kind=kind,
        aliases=tuple(sorted(aliases)),
        country=country,
        sector=_vote(a.sector for a in actors),
        wikidata=wikidata.pop() if len(wikidata) == 1 else None,
        roles=_roles(actors),
    )


def _best_name(actors: Sequence[LocalActor]) -> str:
    """The most frequent name in full; the longer, then the first in the alphabet, where they are equal."""
    counts = Counter(a.name for a in actors)
    full = [n for n in counts if len(person_parts(n)) > 1] or list(counts)
    return min(full, key=lambda n: (-counts[n], -len(n), n))


def _vote(values: Iterable[str | None]) -> str | None:
    counts = Counter(v for v in values if v)
    return min(counts, key=lambda v: (-counts[v], v)) if counts else None


def _roles(actors: Sequence[LocalActor]) -> tuple[Role, ...]:
    """Each title once; its evidence from everywhere, its time the union of what the articles state."""
    found: dict[tuple[str, str | None], Role] = {}
    for role in (r for a in actors for r in a.roles):
        key = (fold(role.title), role.of)
        if key in found:
            first = found[key]
            found[key] = replace(first, evidence=tuple(dict.fromkeys((*first.evidence, *role.evidence))))
        else:
            found[key] = role
    return tuple(found[k] for k in sorted(found, key=lambda k: (k[0], k[1] or "")))
