"""The book of one article: actors as they are being put together, and which words mean whom."""

from collections import Counter
from dataclasses import dataclass, field

from dateline.language.actors.page import Page
from dateline.model.actors import ActorKind, LocalActor, Reference, ReferenceKind, Role
from dateline.ontology.actor_entries import Entry
from dateline.ontology.names import fold

_PREFIX = {"person": "p", "organisation": "o", "group": "g", "unnamed": "u"}


@dataclass(slots=True, eq=False)
class Draft:
    """An actor in the making. `countries` are votes; `sex` is "m", "f" or ""; `offices` are the offices and fields of its roles."""

    id: str
    kind: ActorKind
    names: Counter[str] = field(default_factory=Counter)
    countries: Counter[str] = field(default_factory=Counter)
    sectors: Counter[str] = field(default_factory=Counter)
    sex: str = ""
    key: str | None = None
    wikidata: str | None = None
    roles: list[Role] = field(default_factory=list)
    offices: list[tuple[str, str | None, bool]] = field(default_factory=list)
    name: str = ""
    plural: bool = False

    @property
    def country(self) -> str | None:
        """The country most said of it; the first said where two are even."""
        return self.countries.most_common(1)[0][0] if self.countries else None

    def frozen(self) -> LocalActor:
        name = self.name or (self.names.most_common(1)[0][0] if self.names else self.id)
        aliases = tuple(n for n in self.names if n != name)
        sector = self.sectors.most_common(1)[0][0] if self.sectors else None
        return LocalActor(self.id, name, self.kind, aliases, self.country, sector, self.wikidata, self.key, tuple(self.roles))


class Book:
    """Adds actors and references; a token that has been given to an actor is not given to another by the same kind of words.

    `titled` are the people with the tokens of a title they bear, `speaking` the turns of a transcript with who speaks.
    """

    __slots__ = ("_numbers", "drafts", "page", "references", "speaking", "taken", "titled")

    def __init__(self, page: Page) -> None:
        self.page = page
        self.drafts: dict[str, Draft] = {}
        self.references: list[Reference] = []
        self.taken: dict[int, str] = {}
        self.speaking: list[tuple[int, int, str]] = []
        self.titled: list[tuple[Draft, int, int]] = []
        self._numbers: Counter[str] = Counter()

    def new(self, kind: ActorKind) -> Draft:
        """A new actor with an id of its own."""
        prefix = _PREFIX[kind]
        self._numbers[prefix] += 1
        draft = Draft(f"{prefix}{self._numbers[prefix]}", kind)
        self.drafts[draft.id] = draft
        return draft

    def country(self, code: str) -> Draft:
        """The actor of a country."""
        key = f"c:{code}"
        if key not in self.drafts:
            facts = self.page.facts
            name = facts.country_names.get(code, code)
            self.drafts[key] = Draft(
                key,
                "country",
                Counter({name: 1}),
                Counter({code: 1}),
                Counter({"GOV": 1}),
                key=key,
                wikidata=facts.country_wikidata.get(code),
                name=name,
            )
        return self.drafts[key]

    def known(self, entry: Entry) -> Draft:
        """The actor of an entry of the tables."""
        if entry.key.startswith("c:"):
            return self.country(entry.key[2:])
        if entry.key not in self.drafts:
            kind: ActorKind = "group" if entry.kind == "group" else "organisation"
            draft = Draft(entry.key, kind, Counter({entry.name: 1}), key=entry.key, name=entry.name)
            if entry.country:
                draft.countries[entry.country] += 1
            if entry.sector:
                draft.sectors[entry.sector] += 1
            self.drafts[entry.key] = draft
        return self.drafts[entry.key]

    def owner(self, index: int, reach: int = 6) -> str | None:
        """The actor whose adjective or possessive stands before token `index` in the same phrase ("Russia's gas monopoly X")."""
        tokens = self.page.tokens
        for at in range(index - 1, max(-1, index - 1 - reach), -1):
            if tokens[at].sentence != tokens[index].sentence:
                return None
            if at in self.taken:
                return self.taken[at]
            if tokens[at].pos not in ("NOUN", "ADJ", "PROPN", "PART") and tokens[at].text != "-":
                return None
        return None

    def start_of(self, index: int) -> int:
        """The first token of the words round `index` that mean the same actor."""
        first = index
        while first - 1 in self.taken and self.taken[first - 1] == self.taken[index]:
            first -= 1
        return first

    def refer(self, where: tuple[int, int], draft: Draft, kind: ReferenceKind, why: str, head: int | None = None) -> Reference:
        """Tokens `where` mean this actor."""
        first, last = where
        reference = Reference(
            first, last, self.page.head_of(first, last) if head is None else head, self.page.tree.span(first, last), draft.id, kind, why
        )
        self.references.append(reference)
        for index in range(first, last):
            self.taken.setdefault(index, draft.id)
        return reference

    def free(self, first: int, last: int) -> bool:
        return not any(i in self.taken for i in range(first, last))

    def countries_named(self) -> Counter[str]:
        """How often the article means each country."""
        return Counter(r.actor.removeprefix("c:") for r in self.references if r.actor.startswith("c:"))

    def people(self) -> list[Draft]:
        return [d for d in self.drafts.values() if d.kind == "person"]

    def by_name(self, name: str) -> Draft | None:
        """The person whose full name or further name this is."""
        wanted = fold(name)
        return next((d for d in self.people() if any(fold(n) == wanted for n in d.names)), None)
