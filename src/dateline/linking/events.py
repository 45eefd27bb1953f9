"""The same event across reports, however each words it; events that look alike kept apart.

Reports that say most (two parties and a day) are put together first; the others are added to the group that fits best, and groups that then
turn out to be one event are joined. A pair is refused for a conflict (dates that exclude each other, other people, another place), never
joined for lack of one: shared people, countries, words and days must reach a threshold.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from dateline.linking.told import Told, tell
from dateline.model.actors import Actor
from dateline.model.moments import OPEN, Moment
from dateline.model.reports import Report
from dateline.ontology.linking import JoiningRules

_GRACE = 1  # days: a report written after midnight, a time zone


@dataclass(slots=True)
class _Group:
    """Reports taken for one event so far."""

    told: list[Told] = field(default_factory=list)

    @property
    def people(self) -> frozenset[str]:
        return frozenset().union(*(t.people for t in self.told))

    @property
    def countries(self) -> frozenset[str]:
        return frozenset().union(*(t.countries for t in self.told))

    @property
    def bodies(self) -> frozenset[str]:
        return frozenset().union(*(t.bodies for t in self.told))

    @property
    def nouns(self) -> frozenset[str]:
        return frozenset(t.report.noun for t in self.told)

    @property
    def places(self) -> frozenset[str]:
        return frozenset(t.place for t in self.told if t.place)

    @property
    def place_countries(self) -> frozenset[str]:
        return frozenset(t.report.place_country for t in self.told if t.report.place_country)

    @property
    def articles(self) -> frozenset[str]:
        return frozenset(t.report.article for t in self.told)

    @property
    def when(self) -> Moment:
        """The days all its reports allow; where they exclude each other, those of the reports that it happened, then of the latest plan."""
        moment = OPEN
        for one in sorted(self.told, key=lambda t: (not t.happened, t.report.when.days or 10**6, t.report.id)):
            moment = moment.within(one.report.when) if moment.overlaps(one.report.when) else moment
        return moment

    @property
    def happened(self) -> bool:
        return any(t.happened for t in self.told)


def group_reports(reports: Sequence[Report], actors: Mapping[str, Actor], rules: JoiningRules) -> list[list[Report]]:
    """Groups of reports of one event each; the same groups whatever the order of `reports`."""
    groups: dict[str, list[_Group]] = {}
    for told in sorted(tell(reports, actors, rules), key=lambda t: (-t.weight, t.report.id)):
        here = groups.setdefault(told.kind, [])
        alone = _Group([told])
        scored = [(score, -n) for n, group in enumerate(here) if (score := _fit(group, alone, rules, moves=False)) is not None]
        best = max(scored, default=None)
        if best and best[0] >= rules.threshold:
            here[-best[1]].told.append(told)
        else:
            here.append(alone)
    for here in groups.values():
        _join_groups(here, rules)
    return [[t.report for t in group.told] for kind in sorted(groups) for group in groups[kind]]


def _join_groups(groups: list[_Group], rules: JoiningRules) -> None:
    """Join the best pair of groups until none reaches the threshold."""
    while True:
        best: tuple[float, int, int] | None = None
        for n, one in enumerate(groups):
            for m in range(n + 1, len(groups)):
                score = _fit(one, groups[m], rules)
                if score is not None and score >= rules.threshold and (best is None or score > best[0]):
                    best = (score, n, m)
        if best is None:
            return
        _, n, m = best
        groups[n].told.extend(groups.pop(m).told)


def _fit(one: _Group, other: _Group, rules: JoiningRules, *, moves: bool = True) -> float | None:
    """How well two groups are one event; None where they can't be. `moves` admits that the event was put off to another day."""
    if _other_place(one, other) or _other_people(one, other):
        return None
    moved = False
    if not one.when.overlaps(other.when, _GRACE):
        moved = moves and _moved(one, other)
        if not moved:
            return None
    weights = rules.weights
    score = weights.person * min(2, len(one.people & other.people))
    score += weights.country * min(2, len(one.countries & other.countries))
    score += weights.body * min(2, len(one.bodies & other.bodies))
    score += weights.noun * bool((one.nouns & other.nouns) - rules.vague)
    score += weights.place * bool(one.places & other.places)
    score += weights.takes_up * _takes_up(one, other)
    return score if moved else score + _days(one.when, other.when, rules)


def _days(one: Moment, other: Moment, rules: JoiningRules) -> float:
    weights = rules.weights
    if not (one.known and other.known):
        return 0.0
    if one.is_day and other.is_day:
        return weights.same_day
    return weights.near if max(one.days or 0, other.days or 0) <= 14 else weights.overlap


def _other_place(one: _Group, other: _Group) -> bool:
    """Both name a country where it happens, and not the same."""
    return bool(one.place_countries and other.place_countries and not one.place_countries & other.place_countries)


def _other_people(one: _Group, other: _Group) -> bool:
    """Each has people that the other lacks: then it is not one meeting of two, nor one attack on a man."""
    mine, theirs = one.people, other.people
    if not mine or not theirs:
        return False
    if not mine & theirs:
        return True
    return bool(mine - theirs) and bool(theirs - mine) and len(mine & theirs) < 2


def _takes_up(one: _Group, other: _Group) -> bool:
    shared = one.articles & other.articles
    return bool(shared) and any(t.report.definite for g in (one, other) for t in g.told if t.report.article in shared)


def _moved(one: _Group, other: _Group) -> bool:
    """An event put off and then planned anew or held is one event: the earlier day was not kept, and says so."""
    first, later = sorted((one, other), key=lambda g: g.when.earliest or g.when.latest or date.min)
    if first.happened or not any(t.report.status in ("postponed", "cancelled", "doubtful") for t in first.told):
        return False
    start, end = later.when.earliest, first.when.latest
    return bool(start and end and start > end and start - end < timedelta(days=366))
