"""What one article says: reports of events, statements, quantities."""

from dataclasses import dataclass
from typing import Literal

from dateline.model.actors import LocalActor
from dateline.model.articles import Article
from dateline.model.evidence import Evidence, Span
from dateline.model.moments import Moment
from dateline.model.times import TimeExpression

Status = Literal["proposed", "planned", "possible", "doubtful", "postponed", "cancelled", "denied", "ongoing", "held"]
STATUSES: tuple[Status, ...] = ("proposed", "planned", "possible", "doubtful", "postponed", "cancelled", "denied", "ongoing", "held")
Part = Literal["actor", "recipient", "participant"]
ByKind = Literal["article", "named", "unnamed", "outlet"]
Tense = Literal["past", "present", "future", "none"]
StatementKind = Literal["direct", "indirect", "mixed", "no answer"]
Bound = Literal["exactly", "about", "at least", "at most"]
Stance = Literal["asserts", "denies", "doubts", "no comment"]
ClaimKind = Literal["charge", "denial", "statement"]


@dataclass(frozen=True, slots=True)
class By:
    """Who says so: the article itself, a named actor, an unnamed source (with its description), or another outlet."""

    kind: ByKind
    actor: str | None = None
    description: str | None = None


@dataclass(frozen=True, slots=True)
class Participant:
    """An actor's id (local to the article until `linking/` has replaced it) and its part in the event."""

    actor: str
    part: Part


@dataclass(frozen=True, slots=True)
class Report:
    """What one article says of one event, once: a mention with its values.

    `type` and `mode` are PLOVER's, `type` None for events that PLOVER does not know (a burial, a dismissal). `noun` is the lemma that tells
    the event ("meet", "visit", "annexation"). `when` is resolved as far as the article allows; `time` the expression it came from, so that
    it can be resolved again when the publication is narrowed. `tense` bounds `when` where no expression is there. `place` is a place's name
    as stated, `place_country` its country. `definite` is True for words that take up an event told before ("the meeting", "his visit").
    `theme` are the lemmas of what it is done to or about ("oil", "transit", "duty"), without names. `confidence` is that the event is read
    right, `status_confidence` that its status is. `group` is the group of words in the event types that tells it ("cutting-supplies").
    `of_status` is True for words that call another event off ("cancelled the meeting on Friday"): they are that event's status and no event
    of their own, but their day tells when it was said.
    """

    id: str
    article: str
    type: str | None
    mode: str | None
    noun: str
    status: Status
    when: Moment
    time: TimeExpression | None
    tense: Tense
    place: str | None
    place_country: str | None
    participants: tuple[Participant, ...]
    by: By
    reported: Moment
    trigger: Span
    evidence: tuple[Evidence, ...]
    confidence: float
    definite: bool = False
    event: str | None = None
    theme: tuple[str, ...] = ()
    status_confidence: float = 0.5
    group: str = ""
    of_status: bool = False


@dataclass(frozen=True, slots=True)
class Statement:
    """What somebody said or declined to say. `text` is the words, pieces joined by " … "; `addressee` is who was told, as stated."""

    id: str
    article: str
    speaker: str | None
    kind: StatementKind
    text: str
    cue: str
    channel: str | None
    said: Moment
    evidence: tuple[Evidence, ...]
    about: tuple[str, ...] = ()
    addressee: str | None = None


@dataclass(frozen=True, slots=True)
class Quantity:
    """A count, sum or duration as an article states it. `what` is what it counts, `unit` its unit, "share" for a part of it, or "".

    `report` is the report of the article that it belongs to, `event` that report's event.
    """

    id: str
    article: str
    what: str
    value: float
    unit: str
    bound: Bound
    by: By
    event: str | None
    evidence: tuple[Evidence, ...]
    report: str | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """A stance on a proposition: somebody charges, denies, doubts or says something.

    `text` are the proposition's words; `head` the lemma of its deed; `topic` the lemmas of all its content words, sorted; `actors` all it
    names, `doers` those who are said to have done it. `answers` is the claim that a denial without words of its own ("denied the charge")
    points back to. `admits` is True where the speaker owns up to it. `because` are the content words of the reason that is given for it.
    """

    id: str
    article: str
    by: By
    stance: Stance
    kind: ClaimKind
    text: str
    head: str
    topic: tuple[str, ...]
    actors: tuple[str, ...]
    doers: tuple[str, ...]
    evidence: tuple[Span, ...]
    answers: str | None = None
    admits: bool = False
    because: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one article says: the border between the stages that read one article alone and those that read many.

    Ids in `reports`, `statements` and `claims` are final; the actors they name are the article's own (`LocalActor.id`). `times` are
    kept so that `linking/` can resolve them again.
    """

    article: Article
    actors: tuple[LocalActor, ...]
    reports: tuple[Report, ...]
    statements: tuple[Statement, ...]
    quantities: tuple[Quantity, ...]
    times: tuple[TimeExpression, ...] = ()
    claims: tuple[Claim, ...] = ()
