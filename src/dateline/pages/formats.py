"""What every input format has, and the list of them: one file a format, one line here."""

from collections.abc import Callable
from dataclasses import dataclass

from dateline.pages import arc, feeds, html, json_articles, opml, pdf, text, warc
from dateline.pages.source import Pages, Read, Source


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its media type, the file endings it goes by, and a test on the first bytes.

    `expand` makes a format a container: it reads the source's stream and gives its pages one by one, lazily, never all at once. What it
    can't make a page of itself (a record of an archive) it gives to `read`, as a source that is `inside`. Without `expand` the bytes are
    one page. `archive`: it unpacks its stream itself (a record may be packed by itself), and is never opened within a container.
    """

    media_type: str
    suffixes: tuple[str, ...]
    sniff: Callable[[bytes], bool]
    expand: Callable[[Source, Read], Pages] | None = None
    archive: bool = False


# The first whose `sniff` accepts the bytes is taken, so that the strict ones come first and bare text last.
FORMATS = (
    Format(warc.MEDIA_TYPE, warc.SUFFIXES, warc.sniff, warc.expand, archive=True),
    Format(arc.MEDIA_TYPE, arc.SUFFIXES, arc.sniff, arc.expand, archive=True),
    Format(feeds.MEDIA_TYPE, feeds.SUFFIXES, feeds.sniff, feeds.expand),
    Format(opml.MEDIA_TYPE, opml.SUFFIXES, opml.sniff, opml.expand),
    Format(json_articles.MEDIA_TYPE, json_articles.SUFFIXES, json_articles.sniff, json_articles.expand),
    Format(pdf.MEDIA_TYPE, pdf.SUFFIXES, pdf.sniff),
    Format(html.MEDIA_TYPE, html.SUFFIXES, html.sniff),
    Format(text.MEDIA_TYPE, text.SUFFIXES, text.sniff),
)
