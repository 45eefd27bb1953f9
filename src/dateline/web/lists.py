"""What the templates show of people, sources and articles."""

from collections.abc import Iterable
from dataclasses import dataclass

from dateline.model.actors import Actor, Role
from dateline.model.articles import DateClue
from dateline.model.evidence import Span
from dateline.model.moments import Moment
from dateline.model.record import RecordArticle
from dateline.web.dates import UNKNOWN, in_words, iso, sort_day
from dateline.web.index import Index
from dateline.web.spans import BlockView, Mark, clamp, marked_blocks, quote
from dateline.web.views import EventView, EvidenceView, evidence_view


@dataclass(frozen=True, slots=True)
class RoleView:
    title: str
    of: str | None
    when: str
    anchor: str | None


@dataclass(frozen=True, slots=True)
class ActorView:
    id: str
    anchor: str
    name: str
    kind: str
    country: str | None
    aliases: tuple[str, ...]
    roles: tuple[RoleView, ...]
    events: tuple[tuple[str, str, str], ...]
    statements: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ClueView:
    """A sign of the date that was not used: it says the same, or it was not believed."""

    kind: str
    moment: str
    agrees: bool
    evidence: tuple[EvidenceView, ...]


@dataclass(frozen=True, slots=True)
class ArticleView:
    anchor: str
    title: str
    outlet: str
    agency: str | None
    byline: str
    published: str
    iso: str
    method: str
    evidence: tuple[EvidenceView, ...]
    clues: tuple[ClueView, ...]
    text_day: str | None
    page: str
    uri: str | None
    linked: bool
    copy_of: tuple[str, str] | None
    version_of: tuple[str, str] | None
    heading: BlockView | None
    blocks: tuple[BlockView, ...]
    removed: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class SourceView:
    name: str
    domain: str | None
    kind: str
    articles: tuple[tuple[str, str, str, tuple[tuple[str, str, str], ...]], ...]


def actor_views(index: Index, events: Iterable[EventView]) -> tuple[ActorView, ...]:
    """Those with the most events and statements first."""
    takes_part: dict[str, list[tuple[str, str, str]]] = {}
    for event in events:
        for actor in dict.fromkeys(event.actor_ids):
            takes_part.setdefault(actor, []).append((event.anchor, event.summary, event.date))
    said: dict[str, list[tuple[str, str]]] = {}
    for statement in index.record.statements:
        if statement.speaker:
            said.setdefault(statement.speaker, []).append((index.said_anchor(statement.id), statement.text))
    views = [_actor(a, index, tuple(takes_part.get(a.id, ())), tuple(said.get(a.id, ()))) for a in index.record.actors]
    return tuple(sorted(views, key=lambda v: (-len(v.events) - len(v.statements), v.name, v.id)))


def article_views(index: Index) -> tuple[ArticleView, ...]:
    """In the order of publication. To be called last: by then it is known which words are pointed at."""
    shown = {a.article.id: _details(a, index) for a in index.record.articles}
    marks = _marks(index)
    ordered = sorted(index.record.articles, key=_published)
    return tuple(_article(a, index, shown[a.article.id], marks.get(a.article.id, [])) for a in ordered)


def source_views(index: Index) -> tuple[SourceView, ...]:
    """Each source with its articles; copies and earlier versions stand under the article they repeat.

    A source of nothing but copies stands only there.
    """
    own: dict[str | None, list[RecordArticle]] = {}
    copies: dict[str, list[RecordArticle]] = {}
    for found in index.record.articles:
        standing_for = found.copy_of or found.version_of
        if standing_for in index.articles:
            copies.setdefault(str(standing_for), []).append(found)
        else:
            own.setdefault(found.source if found.source in index.sources else None, []).append(found)
    views = []
    for source, articles in own.items():
        known = index.sources.get(source) if source else None
        listed = tuple(_listed(a, copies.get(a.article.id, []), index) for a in sorted(articles, key=_published))
        if known is None:
            views.append(SourceView("Source not stated", None, "unknown", listed))
        else:
            views.append(SourceView(known.name, known.domain, known.kind, listed))
    return tuple(sorted(views, key=lambda v: (-len(v.articles), v.name, v.domain or "")))


def _published(found: RecordArticle) -> tuple[bool, str, str]:
    day = sort_day(found.article.published)
    return day is None, day.isoformat() if day else "", found.article.id


def _actor(actor: Actor, index: Index, events: tuple[tuple[str, str, str], ...], statements: tuple[tuple[str, str], ...]) -> ActorView:
    roles = tuple(_role(r, index) for r in actor.roles)
    aliases = tuple(a for a in actor.aliases if a != actor.name)
    return ActorView(actor.id, index.actor_anchor(actor.id), actor.name, actor.kind, actor.country, aliases, roles, events, statements)


def _role(role: Role, index: Index) -> RoleView:
    when = in_words(role.when)
    anchor = next((evidence_view(e, index).anchor for e in role.evidence), None)
    of = _named(role.of, index)
    repeated = of is not None and of.casefold() in role.title.casefold()
    return RoleView(role.title, None if repeated else of, "" if when == UNKNOWN else when, anchor)


def _named(of: str | None, index: Index) -> str | None:
    actor = index.actors.get(of) if of else None
    return actor.name if actor else of


def _details(found: RecordArticle, index: Index) -> tuple[tuple[EvidenceView, ...], tuple[ClueView, ...]]:
    article = found.article
    return tuple(evidence_view(e, index) for e in article.published.evidence), tuple(
        _clue(c, article.published, index) for c in article.clues if not c.used
    )


def _clue(clue: DateClue, published: Moment, index: Index) -> ClueView:
    return ClueView(
        clue.kind,
        in_words(clue.moment),
        clue.moment.known and clue.moment.overlaps(published),
        tuple(evidence_view(e, index) for e in clue.moment.evidence),
    )


def _marks(index: Index) -> dict[str, list[Mark]]:
    marks: dict[str, list[Mark]] = {}
    for report in index.record.reports:
        found = index.articles.get(report.article)
        if found is None:
            continue
        start, end = clamp(found.article, report.trigger)
        words = quote(found.article, report.trigger, report.evidence)
        low, high = start - len(words.before), end + len(words.after)
        href = index.event_anchor(report.event) if report.event in index.events else ""
        here = marks.setdefault(report.article, [])
        here.append(Mark(index.report_anchor(report.id), low, high, "event"))
        here.append(Mark(href, start, end, "core"))
    for statement in index.record.statements:
        for span in statement.evidence:
            _add(marks, index, span, index.statement_anchor(statement.id))
    for wanted in sorted(index.wanted):
        _add(marks, index, wanted, index.span_anchor(wanted))
    return marks


def _add(marks: dict[str, list[Mark]], index: Index, span: object, anchor: str) -> None:
    if isinstance(span, Span) and span.article in index.articles:
        start, end = clamp(index.articles[span.article].article, span)
        marks.setdefault(span.article, []).append(Mark(anchor, start, end, "words"))


def _article(
    found: RecordArticle, index: Index, shown: tuple[tuple[EvidenceView, ...], tuple[ClueView, ...]], marks: list[Mark]
) -> ArticleView:
    article = found.article
    original = index.articles.get(found.copy_of) if found.copy_of else None
    later = index.articles.get(found.version_of) if found.version_of else None
    blocks = marked_blocks(article, marks)
    titled = bool(blocks) and blocks[0].kind == "title"
    return ArticleView(
        anchor=index.article_anchor(article.id),
        title=article.title or "Without a title",
        outlet=index.outlet(found),
        agency=article.agency,
        byline=", ".join(article.byline),
        published=in_words(article.published),
        iso=iso(article.published),
        method=article.published.method,
        evidence=shown[0],
        clues=shown[1],
        text_day=in_words(article.text_day) if article.text_day else None,
        page=article.page,
        uri=article.uri,
        linked=bool(article.uri and article.uri.lower().startswith(("https://", "http://"))),
        copy_of=_link(original, index) if original else None,
        version_of=_link(later, index) if later else None,
        heading=blocks[0] if titled else None,
        blocks=blocks[1:] if titled else blocks,
        removed=tuple((r.text, r.reason) for r in article.removed),
    )


def _listed(found: RecordArticle, copies: list[RecordArticle], index: Index) -> tuple[str, str, str, tuple[tuple[str, str, str], ...]]:
    folded = tuple(
        (
            "earlier version" if c.version_of else "copy",
            index.article_anchor(c.article.id),
            f"{c.article.title or c.article.page} ({index.outlet(c)})",
        )
        for c in copies
    )
    return (*_link(found, index), in_words(found.article.published), folded)


def _link(found: RecordArticle, index: Index) -> tuple[str, str]:
    return index.article_anchor(found.article.id), found.article.title or found.article.page
