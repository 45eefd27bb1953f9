"""The agency that a report is from, as lines beside the text credit it; a picture's agency is not the report's."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from dateline.articles.judged import Judged
from dateline.articles.people import usual_agency
from dateline.ontology.articles import people_words

_LONGEST = 200  # characters of a credit
_HEAD, _FOOT = 5, 10  # lines after the headline, and after the text, in which an agency is credited
_AWAY = frozenset({"outside the text", "list of other pages", "navigation"})  # where a name alone is a label of something else
_LEAST_PARAGRAPH = 80  # characters; a shorter line is no mark of where the text begins
_MARKS = re.compile(r"^[\s()\[\]/|—–\-*•.]+|[\s()\[\]/|—–\-*•.]+$")
# Before names: initials of the desk ("abc/de (AFP, dpa)"), and a "By" that lost its space to the markup ("ByThe Associated Press").
_OPENERS = re.compile(r"^(?:[a-z]{2,4}(?:/[a-z]{2,4}){1,3} \(|By(?=[A-Z]))")
_PARTS = re.compile(r"\s*(?:[,;/|&()•·]|\s[-–—]\s|\band\b|\bwith\b)\s*")


def credit_agencies(text: str) -> tuple[str, ...]:
    """The agencies of a line that does nothing but credit them ("With inputs from ANI", "dpa/AFP", "© 2019 AFP")."""
    if len(text) > _LONGEST:
        return ()
    data = people_words()
    plain = _OPENERS.sub("", _MARKS.sub("", text))
    for pattern in (data.agency_helped, data.agency_owner, data.agency_credit):
        match = pattern.match(plain)
        if match and (found := _all_agencies(match["source"])):
            return found
    return _all_agencies(plain)


def mark_credits(lines: Sequence[Judged]) -> list[Judged]:
    """Lines under the headline and after the text that credit an agency and say nothing else are no paragraphs, headings or captions."""
    near = set(_near(lines))
    return [
        replace(line, kind="credit") if at in near and line.kind in ("paragraph", "heading", "caption") and is_credit(line.text) else line
        for at, line in enumerate(lines)
    ]


def is_credit(text: str) -> bool:
    """Is it a credit to agencies, by name or as such ("With inputs from agencies")?"""
    data = people_words()
    return bool(credit_agencies(text)) or (len(text) <= _LONGEST and bool(data.agencies_at_large.fullmatch(_MARKS.sub("", text))))


def foot_agency(lines: Sequence[Judged]) -> str | None:
    """The agency credited after the text: in a line of its own, at the close of the last paragraph, or as its closing line's form tells."""
    last = _last_paragraph(lines)
    if last is None:
        return None
    after = [
        line.text
        for line in lines[last + 1 :]
        if line.kind in (None, "credit") and len(line.text) <= 2 * _LONGEST and not (line.reason in _AWAY and usual_agency(line.text))
    ]
    near, close = after[:_FOOT], lines[last].text[-2 * _LONGEST :]
    closing = [*(line.text for line in lines if line.kind == "credit"), close, *near]
    return next(_found(near, close, closing, after), None)


def _found(near: Sequence[str], paragraph: str, closing: Sequence[str], after: Sequence[str]) -> Iterator[str]:
    for text in near:
        if not people_words().agency_owner.match(_MARKS.sub("", text)):
            yield from credit_agencies(text)
    match = _close().search(paragraph)
    if match:
        yield people_words().agencies[match["agency"]]
    for text in closing:
        if people_words().closing_line.search(text):
            yield from (name for part in _PARTS.split(text) if (name := usual_agency(_MARKS.sub("", part))))
        yield from (usual for usual, pattern in people_words().closing_forms if pattern.search(text))
    for text in after:
        if people_words().agency_owner.match(_MARKS.sub("", text)):
            yield from credit_agencies(text)


def _near(lines: Sequence[Judged]) -> Iterator[int]:
    """Places of lines between headline and text, and right after it."""
    long = [at for at, line in enumerate(lines) if line.kind == "paragraph" and len(line.text) >= _LEAST_PARAGRAPH]
    if not long:
        return
    title = next((at for at, line in enumerate(lines) if line.kind == "title"), long[0] - 1)
    yield from range(max(title + 1, long[0] - _HEAD), long[0])
    yield from range(long[-1] + 1, min(len(lines), long[-1] + 1 + _FOOT))


def _last_paragraph(lines: Sequence[Judged]) -> int | None:
    return next((at for at in range(len(lines) - 1, -1, -1) if lines[at].kind == "paragraph"), None)


def _all_agencies(text: str) -> tuple[str, ...]:
    """The agencies of a list in which nothing else stands; "agencies" and repeats count for nothing."""
    whole = usual_agency(_MARKS.sub("", text))
    if whole:
        return (whole,)
    found: list[str] = []
    for part in _PARTS.split(text):
        name = _MARKS.sub("", part)
        usual = usual_agency(name)
        if usual:
            found.append(usual)
        elif name and name.lower() not in ("agencies", "other agencies", "agency"):
            return ()
    return tuple(dict.fromkeys(found))


@cache
def _close() -> re.Pattern[str]:
    """What closes a text in its last line: "... he said. (Reuters)", "... he said. /TASS/", "... he said. — AFP"."""
    names = "|".join(re.escape(name) for name in sorted(people_words().agencies, key=len, reverse=True))
    name = rf"(?P<agency>{names})(?:\s?[/,]\s?[\w ]{{2,20}}){{0,4}}"
    return re.compile(rf"[.!?][\"”’]?\s*(?:[a-z]{{2,4}}(?:/[a-z]{{2,4}}){{1,3}}\s)?(?:(?=[(\[/—–-])[(\[/—–-]+\s?{name}\s?[)\]/]?)\.?\s*$")
