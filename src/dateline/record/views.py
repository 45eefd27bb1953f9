"""An event as a view over its reports: status history, date, people, place, what is contested."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dateline.model.actors import Actor
from dateline.model.ids import content_id
from dateline.model.linked import EventGroup
from dateline.model.moments import OPEN, Moment
from dateline.model.record import Event, HistoryStep, RecordArticle
from dateline.model.reports import Part, Participant, Report, Status
from dateline.ontology.names import fold, uncounted

_HAPPENED: tuple[Status, ...] = ("held", "ongoing")
_AHEAD: tuple[Status, ...] = ("planned", "possible", "proposed", "doubtful")
_SURE = 0.6  # confidence in a status that a word, and no default, decided
_WIDE = 31  # days of a publication that no longer tell which page is the later one
_LONGEST_WORDS = 60  # characters of a report's words in a summary
_LOOSE_ENDS = frozenset(
    {"a", "an", "the", "of", "to", "in", "on", "at", "with", "for", "by", "from", "his", "her", "its", "their", "over", "into"}
)
_CLAUSE_END = re.compile(
    r"[\n,;:!?()\u2013\u2014\"\u201c\u201d]|(?<=[a-z0-9])\.(?=\s|$)|\s(?:and|but|or|that|which|who|as|after|before|while|when|because)\s"
)
_MOST = 6  # participants of an event, unless one report alone names more


@dataclass(frozen=True, slots=True)
class Context:
    """What the view of one event needs of the rest: articles and actors by id, the story of each event, the record's day."""

    articles: Mapping[str, RecordArticle]
    actors: Mapping[str, Actor]
    story_of: Mapping[str, str]
    today: date | None


def view(group: EventGroup, reports: Sequence[Report], context: Context) -> Event:
    """The event that `reports` (in the group's order) tell of."""
    status = final_status(reports)
    when = _when(reports, status)
    participants = _participants(reports, context)
    place = _most(r.place for r in reports if r.status == status) or _most(r.place for r in reports)
    kind = _most_sure((r.type, r.confidence) for r in reports)
    mode = _most_sure((r.mode, r.confidence) for r in reports if r.type == kind)
    overdue = status == "planned" and bool(when.latest and context.today and when.latest < context.today)
    return Event(
        id=group.id,
        formerly=(),
        story=context.story_of.get(group.id),
        part_of=group.part_of,
        type=kind,
        mode=mode,
        summary=_summary(reports, participants, place, context),
        participants=participants,
        place=place,
        when=when,
        status=status,
        overdue=overdue,
        contested=contested(reports),
        reports=tuple(r.id for r in reports),
        independent_sources=_sources(reports, context),
        history=_history(reports),
    )


def final_status(reports: Sequence[Report]) -> Status:
    """The status after the last article whose day is known.

    What articles surely say has happened stays so, though a later one repeats the plan, unless as many say that it was called off or
    denied.
    """
    told = _by_article([r for r in reports if _dated(r)] or reports)
    happened = [s for s in told if s in _HAPPENED]
    undone = [s for s in told if s in ("cancelled", "denied")]
    sure = any(r.status in _HAPPENED and r.status_confidence >= _SURE for r in reports)
    if happened and sure and (len(happened) > len(undone) or told[-1] in _HAPPENED):
        return "held" if "held" in happened else "ongoing"
    return told[-1]


def _dated(report: Report) -> bool:
    """Is it known well enough when its page was published? What comes after what is not known of the others."""
    return (report.reported.days or _WIDE + 1) <= _WIDE


def _by_article(reports: Sequence[Report]) -> list[Status]:
    """What each article says, in the order of publication: the status that its surest reports give it."""
    weight: dict[str, dict[Status, float]] = {}
    for report in reports:
        here = weight.setdefault(report.article, defaultdict(float))
        here[report.status] += report.status_confidence**2 * (0.7 if report.definite else 1.0)
    return [min(here, key=lambda s: (-round(here[s], 6), s)) for here in weight.values()]


def _when(reports: Sequence[Report], status: Status) -> Moment:
    """The date that most reports allow, those of the final status counting twice; the narrowest of them.

    An event that happened did so on a day that its reports as past allow, though only the plan may have named it. An event ahead moves with
    its plans: the last page that gives a day decides.
    """
    same = [r for r in reports if (r.status in _HAPPENED) == (status in _HAPPENED)]
    dated = [r for r in reports if r.when.known and r.status not in ("cancelled", "postponed")]
    if status in _HAPPENED:
        allowed = [r for r in dated if 2 * sum(r.when.overlaps(s.when) for s in same) >= len(same)] or [r for r in same if r.when.known]
    else:
        ahead = [r for r in dated if r in same] or [r for r in same if r.when.known]
        allowed = [r for r in ahead if r.article == ahead[-1].article] if ahead else []
    known = [r.when for r in allowed or dated]
    if known:
        support = {m: sum((1 + (r in same)) * m.overlaps(r.when) for r in allowed or dated) for m in known}
        return min(known, key=lambda m: (-support[m], m.days or 0, str(m.earliest), str(m.latest)))
    moment = OPEN
    for one in (r.when for r in (*same, *reports)):
        moment = moment.within(one)
    return moment


def _participants(reports: Sequence[Report], context: Context) -> tuple[Participant, ...]:
    """Those whom most reports name, sure ones first; people before the countries they stand for."""
    weight: dict[str, float] = defaultdict(float)
    parts: dict[str, Counter[Part]] = defaultdict(Counter)
    shown: dict[str, str] = {}
    for report in reports:
        for participant in report.participants:
            actor = _once(participant.actor, shown, context)
            weight[actor] += report.confidence * (0.5 if report.definite else 1.0)
            parts[actor][participant.part] += 1
    if not weight:
        return ()
    most = max(len({p.actor for p in r.participants}) for r in reports)
    heaviest = max(weight.values())

    def order(actor: str) -> tuple[float, bool, str]:
        kind = context.actors[actor].kind if actor in context.actors else ""
        return (-round(weight[actor], 6), kind != "person", actor)

    kept = [a for a in sorted(weight, key=order) if weight[a] >= heaviest / 8][: max(_MOST, min(most, 8))]
    return tuple(Participant(a, min(parts[a], key=lambda p: (-parts[a][p], p))) for a in kept)


def _once(identity: str, shown: dict[str, str], context: Context) -> str:
    """The first of those whom the event's pages call by the same words ("25 officials"): for one event they are the same."""
    actor = context.actors.get(identity)
    if actor is None or actor.kind in ("person", "country"):
        return identity
    return shown.setdefault(uncounted(actor.name), identity)


def contested(reports: Sequence[Report]) -> tuple[str, ...]:
    """Fields on which reports disagree: two days, two countries, or done and denied."""
    fields = []
    happened = [r for r in reports if r.status in _HAPPENED]
    days = [r.when for r in happened if r.when.known and (r.when.days or 0) <= 3]
    if any(not one.overlaps(other) for one in days for other in days):
        fields.append("when")
    if len({r.place_country for r in happened if r.place_country}) > 1:
        fields.append("place")
    statuses = {r.status for r in reports}
    if "denied" in statuses and statuses - {"denied"}:
        fields.append("status")
    return tuple(sorted(fields))


def _history(reports: Sequence[Report]) -> tuple[HistoryStep, ...]:
    """One step for each status that an article gives the event, by publication: the surest report of it stands for it."""
    best: dict[tuple[str, Status], Report] = {}
    for report in reports:
        key = (report.article, report.status)
        if key not in best or report.confidence > best[key].confidence:
            best[key] = report
    return tuple(HistoryStep(r.id, r.status, r.reported) for r in best.values())


def _sources(reports: Sequence[Report], context: Context) -> int:
    """Outlets or agencies that report it: an agency's report belongs to the agency, a copy to the version it is a copy of."""
    found = set()
    for report in reports:
        article = context.articles[report.article]
        if article.copy_of is not None:
            article = context.articles.get(article.copy_of, article)
        agency = article.article.agency
        found.add(content_id("source", fold(agency)) if agency else article.source or article.article.id)
    return len(found)


def _summary(reports: Sequence[Report], participants: Sequence[Participant], place: str | None, context: Context) -> str:
    """Who takes part, and what happens in the words of the surest report: "Anna Keller and Boris Tadin: talks on the border (Vienna)"."""
    names = [context.actors[p.actor].name for p in participants if p.actor in context.actors][:4]
    who = ", ".join(names[:-1]) + (" and " if len(names) > 1 else "") + names[-1] if names else ""
    noun = _most(r.noun for r in reports)
    surest = min((r for r in reports if r.noun == noun), key=lambda r: (r.definite, -r.confidence, -len(r.theme)))
    text = context.articles[surest.article].article.text
    what = _words(text[surest.trigger.start : surest.trigger.start + _LONGEST_WORDS])
    told = f"{who}: {what}" if who else what
    return f"{told} ({place})" if place and place not in what else told


def _words(text: str) -> str:
    """The words up to where the clause may end, the last one whole."""
    clause = _CLAUSE_END.split(text)[0]
    words = clause.split()
    if len(clause) == _LONGEST_WORDS and len(words) > 1:
        words.pop()
    while len(words) > 1 and words[-1].lower() in _LOOSE_ENDS:
        words.pop()
    return " ".join(words)


def _most(values: Iterable[str | None]) -> str | None:
    counts = Counter(v for v in values if v)
    return min(counts, key=lambda v: (-counts[v], v)) if counts else None


def _most_sure(values: Iterable[tuple[str | None, float]]) -> str | None:
    weight: dict[str | None, float] = defaultdict(float)
    for value, confidence in values:
        weight[value] += confidence
    return min(weight, key=lambda v: (-round(weight[v], 6), v is None, v or "")) if weight else None
