"""One HTML file that holds everything: no other file, no host, no need of a script."""

import base64
import hashlib
from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from dateline.model.record import Record
from dateline.model.reports import STATUSES
from dateline.web.dates import day_in_words, sort_day
from dateline.web.index import Index
from dateline.web.lists import actor_views, article_views, source_views
from dateline.web.views import EventView, dispute_view, event_view, forecast_views, key_events, statement_views


def write_page(record: Record) -> str:
    """The record as one self-contained HTML page.

    Everything that comes from a page is escaped by the template engine. The page's own policy allows its one style sheet and its one
    script by their hashes and nothing else: even markup that slipped through could load and run nothing.

    The same record gives the same bytes.
    """
    index = Index(record)
    events = _in_order([event_view(e, index) for e in record.events], record)
    style, script = _asset("page.css"), _asset("page.js")
    shown = {
        "record": record,
        "title": _title(record),
        "stories": [(s, len(s.events)) for s in record.stories],
        "covered": _covered(record),
        "as_of": day_in_words(record.as_of) if record.as_of else None,
        "originals": sum(1 for a in record.articles if (a.copy_of or a.version_of) not in index.articles),
        "events": events,
        "months": _months(events),
        "key": key_events(events),
        "actors": actor_views(index, events),
        "statements": statement_views(index),
        "disputes": [dispute_view(d, index) for d in record.disputes],
        "forecasts": forecast_views(index),
        "overdue": [e for e in events if e.overdue],
        "sources": source_views(index),
        "articles": article_views(index),
        "statuses": [s for s in STATUSES if any(e.status == s for e in events)],
        "statuses_all": STATUSES,
        "types": sorted({e.type for e in events if e.type}),
        "style": Markup(style),  # noqa: S704
        "script": Markup(script),  # noqa: S704
        "policy": _policy(style, script),
    }
    return _environment().get_template("page.html.j2").render(shown)


def _in_order(views: list[EventView], record: Record) -> list[EventView]:
    """By the day of the event; those without a day last, in the order in which they were first reported."""
    days = {e.id: sort_day(e.when) for e in record.events}
    told = {e.id: next((d for s in e.history if (d := sort_day(s.reported))), None) for e in record.events}

    def key(view: EventView) -> tuple[bool, str, str, int, str]:
        day, first = days[view.id], told[view.id]
        return day is None, day.isoformat() if day else "", first.isoformat() if first else "", -view.weight, view.id

    return sorted(views, key=key)


def _months(events: list[EventView]) -> list[tuple[str, list[EventView]]]:
    months: dict[str, list[EventView]] = {}
    for event in events:
        months.setdefault(event.month, []).append(event)
    return list(months.items())


def _title(record: Record) -> str:
    """The story with the most articles, and how many others there are."""
    if not record.stories:
        return "A record of news"
    first = min(record.stories, key=lambda s: (-len(s.articles), -len(s.events), s.id))
    others = len(record.stories) - 1
    return f"{first.title}, and {others} other {'story' if others == 1 else 'stories'}" if others else first.title


def _covered(record: Record) -> tuple[str, str] | None:
    """The first and last day on which the articles appeared, as far as known."""
    days = [d for a in record.articles for d in (a.article.published.earliest, a.article.published.latest) if d]
    return (day_in_words(min(days)), day_in_words(max(days))) if days else None


def _asset(name: str) -> str:
    return files("dateline").joinpath("data", "web", name).read_text(encoding="utf-8")


def _policy(style: str, script: str) -> str:
    allowed = f"style-src '{_hash(style)}'; script-src '{_hash(script)}'; img-src data:"
    return f"default-src 'none'; {allowed}; base-uri 'none'; form-action 'none'"


def _hash(text: str) -> str:
    """As the policy wants it: of exactly the characters between the tags."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("dateline", "data/web"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
