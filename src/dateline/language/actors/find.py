"""The search for actors, from names to pronouns."""

from dateline.language.actors.book import Book
from dateline.language.actors.countries import settle_countries
from dateline.language.actors.found import ActorsFound
from dateline.language.actors.organisations import organisations
from dateline.language.actors.page import Page
from dateline.language.actors.people import find_names
from dateline.language.actors.persons import People
from dateline.language.actors.places import place_names
from dateline.language.actors.scan import scan
from dateline.language.actors.titles import find_titles
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
    organisations(page, book)
    settle_countries(page, book, titles)
    return _found(book, toponyms)


def _found(book: Book, toponyms: tuple[Toponym, ...]) -> ActorsFound:
    first: dict[str, int] = {}
    references = sorted(book.references, key=lambda r: (r.span.start, r.span.end, r.actor))
    for reference in references:
        first.setdefault(reference.actor, len(first))
    actors = sorted((d for d in book.drafts.values() if d.id in first), key=lambda d: first[d.id])
    return ActorsFound(tuple(d.frozen() for d in actors), tuple(references), toponyms)
