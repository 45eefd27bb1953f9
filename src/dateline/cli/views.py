"""Parts of a record for reading, and the same as plain values of `dateline-record/1`."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Any

from dateline.cli.console import STATUS_STYLES, one_line, plural, put_line, put_table, say
from dateline.export.lookup import Lookup, shown_moment
from dateline.export.record_format import plain_record
from dateline.model.changes import Change
from dateline.model.plain import to_plain
from dateline.model.record import Event, HistoryStep, Record
from dateline.store import Run


def timeline(record: Record) -> None:
    rows = []
    for e in in_order(record):
        told_by = plural(e.independent_sources, "source")
        rows.append([shown_moment(e.when), e.status, _with_marks(e), e.place or "", told_by, e.id])
    put_table(["when", "status", "what", "where", "told by", "id"], rows, styled=1)


def timeline_json(record: Record) -> Any:
    plain = {row["id"]: row for row in plain_record(record)["events"]}
    return [plain[e.id] for e in in_order(record)]


def in_order(record: Record) -> list[Event]:
    """By the first day known, then the last; events without any date last."""
    return sorted(record.events, key=lambda e: (e.when.earliest or e.when.latest or date.max, e.when.latest or date.max, e.id))


def events(record: Record) -> None:
    rows = [
        [
            e.id,
            e.type or "-",
            e.mode or "-",
            e.status,
            shown_moment(e.when),
            str(len(e.reports)),
            str(e.independent_sources),
            _with_marks(e),
        ]
        for e in record.events
    ]
    put_table(["id", "type", "mode", "status", "when", "reports", "sources", "what"], rows, styled=3)


def events_json(record: Record) -> Any:
    return plain_record(record)["events"]


def event(record: Record, identity: str) -> None:
    lookup = Lookup(record)
    found = lookup.event(identity)
    put_line(_with_marks(found), "bold")
    put_line(f"{found.id}  {found.type or 'no PLOVER type'}{' ' + found.mode if found.mode else ''}")
    put_line(f"status    {found.status}", STATUS_STYLES[found.status])
    put_line(f"when      {shown_moment(found.when)}{_method(found)}")
    if found.place:
        put_line(f"where     {found.place}")
    names = [f"{lookup.actor(p.actor)}{'' if p.part == 'participant' else f' ({p.part})'}" for p in found.participants]
    put_line(f"who       {', '.join(map(one_line, names)) or '?'}")
    put_line(f"told by   {plural(len(found.reports), 'report')}, {plural(found.independent_sources, 'independent source')}")
    put_line()
    for step in found.history:
        _put_step(lookup, step)


def _put_step(lookup: Lookup, step: HistoryStep) -> None:
    report = lookup.reports[step.report]
    article = lookup.articles[report.article].article
    by = one_line(lookup.by(report.by, report.article))
    outlet = one_line(lookup.outlet(report.article))
    told = outlet if by == outlet else f"{by}, in {outlet}"
    put_line(f"{shown_moment(step.reported):24}  {step.status:10}  {told}", STATUS_STYLES[step.status])
    put_line(f"    “{one_line(lookup.sentence(report))}”")
    where = f"{one_line(article.page)}, characters {report.trigger.start}-{report.trigger.end}"
    put_line(f"    {one_line(article.title or article.page)} ({where})", "dim")


def event_json(record: Record, identity: str) -> Any:
    """The event, its reports in the order of publication, and for each the sentence behind it."""
    lookup = Lookup(record)
    found = lookup.event(identity)
    plain = plain_record(record)
    row = next(row for row in plain["events"] if row["id"] == found.id)
    reports = {r["id"]: r for r in plain["reports"]}
    return {"event": row, "reports": [{**reports[r], "sentence": lookup.sentence(lookup.reports[r])} for r in found.reports]}


def statements(record: Record) -> None:
    lookup = Lookup(record)
    if not record.statements:
        say("no statements were found")
    for s in record.statements:
        channel = f", {one_line(s.channel)}" if s.channel else ""
        put_line(f"{one_line(lookup.actor(s.speaker))}  {s.kind}{channel}  {shown_moment(s.said)}", "bold")
        put_line(f"    {one_line(s.text)}")
        put_line(f"    {one_line(lookup.outlet(s.article))}", "dim")


def statements_json(record: Record) -> Any:
    return plain_record(record)["statements"]


def disputes(record: Record) -> None:
    lookup = Lookup(record)
    if not record.disputes:
        say("no disputes were found")
    for dispute in record.disputes:
        put_line(f"{one_line(dispute.proposition)}{f' ({dispute.field})' if dispute.field else ''}", "bold")
        for position in dispute.positions:
            value = f": {one_line(position.value)}" if position.value else ""
            who = one_line(lookup.by(position.by, position.article))
            put_line(f"    {who} {position.stance}{value}  [{one_line(lookup.outlet(position.article))}]")


def disputes_json(record: Record) -> Any:
    return plain_record(record)["disputes"]


def people(record: Record) -> None:
    taking_part = Counter(p.actor for e in record.events for p in e.participants)
    speaking = Counter(s.speaker for s in record.statements)
    rows = []
    for actor in (a for a in record.actors if a.kind == "person"):
        roles = "; ".join(dict.fromkeys(f"{r.title} ({r.of})" if r.of else r.title for r in actor.roles))
        aliases = ", ".join(alias for alias in actor.aliases if alias != actor.name)
        rows.append([actor.name, actor.country or "?", roles, str(taking_part[actor.id]), str(speaking[actor.id]), aliases])
    put_table(["name", "country", "roles", "events", "statements", "also"], sorted(rows))


def people_json(record: Record) -> Any:
    return [row for row in plain_record(record)["actors"] if row["kind"] == "person"]


def sources(record: Record) -> None:
    lookup = Lookup(record)
    rows = []
    for one in record.articles:
        source = lookup.sources.get(one.source or "")
        copied = f"copy of {lookup.articles[one.copy_of].article.page}" if one.copy_of in lookup.articles else ""
        copied = f"earlier version of {lookup.articles[one.version_of].article.page}" if one.version_of in lookup.articles else copied
        kind = source.kind if source else "unknown"
        a = one.article
        rows.append([lookup.outlet(a.id), kind, shown_moment(a.published), a.published.method, a.title or "", a.page, copied])
    put_table(["source", "kind", "published", "known from", "title", "page", ""], sorted(rows, key=lambda row: (row[0], row[2], row[5])))


def sources_json(record: Record) -> Any:
    plain = plain_record(record)
    kept = ("id", "page", "uri", "title", "byline", "source", "agency", "copy_of", "version_of", "published")
    return {"sources": plain["sources"], "articles": [{key: row[key] for key in kept} for row in plain["articles"]]}


def changes(runs: Sequence[Run], record: Record | None) -> None:
    """Each run, the last first: what became of known events, then the new ones under one head."""
    pages = {one.article.id: one.article.page for one in record.articles} if record else {}
    for run in reversed(runs):
        new = [change for change in run.changes if change.kind == "new event"]
        others = [change for change in run.changes if change.kind != "new event"]
        told = [plural(len(others), "change")] * bool(others) + [plural(len(new), "new event")] * bool(new)
        put_line(f"run {run.id}: {plural(run.articles, 'article')} in the record, {', '.join(told) or 'nothing changed'}", "bold")
        for change in others:
            step = f"{change.kind} {change.before} -> {change.after}" if change.after else f"{change.kind}, was {change.before}"
            put_line(f"    {step}: {one_line(change.summary)}{_brought(change, pages)}")
        if others and new:
            put_line("    new:")
        for change in new:
            status = change.after or "?"
            put_line(f"    {status:10}  {one_line(change.summary)}{_brought(change, pages)}", STATUS_STYLES.get(status, ""))


def _brought(change: Change, pages: dict[str, str]) -> str:
    """The pages that brought it."""
    brought = ", ".join(one_line(pages.get(article, article)) for article in change.articles)
    return f"  [{brought}]" if brought else ""


def changes_json(runs: Sequence[Run]) -> Any:
    return to_plain(tuple(runs))


def _with_marks(event: Event) -> str:
    marks = [*(["overdue"] if event.overdue else []), *([f"contested: {', '.join(event.contested)}"] if event.contested else [])]
    return one_line(event.summary) + (f" [{'; '.join(marks)}]" if marks else "")


def _method(event: Event) -> str:
    return f" ({event.when.method})" if event.when.known or event.when.earliest or event.when.latest else ""
