"""The steps, in order. The only place where the stages meet."""

from collections.abc import Iterable, Sequence
from datetime import date

from dateline.articles import read_article
from dateline.language.annotate import Annotator
from dateline.linking import known_by, link
from dateline.mentions.reading import read_mentions
from dateline.model.pages import Drop, Page
from dateline.model.record import Record
from dateline.model.reports import Reading
from dateline.record import build_record


def read_page(page: Page, annotator: Annotator) -> Reading | Drop:
    """One page alone: its article, the parse, and what the article says."""
    article = read_article(page)
    if isinstance(article, Drop):
        return article
    return read_mentions(annotator.annotate(article))


def make_record(readings: Iterable[Reading], as_of: date | None, models: Sequence[tuple[str, str]]) -> Record:
    """All articles together: linked, and put together into the record.

    The order of the readings makes no difference: they are sorted by their articles' ids. As of a day only what was known then is linked,
    with the days of publication that all pages together tell.
    """
    known = sorted(readings, key=lambda reading: reading.article.id)
    linked = link(known)
    if as_of is not None:
        linked = link(known_by(linked, known, as_of))
    return build_record(linked, as_of=as_of, models=tuple(models))
