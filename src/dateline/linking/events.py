"""The same event across reports, however each words it; events that look alike kept apart.

Reports that say most (two parties and a day) are put together first; the others are added to the group that fits best, and groups that then
turn out to be one event are joined. A pair is refused for a conflict (dates that exclude each other, other people, another country), never
joined for lack of one: shared people, countries, words and days must reach a threshold.
"""

from collections.abc import Sequence
from datetime import date, timedelta

from dateline.linking.group import Group
from dateline.linking.likeness import Likeness, cosine
from dateline.linking.pool import Pool
from dateline.linking.told import Told
from dateline.model.moments import Moment
from dateline.model.reports import Report
from dateline.ontology.linking import JoiningRules

_GRACE = 2  # days: a report written after midnight, a time zone, a plan told on the morning after
_SURE_PEOPLE = 2  # people in common that outweigh others who are not
_UNSETTLED = ("postponed", "cancelled", "doubtful")
_COMPARED = 5  # reports of a group whose words are compared
_COPY = 0.3  # likeness of articles from which more says nothing more
_USUAL = 0.1  # likeness that any two reports of one story have
_LONGEST_DELAY = timedelta(days=366)


def group_reports(told: Sequence[Told], rules: JoiningRules, likeness: Likeness) -> list[list[Report]]:
    """Groups of reports of one event each; the same groups whatever the order of `told`."""
    pools: dict[str, Pool] = {}
    first_told = sorted((t for t in told if not t.report.definite), key=lambda t: (-t.weight, t.report.id))
    taken_up = sorted((t for t in told if t.report.definite), key=lambda t: (t.report.article, t.report.trigger.start, t.report.id))
    for one in (*first_told, *taken_up):
        pool = pools.setdefault(one.kind, Pool())
        alone = Group(one)
        meant = _meant(one, pool, rules) if one.report.definite else {}
        candidates = sorted({*pool.near(alone), *meant})
        scored = [
            (score + meant.get(n, 0.0), -n) for n in candidates if (score := _fit(pool.groups[n], alone, rules, likeness)) is not None
        ]
        if scored:
            pool.extend(-max(scored)[1], alone)
        else:
            pool.add(alone)
    for pool in pools.values():
        _join_groups(pool, rules, likeness)
    return [[t.report for t in group.told] for kind in sorted(pools) for group in pools[kind].groups.values()]


def _meant(definite: Told, pool: Pool, rules: JoiningRules) -> dict[int, float]:
    """Which of the groups that fit "the attack" may mean: the one told last before it in its article, and the one that began it."""
    told = pool.told_before(definite)
    meant: dict[int, float] = {}
    if told:
        meant[told[-1]] = rules.weights.told_last
        meant[told[0]] = meant.get(told[0], 0.0) + rules.weights.told_first
    return meant


def _join_groups(pool: Pool, rules: JoiningRules, likeness: Likeness) -> None:
    """Join the best pair of groups until none reaches the threshold."""
    scores: dict[tuple[int, int], float] = {}

    def rate(n: int) -> None:
        for m in pool.near(pool.groups[n]):
            score = _fit(pool.groups[n], pool.groups[m], rules, likeness, moves=True) if m != n else None
            if score is not None:
                scores[min(n, m), max(n, m)] = score

    for n in pool.groups:
        rate(n)
    while scores:
        n, m = max(scores, key=lambda pair: (scores[pair], -pair[0], -pair[1]))
        pool.join(n, m)
        for pair in [pair for pair in scores if n in pair or m in pair]:
            del scores[pair]
        rate(n)


def _fit(one: Group, other: Group, rules: JoiningRules, likeness: Likeness, *, moves: bool = False) -> float | None:
    """How well two groups are one event; None where they can't be, or hardly are. `moves`: it may have been put off to another day."""
    if _other_country(one, other) or _other_people(one, other) or _other_days_of_one_article(one, other):
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
    if one.told[0].report.type != "CONSULT":
        score += _about(one, other, rules)
    else:
        score += weights.one_sentence * _one_sentence(one, other) - weights.other_visit * _other_visit(one, other, rules)
    score -= weights.other_mode * _other_mode(one, other) + weights.other_place * _other_town(one, other)
    if not moved:
        score += _days(one.when, other.when, rules)
    if not moved and _other_news(one, other):
        score -= weights.other_news
    # Comparing words costs most, and is left out where it can't tip the scales.
    by_words = weights.context * (1 - _USUAL)
    if score + weights.story * _COPY + by_words < rules.threshold:
        return None
    score += weights.story * _one_story(one, other, likeness)
    if score + by_words < rules.threshold:
        return None
    score += weights.context * _likest(one, other)
    return score if score >= rules.threshold else None


def _likest(one: Group, other: Group) -> float:
    """How alike the words beside them are, beyond what is usual, in the two articles that tell them in words most alike."""
    mine, theirs = one.told[:_COMPARED], other.told[:_COMPARED]
    pairs = ((a, b) for a in mine for b in theirs if a.report.article != b.report.article)
    return max(0.0, max((cosine(a.around, b.around) for a, b in pairs), default=0.0) - _USUAL)


def _one_story(one: Group, other: Group, likeness: Likeness) -> float:
    """How alike the articles are that tell them, the most alike two; no more for one article."""
    return min(_COPY, max((likeness.articles(a, b) for a in one.articles for b in other.articles if a != b), default=0.0))


def _about(one: Group, other: Group, rules: JoiningRules) -> float:
    """What is done, and by whom: for events that one side does to another."""
    weights = rules.weights
    shared = one.theme.keys() & other.theme.keys()
    score = weights.theme * min(2.0, sum(one.theme[thing] for thing in sorted(shared)))
    if one.theme and other.theme and not shared:
        score -= weights.other_theme
    if one.groups and other.groups and not one.groups & other.groups:
        score -= weights.other_group
    if one.doers and other.doers and not one.doers & other.doers:
        score -= weights.other_doer
    return score


def _days(one: Moment, other: Moment, rules: JoiningRules) -> float:
    weights = rules.weights
    if not (one.known and other.known):
        return 0.0
    if one.is_day and other.is_day:
        return weights.same_day if one.overlaps(other) else 0.0
    return weights.near if max(one.days or 0, other.days or 0) <= 14 else weights.overlap


def _other_country(one: Group, other: Group) -> bool:
    """Both name a country where it happens, and not the same."""
    return bool(one.place_countries and other.place_countries and not one.place_countries & other.place_countries)


def _other_town(one: Group, other: Group) -> bool:
    """Both name places, none in common, and the one is not the country of the other."""
    if not one.places or not other.places or one.places & other.places:
        return False
    wide = one.country_names | other.country_names
    return not (one.places & wide or other.places & wide)


def _other_people(one: Group, other: Group) -> bool:
    """Nobody in common, or each with somebody whom the other does not know: then it is not one meeting of two."""
    if not one.parties or not other.parties or one.told[0].report.type != "CONSULT":
        return False
    shared = one.people & other.people
    if one.people and other.people and not shared:
        return True
    mine, theirs = one.strangers(other), other.strangers(one)
    if mine == one.parties and theirs == other.parties:
        return True
    return bool(mine and theirs) and len(shared) < _SURE_PEOPLE


def _one_sentence(one: Group, other: Group) -> bool:
    """Does one sentence tell both of the same people, as alike in status: "will meet in Oslo to discuss"?"""
    if one.articles.isdisjoint(other.articles):
        return False
    told = {(t.report.evidence[:1], t.report.status, t.parties) for t in one.told if t.parties}
    return any((t.report.evidence[:1], t.report.status, t.parties) in told for t in other.told)


def _other_mode(one: Group, other: Group) -> bool:
    return bool(one.modes and other.modes and not one.modes & other.modes)


def _other_visit(one: Group, other: Group, rules: JoiningRules) -> bool:
    mine, theirs = one.theme.keys() & rules.visit_kinds, other.theme.keys() & rules.visit_kinds
    return bool(mine and theirs and not mine & theirs)


def _other_days_of_one_article(one: Group, other: Group) -> bool:
    """One article puts them on different days ("Wednesday", "on Saturday"), though it does not say on which date it was written."""
    for article in one.nominal.keys() & other.nominal.keys():
        mine, theirs = one.nominal[article], other.nominal[article]
        if not any(m.overlaps(t) for m in mine for t in theirs):
            return True
    return False


def _other_news(one: Group, other: Group) -> bool:
    """Both are news of some days, and not of the same: the strike that a page of May opens with is not the one of March."""
    return bool(one.news and other.news) and not any(m.overlaps(t, _GRACE) for m in one.news for t in other.news)


def _moved(one: Group, other: Group) -> bool:
    """An event put off and then planned anew or held is one event: the earlier day was not kept, and says so."""
    first, later = sorted((one, other), key=lambda g: g.when.earliest or g.when.latest or date.min)
    if first.happened or not any(t.report.status in _UNSETTLED for t in first.told):
        return False
    start, end = later.when.earliest, first.when.latest
    return bool(start and end and start > end and start - end < _LONGEST_DELAY)
