"""Who wrote and who published, as lines of a page say it."""

import re
from collections.abc import Sequence
from functools import cache

from dateline.ontology.articles import people_words

_NAME = re.compile(
    r"^(?:(?:Dr|Sir|Lord|Dame|Prof)\.? )?[A-ZÀ-ÞĀ-Ž][\w'’.-]*\.?"
    r"(?: (?:(?:de|van|von|der|den|da|di|al|el|bin|la|le|du|dos|ten)|[A-ZÀ-ÞĀ-Ž][\w'’.-]*)){1,4}$"
)
_SPLIT = re.compile(r"\s*(?:,|;|\band\b|&|\bwith\b|\||/|•)\s*")
_AFTER = re.compile(
    r"\s*(?:[|•·(/]|\s[-–—]\s|,\s*(?:the )?[A-Z][\w.]+ (?:News|Post|Times|Press)"
    r"|\bfor\b|\bin\b|\bat\b|\bon\b|\bUpdated\b|\bPublished\b|\bPosted\b).*$"
)
# What others did for a report, after who wrote it ("Reporting by Ann Lee; Editing by Bo Ek").
_OTHERS = re.compile(
    r"(?<=\w)\.?[\s;,(]+(?:(?:additional|extra) )?(?:editing|edited|reporting|writing|compiled|translated)(?: and \w+)? by\b.*$",
    re.IGNORECASE,
)


_LONGEST_ACRONYM = 5
_LONGEST_LIST = 600  # characters of a list of authors
_LONGEST_SIGNATURE, _LONGEST_OFFICE = 4, 12  # lines, words


def byline_names(text: str) -> tuple[str, ...]:
    """Names in a byline ("By Ann Lee and Bo Ek, political correspondent"); empty where the line is none."""
    match = people_words().byline_opens.match(text)
    return names_in(text[match.end() :]) if match and len(text) <= 160 else ()


def names_in(text: str) -> tuple[str, ...]:
    """Names in a list of authors, without jobs, outlets and repeats."""
    if len(text) > _LONGEST_LIST:
        return ()
    found: list[str] = []
    for part in _SPLIT.split(_AFTER.sub("", _OTHERS.sub("", people_words().degrees.sub("", text.strip())))):
        name = _plain(part)
        if name and name not in found:
            found.append(name)
    return tuple(found)


def is_desk(text: str) -> bool:
    """May it be a desk, an agency or a pen name, as a page states for its author: short, no address, not the software's own user?"""
    return bool(re.match(r"^[^\W\d_][\w .&'’/-]{2,50}$", text)) and text.lower() not in people_words().nobody


def is_name(text: str) -> bool:
    """Is the line nothing but a person's name, as far as shape tells?"""
    return bool(_NAME.match(text)) and len(text) <= 40 and not _is_job(text)


def biography(lines: Sequence[str]) -> tuple[str, ...]:
    """The author that a note at the end names ("Ann Lee is the paper's Tokyo correspondent.")."""
    for line in reversed(lines):
        match = people_words().biography.match(line)
        if match and len(line) <= 300:
            return (match["name"],)
    return ()


def stated_source(text: str, *, cut: bool) -> str | None:
    """The outlet that a line names. `cut`: the line is no part of the text, so that weaker signs count ("More from ...", "... Staff")."""
    data = people_words()
    patterns = [data.source_line, data.works_for] + ([data.copyright_line, data.more_from, data.staff_of] if cut else [])
    for pattern in patterns:
        match = pattern.search(text) if pattern is data.works_for else pattern.match(text)
        if match and len(text) <= 300:
            return match["source"].strip(" .,:|–-") or None
    return None


def opens_letter(text: str) -> bool:
    """Is it how a letter addresses its reader ("Dear Mr. Ek:")?"""
    return bool(people_words().salutation.match(text)) and len(text) <= 140


def signature(texts: Sequence[str]) -> int:
    """How many of the lines after a text are its close and who signs: "Yours sincerely," name, office; or a name in capitals alone."""
    if not texts:
        return 0
    closed = bool(people_words().valediction.match(texts[0]))
    if not closed:
        return int(texts[0].isupper() and is_name(texts[0].title()))
    count = 1
    while count < min(len(texts), _LONGEST_SIGNATURE) and len(texts[count].split()) <= _LONGEST_OFFICE and texts[count][0].isupper():
        count += 1
    return count


def usual_agency(text: str) -> str | None:
    """The agency that a name stands for, or None."""
    known, name = people_words().agencies, text.strip()
    return known.get(name) or (_in_capitals().get(name) if name.isupper() and len(name) > _LONGEST_ACRONYM else None)


@cache
def _in_capitals() -> dict[str, str]:
    """Agencies by their names as headings write them; short ones in capitals may be other things."""
    return {name.upper(): usual for name, usual in people_words().agencies.items()}


def _plain(text: str) -> str | None:
    text = people_words().byline_opens.sub("", text.strip(" .,:;-–—"), count=1).strip(" .,:;-–—")
    if text.isupper():
        text = text.title()
    text = _without_job(text)
    if not _NAME.match(text) or _is_job(text) or len(text) > 50:
        return None
    return text


def _without_job(text: str) -> str:
    """A name without the job set beside it with no comma ("Ann Lee Senior Writer")."""
    found = text.split()
    if len(found) < 3 or found[-1].lower() not in people_words().not_names & people_words().job_words:
        return text
    while len(found) > 2 and (found[-1].lower() in people_words().job_words or found[-1].lower() in people_words().not_names):
        found.pop()
    return " ".join(found)


def _is_job(text: str) -> bool:
    found = text.lower().replace(".", "").split()
    return bool(set(found) & people_words().not_names) or all(word in people_words().job_words for word in found)
