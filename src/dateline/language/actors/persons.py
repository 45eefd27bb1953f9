"""From names to people: one actor for one person, however the name is spelled; bare surnames; what titles say of them."""

from collections import defaultdict

from dateline.language.actors.book import Book, Draft
from dateline.language.actors.page import Page
from dateline.language.actors.people import NameSpan
from dateline.language.actors.roles import give_title
from dateline.language.actors.scan import Hit
from dateline.ontology.actors import Leader
from dateline.ontology.names import distance, fold, same_given, same_person, same_surname, skeleton, words_of

_CLEARLY = 3  # times as often named as the next bearer of a given name
_GRACE = 12  # years after (or before) an office in which a leader's bare surname still means him


def family_name(parts: tuple[str, ...], family_first: frozenset[str]) -> str:
    """The family name: the last word, or the first of a Chinese or Korean name; "al-" and other particles apart."""
    first = fold(parts[0])
    if (
        len(parts) > 1
        and first in family_first
        and not fold(parts[-1]).endswith(("son", "ez", "ov"))
        and (len(parts) == 3 or "-" in parts[-1] or len(parts[-1]) <= 8)
    ):
        return parts[0]
    return parts[-1]


def bare(name: str) -> str:
    """A family name without the article before it: "al-Assad" and "Assad" are one."""
    folded = fold(name)
    return folded[3:] if folded[:3] in ("al-", "el-") and len(folded) > 5 else folded


class People:
    """The people of an article. `families` maps a folded family name to the people who bear it, the most named first."""

    __slots__ = ("_book", "_given", "_page", "families")

    def __init__(self, page: Page, book: Book) -> None:
        self._page, self._book = page, book
        self.families: dict[str, list[Draft]] = defaultdict(list)
        self._given: dict[str, list[Draft]] = defaultdict(list)

    def add_full_names(self, spans: tuple[NameSpan, ...]) -> list[NameSpan]:
        """Makes actors of the full names that can be trusted; returns the spans that are left."""
        left = []
        for span in spans:
            if len(span.parts) > 1 and span.trust >= 1:
                self._add_full(span)
            else:
                left.append(span)
        return left

    def _add_full(self, span: NameSpan) -> None:
        draft = self._same_person(span.parts)
        if draft is None:
            draft = self._book.new("person")
            self.families[bare(self._family(span.parts))].append(draft)
        self._name(draft, span, "full name")

    def _family(self, parts: tuple[str, ...]) -> str:
        return family_name(
            parts,
            self._page.facts.family_first if not self._page.facts.sex_of(parts[0]) or fold(parts[0]) in ("kim", "park") else frozenset(),
        )

    def _same_person(self, parts: tuple[str, ...]) -> Draft | None:
        facts = self._page.facts
        if len(parts) == 2 and fold(parts[0]) in facts.respectful:
            close = {id(d): d for name, people in self.families.items() if same_surname(name, bare(parts[1])) for d in people}
            if len(close) == 1:
                return close.popitem()[1]
        for draft in self._book.people():
            for name in draft.names:
                other = tuple(name.split())
                if len(other) < 2:
                    continue
                if bare(parts[-1]) == bare(other[-1]) or same_surname(bare(parts[-1]), bare(other[-1])):
                    one_sex, other_sex = facts.sex_of(parts[0]), facts.sex_of(other[0])
                    if not (one_sex and other_sex and one_sex != other_sex) and same_given(parts[0], other[0], facts.nicknames):
                        return draft
                if skeleton("".join(parts)) == skeleton("".join(other)) or (self._alone(parts, draft) and _begins(parts, other)):
                    return draft
        return None

    def _alone(self, parts: tuple[str, ...], draft: Draft) -> bool:
        """Has nobody else of the article that given name?"""
        return all(d is draft for d in self._given.get(fold(parts[0]), ()))

    def _name(self, draft: Draft, span: NameSpan, why: str) -> None:
        facts = self._page.facts
        if len(span.parts) > 1 or span.number or not draft.names:
            draft.names[span.text] += 1
        self._royal(draft, span)
        if len(span.parts) > 1:
            given = fold(span.parts[0])
            if draft not in self._given[given]:
                self._given[given].append(draft)
            family = bare(self._family(span.parts))
            for form in (family, bare(span.parts[-1])):
                if draft not in self.families[form]:
                    self.families[form].append(draft)
            draft.sex = draft.sex or facts.sex_of(span.parts[0])
        draft.sex = facts.honorifics.get(span.honorific, "") or draft.sex
        self._book.refer((span.first, span.last), draft, "name", why)
        if span.title:
            give_title(self._page, self._book, draft, span.title)

    def _royal(self, draft: Draft, span: NameSpan) -> None:
        """Who goes by one name is called with the title: "Pope Francis", "King Harald V"; of others it is a further name."""
        facts, page = self._page.facts, self._page
        if span.title is None or span.title.head + 1 != span.first or span.title.office.split()[-1] not in facts.royal:
            return
        start = span.title.head
        while start > span.title.first and page.lower[start - 1] in facts.modifiers and page.capitalised(start - 1):
            start -= 1
        full = f"{page.words(start, span.first)} {span.text}"
        draft.names[full] += 1
        if len(span.parts) == 1 and page.capitalised(start) and not (draft.name and span.number == ""):
            draft.name = full

    def add_rest(self, spans: list[NameSpan]) -> None:
        """Single names, and names in headlines: of a person that is known, or of a new one where enough vouches for it."""
        waiting = []
        for span in sorted(spans, key=lambda s: s.title is None):  # "President Roe" first: it says whom a bare "Roe" means
            draft = self._known(span)
            if draft and self._of_the_family(draft, span):
                self._single(span, 1, None)
            elif draft:
                self._name_again(draft, span)
            else:
                waiting.append(span)
        counts: dict[str, int] = defaultdict(int)
        for span in waiting:
            if len(span.parts) == 1 and span.trust >= 1:
                counts[bare(span.parts[0])] += 1
        for span in waiting:
            if self._book.free(span.first, span.last):
                self._single(span, counts[bare(span.parts[-1])], self._known(span))

    def _of_the_family(self, draft: Draft, span: NameSpan) -> bool:
        """Is the one named in full only somebody of the family, and the leader in office whom the tables know the one who is meant?"""
        passing = span.title is not None or sum(draft.names.values()) == 1
        leader = self._leader(span) if len(span.parts) == 1 and passing and not self._is_leader(draft) else None
        return leader is not None and not self._same_as(draft, leader)

    def _known(self, span: NameSpan) -> Draft | None:
        if len(span.parts) > 1:
            return self._same_person(span.parts)
        draft = self.of_family(span.parts[0], span.first)
        sex = self._page.facts.honorifics.get(span.honorific, "")
        if draft and sex and draft.sex and draft.sex != sex:
            others = [d for d in self.families[bare(span.parts[0])] if d.sex in (sex, "")]
            return others[0] if others else None
        return draft or (self.by_given(span.parts[0]) if not span.honorific else None)

    def by_given(self, given: str) -> Draft | None:
        """The only person of the article with that given name."""
        found = sorted(self._given.get(fold(given), []), key=lambda d: -self._told(d))
        clearly = len(found) > 1 and self._told(found[0]) >= _CLEARLY * self._told(found[1])
        return found[0] if len(found) == 1 or clearly else None

    def _told(self, draft: Draft) -> int:
        return sum(r.actor == draft.id for r in self._book.references)

    def _name_again(self, draft: Draft, span: NameSpan) -> None:
        if not self._book.free(span.first, span.last):
            return
        facts = self._page.facts
        draft.sex = draft.sex or facts.honorifics.get(span.honorific, "")
        if len(span.parts) > 1:
            draft.names[span.text] += 1
        self._book.refer((span.first, span.last), draft, "name", "part of a name" if len(span.parts) == 1 else "full name")
        if span.title:
            give_title(self._page, self._book, draft, span.title)

    def _single(self, span: NameSpan, count: int, known: Draft | None) -> None:
        if known:
            self._name_again(known, span)
            return
        leader = self._leader(span)
        token = self._page.tokens[span.first]
        speaks = token.dep == "nsubj" and self._page.tokens[token.head].lemma in (
            "say",
            "tell",
            "add",
            "announce",
            "call",
            "meet",
            "visit",
            "warn",
            "urge",
            "deny",
        )
        if not (leader or (len(span.parts) == 1 and (span.trust >= 2 or (span.trust == 1 and count >= 2 and speaks)))):
            return
        if span.title and span.trust == 2 and not span.title.office and not leader:
            return
        if not leader and not span.honorific and self._given.get(fold(span.parts[0])):
            return  # one of several people of that given name, nobody can say which
        draft = self._book.new("person")
        if leader:
            draft.names[leader.name] += 1
            draft.name = leader.name
            self._given[fold(leader.name.split()[0])].append(draft)
        self.families[bare(span.parts[-1])].append(draft)
        self._name(draft, span, "name after a title" if span.trust >= 2 else "name")

    def _leader(self, span: NameSpan) -> Leader | None:
        """The leader whom a bare surname means: the only one of that name in office about then, of a country that the article names."""
        if len(span.parts) > 1:
            found = self._page.facts.leaders.get(" ".join(words_of(span.text)), ())
            return found[0] if found else None
        return known_leader(self._page, self._book, span.parts[0], titled=span.title is not None)

    def of_family(self, word: str, at: int) -> Draft | None:
        """The person a bare family name means at token `at`: the one most named in full, among equals the one named last before."""
        found = self.families.get(bare(word), [])
        if not found:
            close = [people for name, people in self.families.items() if people and len(name) > 4 and _misspelt(name, bare(word))]
            found = close[0] if len(close) == 1 else []
        if len(found) < 2:
            return found[0] if found else None
        last_before = {r.actor: r.first for r in self._book.references if r.first <= at}
        return max(found, key=lambda d: (self._weight(d), last_before.get(d.id, -1)))

    def _weight(self, draft: Draft) -> int:
        """How likely a bare family name means this of its bearers: named often, in office, a leader that the tables know."""
        facts = self._page.facts
        office = any(facts.titles.get((office.split(" of ")[0].split()[-1],)) != "CVL" for office, _, _ in draft.offices)
        return min(3, sum(draft.names.values())) + 2 * office + 4 * self._is_leader(draft)

    def _is_leader(self, draft: Draft) -> bool:
        return any(" ".join(words_of(name)) in self._page.facts.leaders for name in draft.names)

    def _same_as(self, draft: Draft, leader: Leader) -> bool:
        """Is the leader called so in the article: "Henry K. Roe" for Henry Roe?"""
        return any(same_person(name, leader.name, self._page.facts.nicknames) for name in draft.names)

    def surnames(self, hits: tuple[Hit, ...]) -> None:
        """Bare family names of the people of the article, whatever the tagger calls them."""
        page, book = self._page, self._book
        places = {i for hit in hits for i in range(hit.first, hit.last) if hit.last - hit.first > 1}
        for index, token in enumerate(page.tokens):
            if index in book.taken or index in places or not token.text[:1].isupper():
                continue
            last = self._word_end(index)
            if bare(page.words(index, last)) not in self.families:
                last = index + 1
            word = page.words(index, last)
            word = _small(word) if page.capitals_lie[index] else word
            if (bare(word) not in self.families and not self._may_be_misspelt(index)) or (
                token.text.isupper() and not page.capitals_lie[index] and len(token.text) > 2
            ):
                continue
            draft = self.of_family(word, index)
            if draft and book.free(index, last) and self._is_the_name(index, last):
                book.refer((index, last), draft, "name", "surname of " + draft.names.most_common(1)[0][0])

    def _may_be_misspelt(self, index: int) -> bool:
        """Somebody of an unknown name who says something: perhaps one told before in another spelling."""
        token = self._page.tokens[index]
        head = self._page.tokens[token.head]
        return token.pos == "PROPN" and token.dep == "nsubj" and head.lemma in ("say", "tell", "add") and not self._page.capitals_lie[index]

    def _word_end(self, index: int) -> int:
        last = index + 1
        while (
            last + 1 < len(self._page.tokens)
            and self._page.lower[last] == "-"
            and self._page.glued(last)
            and self._page.glued(last + 1)
            and self._page.capitalised(last + 1)
        ):
            last += 2
        return last

    def _is_the_name(self, index: int, last: int) -> bool:
        """No month, no sentence's first word that is a verb or a particle, no part of a thing's name ("Trump Tower")."""
        page = self._page
        token = page.tokens[index]
        follows = page.lower[last] if last < len(page.tokens) else ""
        if token.entity in ("DATE", "TIME") or (page.lower[index] in page.facts.never and token.pos != "PROPN"):
            return False
        if token.pos in ("AUX", "ADP", "DET", "CCONJ") and not page.capitals_lie[index]:
            return False
        return not (token.dep == "compound" and page.capitalised(last) and follows in page.facts.never and not page.capitals_lie[index])


def _begins(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """One name is the other with a further family name: "Enrique Peña" and "Enrique Peña Nieto"."""
    shorter, longer = sorted((tuple(map(fold, one)), tuple(map(fold, other))), key=len)
    return 1 < len(shorter) == len(longer) - 1 and longer[: len(shorter)] == shorter


def _misspelt(one: str, other: str) -> bool:
    """Two spellings of a family name in one article, the slips of a writer included."""
    return same_surname(one, other) or (one[:3] == other[:3] and min(len(one), len(other)) > 4 and distance(one, other, 1) <= 1)


def known_leader(page: Page, book: Book, surname: str, *, titled: bool) -> Leader | None:
    """The leader of that surname in office about the day of publication, where only one fits the countries of the article."""
    published = page.annotated.article.published
    year = published.earliest or published.latest
    found = page.facts.leaders_by_surname.get(bare(surname), ())
    named = {k[2:] for k in book.drafts if k.startswith("c:")}
    fitting = [x for x in found if x.country in named and (year is None or x.held(year.year, _GRACE))]
    exact = [x for x in fitting if year is not None and x.held(year.year, 1)] or (fitting if titled else [])
    people = {(words_of(x.name)[0], words_of(x.name)[-1]) for x in exact}
    return exact[0] if len(people) == 1 else None


def _small(word: str) -> str:
    return "-".join(p.capitalize() for p in word.split("-")) if word.isupper() else word
