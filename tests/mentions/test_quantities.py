"""Quantities in sentences of our own, parsed by the shipped model."""

from dataclasses import replace
from datetime import date

import pytest

from dateline.language.times import find_times
from dateline.mentions.quantities import find_quantities
from dateline.mentions.reading import read_mentions
from dateline.model.actors import LocalActor
from dateline.model.articles import Article, Block
from dateline.model.evidence import Span
from dateline.model.moments import on
from dateline.model.quotations import Quotation
from dateline.model.reports import By


def annotate(parser, text):
    article = Article(
        id="a-1",
        page="p",
        uri=None,
        sha256="0",
        fetched=None,
        title=None,
        byline=(),
        source=None,
        source_domain=None,
        agency=None,
        language="en",
        published=on(date(2021, 6, 16)),
        text=text,
        blocks=(Block(0, len(text), "paragraph"),),
        removed=(),
    )
    annotated = parser.parse(article)
    return replace(annotated, times=find_times(annotated))


@pytest.mark.parametrize(
    ("sentence", "bound", "value", "unit", "what"),
    [
        ("The flood has caused more than 140,000 deaths.", "at least", 140000, "", "deaths"),
        ("They held a two-hour meeting in Rome.", "exactly", 2, "hour", "meeting in Rome"),
        ("The plan names four safe zones.", "exactly", 4, "", "safe zones"),
        ("The bank lent $5 billion to Kenya.", "exactly", 5e9, "USD", "bank lent"),
        ("The union promised 50 million euros in aid.", "exactly", 5e7, "EUR", "aid"),
        ("Both sides accepted a 21-day ceasefire.", "exactly", 21, "day", "ceasefire"),
        ("The navy fired about 200 missiles.", "about", 200, "", "missiles"),
        ("The country paid $110 per tonne.", "exactly", 110, "USD per tonne", "country paid"),
        ("The pipe carries 2.5 million barrels per day.", "exactly", 2.5e6, "barrel per day", "pipe carries"),
        ("The firm took 70,000 metric tons of rice.", "exactly", 70000, "metric ton", "rice"),
        ("At least twenty-five soldiers were killed.", "at least", 25, "", "soldiers"),
        ("Up to 900 staff were sent.", "at most", 900, "", "staff"),
        ("Hundreds of students marched.", "at least", 200, "", "students"),
        ("Tens of thousands of families fled.", "at least", 20000, "", "families"),
        ("Two-thirds of the lawmakers voted against it.", "exactly", 0.6666, "share", "lawmakers"),
        ("Half of the harvest was lost.", "exactly", 0.5, "share", "harvest"),
    ],
)
def test_one_quantity(parser, sentence, bound, value, unit, what):
    found = find_quantities(annotate(parser, sentence))
    assert [(q.bound, q.value, q.unit, q.what) for q in found] == [(bound, value, unit, what)]


@pytest.mark.parametrize(
    "sentence",
    [
        "They met on 12 April 2017.",
        "They met in 2017 at 10:30 a.m.",
        "The 40-year-old envoy resigned.",
        "She is 54 years old.",
        "The two leaders shook hands.",
        "One man was seen.",
        "This was the third meeting.",
        "The Group of 20 will meet in Italy.",
        "Over the past six years they have quarrelled.",
        "See page 12.",
    ],
)
def test_numbers_that_count_nothing(parser, sentence):
    assert find_quantities(annotate(parser, sentence)) == ()


def test_evidence_holds_the_bound_and_what_is_counted(parser):
    annotated = annotate(parser, "Rebels hold more than 300 hostages in the north.")
    (quantity,) = find_quantities(annotated)
    (span,) = quantity.evidence
    assert annotated.article.text[span.start : span.end].startswith("more than 300 hostages")
    assert quantity.by == By("article")


def test_who_says_a_number_in_a_quotation(parser):
    text = 'The minister said: "We lost 45 ships."'
    annotated = annotate(parser, text)
    piece = Span("a-1", text.index("We"), len(text) - 1)
    speech = Quotation(kind="direct", pieces=(piece,), speaker="p1", speaker_span=None, cue="say", cue_span=None)
    named = replace(annotated, quotations=(speech,), actors=(LocalActor("p1", "Ana Perez", "person"),))
    assert find_quantities(named)[0].by == By("named", "p1")
    unnamed = replace(annotated, quotations=(speech,), actors=(LocalActor("p1", "an official", "unnamed"),))
    assert find_quantities(unnamed)[0].by == By("unnamed", "p1", "an official")
    nobody = replace(annotated, quotations=(replace(speech, speaker=None),))
    assert find_quantities(nobody)[0].by == By("article")


@pytest.mark.parametrize(
    ("sentence", "ends", "unit", "what"),
    [
        ("The navy lost between 20 and 30 ships.", (20, 30), "", "ships"),
        ("The ministry will send 200 to 300 soldiers.", (200, 300), "", "soldiers"),
        ("The bank will lend $2 to $3 billion to Kenya.", (2e9, 3e9), "USD", "bank lend"),
    ],
)
def test_a_range_is_a_least_and_a_most(parser, sentence, ends, unit, what):
    found = find_quantities(annotate(parser, sentence))
    assert [(q.bound, q.value) for q in found] == [("at least", ends[0]), ("at most", ends[1])]
    assert {(q.unit, q.what) for q in found} == {(unit, what)}
    assert len({q.id for q in found}) == 2


def test_no_range(parser):
    """A change has two values, a score has none."""
    assert [q.bound for q in find_quantities(annotate(parser, "The number of guards rose from 20 to 30 guards."))] != [
        "at least",
        "at most",
    ]
    assert find_quantities(annotate(parser, "Norway won the match 3-1.")) == ()


def test_a_quantity_belongs_to_the_event_that_governs_it(parser):
    annotated = annotate(parser, "Rebels killed 20 soldiers in an attack. The storm that hit the coast left 300 families homeless.")
    reading = read_mentions(annotated)
    triggers = {r.id: annotated.article.text[r.trigger.start : r.trigger.end] for r in reading.reports}
    assert {q.value: triggers.get(q.report or "") for q in reading.quantities}[20] in ("killed", "attack")
    assert {q.value: q.report for q in reading.quantities}[300] is None
