"""Who takes part in an event: the actors in a trigger's slots, and where those are too few, the nearest in the clause and the sentence."""

from dateline.mentions.culprits import ACCUSES
from dateline.mentions.lookup import Lookup
from dateline.mentions.places import is_venue
from dateline.mentions.triggers import Trigger
from dateline.model.annotated import Token
from dateline.model.reports import Part, Participant
from dateline.model.tree import Tree
from dateline.ontology.event_types import EventTypes

LIMIT = 6
_TARGETS = ("on", "at", "in", "near", "against", "to", "object")


class ParticipantReader:
    """Reads the participants of triggers in one article."""

    __slots__ = ("_lookup", "_told", "_tree")

    def __init__(self, tree: Tree, lookup: Lookup, types: EventTypes) -> None:
        self._tree = tree
        self._lookup = lookup
        self._told = types.reporting_verbs

    def own(self, trigger: Trigger) -> list[Participant]:
        """Participants that the trigger's own slots name, the first named first."""
        frame = trigger.group.frame
        found: dict[str, Part] = {}
        for name in frame:
            for token in trigger.slots.get(name, []):
                if name != "modifier" or not is_venue(self._lookup, trigger, token):
                    self._take(found, token, frame[name])
        for token in trigger.theme:
            self._theme(found, token)
        if frame.get("culprit") and "recipient" not in found.values():
            self._struck(found, trigger)
        return [Participant(actor, part) for actor, part in found.items()][:LIMIT]

    def more(self, trigger: Trigger, known: list[Participant]) -> list[Participant]:
        """`known`, and if these are too few for the type, who else acts in the clause or the sentence."""
        found: dict[str, Part] = {p.actor: p.part for p in known}
        wanted = trigger.group.parties
        if self._lookup.sides(found) >= wanted:
            return known
        for token in (*trigger.slots.get("near", []), *self._sentence_actors(trigger)):
            self._take(found, token, "participant")
            if self._lookup.sides(found) >= wanted:
                break
        return [Participant(actor, part) for actor, part in found.items()][:LIMIT]

    def _take(self, found: dict[str, Part], token: Token, part: str) -> None:
        if self._lookup.in_dateline(token):  # the parser may hang the first words of the report on the place: "PARIS — A court ..."
            for other in self._tree.children(token, "appos", "conj"):
                if not self._lookup.in_dateline(other):
                    self._take(found, other, part)
            return
        actors = [a for a in self._lookup.actors(token) if not self._lookup.is_outlet(a)]
        if part == "place":
            found |= {actor: found.get(actor, "recipient") for actor in self._hosts(token, actors)}
            return
        for actor in actors:
            found.setdefault(actor, _part(part))

    def _struck(self, found: dict[str, Part], trigger: Trigger) -> None:
        """The country of the place that was struck, where nobody else is said to be hit."""
        for name in _TARGETS:
            for token in trigger.slots.get(name, []):
                place = self._lookup.toponym(token)
                if place is not None and place.country:
                    found.setdefault(self._lookup.country(place.country), "recipient")
                    return

    def _hosts(self, token: Token, actors: list[str]) -> list[str]:
        """The country of a place one goes to, or the people there."""
        if actors:
            return actors
        place = self._lookup.toponym(token)
        return [self._lookup.country(place.country)] if place and place.country else []

    def _theme(self, found: dict[str, Part], token: Token) -> None:
        """Whose supplies, ties or troops: the theme's possessor and modifiers act, whom they go to receives."""
        for child in self._tree.children(token, "poss", "compound", "amod", "nmod"):
            for actor in self._lookup.actors(child):
                found.setdefault(actor, "participant")
        for prep in self._tree.children(token, "prep"):
            for governed in self._tree.children(prep, "pobj"):
                for one in self._tree.conjuncts(governed):
                    for actor in self._lookup.actors(one):
                        found.setdefault(actor, "recipient")

    def _sentence_actors(self, trigger: Trigger) -> list[Token]:
        """Heads of actors' names in the sentence, nearest first; who only says what the sentence tells comes last, the press not at all."""
        sentence = self._tree.sentence(trigger.token)
        ranked = []
        for token in self._tree.tokens[sentence.first : sentence.last]:
            if not self._lookup.heads(token) or self._lookup.is_press(token) or self._lookup.in_dateline(token):
                continue
            if trigger.group.type == "CONSULT" and self._lookup.toponym(token) is not None:
                continue  # who meets in a country does not meet the country
            head = self._tree.head(token)
            accuses = head is not None and token.dep == "nsubj" and head.lemma in ACCUSES and head.index != trigger.token.index
            if accuses and trigger.group.frame.get("culprit"):
                continue
            tells = head is not None and token.dep == "nsubj" and head.lemma in self._told and head.index != trigger.token.index
            ranked.append((tells, abs(token.index - trigger.token.index), token.index, token))
        return [token for *_, token in sorted(ranked, key=lambda r: r[:3])]


def _part(part: str) -> Part:
    return "actor" if part == "actor" else "recipient" if part == "recipient" else "participant"
