"""Disputes over numbers: sources that count the dead, the arrested or the missiles of one event differently.

A count that grows from day to day is news and no dispute; the same day's numbers of two sources that exclude each other are one, and so is
a number that a later page takes back.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dateline.model.evidence import Span
from dateline.model.ids import content_id
from dateline.model.record import Dispute, Event, Position, RecordArticle
from dateline.model.reports import By, Quantity, Report, Stance
from dateline.ontology.linking import NumberRules, number_rules

_HAPPENED = ("held", "ongoing")
_MOST = 3  # positions of one side: more are repetitions
_STEM = 5


@dataclass(frozen=True, slots=True)
class _Count:
    """One number of one event: at least `least`, at most `most`, on the day `day` (of its page)."""

    quantity: Quantity
    report: Report
    least: float
    most: float
    first: int
    last: int


def disputes_over_numbers(
    events: Sequence[Event], reports: Mapping[str, Report], quantities: Sequence[Quantity], articles: Mapping[str, RecordArticle]
) -> list[Dispute]:
    """At most one dispute for an event and a thing that is counted."""
    by_event: dict[str, dict[tuple[str, str, str], list[_Count]]] = defaultdict(lambda: defaultdict(list))
    for quantity in quantities:
        report = reports.get(quantity.report or "")
        if report is not None and report.event is not None and (count := _count(quantity, report, articles)) is not None:
            by_event[report.event][_counted(quantity, report)].append(count)
    found = []
    for event in events:
        for key, counts in sorted(by_event.get(event.id, {}).items()):
            disputed = _disputed(counts)
            if disputed:
                found.append(_dispute(event, key, disputed))
    return found


def _count(quantity: Quantity, report: Report, articles: Mapping[str, RecordArticle]) -> _Count | None:
    """The number with its limits; None where it does not count those to whom it happened or its page has no day."""
    article = articles[quantity.article].article
    span = next((e for e in quantity.evidence if isinstance(e, Span)), None)
    first, last = article.published.earliest, article.published.latest
    if span is None or first is None or last is None or report.status not in _HAPPENED or quantity.unit == "share":
        return None
    rules = number_rules()
    apart = max(span.start, report.trigger.start) - min(span.end, report.trigger.end)
    if apart > rules.beside or _partly(article.text[: span.start], rules):
        return None
    value = quantity.value
    least, most = {
        "exactly": (value, value),
        "about": (value * (1 - rules.rounded), value * (1 + rules.rounded)),
        "at least": (value, float("inf")),
        "at most": (0.0, value),
    }[quantity.bound]
    return _Count(quantity, report, least, most, first.toordinal(), last.toordinal())


def _partly(before: str, rules: NumberRules) -> bool:
    """Does the number stand for a whole of which only a part is told: "two of the 25"?"""
    words = before[-60:].lower().split()
    while words and words[-1] in rules.between:
        words.pop()
    return bool(words) and words[-1] in rules.partly


def _counted(quantity: Quantity, report: Report) -> tuple[str, str, str]:
    """What is counted and what happened to it: the killed are not the arrested."""
    words = quantity.what.lower().split()
    return (report.group or report.noun, words[-1][:_STEM] if words else "", quantity.unit)


def _disputed(counts: Sequence[_Count]) -> list[_Count]:
    """Those counts that another one contradicts, in the order of their pages.

    Two numbers that one voice gives on one page count two things ("45 in Mexico, two in Spain"), and neither is the number of all.
    """
    told = {(c.quantity.article, c.quantity.by, c.quantity.value) for c in counts}
    given = Counter((article, by) for article, by, _ in told)
    ordered = sorted(counts, key=lambda c: (c.last, c.quantity.article, c.quantity.id))
    single = [c for c in ordered if given[c.quantity.article, c.quantity.by] == 1]
    return [one for one in single if any(_clash(one, other) for other in single if other is not one)]


def _clash(one: _Count, other: _Count) -> bool:
    low, high = (one, other) if one.quantity.value <= other.quantity.value else (other, one)
    if low.most * (1 + number_rules().close) >= high.least:
        return False
    if one.quantity.article == other.quantity.article:
        return _voice(one.quantity.by) != _voice(other.quantity.by)
    return high.first <= low.last


def _voice(by: By) -> tuple[str | None, str | None]:
    return (by.actor, by.description)


def _dispute(event: Event, key: tuple[str, str, str], counts: Sequence[_Count]) -> Dispute:
    """The number that most give is asserted, the others stand against it."""
    support = defaultdict(set)
    for count in counts:
        support[count.quantity.value].add((count.quantity.article, _voice(count.quantity.by)))
    usual = min(support, key=lambda value: (-len(support[value]), value))
    sides: dict[Stance, dict[tuple[By, str, float], Position]] = {"asserts": {}, "denies": {}}
    for count in counts:
        told = count.quantity
        stance: Stance = "asserts" if told.value == usual else "denies"
        position = Position(told.by, told.article, stance, _written(told), count.report.evidence)
        sides[stance].setdefault((told.by, told.article, told.value), position)
    kept = tuple(position for side in sides.values() for position in list(side.values())[:_MOST])
    proposition = f"{event.summary}: how many {counts[0].quantity.what}".strip()
    return Dispute(content_id("dispute", event.id, "number", *key), "value", proposition, event.id, "number", kept)


def _written(told: Quantity) -> str:
    number = f"{told.value:,.10g}"
    return " ".join(word for word in (told.bound if told.bound != "exactly" else "", number, told.unit, told.what) if word)
