"""Articles and actors made by hand for tests of speech."""

import re
from dataclasses import replace
from datetime import date

from dateline.language.parse import Parser
from dateline.model.actors import LocalActor, Reference
from dateline.model.annotated import AnnotatedArticle
from dateline.model.articles import Article, Block
from dateline.model.evidence import Span
from dateline.model.moments import Moment

NOVAK = LocalActor("p1", "Jana Novak", "person", ("Novak",), "CZE")
TADIN = LocalActor("p2", "Boris Tadin", "person", ("Tadin",), "SRB")
BANK = LocalActor("o1", "Harbour Bank", "organisation")
SERBIA = LocalActor("c:SRB", "Serbia", "country", (), "SRB", key="c:SRB")
ACTORS = (NOVAK, TADIN, BANK, SERBIA)


def article(*paragraphs: str, title: str | None = None) -> Article:
    lines = ([title] if title else []) + list(paragraphs)
    blocks, at = [], 0
    for number, line in enumerate(lines):
        blocks.append(Block(at, at + len(line), "title" if title and number == 0 else "paragraph"))
        at += len(line) + 1
    return Article(
        id="a-test",
        page="test.txt",
        uri=None,
        sha256="0",
        fetched=None,
        title=title,
        byline=(),
        source=None,
        source_domain=None,
        agency=None,
        language="en",
        published=Moment(date(2021, 5, 4), date(2021, 5, 4), "stated"),
        text="\n".join(lines),
        blocks=tuple(blocks),
        removed=(),
    )


def annotated(
    parser: Parser, *paragraphs: str, title: str | None = None, pronouns: dict[str, LocalActor] | None = None
) -> AnnotatedArticle:
    """Parsed, with a reference at every last name, "Harbour Bank", "Serbia" and "Serbian"; pronouns mean whom the test says."""
    parsed = parser.parse(article(*paragraphs, title=title))
    words = {"Novak": NOVAK, "NOVAK": NOVAK, "Tadin": TADIN, "Harbour Bank": BANK, "Bank": BANK, "Serbia": SERBIA, **(pronouns or {})}
    references = []
    for word, actor in words.items():
        for match in re.finditer(rf"\b{word}\b", parsed.article.text):
            inside = [t.index for t in parsed.tokens if match.start() <= t.start < match.end()] or [0]
            span = Span("a-test", match.start(), match.end())
            kind = "pronoun" if pronouns and word in pronouns else "name"
            references.append(Reference(inside[0], inside[-1] + 1, inside[-1], span, actor.id, kind, "by hand"))
    return replace(parsed, actors=ACTORS, references=tuple(references))
