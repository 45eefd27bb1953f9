"""The feed that a web page names in its head: what somebody means who gives the address of a site and wants what is new there."""

import re

from lxml import etree

from dateline.pages.addresses import NotFetched, is_address, join

_HEAD = 300_000  # bytes that are looked through: some sites write long scripts before their links
_TYPES = frozenset({"application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml"})
_COMMENTS = re.compile(r"comment|kommentar|commentaire|comentario|commenti|comentári|reacties", re.IGNORECASE)
_ARTICLE = re.compile(rb'"@type"\s*:\s*\[?\s*"[A-Za-z]{0,20}Article"')


def named_feed(content: bytes, uri: str) -> str | None:
    """The address of the first feed that the HTML page at `uri` names, feeds of comments aside.

    None for a page that calls itself an article: sites name their feed on each of their pages, and it is the article that is meant.
    """
    head = content[:_HEAD]
    parser = etree.HTMLParser(recover=True, no_network=True, huge_tree=False, remove_comments=True)
    parser.feed(head)
    try:
        root: object = parser.close()
    except etree.XMLSyntaxError:
        return None  # no element at all
    if not isinstance(root, etree._Element):  # noqa: SLF001 - lxml's only name for its elements
        return None
    links = list(root.iter("link", "meta", "base"))
    if _is_article(head, [one for one in links if one.tag == "meta"]):
        return None
    base = next((one.get("href", "") for one in links if one.tag == "base"), "")
    for link in links:
        if link.tag == "link" and "alternate" in link.get("rel", "").lower().split() and _kind(link) in _TYPES:
            found = _address(link.get("href", ""), base, uri)
            if found and not _COMMENTS.search(f"{link.get('title', '')} {found}"):
                return found
    return None


def _is_article(head: bytes, metas: list[etree._Element]) -> bool:
    stated = next((one.get("content", "").lower() for one in metas if one.get("property") == "og:type"), None)
    return stated.startswith("article") if stated is not None else bool(_ARTICLE.search(head))


def _kind(link: etree._Element) -> str:
    return link.get("type", "").partition(";")[0].strip().lower()


def _address(href: str, base: str, uri: str) -> str | None:
    try:
        found = join(join(uri, base), href) if href.strip() else ""
    except NotFetched:
        return None
    return found if is_address(found) and found != uri else None
