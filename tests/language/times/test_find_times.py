"""Time expressions found and resolved in sentences of our own, parsed by the shipped model. The text's day is a Wednesday."""

from datetime import date

import pytest

from dateline.language.times import find_times, marked, timex3
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
        ("The dam was finished in nineteen ninety-six.", "nineteen ninety-six", "1996"),
        ("The pact of January nineteen ninety-seven is void.", "January nineteen ninety-seven", "1997-01"),
        ("The pier was closed on 22 Jan 2019.", "22 Jan 2019", "2019-01-22"),
        ("The pier was closed on 4/22/2016.", "4/22/2016", "2016-04-22"),
        ("The pier was closed on 22.4.2016.", "22.4.2016", "2016-04-22"),
        ("Prices are the lowest since '82.", "'82", "1982"),
        ("They waited for 2 1/2 years.", "2 1/2 years", "P2Y6M"),
        ("They spoke for an hour and a half.", "an hour and a half", "PT1H30M"),
        ("It lasted one hour and 30 minutes.", "one hour and 30 minutes", "PT1H30M"),
        ("They waited for half an hour.", "half an hour", "PT30M"),
        ("They waited a couple of years.", "a couple of years", "P2Y"),
        ("They have talked for decades.", "decades", "PXY"),
        ("He resigned two years, one month and 21 days ago.", "two years, one month and 21 days ago", "2019-04-25"),
        ("The summit will open two weeks from now.", "two weeks from now", "2021-W26"),
        ("The vote will be held the week after next.", "the week after next", "2021-W26"),
        ("The vote will be held the day after tomorrow.", "day after tomorrow", "2021-06-18"),
        ("The hearing is set for the week of July 12.", "the week of July 12", "2021-W28"),
        ("The court will sit on the second Monday of next month.", "the second Monday of next month", "2021-07-12"),
        ("The law expires on the last day of August.", "the last day of August", "2021-08-31"),
        ("The bank reports in the final quarter of 2021.", "the final quarter of 2021", "2021-Q4"),
        ("Troops will stay for the rest of the year.", "the rest of the year", "2021"),
        ("The company had a loss for the year ended March 31.", "the year", "P1Y"),
        ("It earned more than in the same period last year.", "the same period last year", None),
        ("The convoy left at 10 a.m. Moscow time on Sunday.", "10 a.m. Moscow time on Sunday", "2021-06-13T10:00"),
        ("The blast came at 7:15 on Monday evening.", "7:15 on Monday evening", "2021-06-14T19:15"),
        ("The blast came tonight at 2 a.m. in Bern.", "2 a.m.", "2021-06-16T02:00"),
        ("The envoys meet every other week.", "every other week", "P2W"),
        ("Until Thursday the police had not called him a suspect.", "Thursday", "2021-06-10"),
        ("He won gold at the 2012 Olympics in London.", "2012", "2012"),
        ("The envoys meet at 9 a.m. every Monday.", "9 a.m. every Monday", "XXXX-WXX-1T09:00"),
        ("The envoys meet every morning.", "every morning", "XXXX-XX-XXTMO"),
        ("He was shot last Oct. 23 in Bern.", "last Oct. 23", "2020-10-23"),
        ("Prices fell in the last half of 2019.", "the last half of 2019", "2019-H2"),
        ("The change is effective February 1.", "February 1", "2022-02-01"),
        ("They expect rates to fall in coming months.", "coming months", "FUTURE_REF"),
        ("The deal is to be closed by year's end.", "year's end", "2021-12-31"),
        ("The exiles will one day return.", "one day", "FUTURE_REF"),
        ("The truce held through Ramadan.", "Ramadan", "2021-04-13/2021-05-12"),
        ("The prisoners were freed on Eid al-Fitr.", "Eid al-Fitr", "2021-05-13"),
        ("The office will be closed on Yom Kippur.", "Yom Kippur", "2021-09-16"),
        ("The minister spoke before his planned visit in July.", "July", "2021-07"),
        ("The talks resumed on 6/14.", "6/14", "2021-06-14"),
        ("Sales rose in Q1 2020.", "Q1 2020", "2020-Q1"),
        ("The ship was seen at 2021-05-03T14:20 by a satellite.", "T14:20", "2021-05-03T14:20"),
        ("The leaders will meet tonight at 8.", "8", "2021-06-16T20:00"),
        ("The siege began on April 4 in 1992.", "April 4 in 1992", "1992-04-04"),
        ("They met on Monday in the evening.", "Monday in the evening", "2021-06-14TEV"),
        ("The council meets twice a month.", "twice a month", "P1M"),
        ("Prayers are held on Friday mornings.", "Friday mornings", "XXXX-WXX-5TMO"),
        ("The session lasted an hour and half.", "an hour and half", "PT1H30M"),
        ("It was published in the month of May.", "the month of May", "2021-05"),
        ("He will travel in week 40 of 2021.", "week 40 of 2021", "2021-W40"),
        ("The minister will visit from the 4th to the 23rd of next month.", "the 4th to the 23rd of next month", "2021-07-04/2021-07-23"),
    ],
)
def test_values_seen_from_a_wednesday(parser, sentence, words, value):
    found = times(parser, sentence)
    assert words in found, f"found {sorted(found)}"
    assert found[words].value == value


def test_a_week_has_no_time_of_day(parser):
    found = times(parser, "The committee meets this week 8 a.m. at the palace.")
    assert all("W24T" not in (one.value or "") for one in found.values())


def test_two_years_and_shares_are_no_months_and_days(parser):
    found = times(parser, "In the 2011/12 season prices rose by 3/4 of a point.")
    assert not [one for one in found.values() if one.value in ("2011-12", "2021-03-04")]


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
        "The crash of Black Monday is taught in schools.",
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


def test_a_step_from_an_event_is_counted_where_its_day_was_told(parser):
    found = times(parser, "The strike on April 3 killed ten people.", "Two days after the strike the guards were dismissed.")
    assert (found["Two days"].when.earliest, found["Two days"].when.latest) == (date(2021, 4, 5), date(2021, 4, 5))
    found = times(parser, "Monday's vote was close.", "A day after the summit the guards were dismissed.")
    assert found["A day"].when == OPEN


def test_the_next_day_needs_a_day_and_not_a_year(parser):
    found = times(parser, "He was elected on May 3, 2018.", "The party was founded in 1990.", "He resigned the next day.")
    assert found["the next day"].value == "2018-05-04"


def test_clocks_in_two_zones_share_their_day(parser):
    found = times(parser, "The quake struck at 10:35 a.m. (0735 GMT) on Sunday.")
    assert found["10:35 a.m."].value == "2021-06-13T10:35"
    assert found["0735 GMT"].value == "2021-06-13T07:35Z"


def test_the_article_of_a_noun_is_no_part_of_its_time(parser):
    assert set(times(parser, "They agreed on the two-week truce.")) == {"two-week"}
    assert set(times(parser, "They agreed to wait the two weeks.")) == {"the two weeks"}


def test_timex3_marks_the_ends_of_a_range(parser):
    text = "The embassy was closed from 2014 to 2017 & reopened on Monday."
    found = find_times(parser.parse(article(text)))
    assert [one.value for one in timex3(found)] == ["2014", "2017", "2021-06-14"]
    assert marked(text, found) == (
        'The embassy was closed from <TIMEX3 tid="t1" type="DATE" value="2014">2014</TIMEX3> to '
        '<TIMEX3 tid="t2" type="DATE" value="2017">2017</TIMEX3> &amp; reopened on '
        '<TIMEX3 tid="t3" type="DATE" value="2021-06-14">Monday</TIMEX3>.'
    )


def test_two_days_of_a_month_are_two_dates_to_timex3(parser):
    found = find_times(parser.parse(article("The envoys will meet on July 24 and 25 in Bern.")))
    assert [(one.when.earliest, one.when.latest) for one in found] == [(date(2021, 7, 24), date(2021, 7, 25))]
    assert [one.value for one in timex3(found)] == ["2021-07-24", "2021-07-25"]


def test_a_time_says_how_sure_it_is_and_when_it_is_open(parser):
    found = times(parser, "It closed on 4/5/2017, reopened on May 3, 2018 and fell the next morning.", "He came the following Friday.")
    assert found["4/5/2017"].confidence < found["May 3, 2018"].confidence
    assert not found["May 3, 2018"].is_open
    found = times(parser, "He came the following week.")
    assert found["the following week"].is_open


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
