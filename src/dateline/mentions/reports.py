"""Reports: what an article says of each event, from every trigger in its title, paragraphs, headings and captions."""

from dataclasses import dataclass, replace

from dateline.mentions.attribution import answer_by, read_by
from dateline.mentions.definite import complete, family_of, is_definite, take_over, within
from dateline.mentions.destinations import by_destination
from dateline.mentions.lookup import Lookup
from dateline.mentions.participants import ParticipantReader
from dateline.mentions.places import place_of
from dateline.mentions.status import StatusReading, answer_status, of_nothing, read_status
from dateline.mentions.theme import read_theme
from dateline.mentions.triggers import Trigger, TriggerFinder
from dateline.mentions.when import NOT_YET, TimeReader, bounds
from dateline.model.actors import LocalActor
from dateline.model.annotated import AnnotatedArticle
from dateline.model.evidence import Span
from dateline.model.ids import content_id
from dateline.model.moments import OPEN
from dateline.model.reports import By, Participant, Report
from dateline.model.tree import Tree
from dateline.ontology.event_types import EventTypes, load_event_types
from dateline.ontology.status import load_status_words

LONGEST_EVIDENCE = 700
_UNKNOWN_PARTIES = 0.6  # a report that names too few participants is so much less sure
_GUESSED_PARTIES = 0.8
_LEAST = 0.1
_DEEDS = 4
_NAMELESS = 0.4  # what names neither who nor where must at least be sure that something happened
_OFF = ("cancelled", "postponed")  # what words say of an event that is their object
_INDEFINITE = frozenset({"any", "no", "every", "each", "many", "most", "several", "few", "some", "other", "such", "various"})


@dataclass(frozen=True, slots=True)
class ReportsFound:
    """Reports in the order of the text, and countries that take part but are named only by places in them."""

    reports: tuple[Report, ...]
    actors: tuple[LocalActor, ...]


def find_reports(annotated: AnnotatedArticle) -> ReportsFound:
    """All reports of an article."""
    return ReportReader(annotated, load_event_types()).read()


class ReportReader:
    """Puts a report together from what triggers, participants, times, places, status and attribution say."""

    def __init__(self, annotated: AnnotatedArticle, types: EventTypes) -> None:
        self._annotated = annotated
        self._types = types
        self._tree = Tree(annotated)
        self._lookup = Lookup(self._tree, annotated, types)
        self._triggers = TriggerFinder(self._tree, self._lookup, types).find()
        self._participants = ParticipantReader(self._tree, self._lookup, types)
        self._times = TimeReader(self._tree, annotated, types)
        self._status_words = load_status_words()
        self._today = annotated.article.text_day or annotated.article.published

    def read(self) -> ReportsFound:
        """All reports; a definite noun sees those before it."""
        told: list[tuple[Report, str]] = []
        needs: list[tuple[int, str]] = []
        indices = frozenset(t.token.index for t in self._triggers)
        for trigger in self._triggers:
            if self._annotated.article.blocks[trigger.token.block].kind == "credit":
                continue
            told.append((self._report(trigger, indices, told), family_of(trigger)))
            needs.append((trigger.group.parties, family_of(trigger)))
        triggers = [t for t in self._triggers if self._annotated.article.blocks[t.token.block].kind != "credit"]
        reports = within(complete([report for report, _ in told], needs, self._lookup), triggers)
        actors = {a.id: a for a in (*self._annotated.actors, *self._lookup.made)}
        told_of = by_destination((report for report in reports if self._tells(report)), actors)
        return ReportsFound(tuple(told_of), tuple(self._lookup.made))

    def _calls_off(self, trigger: Trigger, indices: frozenset[int]) -> bool:
        """Words that call another event off ("cancelled the meeting") are that event's status."""
        words = " ".join(self._tree.tokens[i].lemma for i in trigger.words)
        if trigger.nominal or self._status_words.object.get(words) not in _OFF:
            return False
        return any(token.index in indices and token.index != trigger.token.index for token in trigger.slots.get("object", []))

    def _tells(self, report: Report) -> bool:
        """Words about nobody and nowhere tell something only if they tell of a deed ("the blast", "the burial")."""
        if report.participants or report.place or report.confidence >= _NAMELESS:
            return True
        return report.type is None or self._types.plover[report.type].quad == _DEEDS

    def _report(self, trigger: Trigger, indices: frozenset[int], told: list[tuple[Report, str]]) -> Report:
        reading, by = self._status(trigger)
        time = self._times.time_of(trigger, indices, ahead=reading.status in NOT_YET)
        place = place_of(self._tree, self._lookup, trigger)
        own = self._participants.own(trigger)
        parties = trigger.group.parties
        report = Report(
            id=content_id("r", self._annotated.article.id, trigger.token.start, trigger.token.end, trigger.group.type),
            article=self._annotated.article.id,
            type=trigger.group.type,
            mode=trigger.mode,
            noun=trigger.token.lemma,
            status=reading.status,
            when=time.when if time and time.when != OPEN else bounds(reading.status, reading.tense, self._today),
            time=time,
            tense=reading.tense,
            place=self._tree.text[place.start : place.end] if place else None,
            place_country=place.country if place else None,
            participants=tuple(own),
            by=by,
            reported=self._annotated.article.published,
            trigger=self._trigger_span(trigger),
            evidence=(self._evidence(trigger),),
            confidence=trigger.group.confidence,
            definite=is_definite(self._tree, trigger),
            theme=read_theme(self._tree, trigger.token),
            status_confidence=reading.confidence,
            group=trigger.group.id,
            of_status=self._calls_off(trigger, indices),
        )
        if report.definite or (trigger.nominal and self._lacks(report, parties)):
            report = take_over(report, parties, family_of(trigger), told, self._lookup)
        if self._lacks(report, parties):
            report = _with(report, self._participants.more(trigger, list(report.participants)), _GUESSED_PARTIES)
        return self._weighed(report, trigger)

    def _lacks(self, report: Report, parties: int) -> bool:
        return self._lookup.sides(p.actor for p in report.participants) < parties

    def _status(self, trigger: Trigger) -> tuple[StatusReading, By]:
        """Status and who says so; the answer to a question decides both."""
        reading = read_status(self._tree, self._annotated, trigger.token, nominal=trigger.nominal)
        if not trigger.nominal:
            reading = of_nothing(self._tree, trigger.token, reading)
        if trigger.group.open and reading.status in ("held", "ongoing", "planned"):
            reading = replace(reading, status="possible")  # to be close to a deal is not to have it
        answer = answer_status(self._tree, self._annotated, trigger.token, reading)
        by = answer_by(self._tree, self._annotated, trigger.token) if answer is not None else None
        return answer or reading, by or read_by(self._tree, self._annotated, trigger.token)

    def _trigger_span(self, trigger: Trigger) -> Span:
        """The trigger's words where they stand side by side, else its head."""
        first, last = trigger.words[0], trigger.words[-1]
        if last - first + 1 == len(trigger.words):
            return self._tree.span(first, last + 1)
        return self._tree.span(trigger.token.index, trigger.token.index + 1)

    def _evidence(self, trigger: Trigger) -> Span:
        """The sentence, or as much of it round the trigger as evidence may hold."""
        whole = self._tree.sentence_span(trigger.token)
        if whole.end - whole.start <= LONGEST_EVIDENCE:
            return whole
        start = max(whole.start, trigger.token.start - LONGEST_EVIDENCE // 2)
        return Span(whole.article, start, min(whole.end, start + LONGEST_EVIDENCE))

    def _weighed(self, report: Report, trigger: Trigger) -> Report:
        """Less sure where parties are missing or where many events or none in particular are meant ("any meetings")."""
        confidence = report.confidence
        if self._lacks(report, trigger.group.parties):
            confidence *= _UNKNOWN_PARTIES
        if any(c.text.lower() in _INDEFINITE for c in self._tree.children(trigger.token, "det", "amod")):
            confidence *= _UNKNOWN_PARTIES
        return _with(report, list(report.participants), max(_LEAST, round(confidence, 3)) / report.confidence)


def _with(report: Report, participants: list[Participant], factor: float) -> Report:
    return replace(report, participants=tuple(participants), confidence=round(report.confidence * factor, 3))
