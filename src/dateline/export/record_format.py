"""The record as the plain values of `dateline-record/1`; the JSON Schema in `data/schema/` is its contract."""

from calendar import monthrange
from collections.abc import Iterable
from datetime import date
from typing import Any

from dateline import __version__
from dateline.model.actors import Actor, Role
from dateline.model.evidence import Evidence, Span
from dateline.model.moments import Moment
from dateline.model.plain import to_plain
from dateline.model.record import Dispute, Event, Position, Record, RecordArticle
from dateline.model.reports import Quantity, Report, Statement

FORMAT = "dateline-record/1"

# The tables of the format, and what one row of each is called.
KINDS = {
    "sources": "source",
    "articles": "article",
    "actors": "actor",
    "places": "place",
    "stories": "story",
    "reports": "report",
    "events": "event",
    "statements": "statement",
    "disputes": "dispute",
    "forecasts": "forecast",
    "quantities": "quantity",
}


def plain_record(record: Record) -> dict[str, Any]:
    """The whole record, keys in the order of the format."""
    return {
        "format": FORMAT,
        "dateline": {"version": __version__, "models": dict(record.models)},
        "as_of": record.as_of.isoformat() if record.as_of else None,
        "sources": to_plain(record.sources),
        "articles": [_article(one) for one in record.articles],
        "actors": [_actor(one) for one in record.actors],
        "places": to_plain(record.places),
        "stories": to_plain(record.stories),
        "reports": [_report(one) for one in record.reports],
        "events": [_event(one) for one in record.events],
        "statements": [_statement(one) for one in record.statements],
        "disputes": [_dispute(one) for one in record.disputes],
        "forecasts": to_plain(record.forecasts),
        "quantities": [_quantity(one) for one in record.quantities],
    }


def plain_moment(moment: Moment) -> dict[str, Any]:
    """Ends cut to what is known: whole years to the year, whole months to the month, else days."""
    earliest, latest = cut(moment.earliest, moment.latest)
    return {"earliest": earliest, "latest": latest, "method": moment.method, "evidence": _evidence(moment.evidence)}


def cut(earliest: date | None, latest: date | None) -> tuple[str | None, str | None]:
    """The two ends of an interval as ISO 8601."""
    if earliest is None or latest is None:
        return earliest.isoformat() if earliest else None, latest.isoformat() if latest else None
    whole_months = earliest.day == 1 and latest.day == monthrange(latest.year, latest.month)[1]
    if whole_months and earliest.month == 1 and latest.month == 12:
        return f"{earliest.year:04}", f"{latest.year:04}"
    if whole_months:
        return earliest.isoformat()[:7], latest.isoformat()[:7]
    return earliest.isoformat(), latest.isoformat()


def _evidence(evidence: Iterable[Evidence]) -> list[Any]:
    return [to_plain(one) for one in evidence]


def _span(span: Span) -> Any:
    return to_plain(span)


def _article(one: RecordArticle) -> dict[str, Any]:
    article = one.article
    return {
        "id": article.id,
        "page": article.page,
        "uri": article.uri,
        "sha256": article.sha256,
        "fetched": article.fetched,
        "title": article.title,
        "byline": list(article.byline),
        "source": one.source,
        "agency": article.agency,
        "language": article.language,
        "copy_of": one.copy_of,
        "version_of": one.version_of,
        "published": plain_moment(article.published),
        "text": article.text,
        "blocks": to_plain(article.blocks),
        "removed": to_plain(article.removed),
    }


def _actor(actor: Actor) -> dict[str, Any]:
    return {
        "id": actor.id,
        "name": actor.name,
        "kind": actor.kind,
        "aliases": list(actor.aliases),
        "country": actor.country,
        "sector": actor.sector,
        "wikidata": actor.wikidata,
        "roles": [_role(role) for role in actor.roles],
    }


def _role(role: Role) -> dict[str, Any]:
    return {"title": role.title, "of": role.of, "when": plain_moment(role.when), "evidence": _evidence(role.evidence)}


def _report(report: Report) -> dict[str, Any]:
    return {
        "id": report.id,
        "article": report.article,
        "event": report.event,
        "type": report.type,
        "mode": report.mode,
        "status": report.status,
        "when": plain_moment(report.when),
        "place": report.place,
        "participants": to_plain(report.participants),
        "by": to_plain(report.by),
        "reported": plain_moment(report.reported),
        "trigger": _span(report.trigger),
        "evidence": _evidence(report.evidence),
        "confidence": round(report.confidence, 3),
    }


def _event(event: Event) -> dict[str, Any]:
    history = [{"report": step.report, "status": step.status, "reported": plain_moment(step.reported)} for step in event.history]
    return {
        "id": event.id,
        "formerly": list(event.formerly),
        "story": event.story,
        "part_of": event.part_of,
        "type": event.type,
        "mode": event.mode,
        "summary": event.summary,
        "participants": to_plain(event.participants),
        "place": event.place,
        "when": plain_moment(event.when),
        "status": event.status,
        "overdue": event.overdue,
        "contested": list(event.contested),
        "reports": list(event.reports),
        "independent_sources": event.independent_sources,
        "history": history,
    }


def _statement(statement: Statement) -> dict[str, Any]:
    return {
        "id": statement.id,
        "article": statement.article,
        "speaker": statement.speaker,
        "kind": statement.kind,
        "text": statement.text,
        "cue": statement.cue,
        "channel": statement.channel,
        **({"addressee": statement.addressee} if statement.addressee else {}),
        "said": plain_moment(statement.said),
        "evidence": _evidence(statement.evidence),
        "about": list(statement.about),
    }


def _dispute(dispute: Dispute) -> dict[str, Any]:
    return {
        "id": dispute.id,
        "kind": dispute.kind,
        "proposition": dispute.proposition,
        "event": dispute.event,
        "field": dispute.field,
        "positions": [_position(one) for one in dispute.positions],
    }


def _position(position: Position) -> dict[str, Any]:
    return {
        "by": to_plain(position.by),
        "article": position.article,
        "stance": position.stance,
        "value": position.value,
        "evidence": _evidence(position.evidence),
    }


def _quantity(quantity: Quantity) -> dict[str, Any]:
    return {
        "id": quantity.id,
        "article": quantity.article,
        "what": quantity.what,
        "value": quantity.value,
        "unit": quantity.unit,
        "bound": quantity.bound,
        "by": to_plain(quantity.by),
        "event": quantity.event,
        "evidence": _evidence(quantity.evidence),
    }
