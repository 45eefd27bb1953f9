"""A page's lines after sorting: what stays in the text as what, and what is cut and why."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from dateline.articles.ago import LONGEST, Ago, hints_at_ago, plain_words, read_ago
from dateline.articles.dates import LINE, find_dates
from dateline.articles.lines import Line
from dateline.model.articles import BlockKind
from dateline.ontology.articles import date_words

# A speaker's label at the start of a turn: "Q", "MR. EK:", "PRESIDENT LEE:", "SECRETARY-GENERAL OK (through interpreter):".
_TURN = re.compile(r"^(?:Q:?(?:\s|$)|(?:QUESTION|ANSWER|MODERATOR):?\s|[A-ZÀ-ÞĀ-Ž][A-ZÀ-ÞĀ-Ž .,'’()-]{2,60}:(?:\s|$))")
_CLOCK = re.compile(r"^\W*\d{1,2}[:.]\d{2}\s*(?:[AaPp]\.?\s?[Mm]\.?)?\s*(?:\(?[A-Za-z]{2,5}\)?)?\W*$")
_GLUED_STAMP = re.compile(
    r"(?P<line>.{12,}?[^,;:]) "
    r"(?P<stamp>(?:(?:First |Last )?(?:Published|Updated|Posted|Modified|Created)(?: on| at)?:? )(?=.{0,12}\d).{6,80})$"
)
_LONGEST_GLUED = 240
_MOST_WORDS, _MOST_WORDS_MONTH = 3, 1  # beside a day, and beside a month alone ("May 2023 Records" is a headline)
_READING_TIME = re.compile(r"\b\d{1,2}[ -]?min(?:ute)?s?(?: read| to read)?\b", re.IGNORECASE)
_FEWEST_TURNS = 4
_TURN_SHARE = 0.12


@dataclass(frozen=True, slots=True)
class Judged:
    """A line or piece of one: `kind` where it stays in the text, else `reason`. `place` is "head", "body" or "tail" of the page."""

    text: str
    kind: BlockKind | None
    reason: str
    place: str


@dataclass(frozen=True, slots=True)
class Sorted:
    """All lines in the order of the page; `title` is the headline, which is no line of its own in the text that `read.py` builds."""

    title: str | None
    lines: tuple[Judged, ...]


def is_turn(text: str) -> bool:
    """Does a speaker's turn begin here?"""
    return bool(_TURN.match(text))


def turns(texts: Sequence[str]) -> tuple[int, int] | None:
    """First and last-plus-one line of a transcript; None if it is none."""
    found = [at for at, text in enumerate(texts) if is_turn(text)]
    if len(found) < _FEWEST_TURNS:
        labels = [at for at in found if ":" in texts[at][:60]]
        if len(labels) < 1 or not any(_CLOCK.match(text) for text in texts[: labels[0]][-3:]):
            return None
    elif len(found) < _TURN_SHARE * (found[-1] + 1 - found[0]):
        return None
    return found[0], found[-1] + 1


def is_clock(text: str) -> bool:
    """Is the line a time of day and nothing else?"""
    return bool(_CLOCK.match(text))


def split_stamps(lines: Sequence[Line]) -> list[Line]:
    """A headline with its stamp glued to it ("... talks Updated: 2016-05-30 09:53 (Agencies)") becomes two lines."""
    found: list[Line] = []
    for line in lines:
        match = _GLUED_STAMP.match(line.text) if len(line.text) <= _LONGEST_GLUED else None
        if match and is_date_line(match["stamp"]):
            found += [replace(line, text=match["line"]), replace(line, text=match["stamp"], gap=False)]
        else:
            found.append(line)
    return found


def is_date_line(text: str) -> bool:
    """Does the line say a date, or a time told from the time of reading, and next to nothing else?"""
    if len(text) > 120:
        return False
    found = find_dates(text, LINE)
    if not found:
        return ago_alone(text) is not None
    rest = text
    for one in reversed(found):
        rest = rest[: one.start] + " " + rest[one.end :]
    rest = _around_dates().sub(" ", rest)
    return len(re.findall(r"[^\W\d_]{2,}", rest)) <= (_MOST_WORDS if any(one.day for one in found) else _MOST_WORDS_MONTH)


def ago_alone(text: str) -> Ago | None:
    """The time before the time of reading ("Published 3 hours ago") that a line tells, if it tells nothing else."""
    if len(text) > LONGEST or not hints_at_ago(text):
        return None
    text = plain_words(text)
    ago = read_ago(text, "en")
    if ago is None:
        return None
    rest = f"{text[: ago.start]} {text[ago.end :]}"
    labelled = bool(date_words().published.search(rest) or date_words().edited.search(rest))
    rest = _around_dates().sub(" ", _READING_TIME.sub(" ", rest))
    is_said = ago.unit != "today" or ago.clock or labelled  # "Today" alone is a heading
    return ago if is_said and not re.search(r"[^\W\d_]{2,}", rest) else None


@cache
def _around_dates() -> re.Pattern[str]:
    data = date_words()
    names = "|".join(sorted(data.weekdays, key=len, reverse=True))
    return re.compile(
        rf"\b(?:{data.time}|{data.zone}|{names})\b|{data.published.pattern}|{data.edited.pattern}|{data.rendered.pattern}", re.IGNORECASE
    )
