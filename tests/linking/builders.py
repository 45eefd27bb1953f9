"""Readings made by hand: a line or two for an article, an actor, a report."""

from datetime import date

from dateline.model.actors import LocalActor
from dateline.model.articles import Article, Block
from dateline.model.evidence import Span
from dateline.model.ids import content_id
from dateline.model.moments import OPEN, Moment, on
from dateline.model.reports import By, Participant, Reading, Report, Status, Tense
from dateline.model.times import TimeExpression

ANNA = LocalActor("p1", "Anna Keller", "person", ("Keller",), "DEU", "GOV")
BORIS = LocalActor("p2", "Boris Tadin", "person", ("Tadin",), "SRB", "GOV")
CARLA = LocalActor("p3", "Carla Moreno", "person", ("Moreno",), "ESP", "GOV")
GERMANY = LocalActor("c:DEU", "Germany", "country", (), "DEU", "GOV", key="c:DEU")
SERBIA = LocalActor("c:SRB", "Serbia", "country", (), "SRB", "GOV", key="c:SRB")


def article(name: str, published: Moment | date | None, text: str | None = None, source: str | None = None) -> Article:
    moment = OPEN if published is None else on(published) if isinstance(published, date) else published
    body = text or _words_of_its_own(name)
    return Article(
        id=f"a-{name}",
        page=f"{name}.txt",
        uri=None,
        sha256=name,
        fetched=None,
        title=None,
        byline=(),
        source=source,
        source_domain=None,
        agency=None,
        language="en",
        published=moment,
        text=body,
        blocks=(Block(0, len(body), "paragraph"),),
        removed=(),
    )


def _words_of_its_own(name: str) -> str:
    """Twelve made-up words that no other page has."""
    letters = (content_id("w", name, str(n)).split("-")[-1].translate(str.maketrans("0123456789", "ghijklmnop")) for n in range(12))
    return " ".join(word[:8] for word in letters) + "."


def report(
    where: Article,
    at: int,
    *who: LocalActor,
    noun: str = "meet",
    status: Status = "held",
    when: Moment | date | None = None,
    kind: str | None = "CONSULT",
    mode: str | None = None,
    place: tuple[str, str] | None = None,
    by: By | None = None,
    time: TimeExpression | None = None,
    tense: Tense = "past",
    definite: bool = False,
    confidence: float = 0.8,
) -> Report:
    moment = OPEN if when is None else on(when) if isinstance(when, date) else when
    return Report(
        id=content_id("r", where.id, at, kind),
        article=where.id,
        type=kind,
        mode=mode,
        noun=noun,
        status=status,
        when=moment,
        time=time,
        tense=tense,
        place=place[0] if place else None,
        place_country=place[1] if place else None,
        participants=tuple(Participant(a.id, "participant") for a in who),
        by=by or By("article"),
        reported=where.published,
        trigger=Span(where.id, at, at + 4),
        evidence=(Span(where.id, at, at + 10),),
        confidence=confidence,
        definite=definite,
        status_confidence=0.9,
    )


def reading(where: Article, *reports: Report, actors: tuple[LocalActor, ...] = (ANNA, BORIS, CARLA, GERMANY, SERBIA)) -> Reading:
    return Reading(where, actors, reports, (), ())
