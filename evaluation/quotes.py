"""Quotations: PolNeAR's attributions (brat stand-off files): spans by intersection over union, and the words that name the speaker."""

import json
import re
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from dateline.language.annotate import Annotator
from dateline.language.quotations import find_quotations
from dateline.model.articles import Article, Block
from dateline.model.moments import OPEN
from dateline.model.quotations import Quotation

_EDGE = "\"'`“”‘’«» \t\r\n,.;:!?-–—…"
_SPAN = re.compile(r"T\d+\t\w+ \d")


@dataclass(frozen=True, slots=True)
class Piece:
    """One contiguous stretch of a quotation at code points `start:end`, with the places of the words that name its speaker."""

    start: int
    end: int
    speaker: tuple[tuple[int, int], ...]


def run(folder: Path, predictions: Path | None = None, *, peers: bool = False) -> dict[str, float]:
    """Reads the documents below `folder` (`text/*.txt`, `attributions/*.ann`, the first annotator's), and scores our quotations."""
    documents = dict(_documents(folder))
    annotator = Annotator()
    found, own_time, all_time = {}, 0.0, 0.0
    for name, (text, _) in documents.items():
        started = time.process_time()
        annotated = annotator.annotate(article_of(name, text))
        all_time += time.process_time() - started
        started = time.process_time()
        find_quotations(annotated)
        own_time += time.process_time() - started
        found[name] = [piece for quotation in annotated.quotations for piece in _pieces(quotation)]
    if predictions:
        _write(predictions, found)
    if peers:
        print("peers: Citron and Gender Gap Tracker are no dependencies; score their stored predictions with the same files")
    figures = score(documents, found)
    return {**figures, "share_of_annotation": round(own_time / all_time, 4) if all_time else 0.0}


def article_of(name: str, text: str) -> Article:
    """A document as an article: its first line is the title, every other line with words a paragraph."""
    blocks: list[Block] = []
    at = 0
    for line in text.split("\n"):
        words = line.strip()
        if words:
            start = at + line.index(words[0])
            blocks.append(Block(start, start + len(words), "paragraph" if blocks else "title"))
        at += len(line) + 1
    return Article(
        id=name,
        page=name,
        uri=None,
        sha256="",
        fetched=None,
        title=None,
        byline=(),
        source=None,
        source_domain=None,
        agency=None,
        language="en",
        published=OPEN,
        text=text,
        blocks=tuple(blocks),
        removed=(),
    )


def score(documents: dict[str, tuple[str, list[Piece]]], found: dict[str, list[Piece]]) -> dict[str, float]:
    """Matches one to one, largest overlap first; partial is an intersection over union of one half, after trimming punctuation."""
    gold_count = found_count = partial = exact = sourced = named = 0
    for name, (text, gold) in documents.items():
        trimmed = [_trimmed(text, piece) for piece in gold]
        ours = [piece for piece in found.get(name, []) if _trimmed(text, piece)[0] < _trimmed(text, piece)[1]]
        gold_count += len(gold)
        found_count += len(ours)
        for one, other, ratio in _matches(trimmed, [_trimmed(text, piece) for piece in ours]):
            exact += ratio == 1.0
            if ratio < 0.5:
                continue
            partial += 1
            if gold[one].speaker:
                sourced += 1
                named += any(s < end and start < e for s, e in gold[one].speaker for start, end in ours[other].speaker)
    return {
        "documents": len(documents),
        "partial_precision": _share(partial, found_count),
        "partial_recall": _share(partial, gold_count),
        "partial_f1": _share(2 * partial, found_count + gold_count),
        "exact_f1": _share(2 * exact, found_count + gold_count),
        "speaker_accuracy": _share(named, sourced),
    }


def _documents(folder: Path) -> Iterator[tuple[str, tuple[str, list[Piece]]]]:
    attributions = {path.stem: path for path in sorted(folder.rglob("attributions/*.ann"), reverse=True)}
    for path in sorted(folder.rglob("text/*.txt"), key=lambda p: p.name):
        text = path.read_text(encoding="utf-8")
        mine = sorted(stem for stem in attributions if stem.startswith(path.stem + "_"))
        yield path.stem, (text, list(_gold(text, attributions[mine[0]])) if mine else [])


def _gold(text: str, path: Path) -> Iterator[Piece]:
    spans: dict[str, list[tuple[int, int]]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        fields = line.split("\t")
        if _SPAN.match(line):
            places = fields[1].split(" ", 1)[1].split(";")
            spans[fields[0]] = [(int(start), int(end)) for start, end in (place.split() for place in places)]
        elif re.match(r"E\d+\t", line):
            roles: dict[str, list[tuple[int, int]]] = {}
            for role in fields[1].split():
                label, _, reference = role.partition(":")
                roles.setdefault(label.rstrip("0123456789"), []).extend(spans.get(reference, []))
            for start, end in roles.get("Content", []):
                if text[start:end].strip(_EDGE):
                    yield Piece(start, end, tuple(roles.get("Source", [])))


def _pieces(quotation: Quotation) -> Iterator[Piece]:
    span = quotation.speaker_span
    for piece in quotation.pieces:
        yield Piece(piece.start, piece.end, ((span.start, span.end),) if span else ())


def _trimmed(text: str, piece: Piece) -> tuple[int, int]:
    start, end = piece.start, piece.end
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    return start, end


def _matches(gold: Sequence[tuple[int, int]], ours: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int, float]]:
    options = [(_overlap(g, o), -i, -j) for i, g in enumerate(gold) for j, o in enumerate(ours)]
    used_gold: set[int] = set()
    used_ours: set[int] = set()
    for ratio, i, j in sorted((option for option in options if option[0] > 0), reverse=True):
        if -i not in used_gold and -j not in used_ours:
            used_gold.add(-i)
            used_ours.add(-j)
            yield -i, -j, ratio


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> float:
    common = min(one[1], other[1]) - max(one[0], other[0])
    return common / (max(one[1], other[1]) - min(one[0], other[0])) if common > 0 else 0.0


def _share(part: float, whole: float) -> float:
    return round(part / whole, 4) if whole else 0.0


def _write(path: Path, found: dict[str, list[Piece]]) -> None:
    with path.open("w", encoding="utf-8") as out:
        for name, pieces in found.items():
            for piece in pieces:
                line: dict[str, object] = {"doc": name, "start": piece.start, "end": piece.end}
                if piece.speaker:
                    line |= {"speaker_start": piece.speaker[0][0], "speaker_end": piece.speaker[0][1]}
                out.write(json.dumps(line) + "\n")
