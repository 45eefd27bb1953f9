"""What the markup of a page says of its day of publication, whatever the page is: an article, a blog, an index."""

from dataclasses import dataclass
from datetime import date

from lxml.html import HtmlElement

from dateline.articles.ago import days_of
from dateline.articles.clocks import ahead_of, with_local_days
from dateline.articles.dates import Reading, day_before_month
from dateline.articles.datewalk import Walk
from dateline.articles.shown import Relative, relative_times, shown_traces
from dateline.articles.traces import Trace, address_traces, archived, marked_traces


@dataclass(frozen=True, slots=True)
class PageTraces:
    """What the markup says; its language and the addresses it names tell what its clocks mean."""

    traces: tuple[Trace, ...]
    language: str
    addresses: tuple[str, ...]
    relative: tuple[Relative, ...] = ()

    def at(self, uri: str | None, fetched: str | None = None) -> list[Trace]:
        """All traces of the page, those of the address it was read from too; what is told from the time of reading, if that is known."""
        addresses = [uri, *self.addresses]
        found = with_local_days([*self.traces, *address_traces(addresses)], self.language, addresses)
        copied = archived(uri)
        if copied and uri:
            found.append(Trace("address", date.fromisoformat(copied[:8]), "url", uri, frozenset({"rendered"})))
        ahead, _ = ahead_of(self.traces, self.language, addresses)
        for one in self.relative:
            if (days := days_of(one.ago, copied or fetched, ahead)) is None:
                continue
            if "says edited" in one.traits and "says published" not in one.traits:
                found.append(Trace("edited", days[1], "html:relative", one.written, one.traits))
            else:
                found.append(Trace("shown", days[0], "html:relative", one.written, one.traits, last=days[1]))
        return found


def page_traces(root: HtmlElement) -> PageTraces:
    """All that the parsed page says of days on which it may have been published or edited. Scripts and metadata must still be in it."""
    language = _language(root)
    walk = Walk(root, root.findtext(".//title") or "")
    reading = Reading(language.split("-")[0], _day_first(walk, language))
    traces = (*marked_traces(root, reading), *shown_traces(walk, reading))
    return PageTraces(traces, language, tuple(_addresses(root)), tuple(relative_times(walk, reading)))


def _language(root: HtmlElement) -> str:
    told = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or root.get("xml:lang")
    if not told:
        metas = ((m.get("property") or m.get("name") or m.get("http-equiv") or "", m.get("content") or "") for m in root.iter("meta"))
        told = next(
            (content for name, content in metas if name.lower() in ("og:locale", "language", "content-language", "dc.language")), ""
        )
    return str(told).strip().lower().replace("_", "-")[:12]


def _day_first(walk: Walk, language: str) -> bool:
    """Is 3/4/2020 the third of April? The page's own dates tell, else its language: only Americans and Filipinos write the month first."""
    own = day_before_month("\n".join(piece for block in walk.blocks for piece in block.itertext()))
    return own if own is not None else language not in ("", "en", "en-us", "en-ph", "fil")


def _addresses(root: HtmlElement) -> list[str]:
    links = [link.get("href") or "" for link in root.iter("link") if "canonical" in (link.get("rel") or "").lower()]
    return links + [meta.get("content") or "" for meta in root.iter("meta") if (meta.get("property") or "") == "og:url"]
