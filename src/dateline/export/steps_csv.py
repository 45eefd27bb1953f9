"""Events as a table for spreadsheets: a row for each step of an event's history, with the words that tell it; dates in EDTF.

EDTF (ISO 8601-2) writes an interval of days in one cell: `2017-04-12`, `2017-04`, `2017-04-10/2017-04-12`, `../2017-05-01`.
"""

import csv
import io
import re
from collections.abc import Iterator, Sequence

from dateline.export.lookup import Lookup
from dateline.model.edtf import edtf
from dateline.model.record import Event, HistoryStep, Record

COLUMNS = (
    *("event", "when", "status", "overdue", "type", "mode", "what", "who", "where", "sources", "step", "steps"),
    *("reported", "reported_status", "by", "outlet", "words", "page", "address", "start", "end"),
)
# Spreadsheets run what begins like this as a formula, and the text of pages is other people's.
_FORMULA = re.compile(r"[=+\-@]")
# What could steer a terminal or show text in another order.
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")


def write(record: Record) -> Iterator[str]:
    """A line with the names of the columns, then the events in the order of the record, their steps in the order of publication."""
    lookup = Lookup(record)
    yield _line(COLUMNS)
    for event in record.events:
        shared = _event(lookup, event)
        for number, step in enumerate(event.history, 1):
            yield _line((*shared, str(number), str(len(event.history)), *_step(lookup, step)))


def _event(lookup: Lookup, event: Event) -> list[str]:
    names = [lookup.actor(one.actor) for one in event.participants]
    return [
        event.id,
        edtf(event.when) or "",
        event.status,
        "overdue" if event.overdue else "",
        event.type or "",
        event.mode or "",
        event.summary,
        "; ".join(names),
        event.place or "",
        str(event.independent_sources),
    ]


def _step(lookup: Lookup, step: HistoryStep) -> list[str]:
    report = lookup.reports[step.report]
    article = lookup.articles[report.article].article
    return [
        edtf(step.reported) or "",
        step.status,
        lookup.by(report.by, report.article),
        lookup.outlet(report.article),
        lookup.sentence(report),
        article.page,
        article.uri or "",
        str(report.trigger.start),
        str(report.trigger.end),
    ]


def _line(cells: Sequence[str]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerow([_cell(one) for one in cells])
    return out.getvalue()


def _cell(text: str) -> str:
    """One line without controls; an apostrophe before what a spreadsheet would run, as spreadsheets themselves write it."""
    text = _CONTROLS.sub("\N{REPLACEMENT CHARACTER}", " ".join(text.split()))
    return f"'{text}" if _FORMULA.match(text) else text
