"""Descriptions: "the secretary of state", "his Russian counterpart", "the two leaders", "a U.S. official"."""

import re
from dataclasses import replace

from dateline.language.actors.book import Book, Draft
from dateline.language.actors.discourse import Discourse
from dateline.language.actors.holders import holder_then, home, monarch_then
from dateline.language.actors.offices import fits
from dateline.language.actors.page import Page
from dateline.language.actors.pairs import distinct
from dateline.language.actors.roles import give_title
from dateline.language.actors.titles import Title
from dateline.ontology.names import fold

_FAR = 400  # sentences: an office is told once and then holds for the whole article
_PLAIN_NOUNS = {
    "official",
    "source",
    "aide",
    "diplomat",
    "analyst",
    "expert",
    "member",
    "partner",
    "ally",
    "colleague",
    "witness",
    "resident",
    "person",
    "executive",
    "trader",
    "student",
    "victim",
    "author",
    "artist",
    "driver",
    "engineer",
    "rival",
    "associate",
}
_PAIRS = {
    "leader",
    "president",
    "minister",
    "man",
    "woman",
    "men",
    "women",
    "diplomat",
    "official",
    "chief",
    "head",
    "premier",
    "chancellor",
    "counterpart",
    "politician",
    "pair",
    "duo",
}
_OFFICES = {"leader", "president", "minister", "diplomat", "premier", "chancellor"}
# Whose wife or son it is the article has to say of the person named; another's wife is somebody else.
_KIN = {"wife", "husband", "son", "daughter", "father", "mother", "brother", "sister", "widow", "partner"}
_WHOSE = {"his", "her", "their", "my", "our"}
_INDEFINITE = {
    "a",
    "an",
    "one",
    "another",
    "some",
    "several",
    "many",
    "two",
    "three",
    "four",
    "five",
    "other",
    "more",
    "few",
    "any",
    "no",
    "every",
    "each",
    "all",
    "",
}


class Describer:
    """Resolves titles that stand without a name, in the order of the text."""

    __slots__ = ("_book", "_discourse", "_home", "_page", "_unnamed")

    def __init__(self, page: Page, book: Book, discourse: Discourse) -> None:
        self._page, self._book, self._discourse = page, book, discourse
        self._home = home(page, book)
        self._unnamed: dict[tuple[str, str | None], Draft] = {}

    def title(self, title: Title) -> None:
        """A title without a name at it: whom it means, if that can be said."""
        if title.office.endswith("counterpart"):
            self._counterpart(title)
        elif self._predicate(title):
            self._said_to_be(title)
        elif title.plural or (title.opening in _INDEFINITE and not self._definite(title)):
            self._source(title)
        else:
            self._described(title)

    def _definite(self, title: Title) -> bool:
        """As in "Russia's president", "The president": a possessor makes it definite too."""
        possessed = any(self._page.tokens[i].tag == "POS" for i in range(title.first, title.head))
        return possessed or title.opening in ("the", "his", "her", "their", "its", "our", "this", "that")

    def _predicate(self, title: Title) -> bool:
        """As in "X is the director": a role, not a mention."""
        head = self._page.tokens[title.head]
        return head.dep in ("attr", "oprd", "acomp") or (head.dep == "pobj" and self._page.lower[head.head] == "as")

    def _said_to_be(self, title: Title) -> None:
        """As in "X is the deputy commander of Y": the one named as the subject bears the title, or has borne it ("was")."""
        head = self._page.tokens[title.head]
        verb = self._page.tokens[head.head]
        subject = self._page.tree.child(verb, "nsubj")
        actor = self._book.taken.get(subject.index, "") if subject and head.dep == "attr" and verb.lemma == "be" else ""
        draft = self._book.drafts.get(actor)
        stated = verb.tag in ("VBZ", "VBD", "VBP") and self._page.tree.child(verb, "neg", "mark") is None
        if draft and draft.kind == "person" and not title.plural and stated:
            give_title(self._page, self._book, draft, replace(title, former=title.former or verb.tag == "VBD"))

    def _described(self, title: Title) -> None:
        country = self._country(title)
        kin = title.opening in _WHOSE and title.office.split()[-1] in _KIN
        draft = None if kin else self._holder(title, country)
        where = self._where(title)
        if draft is None and title.former:
            draft = self._topic(title)
        if draft is None and country and not title.former:
            draft = holder_then(
                self._page,
                self._book,
                title.office.split(" of ")[0] if title.office not in self._page.facts.same_office else title.office,
                country,
            )
        if draft is None and not country and title.opening == "the" and not title.former:
            draft = monarch_then(self._page, self._book, title.office)
        if draft is None and title.office.split()[-1] not in _PLAIN_NOUNS and country and title.opening != "his":
            draft = self._nameless(title, country)
        if draft:
            self._refer(where, draft, f"described as {title.office}" + (f" of {country}" if country else ""), title.head)

    def _country(self, title: Title) -> str | None:
        """The country stated in the title, that of the body, or that of the person it belongs to ("Putin's spokesman")."""
        if title.entry and title.entry.country:
            return title.entry.country
        for index in range(title.head - 1, title.first - 1, -1):
            actor = self._book.taken.get(index)
            if actor and self._book.drafts[actor].country:
                return self._book.drafts[actor].country
        return None

    def _holder(self, title: Title, country: str | None) -> Draft | None:
        """The person last told before who holds the office; else the only one in the article who does."""
        drafts = self._book.drafts
        possessed = {self._book.taken.get(i) for i in range(title.first, title.head)}
        fitting = [
            drafts[m.actor]
            for m in self._discourse.before(title.first, _FAR)
            if m.actor not in possessed and not drafts[m.actor].plural and fits(title.office, country, drafts[m.actor], former=title.former)
        ]
        if fitting:
            return fitting[0] if country or title.former else self._at_home(fitting)
        later = [d for d in self._book.people() if d.id not in possessed and fits(title.office, country, d, former=title.former)]
        return later[0] if len(later) == 1 and (title.former or title.office.split()[-1] not in _PLAIN_NOUNS) else None

    def _at_home(self, fitting: list[Draft]) -> Draft:
        """Of several with the office: the one whom such a description meant before, the transcript's own country's, or the one told last.

        In a transcript "the president" is that of the house that speaks, whoever else was named in between.
        """
        named = [d for d in fitting if d.kind == "person"] or fitting
        if len({d.id for d in named}) > 1 and self._page.annotated.turns and self._home:
            return next((d for d in named if d.country == self._home), named[0])
        return named[0]

    def _topic(self, title: Title) -> Draft | None:
        """As in "The former chief executive of X", of nobody told to have been that: the one whom the sentence before is about."""
        head = self._page.tokens[title.head]
        if head.dep not in ("nsubj", "nsubjpass") or title.opening != "the":
            return None
        about = {
            m.actor for m in self._discourse.before(title.first, 1) if m.main and self._page.tokens[m.first].sentence == head.sentence - 1
        }
        draft = self._book.drafts[about.pop()] if len(about) == 1 else None
        if draft and draft.kind == "person":
            give_title(self._page, self._book, draft, title)
            return draft
        return None

    def _nameless(self, title: Title, country: str) -> Draft | None:
        sector = title.sector or (title.entry.sector if title.entry else None)
        if sector not in ("GOV", "MIL", "LEG", "BUS", "OPP", "REL") or title.former:
            return None
        return self._make(title, country, self._page.words(title.first, title.last))

    def _make(self, title: Title, country: str | None, name: str) -> Draft:
        key = (fold(re.sub(r"^(?:a|an|the|two|three|four|several|some|one|other|another) ", "", name)), country)
        draft = self._unnamed.get(key)
        if draft is None:
            draft = self._book.new("unnamed")
            self._unnamed[key] = draft
            draft.names[name] += 1
            if country:
                draft.countries[country] += 1
            sector = title.sector or (title.entry.sector if title.entry else None)
            if sector:
                draft.sectors[sector] += 1
            draft.offices.append((title.office, country, title.former))
            draft.plural = title.plural
            draft.sex = self._page.facts.gendered.get(title.office.split(" of ")[0].split()[-1], "")
            if "female" in fold(name).split() or "woman" in fold(name).split():
                draft.sex = "f"
        return draft

    def _source(self, title: Title) -> None:
        """An unnamed source: "two U.S. officials", "sources close to the talks"."""
        noun = title.office.split()[-1] if title.office else ""
        head = self._page.tokens[title.head]
        if title.plural and title.opening in ("both", "two", "the", "these") and noun in _PAIRS and self._pair(title, noun):
            return
        if (
            noun not in self._page.facts.sources
            or head.tag not in ("NN", "NNS", "NNP", "NNPS")
            or head.dep in ("attr", "appos", "oprd", "compound")
        ):
            return
        country = self._country(title)
        speaks = head.dep in ("nsubj", "nsubjpass") or (head.dep == "pobj" and self._page.lower[head.head] in ("to", "by"))
        if not (country or speaks) or title.opening == "no":
            return
        first, last = self._where(title)
        self._refer((first, last), self._make(title, country, self._page.words(first, last)), "source without a name", title.head)

    def _pair(self, title: Title, noun: str) -> bool:
        """As in "The two leaders": the two people told last."""
        page = self._page
        numbered = any(page.lower[i] in ("two", "both") for i in range(max(0, title.first - 2), title.head))
        before_two = page.lower[title.opening_at - 1] if title.opening == "two" and title.opening_at > 0 else ""
        if not numbered or (title.opening == "two" and before_two not in ("the", "these", "those", "between")):
            return False  # "two American presidents" are any
        before = [
            m for m in self._discourse.before(title.first, 12 if noun in _OFFICES else 5) if self._discourse.draft(m).kind == "person"
        ]
        two = distinct([m for m in before if fits(noun, None, self._discourse.draft(m))] if noun in _OFFICES else before, 2)
        if len(two) < 2:
            return False
        for mention in reversed(two):
            self._refer(self._where(title), self._discourse.draft(mention), "one of the two told last", title.head)
        return True

    def _counterpart(self, title: Title) -> None:
        """As in "His Russian counterpart": of that country, with an office like that of the one he is the counterpart of."""
        country = self._country(title)
        before = self._discourse.before(title.first, 2)
        if not before or not country:
            return
        owner = next(
            (self._discourse.draft(m) for m in before if self._discourse.draft(m).country != country and self._discourse.draft(m).offices),
            None,
        )
        if owner is None:
            return
        offices = [o for o, _, _ in owner.offices]
        found = [d for d in self._book.people() if d.id != owner.id and d.country == country and any(fits(o, None, d) for o in offices)]
        if len(found) == 1:
            self._refer(self._where(title), found[0], f"counterpart of {owner.frozen().name} in {country}", title.head)

    def _where(self, title: Title) -> tuple[int, int]:
        first = title.opening_at if title.opening and title.opening_at >= 0 else title.first
        if title.opening == "two" and first and self._page.lower[first - 1] == "the":
            first -= 1
        return first, max(title.last, title.head + 1)

    def _refer(self, where: tuple[int, int], draft: Draft, why: str, head: int) -> None:
        self._discourse.add(self._book.refer(where, draft, "description", why, head=head))
