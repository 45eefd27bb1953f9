"""Which lines of a bare text are the article: pages of article-extraction-benchmark or news-articles, made bare text of."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evaluation._pages import gold_pages, write_lines
from resiliparse.extract.html2text import extract_plain_text
from resiliparse.parse.encoding import bytes_to_str, detect_encoding

from dateline.articles import read_article
from dateline.articles.lines import split_lines
from dateline.model.articles import Article
from dateline.model.pages import Page

_BODY = ("paragraph", "heading", "credit")
_LONG = 12  # words
_SHORTEST_PART = 15  # letters: a shorter line must be a whole line of the article
_SHORTEST_GLUED, _TAIL = 50, 40  # letters: a line whose dateline was taken off counts as kept by its end
_COVERED = 0.7  # share of a long line's four-word shingles that stand in the article


@dataclass(slots=True)
class Counts:
    """Right, wrong and missed lines or words."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def add(self, count: int, *, body: bool, found: bool) -> None:
        self.right += count * (body and found)
        self.wrong += count * (found and not body)
        self.missed += count * (body and not found)

    @property
    def precision(self) -> float:
        return self.right / max(1, self.right + self.wrong)

    @property
    def recall(self) -> float:
        return self.right / max(1, self.right + self.missed)

    @property
    def f1(self) -> float:
        return 2 * self.right / max(1, 2 * self.right + self.wrong + self.missed)


def run(data: Path, predictions: Path | None = None, *, peers: bool = False) -> dict[str, Any]:
    """Precision, recall and F1 of single lines, of their words, and the share of long body lines that are kept."""
    rows: list[dict[str, Any]] = []
    lines, long = Counts(), Counts()
    pages: list[float] = []
    for key, want, content in gold_pages(data):
        if not want.get("articleBody"):
            continue
        text = extract_plain_text(
            bytes_to_str(content, detect_encoding(content, from_html_meta=True)),
            preserve_formatting=True,
            list_bullets=False,
            alt_texts=False,
        )
        kept = _kept(key, text)
        rows.append({"id": key, "text": "\n".join(kept)})
        known, joined = {_letters(line) for line in kept}, _letters("".join(kept))
        page = Counts()
        for line, body in _labelled(text, want["articleBody"], want.get("title") or ""):
            count, letters = len(line.split()), _letters(line)
            found = letters in known or (len(letters) >= _SHORTEST_GLUED and letters[-_TAIL:] in joined)
            lines.add(1, body=body, found=found)
            page.add(count, body=body, found=found)
            if body and count >= _LONG:
                long.add(1, body=True, found=found)
        pages.append(page.f1)
    write_lines(predictions, rows)
    figures: dict[str, Any] = {
        "pages": len(pages),
        "precision": round(lines.precision, 4),
        "recall": round(lines.recall, 4),
        "f1": round(lines.f1, 4),
        "f1_a_page_by_words": round(sum(pages) / max(1, len(pages)), 4),
        "long_lines_kept": round(long.recall, 4),
    }
    for name, value in figures.items():
        print(f"{name:20} {value}")
    if peers:
        print("no peer reads bare text")
    return figures


def _kept(key: str, text: str) -> list[str]:
    article = read_article(Page(f"{key}.txt", None, "text/plain", text.encode()), any_language=True)
    if not isinstance(article, Article):
        return []
    return [article.text[block.start : block.end] for block in article.blocks if block.kind in _BODY]


def _labelled(text: str, body: str, title: str) -> list[tuple[str, bool]]:
    """Each line but the headline, and whether it stands in the article."""
    whole, own = _letters(body), {_letters(line) for line in body.splitlines()}
    found = []
    for line in split_lines(text):
        letters = _letters(line.text)
        if letters and letters != _letters(title):
            part = len(letters) >= _SHORTEST_PART and letters in whole
            found.append((line.text, letters in own or part or _is_covered(line.text, whole)))
    return found


def _is_covered(line: str, whole: str) -> bool:
    found = re.findall(r"\w+", line.lower())
    if len(found) < _LONG:
        return False
    shingles = ["".join(found[at : at + 4]) for at in range(len(found) - 3)]
    return sum(one in whole for one in shingles) / len(shingles) > _COVERED


def _letters(text: str) -> str:
    return "".join(re.findall(r"\w+", text.lower()))
