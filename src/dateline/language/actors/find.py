"""The search for actors, from names to pronouns."""

from dateline.language.actors.atlas import place_all
from dateline.language.actors.book import Book
from dateline.language.actors.cities import further_names
from dateline.language.actors.countries import institutions, near_countries, settle_countries
from dateline.language.actors.descriptions import Describer
from dateline.language.actors.discourse import Discourse
from dateline.language.actors.epithets import epithets
from dateline.language.actors.found import ActorsFound
from dateline.language.actors.groups import administrations, groups
from dateline.language.actors.organisations import organisations
from dateline.language.actors.organs import organs
from dateline.language.actors.page import Page
from dateline.language.actors.pairs import pairs
from dateline.language.actors.people import find_names
from dateline.language.actors.persons import People
from dateline.language.actors.places import place_names
from dateline.language.actors.pronouns import resolve
from dateline.language.actors.scan import scan
from dateline.language.actors.speakers import speakers
from dateline.language.actors.titles import Title, find_titles
from dateline.model.annotated import AnnotatedArticle
from dateline.model.places import Toponym
from dateline.ontology.actors import actor_facts


def find_actors(annotated: AnnotatedArticle) -> ActorsFound:
    """Everybody and every body that the article names or describes, the words that mean them, and the places.

    Reads one article alone. Where words can't be tied to an actor for a stated reason there is no reference.
    """
    page = Page(annotated, actor_facts())
    book = Book(page)
    hits = scan(page)
    for hit in hits:
        if hit.entry.kind in ("country", "capital", "seat", "demonym") and hit.entry.country:
            book.country(hit.entry.country)
    titles = find_titles(page, hits)
    people = People(page, book)
    people.add_rest(people.add_full_names(find_names(page, hits, titles)))
    people.surnames(hits)
    toponyms = place_names(page, book, hits)
    used = settle_countries(page, book, titles)
    organs(page, book, titles)
    organisations(page, book, people, hits)
    epithets(page, book, frozenset(i for t in titles for i in range(t.first, t.last)))
    institutions(page, book)
    speakers(page, book, people)
    administrations(page, book)
    _describe(page, book, [t for t in titles if t.first not in used])
    groups(page, book)
    near_countries(page, book)
    institutions(page, book)
    every = sorted((*toponyms, *further_names(page, book, toponyms)), key=lambda t: t.first)
    return _found(book, place_all(page, every, book.countries_named()))


def _describe(page: Page, book: Book, titles: list[Title]) -> None:
    """Descriptions and pronouns, from left to right: each may lean on the one before."""
    discourse = Discourse(page, book)
    describer = Describer(page, book, discourse)
    at = {title.first: title for title in titles}
    for index in range(len(page.tokens)):
        if index in at and book.free(at[index].head, at[index].head + 1):
            describer.title(at[index])
        if index not in book.taken:
            pairs(page, book, discourse, index)
            resolve(page, book, discourse, index)


def _found(book: Book, toponyms: tuple[Toponym, ...]) -> ActorsFound:
    first: dict[str, int] = {}
    references = sorted(book.references, key=lambda r: (r.span.start, r.span.end, r.actor))
    for reference in references:
        first.setdefault(reference.actor, len(first))
    actors = sorted((d for d in book.drafts.values() if d.id in first), key=lambda d: first[d.id])
    return ActorsFound(tuple(d.frozen() for d in actors), tuple(references), toponyms)
