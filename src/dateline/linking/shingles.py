"""A text as a set of numbers, one for each run of a few words (Broder 1997, "shingles"), the same on every machine.

Words are brought to a common spelling first, so that one report in British and in American spelling gives the same numbers.
"""

import re
import unicodedata
import zlib
from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from dateline.model.articles import Article

Numbers = npt.NDArray[np.uint64]

SHINGLE = 4  # words
# Chinese, Japanese, Korean and Thai are written without spaces: there each character is a word.
_UNSPACED = "\u0e00-\u0e7f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af"
_WORD = re.compile(rf"[{_UNSPACED}]|[^\W_{_UNSPACED}]+")
_APOSTROPHE = re.compile(r"(?<=\w)['’](?=\w)")
_STEP = np.uint64(0x9E3779B97F4A7C15)
_MIX = np.uint64(0xBF58476D1CE4E5B9)


class Shingler:
    """Makes shingles of articles, runs of `size` words; remembers the words that it has seen."""

    __slots__ = ("_known", "_size")

    def __init__(self, size: int = SHINGLE) -> None:
        self._known: dict[str, int] = {}
        self._size = size

    def read(self, article: Article) -> Numbers:
        """The shingles of the article's text without its title, ascending, each once; of all words where there are fewer than make one."""
        words = self._words(body(article))
        if not words:
            return np.empty(0, np.uint64)
        size = min(self._size, len(words))
        codes = np.array(words, np.uint64)
        count = len(words) - size + 1
        numbers = np.zeros(count, np.uint64)
        for n in range(size):
            numbers = (numbers ^ codes[n : n + count]) * _STEP
            numbers ^= numbers >> np.uint64(29)
        numbers = numbers * _MIX
        numbers ^= numbers >> np.uint64(32)
        return np.unique(numbers)

    def _words(self, text: str) -> list[int]:
        known, codes = self._known, []
        for word in _WORD.findall(_APOSTROPHE.sub("", text.lower())):
            code = known.get(word)
            if code is None:
                code = known[word] = zlib.crc32(common_spelling(word).encode("utf-8"))
            codes.append(code)
        return codes


def body(article: Article) -> str:
    """The text without its title: copies get new ones."""
    title = article.title
    return article.text[len(title) :] if title and article.text.startswith(title) else article.text


def words_of(text: str) -> Iterator[tuple[str, int, int]]:
    """The words in lower case, each with the code points where it starts and ends."""
    for found in _WORD.finditer(text):
        yield found[0].lower(), found.start(), found.end()


def common_spelling(word: str) -> str:
    """A form that the spellings of a word share ("colour" and "color", "travelled" and "traveled"); other words may share it too."""
    if not word.isascii():
        word = "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))
    word = word.replace("ou", "o").replace("ae", "e").replace("oe", "e").replace("z", "s")
    word = re.sub(r"(.)\1", r"\1", word)
    word = re.sub(r"yse(?=$|[ds])", "ise", word)
    word = re.sub(r"(?<=[bt])re$", "er", word)
    word = re.sub(r"ogue(?=s?$)", "og", word)
    word = re.sub(r"ame(?=s?$)", "am", word)
    return re.sub(r"(?<=en)ce$", "se", word)
