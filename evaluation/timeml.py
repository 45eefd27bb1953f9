"""Documents with marked time expressions: TimeML files (TempEval-3) and MEANTIME's token-based XML."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from xml.etree import ElementTree as ET

from dateline.model.articles import Article, Block
from dateline.model.moments import OPEN, on

# MEANTIME's times are marked in the title and the five sentences after it.
_MARKED = 5


@dataclass(frozen=True, slots=True)
class Timex:
    """An expression at code points `start:end` of a document's text."""

    start: int
    end: int
    kind: str | None
    value: str | None


@dataclass(frozen=True, slots=True)
class Document:
    """The text of a TimeML file, its day of creation, the expressions marked in it, and places that count neither way."""

    name: str
    created: str
    text: str
    gold: tuple[Timex, ...]
    unscored: frozenset[int] = frozenset()


def read_documents(folder: Path) -> Iterator[Document]:
    """All documents below `folder`; of MEANTIME, which holds every text twice, the one with cross-document marks."""
    # TempEval-3's training set holds one document twice: a name is a document.
    for path in {path.name: path for path in sorted(folder.rglob("*.tml"), reverse=True)}.values():
        yield read_timeml(path)
    xml = sorted(folder.rglob("*.xml"), key=lambda path: path.name)
    twice = {path.name for path in xml if "intra_cross" in str(path)}
    for path in xml:
        if path.name not in twice or "intra_cross" in str(path):
            yield read_meantime(path)


def read_timeml(path: Path) -> Document:
    """A document's text is what TEXT holds, without tags; its day is the TIMEX3 in DCT."""
    root = ET.parse(path).getroot()  # noqa: S314 - the user's own benchmark files
    body = root.find("TEXT")
    pieces: list[str] = []
    gold = tuple(_walk(body, pieces)) if body is not None else ()
    created = root.find("DCT/TIMEX3")
    return Document(path.stem, (created.get("value") or "") if created is not None else "", "".join(pieces), gold)


def _walk(node: ET.Element, pieces: list[str]) -> Iterator[Timex]:
    start = sum(map(len, pieces))
    pieces.append(node.text or "")
    for child in node:
        yield from _walk(child, pieces)
        pieces.append(child.tail or "")
    if node.tag == "TIMEX3":
        yield Timex(start, sum(map(len, pieces)), node.get("type"), node.get("value"))


def read_meantime(path: Path) -> Document:
    """The marked sentences, one a line; the date line is the day of creation and counts neither way."""
    root = ET.parse(path).getroot()  # noqa: S314 - the user's own benchmark files
    tokens = [t for t in root.iter("token") if int(t.get("sentence", "0")) <= _MARKED]
    text, places, before = "", {}, None
    for token in tokens:
        word, sentence = token.text or "", token.get("sentence")
        if before is not None:
            text += "\n\n" if sentence != before else "" if re.fullmatch(r"[.,;:)%?!]|'s?|n't", word) else " "
        places[token.get("t_id")] = (len(text), len(text) + len(word))
        text, before = text + word, sentence
    created, gold = "", []
    for timex in root.iter("TIMEX3"):
        if timex.get("functionInDocument") == "CREATION_TIME":
            created = timex.get("value") or ""
        spans = [places[t] for t in (anchor.get("t_id") for anchor in timex.findall("token_anchor")) if t in places]
        if spans:
            given = timex.get("functionInDocument") == "CREATION_TIME"
            gold.append((min(spans)[0], max(spans)[1], timex.get("type"), timex.get("value"), given))
    given_at = {at for first, last, _, _, given in gold if given for at in range(first, last)}
    kept = sorted(g[:4] for g in gold if not g[4])
    return Document(path.stem, created, text, tuple(Timex(*g) for g in kept), frozenset(given_at))


def article_of(document: Document) -> Article:
    """Paragraphs are separated by empty lines; a line break inside one is only where the file was wrapped."""
    blocks, at = [], 0
    for paragraph in document.text.split("\n\n"):
        if paragraph.strip():
            blocks.append(Block(at, at + len(paragraph), "paragraph"))
        at += len(paragraph) + 2
    # One file of MEANTIME writes its day the other way round; it is left open rather than guessed.
    published = on(date.fromisoformat(document.created[:10])) if re.match(r"\d{4}-\d\d-\d\d", document.created) else OPEN
    return Article(
        id=document.name, page=document.name, uri=None, sha256="", fetched=None, title=None, byline=(), source=None, source_domain=None,
        agency=None, language="en", published=published, text=document.text, blocks=tuple(blocks), removed=(),
    )  # fmt: skip
