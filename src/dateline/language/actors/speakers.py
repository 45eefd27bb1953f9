"""Who speaks in a transcript: the labels of its turns, and "I" within them."""

from dataclasses import dataclass

from dateline.language.actors.book import Book, Draft
from dateline.language.actors.holders import holder_then, home
from dateline.language.actors.offices import fits
from dateline.language.actors.page import Page
from dateline.language.actors.persons import People, bare
from dateline.model.actors import Reference
from dateline.model.annotated import Turn
from dateline.model.evidence import Span
from dateline.ontology.names import fold, words_of

_I = {"i", "me", "my", "myself", "mine"}


@dataclass(frozen=True, slots=True)
class _Label:
    """A label taken apart: the title's words and the name."""

    title: tuple[str, ...]
    honorific: str
    name: str


def speakers(page: Page, book: Book, people: People) -> None:
    """Ties each label of a turn to a person, and "I" inside the turn to the one who speaks."""
    known: dict[str, Draft | None] = {}
    at = 0
    for turn in page.annotated.turns:
        if turn.label not in known:
            known[turn.label] = _speaker(page, book, people, turn) if turn.role == "answer" else None
        while at < len(page.tokens) and page.tokens[at].start < turn.start:
            at += 1
        draft = known[turn.label]
        if draft is None:
            continue
        span = Span(page.annotated.article.id, turn.label_start, turn.label_end)
        first = min(at, len(page.tokens) - 1)
        book.references.append(
            Reference(first, first, first, span, draft.id, "description" if turn.label[-9:] == "PRESIDENT" else "name", "label of the turn")
        )
        _first_person(page, book, draft, turn, at)


def _first_person(page: Page, book: Book, draft: Draft, turn: Turn, at: int) -> None:
    index = at
    book.speaking.append((turn.start, turn.end, draft.id))
    while index < len(page.tokens) and page.tokens[index].start < turn.end:
        if page.lower[index] in _I and page.tokens[index].pos == "PRON" and not page.quoted[index]:
            book.refer((index, index + 1), draft, "pronoun", "the speaker of the turn")
        index += 1


def _speaker(page: Page, book: Book, people: People, turn: Turn) -> Draft | None:
    label = _take_apart(page, turn.label)
    sex = page.facts.honorifics.get(label.honorific, "")
    if label.name:
        found = people.families.get(bare(label.name), [])
        agreeing = [d for d in found if not sex or d.sex in (sex, "")]
        titled = [d for d in agreeing if label.title and fits(" ".join(label.title), None, d)]
        chosen = titled or agreeing
        draft = chosen[0] if chosen else _new(page, book, people, label)
        draft.sex = draft.sex or sex
        return draft
    return _office(page, book, label)


def _take_apart(page: Page, text: str) -> _Label:
    words = text.split("(", maxsplit=1)[0].split()
    honorific = fold(words[0]) if fold(words[0]) in page.facts.honorifics else ""
    rest = words[1:] if honorific or fold(words[0]) == "the" else words
    for end in range(len(rest), 0, -1):
        key = words_of(" ".join(rest[:end]))
        tail = words_of(rest[end - 1])
        if key in page.facts.titles or (tail in page.facts.titles and all(fold(w) in page.facts.modifiers for w in rest[: end - 1])):
            return _Label(key, honorific, _written(rest[end:]))
    name = _written(rest)
    nobody = (
        fold(name) in page.facts.never
        or page.facts.entry(name) is not None
        or words_of(name) in page.facts.titles
        or (len(name) < 3 and fold(name) not in page.facts.family_first)
    )
    return _Label((), honorific, "" if nobody and not honorific else name)  # "READ MORE:", "AUDIENCE MEMBER:"


def _written(words: list[str]) -> str:
    return " ".join("-".join(p[:1] + p[1:].lower() for p in w.split("-")) for w in words[-1:])


def _new(page: Page, book: Book, people: People, label: _Label) -> Draft:
    draft = book.new("person")
    draft.names[label.name] += 1
    people.families[bare(label.name)].append(draft)
    if label.title:
        draft.offices.append((" ".join(label.title), None, False))
        draft.sectors[page.facts.titles.get(label.title, "") or "GOV"] += 1
    return draft


def _spoken_of(page: Page, book: Book, label: _Label) -> set[str]:
    """Whom the one with that label names in his own words: nobody speaks of himself by name."""
    turns = [t for t in page.annotated.turns if _take_apart(page, t.label) == label]
    return {r.actor for r in book.references if r.kind == "name" and any(t.start <= r.span.start < t.end for t in turns)}


def _office(page: Page, book: Book, label: _Label) -> Draft | None:
    """As in "THE PRESIDENT": the one of that office whom the title names first, else the first one told; else a person without a name."""
    office = " ".join(label.title)
    if not office:
        return None
    fitting = [d for d in book.people() if fits(office, None, d) and not all(past for _, _, past in d.offices)]
    labelled = {bare(_take_apart(page, t.label).name) for t in page.annotated.turns}
    spoken_of = _spoken_of(page, book, label)
    apart = [d for d in fitting if d.id not in spoken_of and not any(bare(n.split()[-1]) in labelled for n in d.names)]
    in_title = {r.actor for r in book.references if page.blocks[page.tokens[r.first].block].kind == "title"}
    order = sorted(apart, key=lambda d: (d.id not in in_title, int(d.id[1:]) if d.id[1:].isdigit() else 0))
    if order and (order[0].id in in_title or len({d.country for d in apart}) == 1):
        return order[0]
    holder = holder_then(page, book, office, home(page, book))
    if holder:
        return holder
    draft = book.new("person")
    draft.name = f"the {office.title()}"
    draft.names[draft.name] += 1
    draft.offices.append((office, None, False))
    draft.sectors["GOV"] += 1
    return draft
