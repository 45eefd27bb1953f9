"""What a site allows robots to fetch: robots.txt as RFC 9309 has it."""

from collections.abc import Callable
from dataclasses import dataclass

from protego import Protego

from dateline.pages.addresses import NotFetched, Target, parse_address

ROBOT = "Dateline"
FORBIDDEN = "refused by robots.txt"
# RFC 9309, 2.4: not to be kept longer than a day.
KEPT_SECONDS = 86_400.0
ASKED_AGAIN_SECONDS = 300.0  # where they could not be had
# RFC 9309, 2.5: at least 500 KiB are read; what comes after is not looked at.
MOST_BYTES = 512_000


@dataclass(frozen=True, slots=True)
class _Rules:
    """The rules of one origin, None where all is allowed, or why they can't be had; `until` is when they are asked for again."""

    rules: Protego | NotFetched | None
    until: float


class Robots:
    """Asks each origin once for its rules. `get` fetches an address (redirects followed) and gives the status and the content.

    It raises `NotFetched` where the server can't be reached or says that it is busy ("asked too often", 429, says nothing of rules).
    """

    def __init__(self, get: Callable[[Target], tuple[int, bytes]], monotonic: Callable[[], float]) -> None:
        self._get = get
        self._monotonic = monotonic
        self._known: dict[str, _Rules] = {}

    def delay(self, target: Target) -> float | None:
        """The seconds between two requests that the site asks of us. Raises `NotFetched` where `target` may not be fetched.

        No robots.txt (a status of 400 to 499): all is allowed. It can't be had (a server's error, no connection): nothing is, as RFC 9309
        wants it in 2.3.1.
        """
        rules = self._rules(target)
        if isinstance(rules, NotFetched):
            # It has been tried often enough, so that this is not passing.
            raise NotFetched(rules.reason, rules.detail, retry_after=rules.retry_after)
        if rules is None:
            return None
        if not rules.can_fetch(target.url, ROBOT):
            raise NotFetched(
                FORBIDDEN, f"{target.origin}/robots.txt asks robots to stay away; save the page with a browser and add the file"
            )
        delay = rules.crawl_delay(ROBOT)
        return float(delay) if delay and delay > 0 else None

    def _rules(self, target: Target) -> Protego | NotFetched | None:
        known = self._known.get(target.origin)
        if known is None or self._monotonic() >= known.until:
            rules = self._ask(target)
            kept = ASKED_AGAIN_SECONDS if isinstance(rules, NotFetched) else KEPT_SECONDS
            known = self._known[target.origin] = _Rules(rules, self._monotonic() + kept)
        return known.rules

    def _ask(self, target: Target) -> Protego | NotFetched | None:
        where = f"{target.origin}/robots.txt"
        try:
            status, content = self._get(parse_address(where))
        except NotFetched as error:
            about = f"; without an answer to {where} nothing of the site is fetched" if error.passing else ""
            return NotFetched(error.reason, error.detail + about, retry_after=error.retry_after)
        if status == 200:
            return Protego.parse(content[:MOST_BYTES].decode("utf-8-sig", errors="replace"))
        if 400 <= status < 500:
            return None
        return NotFetched("not reached", f"{where} can't be had (status {status}), so nothing of the site is fetched")
