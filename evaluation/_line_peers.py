"""Simple readers of bare lines, to measure ours beside: lines -> the lines they keep."""

from collections.abc import Callable, Sequence

_LONG, _PARAGRAPH = 10, 12  # words
_CLOSING = (".", "!", "?", "…", '."', ".”", "!”", "?”", "”")


def everything(lines: Sequence[str]) -> list[str]:
    """All lines."""
    return list(lines)


def long_lines(lines: Sequence[str]) -> list[str]:
    """Every line of ten words or more: the best such number on the development pages."""
    return [line for line in lines if len(line.split()) >= _LONG]


def sentences(lines: Sequence[str]) -> list[str]:
    """Every line of some length that ends as a sentence ends."""
    return [line for line in lines if len(line.split()) >= 6 and line.endswith(_CLOSING)]


def longest_run(lines: Sequence[str]) -> list[str]:
    """The run of lines with the greatest sum, long lines counting for, short ones against (Pasternack and Roth 2009, without training)."""
    best, total, start, found = 0.0, 0.0, 0, (0, 0)
    for at, line in enumerate(lines):
        total += len(line.split()) - _PARAGRAPH
        if total <= 0:
            total, start = 0.0, at + 1
        elif total > best:
            best, found = total, (start, at + 1)
    return list(lines[found[0] : found[1]])


def justext_lines(lines: Sequence[str]) -> list[str]:
    """The classes that jusText gives paragraphs, each line one, no line a link or a heading; English and the lines' own language alike."""
    from justext import get_stoplist  # noqa: PLC0415
    from justext.core import classify_paragraphs, revise_paragraph_classification  # noqa: PLC0415

    made = [_Paragraph(line) for line in lines]
    classify_paragraphs(made, get_stoplist("English"))
    revise_paragraph_classification(made)
    return [one.text for one in made if one.class_type == "good"]


class _Paragraph:
    """What jusText asks of a paragraph."""

    is_heading = heading = False
    chars_count_in_links = 0
    dom_path = ""

    def __init__(self, text: str) -> None:
        self.text = text
        self.cf_class = self.class_type = ""

    def __len__(self) -> int:
        return len(self.text)

    def links_density(self) -> float:
        return 0.0

    def stopwords_density(self, stopwords: frozenset[str]) -> float:
        found = self.text.split()
        return sum(word.lower() in stopwords for word in found) / max(1, len(found))


READERS: dict[str, Callable[[Sequence[str]], list[str]]] = {
    "everything": everything,
    "lines of 10 words": long_lines,
    "closed sentences": sentences,
    "greatest sum": longest_run,
    "jusText": justext_lines,
}
