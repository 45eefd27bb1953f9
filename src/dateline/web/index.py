"""A record with its parts by id, and the anchors that links on the page point to."""

from dateline.model.evidence import Span
from dateline.model.record import Record, RecordArticle
from dateline.model.reports import By

UNNAMED = "an unnamed source"


class Index:
    """Built once for a page."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.articles = {a.article.id: a for a in record.articles}
        self.sources = {s.id: s for s in record.sources}
        self.actors = {a.id: a for a in record.actors}
        self.reports = {r.id: r for r in record.reports}
        self.events = {e.id: e for e in record.events}
        self.stories = {s.id: s for s in record.stories}
        self.wanted: set[Span] = set()

    @staticmethod
    def event_anchor(event: str) -> str:
        return f"event-{event}"

    @staticmethod
    def report_anchor(report: str) -> str:
        return f"report-{report}"

    @staticmethod
    def statement_anchor(statement: str) -> str:
        return f"statement-{statement}"

    @staticmethod
    def said_anchor(statement: str) -> str:
        """Where a statement stands in the list of statements; `statement_anchor` is where it stands in its article."""
        return f"said-{statement}"

    @staticmethod
    def actor_anchor(actor: str) -> str:
        return f"actor-{actor}"

    @staticmethod
    def article_anchor(article: str) -> str:
        return f"article-{article}"

    def span_anchor(self, span: Span) -> str:
        """The anchor of any words; remembers that the article has to carry it."""
        self.wanted.add(span)
        return f"at-{span.article}-{span.start}-{span.end}"

    def outlet(self, found: RecordArticle | None) -> str:
        """Who published: the source's name, else what the page says, else its file's name."""
        if found is None:
            return "unknown source"
        source = self.sources.get(found.source) if found.source else None
        return source.name if source else found.article.source or found.article.source_domain or found.article.page

    def who(self, by: By) -> str:
        """Who says so, in words."""
        if by.kind == "article":
            return "the article itself"
        actor = self.actors.get(by.actor) if by.actor else None
        if by.kind == "unnamed":
            return by.description or (actor.name if actor else UNNAMED)
        if actor is not None:
            return actor.name
        return by.description or UNNAMED
