"""Who acts: people, countries, organisations, groups, and sources without a name."""

from dataclasses import dataclass
from typing import Literal

from dateline.model.evidence import Evidence, Span
from dateline.model.moments import Moment

ActorKind = Literal["person", "country", "organisation", "group", "unnamed"]
ReferenceKind = Literal["name", "description", "pronoun", "metonym", "demonym"]


@dataclass(frozen=True, slots=True)
class Role:
    """A title as stated ("foreign minister"), of whom ("Russia", a name as stated, or a country code), and when it was held."""

    title: str
    of: str | None
    when: Moment
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class LocalActor:
    """One actor within one article.

    `id` is unique in the article ("p1", "c:RUS", "o3", "u2"); `key` is what actors of other articles may share: a country's code ("c:RUS"),
    a shipped organisation's key ("o:NATO"), a known person's key, or None. `country` is ISO 3166 alpha-3 or a PLOVER code
    (IGO, UNO, EUR, NGO, ISM, IMG, MNC).
    """

    id: str
    name: str
    kind: ActorKind
    aliases: tuple[str, ...] = ()
    country: str | None = None
    sector: str | None = None
    wikidata: str | None = None
    key: str | None = None
    roles: tuple[Role, ...] = ()


@dataclass(frozen=True, slots=True)
class Reference:
    """Words that mean an actor: tokens `first:last` (last not included), code points of `span`, and why they mean it.

    `kind` is "name" (full or part of a name), "description" ("his Russian counterpart"), "pronoun", "metonym" ("Moscow", "the Kremlin"),
    or "demonym" ("Russian"). `head` is the index of the syntactic head token of the words.
    """

    first: int
    last: int
    head: int
    span: Span
    actor: str
    kind: ReferenceKind
    why: str


@dataclass(frozen=True, slots=True)
class Actor:
    """One actor of the record, put together from articles."""

    id: str
    name: str
    kind: ActorKind
    aliases: tuple[str, ...]
    country: str | None
    sector: str | None
    wikidata: str | None
    roles: tuple[Role, ...]
