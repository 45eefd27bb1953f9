"""A page with twice as much of something takes about twice as long to read, whatever it has too much of."""

import time

import pytest

from dateline.articles import read_article
from dateline.model.pages import Page

_OPENING = "<p>The harbour board of Liepa said that the old quay would be closed to ships while its walls were mended by divers.</p>" * 3
_WIRE = "<p>LIEPA March 3 (Reuters) - The harbour board said that the quay was closed while its walls were mended by divers.</p>"
_MOST = 3.0  # of the time for half as much; what grows with the square takes four times as long
_NOISE_S = 0.05
_TRIES = 4


def _dates_in_one_line(count: int) -> str:
    return f"<p>{'5 May 2020 ' * count}</p>"


def _weekdays_in_one_line(count: int) -> str:
    return f"{_WIRE}<p>{'last Monday in 2020 ' * count}</p>"


def _lines_of_dates(count: int) -> str:
    return "".join(f"<p>{1 + one % 28} May {1990 + one % 30}</p>" for one in range(count))


def _paragraphs(count: int) -> str:
    return "".join(
        f"<p>On day {one} of the talks the two sides said today that the grain would be shipped by rail.</p>" for one in range(count)
    )


def _links(count: int) -> str:
    return "".join(f'<li><a href="/{one}">Divers mend the quay of the old harbour, part {one}</a></li>' for one in range(count))


def _nested_tables(count: int) -> str:
    return "<table><tr><td>" * 40 + "<table>" + "<tr><td>12.5</td><td>quay</td></tr>" * count


def _one_long_attribute(count: int) -> str:
    value = "caption " * count
    return f'<div class="{value}" style="{value}"><meta name="author" content="{value}">The quay is closed.</div>'


def _open_quotes(count: int) -> str:
    return f"<p>The board said so {'“' * count}</p>"


def _spaces_in_structured_data(count: int) -> str:
    return f'<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "{" " * count}"}}</script>'


def _values_in_structured_data(count: int) -> str:
    return f'<script type="application/ld+json">{"[] " * count}</script>'


def _labels(count: int) -> str:
    return "".join(f"<div>Quay walls mended {one}</div>" for one in range(count))


def _turns(count: int) -> str:
    return "".join(f"<div>MR. EK{one}: The quay is closed</div>" for one in range(count))


def _brackets(count: int) -> str:
    return f"<p>The board said so {'(' * count}</p>"


@pytest.mark.parametrize(
    ("made", "count"),
    [
        (_dates_in_one_line, 4_000),
        (_weekdays_in_one_line, 2_000),
        (_lines_of_dates, 500),
        (_paragraphs, 400),
        (_links, 700),
        (_nested_tables, 400),
        (_one_long_attribute, 12_000),
        (_open_quotes, 8_000),
        (_spaces_in_structured_data, 8_000),
        (_values_in_structured_data, 40_000),
        (_labels, 400),
        (_turns, 400),
        (_brackets, 8_000),
    ],
)
def test_twice_as_much_takes_about_twice_as_long(made, count):
    _seconds(made(10))  # lists and patterns are loaded
    figures = []
    for _ in range(_TRIES):  # the machine may be busy with other things: one quiet moment is enough
        once, twice = _seconds(made(count)), _seconds(made(2 * count))
        if twice <= _MOST * once + _NOISE_S:
            return
        figures.append((round(once, 3), round(twice, 3)))
    pytest.fail(f"{figures} seconds for once and twice as much")


def _seconds(piece: str) -> float:
    content = f"<html><title>Quay closed</title><body><h1>Quay closed</h1>{_OPENING}{piece}{_OPENING}</body></html>".encode()
    start = time.process_time()
    read_article(Page("page.html", None, "text/html", content), any_language=True)
    return time.process_time() - start
