"""Reports taken for one event so far, summed up once for every addition."""

from collections import Counter
from collections.abc import Iterable

from dateline.linking.told import Told
from dateline.model.moments import OPEN, Moment

# A participant belongs to the event where at least this share of the reports that name anybody names him: one misread sentence must not
# open the group to everybody.
_CORE = 0.34
_PEOPLE = 0.5  # nor a third man turn a meeting of two into another
_DOERS = 0.5  # nor two sides be both the one who does it


class Group:
    """What the reports of one event have in common. `add` takes in another group; everything else is read only."""

    __slots__ = (
        "articles",
        "bodies",
        "countries",
        "country_names",
        "doers",
        "groups",
        "happened",
        "homes",
        "modes",
        "news",
        "nominal",
        "nouns",
        "parties",
        "people",
        "place_countries",
        "places",
        "states",
        "theme",
        "told",
        "when",
    )

    def __init__(self, told: Told) -> None:
        self.told = [told]
        self._sum_up()

    def add(self, other: "Group") -> None:
        self.told.extend(other.told)
        self._sum_up()

    def strangers(self, other: "Group") -> frozenset[str]:
        """Parties that `other` does not know, neither by themselves nor as the state they stand for.

        A minister is known where his state takes part, unless somebody else stands for that state there.
        """
        unknown = self.parties - other.parties - other.countries
        if not unknown or not other.states:
            return unknown
        known_states = other.states - {other.homes.get(p) for p in other.people}
        return frozenset(party for party in unknown if self.homes.get(party) not in known_states)

    def _sum_up(self) -> None:
        told = self.told
        self.people = _core((t.people for t in told), _PEOPLE)
        self.countries = _core(t.countries for t in told)
        self.bodies = _core(t.bodies for t in told)
        self.states = _core(t.states for t in told)
        # Everybody who takes part by name: actor ids, and country codes for states.
        self.parties = self.people | self.bodies.difference(*(t.described for t in told)) | self.states
        self.homes = {actor: country for t in told for actor, country in t.homes.items()}
        self.groups = _core(frozenset({t.group}) for t in told if t.group)
        self.doers = _core((t.doers for t in told), _DOERS)
        self.theme = {thing: weight for t in told for thing, weight in t.theme.items()}
        self.nouns = frozenset(t.word for t in told)
        self.modes = _core(frozenset({t.report.mode}) for t in told if t.report.mode)
        self.places = frozenset(t.place for t in told if t.place)
        self.place_countries = _core(frozenset({t.report.place_country}) for t in told if t.report.place_country)
        self.country_names = frozenset().union(*(t.country_names for t in told))
        self.articles = frozenset(t.report.article for t in told)
        self.happened = any(t.happened for t in told)
        self.when = _when(told)
        self.news = tuple(dict.fromkeys(t.news for t in told if t.news is not None))
        self.nominal: dict[str, list[Moment]] = {}
        for t in told:
            if t.nominal is not None:
                self.nominal.setdefault(t.report.article, []).append(t.nominal)


def _core(sets: Iterable[frozenset[str]], share: float = _CORE) -> frozenset[str]:
    """The members of at least `share` of the sets that have any."""
    filled = [s for s in sets if s]
    counts = Counter(member for s in filled for member in s)
    return frozenset(member for member, count in counts.items() if count >= share * len(filled))


def _when(told: list[Told]) -> Moment:
    """The days all reports allow; where they exclude each other, those of the reports that it happened come first, then the narrow ones."""
    moment = OPEN
    for one in sorted(told, key=lambda t: (not t.happened, t.report.when.days or 10**6, t.report.id)):
        moment = moment.within(one.report.when)
    return moment
