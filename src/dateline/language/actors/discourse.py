"""What was named when: the people, bodies and countries told before a word, as far as the reading has come."""

from bisect import bisect_left
from dataclasses import dataclass

from dateline.language.actors.book import Book, Draft
from dateline.language.actors.page import Page
from dateline.language.actors.places import is_venue
from dateline.model.actors import Reference

SUBJECTS = ("nsubj", "nsubjpass", "csubj")


@dataclass(frozen=True, slots=True)
class Mention:
    """A person or unnamed source meant by tokens `first:last`, whose head is `head`.

    `subject`: it is the subject of its clause, `main`: of the sentence.
    """

    first: int
    last: int
    head: int
    sentence: int
    actor: str
    subject: bool
    main: bool


class Discourse:
    """Mentions in the order of the text; new ones are put in as descriptions and pronouns are resolved from left to right."""

    __slots__ = ("_book", "_firsts", "_page", "countries", "mentions")

    def __init__(self, page: Page, book: Book) -> None:
        self._page, self._book = page, book
        ordered = sorted(book.references, key=lambda r: (r.first, r.last))
        people = [r for r in ordered if book.drafts[r.actor].kind in ("person", "unnamed")]
        self.mentions = [self._mention(r) for r in people if r.kind != "pronoun" and r.first < r.last]
        self._firsts = [m.first for m in self.mentions]
        self.countries = [self._mention(r) for r in ordered if r.actor.startswith("c:")]

    def _mention(self, reference: Reference) -> Mention:
        token = self._page.tokens[reference.head]
        seen = 0
        top = token
        while top.dep in ("conj", "appos") and seen < 4:
            top, seen = self._page.tokens[top.head], seen + 1
        subject = top.dep in SUBJECTS
        verb = self._page.tokens[top.head]
        main = subject and (verb.dep == "ROOT" or (verb.dep == "conj" and self._page.tokens[verb.head].dep == "ROOT"))
        return Mention(reference.first, reference.last, reference.head, token.sentence, reference.actor, subject, main)

    def add(self, reference: Reference) -> None:
        mention = self._mention(reference)
        at = bisect_left(self._firsts, mention.first)
        self.mentions.insert(at, mention)
        self._firsts.insert(at, mention.first)

    def before(self, index: int, sentences: int) -> list[Mention]:
        """Mentions before token `index`, from the sentence `sentences` back on; the nearest first."""
        own = self._page.tokens[index].sentence
        found = []
        for at in range(bisect_left(self._firsts, index) - 1, -1, -1):
            if self.mentions[at].sentence < own - sentences:
                break
            found.append(self.mentions[at])
        return found

    def speaker(self, index: int) -> str | None:
        """Who speaks the turn of a transcript in which token `index` stands."""
        start = self._page.tokens[index].start
        return next((actor for first, last, actor in self._book.speaking if first <= start < last), None)

    def nations(self, index: int, sentences: int) -> list[str]:
        """Countries told before token `index`, the nearest first: by name where the name is no mere place, or through their people."""
        own = self._page.tokens[index].sentence
        spoken = [*(m for m in self.countries if not self._place(m)), *self.mentions]
        near = sorted((m for m in spoken if m.first < index and m.sentence >= own - sentences), key=lambda m: -m.first)
        return [c for m in near if (c := self._book.drafts[m.actor].country) and len(c) == 3 and c in self._page.facts.country_names]

    def _place(self, mention: Mention) -> bool:
        token = self._page.tokens[mention.head]
        if is_venue(self._page, token):
            return True
        return token.dep == "pobj" and self._page.tokens[token.head].text.lower() in ("in", "at", "from", "to", "near", "of", "over")

    def draft(self, mention: Mention) -> Draft:
        return self._book.drafts[mention.actor]
