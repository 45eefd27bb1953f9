"""All that one article says: its reports, statements and quantities."""

from dateline.mentions.claims import find_claims
from dateline.mentions.measuring import tie_quantities
from dateline.mentions.quantities import find_quantities
from dateline.mentions.reports import find_reports
from dateline.mentions.statements import find_statements
from dateline.model.annotated import AnnotatedArticle
from dateline.model.reports import Reading


def read_mentions(annotated: AnnotatedArticle) -> Reading:
    """Reports, statements and quantities of an annotated article, with its actors and times.

    Countries that take part in an event and are named only by a place in them are added to the actors.
    """
    found = find_reports(annotated)
    return Reading(
        article=annotated.article,
        actors=(*annotated.actors, *found.actors),
        reports=found.reports,
        statements=find_statements(annotated),
        quantities=tie_quantities(annotated, find_quantities(annotated), found.reports),
        times=annotated.times,
        claims=find_claims(annotated),
    )
