"""Finding one's way in a record: names by id, the sentence behind a report, an event by the first characters of its id."""

from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlsplit

from dateline.errors import NotFound
from dateline.export.record_format import cut
from dateline.model.actors import Actor
from dateline.model.articles import Article
from dateline.model.evidence import Span
from dateline.model.moments import Moment
from dateline.model.record import Event, Record, RecordArticle, Source
from dateline.model.reports import By, Report


@dataclass(frozen=True)
class Lookup:
    """A record and its tables by id."""

    record: Record

    @cached_property
    def articles(self) -> dict[str, RecordArticle]:
        return {one.article.id: one for one in self.record.articles}

    @cached_property
    def actors(self) -> dict[str, Actor]:
        return {one.id: one for one in self.record.actors}

    @cached_property
    def reports(self) -> dict[str, Report]:
        return {one.id: one for one in self.record.reports}

    @cached_property
    def sources(self) -> dict[str, Source]:
        return {one.id: one for one in self.record.sources}

    def event(self, start: str) -> Event:
        """The one event whose id (with or without its first letter and dash) begins with `start`, or has an id it had before.

        Raises `NotFound` where there is none, or more than one.
        """
        found = [e for e in self.record.events if any(_begins(identity, start) for identity in (e.id, *e.formerly))]
        exact = [e for e in found if start in (e.id, *e.formerly)]
        found = exact or found
        if not found:
            raise NotFound(f"no event {start!r}: `dateline show events` lists them with their ids")
        if len(found) > 1:
            raise NotFound(f"{start!r} begins the ids of {len(found)} events ({', '.join(e.id for e in found[:5])}): give more of it")
        return found[0]

    def actor(self, identity: str | None) -> str:
        """The actor's name; "unknown" for None."""
        return self.actors[identity].name if identity in self.actors else identity or "unknown"

    def by(self, by: By, article: str) -> str:
        """Who says so, in words."""
        if by.actor:
            return self.actor(by.actor)
        return by.description or (self.outlet(article) if by.kind in ("article", "outlet") else "unnamed sources")

    def outlet(self, article: str) -> str:
        """Who published the article, else the host of its address, else its page's name."""
        one = self.articles.get(article)
        if one is None:
            return article
        if one.source in self.sources:
            return self.sources[one.source].name
        return one.article.source or urlsplit(one.article.uri or "").hostname or one.article.page

    def sentence(self, report: Report) -> str:
        """The words behind the report: the shortest evidence round its trigger, else the paragraph it stands in."""
        one = self.articles.get(report.article)
        return "" if one is None else sentence_of(one.article, report)


def sentence_of(article: Article, report: Report) -> str:
    spans = [e for e in report.evidence if isinstance(e, Span) and e.holds(report.trigger)]
    if spans:
        span = min(spans, key=lambda s: (s.end - s.start, s.start))
        return article.text[span.start : span.end]
    block = next((b for b in article.blocks if b.start <= report.trigger.start < b.end), None)
    return article.text[block.start : block.end] if block else article.text[report.trigger.start : report.trigger.end]


def shown_moment(moment: Moment) -> str:
    """A moment for reading: "2017-04-12", "2017-04", "2017-04-10 to 2017-04-12", "until 2017-05-01", "?"."""
    earliest, latest = cut(moment.earliest, moment.latest)
    if earliest == latest:
        return earliest or "?"
    if earliest is None:
        return f"until {latest}"
    return f"from {earliest}" if latest is None else f"{earliest} to {latest}"


def _begins(identity: str, start: str) -> bool:
    return identity.startswith(start) or identity.partition("-")[2].startswith(start)
