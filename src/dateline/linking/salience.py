"""Which groups of reports are events, and which are words in passing."""

from collections.abc import Mapping, Sequence

from dateline.model.articles import Article
from dateline.model.reports import Report
from dateline.ontology.linking import JoiningRules


def is_event(reports: Sequence[Report], articles: Mapping[str, Article], rules: JoiningRules) -> bool:
    """Does the record keep the group as an event? Parties, a date, several reports and articles speak for it; mere talk against."""
    if all(r.of_status for r in reports):
        return False
    signs = rules.salience
    parties = len({p.actor for r in reports for p in r.participants})
    kinds = {r.type for r in reports}
    dates = [r.when for r in reports if r.when.known]
    score = signs.confidence * max(r.confidence for r in reports)
    score += signs.two_parties * (parties >= 2) + signs.three_parties * (parties >= 3) + signs.no_party * (parties == 0)
    score += signs.dated * bool(dates) + signs.single_day * any(d.is_day for d in dates)
    score += signs.two_reports * (len(reports) > 1) + signs.four_reports * (len(reports) > 3)
    score += signs.two_articles * (len({r.article for r in reports}) > 1)
    score += signs.title * any(_in_title(r, articles[r.article]) for r in reports)
    score += signs.talk * bool(kinds and kinds <= rules.talk) + signs.untyped * (kinds == {None}) + signs.meeting * ("CONSULT" in kinds)
    return score >= signs.threshold


def _in_title(report: Report, article: Article) -> bool:
    return bool(article.title) and report.trigger.end <= len(article.title or "")
