"""The arguments of a trigger: who stands where round a verb or a noun, through passives, control, relative clauses and support verbs.

Slots are prepositions and "subject", "object", "possessive", "modifier", "governor" (the subject of a support verb: "X held talks"),
"near" (the subject of any other governing verb), "after" (what follows as a clause or an "as" phrase) and "complement" (whom a clause
below is about). "culprit" and "victim" are those who are said to have done it, and whom it hit.
"""

from dateline.mentions.causes import causes
from dateline.mentions.culprits import CulpritReader
from dateline.model.annotated import Token
from dateline.model.articles import Block
from dateline.model.tree import Tree
from dateline.ontology.event_types import EventTypes

Slots = dict[str, list[Token]]

_RELATIVE = frozenset({"who", "which", "that", "whom"})
_SUBJECTS = ("nsubj", "csubj", "expl")
_TIMES = frozenset({"DATE", "TIME"})
_TOWARDS = frozenset(["to", "with", "from", "against", "on", "for", "between", "of"])


class SlotReader:
    """Reads the slots of a trigger in one article's tree."""

    __slots__ = ("_blamed", "_blocks", "_control", "_culprits", "_people", "_portions", "_support", "_told", "_undergone", "tree")

    def __init__(self, tree: Tree, types: EventTypes, blocks: tuple[Block, ...] = ()) -> None:
        self.tree = tree
        self._blocks = blocks
        self._culprits = CulpritReader(tree)
        self._support = types.support_verbs
        self._told = types.reporting_verbs
        self._people = types.people
        self._control = types.object_control
        self._portions = types.portions
        self._undergone = types.undergone
        self._blamed = types.blamed

    def verb(self, token: Token) -> Slots:
        """Slots of a verb."""
        slots: Slots = {"subject": self.subjects(token), "object": self.objects(token)}
        for child in self.tree.children(token):
            if child.dep == "dative" and child.pos != "ADP":
                _add(slots, "to", self._listed(child))
            elif child.dep in ("xcomp", "ccomp", "oprd", "acomp"):
                questions = [c for c in self.tree.children(child) if c.tag.startswith("W") or c.lemma in ("whether", "if")]
                _add(slots, "after", [child, *questions])
        self._prepositions(token, slots)
        for thing in slots["object"]:
            self._prepositions(thing, slots)
        self._complements(token, slots)
        slots["cause"] = [*slots["subject"], *causes(self.tree, token, heading=self._is_heading(token))]
        return slots

    def noun(self, token: Token) -> Slots:
        """Slots of a noun: its own, those of the verb that governs it, and of the noun it is a portion of ("a round of talks")."""
        slots: Slots = {}
        self._own(token, slots)
        if token.lemma in self._undergone and not slots.get("of"):
            self._patients(slots)
        outer = self._outer(token)
        if outer is not token:
            self._own(outer, slots)
        self._governed(outer, slots)
        doers = self._culprits.doers(outer)
        if doers is not None:
            slots.pop("near", None)
            for name in ("on", "to"):  # "blamed the raid on X": X is not the target
                slots[name] = [t for t in slots.get(name, []) if t not in doers]
            _add(slots, "culprit", doers)
        _add(slots, "victim", self._culprits.victims(outer))
        return slots

    def _is_heading(self, token: Token) -> bool:
        return bool(self._blocks) and self._blocks[token.block].kind in ("title", "heading")

    def _patients(self, slots: Slots) -> None:
        """As in "the editor's arrest", "her release": whom the noun belongs to it is done to. A state or a body may well be the doer."""
        owners = slots.pop("possessive", [])
        patients = [t for t in owners if t.entity == "PERSON" or t.lemma in self._people or (t.pos == "PRON" and t.text.lower() != "its")]
        _add(slots, "object", patients)
        _add(slots, "possessive", [t for t in owners if t not in patients])

    def subjects(self, verb: Token, depth: int = 0) -> list[Token]:
        """Who does what the verb says, also where it stands in another clause; empty where nobody is named."""
        if depth > 6:
            return []
        own = self.tree.children(verb, *_SUBJECTS)
        agents = self._agents(verb)
        if own:
            return [t for s in own for t in self._antecedents(s, verb)] + agents
        if self.tree.children(verb, "nsubjpass") or agents:
            return agents
        return self._borrowed(verb, depth)

    def objects(self, verb: Token) -> list[Token]:
        """What or whom the verb is done to: objects, passive subjects, the antecedent of an object relative clause."""
        own = self.tree.children(verb, "dobj", "nsubjpass")
        if own:
            return [t for o in own for t in self._antecedents(o, verb)]
        head = self.tree.head(verb)
        if head is None:
            return []
        if verb.dep == "conj" and head.pos == "VERB" and verb.tag == "VBN" and head.tag == "VBN":
            return [t for o in self.tree.children(head, "nsubjpass") for t in self._antecedents(o, head)]
        if verb.dep == "relcl" and self.tree.children(verb, "nsubj") and not self._has_relative_subject(verb):
            return self._listed(head)
        if verb.dep == "ccomp" and head.dep == "relcl" and any(o.text.lower() in _RELATIVE for o in self.tree.children(head, "dobj")):
            return self._listed(self.tree.tokens[head.head])  # "a deal which both said they had suspended"
        if (verb.dep == "acl" and verb.tag == "VBN") or (verb.dep == "amod" and verb.tag in ("VBN", "VBD")):
            return self._listed(head)
        if (verb.dep == "xcomp" and verb.tag == "VBN") or self.tree.children(verb, "auxpass"):
            return [t for s in self.tree.children(head, "nsubj", "nsubjpass") for t in self._antecedents(s, head)]
        return []

    def governing_verb(self, noun: Token) -> Token | None:
        """The verb that the noun depends on, through prepositions and other nouns."""
        return next((t for t in self.tree.ancestors(noun) if t.pos in ("VERB", "AUX")), None)

    def _borrowed(self, verb: Token, depth: int) -> list[Token]:
        head = self.tree.head(verb)
        while head is not None and head.pos == "ADV" and verb.dep == "advcl":  # "went so far as to blame"
            head = self.tree.head(head)
        if head is None:
            return []
        if verb.dep in ("relcl", "acl"):
            return self._from_noun(verb, head, depth)
        if verb.dep == "pcomp":
            above = self.tree.head(head)
            if above is not None and above.pos in ("NOUN", "PROPN"):
                return self._holders(above, depth)
            if above is None:
                return []
            blamed = self.objects(above) if above.lemma in self._blamed and head.lemma in ("of", "for", "from", "into", "with") else []
            return blamed or self._from_verb(above, depth)
        if verb.dep in ("xcomp", "ccomp") and head.lemma in self._control:
            controlled = self.objects(head) or self._receivers(head)
            if controlled:
                return controlled
        if verb.dep in ("xcomp", "ccomp", "conj", "advcl", "acomp", "oprd"):
            return self._from_verb(head, depth)
        return []

    def _from_verb(self, head: Token, depth: int) -> list[Token]:
        """The head's subject; for a passive, who it is done to ("is expected to meet")."""
        if head.pos in ("NOUN", "PROPN"):
            return self._holders(head, depth)
        passive = [t for s in self.tree.children(head, "nsubjpass") for t in self._antecedents(s, head)]
        if not passive and head.dep == "acl" and head.tag == "VBN":
            above = self.tree.head(head)
            passive = self._listed(above) if above is not None else []
        return passive or self.subjects(head, depth + 1)

    def _from_noun(self, verb: Token, noun: Token, depth: int) -> list[Token]:
        if verb.tag == "VBN" and not self.tree.children(verb, "aux"):
            return []
        infinitive = any(c.tag == "TO" for c in self.tree.children(verb, "aux"))
        # "his decision to visit Y", not "an envoy to visit Y"
        if infinitive and noun.pos == "NOUN" and noun.lemma not in self._people:
            return self._holders(noun, depth)
        return self._listed(noun)

    def _holders(self, noun: Token, depth: int) -> list[Token]:
        """Who has or makes what the noun names."""
        owners = [t for p in self.tree.children(noun, "poss") for t in self._listed(p)]
        owners += [t for by in self.tree.children(noun, "prep") if by.lemma == "by" for t in self._governed_by(by)]
        if owners:
            return owners
        verb = self.governing_verb(noun)
        if noun.dep in ("nsubj", "nsubjpass") or verb is None:
            return [c for c in self.tree.children(noun, "compound", "amod") if c.pos == "PROPN" or c.entity]
        return self._from_verb(verb, depth + 1)

    def _antecedents(self, token: Token, verb: Token) -> list[Token]:
        if token.lemma in _RELATIVE or token.text.lower() in _RELATIVE:
            clause: Token | None = verb
            while clause is not None and clause.dep not in ("relcl", "ccomp", "ROOT"):
                clause = self.tree.head(clause)
            if clause is not None and clause.dep == "relcl":
                return [self.tree.tokens[clause.head]]
        return self._listed(token)

    def _listed(self, token: Token) -> list[Token]:
        return [t for t in self.tree.conjuncts(token) if t.pos not in ("VERB", "AUX") or t is token]

    def _has_relative_subject(self, verb: Token) -> bool:
        return any(s.text.lower() in _RELATIVE for s in self.tree.children(verb, "nsubj"))

    def _complements(self, verb: Token, slots: Slots) -> None:
        """Whom the clause below is about ("refused to meet the envoy", "is willing to send grain to Chad")."""
        for below in self.tree.children(verb, "xcomp", "acomp"):
            inner = [below, *self.tree.children(below, "xcomp")]
            for one in inner:
                _add(slots, "complement", [t for o in self.tree.children(one, "dobj") for t in self._listed(o)])
                for prep in self.tree.children(one, "prep", "dative"):
                    if prep.lemma in _TOWARDS:
                        _add(slots, "complement", [t for t in self._governed_by(prep) if t.entity not in _TIMES])

    def _own(self, noun: Token, slots: Slots) -> None:
        for child in self.tree.children(noun):
            if child.dep == "poss":
                _add(slots, "possessive", self._listed(child))
            elif child.dep in ("compound", "amod", "nmod", "npadvmod") and child.index < noun.index:
                _add(slots, "modifier", self._modifiers(child))
            elif child.dep in ("nsubj", "nsubjpass"):
                _add(slots, "subject", self._listed(child))
            elif child.dep in ("acl", "relcl"):
                self._clause(child, slots)
        self._prepositions(noun, slots)

    def _modifiers(self, token: Token) -> list[Token]:
        found = [token]
        for child in self.tree.children(token, "compound", "amod", "nmod", "conj", "appos"):
            found.extend(self._modifiers(child))
        return sorted(found, key=lambda t: t.index)

    def _clause(self, verb: Token, slots: Slots) -> None:
        """A clause on the noun ("a duty Russia imposed on exports", "a deal signed by both")."""
        subjects = [s for s in self.tree.children(verb, "nsubj") if s.text.lower() not in _RELATIVE]
        for subject in subjects:
            _add(slots, "subject", self._listed(subject))
        _add(slots, "subject", self._agents(verb))
        if verb.lemma in self._support or verb.lemma == "involve":
            self._prepositions(verb, slots)
            if verb.lemma == "involve":
                _add(slots, "with", [t for o in self.tree.children(verb, "dobj") for t in self._listed(o)])

    def _outer(self, noun: Token) -> Token:
        head = self.tree.head(noun)
        if noun.dep == "conj" and head is not None and head.pos in ("NOUN", "PROPN"):
            return self._outer(head) if not self.tree.children(noun, "poss") else noun
        if noun.dep != "pobj" or head is None or head.lemma != "of":
            return noun
        above = self.tree.head(head)
        return above if above is not None and above.lemma in self._portions else noun

    def _governed(self, noun: Token, slots: Slots) -> None:
        verb = self.tree.head(noun)
        if noun.dep == "pobj":
            verb = self.governing_verb(noun)
            if verb is not None:
                _add(slots, "near", self._from_verb(verb, 0))
                _add(slots, "near", [t for t in self.objects(verb) if t.index != noun.index])
                self._near_above(verb, slots)
            return
        if verb is None or verb.pos not in ("VERB", "AUX"):
            return
        if noun.dep in ("dobj", "nsubjpass", "attr"):
            name = "governor" if verb.lemma in self._support and noun.dep != "attr" else "near"
            if verb.lemma in self._told and name == "near":
                return
            _add(slots, name, [t for t in self.subjects(verb) if t.index != noun.index])
            _add(slots, "to" if name == "governor" else "near", self._receivers(verb))
            if name == "governor" or noun.dep == "attr":
                self._prepositions(verb, slots)
        elif noun.dep == "nsubj":
            self._prepositions(verb, slots, only=("with", "between", "against", "to"))
            _add(slots, "near", [t for t in self.objects(verb) if t.index != noun.index])

    def _agents(self, verb: Token) -> list[Token]:
        """Who does it, in a passive ("by X")."""
        return [t for by in self.tree.children(verb, "agent") for t in self._governed_by(by)]

    def _receivers(self, verb: Token) -> list[Token]:
        """Indirect objects."""
        return [t for d in self.tree.children(verb, "dative") if d.pos != "ADP" for t in self._listed(d)]

    def _governed_by(self, prep: Token) -> list[Token]:
        return [t for p in self.tree.children(prep, "pobj") for t in self._listed(p)]

    def _near_above(self, verb: Token, slots: Slots) -> None:
        """Subjects of the clauses above, as long as these are not said or thought by somebody."""
        for above in self.tree.ancestors(verb):
            if above.pos not in ("VERB", "AUX"):
                continue
            if above.lemma in self._told:
                return
            _add(slots, "near", self._from_verb(above, 0))

    def _prepositions(self, token: Token, slots: Slots, only: tuple[str, ...] = ()) -> None:
        for prep in self.tree.children(token, "prep", "dative", "agent"):
            if prep.pos not in ("ADP", "SCONJ", "VERB", "ADV"):
                continue
            inner = [prep, *self.tree.children(prep, "prep")]
            for one in inner:
                name = one.lemma
                if only and name not in only:
                    continue
                for governed in self.tree.children(one, "pobj", "pcomp"):
                    if governed.entity in _TIMES:
                        continue
                    if name == "as":
                        _add(slots, "after", [one])
                    _add(slots, "after" if name == "as" else name, self._listed(governed))


def _add(slots: Slots, name: str, tokens: list[Token]) -> None:
    known = slots.setdefault(name, [])
    known.extend(t for t in tokens if all(t.index != k.index for k in known))
