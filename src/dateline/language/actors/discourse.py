"""What was named when: the people, bodies and countries told before a word, as far as the reading has come."""

from bisect import bisect_left
from dataclasses import dataclass

from dateline.language.actors.book import Book, Draft
from dateline.language.actors.page import Page
from dateline.model.actors import Reference

SUBJECTS = ("nsubj", "nsubjpass", "csubj")


@dataclass(frozen=True, slots=True)
class Mention:
    """A person or unnamed source meant by tokens `first:last`, whose head is `head`; `subject`: it is the subject of its clause."""

    first: int
    last: int
    head: int
    sentence: int
    actor: str
    subject: bool


class Discourse:
    """Mentions in the order of the text; new ones are put in as descriptions and pronouns are resolved from left to right."""

    __slots__ = ("_book", "_page", "countries", "mentions")

    def __init__(self, page: Page, book: Book) -> None:
        self._page, self._book = page, book
        ordered = sorted(book.references, key=lambda r: (r.first, r.last))
        people = [r for r in ordered if book.drafts[r.actor].kind in ("person", "unnamed")]
        self.mentions = [self._mention(r) for r in people]
        self.countries = [self._mention(r) for r in ordered if r.actor.startswith("c:")]

    def _mention(self, reference: Reference) -> Mention:
        token = self._page.tokens[reference.head]
        seen = 0
        top = token
        while top.dep in ("conj", "appos") and seen < 4:
            top, seen = self._page.tokens[top.head], seen + 1
        return Mention(reference.first, reference.last, reference.head, token.sentence, reference.actor, top.dep in SUBJECTS)

    def add(self, reference: Reference) -> None:
        mention = self._mention(reference)
        self.mentions.insert(bisect_left([m.first for m in self.mentions], mention.first), mention)

    def before(self, index: int, sentences: int) -> list[Mention]:
        """Mentions before token `index`, from the sentence `sentences` back on; the nearest first."""
        own = self._page.tokens[index].sentence
        return [m for m in reversed(self.mentions[: bisect_left([m.first for m in self.mentions], index)]) if m.sentence >= own - sentences]

    def draft(self, mention: Mention) -> Draft:
        return self._book.drafts[mention.actor]
