"""Where an event was: the place named by a preposition on the trigger or on the verb that governs it."""

from dateline.mentions.lookup import Lookup
from dateline.mentions.triggers import Trigger
from dateline.model.annotated import Token
from dateline.model.places import Toponym
from dateline.model.tree import Tree

_WHERE = ("in", "at", "to", "near", "into", "outside", "inside", "on", "off", "across", "around")


def place_of(tree: Tree, lookup: Lookup, trigger: Trigger) -> Toponym | None:
    """The toponym of the trigger's own place, or None."""
    for name in _WHERE:
        for token in trigger.slots.get(name, []):
            if found := _inside(tree, lookup, token):
                return found
    if trigger.group.frame.get("object") == "place":
        for token in trigger.slots.get("object", []):
            if found := _inside(tree, lookup, token):
                return found
    for token in trigger.theme:
        if found := _below(tree, lookup, token):
            return found
    if venue := next((t for t in trigger.slots.get("modifier", []) if is_venue(lookup, trigger, t)), None):
        return lookup.toponym(venue)
    above = tree.head(trigger.token)
    return _below(tree, lookup, above) if trigger.nominal and above is not None and above.pos == "VERB" else None


def is_venue(lookup: Lookup, trigger: Trigger, token: Token) -> bool:
    """Is the name before a meeting where it is: "the Oslo summit", "the Singapore summit"? A country's is that of a side."""
    return token.dep == "compound" and trigger.nominal and trigger.group.type == "CONSULT" and lookup.toponym(token) is not None


def _below(tree: Tree, lookup: Lookup, token: Token) -> Toponym | None:
    for prep in tree.children(token, "prep"):
        if prep.lemma in _WHERE[:4]:
            for governed in tree.children(prep, "pobj"):
                if found := _inside(tree, lookup, governed):
                    return found
    return None


def _inside(tree: Tree, lookup: Lookup, token: Token) -> Toponym | None:
    """The toponym that is the phrase, else the one it is in ("the ministry in Moscow")."""
    found = lookup.toponym(token)
    if found is not None:
        return found
    first, last = tree.phrase(token)
    for index in range(last - 1, first - 1, -1):
        found = lookup.toponym(tree.tokens[index])
        if found is not None:
            return found
    return None
