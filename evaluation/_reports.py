"""Texts of reports from any of the known sets, and what outlets do to a report when they print it."""

import csv
import hashlib
import json
import random
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

Paragraphs = tuple[tuple[str, ...], ...]

_SENTENCE_END = re.compile(r"(?<=[.!?])[\"”’')]*\s+(?=[\"“‘'(A-Z0-9])")
_QUOTED = re.compile(r"[“\"][^“”\"]{30,}[”\"]")
_SHORTEST, _LONGEST = 120, 4000  # words of a text that is used
_BRACKETS = {"-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]"}

# What an editor does to a sentence without changing what it says.
_OTHER_WORDS = {
    "said": "told reporters", "also": "in addition", "but": "however,", "about": "around", "after": "following", "because": "since",
    "began": "started", "big": "large", "said.": "added.", "more than": "over", "many": "a number of", "will": "is to", "people": "persons",
    "told": "said to", "show": "indicate", "shows": "indicates", "help": "assist", "need": "require", "get": "obtain", "saying": "stating",
    "while": "as", "near": "close to", "killed": "left dead", "officials": "authorities", "country": "nation", "used": "employed",
}  # fmt: skip
_BRITISH = (
    ("color", "colour"), ("labor", "labour"), ("favor", "favour"), ("honor", "honour"), ("neighbor", "neighbour"), ("defense", "defence"),
    ("center", "centre"), ("program", "programme"), ("traveled", "travelled"), ("canceled", "cancelled"), ("organiz", "organis"),
    ("recogniz", "recognis"), ("realiz", "realis"), ("criticiz", "criticis"), ("authoriz", "authoris"), ("percent", "per cent"),
    ("analyz", "analys"), ("toward ", "towards "), ("gray", "grey"), ("theater", "theatre"), ("offense", "offence"),
)  # fmt: skip
_PLACES = ("WASHINGTON", "GENEVA", "PARIS", "LONDON", "NAIROBI", "VIENNA", "NEW DELHI", "BRASILIA")
_OUTLETS = ("The Harbour Post", "Northern Ledger", "Daily Meridian", "The Valley Star", "Coast Tribune", "Evening Compass")
_FURNITURE = (
    "Follow {} for more. Our newsroom brings you the stories that matter from around the world, every day of the week.",
    "This article was first published by {}. Readers who find a mistake in it are asked to write to the desk, which corrects errors.",
    "Get the morning briefing of {} in your inbox before breakfast, with the five things that you need to know about the day ahead.",
    "Subscribers of {} read without advertising and support independent reporting in more than forty countries for a coffee a week.",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Text:
    """A report as some set holds it; `near` is what it is near to in the set: its topic, folder or month."""

    id: str
    near: str
    paragraphs: Paragraphs

    @property
    def words(self) -> int:
        return count_words(self.paragraphs)


def read_texts(data: Path) -> list[Text]:
    """Every text of a folder in one of the known forms: CSV with `text`, JSON with `text`, Markdown or plain text."""
    found = {}
    readers: tuple[tuple[str, Callable[[Path], Iterator[tuple[str, str]]]], ...] = (
        ("*.csv", _csv),
        ("*.json", _json),
        ("*.md", _plain),
        ("*.txt", _plain),
    )
    for pattern, reader in readers:
        for path in sorted(data.rglob(pattern)):
            for near, raw in reader(path):
                paragraphs = _paragraphs(raw)
                if _SHORTEST <= count_words(paragraphs) <= _LONGEST:
                    key = hashlib.sha256(raw.encode()).hexdigest()[:16]
                    found[key] = Text(key, near, paragraphs)
    return [found[key] for key in sorted(found)]


def printed(paragraphs: Paragraphs) -> str:
    return "\n".join(" ".join(sentences) for sentences in paragraphs)


def count_words(paragraphs: Paragraphs) -> int:
    return sum(len(sentence.split()) for sentences in paragraphs for sentence in sentences)


def printed_elsewhere(text: Text, other: Text, dice: random.Random) -> Paragraphs:
    """`text` as another outlet prints it: some of a cut, another dateline, a new end, edited words, moved paragraphs, furniture.

    At least a third of it stays, and at most a fifth of what is printed is new.
    """
    paragraphs = text.paragraphs
    if dice.random() < 0.7:
        paragraphs = _cut(paragraphs, dice.uniform(0.33, 0.95), dice)
    if dice.random() < 0.25:
        paragraphs = _moved(paragraphs, dice)
    if dice.random() < 0.6:
        paragraphs = _edited(paragraphs, dice.uniform(0.1, 0.6), dice)
    if dice.random() < 0.3:
        paragraphs = _respelled(paragraphs)
    if dice.random() < 0.5:
        first = re.sub(r"^.{0,40}?(?:--?|—)\s+", "", paragraphs[0][0])
        paragraphs = ((f"{dice.choice(_PLACES)} ({dice.choice(_OUTLETS)}) - {first}", *paragraphs[0][1:]), *paragraphs[1:])
    if dice.random() < 0.5:
        paragraphs = (*paragraphs, *_some(other.paragraphs[::-1], dice.uniform(0.05, 0.25) * count_words(paragraphs)))
    return _typeset(_furnished(paragraphs, dice), dice)


def another_report(text: Text, other: Text, dice: random.Random) -> Paragraphs:
    """`other`, a report of its own, with what two reports of one event share: quotations, or a paragraph of background."""
    room = dice.uniform(0.08, 0.25) * other.words
    if dice.random() < 0.6:
        quotations = [f"{quoted} the statement said." for quoted in _QUOTED.findall(printed(text.paragraphs))]
        taken = _some(tuple((quoted,) for quoted in quotations), room)
    else:
        taken = _some(text.paragraphs[len(text.paragraphs) // 2 :], room)
    at = dice.randrange(len(other.paragraphs) + 1)
    return _typeset(_furnished((*other.paragraphs[:at], *taken, *other.paragraphs[at:]), dice), dice)


def round_up(texts: list[Text], dice: random.Random) -> Paragraphs:
    """The first words of several reports on one page."""
    return _furnished(tuple(p for text in texts for p in _some(text.paragraphs, 90)), dice)


def headline(paragraphs: Paragraphs, dice: random.Random) -> str:
    words = [w.strip(",.\"'“”") for w in " ".join(dice.choice(paragraphs)).split()]
    return " ".join(words[: dice.randint(5, 10)]).title()


def _csv(path: Path) -> Iterator[tuple[str, str]]:
    csv.field_size_limit(sys.maxsize)
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            yield f"{path.parent.name}/{row['date']}", _untokenised(row["text"])


def _json(path: Path) -> Iterator[tuple[str, str]]:
    found = json.loads(path.read_text(encoding="utf-8"))
    if isinstance(found, dict) and isinstance(found.get("text"), str):
        yield str(found.get("date_publish"))[:10], found["text"]


def _plain(path: Path) -> Iterator[tuple[str, str]]:
    raw = re.sub(r"\A---\n.*?\n---\n", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    # Markdown is wrapped: a paragraph ends at an empty line.
    yield path.parent.name, "\n".join(" ".join(block.split()) for block in re.split(r"\n\s*\n", raw))


def _untokenised(text: str) -> str:
    for code, bracket in _BRACKETS.items():
        text = text.replace(code, bracket)
    text = text.replace("`` ", "“").replace(" ''", "”").replace("( ", "(").replace(" )", ")")
    text = re.sub(r" (?=[,.;:?!%]|'s\b|n't\b|'(?:re|ve|ll|d|m)\b)", "", text)
    # One sentence a line: two of them make a paragraph, as agencies print.
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    return "\n".join(" ".join(lines[n : n + 2]) for n in range(0, len(lines), 2))


def _paragraphs(raw: str) -> Paragraphs:
    lines = (" ".join(line.split()) for line in raw.split("\n"))
    return tuple(tuple(s for s in _SENTENCE_END.split(line) if s) for line in lines if line)


def _some(paragraphs: Paragraphs, words: float) -> Paragraphs:
    """As many of the first sentences as make up about `words` words."""
    taken: list[tuple[str, ...]] = []
    for sentences in paragraphs:
        kept = []
        for sentence in sentences:
            if words <= 0:
                break
            kept.append(sentence)
            words -= len(sentence.split())
        if kept:
            taken.append(tuple(kept))
    return tuple(taken)


def _cut(paragraphs: Paragraphs, keep: float, dice: random.Random) -> Paragraphs:
    """From the end, as desks do, or here and there."""
    if dice.random() < 0.6 or len(paragraphs) < 4:
        return _some(paragraphs, keep * count_words(paragraphs))
    order = list(range(1, len(paragraphs)))
    dice.shuffle(order)
    left, kept = keep * count_words(paragraphs) - count_words(paragraphs[:1]), {0}
    for n in order:
        if left <= 0:
            break
        kept.add(n)
        left -= count_words((paragraphs[n],))
    return tuple(paragraphs[n] for n in sorted(kept))


def _moved(paragraphs: Paragraphs, dice: random.Random) -> Paragraphs:
    rest = list(paragraphs[1:])
    dice.shuffle(rest)
    return (*paragraphs[:1], *rest)


def _edited(paragraphs: Paragraphs, share: float, dice: random.Random) -> Paragraphs:
    """A share of the sentences with one word in ten changed, added or left out."""
    return tuple(tuple(_edit(s, dice) if dice.random() < share else s for s in sentences) for sentences in paragraphs)


def _edit(sentence: str, dice: random.Random) -> str:
    words = []
    for word in sentence.split():
        if word in _OTHER_WORDS and dice.random() < 0.7:
            words.append(_OTHER_WORDS[word])
            continue
        roll = dice.random()
        if roll < 0.03:
            continue
        words.extend([word, dice.choice(("also", "reportedly", "then", "now"))] if roll > 0.98 else [word])
    return " ".join(words)


def _respelled(paragraphs: Paragraphs) -> Paragraphs:
    def british(sentence: str) -> str:
        for american, spelling in _BRITISH:
            sentence = sentence.replace(american, spelling)
        return sentence

    return tuple(tuple(british(s) for s in sentences) for sentences in paragraphs)


def _furnished(paragraphs: Paragraphs, dice: random.Random) -> Paragraphs:
    """With what an outlet prints under all its articles."""
    outlet = dice.choice(_OUTLETS)
    return (*paragraphs, *((line.format(outlet),) for line in _FURNITURE[: dice.randint(0, len(_FURNITURE))]))


def _typeset(paragraphs: Paragraphs, dice: random.Random) -> Paragraphs:
    if dice.random() < 0.5:
        return paragraphs
    plain = str.maketrans({"“": '"', "”": '"', "’": "'", "‘": "'", "—": "-", "–": "-"})
    return tuple(tuple(s.translate(plain) for s in sentences) for sentences in paragraphs)
