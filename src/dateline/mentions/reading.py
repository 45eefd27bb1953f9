"""All that one article says: its reports, statements and quantities."""

from dateline.mentions.reports import find_reports
from dateline.mentions.statements import find_statements
from dateline.model.annotated import AnnotatedArticle
from dateline.model.reports import Reading


def read_mentions(annotated: AnnotatedArticle) -> Reading:
    """Reports, statements and quantities of an annotated article, with its actors and times."""
    return Reading(
        article=annotated.article,
        actors=annotated.actors,
        reports=find_reports(annotated),
        statements=find_statements(annotated),
        quantities=(),
        times=annotated.times,
    )
