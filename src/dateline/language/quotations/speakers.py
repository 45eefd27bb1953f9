"""From the words that name a speaker to an actor of the article; sources without a name become actors of their own."""

from collections.abc import Sequence

from dateline.language.quotations.drafts import Phrase, Reading
from dateline.language.quotations.subjects import giver_of, phrase_of
from dateline.model.actors import ActorKind, LocalActor, Reference
from dateline.model.annotated import Token, Turn
from dateline.model.evidence import Span

_ORDER = {"name": 0, "description": 1, "pronoun": 2, "metonym": 3, "demonym": 9}
# Pronouns that never take up one speaker told before.
_BLOCKS_BACK = 2
_NOBODY = ("it", "there", "this", "that", "which", "what", "i", "we", "you")


class Speakers:
    """Resolves phrases, and keeps the unnamed sources that it had to make."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._references: dict[int, list[Reference]] = {}
        for reference in reading.annotated.references:
            for index in range(reference.first, reference.last):
                self._references.setdefault(index, []).append(reference)
        self._actors = {actor.id: actor for actor in reading.annotated.actors}
        self._made: dict[str, LocalActor] = {}
        self.references: list[Reference] = []
        self._last_person: tuple[str, int] | None = None
        self._last_body: tuple[str, int] | None = None

    @property
    def made(self) -> tuple[LocalActor, ...]:
        return tuple(self._made.values())

    def actor(self, phrase: Phrase) -> str | None:
        """The id of the actor that the phrase means; a new unnamed source for people without a name; None where it stays open.

        To be asked in the order of the text: a "he" that nothing else resolves is the person who spoke last, at most a paragraph before.
        """
        head = self._reading.tokens[phrase.head]
        found = self._actor(phrase, head)
        if found is None and head.lemma in ("he", "she") and self._last_person and head.block - self._last_person[1] <= 1:
            found = self._last_person[0]
        if found is None and head.lemma == "it" and self._last_body and head.block == self._last_body[1]:
            found = self._last_body[0]
        actor = self._actors.get(found or "") or next((a for a in self._made.values() if a.id == found), None)
        if actor is not None and actor.kind in ("person", "unnamed"):
            self._last_person = (actor.id, head.block)
        if actor is not None and actor.kind != "person":
            self._last_body = (actor.id, head.block)
        return found

    def _actor(self, phrase: Phrase, head: Token) -> str | None:
        if self._is_voice(head):
            body = self._body(phrase)
            named = self._named_person(phrase) or self._apposition(head) or self._set_beside(phrase, head)
            return named or body or self._chosen(phrase, head) or self._unnamed(phrase, head)
        known = self._apposition(head) or self._set_beside(phrase, head) or self._chosen(phrase, head) or self._author(phrase, head)
        return known or self._unnamed(phrase, head) or self._new_name(phrase, head)

    def label(self, turn: Turn) -> str | None:
        """The actor at the label of a turn; a reporter for a question."""
        for reference in self._reading.annotated.references:
            if turn.label_start <= reference.span.start < turn.label_end and reference.kind != "demonym":
                return reference.actor
        if turn.role == "question":
            return self._make("a reporter", None).id
        return None

    def source(self) -> str:
        """The actor of a passive that names nobody: "it was reported"."""
        return self._make("an unnamed source", None).id

    def _is_voice(self, head: Token) -> bool:
        return head.lemma in self._reading.speech.voices or head.text.lower() in self._reading.speech.voices

    def _inside(self, phrase: Phrase) -> list[Reference]:
        found: list[Reference] = []
        for index in range(phrase.first, phrase.last):
            found += [r for r in self._references.get(index, ()) if r not in found]
        return found

    def _chosen(self, phrase: Phrase, head: Token) -> str | None:
        """The reference that covers the head; a name that ends the phrase ("spokesman Ivan Petrov"), where the tree took another head."""
        on_head = [r for r in self._references.get(head.index, ()) if r.kind != "demonym"]
        if on_head:
            return min(on_head, key=lambda r: (_ORDER[r.kind], -(r.last - r.first))).actor
        return self._named_person(phrase)

    def _named_person(self, phrase: Phrase) -> str | None:
        for reference in self._inside(phrase):
            actor = self._actors.get(reference.actor)
            owner = self._reading.tokens[reference.last - 1].tag == "POS" or self._reading.tokens[reference.head].dep == "poss"
            if actor is not None and actor.kind == "person" and reference.kind == "name" and not owner:
                return reference.actor
        return None

    def _apposition(self, head: Token) -> str | None:
        """As in "the president's spokesman, Ivan Petrov"."""
        for child in self._reading.tree.children(head, "appos"):
            for reference in self._references.get(child.index, ()):
                actor = self._actors.get(reference.actor)
                if actor is not None and actor.kind == "person" and reference.kind == "name":
                    return reference.actor
        return None

    def _set_beside(self, phrase: Phrase, head: Token) -> str | None:
        """As in "The mayor of Oslo, Jana Novak warned": a name after the comma, up to another comma or a verb."""
        tokens = self._reading.tokens
        if head.pos != "NOUN" or phrase.last + 2 >= len(tokens) or tokens[phrase.last].text != ",":
            return None
        for reference in self._references.get(phrase.last + 1, ()):
            actor = self._actors.get(reference.actor)
            if actor is None or actor.kind != "person" or reference.kind != "name" or reference.first != phrase.last + 1:
                continue
            following = tokens[reference.last : reference.last + 1]
            if following and (following[0].text == "," or following[0].tag in ("VBD", "VBZ", "VBP")):
                return reference.actor
        return None

    def _body(self, phrase: Phrase) -> str | None:
        """For whom a spokesman without a name speaks: the body or the person named in the phrase."""
        named = [r for r in self._inside_subtree(phrase) if r.kind in ("name", "metonym", "description") and r.head != phrase.head]
        bodies = [r for r in named if self._kind(r) in ("organisation", "group", "country")]
        return bodies[0].actor if bodies else None

    def _kind(self, reference: Reference) -> str | None:
        actor = self._actors.get(reference.actor)
        return actor.kind if actor else None

    def _inside_subtree(self, phrase: Phrase) -> list[Reference]:
        tree = self._reading.tree
        inside = {t.index for t in tree.subtree(self._reading.tokens[phrase.head], skip=("relcl", "acl", "advcl"))}
        inside |= set(range(phrase.first, phrase.last))
        found: list[Reference] = []
        for index in sorted(inside):
            found += [r for r in self._references.get(index, ()) if r not in found]
        return found

    def _author(self, phrase: Phrase, head: Token) -> str | None:
        """As in "a statement from the ministry": the ministry."""
        if head.lemma not in self._reading.speech.documents:
            return None
        named: Sequence[Reference] = [r for r in self._inside_subtree(phrase) if r.kind != "demonym"]
        if named:
            return named[0].actor
        for paper in self._same_paper(head):
            giver = giver_of(self._reading.tree, paper)
            actor = self._chosen(phrase_of(self._reading.tree, giver), giver) if giver is not None else None
            if actor is not None:
                return actor
        return None

    def _same_paper(self, head: Token) -> list[Token]:
        """The word itself, then the same noun before it, in this paragraph or in the two before, nearest first."""
        found = [head]
        for token in reversed(self._reading.tokens[: head.index]):
            if head.block - token.block > _BLOCKS_BACK:
                break
            if token.lemma == head.lemma and token.pos == "NOUN":
                found.append(token)
        return found

    def _unnamed(self, phrase: Phrase, head: Token) -> str | None:
        words = self._reading.speech
        if head.lemma not in words.people | words.media and not self._is_voice(head):
            return None
        if head.pos == "PRON" or head.text.lower() in _NOBODY:
            return None
        made = self._make(self._description(phrase), self._country(phrase))
        span = Span(self._reading.tree.article, self._reading.tokens[phrase.first].start, self._reading.tokens[phrase.last - 1].end)
        self.references.append(Reference(phrase.first, phrase.last, phrase.head, span, made.id, "description", "source without a name"))
        return made.id

    def _new_name(self, phrase: Phrase, head: Token) -> str | None:
        """A name that nothing in the article has introduced: whoever speaks under it is somebody."""
        words = [t for t in self._reading.tokens[phrase.first : phrase.last] if t.pos == "PROPN"]
        if head.pos != "PROPN" or not words:
            return None
        if any(t.pos != "PROPN" and t.tag != "POS" for t in self._reading.tokens[words[0].index : words[-1].index]):
            return None
        name = self._reading.tree.words(words[0].index, words[-1].index + 1)
        last = words[-1].text
        for actor in self._made.values():
            if actor.kind == "person" and actor.name.split()[-1] == last:
                return actor.id
        person = head.entity == "PERSON" or (head.entity in ("", "ORG") and 1 < len(words) <= 3 and words[0].text.lower() != "the")
        return self._make(name, None, "person" if person else "organisation").id

    def _description(self, phrase: Phrase) -> str:
        """The phrase as it stands, without a clause."""
        return " ".join(self._reading.tree.words(phrase.first, phrase.last).split())

    def _country(self, phrase: Phrase) -> str | None:
        for reference in self._inside_subtree(phrase):
            actor = self._actors.get(reference.actor)
            if actor is not None and actor.country:
                return actor.country
        return None

    def _make(self, name: str, country: str | None, kind: ActorKind = "unnamed") -> LocalActor:
        key = name.lower()
        if key not in self._made:
            self._made[key] = LocalActor(id=f"q{len(self._made) + 1}", name=name, kind=kind, country=country)
        return self._made[key]
