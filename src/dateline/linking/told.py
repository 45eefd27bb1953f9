"""A report prepared for joining: who takes part as people, countries and bodies, what kind of event it is, and how much it says."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dateline.linking.names import fold
from dateline.model.actors import Actor
from dateline.model.reports import Report
from dateline.ontology.linking import JoiningRules

_NOT_YET = ("proposed", "planned", "possible", "doubtful", "postponed", "cancelled")


@dataclass(frozen=True, slots=True)
class Told:
    """`people`, `bodies`: actor ids. `countries`: ISO codes of the participants, a person's own included. `place`: folded name or None."""

    report: Report
    kind: str
    people: frozenset[str]
    countries: frozenset[str]
    bodies: frozenset[str]
    place: str | None

    @property
    def happened(self) -> bool:
        return self.report.status in ("held", "ongoing")

    @property
    def open_plan(self) -> bool:
        return self.report.status in _NOT_YET

    @property
    def weight(self) -> float:
        """How much it says: reports that say most are put together first, the rest are added to them."""
        days = self.report.when.days
        dated = 3.0 if days == 1 else 2.0 if days and days <= 14 else 1.0 if days else 0.0
        return (
            2 * min(len(self.people) + len(self.bodies | self.countries), 3) + dated + (not self.report.definite) + self.report.confidence
        )


def tell(reports: Sequence[Report], actors: Mapping[str, Actor], rules: JoiningRules) -> list[Told]:
    """Prepare reports (with the record's actor ids) for joining."""
    return [_tell(report, actors, rules) for report in reports]


def _tell(report: Report, actors: Mapping[str, Actor], rules: JoiningRules) -> Told:
    taking_part = [actors[p.actor] for p in report.participants if p.actor in actors]
    people = frozenset(a.id for a in taking_part if a.kind == "person")
    bodies = frozenset(a.id for a in taking_part if a.kind in ("organisation", "group"))
    countries = {a.country for a in taking_part if a.country and len(a.country) == 3}
    return Told(
        report=report,
        kind=_kind(report, people, rules),
        people=people,
        countries=frozenset(countries),
        bodies=bodies,
        place=fold(report.place) if report.place else None,
    )


def _kind(report: Report, people: frozenset[str], rules: JoiningRules) -> str:
    """What may be one event: the family of the type, and for meetings whether it is a journey, a call, or people meeting."""
    if report.type is None:
        return f"null:{report.noun}"
    family = f"{rules.family.get(report.type, report.type)}"
    if report.type != "CONSULT":
        return family
    if report.mode == "phone":
        return "call"
    return "journey" if report.noun in rules.journeys and len(people) < 2 else "meeting"
