"""Versions: one page as it was fetched more than once. The latest counts: what it no longer says has been taken back."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime

from dateline.linking.addresses import page_address
from dateline.linking.copies import likeness
from dateline.linking.shingles import Shingler
from dateline.model.articles import Article

# Parts in common, added up, from which two articles at one address are one page whatever their dates. A page that shows another article
# every day has another day of publication as well, and shares hardly more than its furniture.
_SAME_FROM = 0.3


def find_versions(articles: Sequence[Article]) -> Mapping[str, str]:
    """-> {outdated version's id: id of the page's latest version}."""
    at: dict[str, list[Article]] = defaultdict(list)
    for article in articles:
        if (address := page_address(article.uri)) is not None:
            at[address].append(article)
    newer: dict[str, str] = {}
    for address in sorted(a for a, found in at.items() if len(found) > 1):
        left = sorted(at[address], key=_state)
        while left:
            latest = left.pop()
            older = [a for a in left if _same_page(a, latest)]
            newer.update({a.id: latest.id for a in older})
            left = [a for a in left if a.id not in newer]
    return newer


def seen_from(articles: Sequence[Article], newer: Mapping[str, str]) -> Mapping[str, date]:
    """-> {id of a version that was not its page's first: the day on which it was there for sure}, where that is known.

    All versions of a page are published on one day. What the first one said was known then; a later one may have been written any time
    until it was fetched.
    """
    by_id = {a.id: a for a in articles}
    versions: dict[str, list[Article]] = defaultdict(list)
    for older, latest in newer.items():
        versions[latest].append(by_id[older])
    seen: dict[str, date] = {}
    for latest, earlier in versions.items():
        for version in sorted([*earlier, by_id[latest]], key=_state)[1:]:
            fetched = _instant(version.fetched)
            if fetched is not None:
                seen[version.id] = fetched.date()
    return seen


def _same_page(one: Article, other: Article) -> bool:
    if one.published.known and other.published.known:
        same = one.published.overlaps(other.published, grace=1)
    else:
        same = bool(one.title) and one.title == other.title
    if same:
        return True
    shingler = Shingler()
    return likeness(shingler.read(one), shingler.read(other)) >= _SAME_FROM


def _state(article: Article) -> tuple[str, str, str, int, str]:
    """What sorts the later version last: when it was fetched, else when it says that it was edited or published."""
    fetched = _instant(article.fetched)
    edited = [c.moment.latest for c in article.clues if c.kind == "edited" and c.moment.latest]
    published = article.published.latest
    return (
        fetched.isoformat() if fetched else "",
        max(edited).isoformat() if edited else "",
        published.isoformat() if published else "",
        len(article.text),
        article.id,
    )


def _instant(fetched: str | None) -> datetime | None:
    try:
        found = datetime.fromisoformat(fetched) if fetched else None
    except ValueError:
        return None
    return found.replace(tzinfo=UTC) if found and found.tzinfo is None else found.astimezone(UTC) if found else None
