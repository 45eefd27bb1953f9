"""A report prepared for joining: who takes part as people, countries and bodies, what kind of event it is, and how much it says."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import log

from dateline.linking.likeness import Likeness, Words
from dateline.model.actors import Actor
from dateline.model.moments import Moment, on
from dateline.model.reports import Report
from dateline.model.times import resolve
from dateline.ontology.linking import JoiningRules
from dateline.ontology.names import fold

# Any day will do to tell "Wednesday" from "Saturday"; a Thursday has days of the week on both sides.
_MOVING = ("travelling", "touching-down")  # groups of words that tell of the way, whoever is met at its end
_OPENING = 400  # characters: the title and the first sentences
_FEW = 14  # days that tell one event from the next
_FRESH = timedelta(days=5)
_STEM = 4  # letters that "meet" and "meeting", "explode" and "explosion" share
_NOMINAL_TODAY = on(date(2015, 1, 15), "nominal")


@dataclass(frozen=True, slots=True)
class Told:
    """`people`, `bodies`: actor ids. `countries`: ISO codes of the participants, a person's own included. `place`: folded name or None.

    `group` stands for the kin of its words' group in the event types. `states` are the countries that take part themselves, `country_names`
    their folded names; `homes` the country of each of the others. `nominal` is the day a relative time names as seen from one and the same
    made-up day, where the article's own day is not known. `theme` is what it is about, with how much each thing tells; `doers` are those
    who do it, by country where it is known. `described` are the bodies without a name ("police", "two workers"): other words for them
    do not make them others. `around` are the words beside its own, `word` the beginning of the one that tells it. `news` are the
    days it must be of if what an article opens with is new.
    """

    report: Report
    kind: str
    people: frozenset[str]
    countries: frozenset[str]
    bodies: frozenset[str]
    place: str | None
    country_names: frozenset[str]
    nominal: Moment | None
    group: str
    states: frozenset[str]
    homes: Mapping[str, str]
    theme: Mapping[str, float]
    doers: frozenset[str]
    described: frozenset[str]
    around: Words
    word: str
    news: Moment | None

    @property
    def happened(self) -> bool:
        return self.report.status in ("held", "ongoing")

    @property
    def parties(self) -> frozenset[str]:
        """Everybody who takes part: actor ids, and the codes of their countries."""
        return self.people | self.bodies | self.countries

    @property
    def weight(self) -> float:
        """How much it says: reports that say most are put together first, the rest are added to them."""
        days = self.report.when.days
        dated = 3.0 if days == 1 else 2.0 if days and days <= 14 else 1.0 if days else 0.0
        parties = min(len(self.people) + len(self.bodies | self.countries), 3)
        return 2 * parties + dated + (not self.report.definite) + self.report.confidence


def tell(reports: Sequence[Report], actors: Mapping[str, Actor], rules: JoiningRules, likeness: Likeness) -> list[Told]:
    """Prepare reports (with the record's actor ids) for joining."""
    rarity = _rarity(reports, rules)
    return [_tell(report, actors, rules, rarity, likeness) for report in reports]


def _rarity(reports: Sequence[Report], rules: JoiningRules) -> dict[str, float]:
    """How much a thing tells events apart, 0 to 1: what half of all reports are about ("gas", in a story about gas) tells little."""
    counts = Counter(thing for report in reports for thing in _things(report, rules))
    total = max(2, sum(1 for report in reports if report.theme))
    return {thing: max(0.0, log(total / count) / log(total)) for thing, count in counts.items()}


def _things(report: Report, rules: JoiningRules) -> frozenset[str]:
    return frozenset(rules.same_thing.get(w, w) for w in report.theme) - rules.vague


def _tell(report: Report, actors: Mapping[str, Actor], rules: JoiningRules, rarity: Mapping[str, float], likeness: Likeness) -> Told:
    taking_part = [actors[p.actor] for p in report.participants if p.actor in actors]
    people = frozenset(a.id for a in taking_part if a.kind == "person")
    states = [a for a in taking_part if a.kind == "country"]
    bodies = [a for a in taking_part if a.kind in ("organisation", "group")]
    return Told(
        report=report,
        kind=_kind(report, people, rules),
        people=people,
        countries=frozenset(a.country for a in taking_part if a.country and len(a.country) == 3),
        bodies=frozenset(a.id for a in bodies),
        place=fold(report.place) if report.place else None,
        country_names=frozenset(fold(n) for a in states for n in (a.name, *a.aliases)),
        nominal=_nominal(report),
        group=rules.kin.get(report.group, report.group),
        states=frozenset(a.country for a in states if a.country),
        homes={a.id: a.country for a in taking_part if a.country and a.kind != "country"},
        theme={w: rarity.get(w, 0.0) for w in sorted(_things(report, rules))},
        doers=frozenset(_stands_for(actors[p.actor]) for p in report.participants if p.part == "actor" and p.actor in actors),
        described=frozenset(a.id for a in bodies if _is_described(a)),
        around=likeness.around(report),
        word=_word(report, rules),
        news=_news(report),
    )


def _word(report: Report, rules: JoiningRules) -> str:
    """What tells it, whether by a verb or a noun ("explode", "explosion"), and by whichever word for one thing ("talks", "summit")."""
    noun = report.noun
    return noun if noun in rules.vague else noun[:_STEM]


def _is_described(actor: Actor) -> bool:
    """Has it no name of its own: is the word that says what it is a common one ("Israeli troops", "a committee of experts")?"""
    head = actor.name.split(" of ")[0].split()
    return bool(head) and head[-1][:1].islower()


def _stands_for(actor: Actor) -> str:
    """A doer's country where it is known, so that a state's firm, minister and capital are one doer."""
    return actor.country if actor.country and len(actor.country) == 3 else actor.id


def _kind(report: Report, people: frozenset[str], rules: JoiningRules) -> str:
    """What may be one event: the family of the type, and for meetings whether it is a journey, a call, or people meeting."""
    if report.type is None:
        return f"null:{report.group or report.noun}"
    family = f"{rules.family.get(report.type, report.type)}"
    if report.type != "CONSULT":
        return family
    if report.mode == "phone":
        return "call"
    moving = report.group in _MOVING or (report.noun in rules.journeys and len(people) < 2)
    return "journey" if moving else "meeting"


def _news(report: Report) -> Moment | None:
    """Its own days where they are few; else, for what an article opens with and gives no day, the days before it was published."""
    if report.when.known and (report.when.days or 0) <= _FEW:
        return report.when
    opens = report.trigger.start < _OPENING and not report.definite and report.status in ("held", "ongoing")
    printed = report.reported
    if not opens or report.when.known or printed.earliest is None or printed.latest is None or (printed.days or 0) > _FEW:
        return None
    return Moment(printed.earliest - _FRESH, printed.latest + timedelta(days=1), "news")


def _nominal(report: Report) -> Moment | None:
    if report.time is None or not report.time.relative or report.reported.is_day:
        return None
    seen = resolve(report.time, _NOMINAL_TODAY)
    return seen if seen.known and (seen.days or 0) <= 7 else None
