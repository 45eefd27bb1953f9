"""What an event is about: the things it is done to or with ("oil", "transit", "duty").

Two events between the same parties differ by them.
"""

from dateline.model.annotated import Token
from dateline.model.tree import Tree

_BELOW = ("compound", "amod", "nmod", "dobj", "nsubjpass", "pobj", "attr", "conj", "npadvmod")
_THROUGH = {"of": ("NOUN", "VERB"), "on": ("NOUN", "VERB"), "to": ("NOUN",), "for": ("NOUN",), "over": ("NOUN",), "in": ()}


def read_theme(tree: Tree, trigger: Token) -> tuple[str, ...]:
    """Lemmas of the common nouns and describing adjectives in the trigger's own phrase and in its object, sorted, without names."""
    found: set[str] = set()
    todo = [trigger, *_undergoer(tree, trigger)]
    seen = {t.index for t in todo}
    while todo:
        token = todo.pop()
        if token is not trigger or token.pos == "NOUN":
            found.add(token.lemma)
        for child in _inside(tree, token):
            if child.index not in seen and (child.pos in ("NOUN", "ADJ") or child.dep in ("dobj", "pobj", "nsubjpass")):
                seen.add(child.index)
                todo.append(child)
    return tuple(sorted(w for w in found if w.isalpha() and len(w) > 2 and w == w.lower()))


def _undergoer(tree: Tree, trigger: Token) -> list[Token]:
    """What a verb without an object is about: the noun it describes ("the duty it imposed"), or its subject ("oil shipments stopped")."""
    if trigger.pos != "VERB" or tree.child(trigger, "dobj", "nsubjpass"):
        return []
    head = tree.head(trigger)
    if head is not None and trigger.dep in ("acl", "relcl") and head.pos == "NOUN":
        return [head]
    return [s for s in tree.children(trigger, "nsubj") if s.pos == "NOUN" and not s.entity]


def _inside(tree: Tree, token: Token) -> list[Token]:
    """Dependents that belong to the phrase, and what "of" or "on" adds to it; proper names are parties or places, no theme."""
    inside = [c for c in tree.children(token, *_BELOW) if c.pos != "PROPN" and not c.entity]
    for preposition in tree.children(token, "prep"):
        if token.pos in _THROUGH.get(preposition.lemma, ()):
            inside.extend(c for c in tree.children(preposition, "pobj") if c.pos != "PROPN" and not c.entity)
    return inside
