"""Quotations: PolNeAR's attributions (brat stand-off files): spans by intersection over union, and the words that name the speaker.

Gold and predictions are single contiguous pieces of a quotation. Two tables are printed: of all kinds, and of direct speech, where gold
that is not direct, and what lies on it, are left out. Of the second there are two rows of ours: with everything we found, in which all
that we read as reported speech and the annotators left alone counts as wrong; and with our direct pieces alone, which is what the peers
that look for quotation marks give.
"""

import json
import re
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from dateline.language.annotate import Annotator
from dateline.language.quotations import find_quotations
from dateline.model.articles import Article, Block
from dateline.model.moments import OPEN
from dateline.model.quotations import Quotation

_MARKS = "\"'`“”‘’«»"
_EDGE = _MARKS + " \t\r\n,.;:!?-–—…"
_OPEN = re.compile(r"[\"“”«]|``|''")
_SPAN = re.compile(r"T\d+\t\w+ \d")
# What a reader of quotation marks alone would find: a pair of marks in one paragraph.
_PAIR = re.compile(r"“[^“”\n]+[”\"]|\"[^\"\n]+\"|''[^\n]+?''|``[^\n]+?''|«[^«»\n]+»")
# Predictions of programs that can't be installed from the package registry, where someone has put them beside the project.
_STORED = "quotes.*.jsonl"


@dataclass(frozen=True, slots=True)
class Piece:
    """One contiguous stretch of a quotation at code points `start:end`, with the places of the words that name its speaker, and its kind.

    A peer may give the speaker's name instead of its place: `name`.
    """

    start: int
    end: int
    speaker: tuple[tuple[int, int], ...]
    kind: str = ""
    name: str = ""


Pieces = Mapping[str, Sequence[Piece]]
Documents = Mapping[str, tuple[str, Sequence[Piece]]]


def run(folder: Path, predictions: Path | None = None, *, peers: bool = False) -> dict[str, object]:
    """Reads the documents below `folder` (`text/*.txt`, `attributions/*.ann`, the first annotator's), and scores our quotations.

    `predictions` are all our pieces, each with its kind; the direct ones alone go to a second file beside it (`NAME.direct.jsonl`).
    """
    documents = dict(_documents(folder))
    annotator = Annotator()
    found: dict[str, list[Piece]] = {}
    own_time = all_time = 0.0
    for name, (text, _) in documents.items():
        started = time.process_time()
        annotated = annotator.annotate(article_of(name, text))
        all_time += time.process_time() - started
        started = time.process_time()
        find_quotations(annotated)
        own_time += time.process_time() - started
        found[name] = [piece for quotation in annotated.quotations for piece in _pieces(text, quotation)]
    direct = {name: [piece for piece in pieces if piece.kind == "direct"] for name, pieces in found.items()}
    if predictions:
        _write(predictions, found)
        _write(predictions.with_suffix(f".direct{predictions.suffix}"), direct)
    rows = {"dateline": found, **(_peers(documents) if peers else {})}
    everything = {name: score(documents, row) for name, row in rows.items()}
    spoken = {
        name: score(documents, row, only_direct=True)
        for name, row in {"dateline": found, "dateline, direct pieces": direct, **rows}.items()
    }
    _table("all kinds", everything)
    _table("direct only", spoken)
    others = {name: {"all": everything[name], "direct": spoken[name]} for name in rows if name != "dateline"}
    return {
        **everything["dateline"],
        "direct": spoken["dateline"],
        "direct_pieces": spoken["dateline, direct pieces"],
        "share_of_annotation": round(own_time / all_time, 4) if all_time else 0.0,
        **({"peers": others} if others else {}),
    }


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


def score(documents: Documents, found: Pieces, *, only_direct: bool = False) -> dict[str, float]:
    """Matches one to one, largest overlap first; partial is an intersection over union of one half, after trimming punctuation.

    With `only_direct` the gold is direct speech alone, and a prediction that matches none of it but lies on other gold is left out. The
    figures with the speaker are over the predictions less those that match gold without one, and over the gold with one.
    """
    n: Counter[str] = Counter()
    for name, (text, every) in documents.items():
        gold = [piece for piece in every if not only_direct or piece.kind == "direct"]
        rest = [_trimmed(text, piece) for piece in every if only_direct and piece.kind != "direct"]
        ours = [piece for piece in found.get(name, ()) if _trimmed(text, piece)[0] < _trimmed(text, piece)[1]]
        places = [_trimmed(text, piece) for piece in ours]
        matches = list(_matches([_trimmed(text, piece) for piece in gold], places))
        matched = {other for _, other, _ in matches}
        n["gold"] += len(gold)
        n["sourced"] += sum(bool(piece.speaker) for piece in gold)
        n["found"] += sum(i in matched or not any(_overlap(r, place) > 0 for r in rest) for i, place in enumerate(places))
        for one, other, ratio in matches:
            n["exact"] += ratio == 1.0
            if ratio >= 0.5:
                n["partial"] += 1
                n["partial without source"] += not gold[one].speaker
                n["named"] += bool(gold[one].speaker) and _same_speaker(text, gold[one], ours[other])
    with_source = n["partial"] - n["partial without source"]
    return {
        "documents": len(documents),
        "partial_precision": _share(n["partial"], n["found"]),
        "partial_recall": _share(n["partial"], n["gold"]),
        "partial_f1": _share(2 * n["partial"], n["found"] + n["gold"]),
        "exact_f1": _share(2 * n["exact"], n["found"] + n["gold"]),
        "speaker_f1": _share(2 * n["named"], n["found"] - n["partial without source"] + n["sourced"]),
        "speaker_accuracy": _share(n["named"], with_source),
    }


def _table(title: str, rows: Mapping[str, Mapping[str, float]]) -> None:
    print(f"{title:28} partial   exact  speaker    (F1)")
    for name, row in rows.items():
        print(f"  {name:26} {row['partial_f1']:7.3f} {row['exact_f1']:7.3f}  {row['speaker_f1']:7.3f}")


def _peers(documents: Documents) -> dict[str, Pieces]:
    """Pairs of quotation marks, found here; and other programs' predictions for these documents, where they lie beside the project."""
    marks = {name: [Piece(m.start(), m.end(), ()) for m in _PAIR.finditer(text)] for name, (text, _) in documents.items()}
    found: dict[str, Pieces] = {"quotation marks": marks}
    for path in sorted(path for place in (Path("peers"), Path("../shared/peers")) for path in place.glob(_STORED)):
        given: dict[str, list[Piece]] = {}
        for line in filter(str.strip, path.read_text(encoding="utf-8").splitlines()):
            row = json.loads(line)
            place = ((row["speaker_start"], row["speaker_end"]),) if row.get("speaker_start") is not None else ()
            given.setdefault(row["doc"], []).append(Piece(row["start"], row["end"], place, name=row.get("speaker") or ""))
        if given.keys() <= documents.keys():
            found[path.stem.removeprefix("quotes.")] = given
    if len(found) == 1:
        print(
            f"Citron, textacy and the Gender Gap Tracker are no packages of ours: put their predictions for this set into peers/{_STORED}"
        )
    return found


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
                    yield Piece(start, end, tuple(roles.get("Source", [])), kind_of(text[start:end]))


def kind_of(piece: str) -> str:
    """By the marks alone: direct between marks, mixed with a mark somewhere, indirect without one."""
    piece = piece.strip(" \t\r\n,.;:!?-–—")
    if not _OPEN.search(piece):
        return "indirect"
    return "direct" if _OPEN.match(piece) and _OPEN.search(piece[-2:]) else "mixed"


def _pieces(text: str, quotation: Quotation) -> Iterator[Piece]:
    """A quotation's pieces; of a mixed one ("“We are ready,” she said, and the road was clear") each has a kind of its own."""
    span = quotation.speaker_span
    for piece in quotation.pieces:
        kind = "direct" if quotation.kind == "direct" else kind_of(text[piece.start : piece.end])
        yield Piece(piece.start, piece.end, ((span.start, span.end),) if span else (), kind)


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


def _same_speaker(text: str, gold: Piece, ours: Piece) -> bool:
    if ours.speaker:
        return any(s < end and start < e for s, e in gold.speaker for start, end in ours.speaker)
    known = {word for s, e in gold.speaker for word in _telling_words(text[s:e])}
    return bool(known & set(_telling_words(ours.name)))


def _telling_words(name: str) -> list[str]:
    common = ("the", "and", "his", "her", "who", "said", "for", "from", "with", "that", "mrs")
    return [word for word in re.findall(r"\w{3,}", name.lower()) if word not in common]


def _share(part: float, whole: float) -> float:
    return round(part / whole, 4) if whole else 0.0


def _write(path: Path, found: Pieces) -> None:
    with path.open("w", encoding="utf-8") as out:
        for name, pieces in found.items():
            for piece in pieces:
                line: dict[str, object] = {"doc": name, "start": piece.start, "end": piece.end, "kind": piece.kind}
                if piece.speaker:
                    line |= {"speaker_start": piece.speaker[0][0], "speaker_end": piece.speaker[0][1]}
                out.write(json.dumps(line) + "\n")
