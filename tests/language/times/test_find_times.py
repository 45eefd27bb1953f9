"""Time expressions found and resolved in sentences of our own, parsed by the shipped model. The text's day is a Wednesday."""

from datetime import date

import pytest

from dateline.language.times import find_times
from dateline.model.articles import Article, Block
from dateline.model.moments import OPEN, Moment, on
from dateline.model.times import publication_from, resolve

WEDNESDAY = date(2021, 6, 16)


def article(*lines, published=None, text_day=None):
    blocks, at = [], 0
    for line in lines:
        blocks.append(Block(at, at + len(line), "paragraph"))
        at += len(line) + 1
    return Article(
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
        published=published or on(WEDNESDAY),
        text="\n".join(lines),
        blocks=tuple(blocks),
        removed=(),
        text_day=text_day,
    )


def times(parser, *lines, **dates):
    one = article(*lines, **dates)
    return {one.text[t.span.start : t.span.end]: t for t in find_times(parser.parse(one))}


@pytest.mark.parametrize(
    ("sentence", "words", "value"),
    [
        ("The ministers met on Wednesday in Vienna.", "Wednesday", "2021-06-16"),
        ("The ministers met on Thursday in Vienna.", "Thursday", "2021-06-10"),
        ("The ministers will meet on Thursday in Vienna.", "Thursday", "2021-06-17"),
        ("The ministers will meet Tuesday in Vienna.", "Tuesday", "2021-06-22"),
        ("The president is travelling to Lima on Saturday.", "Saturday", "2021-06-19"),
        ("A new round of talks is scheduled for Monday.", "Monday", "2021-06-21"),
        ("He plans to visit Oslo on Friday.", "Friday", "2021-06-18"),
        ("The envoy declined to discuss the visit on Friday.", "Friday", "2021-06-11"),
        ("The ministry would not comment on Friday.", "Friday", "2021-06-11"),
        ("He said on Friday he would resign.", "Friday", "2021-06-11"),
        ("The treaty was signed last Thursday in Geneva.", "last Thursday", "2021-06-10"),
        ("They are to see each other this Saturday.", "this Saturday", "2021-06-19"),
        ("She arrived late Tuesday.", "late Tuesday", "2021-06-15"),
        ("They spoke by phone yesterday.", "yesterday", "2021-06-15"),
        ("They spoke by phone this morning.", "this morning", "2021-06-16TMO"),
        ("The vote was held last night.", "last night", "2021-06-15TNI"),
        ("The army attacked the port on Sunday night.", "Sunday night", "2021-06-13TNI"),
        ("The bank raised its rate last week.", "last week", "2021-W23"),
        ("He is to visit Egypt next month.", "next month", "2021-07"),
        ("They met over the weekend.", "the weekend", "2021-W23-WE"),
        ("The two countries clashed earlier this year.", "earlier this year", "2021"),
        ("The king said in February that he would go.", "February", "2021-02"),
        ("The leaders will meet in September.", "September", "2021-09"),
        ("The accord was signed in September.", "September", "2020-09"),
        ("The ship was seized in early April.", "early April", "2021-04"),
        ("The contract expires on Dec. 31.", "Dec. 31", "2021-12-31"),
        ("They signed the pact on 12 April 2017.", "12 April 2017", "2017-04-12"),
        ("They signed the pact on Monday, April 10, 2017.", "Monday, April 10, 2017", "2017-04-10"),
        ("They met four years ago in Rome.", "four years ago", "2017"),
        ("They met eleven days ago in Rome.", "eleven days ago", "2021-06-05"),
        ("The plant was built in the 1960s.", "the 1960s", "196"),
        ("Exports fell in the third quarter of 2019.", "the third quarter of 2019", "2019-Q3"),
        ("The ceasefire took effect at 0700 GMT on Sunday.", "0700 GMT on Sunday", "2021-06-13T07:00Z"),
        ("They met for two and a half hours.", "two and a half hours", "PT2H30M"),
        ("The vote is to be held on Sunday.", "Sunday", "2021-06-20"),
        ("The visit was postponed until Friday.", "Friday", "2021-06-18"),
        ("Exports rose in the last week of March.", "the last week of March", "2021-W12"),
        ("They met for two hours in Rome.", "two hours", "PT2H"),
        ("The two sides agreed to a 21-day truce.", "21-day", "P21D"),
        ("The envoys meet every Monday.", "every Monday", "XXXX-WXX-1"),
        ("The court has sat in Hamburg for several years.", "several years", "PXY"),
    ],
)
def test_values_seen_from_a_wednesday(parser, sentence, words, value):
    found = times(parser, sentence)
    assert words in found, f"found {sorted(found)}"
    assert found[words].value == value


@pytest.mark.parametrize(
    "sentence",
    [
        "Mrs May may visit Dublin.",
        "The troops will march on the capital.",
        "He is 7 years old.",
        "The 40-year-old envoy resigned.",
        "She paid $64 for it.",
        "The team won 3-1.",
        "This is the second meeting of the two.",
        "April Jones leads the delegation.",
        "Some 2000 people marched.",
        "He owns three-quarters of the firm.",
    ],
)
def test_words_that_are_no_times(parser, sentence):
    assert times(parser, sentence) == {}


def test_ranges_are_one_expression_with_both_ends(parser):
    found = times(parser, "The president will travel to Chile and Peru from October 10 to 15.")
    when = found["October 10 to 15"].when
    assert (when.earliest, when.latest) == (date(2021, 10, 10), date(2021, 10, 15))
    found = times(parser, "Talks were held between March 2018 and May 2019.")
    when = found["March 2018 and May 2019"].when
    assert (when.earliest, when.latest) == (date(2018, 3, 1), date(2019, 5, 31))


def test_since_until_and_the_past_years_reach_to_the_text(parser):
    found = times(parser, "No minister has visited since March 2011.")
    assert (found["March 2011"].when.earliest, found["March 2011"].when.latest) == (date(2011, 3, 1), WEDNESDAY)
    found = times(parser, "Over the past six years the two capitals have quarrelled.")
    assert (found["the past six years"].when.earliest, found["the past six years"].value) == (date(2015, 6, 16), "P6Y")
    found = times(parser, "The rebels must leave the city by Friday.")
    assert (found["Friday"].when.earliest, found["Friday"].when.latest) == (WEDNESDAY, date(2021, 6, 18))


def test_in_two_weeks_is_ahead_and_in_a_century_is_not(parser):
    found = times(parser, "They will decide in two weeks.")
    assert (found["two weeks"].when.earliest, found["two weeks"].when.latest) == (date(2021, 6, 27), date(2021, 7, 3))
    found = times(parser, "They have to answer within 48 hours.")
    assert (found["48 hours"].when.earliest, found["48 hours"].when.latest) == (WEDNESDAY, date(2021, 6, 18))
    found = times(parser, "This could be the worst storm in 50 years.")
    assert found["50 years"].when == OPEN


def test_steps_from_what_was_told_before(parser):
    found = times(parser, "The march began on March 3, 2019.", "Two days later the police closed the square.")
    assert found["Two days later"].value == "2019-03-05"
    found = times(parser, "The envoy flew to Bern in May 2018 and returned the following month.")
    assert found["the following month"].value == "2018-06"


def test_a_step_from_an_event_is_typed_and_left_open(parser):
    found = times(parser, "The note was handed over a day before the scheduled visit.")
    assert found["a day"].kind == "DURATION"
    assert found["a day"].when == OPEN
    assert not found["a day"].relative


def test_a_year_ago_tells_the_year_of_the_day_behind_it(parser):
    assert times(parser, "One year ago, on October 7, the dam broke.")["October 7"].value == "2020-10-07"


def test_an_interval_of_publication_leaves_an_interval(parser):
    march = Moment(date(2021, 3, 1), date(2021, 3, 31), "meta")
    found = times(parser, "He said on Tuesday that he would go next month.", published=march)
    assert (found["next month"].when.earliest, found["next month"].value) == (date(2021, 4, 1), "2021-04")
    assert (found["Tuesday"].when.earliest, found["Tuesday"].when.latest) == (date(2021, 2, 23), date(2021, 3, 30))
    assert found["Tuesday"].value is None


def test_without_a_publication_only_dates_stay(parser):
    found = times(parser, "He said on Tuesday that the law of June 2010 was void.", published=OPEN)
    assert not found["Tuesday"].when.known
    assert found["Tuesday"].relative
    assert found["June 2010"].when.latest == date(2010, 6, 30)
    assert not found["June 2010"].relative


def test_the_texts_own_day_goes_before_the_publication(parser):
    found = times(parser, "They spoke yesterday.", text_day=on(date(2021, 6, 10)))
    assert found["yesterday"].value == "2021-06-09"


def test_an_expression_can_be_resolved_again_and_turned_round(parser):
    march = Moment(date(2021, 3, 1), date(2021, 3, 31), "meta")
    tuesday = times(parser, "He said on Tuesday that he would go.", published=march)["Tuesday"]
    assert resolve(tuesday, on(date(2021, 3, 24))).latest == date(2021, 3, 23)
    allowed = publication_from(tuesday, on(date(2021, 3, 23)))
    assert (allowed.earliest, allowed.latest) == (date(2021, 3, 23), date(2021, 3, 29))


def test_labels_of_a_transcript_are_no_text(parser):
    one = article("MR. MAY: We met on Monday.", "Q When?", "MR. MAY: At 10 a.m.")
    found = find_times(parser.parse(one))
    assert [one.text[t.span.start : t.span.end] for t in found] == ["Monday", "10 a.m."]


def test_an_empty_article_has_no_times(parser):
    assert find_times(parser.parse(article(""))) == ()
