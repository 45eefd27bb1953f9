"""One spelling for all addresses of a page: scheme, host names of one site, fragments, tracking and mobile forms make no difference."""

import re
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

from dateline.ontology.addresses import AddressRules, address_rules

# Archives and caches of mobile pages show a page under an address that holds the page's own.
_ARCHIVED = re.compile(r"^https?://web\.archive\.org/web/\d+(?:[a-z]{2}_)?/(?P<inner>.+)$", re.IGNORECASE)
_CACHED = re.compile(r"^https?://(?:www\.google\.[a-z.]+/amp|[\w-]+\.cdn\.ampproject\.org/[cv])/(?:s/)?(?P<inner>[^?#]+)", re.IGNORECASE)
_AMP_PARTS = ("amp", "amphtml")
_AMP_ENDING = re.compile(r"(?:\.amp(?=\.html?$|$)|(?<=\.html)\.amp$)", re.IGNORECASE)


def page_address(uri: str | None) -> str | None:
    """The page's address in its one spelling; None for no web address and for a site's front page, which shows other articles every day."""
    if not uri:
        return None
    rules = address_rules()
    for wrapped in (_ARCHIVED, _CACHED):
        if found := wrapped.match(uri):
            inner = found["inner"]
            uri = inner if re.match("https?:", inner, re.IGNORECASE) else f"http://{inner}"
    try:
        parts = urlsplit(uri.strip())
        host, port = (parts.hostname or "").rstrip("."), parts.port
    except ValueError:
        return None
    if parts.scheme.lower() not in ("http", "https") or not host:
        return None
    path = _path(parts.path, rules)
    query = _query(parts.query, rules)
    if path == "/" and not query:
        return None
    place = _host(host, rules) + (f":{port}" if port not in (None, 80, 443) else "")
    return f"{place}{path}{'?' + query if query else ''}"


def _host(host: str, rules: AddressRules) -> str:
    labels = host.split(".")
    while len(labels) > 2 and labels[0] in rules.same_hosts:
        labels.pop(0)
    return ".".join(labels)


def _path(path: str, rules: AddressRules) -> str:
    parts = [quote(unquote(part), safe="~,;:@!$&'()*+=-._") for part in path.split("/") if part]
    if parts and parts[-1].lower() in rules.index_pages:
        parts.pop()
    for end in (-1, 0):
        if len(parts) > 1 and parts[end].lower() in _AMP_PARTS:
            parts.pop(end)
    if parts:
        parts[-1] = _AMP_ENDING.sub("", parts[-1])
    return "/" + "/".join(parts)


def _query(query: str, rules: AddressRules) -> str:
    kept = [(name, value) for name, value in parse_qsl(query, keep_blank_values=True) if not rules.is_tracking(name)]
    return urlencode(sorted(kept))
