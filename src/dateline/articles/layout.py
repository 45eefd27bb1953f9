"""Where the text of a page begins and ends, and what a line's length alone says of it.

The run of lines that is the text is the subsequence of greatest sum (Pasternack and Roth 2009, "Extracting article text from the web with
maximum subsequence segmentation"); how likely each line is the text is learned, see `chances.py`.
"""

from collections.abc import Sequence

from dateline.articles.furniture import furniture_reason, is_closed, words
from dateline.articles.lines import Line

_LONG_WORDS, _LONG_CHANCE = 40, 0.7
_PARAGRAPH_WORDS, _PARAGRAPH_CHANCE = 22, 0.7


def floors(lines: Sequence[Line]) -> list[float]:
    """For each line the chance that it has by its length alone."""
    return [_least(line) for line in lines]


def asked(chances: Sequence[float]) -> float:
    """The chance from which lines are kept so that what is kept is expected to agree best (by F1) with the text.

    Where all is unsure less is asked of a line: a text whose every line looks like its surroundings is still a text.
    """
    best, limit, kept = 0.0, 0.5, 0.0
    total = sum(chances)
    for count, chance in enumerate(sorted(chances, reverse=True), 1):
        kept += chance
        if (agreement := 2 * kept / (count + total)) > best:
            best, limit = agreement, chance
    return limit


def core(lines: Sequence[Line], chances: Sequence[float], even: float = 0.5) -> tuple[int, int]:
    """First and last-plus-one line of the run of greatest sum; a line counts by how sure it is and, up to a limit, how long."""
    best = (0.0, 0, 0)
    total, start = 0.0, 0
    for at, (line, chance) in enumerate(zip(lines, chances, strict=True)):
        weight = min(60.0, 3.0 + len(words(line.text))) if chance >= even else 6.0
        total += (chance - even) * weight
        if total <= 0:
            total, start = 0.0, at + 1
        elif total > best[0]:
            best = (total, start, at + 1)
    return best[1], best[2]


def _least(line: Line) -> float:
    """A paragraph of some length is likelier text than not, even if it stands alone on its page."""
    count = len(words(line.text))
    if count < _PARAGRAPH_WORDS or not is_closed(line.text) or furniture_reason(line.text):
        return 0.0
    return _LONG_CHANCE if count >= _LONG_WORDS else _PARAGRAPH_CHANCE
