"""Times told from the time a page is read ("3 hours ago", "gestern"), and the days that they leave when it was fetched."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from dateline.ontology.ago import ago_words

LONGEST = 120  # characters of a line that may say it
_NUMBER = re.compile(r"(?<![\w.,:/-])(?:(?P<number>\d{1,3})(?![\d/]|[.,:]\d)|(?P<word>[^\W\d_]{1,7})(?![\w'’]))")
_WORDS = re.compile(r"[^\s\d.,:;|()·•/–—-]+")
_POINT = re.compile(r"(?<=[^\W\d_])\.")
_CLOCK = re.compile(
    r"\W{0,3}(?:(?:at|um|à|a las|alle|às|om|kl|klo|в|о|ob|u|v|o)\W{1,2})?(?:[01]?\d|2[0-3])[:.h]\d\d(?![\d:.])", re.IGNORECASE
)
_DAY = 24 * 60  # minutes
_MINUTES = {"second": 1 / 60, "minute": 1, "hour": 60, "day": _DAY, "week": 7 * _DAY, "month": 30.5 * _DAY, "year": 365.25 * _DAY}
_FIRST_PAGE = date(1991, 8, 6)  # the first web page: nothing was told from the time of reading before
# Some count what is over, others round to the nearest: "2 days ago" is told from a day and a half to three days later.
_LEAST, _MOST = 0.5, 1.0
# Where nothing tells the publisher's clock: from the west of America to Japan.
_BEHIND, _AHEAD = -8 * 60, 9 * 60
_JOINED = re.compile(r"[\u0e00-\u0eff\u3000-\u9fff]")  # writing without spaces between words


@dataclass(frozen=True, slots=True)
class Ago:
    """A time at `start:end` of a text: so many units before the page was made. A word for a day counts calendar days (unit "today")."""

    start: int
    end: int
    amount: int
    unit: str
    clock: bool = False


def hints_at_ago(text: str) -> bool:
    """Is there a word in it that every such time has? Quick, and true of much else."""
    if "前" in text or "전" in text:
        return True
    return not ago_words().hints.isdisjoint(_WORDS.findall(text.lower()))


def read_ago(text: str, language: str) -> Ago | None:
    """The first time told in this way; a word for a day only in the language of the page, English where none is told.

    Where it stands is counted in the text without the points of abbreviations, as `plain_words` gives it.
    """
    text = plain_words(text)
    if len(text) > LONGEST:
        return None
    text = text.lower().replace("’", "'")
    found = [one for one in (_counted(text), _in_one(text), _day(text, language or "en")) if one]
    return min(found, key=lambda one: one.start, default=None)


def plain_words(text: str) -> str:
    """The text without the points after letters ("3 hr. ago")."""
    return _POINT.sub("", text)


def days_of(ago: Ago, fetched: str | None, ahead: int | None) -> tuple[date, date] | None:
    """First and last day where the publisher is, whose clock is `ahead` minutes before Greenwich's, if known. None without a fetch time."""
    read = _span(fetched)
    if read is None:
        return None
    if ahead is None and read[0] != read[1]:
        ahead = 0  # a day without a time is the one of the calendar where the page is read
    behind, before = (ahead, ahead) if ahead is not None else (_BEHIND, _AHEAD)
    step = _DAY if ago.unit == "today" else _MINUTES[ago.unit]
    least = most = ago.amount * step
    if ago.unit != "today":
        least, most = max(0.0, ago.amount - _LEAST) * step, (ago.amount + _MOST) * step
    try:
        first = read[0] + timedelta(minutes=behind - most)
        last = read[1] + timedelta(minutes=before - least)
    except OverflowError:  # the year 1 of a broken archive
        return None
    return (first.date(), last.date()) if last.date() >= _FIRST_PAGE else None


def _span(fetched: str | None) -> tuple[datetime, datetime] | None:
    """The first and last instant at which the page may have been fetched, in Greenwich's clock."""
    told = (fetched or "").strip()
    try:
        found = datetime.fromisoformat(told)
        at = (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone(UTC).replace(tzinfo=None)
    except (ValueError, OverflowError):  # no time at all; the last hours of the year 9999
        return None
    if len(told) <= len("2020-01-01"):
        return at, datetime.combine(at.date(), time(23, 59))
    return at, at


def _counted(text: str) -> Ago | None:
    words = ago_words()
    for match in _NUMBER.finditer(text):
        if match["word"] and match["word"] not in words.one:
            continue
        before, after = text[: match.start()].rstrip(), text[match.end() :]
        skipped = len(after) - len(after.lstrip())
        after = after.lstrip()
        for prefix, suffix, unit in (*words.around.get(after[:1], ()), *_bare_prefixes(before)):
            if before.endswith(prefix) and after.startswith(suffix) and _is_apart(before, prefix) and _ends(after, suffix):
                amount = int(match["number"]) if match["number"] else 1
                end = match.end() + (skipped + len(suffix) if suffix else 0)
                return Ago(len(before) - len(prefix) if prefix else match.start(), end, amount, unit)
    return None


def _bare_prefixes(before: str) -> tuple[tuple[str, str, str], ...]:
    """The patterns with nothing after the number, for text that ends as `before` does."""
    words = before.split()[-3:]
    return tuple(p for word in words for p in ago_words().around.get(word[:1], ()) if not p[1])


def _in_one(text: str) -> Ago | None:
    for phrase, (amount, unit) in ago_words().whole.items():
        at = text.find(phrase)
        if at >= 0 and _is_apart(text[: at + len(phrase)], phrase) and _ends(text[at:], phrase):
            return Ago(at, at + len(phrase), amount, unit)
    return None


def _day(text: str, language: str) -> Ago | None:
    for word, amount in ago_words().days.get(language, {}).items():
        at = text.find(word)
        end = at + len(word)
        if at >= 0 and _is_apart(text[:end], word) and _ends(text[at:], word) and text[end : end + 2] != "'s":
            clock = _CLOCK.match(text, end)
            return Ago(at, clock.end() if clock else end, amount, "today", clock is not None)
    return None


def _is_apart(text: str, phrase: str) -> bool:
    """Does no letter stand before the phrase that `text` ends with?"""
    at = len(text) - len(phrase) - 1
    return at < 0 or not phrase or not text[at].isalnum() or bool(_JOINED.match(text[at]))


def _ends(text: str, phrase: str) -> bool:
    """Does no letter follow the phrase that `text` begins with?"""
    after = text[len(phrase) : len(phrase) + 1]
    return not phrase or not after.isalnum() or bool(_JOINED.match(after))
