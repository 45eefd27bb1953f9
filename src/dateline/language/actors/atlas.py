"""Which of the places of one name an article means: size, what the article says of countries and states, and what lies near by.

Every name means one place in an article. First each is judged alone, by size and by what the text says it lies in
("Gainesville, Va."); then again by what lies near the others.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from dateline.language.actors.page import Page
from dateline.model.places import Toponym
from dateline.ontology.gazetteer import GazetteerPlace, country_place, places_named, plain_name
from dateline.ontology.names import fold

# Votes in decades of inhabitants: a county says less than a town of its size, a sea more than any town.
_PRIOR = {
    "country": 3.0,
    "continent": 9.0,
    "region": 7.0,
    "water": 7.0,
    "mountain": 6.5,
    "desert": 6.5,
    "building": 6.5,
    "state": 1.0,
    "county": -1.2,
}
_INSIDE = 8.0  # the text says what the place lies in
_COUNTRY_NAMED = 2.5  # for the country most named; less for others
_STATE_NAMED = 1.0
_NEAR = ((60.0, 1.2), (200.0, 0.7), (600.0, 0.3))  # km to the next other place of the article, and what it adds
_OPEN_BELOW = 3.5  # nothing speaks for a hamlet that only the table knows
_WIDE = ("country", "continent", "region", "water", "mountain", "desert")
_EARTH = 6371.0
# "The North" is a side of whatever the text speaks of; that some country has a province called so tells nothing.
_SIDES = frozenset(
    "north south east west northeast northwest southeast southwest northern southern eastern western central centre center".split()  # noqa: SIM905
)
_TRIMMED = (
    " City",
    " Province",
    " province",
    " State",
    " state",
    " region",
    " Region",
    " County",
    " county",
    " district",
    " District",
    " governorate",
)

_Name = tuple[str, str | None, str | None]  # folded, as what the tables know it, and of which country


def place_all(page: Page, toponyms: Sequence[Toponym], countries: Mapping[str, int]) -> tuple[Toponym, ...]:
    """The toponyms with country, point and GeoNames id, where they can be told. `countries`: how often the article names each country."""
    candidates = {_named(t): _candidates(t) for t in toponyms}
    inside = _inside(page, toponyms, candidates)
    states = _states_named(candidates)
    most = max(countries.values(), default=1)
    share = {code: count / most for code, count in countries.items()}
    scored = {
        name: sorted(
            ((_alone(city, inside.get(name, ()), share, states), city) for city in found), key=lambda pair: (-pair[0], *_order(pair[1]))
        )
        for name, found in candidates.items()
        if found
    }
    chosen = {name: ranked[0][1] for name, ranked in scored.items()}
    for _ in range(2):
        chosen = {name: _with_neighbours(name, ranked, chosen) for name, ranked in scored.items()}
    weights = {name: {_key(city): score for score, city in ranked} for name, ranked in scored.items()}
    return tuple(_placed(t, chosen.get(_named(t)), weights.get(_named(t), {})) for t in toponyms)


def _candidates(toponym: Toponym) -> tuple[GazetteerPlace, ...]:
    """Places of that name, of the country that the search for names gave it, if it did."""
    if toponym.kind == "country" and toponym.country:
        place = country_place(toponym.country)
        return (place,) if place else ()
    name = plain_name(toponym.name)
    if fold(name) in _SIDES:
        return ()
    found = places_named(name) or _without_kind(name)
    if toponym.kind == "capital":
        return tuple(c for c in found if c.kind == "city" and c.country == toponym.country)[:1]
    own = tuple(c for c in found if c.country == toponym.country)
    # What only stands behind the comma may be another of its name: no town of the country Georgia is called Atlanta.
    return own or (() if toponym.kind and toponym.country else found)


def _without_kind(name: str) -> tuple[GazetteerPlace, ...]:
    """Of "Benue State" the state called Benue, of "Nairobi City" the town."""
    for ending in _TRIMMED:
        if name.endswith(ending):
            kind = ending.strip().lower()
            shorter = [c for c in places_named(name.removesuffix(ending)) if c.kind in ("state", "county", "city", "region")]
            fitting = [c for c in shorter if c.kind == kind or (kind in ("province", "governorate") and c.kind == "state")]
            return tuple(fitting or shorter)
    return ()


def _named(toponym: Toponym) -> _Name:
    """A name with what is known of it: the country Georgia is not the state."""
    return fold(toponym.name), toponym.kind, toponym.country


def _inside(
    page: Page, toponyms: Sequence[Toponym], candidates: Mapping[_Name, tuple[GazetteerPlace, ...]]
) -> dict[_Name, list[GazetteerPlace]]:
    """For a name, what the text says it lies in: the name after a comma, or after "in" right behind it."""
    found: dict[_Name, list[GazetteerPlace]] = {}
    for one, other in pairwise(sorted(toponyms, key=lambda t: t.first)):
        between = [page.lower[i] for i in range(one.last, other.first)] if other.first - one.last <= 2 else ["far"]
        if between not in ([","], ["in"], ["("], ["in", "the"]) or not page.together(one.first, other.last):
            continue
        wider = [c for c in candidates.get(_named(other), ()) if c.kind in ("country", "state", "county", "region")]
        if wider:
            found.setdefault(_named(one), []).extend(wider)
    return found


def _states_named(candidates: Mapping[_Name, tuple[GazetteerPlace, ...]]) -> set[tuple[str, str]]:
    """States whose own name the article holds, where no larger place bears it."""
    return {(c.country or "", c.state) for found in candidates.values() for c in found[:1] if c.kind == "state"}


def _alone(city: GazetteerPlace, inside: Iterable[GazetteerPlace], share: Mapping[str, float], states: set[tuple[str, str]]) -> float:
    size = math.log10(city.population + 1) if city.population else 0.0
    score = size + _PRIOR.get(city.kind, 0.0)
    score += _COUNTRY_NAMED * share.get(city.country or "", 0.0)
    if city.kind in ("city", "county") and (city.country or "", city.state) in states:
        score += _STATE_NAMED
    if any(_lies_in(city, wider) for wider in inside):
        score += _INSIDE
    return score


def _lies_in(city: GazetteerPlace, wider: GazetteerPlace) -> bool:
    if city == wider or city.country != wider.country:
        return False
    if wider.kind == "country":
        return city.kind != "country"
    if wider.kind == "state":
        return city.state == wider.state and city.kind in ("city", "county")
    return distance(city, wider) < 100


def _with_neighbours(name: _Name, ranked: list[tuple[float, GazetteerPlace]], chosen: Mapping[_Name, GazetteerPlace]) -> GazetteerPlace:
    others = [city for other, city in chosen.items() if other != name and city.kind not in _WIDE]
    best: tuple[float, int] | None = None
    for place, (score, city) in enumerate(ranked[:40]):
        near = min((distance(city, other) for other in others if other != city), default=math.inf)
        total = score + next((gain for limit, gain in _NEAR if near <= limit), 0.0)
        if best is None or total > best[0]:
            best = total, place
    return ranked[best[1]][1] if best else ranked[0][1]


def _placed(toponym: Toponym, city: GazetteerPlace | None, scores: Mapping[tuple[object, ...], float]) -> Toponym:
    if city is None or scores.get(_key(city), 0.0) < _OPEN_BELOW:
        return toponym
    return replace(
        toponym, country=city.country or toponym.country, latitude=city.latitude, longitude=city.longitude, geonames=city.geonames
    )


def _key(city: GazetteerPlace) -> tuple[object, ...]:
    return city.kind, city.country, city.state, city.geonames, city.latitude, city.longitude


def _order(city: GazetteerPlace) -> tuple[int, int, str]:
    return -city.population, city.geonames or 0, city.country or ""


def distance(one: GazetteerPlace, other: GazetteerPlace) -> float:
    """Kilometres, on a sphere."""
    a, b, c, d = (math.radians(x) for x in (one.latitude, one.longitude, other.latitude, other.longitude))
    half = math.sin((c - a) / 2) ** 2 + math.cos(a) * math.cos(c) * math.sin((d - b) / 2) ** 2
    return 2 * _EARTH * math.asin(min(1.0, math.sqrt(half)))
