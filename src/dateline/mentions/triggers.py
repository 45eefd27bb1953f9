"""Finding the words that tell events: verbs and nouns of the event types whose constraints hold where they stand."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from dateline.mentions.figurative import Figurative
from dateline.mentions.lookup import Lookup
from dateline.mentions.slots import SlotReader, Slots
from dateline.model.annotated import Token
from dateline.model.tree import Tree
from dateline.ontology.event_types import EventTypes, Group, Phrase

_GERUNDS = ("dobj", "pobj", "nsubj", "nsubjpass", "compound", "poss")  # where a word in -ing is a noun whatever the tagger says
_LEFT = 7  # how many tokens before a noun its modifiers may stand
_NOUN_SIGNS = ("modifier", "of", "with", "by", "in", "on", "over", "via", "after")  # slots whose words tell the mode
_VERB_SIGNS = ("by", "on", "over", "via", "with", "object", "after", "in")
_CORE = ("nsubj", "nsubjpass", "dobj", "ROOT", "attr")  # where a noun tells that something was, not what something was about
_LOCAL = ("relcl", "acl", "advcl", "ccomp", "xcomp", "conj", "parataxis")


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that tells an event, with the group it fits best, its slots, and the tokens of what the event is done to."""

    token: Token
    words: tuple[int, ...]
    group: Group
    mode: str | None
    nominal: bool
    slots: Slots = field(hash=False)
    theme: tuple[Token, ...] = ()


class TriggerFinder:
    """Finds the triggers of one article."""

    __slots__ = ("_figurative", "_lookup", "_slots", "_tree", "_types")

    def __init__(self, tree: Tree, lookup: Lookup, types: EventTypes) -> None:
        self._tree = tree
        self._lookup = lookup
        self._types = types
        self._slots = SlotReader(tree, types, lookup.blocks)
        self._figurative = Figurative(tree, lookup, types)

    def find(self) -> list[Trigger]:
        """All triggers in the order of the text; a noun that a verb's trigger already tells ("launched strikes") is left out."""
        found = [best for token in self._tree.tokens if (best := self._best(token)) is not None]
        covered = {(t.index, one.group.type) for one in found if not one.nominal for t in one.theme}
        inner = {i for one in found for i in one.words if i != one.token.index}
        return [t for t in found if not t.nominal or ((t.token.index, t.group.type) not in covered and t.token.index not in inner)]

    def _best(self, token: Token) -> Trigger | None:
        candidates = [(score, -n, trigger) for n, (score, trigger) in enumerate(self._candidates(token))]
        if not candidates or self._figurative.is_idle(token):
            return None
        return max(candidates, key=lambda c: c[:2])[2]

    def _candidates(self, token: Token) -> Iterator[tuple[int, Trigger]]:
        if token.pos in ("VERB", "AUX") and not self._describes(token):
            entries = self._verb_entries(token)
            slots: Slots | None = None
            for phrase, group in entries:
                slots = slots if slots is not None else self._slots.verb(token)
                words = self._verb_words(token, phrase)
                if words is not None:
                    yield from self._fitting(token, phrase, group, words, slots, nominal=False)
        if token.pos in ("NOUN", "PROPN") or (token.tag == "VBG" and token.dep in _GERUNDS):
            slots = None
            for phrase, group in self._noun_entries(token):
                slots = slots if slots is not None else self._slots.noun(token)
                words = self._noun_words(token, phrase, slots)
                if words is not None:
                    yield from self._fitting(token, phrase, group, words, slots, nominal=True)

    def _describes(self, token: Token) -> bool:
        """As in "visiting fellow", "suspected rebels"."""
        if token.dep not in ("amod", "compound"):
            return False
        return token.tag == "VBG" or token.lemma in self._types.adjectival

    def _verb_entries(self, token: Token) -> tuple[tuple[Phrase, Group], ...]:
        """Entries of the lemma; where the lemmatizer cut an e too much ("raped" to "rap"), of the verb it belongs to."""
        whole = token.text.lower().removesuffix("d")
        if whole == token.lemma + "e" and whole in self._types.verbs:
            return self._types.verbs[whole]
        return self._types.verbs.get(token.lemma, ())

    def _noun_entries(self, token: Token) -> tuple[tuple[Phrase, Group], ...]:
        head = self._tree.head(token)
        if token.dep == "compound" and head is not None and head.lemma in self._types.compound_heads:
            return ()
        text = token.text.lower()
        if token.text.isupper() and self._is_acronym(token):
            return self._types.nouns.get(text, ())
        forms = dict.fromkeys((token.lemma, text, text.removesuffix("s"), *self._hyphened(token)))
        return tuple(entry for form in forms for entry in self._types.nouns.get(form, ()))

    def _is_acronym(self, token: Token) -> bool:
        """Does the word stand in capitals among words that do not ("AIDS", "ASEAN")?"""
        sentence = self._tree.sentence(token)
        words = [t.text for t in self._tree.tokens[sentence.first : sentence.last] if t.text.isalpha() and len(t.text) > 1]
        return sum(w.isupper() for w in words) * 2 < len(words)

    def _hyphened(self, token: Token) -> Iterator[str]:
        """The word with its other half where the tokenizer split it at a hyphen ("build-up", "cease-fire")."""
        tokens = self._tree.tokens
        for first in (token.index, token.index - 2):
            if first >= 0 and first + 2 < len(tokens) and tokens[first + 1].text == "-":
                joined = tokens[first].text + "-" + tokens[first + 2].text
                if tokens[first + 2].end - tokens[first].start == len(joined):
                    yield joined.lower()

    def _verb_words(self, verb: Token, phrase: Phrase) -> tuple[int, ...] | None:
        found = [verb]
        for word in phrase.others:
            places = [c for t in (found[-1], verb) for c in self._tree.children(t)]
            match = next((c for c in places if word in (c.lemma, c.text.lower()) and c.index not in {f.index for f in found}), None)
            if match is None or any(c.entity in ("DATE", "TIME") for c in self._tree.children(match, "pobj")):
                return None
            found.append(match)
        return tuple(sorted(t.index for t in found))

    def _noun_words(self, noun: Token, phrase: Phrase, slots: Slots) -> tuple[int, ...] | None:
        indices = [noun.index]
        if phrase.before:
            inside = self._tree.subtree(noun, ("relcl", "acl", "appos", "prep"))
            left = [c for c in inside if noun.index - _LEFT <= c.index < noun.index]
            for word in phrase.before:
                match = next((c for c in left if word in (c.lemma, c.text.lower())), None)
                if match is None:
                    return None
                indices.append(match.index)
        if phrase.others and not self._complement(noun, phrase.others, slots):
            return None
        return tuple(sorted(indices))

    def _complement(self, noun: Token, others: tuple[str, ...], slots: Slots) -> bool:
        preposition, *rest = others
        governed = slots.get(preposition, [])
        clauses = self._tree.children(noun, "acl", "relcl") if others == ("to",) else []
        if any(c.tag == "TO" for clause in clauses for c in self._tree.children(clause, "aux")):
            return True
        if not governed or not rest:
            return bool(governed)
        return any(set(rest) <= self._phrase_words(token) for token in governed)

    def _fitting(
        self, token: Token, phrase: Phrase, group: Group, words: tuple[int, ...], slots: Slots, *, nominal: bool
    ) -> Iterator[tuple[int, Trigger]]:
        if nominal and group.core and token.dep not in _CORE:
            return
        theme = self._theme(group, slots, nominal=nominal) if group.theme else ()
        if not nominal and not theme and group.theme and phrase.others and phrase.others[-1] in self._types.prepositions:
            governed = slots.get(phrase.others[-1], [])
            theme = tuple(t for t in governed if self._fits_theme(t, group.theme))  # "withdrew from the accord"
            if governed and not theme:
                return
        if phrase.themed and not theme:
            return
        inside = self._local_words(token, slots, theme, nominal=nominal)
        if not nominal and not self._needs_hold(group, slots, words):
            return
        if self._excluded(token, group, slots, inside, nominal=nominal):
            return
        if not nominal and ((not group.complement and self._described(slots)) or (group.active and self._passive(token))):
            return
        mode = next((mode for mode, signs in group.modes if signs & inside), group.mode)
        score = 4 * (len(words) - 1) + 3 * bool(phrase.others) + 3 * phrase.themed + 2 * bool(group.needs and not nominal)
        yield score, Trigger(token, words, group, mode, nominal, slots, theme)

    def _passive(self, verb: Token) -> bool:
        """Is it done to its subject or to the noun before it ("was called", "a letter seen by the agency")?"""
        return verb.tag == "VBN" and not any(a.lemma == "have" for a in self._tree.children(verb, "aux"))

    def _described(self, slots: Slots) -> bool:
        """Is something said of the object ("called him a liar", "called him 'very smart'")?"""
        if any(t.dep != "xcomp" or t.pos != "VERB" for t in slots.get("after", [])):
            return True
        return any(c.index > thing.index for thing in slots.get("object", []) for c in self._tree.children(thing, "amod"))

    def _theme(self, group: Group, slots: Slots, *, nominal: bool) -> tuple[Token, ...]:
        """The tokens of what it is done to, if they are what the group asks for."""
        if nominal:
            things = [t for name in ("of", "in", "to", "on", "for", "from", "possessive", "modifier") for t in slots.get(name, [])]
        else:
            things = list(slots["object"])
            if not things and group.ergative:
                things = [t for t in slots["subject"] if t.dep in ("nsubj", "conj")]
        clauses = [] if nominal else [t for t in slots.get("after", []) if t.dep in ("xcomp", "ccomp") and t.lemma in group.theme]
        return (*(t for t in things if self._fits_theme(t, group.theme)), *clauses)

    def _fits_theme(self, token: Token, theme: frozenset[str]) -> bool:
        if self._lookup.is_any(token, theme):
            return True
        words = self._phrase_words(token)
        return bool(words & theme) or any(" " in t and set(t.split()) <= words for t in theme)

    def _phrase_words(self, token: Token) -> set[str]:
        """Lemmas and words of a noun phrase: head, modifiers, and what "of" governs."""
        words: set[str] = set()
        for one in self._tree.subtree(token, ("relcl", "acl", "appos", "conj", "advcl", "prep", "det", "punct", "cc", "poss", *_LOCAL)):
            words.update((one.lemma, one.text.lower()))
        for of in self._tree.children(token, "prep"):
            if of.lemma == "of":
                for governed in self._tree.children(of, "pobj"):
                    words.update((governed.lemma, governed.text.lower()))
                    words.update(c.lemma for c in self._tree.children(governed, "compound", "amod"))
        return words

    def _local_words(self, token: Token, slots: Slots, theme: tuple[Token, ...], *, nominal: bool) -> set[str]:
        """Words near the trigger that tell the mode: its modifiers and prepositional objects, the theme's words."""
        words = {token.lemma, token.text.lower()}
        for name in _NOUN_SIGNS if nominal else _VERB_SIGNS:
            for one in slots.get(name, []):
                words |= self._phrase_words(one) if name != "with" or not nominal else {one.lemma}
        for one in theme:
            words |= self._phrase_words(one)
        if not nominal:
            words.update(c.lemma for c in self._tree.children(token, "advmod", "npadvmod", "prt"))
        return words

    def _needs_hold(self, group: Group, slots: Slots, words: tuple[int, ...]) -> bool:
        return all(self._has(role, values, self._role(role, slots, words)) for role, values in group.needs.items())

    def _has(self, role: str, values: frozenset[str], tokens: list[Token]) -> bool:
        """Is one of the role's tokens what is needed? A subject that is not named may be anything."""
        if role == "subject" and not tokens:
            return True
        if any(self._lookup.is_any(t, values) or (role != "subject" and self._fits_theme(t, values)) for t in tokens):
            return True
        named = "@actor" in values or "@person" in values  # "the army's top brass"
        return named and any(self._lookup.actors(t) for t in tokens)

    def _role(self, role: str, slots: Slots, words: tuple[int, ...]) -> list[Token]:
        if role == "destination":
            governing = [self._tree.tokens[i].text.lower() for i in words if self._tree.tokens[i].pos == "ADP"]
            return [t for name in governing for t in slots.get(name, []) if t.dep != "pcomp"]
        if role == "counterpart":
            return [t for name in ("with", "to", "between", "object") for t in slots.get(name, [])]
        return slots.get(role, [])

    def _excluded(self, token: Token, group: Group, slots: Slots, inside: set[str], *, nominal: bool) -> bool:
        return any(self._forbids(role, values, token, slots, inside, nominal=nominal) for role, values in group.unless.items())

    def _forbids(self, role: str, values: frozenset[str], token: Token, slots: Slots, inside: set[str], *, nominal: bool) -> bool:
        """Does what stands in the role rule the group out?"""
        if role == "theme" or (role == "modifier" and not nominal):
            return bool(inside & values)
        if role == "modifier":
            return any({t.lemma, t.text.lower()} & values for t in slots.get("modifier", []))
        if role == "governor":
            head = self._tree.head(token)
            return nominal and head is not None and head.lemma in values and token.dep in ("dobj", "nsubjpass", "pobj", "attr")
        prepositions = tuple(c.index for c in self._tree.children(token, "prep"))
        return any(self._lookup.is_any(t, values) for t in self._role(role, slots, prepositions))
