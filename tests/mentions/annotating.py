"""Makes annotated articles out of a few paragraphs."""

from dataclasses import replace
from datetime import date

from dateline.language.actors import find_actors
from dateline.language.parse import Parser
from dateline.language.times import find_times
from dateline.model.annotated import AnnotatedArticle
from dateline.model.articles import Article, Block
from dateline.model.moments import on

PUBLISHED = date(2021, 6, 10)  # a Thursday


def article_of(paragraphs: list[str], title: str | None = None) -> Article:
    """An article with these paragraphs, published on `PUBLISHED`."""
    lines = ([title] if title else []) + paragraphs
    blocks, at = [], 0
    for number, line in enumerate(lines):
        blocks.append(Block(at, at + len(line), "title" if title and number == 0 else "paragraph"))
        at += len(line) + 1
    return Article(
        id="a-1",
        page="page.txt",
        uri=None,
        sha256="0" * 64,
        fetched=None,
        title=title,
        byline=(),
        source=None,
        source_domain=None,
        agency=None,
        language="en",
        published=on(PUBLISHED, "meta"),
        text="\n".join(lines),
        blocks=tuple(blocks),
        removed=(),
    )


def annotate(parser: Parser, paragraphs: list[str], title: str | None = None) -> AnnotatedArticle:
    """Tokens, times, actors and places of these paragraphs."""
    annotated = parser.parse(article_of(paragraphs, title))
    annotated = replace(annotated, times=find_times(annotated))
    found = find_actors(annotated)
    return replace(annotated, actors=found.actors, references=found.references, toponyms=found.toponyms)
