"""Times told from the time a page is read: taken where a date would stand, counted from when it was fetched, never without that."""

from dataclasses import replace
from datetime import date

import pytest
from tests.articles.builders import BODY, TITLE, html_page, paragraphs, text_page
from tests.pages.archives import answer, read, warc

from dateline.articles import read_article
from dateline.articles.ago import days_of, read_ago
from dateline.articles.dated import publication_of
from dateline.model.articles import Article
from dateline.model.pages import Drop

FETCHED = "2024-05-10T12:00:00Z"
ON = date(2024, 5, 10)
Days = tuple[date | None, date | None]


def days(first: int, last: int) -> Days:
    return date(2024, 5, first), date(2024, 5, last)


def of_html(top: str, head: str = "", below: str = "", fetched: str | None = FETCHED, uri: str | None = None) -> Days:
    page = html_page(f"<article><h1>{TITLE}</h1>{top}{paragraphs(*BODY)}</article>{below}", f"<title>{TITLE}</title>{head}", uri=uri)
    found = publication_of(replace(page, fetched=fetched)).published
    return found.earliest, found.latest


def of_text(*lines: str, fetched: str | None = FETCHED) -> Article:
    article = read_article(replace(text_page(*lines), fetched=fetched))
    assert isinstance(article, Article), article
    return article


@pytest.mark.parametrize(
    ("language", "text", "amount", "unit"),
    [
        ("en", "3 hours ago", 3, "hour"),
        ("en", "3 hr. ago", 3, "hour"),
        ("en", "By Ada Kroll | 2 days ago | 5 min read", 2, "day"),
        ("en", "a week ago", 1, "week"),
        ("en", "just now", 0, "minute"),
        ("en", "Yesterday at 14:05", 1, "today"),
        ("de", "vor 2 Stunden", 2, "hour"),
        ("de", "Vor einer Stunde", 1, "hour"),
        ("de", "gestern, 14:05 Uhr", 1, "today"),
        ("fr", "Publié il y a 3 jours", 3, "day"),
        ("fr", "hier à 14h05", 1, "today"),
        ("es", "hace 5 minutos", 5, "minute"),
        ("pt", "há 4 horas", 4, "hour"),
        ("it", "2 giorni fa", 2, "day"),
        ("nl", "3 dagen geleden", 3, "day"),
        ("sv", "för 3 timmar sedan", 3, "hour"),
        ("fi", "3 tuntia sitten", 3, "hour"),
        ("pl", "5 dni temu", 5, "day"),
        ("cs", "před 2 hodinami", 2, "hour"),
        ("ru", "2 часа назад", 2, "hour"),
        ("el", "πριν από 3 ώρες", 3, "hour"),
        ("tr", "3 saat önce", 3, "hour"),
        ("ar", "قبل 3 ساعات", 3, "hour"),
        ("he", "לפני שעתיים", 2, "hour"),
        ("hi", "3 घंटे पहले", 3, "hour"),
        ("th", "3 ชั่วโมงที่ผ่านมา", 3, "hour"),
        ("vi", "3 giờ trước", 3, "hour"),
        ("zh", "3小时前", 3, "hour"),
        ("ja", "2日前", 2, "day"),
        ("ko", "3시간 전", 3, "hour"),
    ],
)
def test_many_languages(language: str, text: str, amount: int, unit: str) -> None:
    found = read_ago(text, language)
    assert found is not None
    assert (found.amount, found.unit) == (amount, unit)


@pytest.mark.parametrize("text", ["3 days agony", "Today's paper", "Chicago 3", "route 66 2020", "3.5 hours", "hier", "5 min read", "2020"])
def test_what_tells_no_time(text: str) -> None:
    assert read_ago(text, "en") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("20 minutes ago", (ON, ON)),
        ("3 hours ago", (ON, ON)),
        ("2 days ago", days(7, 9)),  # two days and more, or a day and a half rounded up
        ("2 weeks ago", (date(2024, 4, 19), date(2024, 4, 30))),
        ("yesterday", days(9, 9)),
    ],
)
def test_the_days_that_rounding_leaves(text: str, expected: Days) -> None:
    ago = read_ago(text, "en")
    assert ago is not None
    assert days_of(ago, FETCHED, 0) == expected


def test_the_clock_of_the_publisher_where_it_is_known() -> None:
    ago = read_ago("3 hours ago", "en")
    assert ago is not None
    late = "2024-05-10T22:30:00Z"
    assert days_of(ago, late, 8 * 60) == days(11, 11)
    assert days_of(ago, late, None) == days(10, 11)  # in Japan the next day had begun
    assert days_of(ago, "2024-05-10T23:30:00+09:00", 9 * 60) == days(10, 10)
    assert days_of(ago, "2024-05-10", None) == days(9, 10)  # fetched in the night, or later
    assert days_of(ago, None, 0) is None
    assert days_of(ago, "soon", 0) is None


@pytest.mark.parametrize(
    "fetched", ["0001-01-01", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "9999-12-31T23:59:59-12:00", "x", "1980-01-01"]
)
def test_a_broken_time_of_fetching_gives_no_day(fetched: str) -> None:
    for text in ("3 hours ago", "999 years ago", "yesterday"):
        ago = read_ago(text, "en")
        assert ago is not None
        found = days_of(ago, fetched, None)
        assert found is None or found[0] <= found[1]


@pytest.mark.parametrize(
    "top",
    [
        "<time>3 hours ago</time>",
        '<div class="byline">By Ada Kroll <span class="posted-on">3 hours ago</span></div>',
        "<p>3 hours ago</p>",
        "<p>Published 3 hours ago</p>",
        '<span class="date">Today at 10:30</span>',
    ],
)
def test_a_relative_word_where_a_date_would_stand(top: str) -> None:
    assert of_html(top) == (ON, ON)
    assert of_html(top, fetched=None) == (None, None)


def test_a_word_for_a_day_is_read_in_the_language_of_the_page() -> None:
    page = html_page(f'<h1>{TITLE}</h1><time class="posted">gestern, 14:05</time>{paragraphs(*BODY)}')
    german = replace(page, fetched=FETCHED, content=page.content.replace(b'lang="en"', b'lang="de"'))
    assert publication_of(replace(page, fetched=FETCHED)).published.earliest is None
    found = publication_of(german).published
    assert (found.earliest, found.latest, found.method) == (*days(9, 9), "relative")


def test_it_is_evidence_that_can_be_shown() -> None:
    page = html_page(f'<h1>{TITLE}</h1><span class="date">2 days ago</span>{paragraphs(*BODY)}')
    article = read_article(replace(page, fetched=FETCHED, uri="https://post.example/border"))
    assert isinstance(article, Article)
    assert (article.published.method, article.published.days) == ("relative", 3)
    assert [one.value for one in article.published.evidence if hasattr(one, "value")] == ["2 days ago"]
    assert [clue.kind for clue in article.clues if clue.used] == ["relative"]


def test_it_is_weighed_with_what_names_the_day() -> None:
    stated = '<meta property="article:published_time" content="2024-05-08T09:00:00">'
    assert of_html('<span class="date">2 days ago</span>', stated) == days(8, 8)
    assert of_html('<span class="date">3 days ago</span>', '<meta name="date" content="2024-05-07">') == days(7, 7)


def test_a_copy_of_the_internet_archive_was_made_when_its_address_says() -> None:
    uri = "https://web.archive.org/web/20240510120000/https://post.example/border"
    assert of_html("<time>3 hours ago</time>", fetched="2026-01-01T00:00:00Z", uri=uri) == (ON, ON)
    assert of_html("", fetched="2026-01-01T00:00:00Z", uri=uri) == (None, ON)


def test_a_record_of_an_archive_carries_when_it_was_fetched() -> None:
    page = html_page(f'<h1>{TITLE}</h1><span class="date">5 hours ago</span>{paragraphs(*BODY)}')
    (found,) = read(warc(answer(page.content)))  # fetched on 2 May 2023, at half past eight in Greenwich
    assert not isinstance(found, Drop)
    article = read_article(found)
    assert isinstance(article, Article)
    assert (article.published.earliest, article.published.latest) == (date(2023, 5, 1), date(2023, 5, 2))


def test_comments_and_other_stories_say_nothing_of_the_page() -> None:
    stated = '<meta property="article:published_time" content="2024-03-05T09:00:00">'
    others = "".join(f'<li class="related-item"><a href="/{n}">Another</a> <span class="ago">{n} hours ago</span></li>' for n in (1, 2, 3))
    below = f'<section class="comments"><p>Jon</p><time>2 days ago</time></section><ul class="related">{others}</ul>'
    assert of_html("", stated, below) == (date(2024, 3, 5), date(2024, 3, 5))
    assert of_html("", "", below)[0] is None


def test_a_sentence_is_no_date_line() -> None:
    assert of_html("<p>The ferry to the island was closed to cars and lorries 3 days ago, and nobody knows why.</p>")[0] is None


@pytest.mark.parametrize("line", ["3 hours ago", "Published 3 hours ago", "3 hours ago | 4 min read", "Today, 10:30", "20 mins ago"])
def test_a_line_of_bare_text(line: str) -> None:
    article = of_text(TITLE, line, *BODY)
    found = article.published
    assert found.known
    assert date(2024, 5, 9) <= found.earliest <= found.latest <= ON  # type: ignore[operator]
    assert found.method == "relative"
    assert of_text(TITLE, line, *BODY, fetched=None).published.method != "relative"


def test_a_line_that_says_updated_bounds_the_day_from_above() -> None:
    found = of_text(TITLE, "Updated 2 days ago", *BODY).published
    assert (found.earliest, found.latest) == (None, date(2024, 5, 9))


def test_a_time_beside_the_name_of_the_writer() -> None:
    found = of_text(TITLE, "By Ada Kroll, 3 hours ago", *BODY)
    assert (found.byline, found.published.method) == (("Ada Kroll",), "relative")


@pytest.mark.parametrize("line", ["3 hours ago", "Published 3 hours ago", "2 days ago | 5 min read", "Updated 2 days ago"])
def test_such_a_line_is_no_part_of_the_text(line: str) -> None:
    assert line not in of_text(TITLE, line, *BODY).text
    article = read_article(html_page(f"<h1>{TITLE}</h1><p>{line}</p>{paragraphs(*BODY)}"))
    assert isinstance(article, Article)
    assert line not in article.text


def test_an_update_of_a_page_bounds_the_day_too() -> None:
    assert of_html("<p>Updated 2 days ago</p>") == (None, date(2024, 5, 9))


def test_different_times_in_lines_are_those_of_a_list() -> None:
    assert of_text(TITLE, "3 hours ago", "2 weeks ago", *BODY).published.method != "relative"
    assert of_text(TITLE, "7 March 2023", *BODY, "3 hours ago").published.earliest == date(2023, 3, 7)
