"""What agencies put before and after a report: the dateline, the desk's credit."""

import re
from dataclasses import dataclass
from functools import cache

from dateline.ontology.articles import date_words, people_words
from dateline.ontology.dating import english_months

_CAPITALS = r"[A-ZÀ-ÞĀ-Ž][A-ZÀ-ÞĀ-Ž'’.-]+(?:[ -][A-ZÀ-ÞĀ-Ž'’.]+)*"
_WORDS = r"[A-Z][\w'’.-]+(?: [A-Z][\w'’.-]+){0,2}"
_NOT_PLACES = re.compile(
    r"^(?:BREAKING|UPDATE|UPDATED|EXCLUSIVE|ANALYSIS|OPINION|WATCH|VIDEO|LIVE|URGENT|NEW|Q|A|FACTBOX|NOTE|MORE|READ)\b"
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """The start of a report: `byline` before it, `place`, `agency`, the words up to `end` (where the report's own words begin)."""

    start: int
    end: int
    byline: str | None
    place: str | None
    agency: str | None


def read_dateline(text: str) -> Dateline | None:
    """The dateline that a paragraph opens with, or None."""
    for pattern in _patterns():
        match = pattern.match(text)
        if match is None:
            continue
        groups = match.groupdict()
        place, agency = groups.get("place"), groups.get("agency")
        if place and (_NOT_PLACES.match(place) or len(place) < 3):
            continue
        usual = people_words().agencies.get((agency or "").strip())
        start = match.start("place") if place else match.end("byline") if groups.get("byline") else match.start()
        return Dateline(start, match.end(), _byline(groups.get("byline")), (place or "").strip(" ,.") or None, usual or (agency or None))
    return None


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    data = date_words()
    agencies = "|".join(re.escape(name) for name in sorted(people_words().agencies, key=len, reverse=True))
    months = "|".join(sorted(english_months(), key=len, reverse=True))
    weekdays = "|".join(sorted(data.weekdays, key=len, reverse=True))
    day = rf"(?:[.,]?\s+(?:(?i:{weekdays})\.?,?\s+)?(?:(?i:{months})\.?\s+\d{{1,2}}|\d{{1,2}}\s+(?i:{months})\.?)(?:,?\s+(?:19|20)\d\d)?)"
    bare = rf"(?P<agency>{agencies})(?!\w)"
    agency = rf"[(/\[]\s?{bare}(?:[^)\]]{{0,30}}?)\s?[)/\]]"  # also with a second one after it ("dpa/AFP")
    dash = r"\s*\.?(?:--|[-–—―])\s*"
    byline = r"(?P<byline>By\s+.{3,120}?\s+)?"
    place = rf"(?P<place>{_CAPITALS}(?:(?:\s?/\s?|, | and |-){_CAPITALS}){{0,3}}(?:, [A-Z][\w.]+(?: [A-Z][\w.]+)?)?)"
    named = rf"(?P<place>{_WORDS}(?:(?:\s?/\s?|, ){_WORDS}){{0,2}})(?: [\[(]{_WORDS}[\])])?"
    return (
        re.compile(rf"{byline}{place}{day}?[.,]?\s*{agency}(?:{dash}|[.,:]\s*|\s+)"),
        re.compile(rf"{byline}{named}{day}?[.,]?\s*{agency}(?:{dash}|[.,:]\s*)"),
        re.compile(rf"{byline}{place}{day}?[.,]?\s*\((?P<agency>[A-Z][\w.&'’-]*(?: [A-Z][\w.&'’-]*){{0,2}})\){dash}(?=\S)"),
        re.compile(rf"{byline}{place}{day}?,?{dash}{bare}(?:{dash}|[.:]\s+)(?=\S)"),
        re.compile(rf"{byline}{place}{day},?{dash}(?=\S)"),
        re.compile(rf"{place}\s*(?:--|[–—―]|\s-)\s+(?=[\"“‘'A-Z])"),
        re.compile(rf"{named},?{day},?\s*(?:--|[–—―]|\s-)\s+(?=[\"“‘'A-Z])"),
        re.compile(rf"{byline}{named}{day}[.,]?\s*{agency}\s+(?=[\"“‘'A-Z])"),
        re.compile(rf"{byline}{named}{day}[.,]?\s*{bare}{dash}(?=\S)"),
        re.compile(rf"{agency}{dash}{place}{day}?[.,]?{dash}(?=\S)"),
        re.compile(rf"{agency}{dash}(?=\S)"),
        re.compile(rf"{agency}\s+(?=[\"“‘'A-Z]\w*(?: \S+){{4}})"),
    )


def _byline(text: str | None) -> str | None:
    return re.sub(r"^By\s+", "", text.strip()) if text else None
