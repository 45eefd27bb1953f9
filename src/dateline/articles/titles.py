"""The headline: among the lines at the head of a bare text, or from the metadata of a page."""

import html
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from dateline.articles.furniture import is_closed, word_count, words
from dateline.articles.judged import is_clock, is_date_line, is_turn
from dateline.articles.lines import Line, even
from dateline.articles.markup import Document
from dateline.articles.memo import kept_for_lines
from dateline.articles.people import byline_names
from dateline.ontology.articles import people_words

_TAIL = re.compile(r"\s+(?:[|»•·:]|[-–—]{1,2})\s+(?P<tail>[^|»•·]{2,60})$")
_HEAD = re.compile(r"(?P<head>[^|»•·:]{2,60}?)\s*(?:[|»•·:]|\s[-–—])\s+")
_BESIDE = re.compile(r"video|audio|image|podcast|media", re.IGNORECASE)
_CRUMB = re.compile(r"(?:[/>»›|]|\bHome\b|\bNews\b)\s*\S*\s*$")
_TICKER = re.compile(
    r"(?:breaking|just in|live|latest|developing|watch|urgent|alert|trending)(?: now| news| updates?)?\s?[:|–—]\s", re.IGNORECASE
)
_SHORTEST_REPEATED, _LONGEST_CRUMB = 15, 300  # characters of a headline behind the way to it, and of the last step of that way
_LONGEST_KEY = 500  # characters
_FEW_STEMS = 4  # a label of one or two words, all of them in the text, is not yet a headline
_DECK_LINES, _DECK_MARGIN = 12, 0.5  # the line under a headline often takes up more of the text: the first of the two is the headline
_FEWEST_HEADLINE = 4  # words
_ENOUGH_STAMPED = 1.0  # for the long headline of a document, whose words the text need not take up, over a date
_ENOUGH = 1.4  # calibrated on the headlines of news-articles read as bare text: 93 of 107 found


def choose_title(lines: Sequence[Line], candidates: Sequence[int], body: str) -> int | None:
    """The index of the headline among `candidates` (lines before or at the start of the body), or None where none looks like one."""
    if not candidates:
        return None
    stems = _stems(body)
    endings: dict[str, dict[str, None]] = {}
    for at in candidates:
        endings.setdefault(lines[at].text[-_SHORTEST_REPEATED:], {})[lines[at].text] = None
    candidates = [at for at in candidates if not _is_crumb(lines[at].text, endings[lines[at].text[-_SHORTEST_REPEATED:]])]
    openings = Counter(_opening(line.text) for line in lines)
    rated = {at: _rate(lines, at, candidates[-1], stems, openings) for at in candidates}
    best = max(candidates, key=lambda at: (rated[at], -at))
    if rated[best] < _ENOUGH:
        long = [at for at in candidates if rated[at] >= _ENOUGH_STAMPED and word_count(lines[at].text) > _FEWEST_HEADLINE]
        stamped = [at for at in long if _is_stamped(lines, at)]
        return max(stamped, key=lambda at: rated[at], default=None)
    return next(at for at in candidates if best - _DECK_LINES <= at and rated[at] >= max(_ENOUGH, rated[best] - _DECK_MARGIN))


def page_title(document: Document, names: Sequence[str]) -> str | None:
    """The headline of an HTML page: its first-level heading where the metadata agree with it, else theirs, without the site's `names`."""
    meta = dict(reversed(document.meta))
    known = {_key(name) for name in names if name}
    # Films and recordings beside the article have headlines of their own: they come after all else.
    stated: list[str] = []
    beside: list[str] = []
    for one in document.json:
        if isinstance(one.get("headline"), str):
            (beside if _BESIDE.search(str(one.get("@type"))) else stated).append(even(str(one["headline"])))
    stated += [
        value
        for key in ("og:title", "twitter:title", "citation_title", "dc.title", "parsely-title", "sailthru.title")
        if (value := meta.get(key))
    ]
    if document.title:
        stated.append(document.title)
    stated = [_without_head(html.unescape(one), known) for one in [*stated, *beside] if one and _key(one) not in known]
    headings = [
        line.text
        for line in document.lines
        if line.tag == "h1"
        and line.region not in ("nav", "footer", "dialog")
        and word_count(line.text) >= 2
        and _key(line.text) not in known
    ]
    for heading in headings:
        if any(_same(heading, other) for other in stated):
            return heading
    close = [heading for heading in headings if any(_close(heading, other) for other in stated)]
    if close:
        return close[0]
    shown = {_key(line.text) for line in document.lines if word_count(line.text) >= 3}
    for title in stated:
        for version in (title, without_tail(title, names)):
            if _key(version) in shown:
                return version
    return without_tail(stated[0], names) if stated else next(iter(headings), None)


def _without_head(title: str, known: set[str]) -> str:
    """A title without the site's name and a mark before it ("The Post | Ministers meet")."""
    match = _HEAD.match(title)
    return title[match.end() :] if match and _key(match["head"]) in known else title


def without_tail(title: str, names: Sequence[str]) -> str:
    """A title without the site's or section's name at its end."""
    known = {_key(name) for name in names if name}
    for _ in range(3):
        match = _TAIL.search(title)
        if match is None or word_count(title[: match.start()]) < 2:
            break
        tail = match["tail"]
        if _key(tail) not in known and not any(_key(tail) and _key(tail) in name for name in known) and not _is_site(tail):
            break
        title = title[: match.start()]
    return title.strip()


def _is_stamped(lines: Sequence[Line], at: int) -> bool:
    """Does a date or a byline stand under it?"""
    return any(is_date_line(line.text) or byline_names(line.text) for line in lines[at + 1 : at + 4])


def _is_crumb(text: str, others: Iterable[str]) -> bool:
    """A text with "News / World / Headline": the way to the page, with the headline at its end."""
    return any(
        len(text) > len(other) >= _SHORTEST_REPEATED
        and text.endswith(other)
        and _CRUMB.search(text[max(0, len(text) - len(other) - _LONGEST_CRUMB) : -len(other)])
        for other in others
    )


def _opening(text: str) -> str:
    """The label of a line ("MR. EK:"), or its first characters ("Q ") where it has none."""
    return text.split(":", 1)[0] + ":" if ":" in text[:60] else text[:2]


def _is_site(tail: str) -> bool:
    found = words(tail)
    return len(found) <= 5 and bool(people_words().title_tails.search(tail)) and all(word[0].isupper() or len(word) <= 3 for word in found)


def _same(heading: str, other: str) -> bool:
    a, b = _key(heading), _key(other)
    return bool(a) and (a == b or (b.startswith(a) and len(a) >= 15))


def _close(heading: str, other: str) -> bool:
    a, b = _stems(heading), _stems(other)
    return len(a & b) >= max(2, 0.6 * min(len(a), len(b)))


@kept_for_lines
def _key(text: str) -> str:
    """Its letters alone; a text longer than any headline is cut."""
    return re.sub(r"[\W_]+", "", text[:_LONGEST_KEY]).lower()


def _stems(text: str) -> frozenset[str]:
    return frozenset(word.lower().removesuffix("’s").removesuffix("'s")[:6] for word in words(text) if len(word) > 3 or word[:1].isupper())


def _rate(lines: Sequence[Line], at: int, last: int, stems: frozenset[str], openings: Mapping[str, int]) -> float:
    """Length like a headline's, words that the text takes up again, the first such line, a byline or date after it."""
    text = lines[at].text
    if is_clock(text) or (is_turn(text) and openings[_opening(text)] > 1):
        return -1.0  # the label of a speaker comes back ("MR. EK:"), that of a document does not ("FACT SHEET:")
    count, own = word_count(text), _stems(text)
    rating = min(count, 7) / 7 - 0.06 * max(0, count - 15)
    rating += 1.8 * len(own & stems) / max(_FEW_STEMS, len(own))
    rating -= min(0.5, 0.03 * (last - at))
    rating -= 0.7 * (text.endswith(".") and not text.endswith("...")) + 0.8 * text.endswith(":")
    after = lines[at + 1 : at + 4]
    if _is_stamped(lines, at):
        rating += 0.3 + 0.2 * is_date_line(after[0].text)
    if _TICKER.match(text):
        rating -= 0.8  # "Just in: ..." above a headline leads to another page
    if after and is_clock(after[0].text):
        rating -= 0.9  # the place of a transcript stands above its time
    if sum(_same(line.text, text) for line in lines[:60]) > 1:
        rating += 0.2
    rating += 0.2 * (not is_closed(text) and any(word_count(line.text) >= 12 for line in after))
    return rating - 0.5 * text[:1].islower()
