"""Every span of a record, cut out of its article's text, is the words it stands for.

Tested on the shipped story and, where they are there, on others: in the folder that DATELINE_STORIES names, else in `../shared/stories`.
"""

import os
from collections.abc import Iterator, Sequence
from datetime import date
from importlib import resources
from pathlib import Path

import pytest

from dateline.language.annotate import Annotator
from dateline.linking import known_by, link
from dateline.model.articles import Article
from dateline.model.evidence import Evidence, Span
from dateline.model.record import Record
from dateline.model.reports import Reading
from dateline.ontology.names import fold
from dateline.pages import read_pages
from dateline.record import build_record
from dateline.runner.steps import read_page

ROOT = Path(__file__).parents[1]
STORIES = Path(os.environ.get("DATELINE_STORIES") or ROOT.parent / "shared" / "stories")
FOLDERS = sorted(p.parent / "pages" for p in STORIES.glob("*/gold.json"))
LONGEST = 700  # characters: evidence that is longer points at nothing


@pytest.fixture(scope="module")
def annotator() -> Annotator:
    return Annotator()


def readings_of(folder: Path, annotator: Annotator) -> list[Reading]:
    read = (read_page(page, annotator) for page in read_pages([str(folder)]) if not hasattr(page, "reason"))
    return [r for r in read if isinstance(r, Reading)]


def check(record: Record) -> None:
    articles = {a.article.id: a.article for a in record.articles}
    for article in articles.values():
        check_blocks(article)
    for span in spans_of(record):
        text = articles[span.article].text
        assert 0 <= span.start < span.end <= len(text)
        assert text[span.start : span.end].strip() == text[span.start : span.end], "a span begins and ends with words"
    for report in record.reports:
        assert all(s.holds(report.trigger) for s in only_spans(report.evidence)[:1]), "the sentence holds the trigger"
        assert all(s.end - s.start <= LONGEST for s in only_spans(report.evidence))
        text = fold(articles[report.article].text)
        assert report.place is None or fold(report.place) in text
    for statement in record.statements:
        text = articles[statement.article].text
        for piece in statement.text.split(" … "):
            assert piece in text
    for event in record.events:
        assert {s.report for s in event.history} <= set(event.reports)


def check_blocks(article: Article) -> None:
    if article.title:
        assert article.text.startswith(article.title)
    at = 0
    for block in article.blocks:
        assert at <= block.start < block.end <= len(article.text)
        assert article.text[at : block.start].strip() == ""
        at = block.end
    assert article.text[at:].strip() == ""


def spans_of(record: Record) -> Iterator[Span]:
    for report in record.reports:
        yield report.trigger
        yield from only_spans(report.evidence)
    for statement in record.statements:
        yield from only_spans(statement.evidence)
    for quantity in record.quantities:
        yield from only_spans(quantity.evidence)
    for dispute in record.disputes:
        for position in dispute.positions:
            yield from only_spans(position.evidence)
    for actor in record.actors:
        for role in actor.roles:
            yield from only_spans(role.evidence)


def only_spans(evidence: Sequence[Evidence]) -> list[Span]:
    return [e for e in evidence if isinstance(e, Span)]


def test_the_shipped_story(annotator: Annotator) -> None:
    with resources.as_file(resources.files("dateline") / "data" / "demo" / "pages") as folder:
        readings = readings_of(folder, annotator)
    linked = link(readings)
    check(build_record(linked))
    day = date(2018, 5, 25)
    known = link(known_by(linked, readings, day))
    assert 0 < len(known.articles) < len(linked.articles)
    check(build_record(known, day))


@pytest.mark.parametrize("folder", FOLDERS or [None], ids=[f.parent.name for f in FOLDERS] or ["none"])
def test_other_stories(folder: Path | None, annotator: Annotator) -> None:
    if folder is None:
        pytest.skip(f"no stories in {STORIES.name}: set DATELINE_STORIES to a folder of stories with gold.json and pages/")
    readings = readings_of(folder, annotator)
    assert readings
    check(build_record(link(readings)))
