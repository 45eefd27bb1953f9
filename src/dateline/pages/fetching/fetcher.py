"""Fetches one address: robots.txt, delays, conditional requests, redirects, retries. What can't be had is a `Drop`."""

import contextlib
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from email.message import Message
from email.utils import parsedate_to_datetime
from typing import Protocol

from dateline import __version__
from dateline.model.pages import Drop
from dateline.model.visits import Visit
from dateline.pages.addresses import REFUSED, NotFetched, Target, join, parse_address
from dateline.pages.fetching.network import NOT_REACHED, Answer, Limits, Network
from dateline.pages.fetching.patience import LONGEST_WAIT, WAITING, Clock, Patience
from dateline.pages.robots import MOST_BYTES, ROBOT, Robots

USER_AGENT = f"{ROBOT}/{__version__}"
UNCHANGED = "unchanged"
MOST_REDIRECTS = 5
ATTEMPTS = 3
_ACCEPT = "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/feed+json, */*;q=0.5"
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_BUSY = frozenset({408, 425, 429, 500, 502, 503, 504})
_MEANINGS = {
    401: ("not allowed", "it asks for a login; save the page with a browser and add the file"),
    402: ("not allowed", "it asks to be paid"),
    403: ("not allowed", "the server refuses programs, or everybody; save the page with a browser and add the file"),
    404: ("not found", "there is no page at this address; check it"),
    410: ("not found", "the page was taken away"),
    429: (WAITING, "the server asks for fewer requests; try again later"),
    451: ("not allowed", "it is withheld for legal reasons"),
}


class Visits(Protocol):
    """What is remembered from run to run. It is asked before a request and told after the page has been taken."""

    def find(self, url: str) -> Visit | None:
        """The last visit of an address whose page is still known, or None: the page is then fetched whole."""

    def keep(self, visit: Visit) -> None:
        """Remember a visit, with the pages that it gave or not at all."""


class NoVisits:
    """Nothing is remembered: everything is fetched whole."""

    def find(self, url: str) -> Visit | None:  # noqa: ARG002 - as the protocol has it
        return None

    def keep(self, visit: Visit) -> None:
        """Nothing to do."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """What was found at an address: `uri` is where it stood after redirects, `encoding` what the server declared."""

    uri: str
    content: bytes
    media_type: str
    encoding: str | None
    fetched: str
    visit: Visit


class Fetcher:
    """Fetches addresses one after the other. One fetcher serves a whole run, so that it knows whom it has asked and what failed."""

    def __init__(
        self, visits: Visits | None = None, network: Network | None = None, limits: Limits | None = None, clock: Clock | None = None
    ) -> None:
        self.visits: Visits = visits or NoVisits()
        self._network = network or Network()
        self._limits = limits or Limits()
        self._clock = clock or Clock()
        self._patience = Patience(self._clock)
        self._robots = Robots(self._robots_file, self._clock.monotonic)

    def fetch(self, url: str, mark: str | None = None) -> Fetched | Drop:
        """What is at `url` now. A `Drop` with the reason "unchanged" where the server says that it is what was seen last time.

        `mark` is what a feed says of the page's last change. Nothing is raised, whatever the address and whatever the server does.
        """
        try:
            self._patience.check(url)
        except NotFetched as early:
            return Drop(url, "pages", early.reason, early.detail, unreadable=False)
        try:
            target = parse_address(url)
            known = self.visits.find(url)
            final, answer = self._patiently(target, known)
            found = self._unchanged(url, known, mark) if answer.status == 304 and known else self._fetched(url, final, answer, mark)
        except NotFetched as error:
            self._patience.failed(url, error.retry_after)
            return error.drop(url)
        self._patience.worked(url)
        return found

    def _patiently(self, target: Target, known: Visit | None, *, robots: bool = True) -> tuple[Target, Answer]:
        """Tries again, later each time, while the fault may pass."""
        for attempt in range(1, ATTEMPTS + 1):
            try:
                return self._follow(target, known, robots=robots)
            except NotFetched as error:
                wait = max(2.0 ** (attempt - 1), error.retry_after or 0.0)
                if not error.passing or attempt == ATTEMPTS or wait > LONGEST_WAIT:
                    raise
            self._patience.wait(wait)
        raise AssertionError("the last attempt returns or raises")

    def _follow(self, target: Target, known: Visit | None, *, robots: bool) -> tuple[Target, Answer]:
        """From redirect to redirect, each a new address that is judged from the start."""
        for _ in range(MOST_REDIRECTS + 1):
            answer = self._ask(target, known) if robots else self._network.get(target, {"User-Agent": USER_AGENT}, self._limits)
            if answer.status not in _REDIRECTS:
                if robots or answer.status in _BUSY:
                    _check_status(answer, target, conditional=bool(_conditions(target, known)))
                return target, answer
            target = _next(target, answer)
        raise NotFetched("too many redirects", f"more than {MOST_REDIRECTS}; the last leads to {target.url[:200]}")

    def _ask(self, target: Target, known: Visit | None) -> Answer:
        delay = self._robots.delay(target)
        self._patience.pause(target.host, delay)
        headers = {"User-Agent": USER_AGENT, "Accept": _ACCEPT, "Accept-Language": "en, *;q=0.5", **_conditions(target, known)}
        try:
            return self._network.get(target, headers, self._limits)
        finally:
            self._patience.asked(target.host)

    def _robots_file(self, target: Target) -> tuple[int, bytes]:
        _, answer = self._patiently(target, None, robots=False)
        return answer.status, answer.content[:MOST_BYTES]

    def _unchanged(self, url: str, known: Visit, mark: str | None) -> Drop:
        self.visits.keep(replace(known, mark=mark))
        return Drop(url, "pages", UNCHANGED, f"as it was when it was fetched on {known.fetched[:10]}")

    def _fetched(self, url: str, target: Target, answer: Answer, mark: str | None) -> Fetched:
        if not answer.content.strip():
            raise NotFetched("empty", "the server answered with nothing")
        media_type, encoding = _content_type(answer.headers)
        fetched = _date(answer.headers, self._clock.now())
        visit = Visit(
            url,
            target.url,
            _validator(answer.headers, "etag"),
            _validator(answer.headers, "last-modified"),
            fetched,
            hashlib.sha256(answer.content).hexdigest(),
            mark,
        )
        return Fetched(target.url, answer.content, media_type, encoding, fetched, visit)


def _conditions(target: Target, known: Visit | None) -> dict[str, str]:
    """The validators belong to the address that gave them, not to one that redirects to it."""
    if known is None or known.uri != target.url:
        return {}
    found = {"If-None-Match": known.etag, "If-Modified-Since": known.last_modified}
    return {name: value for name, value in found.items() if value}


def _next(target: Target, answer: Answer) -> Target:
    location = answer.headers.get("location", "")
    if not location:
        raise NotFetched(NOT_REACHED, f"it is redirected (status {answer.status}), but not said where to")
    # http.client reads headers as Latin-1; servers write UTF-8 into them.
    with contextlib.suppress(UnicodeError):
        location = location.encode("latin-1").decode("utf-8")
    new = parse_address(join(target.url, location))
    if target.scheme == "https" and new.scheme == "http":
        # What comes unencrypted can be changed on its way; whoever gave an https address did not ask for that.
        detail = f"https is redirected to {new.url[:200]}, which is not encrypted; give that address if you trust it"
        raise NotFetched(REFUSED, detail)
    return new


def _check_status(answer: Answer, target: Target, *, conditional: bool) -> None:
    if answer.status == 200 or (answer.status == 304 and conditional):
        return
    reason, detail = _MEANINGS.get(answer.status, (NOT_REACHED, "an answer that holds no page"))
    passing = answer.status in _BUSY
    if passing and answer.status not in _MEANINGS:
        detail = "the server has trouble; try again later"
    wait = _retry_after(answer.headers) if passing else None
    raise NotFetched(reason, f"{target.host}: {detail} (status {answer.status})", passing=passing, retry_after=wait)


def _retry_after(headers: Mapping[str, str]) -> float | None:
    """Seconds, given as such or as the difference of two dates of the server's own clock."""
    value = headers.get("retry-after", "").strip()
    if value.isascii() and value.isdigit():
        return float(value[:9])
    then, now = _instant(value), _instant(headers.get("date", ""))
    return max(0.0, (then - now).total_seconds()) if then and now else None


def _date(headers: Mapping[str, str], now: str) -> str:
    """When the answer was made: its Date header, or the machine's time where that is missing or later than it (a wrong clock)."""
    said = _instant(headers.get("date", ""))
    text = said.strftime("%Y-%m-%dT%H:%M:%SZ") if said and said.year >= 1990 else now
    return min(text, now) if text[:10] != now[:10] else text


def _instant(value: str) -> datetime | None:
    try:
        found = parsedate_to_datetime(value)
        return found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)
    except (TypeError, ValueError, IndexError, OverflowError):
        return None


def _content_type(headers: Mapping[str, str]) -> tuple[str, str | None]:
    message = Message()
    message["content-type"] = headers.get("content-type", "")
    if "content-type" not in headers:
        return "", None
    charset = message.get_content_charset()
    return message.get_content_type(), charset[:40] if charset else None


def _validator(headers: Mapping[str, str], name: str) -> str | None:
    """As the server gave it; one that could break a request is none."""
    value = headers.get(name, "").strip()
    return value if value and len(value) <= 500 and value.isprintable() and value.isascii() else None
