"""People within one article: MEANTIME's persons that have a name: who is found, split or merged, and whom the words mean.

Only instances of type PER whose descriptor is a name count ("John Smith", not "software developers"). Their mentions are marked in the
whole text; that nobody else is named is sure only of the title and the five sentences after it, so a name of ours is wrong only there.
Of nested mentions of one person ("Apple CEO Steve Jobs") the widest counts: "Apple CEO" alone stands for nobody but him.
"""

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

from dateline.language.actors import find_actors
from dateline.language.parse import Parser
from dateline.model.annotated import AnnotatedArticle
from dateline.model.articles import Article, Block
from dateline.model.moments import OPEN
from dateline.ontology.names import fold

_MARKED = 5
_KINDS = ("name", "pronoun", "description")
_PRONOUNS = frozenset(
    "i me my mine myself we us our he him his himself she her hers herself they them their who whose whom you your".split()  # noqa: SIM905
)
_SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii"})
_JOINED = re.compile(r"[.,;:)%?!]|'s?|n't")

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Person:
    """A person by name with the places that mean them: the gold's, or those of an answer, with their kind."""

    names: tuple[str, ...]
    mentions: tuple[tuple[Place, str], ...]


@dataclass(frozen=True, slots=True)
class Document:
    """`sure` is where the stretch ends in which every person is marked."""

    name: str
    topic: str
    article: Article
    gold: tuple[Person, ...]
    sure: int


def run(folder: Path, predictions: Path | None = None, *, peers: bool = False) -> dict[str, object]:
    """Reads MEANTIME's files with cross-document marks below `folder` and scores the people that we find."""
    documents = list(read_documents(folder))
    parser = Parser()
    ours: dict[str, list[Person]] = {}
    tagged: dict[str, list[Person]] = {}
    for document in documents:
        parsed = parser.parse(document.article)
        ours[document.name] = people_of(parsed)
        tagged[document.name] = tagger_people(parsed)
    if predictions:
        rows = ({"doc": n, "name": p.names, "mentions": p.mentions} for n, found in ours.items() for p in found)
        predictions.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    every = {"dateline": ours, **({"the tagger's PERSON by last word": tagged} if peers else {})}
    figures = {name: score(documents, row) for name, row in every.items()}
    _table(figures)
    topics = {t: score([d for d in documents if d.topic == t], ours) for t in sorted({d.topic for d in documents})}
    _table(topics)
    others = {name: row for name, row in figures.items() if name != "dateline"}
    return {**figures["dateline"], "topics": topics, **({"peers": others} if others else {})}


def read_documents(folder: Path) -> Iterator[Document]:
    """One a file; the title is sentence 0, the date line sentence 1, and what follows is one paragraph."""
    for path in sorted(folder.rglob("*.xml"), key=lambda p: p.name):
        if "intra_cross" in str(path):
            yield _document(path)


def _document(path: Path) -> Document:
    root = ET.parse(path).getroot()  # noqa: S314 - the user's own benchmark files
    text, places, ends = "", {}, [0, 0]
    sure, before = 0, 0
    for token in root.iter("token"):
        word, sentence = (token.text or "").replace("``", "“").replace("''", "”"), int(token.get("sentence", "0"))
        if text:
            changed = sentence != before and min(sentence, before) < len(ends)
            text += "\n" if changed else "" if _JOINED.fullmatch(word) or text.endswith(("“", "(", "$")) or word == "”" else " "
        places[token.get("t_id")] = (len(text), len(text) + len(word))
        text, before = text + word, sentence
        if sentence < len(ends):
            ends[sentence] = len(text)
        if sentence <= _MARKED:
            sure = len(text)
    blocks = [Block(0, ends[0], "title")]
    if ends[1]:
        blocks.append(Block(ends[0] + 1, ends[1], "paragraph"))
    blocks.append(Block(blocks[-1].end + 1, len(text), "paragraph"))
    article = Article(
        id=path.stem, page=path.stem, uri=None, sha256="", fetched=None, title=None, byline=(), source=None, source_domain=None,
        agency=None, language="en", published=OPEN, text=text, blocks=tuple(b for b in blocks if b.start < b.end), removed=(),
    )  # fmt: skip
    return Document(path.stem, path.parent.name.removeprefix("corpus_"), article, tuple(_people(root, text, places)), sure)


def _people(root: ET.Element, text: str, places: Mapping[str | None, Place]) -> Iterator[Person]:
    spans: dict[str, Place] = {}
    for mention in root.iter("ENTITY_MENTION"):
        found = sorted(places[a.get("t_id")] for a in mention.findall("token_anchor"))
        if found:
            spans[mention.get("m_id", "")] = (found[0][0], found[-1][1])
    sources: dict[str, list[str]] = defaultdict(list)
    for link in root.iter("REFERS_TO"):
        target = link.find("target")
        sources[target.get("m_id", "") if target is not None else ""] += [s.get("m_id", "") for s in link.findall("source")]
    by_name: dict[str, set[Place]] = defaultdict(set)
    for entity in root.iter("ENTITY"):
        name = " ".join((entity.get("TAG_DESCRIPTOR") or "").split())
        if entity.get("ent_type") == "PER" and len(name.split()) > 1 and all(w[:1].isupper() or len(w) < 4 for w in name.split()):
            by_name[name] |= {spans[s] for s in sources[entity.get("m_id", "")] if s in spans}
    for name, own in by_name.items():
        widest = sorted(p for p in own if not any(q != p and q[0] <= p[0] and p[1] <= q[1] for q in own))
        mentions = tuple((place, _kind(text[place[0] : place[1]], name)) for place in widest)
        if any(kind == "name" for _, kind in mentions):
            yield Person((name,), mentions)


def _kind(words: str, name: str) -> str:
    if fold(words) in _PRONOUNS:
        return "pronoun"
    parts = {w for w in _words(name) if len(w) > 2}
    return "name" if parts & set(_words(words)) else "description"


def people_of(parsed: AnnotatedArticle) -> list[Person]:
    """The people that `find_actors` finds, with all references to them."""
    found = find_actors(parsed)
    mentions: dict[str, list[tuple[Place, str]]] = defaultdict(list)
    for reference in found.references:
        kind = reference.kind if reference.kind in _KINDS else "description"
        mentions[reference.actor].append(((reference.span.start, reference.span.end), kind))
    return [Person((a.name, *a.aliases), tuple(mentions[a.id])) for a in found.actors if a.kind == "person"]


def tagger_people(parsed: AnnotatedArticle) -> list[Person]:
    """The parser's own PERSON entities; those with one last word are one person."""
    groups: dict[str, list[tuple[Place, str]]] = defaultdict(list)
    names: dict[str, list[str]] = defaultdict(list)
    tokens = parsed.tokens
    for token in tokens:
        if token.entity != "PERSON" or not token.entity_begin:
            continue
        last = token.index + 1
        while last < len(tokens) and tokens[last].entity == "PERSON" and not tokens[last].entity_begin:
            last += 1
        name = parsed.article.text[token.start : tokens[last - 1].end].removesuffix("'s").strip()
        if _words(name):
            groups[_words(name)[-1]].append(((token.start, tokens[last - 1].end), "name"))
            names[_words(name)[-1]].append(name)
    return [Person(tuple(dict.fromkeys(names[key])), tuple(mentions)) for key, mentions in groups.items()]


def score(documents: Sequence[Document], found: Mapping[str, Sequence[Person]]) -> dict[str, float]:
    """Who is found; how many are told apart into several or taken for one; whom the words mean."""
    n: Counter[str] = Counter()
    for document in documents:
        _score(document, found[document.name], n)
    figures = {
        "documents": len(documents),
        "people": n["gold"],
        "precision": _share(n["right"], n["found"]),
        "recall": _share(n["met"], n["gold"]),
        "f1": _harmonic(_share(n["right"], n["found"]), _share(n["met"], n["gold"])),
        "split": _share(n["split"], n["met"]),
        "merged": _share(n["merged"], n["right"]),
    }
    for kind in _KINDS:
        figures[f"{kind}_mentions"] = n[f"{kind} gold"]
        figures[f"{kind}_precision"] = _share(n[f"{kind} right"], n[f"{kind} right"] + n[f"{kind} wrong"])
        figures[f"{kind}_recall"] = _share(n[f"{kind} right"], n[f"{kind} gold"])
    return figures


def _score(document: Document, found: Sequence[Person], n: Counter[str]) -> None:
    """A gold person is met by an answer that bears the surname; the one with most mentions by name in common stands for him."""
    bears = {(g, i): bool(_surname(gold) & _all_words(one)) for g, gold in enumerate(document.gold) for i, one in enumerate(found)}
    gold_count, ours = range(len(document.gold)), range(len(found))
    named = [i for i in ours if any(kind == "name" and place[0] < document.sure for place, kind in found[i].mentions)]
    n["found"] += len(named)
    n["right"] += sum(any(bears[g, i] for g in gold_count) for i in named)
    n["gold"] += len(gold_count)
    chosen: dict[int, int] = {}
    for g in gold_count:
        shared = {i: _in_common(document.gold[g], found[i]) for i in ours}
        with_name = [i for i in ours if bears[g, i]]
        n["met"] += bool(with_name)
        n["split"] += sum(1 for i in with_name if shared[i]) > 1
        if any(shared.values()):
            chosen[g] = max(ours, key=lambda i: (shared[i], -i))
    n["merged"] += sum(count - 1 for count in Counter(chosen.values()).values())
    for g in gold_count:
        for place, kind in document.gold[g].mentions:
            n[f"{kind} gold"] += 1
            meant = {i for i in ours for where, ours_kind in found[i].mentions if _same(kind, place, ours_kind, where)}
            if meant:
                n[f"{kind} right" if meant == {chosen.get(g)} else f"{kind} wrong"] += 1


def _in_common(gold: Person, one: Person) -> int:
    return sum(kind == ours == "name" and _overlap(place, where) for place, kind in gold.mentions for where, ours in one.mentions)


def _same(kind: str, place: Place, ours: str, where: Place) -> bool:
    """An answer's mention lies on a gold one: of the same kind, and no wider than it by much."""
    if not _overlap(place, where) or kind != ours:
        return False
    return kind != "pronoun" or place == where


def _overlap(one: Place, other: Place) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _words(name: str) -> list[str]:
    return [w for w in re.findall(r"[^\W\d_][\w'.]*", fold(name)) if w not in _SUFFIXES]


def _surname(gold: Person) -> set[str]:
    return set(_words(gold.names[0])[-1:])


def _all_words(person: Person) -> set[str]:
    return {w for name in person.names for w in _words(name)}


def _share(part: float, whole: float) -> float:
    return round(part / whole, 4) if whole else 0.0


def _harmonic(one: float, other: float) -> float:
    return round(2 * one * other / (one + other), 4) if one + other else 0.0


def _table(rows: Mapping[str, Mapping[str, float]]) -> None:
    print(f"{'':34}{'people':>7}{'P':>6}{'R':>6}{'F1':>6}{'split':>7}{'merged':>7}   " + "".join(f"{k:>22}" for k in _KINDS))
    for name, row in rows.items():
        cells = "".join(f"{row[k + '_mentions']:>8.0f}{row[k + '_precision']:7.3f}{row[k + '_recall']:7.3f}" for k in _KINDS)
        print(
            f"{name:34}{row['people']:>7.0f}{row['precision']:6.2f}{row['recall']:6.2f}{row['f1']:6.2f}"
            f"{row['split']:7.3f}{row['merged']:7.3f}   {cells}"
        )
