"""Bare text of every kind made from HTML pages, and which of its lines are the article: shared by `lines` and `train_lines`.

A line is the article's if its letters stand in the known body, in the body's order, and each place of the body is given to one line
at most: the chain of lines that covers most letters, found by dynamic programming. So a menu's "World" is not the heading "World" of
the body, and a teaser that repeats a sentence of it is not the sentence. Copies of one line are counted as a multiset, because nothing
tells which copy is meant; the headline is left out, because the sets keep it apart from the body.
"""

import html
import re
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass

import lxml.etree
import lxml.html
from resiliparse.extract.html2text import extract_plain_text
from resiliparse.parse.encoding import bytes_to_str, detect_encoding

_WORDS = re.compile(r"\w+")
_SENTENCE = re.compile(r"(?<=[.!?…])[\"'”’)\]]*\s+(?=[\"'“‘(\[]*[A-ZÀ-ÞĀ-Ž0-9])")
_SHORTEST_PART = 15  # letters: a shorter line must be a whole line of the body
_FEWEST_SHINGLED = 8  # words: a line this long may differ from the body in a few of them
_COVERED = 0.7  # share of such a line's four-word shingles that stand in the body
_MOST_PLACES = 40  # places of one line in the body that are tried
_SHORTEST_TITLE = 12  # letters of a headline that is known from the page alone
_SKIPPED = frozenset(("script", "style", "noscript", "template", "head", "svg", "iframe", "select", "textarea"))
_BLOCK_NAMES = (
    "address article aside blockquote body br dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6"
    " header hr li main nav ol option p pre section summary table tbody td tfoot th thead tr ul video"
)
_BLOCKS = frozenset(_BLOCK_NAMES.split())
_BOXES = frozenset(("aside", "figure", "form", "nav", "ol", "table", "ul"))


@dataclass(frozen=True, slots=True)
class Labelled:
    """A bare text's lines as they stand; for each whether it is the article's: True, False, or None where the sets cannot
    tell: the headline, and lines without a letter.
    """

    lines: tuple[str, ...]
    labels: tuple[bool | None, ...]


def decoded(content: bytes) -> str:
    return str(bytes_to_str(content, detect_encoding(content, from_html_meta=True)))


def variants(markup: str, kinds: Collection[str] | None = None) -> Iterator[tuple[str, str]]:
    """(name, bare text) for each kind of text that is made of a page, or for those asked for."""
    for name, make in _MAKERS.items():
        if kinds is None or name in kinds:
            yield name, make(markup)


def labelled(lines: Sequence[str], body: str, titles: Sequence[str]) -> Labelled:
    """Each line, and whether it is the article's."""
    headline = {letters(title) for title in titles} - {""}
    labels: list[bool | None] = list(aligned(lines, body))
    for at, line in enumerate(lines):
        key = letters(line)
        if not key or (key in headline and not (labels[at] and len(key) < _SHORTEST_TITLE)):
            labels[at] = None
    return Labelled(tuple(lines), tuple(labels))


def page_titles(markup: str, known: str | None) -> list[str]:
    """The headline: as the set gives it, else a first heading that the page's own title begins with."""
    if known:
        return [known]
    title = re.search(r"<title[^>]*>(.*?)</title>", markup, re.IGNORECASE | re.DOTALL)
    name = letters(html.unescape(title[1])) if title else ""
    found = re.findall(r"<h1\b[^>]*>(.*?)</h1>", markup, re.IGNORECASE | re.DOTALL)
    plain = [html.unescape(re.sub(r"<[^>]+>", "", one)) for one in found]
    return [one for one in plain if len(letters(one)) >= _SHORTEST_TITLE and name.startswith(letters(one)[:25])]


def aligned(lines: Sequence[str], body: str) -> list[bool]:
    """For each line whether it belongs to the chain of lines that covers most of `body`, each place of it once and in its order."""
    whole = "".join(_WORDS.findall(body.lower()))
    own = {letters(line) for line in body.splitlines()}
    spots = [(at, start, end) for at, line in enumerate(lines) for start, end in _places(line, whole, own)]
    ends = dict(_chain(spots))
    for at, line in enumerate(lines[1:], 1):
        key = letters(line)
        if at not in ends and key and whole.startswith(key, ends.get(at - 1, len(whole))):
            ends[at] = ends[at - 1] + len(key)  # short, but at its very place
    return [at in ends for at in range(len(lines))]


def letters(text: str) -> str:
    return "".join(_WORDS.findall(text.lower()))


def _places(line: str, whole: str, own: set[str]) -> list[tuple[int, int]]:
    found = _WORDS.findall(line.lower())
    key = "".join(found)
    if key and (len(key) >= _SHORTEST_PART or key in own):
        places, start = [], whole.find(key)
        while start >= 0 and len(places) < _MOST_PLACES:
            places.append((start, start + len(key)))
            start = whole.find(key, start + 1)
        if places:
            return places
    if len(found) < _FEWEST_SHINGLED:
        return []
    hits = [whole.find("".join(found[at : at + 4])) for at in range(len(found) - 3)]
    stand = [hit for hit in hits if hit >= 0]
    if len(stand) <= _COVERED * len(hits):
        return []
    middle = sorted(stand)[len(stand) // 2]
    return [(middle, middle + max(1, len(key) // 4))]


def _chain(spots: Sequence[tuple[int, int, int]]) -> list[tuple[int, int]]:
    """(line, end) of the heaviest chain of (line, start, end) with rising lines and places that do not overlap; weight is length."""
    ends = sorted({end for _, _, end in spots})
    best: list[tuple[int, int]] = [(0, -1)] * (len(ends) + 1)  # a tree of running maxima over ends: (weight, spot)
    weight, before = [0] * len(spots), [-1] * len(spots)
    waiting: list[tuple[int, int]] = []
    line = -1
    for index, (at, start, end) in enumerate(spots):
        if at != line:  # the places of one line must not follow one another
            for rank, one in waiting:
                _raise(best, rank, (weight[one], one))
            waiting, line = [], at
        reached, before[index] = _highest(best, bisect_right(ends, start))
        weight[index] = reached + end - start
        waiting.append((bisect_right(ends, end), index))
    if not spots:
        return []
    at = max(range(len(spots)), key=lambda index: (weight[index], -index))
    found = []
    while at >= 0:
        found.append((spots[at][0], spots[at][2]))
        at = before[at]
    return found


def _raise(tree: list[tuple[int, int]], rank: int, value: tuple[int, int]) -> None:
    while rank < len(tree):
        tree[rank] = max(tree[rank], value, key=lambda pair: pair[0])
        rank += rank & -rank


def _highest(tree: list[tuple[int, int]], rank: int) -> tuple[int, int]:
    found = (0, -1)
    while rank > 0:
        found = max(found, tree[rank], key=lambda pair: pair[0])
        rank -= rank & -rank
    return found


def _blocks(markup: str) -> str:
    """Blank lines between paragraphs, list items set in."""
    return str(extract_plain_text(markup, preserve_formatting=True, list_bullets=False, alt_texts=False))


def _bullets(markup: str) -> str:
    """The same with bullets, the texts of pictures and what stands in forms."""
    return str(extract_plain_text(markup, preserve_formatting=True, list_bullets=True, alt_texts=True, form_fields=True))


def _tight(markup: str) -> str:
    """No blank lines and nothing set in."""
    return "\n".join(line.strip() for line in _blocks(markup).splitlines() if line.strip())


def _sentences(markup: str) -> str:
    """One sentence a line."""
    return "\n".join(part for line in _tight(markup).splitlines() for part in _SENTENCE.split(line))


def _every_block(markup: str) -> str:
    """Every block of the page on a line of its own, as a walk over the tree gives them."""
    return "\n".join(_walk(markup, frozenset()))


def _boxes(markup: str) -> str:
    """Lists, tables, pictures with their captions and boxes are one line each, with blank lines between."""
    return "\n\n".join(_walk(markup, _BOXES))


def _walk(markup: str, glued: frozenset[str]) -> list[str]:
    root = lxml.html.document_fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", markup) or "<p></p>")
    rows: list[str] = []
    row: list[str] = []

    def close() -> None:
        text = " ".join("".join(row).split())
        if text:
            rows.append(text)
        row.clear()

    stack: list[tuple[lxml.etree._Element, bool, bool]] = [(root, False, False)]
    while stack:
        element, inside, done = stack.pop()
        name = element.tag if isinstance(element.tag, str) else ""
        block = name in _BLOCKS
        if done or not name or name in _SKIPPED:
            if done and block:
                row.append(" ") if inside else close()
            row.append(element.tail or "")
            continue
        if block:
            row.append(" ") if inside else close()
        row.append(element.text or "")
        stack.append((element, inside, True))
        box = inside or (name in glued and len(element.text_content()) < _LONGEST_BOX)
        stack.extend((child, box, False) for child in reversed(element))
    close()
    return rows


_LONGEST_BOX = 1500  # characters: a list or table of more holds the page
_MAKERS: dict[str, Callable[[str], str]] = {
    "blocks": _blocks,
    "bullets": _bullets,
    "tight": _tight,
    "sentences": _sentences,
    "every block": _every_block,
    "boxes": _boxes,
}
