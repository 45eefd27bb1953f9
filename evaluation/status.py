"""Status of event mentions: MEANTIME (polarity, certainty, time) and factuality sets (a score from -3 to 3 for each predicate).

The folder may hold MEANTIME's intra-document XML, factuality JSON lines (`{"text", "targets": [{"span1", "label"}]}`), or both.
Prints the accuracy of held / ahead / not held, and the mean absolute error and Pearson's r of a score that each status stands for.
"""

import calendar
import json
import math
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from xml.etree import ElementTree as ET

from dateline.language.parse import Parser
from dateline.mentions.status import StatusReading, read_status
from dateline.model.annotated import AnnotatedArticle, Token
from dateline.model.articles import Article, Block
from dateline.model.moments import OPEN, Moment, on
from dateline.model.tree import Tree

# How far a status says that the event is a fact, on the scale of Saurí and Pustejovsky (2009) as UDS and UW use it.
SCORES = {
    "held": 3.0,
    "ongoing": 3.0,
    "planned": 1.2,
    "possible": 0.5,
    "proposed": 0.0,
    "doubtful": -0.7,
    "postponed": -1.0,
    "cancelled": -2.2,
    "denied": -2.7,
}
_AHEAD = ("planned", "possible", "proposed", "doubtful", "postponed")
_BATCH = 400


@dataclass(frozen=True, slots=True)
class Gold:
    """A mention at code points `start:end` with what is known of it: its class ("held", "ahead", "not") and its score."""

    start: int
    end: int
    kind: str | None
    score: float | None


@dataclass(frozen=True, slots=True)
class Document:
    name: str
    lines: tuple[str, ...]
    published: Moment
    gold: tuple[Gold, ...]

    @property
    def text(self) -> str:
        return "\n".join(self.lines)


def run(folder: Path, predictions: Path | None = None, *, peers: bool = False) -> dict[str, float]:
    """Scores all documents under `folder`; with `peers`, says that none is run here."""
    if peers:
        print("peers: none can be run without a service")
    parser, classes, errors, pairs = Parser(), Counter[tuple[str, str]](), [], []
    parse_time = own_time = 0.0
    lines = []
    for document in read_documents(folder):
        started = time.process_time()
        annotated = parser.parse(article_of(document))
        parsed = time.process_time()
        found = [(gold, reading_at(annotated, gold)) for gold in document.gold]
        own_time += time.process_time() - parsed
        parse_time += parsed - started
        for gold, reading in found:
            if reading is None:
                continue
            score = SCORES[reading.status]
            lines.append({"doc": document.name, "start": gold.start, "end": gold.end, "status": reading.status, "score": score})
            if gold.kind is not None:
                classes[(gold.kind, kind_of(reading.status))] += 1
            if gold.score is not None:
                errors.append(abs(score - gold.score))
                pairs.append((score, gold.score))
    if predictions:
        predictions.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    figures = _figures(classes, errors, pairs)
    return {**figures, "share_of_parse": round(own_time / parse_time, 4) if parse_time else 0.0}


def kind_of(status: str) -> str:
    """Three classes that all the sets know."""
    return "ahead" if status in _AHEAD else "not" if status in ("cancelled", "denied") else "held"


def read_documents(folder: Path) -> Iterator[Document]:
    for path in sorted(folder.rglob("*.xml"), key=lambda path: path.name):
        if "intra-doc" in str(path) or "intra" in path.parts:
            yield read_meantime(path)
    for path in sorted(folder.rglob("*.jsonl"), key=lambda path: path.name):
        yield from read_factuality(path)


def read_meantime(path: Path) -> Document:
    """One CAT file: words by sentence, events with certainty, polarity and time. Mentions left unspecified or generic are not scored."""
    root = ET.parse(path).getroot()  # noqa: S314 -- a benchmark of our own choice
    lines: dict[int, list[ET.Element]] = {}
    for token in root.iter("token"):
        lines.setdefault(int(token.get("sentence", "0")), []).append(token)
    texts, places, at = [], {}, 0
    for tokens in lines.values():
        words = []
        for token in tokens:
            word = token.text or ""
            places[token.get("t_id")] = (at, at + len(word))
            words.append(word)
            at += len(word) + 1
        texts.append(" ".join(words))
    gold = []
    for event in root.iter("EVENT_MENTION"):
        anchors = [places[a.get("t_id")] for a in event.iter("token_anchor")]
        kind = _meantime_kind(event)
        if kind and anchors:
            gold.append(Gold(anchors[0][0], anchors[0][1], kind, None))
    return Document(path.name, tuple(texts), _day(" ".join(texts[1:2])), tuple(gold))


def _meantime_kind(event: ET.Element) -> str | None:
    certainty, polarity, when = event.get("certainty"), event.get("polarity"), event.get("time")
    if event.get("special_cases") == "GEN" or "UNDERSPECIFIED" in (certainty, polarity, when) or not (certainty and polarity and when):
        return None
    if polarity == "NEG":
        return "not"
    return "ahead" if when == "FUTURE" or certainty != "CERTAIN" or str(event.get("special_cases")).startswith("COND") else "held"


def _day(line: str) -> Moment:
    """Wikinews has the day under the title: "March 01 , 2008"."""
    words = line.replace(",", " ").split()
    months = [name.lower() for name in calendar.month_name[1:]]
    if len(words) == 3 and words[0].lower() in months and words[1].isdigit() and words[2].isdigit():
        return on(date(int(words[2]), months.index(words[0].lower()) + 1, int(words[1])), "gold")
    return OPEN


def read_factuality(path: Path) -> Iterator[Document]:
    """Sentences, many to a document so that they are parsed together; each is a line of its own."""
    sentences = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    for first in range(0, len(sentences), _BATCH):
        texts, gold, at = [], [], 0
        for sentence in sentences[first : first + _BATCH]:
            words = sentence["text"].split(" ")
            starts = [at + sum(len(w) + 1 for w in words[:n]) for n in range(len(words))]
            for target in sentence["targets"]:
                n = target["span1"][0]
                score = float(target["label"])
                kind = "held" if score >= 2 else "not" if score <= -2 else None
                gold.append(Gold(starts[n], starts[n] + len(words[n]), kind, score))
            texts.append(sentence["text"])
            at += len(sentence["text"]) + 1
        yield Document(f"{path.stem}-{first}", tuple(texts), OPEN, tuple(gold))


def article_of(document: Document) -> Article:
    blocks, at = [], 0
    for line in document.lines:
        blocks.append(Block(at, at + len(line), "paragraph"))
        at += len(line) + 1
    return Article(
        document.name, document.name, None, "", None, None, (), None, None, None, "en", document.published, document.text, tuple(blocks), ()
    )


def reading_at(annotated: AnnotatedArticle, gold: Gold) -> StatusReading | None:
    """Our reading of the token that stands at the mention; None where the parse has no such token."""
    trigger = _token(annotated, gold)
    return read_status(_tree(annotated), annotated, trigger, nominal=trigger.pos not in ("VERB", "AUX")) if trigger else None


_TREES: dict[str, Tree] = {}


def _tree(annotated: AnnotatedArticle) -> Tree:
    if annotated.article.id not in _TREES:
        _TREES.clear()
        _TREES[annotated.article.id] = Tree(annotated)
    return _TREES[annotated.article.id]


def _token(annotated: AnnotatedArticle, gold: Gold) -> Token | None:
    low, high = 0, len(annotated.tokens)
    while low < high:
        middle = (low + high) // 2
        if annotated.tokens[middle].end <= gold.start:
            low = middle + 1
        else:
            high = middle
    return annotated.tokens[low] if low < len(annotated.tokens) and annotated.tokens[low].start < gold.end else None


def _figures(classes: Counter[tuple[str, str]], errors: list[float], pairs: list[tuple[float, float]]) -> dict[str, float]:
    figures: dict[str, float] = {}
    total = sum(classes.values())
    if total:
        figures["accuracy"] = round(sum(n for (gold, ours), n in classes.items() if gold == ours) / total, 4)
        for kind in ("held", "ahead", "not"):
            right = classes[(kind, kind)]
            told = sum(n for (_, ours), n in classes.items() if ours == kind)
            there = sum(n for (gold, _), n in classes.items() if gold == kind)
            figures[f"f1_{kind}"] = round(2 * right / (told + there), 4) if told + there else 0.0
    if errors:
        figures["mae"] = round(sum(errors) / len(errors), 4)
        figures["r"] = round(_pearson(pairs), 4)
    for (gold, ours), n in sorted(classes.items()):
        print(f"{gold:6} read as {ours:6} {n}")
    return figures


def _pearson(pairs: list[tuple[float, float]]) -> float:
    n = len(pairs)
    mean_x, mean_y = sum(x for x, _ in pairs) / n, sum(y for _, y in pairs) / n
    covariance = sum((x - mean_x) * (y - mean_y) for x, y in pairs)
    spread = math.sqrt(sum((x - mean_x) ** 2 for x, _ in pairs) * sum((y - mean_y) ** 2 for _, y in pairs))
    return covariance / spread if spread else 0.0
