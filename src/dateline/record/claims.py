"""Which claims are about one proposition: how far a denial answers an assertion."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log

from dateline.model.actors import Actor
from dateline.model.reports import Claim
from dateline.ontology.claims import ClaimWords

# Below this, two claims share no more than any two claims of one story do. Calibrated by reading what five development stories give.
ENOUGH = 1.0
_POINTED = 3.0
_SAME_ARTICLE = 0.35
_NEAR = 0.35
_NEAR_CHARACTERS = 700
_ACTOR = 0.25


@dataclass(frozen=True, slots=True)
class Held:
    """A claim made ready for comparing: `matter` is what it is about; `doers` and `actors` by country where that is known."""

    claim: Claim
    matter: frozenset[str]
    head: str | None
    doers: frozenset[str]
    actors: frozenset[str]
    speaker: str | None
    side: str | None

    @property
    def place(self) -> int:
        return self.claim.evidence[0].start


class Comparison:
    """Compares claims of one record. Rare words tell more: "gas" tells nothing in a story about gas."""

    def __init__(self, claims: Sequence[Claim], actors: Mapping[str, Actor], words: ClaimWords) -> None:
        self._actors = actors
        self.held = [self._held(claim, words) for claim in claims]
        counts = Counter(m for h in self.held for m in h.matter)
        total = max(10, len(self.held))
        self._rarity = {matter: max(0.0, log(total / count) / log(total)) for matter, count in counts.items()}

    def answers(self, denial: Held, said: Held) -> float:
        """How sure it is that `denial` is about what `said` asserts; 0 where it is not."""
        if denial.claim.answers == said.claim.id:
            return _POINTED
        if not self._may_answer(denial, said):
            return 0.0
        shared = sorted(denial.matter & said.matter, key=lambda m: -self._rarity[m])
        weight = sum(self._rarity[m] for m in shared) + _ACTOR * min(2, len((denial.actors & said.actors) - denial.doers))
        special = denial.claim.kind != "statement" and said.claim.kind == "charge"
        if special:
            return self._answers_charge(denial, said, weight, shared)
        return self._answers_saying(denial, said, weight, shared)

    def _may_answer(self, denial: Held, said: Held) -> bool:
        same_voice = denial.speaker is not None and denial.speaker == said.speaker
        if same_voice and denial.claim.article == said.claim.article and not said.claim.admits:
            return False
        if denial.doers and said.doers:
            return bool(denial.doers & said.doers)
        return denial.claim.id != said.claim.id

    def _answers_charge(self, denial: Held, said: Held, weight: float, shared: list[str]) -> float:
        """A charge is answered by a denial of the same doer's deed, or by one of the accused."""
        accused = denial.doers or ({denial.side} if denial.side else frozenset())
        if not shared or (said.doers and accused and not accused & said.doers and denial.doers):
            return 0.0
        own = 0.5 if accused & said.doers else 0.0
        return weight + own + self._beside(denial, said)

    def _answers_saying(self, denial: Held, said: Held, weight: float, shared: list[str]) -> float:
        """Plain words are answered by plain words only where the deed is the same, near by, and something else is shared."""
        if denial.head is None or denial.head not in said.matter or (len(shared) < 2 and denial.claim.kind == "statement"):
            return 0.0
        beside = self._beside(denial, said)
        return weight + beside - 0.3 if beside and shared else 0.0

    def _beside(self, one: Held, other: Held) -> float:
        if one.claim.article != other.claim.article:
            return 0.0
        return _SAME_ARTICLE + (_NEAR if abs(one.place - other.place) < _NEAR_CHARACTERS else 0.0)

    def _held(self, claim: Claim, words: ClaimWords) -> Held:
        matter = frozenset(m for word in claim.topic if (m := words.matter(word)))
        return Held(
            claim=claim,
            matter=matter,
            head=words.matter(claim.head),
            doers=frozenset(self._side(a) for a in claim.doers),
            actors=frozenset(self._side(a) for a in claim.actors),
            speaker=claim.by.actor or claim.by.description,
            side=self._side(claim.by.actor) if claim.by.actor else None,
        )

    def _side(self, actor: str) -> str:
        """A state's minister, firm and capital are one side."""
        known = self._actors.get(actor)
        return known.country if known is not None and known.country and len(known.country) == 3 else actor
