"""Which claims are about one proposition: how far a denial answers an assertion."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log

from dateline.model.actors import Actor
from dateline.model.reports import Claim
from dateline.ontology.claims import ClaimWords, Opposites

# Below this, two claims share no more than any two claims of one story do. Calibrated by reading what five development stories give.
ENOUGH = 1.0
_POINTED = 3.0
_SAME_ARTICLE = 0.35
_NEAR = 0.35
_NEAR_CHARACTERS = 700
_ACTOR = 0.25
_ACCUSED = 0.5
_OPPOSED = 0.8
_CODE = 3  # letters of a country's code
_OWNED = 0.5


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
    day: int | None

    @property
    def place(self) -> int:
        return self.claim.evidence[0].start


class Comparison:
    """Compares claims of one record. Rare words tell more: "gas" tells nothing in a story about gas."""

    def __init__(self, claims: Sequence[Claim], actors: Mapping[str, Actor], days: Mapping[str, int | None], words: ClaimWords) -> None:
        self._actors = actors
        self._words = words
        self.held = [self._held(claim, days, words) for claim in claims]
        self._by_matter: dict[str, list[int]] = defaultdict(list)
        for number, held in enumerate(self.held):
            for matter in sorted(held.matter) if held.claim.stance == "asserts" else ():
                self._by_matter[matter].append(number)
        counts = Counter(m for h in self.held for m in h.matter)
        total = max(10, len(self.held))
        self._rarity = {matter: max(0.0, log(total / count) / log(total)) for matter, count in counts.items()}

    def contradicts(self, held: Held) -> bool:
        """Can the claim stand against another? An assertion can only by an opposite word, another reason, or by owning the deed."""
        claim = held.claim
        if claim.stance != "asserts" or claim.because or (claim.kind == "charge" and claim.admits):
            return True
        return any(pair.no & _tellings(claim, pair) and pair.about & held.matter for pair in self._words.opposites)

    def candidates(self, denial: Held) -> list[Held]:
        """The assertions that share a matter with it, in order: nothing else can be about the same."""
        found = {n for matter in denial.matter for n in self._by_matter.get(matter, ())}
        return [self.held[n] for n in sorted(found)]

    def answers(self, denial: Held, said: Held) -> float:
        """How sure it is that `denial` is about what `said` asserts; 0 where it is not."""
        if denial.claim.answers == said.claim.id:
            return _POINTED
        same_voice = denial.speaker is not None and denial.speaker == said.speaker
        if same_voice and denial.claim.article == said.claim.article and not said.claim.admits:
            return 0.0
        shared = denial.matter & said.matter
        weight = sum(sorted(self._rarity[m] for m in shared)) + _ACTOR * min(2, len((denial.actors & said.actors) - denial.doers))
        if denial.claim.stance == "asserts":
            return max(self._rivals(denial, said, weight), self._opposed(denial, said), self._other_reason(denial, said, weight))
        if denial.doers and said.doers and not denial.doers & said.doers and not self._mutual(denial, said):
            return 0.0
        if denial.claim.kind != "statement" and said.claim.kind == "charge":
            return self._answers_charge(denial, said, weight) if shared else 0.0
        spoken = shared and denial.claim.stance != "no comment"
        blind = said.claim.kind == "charge" and not denial.doers & said.doers
        return self._answers_saying(denial, said, weight) if spoken and not blind else 0.0

    def _mutual(self, one: Held, other: Held) -> bool:
        return self._words.mutual(one.head) and one.head in other.matter

    def _answers_charge(self, denial: Held, said: Held, weight: float) -> float:
        """A charge is answered by a denial of the same doer's deed, or by one of the accused."""
        accused = denial.doers or frozenset({denial.side} if denial.side else ())
        if denial.claim.article != said.claim.article and not accused & said.doers:
            return 0.0
        return weight + (_ACCUSED if accused & said.doers else 0.0) + self._beside(denial, said)

    def _answers_saying(self, denial: Held, said: Held, weight: float) -> float:
        """Plain words are answered where the deed is the same and something else as well; on another page only by words of doubt."""
        here, there = ({a for a in h.actors if len(a) == _CODE} for h in (denial, said))
        elsewhere = bool(here and there) and not here & there
        if denial.head is None or denial.head not in said.matter or elsewhere:
            return 0.0
        own = denial.claim.kind == "denial" and denial.claim.by.actor in denial.claim.doers
        if own and not denial.doers & said.doers and not self._mutual(denial, said):
            # Who denies a deed of his own answers those who say it of him.
            return 0.0
        more = len(denial.matter & said.matter) > 1
        together = bool(denial.doers & said.doers) or self._mutual(denial, said)
        beside = self._beside(denial, said)
        if denial.claim.kind == "denial":
            return weight + beside if beside or (more and together) else 0.0
        return weight + beside - 0.3 if beside and more and together else 0.0

    def _rivals(self, owner: Held, said: Held, weight: float) -> float:
        """Who claims a deed contradicts the charge that somebody else did it."""
        if owner.claim.kind != "charge" or said.claim.kind != "charge" or not owner.claim.admits or owner.doers & said.doers:
            return 0.0
        if not owner.doers or not said.doers:  # nobody knows whether "the group" and "they" are two
            return 0.0
        shared = len(owner.matter & said.matter)
        return weight + self._beside(owner, said) + _OWNED if shared > 1 or (shared and owner.claim.article == said.claim.article) else 0.0

    def _opposed(self, one: Held, other: Held) -> float:
        """Two say opposite things of one matter: "postponed" and "cancelled", "defensive" and "an aggression"."""
        for pair in self._words.opposites:
            here, there = _tellings(one.claim, pair), _tellings(other.claim, pair)
            if not (pair.no & here and pair.yes & there and pair.about & one.matter & other.matter) or pair.no & there or pair.yes & here:
                continue
            if pair.within is None and one.side is not None and one.side == other.side and one.claim.article != other.claim.article:
                continue  # two officials of one state, each on a page of his own, speak of two things
            if pair.within is not None and (one.day is None or other.day is None or abs(one.day - other.day) > pair.within):
                continue
            named = (one.actors | one.doers) & (other.actors | other.doers)
            return _OPPOSED + self._beside(one, other) + _ACTOR * min(2, len(named))
        return 0.0

    def _other_reason(self, one: Held, other: Held, weight: float) -> float:
        """Two give different reasons for one deed; the account of who did it is the one that is disputed."""
        if not one.claim.because or not other.claim.because or one.head is None or one.head != other.head:
            return 0.0
        if (
            set(one.claim.because) & set(other.claim.because)
            or not one.doers & other.doers
            or other.claim.by.actor not in other.claim.doers
        ):
            return 0.0
        return weight + self._beside(one, other) + _ACCUSED if one.claim.by.actor not in one.claim.doers else 0.0

    def _beside(self, one: Held, other: Held) -> float:
        if one.claim.article != other.claim.article:
            return 0.0
        return _SAME_ARTICLE + (_NEAR if abs(one.place - other.place) < _NEAR_CHARACTERS else 0.0)

    def _held(self, claim: Claim, days: Mapping[str, int | None], words: ClaimWords) -> Held:
        matter = frozenset(m for word in claim.topic if (m := words.matter(word)))
        return Held(
            claim=claim,
            matter=matter,
            head=words.matter(claim.head),
            doers=frozenset(self._side(a) for a in claim.doers),
            actors=frozenset(self._side(a) for a in claim.actors),
            speaker=claim.by.actor or claim.by.description,
            side=self._side(claim.by.actor) if claim.by.actor else None,
            day=days.get(claim.article),
        )

    def _side(self, actor: str) -> str:
        """A state's minister, firm and capital are one side."""
        known = self._actors.get(actor)
        return known.country if known is not None and known.country and len(known.country) == 3 else actor


def _tellings(claim: Claim, pair: Opposites) -> set[str]:
    """The words by which a claim may be opposed to another: its deed where one deed may follow the other, else all its words."""
    return {claim.head} if pair.within is not None else set(claim.topic)
