"""Who is said to have done a deed that a noun tells, and whom it hit ("claimed the attack", "blamed X for the raid").

The accused is the one who is said to have done it; the accuser takes no part.
"""

from dateline.model.annotated import Token
from dateline.model.tree import Tree

_CLAIMS = frozenset({"claim", "own", "admit", "acknowledge", "confess"})
ACCUSES = frozenset(
    {
        "blame",
        "accuse",
        "fault",
        "condemn",
        "suspect",
        "implicate",
        "charge",
        "denounce",
        "criticize",
        "criticise",
        "indict",
        "arrest",
        "sanction",
    }
)
_LAYS = {"blame": "on", "pin": "on", "attribute": "to", "link": "to", "trace": "to", "ascribe": "to"}
_ORIGINS = frozenset({"come", "originate", "stem", "emanate"})
_GUILT = frozenset({"responsibility", "credit", "blame", "involvement", "role", "part", "hand", "complicity"})
_GUILTY = frozenset({"responsible", "guilty", "accountable", "liable", "culpable"})
_VICTIMS = frozenset({"target", "victim", "object", "scene", "site", "focus"})
_HARM = frozenset({"kill", "wound", "injure", "hurt", "hit", "target", "damage", "destroy", "die", "slay", "maim"})


class CulpritReader:
    """Answers for one article's tree."""

    __slots__ = ("_tree",)

    def __init__(self, tree: Tree) -> None:
        self._tree = tree

    def doers(self, noun: Token) -> list[Token] | None:
        """Heads of those who are said to have done it; empty where the clause names only who speaks of it, None where it is silent."""
        head = self._tree.head(noun)
        if head is None:
            return None
        if noun.dep in ("dobj", "nsubjpass", "nsubj") and head.pos in ("VERB", "AUX"):
            return self._with_verb(noun, head)
        return self._after_preposition(head) if noun.dep == "pobj" else None

    def victims(self, noun: Token) -> list[Token]:
        """Whom it hit: "X was the target of an attack", "X was killed in the strike"."""
        preposition = self._tree.head(noun)
        above = self._tree.head(preposition) if preposition is not None and noun.dep == "pobj" else None
        if preposition is None or above is None:
            return []
        if above.lemma in _VICTIMS and preposition.lemma == "of":
            verb = self._tree.head(above)
            return self._listed(verb, "nsubj") if above.dep == "attr" and verb is not None else []
        if above.lemma in _HARM and preposition.lemma in ("in", "by", "during"):
            found = self._listed(above, "dobj", "nsubjpass") or (self._listed(above, "nsubj") if above.lemma == "die" else [])
            return [self._antecedent(t, above) for t in found]
        return []

    def _with_verb(self, noun: Token, verb: Token) -> list[Token] | None:
        """Object or subject of a verb: "claimed the attack", "the attack was blamed on X", "the attack came from X"."""
        if noun.dep == "nsubj":
            return self._governed(verb, "from") or None if verb.lemma in _ORIGINS else None
        word = _LAYS.get(verb.lemma, "")
        laid = (self._governed(verb, word) or self._governed(noun, word)) if word and noun.dep != "nsubj" else []
        if laid:
            return laid
        if verb.lemma in _CLAIMS:
            agents = [t for by in self._tree.children(verb, "agent") for t in self._listed(by, "pobj")]
            return agents if noun.dep == "nsubjpass" else self._subjects(verb)
        return [] if verb.lemma in ACCUSES else None

    def _after_preposition(self, preposition: Token) -> list[Token] | None:
        """Below a preposition: "blamed X for the attack", "claimed responsibility for it", "is behind it", "involved in it"."""
        above = self._tree.head(preposition)
        if above is None:
            return None
        word = preposition.text.lower()
        if above.lemma in ACCUSES and word in ("for", "of", "over", "with", "in"):
            return self._listed(above, "dobj", "nsubjpass")
        verb = self._tree.head(above)
        if word in ("of", "for") and above.dep in ("dobj", "nsubjpass") and verb is not None and verb.lemma in ACCUSES:
            return self._tree.conjuncts(above)  # "accused X of the attack", with "of" left on X
        if above.lemma in _GUILT and word in ("for", "in", "of"):
            owners = self._listed(above, "poss")
            return owners or (self._subjects(verb) if verb is not None and above.dep == "dobj" else None)
        if above.lemma in _GUILTY and word == "for":
            return (self._listed(verb, "dobj", "nsubj", "nsubjpass")[:1] if verb is not None else []) or None
        if word == "behind" and above.lemma in ("be", "stand"):
            return self._listed(above, "nsubj") or None
        if above.lemma == "involve" and word == "in" and above.tag == "VBN":
            return self._subjects(above) or None
        return None

    def _subjects(self, verb: Token) -> list[Token]:
        """The verb's subject, also where a verb above has it ("is said to have been involved")."""
        below: Token | None = verb
        for _ in range(3):
            if below is None:
                return []
            own = self._listed(below, "nsubj", "nsubjpass")
            if own:
                return [self._antecedent(t, below) for t in own]
            if below.dep in ("acl", "relcl"):
                head = self._tree.head(below)
                return [head] if head is not None else []
            below = self._tree.head(below) if below.dep in ("xcomp", "conj", "advcl", "ccomp", "pcomp") else None
        return []

    def _antecedent(self, token: Token, verb: Token) -> Token:
        above = self._tree.head(verb)
        return above if token.lemma in ("who", "which", "that") and verb.dep == "relcl" and above is not None else token

    def _governed(self, verb: Token, preposition: str) -> list[Token]:
        return [t for p in self._tree.children(verb, "prep") if p.text.lower() == preposition for t in self._listed(p, "pobj")]

    def _listed(self, token: Token, *labels: str) -> list[Token]:
        return [t for child in self._tree.children(token, *labels) for t in self._tree.conjuncts(child)]
