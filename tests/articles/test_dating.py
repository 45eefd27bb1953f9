"""Dates in the markup of pages: in many languages, for machines and for readers; weighed, never taken from the clock of a site's head."""

from datetime import date

import pytest
from tests.articles.builders import BODY, TITLE, html_page, paragraphs

from dateline.articles.clocks import with_local_days
from dateline.articles.dated import publication_of, traces_of
from dateline.articles.dates import Reading, day_before_month, find_dates, solar_hijri
from dateline.articles.traces import Trace, address_traces
from dateline.articles.values import read_value
from dateline.articles.weighing import NOWHERE, days
from dateline.model.pages import Page

DAY = date(2020, 3, 5)
ENGLISH = Reading("en", day_first=False)


def dated(body: str, head: str = "", uri: str | None = None, fetched: str | None = None) -> tuple[date | None, date | None]:
    page = html_page(body, head, uri=uri)
    found = publication_of(Page(page.name, uri, page.media_type, page.content, fetched=fetched)).published
    return found.earliest, found.latest


@pytest.mark.parametrize(
    "text",
    [
        "5. März 2020",
        "le 5 mars 2020 à 10h",
        "5 de marzo de 2020",
        "5 de março de 2020",
        "giovedì 5 marzo 2020",
        "5 maart 2020",
        "den 5 mars 2020",
        "5. maaliskuuta 2020",
        "5 marca 2020",
        "5. března 2020",
        "2020. március 5.",
        "5 martie 2020",
        "5 марта 2020 г.",
        "5 березня 2020",
        "5. ožujka 2020",
        "5 Μαρτίου 2020",
        "5 Mart 2020",
        "5 مارس 2020",
        "5 במרץ 2020".replace("במרץ", "מרץ"),
        "5 मार्च 2020",
        "5 มีนาคม 2563",
        "5 Maret 2020",
        "ngày 5 tháng 3 năm 2020",
        "2020年3月5日",
        "2020년 3월 5일",
        "2020 m. kovo 5 d.",
        "2020. gada 5. marts",
        "۱۵ اسفند ۱۳۹۸",
        "1398/12/15",
        "March 5th, 2020",
        "5-Mar-2020",
        "05.03.20",
        "05 | 03 | 2020",
        "2020/3/5",
        "Tue.March 5, 2020",
    ],
)
def test_dates_of_many_languages(text: str) -> None:
    assert [one.first for one in find_dates(text, Reading("", day_first=True))] == [DAY]


@pytest.mark.parametrize(
    "text", ["13 December 2020", "le 13 décembre 2020", "13 dicembre 2020", "13. Dezember 2020", "13 de diciembre de 2020"]
)
def test_a_month_that_begins_as_a_word_for_of(text: str) -> None:
    assert [one.first for one in find_dates(text, Reading("", day_first=True))] == [date(2020, 12, 13)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met on March 5 and again on 7 March 2020.", [(3, 5, None), (3, 7, 2020)]),
        ("In June 2020, the bank said.", [(6, None, 2020)]),
        ("On 3 March 20 people came.", [(3, 3, None)]),
        ("In March 20 percent of them left.", []),
        ("They may 3 times or march 20 miles; 9 out of 10 did on 05.03.20.", []),
        ("It was 3/4/2020 there, or 13/4/2020.", [(4, 13, 2020)]),
        ("Am 5. Mai 2020 war es so.", []),
    ],
)
def test_running_text_is_read_with_more_care(text: str, expected: list[tuple[int, int | None, int | None]]) -> None:
    assert [(one.month, one.day, one.year) for one in find_dates(text)] == expected


@pytest.mark.parametrize(
    ("language", "day_first", "text", "expected"),
    [
        ("hr", True, "5. listopada 2020.", date(2020, 10, 5)),
        ("pl", True, "5 listopada 2020", date(2020, 11, 5)),
        ("en", False, "3/4/2020", date(2020, 3, 4)),
        ("en-gb", True, "3/4/2020", date(2020, 4, 3)),
        ("en", False, "13/4/2020", date(2020, 4, 13)),
        ("en", True, "4/13/2020", date(2020, 4, 13)),
    ],
)
def test_what_the_language_and_the_numbers_decide(language: str, day_first: bool, text: str, expected: date) -> None:
    assert [one.first for one in find_dates(text, Reading(language, day_first))] == [expected]


@pytest.mark.parametrize(
    "text",
    ["12:03:2020", "1.2.3.2020", "30 February 2020", "route 66 2020", "31/13/2020", "5 apples 2020", "tel. 05-03-20-44", "9 out of 10"],
)
def test_what_is_no_date(text: str) -> None:
    assert [one for one in find_dates(text, ENGLISH) if one.day] == []


def test_the_unambiguous_dates_of_a_page_tell_the_order() -> None:
    assert day_before_month("25/12/2020 and 1/2/2020") is True
    assert day_before_month("12/25/2020 and 1/2/2020") is False
    assert day_before_month("1/2/2020") is None
    assert day_before_month("25/12/2020 and 12/25/2020") is None


@pytest.mark.parametrize(("year", "month", "day", "expected"), [(1399, 1, 1, date(2020, 3, 20)), (1403, 12, 30, date(2025, 3, 20))])
def test_the_calendar_of_iran(year: int, month: int, day: int, expected: date) -> None:
    assert solar_hijri(year, month, day) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2020-03-05T10:00:00+01:00", DAY),
        ("2020-03-05 10:00:00", DAY),
        ("20200305", DAY),
        ("20200305T101500Z", DAY),
        ("1583402400", DAY),
        ("1583402400000", DAY),
        ("Thu, 05 Mar 2020 10:00:00 GMT", DAY),
        ("1970-01-01T00:00:00Z", None),
        ("0001-01-01", None),
        ("9999-12-31", None),
        ("2020-13-05", None),
        ("soon", None),
        ("12345", None),
    ],
)
def test_values_for_machines(value: str, expected: date | None) -> None:
    found = read_value(value, ENGLISH)
    assert (found.day if found else None) == expected


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://post.example/2020/03/05/border.html", [DAY]),
        ("https://post.example/news/20200305/border", [DAY]),
        ("https://post.example/border-05-03-2020.html", [DAY]),
        ("https://post.example/2020/mar/05/border", [DAY]),
        ("https://web.archive.org/web/20230101120000/https://post.example/a/2020/03/05/b", [DAY]),
        ("https://post.example/story/20208305", []),
        ("https://post.example/id/8836033", []),
    ],
)
def test_addresses(address: str, expected: list[date]) -> None:
    assert [trace.day for trace in address_traces([address])] == expected


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2020-03-05T08:00:00+01:00">',
        '<meta name="DC.date.issued" content="2020-03-05">',
        '<meta name="sailthru.date" content="Thu, 05 Mar 2020 10:00:00 +0100">',
        '<meta name="parsely-pub-date" content="2020-03-05">',
        '<script type="application/ld+json">{"@graph": [{}, {"@type": "NewsArticle", "datePublished": "2020-03-05"}]}</script>',
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "a "broken" one", "datePublished": "2020-03-05"}</script>',
        '<script>var page = {"publishDate": "2020-03-05T10:00:00+01:00", "id": 20111111};</script>',
    ],
)
def test_metadata_of_all_families(head: str) -> None:
    assert dated(f"<h1>{TITLE}</h1>{paragraphs(*BODY)}", head) == (DAY, DAY)


@pytest.mark.parametrize(
    "line",
    [
        '<time datetime="2020-03-05" class="entry-date">gestern</time>',
        '<p class="meta">Veröffentlicht am <span>5. März 2020</span> von Ada Kroll</p>',
        '<div class="byline">Jon Venn, 5 mars 2020</div>',
        '<div class="date"><span>5</span> <b>März</b> <i>2020</i></div>',
        '<span itemprop="datePublished" content="2020-03-05">Donnerstag</span>',
        '<span class="post-date" data-timestamp="1583402400">vor drei Stunden</span>',
    ],
)
def test_dates_that_readers_see_near_the_headline(line: str) -> None:
    assert dated(f"<h1>{TITLE}</h1>{line}{paragraphs(*BODY)}") == (DAY, DAY)


def test_a_clock_in_the_head_of_the_site_is_never_the_day() -> None:
    clock = '<div class="today">Tuesday, 2 June 2020</div>'
    meta = '<meta name="date" content="2020-03-05">'
    assert dated(f"{clock}<h1>{TITLE}</h1>{paragraphs(*BODY)}", meta) == (DAY, DAY)
    first, last = dated(f"{clock}<h1>{TITLE}</h1>{paragraphs(*BODY)}")
    assert (first, last) == (None, date(2020, 6, 2))


def test_nothing_is_published_after_its_archive() -> None:
    meta = '<meta name="article:published_time" content="2031-03-05">'
    first, last = dated(f"<h1>{TITLE}</h1>{paragraphs(*BODY)}", meta, fetched="2020-06-02T10:00:00Z")
    assert first is None
    assert last == date(2020, 6, 2)


def test_a_change_bounds_the_day_and_is_not_it() -> None:
    meta = '<meta property="article:modified_time" content="2020-06-02T08:00:00+01:00">'
    assert dated(f"<h1>{TITLE}</h1>{paragraphs(*BODY)}", meta) == (None, date(2020, 6, 2))
    both = meta + '<meta property="article:published_time" content="2020-03-05T08:00:00+01:00">'
    assert dated(f"<h1>{TITLE}</h1>{paragraphs(*BODY)}", both) == (DAY, DAY)


def test_dates_of_comments_and_other_pages_are_no_clue() -> None:
    others = "".join(
        f'<li class="teaser"><a href="#">Another story</a> <time datetime="2020-06-{day:02}">x</time></li>' for day in range(1, 9)
    )
    page = f'<h1>{TITLE}</h1><p class="posted-on">5 March 2020</p>{paragraphs(*BODY)}<ul class="related">{others}</ul>'
    assert dated(page) == (DAY, DAY)
    found = publication_of(html_page(page))
    assert not any(clue.moment.earliest and clue.moment.earliest.month == 6 for clue in found.clues)


def test_disagreeing_signs_stay_as_clues() -> None:
    head = '<meta property="article:published_time" content="2020-03-05T08:00:00+01:00"><meta name="date" content="2020-04-20">'
    found = publication_of(html_page(f"<h1>{TITLE}</h1>{paragraphs(*BODY)}", head))
    assert found.published.earliest == DAY
    assert {(clue.moment.earliest, clue.used) for clue in found.clues} == {(DAY, True), (date(2020, 4, 20), False)}
    assert found.published.evidence


def test_the_local_day_of_an_instant_in_greenwich() -> None:
    late = Trace("meta published", DAY, "meta:date", "2020-03-05T23:30:00Z", frozenset({"universal"}), 23 * 60 + 30)
    found = with_local_days([late], "de-de", ["https://zeitung.example.de/a"])
    assert [(trace.day, "local" in trace.traits) for trace in found] == [(DAY, False), (date(2020, 3, 6), True)]
    assert with_local_days([late], "en", ["https://post.example.com/a"]) == [late]


def test_probabilities_add_up_and_follow_the_weights() -> None:
    traces = [Trace("meta published", DAY, "meta:date", "x"), Trace("shown", date(2020, 4, 1), "html:shown", "y")]
    ranked, nowhere = days(traces, {"meta published": 2.0, NOWHERE: 0.0})
    assert ranked[0][0] == DAY
    assert sum(likely for _, likely in ranked) + nowhere == pytest.approx(1.0)
    assert ranked[0][1] > ranked[1][1] == pytest.approx(nowhere)


def test_an_index_is_dated_too() -> None:
    assert dated("<h1>Galerie</h1><p class='date'>5 mars 2020</p><img src='a.jpg'>") == (DAY, DAY)


def test_a_page_without_any_date_stays_open() -> None:
    assert dated(f"<h1>{TITLE}</h1>{paragraphs(*BODY)}") == (None, None)
    assert traces_of(html_page("<p>nothing</p>")) == []
