"""Who or what a token means: the actors of an annotated article by token, and tests such as "is this a person?"."""

from collections.abc import Iterable

from dateline.mentions.speech import Speech
from dateline.model.actors import LocalActor, Reference
from dateline.model.annotated import AnnotatedArticle, Token
from dateline.model.places import Toponym
from dateline.model.tree import Tree
from dateline.ontology.actors import actor_facts
from dateline.ontology.event_types import EventTypes

_PERSONAL = frozenset(["he", "she", "they", "we", "i", "you", "him", "her", "them", "us", "me", "who", "whom"])
_ACTOR_ENTITIES = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_PLACE_ENTITIES = frozenset({"GPE", "LOC", "FAC"})
_DATELINE = 14  # tokens that a dateline has at most
_TIES = frozenset(["of", "from", "by", "in", "with", "against", "between", "to", "on"])
_INSIDE = ("poss", "compound", "nmod", "amod", "appos")


class Lookup:
    """Answers for one article. Actors come out once each, in the order of the text."""

    __slots__ = ("_by_head", "_covering", "_speech", "_toponyms", "_types", "actor", "blocks", "made", "tree")

    def __init__(self, tree: Tree, annotated: AnnotatedArticle, types: EventTypes) -> None:
        self.tree = tree
        self.blocks = annotated.article.blocks
        self.actor: dict[str, LocalActor] = {actor.id: actor for actor in annotated.actors}
        self.made: list[LocalActor] = []
        self._types = types
        self._speech = Speech(annotated)
        self._by_head: dict[int, list[Reference]] = {}
        self._covering: dict[int, list[Reference]] = {}
        for reference in annotated.references:
            self._by_head.setdefault(reference.head, []).append(reference)
            for index in range(reference.first, reference.last):
                self._covering.setdefault(index, []).append(reference)
        self._toponyms: dict[int, Toponym] = {i: t for t in annotated.toponyms if not t.acts for i in range(t.first, t.last)}

    def references(self, token: Token) -> list[Reference]:
        """References with this head, else those that cover the token."""
        return self._by_head.get(token.index) or self._covering.get(token.index, [])

    def in_dateline(self, token: Token) -> bool:
        """Does the token stand before the dash that ends a dateline ("PARIS (AFP) -")?"""
        sentence = self.tree.sentences[token.sentence]
        if sentence.first and self.tree.tokens[sentence.first - 1].block == token.block:
            return False
        for dash in self.tree.tokens[token.index : min(sentence.last, sentence.first + _DATELINE)]:
            if dash.text in ("-", "--", "–", "—"):
                before = self.tree.tokens[sentence.first : dash.index]
                named = all(t.pos in ("PROPN", "PUNCT", "SYM", "NUM", "CCONJ", "X") or t.entity for t in before)
                return named and bool(before) and before[0].text.isupper()
        return False

    def in_name(self, token: Token) -> bool:
        """Is the token a part of a name of several words: not its head, or the head of a shipped body's name?"""
        for one in self._covering.get(token.index, []):
            if one.kind == "name" and one.last - one.first > 1:
                known = self.actor.get(one.actor)
                shipped = known is not None and known.kind == "organisation" and known.key is not None
                if one.head != token.index or shipped:
                    return True
        return False

    def heads(self, token: Token) -> bool:
        """Is the token the head of words that mean an actor?"""
        return token.index in self._by_head

    def is_press(self, token: Token) -> bool:
        """Does the token mean a news agency or a paper?"""
        return any(self.actor[r.actor].sector == "JRN" for r in self.references(token) if r.actor in self.actor)

    def is_outlet(self, actor: str) -> bool:
        """Is the actor a news agency, a paper or a platform? These tell of events and take no part in them."""
        known = self.actor.get(actor)
        return known is not None and known.kind == "organisation" and known.sector in ("JRN", "JOU", "MED")

    def toponym(self, token: Token) -> Toponym | None:
        return self._toponyms.get(token.index)

    def country(self, code: str) -> str:
        """The id of a country's actor; it is made where the article names only a place in the country."""
        key = f"c:{code}"
        if key not in self.actor:
            facts = actor_facts()
            made = LocalActor(key, facts.country_names.get(code, code), "country", (), code, "GOV", facts.country_wikidata.get(code), key)
            self.actor[key] = made
            self.made.append(made)
        return key

    def sides(self, actors: Iterable[str]) -> int:
        """How many sides the actors are: a country and those who act for it are one side, two people of one country are two."""
        known = [self.actor[a] for a in actors if a in self.actor]
        acting = {a.country for a in known if a.kind != "country"}
        return sum(1 for a in known if a.kind != "country" or a.country not in acting)

    def actors(self, token: Token, depth: int = 0) -> list[str]:
        """Who the phrase headed by `token` means; where it has no name ("Syrian airbase", "members of X"), who stands inside it."""
        found = [r.actor for r in self.references(token)]
        if not found and token.pos == "PRON" and (spoken := self._speech.actor(token)):
            return [spoken]
        if not found or all(self._vague(actor) for actor in found):
            found.extend(self._inside(token, depth))
        return list(dict.fromkeys(found))

    def is_any(self, token: Token, values: frozenset[str]) -> bool:
        """Is the token one of the lemmas, or of one of the kinds ("@person", "@somebody": a person with a name, "@actor", ...)?"""
        if token.lemma in values or token.text.lower() in values or "@any" in values:
            return True
        return any(self._is_kind(token, value) for value in values if value.startswith("@"))

    def _vague(self, actor: str) -> bool:
        known = self.actor.get(actor)
        return known is not None and known.kind in ("group", "unnamed")

    def _inside(self, token: Token, depth: int) -> list[str]:
        if depth > 2:
            return []
        found: list[str] = []
        for child in self.tree.children(token, *_INSIDE):
            for one in self.tree.conjuncts(child):
                found.extend(self.actors(one, depth + 1))
        named = any(self.actor[a].kind in ("organisation", "group") for a in found if a in self.actor)
        for prep in self._links(token):
            if named and prep.lemma == "in":  # "the Tamil movement in Jaffna": where it is, not who it is
                continue
            for governed in self.tree.children(prep, "pobj"):
                for one in self.tree.conjuncts(governed):
                    found.extend(self.actors(one, depth + 1))
        return found

    def _links(self, token: Token) -> list[Token]:
        """Prepositions that tie an actor to a noun without a name ("a court in Chad", "an offer made by the union")."""
        direct = [p for p in self.tree.children(token, "prep") if p.lemma in _TIES]
        return direct + [by for clause in self.tree.children(token, "acl") for by in self.tree.children(clause, "agent")]

    def _is_kind(self, token: Token, kind: str) -> bool:
        if kind == "@number":
            return token.pos == "NUM" and not self.tree.children(token, "prep")
        actors = [self.actor[r.actor] for r in self.references(token) if r.actor in self.actor]
        kinds = {actor.kind for actor in actors}
        if kind == "@somebody":
            return "person" in kinds
        word = token.lemma if token.lemma in self._types.people else token.text.lower()
        if kind == "@person":
            acts = bool(kinds & {"person", "group", "unnamed"}) or token.entity == "PERSON"
            return acts or word in self._types.people or word in _PERSONAL
        if kind == "@country":
            return "country" in kinds or token.entity in ("GPE", "NORP")
        if kind == "@organisation":
            return bool(kinds & {"organisation", "group"}) or token.entity == "ORG"
        if kind == "@place":
            place = token.lemma in self._types.places or token.entity in _PLACE_ENTITIES or self.toponym(token) is not None
            return place or bool(kinds & {"country"})
        if kind == "@actor":
            named = bool(kinds) or token.entity in _ACTOR_ENTITIES or token.pos == "PROPN"
            return named or word in self._types.people or word in _PERSONAL or bool({word, token.lemma} & self._types.bodies)
        return False
