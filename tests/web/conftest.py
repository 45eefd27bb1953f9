"""A small record put together by hand: invented affairs of two invented countries' ministers, with everything a page has to show."""

from collections.abc import Callable
from datetime import date

import pytest

from dateline.model.actors import Actor, Role
from dateline.model.articles import Article, Block, DateClue, Removed
from dateline.model.evidence import FieldEvidence, Span
from dateline.model.moments import OPEN, Moment, on
from dateline.model.record import Dispute, Event, Forecast, HistoryStep, Position, Record, RecordArticle, Source, Story
from dateline.model.reports import By, Participant, Report, Statement, Status

FIRST = (
    "Ministers of Norland and Sudria to meet",
    "Foreign Minister Ada Berg of Norland will meet her colleague Tomas Oru on March 14 in Geneva, her office said on Monday.",
    "“We expect frank talks,” Berg said. Mr. Oru declined to comment.",
)
SECOND = (
    "Talks in Geneva called off",
    "Norland called off the meeting on Wednesday. A diplomat who asked not to be named said Oru had never agreed to it.",
    "Caption: Ada Berg in Geneva",
)
THIRD = ("Berg and Oru met after all", "Berg and Oru met in Geneva on March 14. Berg will visit Sudria by April 2, officials said.")


def article(number: int, lines: tuple[str, ...], published: Moment, uri: str | None = None) -> Article:
    """An article whose first line is its title; ids are `a-1`, `a-2`, ..."""
    blocks, at = [], 0
    for i, line in enumerate(lines):
        kind = "title" if i == 0 else "caption" if line.startswith("Caption") else "paragraph"
        blocks.append(Block(at, at + len(line), kind))
        at += len(line) + 1
    clues = (DateClue("rendered", on(date(2021, 8, 1), "rendered", (FieldEvidence(f"a-{number}", "removed:0", "1 August 2021"),)), False),)
    return Article(
        f"a-{number}",
        f"page-{number}.txt",
        uri,
        "0" * 64,
        None,
        lines[0],
        ("Kim Writer",),
        "The Daily Test",
        "daily.example",
        None,
        "en",
        published,
        "\n".join(lines),
        tuple(blocks),
        (Removed("Subscribe now", "newsletter box"),),
        clues=clues,
    )


def span(of: Article, words: str) -> Span:
    start = of.text.index(words)
    return Span(of.id, start, start + len(words))


def report(number: int, of: Article, words: str, status: Status, when: Moment, by: By, event: str) -> Report:
    both = (Participant("p-berg", "participant"), Participant("p-oru", "participant"))
    return Report(
        f"r-{number}",
        of.id,
        "CONSULT",
        "meet",
        "meet",
        status,
        when,
        None,
        "none",
        "Geneva",
        "CHE",
        both,
        by,
        of.published,
        span(of, words),
        (),
        0.9,
        event=event,
    )


def sample_record() -> Record:
    """Three articles (the third without a day), an event with three statuses, an overdue visit, one of each of the rest."""
    one = article(1, FIRST, on(date(2020, 3, 2), "meta", (FieldEvidence("a-1", "meta:date", "2020-03-02"),)), "https://daily.example/1")
    two = article(2, SECOND, on(date(2020, 3, 11), "date line"))
    three = article(3, THIRD, Moment(date(2020, 3, 15), date(2020, 3, 21), "weekday"))
    copy = article(4, FIRST, on(date(2020, 3, 3), "meta"))
    march14, april2 = on(date(2020, 3, 14)), Moment(None, date(2020, 4, 2), "stated")
    reports = (
        report(1, one, "will meet", "planned", march14, By("named", "p-berg"), "e-talks"),
        report(2, two, "called off the meeting", "cancelled", march14, By("article"), "e-talks"),
        report(3, three, "met in Geneva", "held", march14, By("article"), "e-talks"),
        report(4, three, "will visit", "planned", april2, By("unnamed", None, "officials"), "e-visit"),
    )
    talks = Event(
        "e-talks",
        (),
        "s-1",
        None,
        "CONSULT",
        "meet",
        "Ada Berg and Tomas Oru meet in Geneva",
        reports[0].participants,
        "Geneva",
        march14,
        "held",
        False,
        ("status",),
        ("r-1", "r-2", "r-3"),
        2,
        tuple(HistoryStep(r.id, r.status, r.reported) for r in reports[:3]),
    )
    visit = Event(
        "e-visit",
        (),
        "s-1",
        None,
        "CONSULT",
        "visit",
        "Ada Berg visits Sudria",
        reports[0].participants[:1],
        None,
        april2,
        "planned",
        True,
        (),
        ("r-4",),
        1,
        (HistoryStep("r-4", "planned", three.published),),
    )
    rumour = Event("e-rumour", (), "s-1", None, None, None, "A burial", (), None, OPEN, "possible", False, (), (), 0, ())
    claim = "Oru had never agreed to it"
    sides = (
        Position(By("unnamed", None, "a diplomat"), "a-2", "denies", None, (span(two, claim),)),
        Position(By("named", "p-berg"), "a-1", "asserts", "agreed", (span(one, "will meet her colleague"),)),
    )
    return Record(
        as_of=None,
        models=(),
        sources=(Source("src-1", "The Daily Test", "daily.example", "outlet"), Source("src-2", "Test Wire", None, "agency")),
        articles=(
            RecordArticle(one, "src-1", None),
            RecordArticle(two, "src-1", None),
            RecordArticle(three, None, None),
            RecordArticle(copy, "src-2", "a-1"),
        ),
        actors=(
            Actor("c-nor", "Norland", "country", (), "NRL", None, None, ()),
            Actor(
                "p-berg",
                "Ada Berg",
                "person",
                ("Ada Berg", "Minister Berg"),
                "NRL",
                "GOV",
                None,
                (Role("foreign minister", "Norland", OPEN, (span(one, "Foreign Minister Ada Berg"),)),),
            ),
            Actor("p-oru", "Tomas Oru", "person", (), "SDR", "GOV", None, ()),
        ),
        places=(),
        stories=(Story("s-1", "Talks between Norland and Sudria", ("a-1", "a-2", "a-3", "a-4"), ("e-talks", "e-visit", "e-rumour")),),
        reports=reports,
        events=(talks, visit, rumour),
        statements=(
            Statement(
                "t-1",
                "a-1",
                "p-berg",
                "direct",
                "We expect frank talks",
                "say",
                None,
                on(date(2020, 3, 2)),
                (span(one, "We expect frank talks"),),
                ("e-talks",),
            ),
            Statement(
                "t-2", "a-1", None, "no answer", "declined to comment", "decline", "e-mail", OPEN, (span(one, "declined to comment"),)
            ),
        ),
        disputes=(Dispute("d-1", "claim", "Oru had agreed to the meeting", "e-talks", None, sides),),
        forecasts=(Forecast("f-1", "e-talks", "r-1", "will", "came true"), Forecast("f-2", "e-visit", "r-4", "will", "open")),
        quantities=(),
    )


@pytest.fixture(scope="session")
def record() -> Record:
    return sample_record()


@pytest.fixture(scope="session")
def make_article() -> Callable[..., Article]:
    return article
