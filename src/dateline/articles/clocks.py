"""The day where the publisher is, from an instant in Greenwich's clock and the country of the page."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

from dateline.articles.traces import Trace
from dateline.ontology.dating import zones

_OFFSET = re.compile(r"\d[T ]\d\d:?\d\d\S*?(?P<sign>[+-])(?P<hours>\d\d):?(?P<minutes>\d\d)$")
_HOST = re.compile(r"^(?:https?:)?//[^/?#]*?\.(?P<end>[a-z]+)(?::\d+)?(?:[/?#]|$)", re.IGNORECASE)
_DAY = 24 * 60


def with_local_days(traces: Iterable[Trace], language: str, addresses: Iterable[str | None]) -> list[Trace]:
    """The traces; one in Greenwich's clock that is another day by the local one is there twice, with the trait "elsewhere" and "local"."""
    traces = list(traces)
    ahead, source = ahead_of(traces, language, addresses)
    found = []
    for trace in traces:
        shift = (trace.minutes + ahead) // _DAY if trace.minutes is not None and ahead is not None else 0
        if shift:
            found.append(replace(trace, traits=trace.traits | {"elsewhere"}))
            found.append(replace(trace, day=trace.day + timedelta(days=shift), traits=trace.traits | {"local", f"local by {source}"}))
        else:
            found.append(trace)
    return found


def ahead_of(traces: Iterable[Trace], language: str, addresses: Iterable[str | None]) -> tuple[int | None, str]:
    """Minutes ahead of Greenwich, and what tells it: another value of the page, the end of the host, or the language."""
    for trace in traces:
        match = _OFFSET.search(trace.written)
        if match and (offset := int(match["hours"]) * 60 + int(match["minutes"])):
            return (offset if match["sign"] == "+" else -offset), "offset"
    ends = [match["end"].lower() for one in addresses if one and (match := _HOST.match(one))]
    parts = language.lower().replace("_", "-").split("-")
    known = zones()
    for country, source in (*((end, "host") for end in ends[:1]), *((part, "tag") for part in parts[1:])):
        if country in known.countries:
            return known.countries[country], source
    return known.languages.get(parts[0]), "language"
