"""JSON of extractors: however it is laid out, with what is lost where it is broken."""

import io
import json
from typing import Any

import pytest
import trafilatura
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.model.pages import Drop, Page
from dateline.pages import json_values
from dateline.pages.json_values import read_values
from dateline.pages.read import read_source
from dateline.pages.source import Source, Stream

TEXT = "The ministers of Norland and Sudia met on Tuesday."


class Slow:
    """A stream that gives a few bytes at a time, as a pipe may."""

    def __init__(self, data: bytes, size: int) -> None:
        self._stream = io.BytesIO(data)
        self._size = size

    def read(self, size: int, /) -> bytes:
        return self._stream.read(min(size, self._size))


def values(data: bytes, size: int = 1 << 20) -> list[tuple[int, Any, bool]]:
    return [(item.number, item.value, bool(item.wrong)) for item in read_values(Stream(Slow(data, size)))]


def read(data: object) -> list[Page | Drop]:
    content = data if isinstance(data, bytes) else json.dumps(data).encode()
    return list(read_source(Source("a.json", Stream(io.BytesIO(content)), ".json")))


OBJECTS = [{"a": 1, "b": "x\ny"}, {"a": {"c": ["ä", None]}}, {"a": "]},{"}]


@pytest.mark.parametrize("size", [1, 3, 1000])
@pytest.mark.parametrize(
    "text",
    [
        "\n".join(json.dumps(one) for one in OBJECTS),
        "\ufeff\r\n" + "\r\n".join(json.dumps(one, ensure_ascii=False) for one in OBJECTS) + "\r\n",
        json.dumps(OBJECTS),
        json.dumps(OBJECTS, indent=4, ensure_ascii=False),
        "\n".join(json.dumps(one, indent=1) for one in OBJECTS),
    ],
    ids=["lines", "lines with a mark", "array", "array over lines", "objects over lines"],
)
def test_the_same_values_however_they_are_laid_out(text: str, size: int) -> None:
    assert [value for _, value, _ in values(text.encode(), size)] == OBJECTS


def test_a_broken_line_costs_itself_alone() -> None:
    found = values(b'{"a": 1}\n{"a": \n\n{"a": 2}\n{"\xff": 1}\n' + b'{"a":' * 100_000 + b'\n{"a": 3}')
    assert [(number, wrong) for number, _, wrong in found] == [(1, False), (2, True), (4, False), (5, True), (6, True), (7, False)]


def test_a_broken_element_ends_the_array_and_says_so() -> None:
    found = list(read_values(Stream(io.BytesIO(b'[{"a": 1}, {"a" 2}, {"a": 3}]'))))
    assert [item.number for item in found] == [1, 2]
    assert "what comes after it is lost" in found[1].wrong
    assert [wrong for _, _, wrong in values(b'[{"a": 1}, {"a')] == [False, True]


def test_lines_and_elements_above_the_limit_are_dropped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_values, "MAX_BYTES", 200_000)
    long = b'{"a": "' + b"x" * 300_000 + b'"}'
    assert [(number, wrong) for number, _, wrong in values(b'{"a": 1}\n' + long + b'\n{"a": 2}', 50_000)] == [
        (1, False),
        (2, True),
        (3, False),
    ]
    assert [wrong for _, _, wrong in values(b"[" + long + b"]" * 300_000, 50_000)] == [True]


@settings(max_examples=100, deadline=None)
@given(data=st.binary(max_size=300), start=st.sampled_from([b"", b"[", b"{", b'{"a": 1}\n', b"[{},"]))
def test_no_bytes_raise_anything(data: bytes, start: bytes) -> None:
    values(start + data, 7)


def test_the_page_of_a_record_is_its_content_where_it_is_there() -> None:
    markup = f"<html><body><p>{TEXT}</p></body></html>"
    (page,) = read({"title": "Talks", "maintext": TEXT, "html": markup, "url": "https://norland.example/a"})
    assert isinstance(page, Page)
    assert (page.media_type, page.content.decode()) == ("text/html", markup)
    assert ("content", "body") not in page.given


def test_paragraphs_stand_on_lines_of_their_own() -> None:
    body = {
        "summary": ["In short."],
        "sections": [{"headline": [], "paragraphs": ["One.", "Two."]}, {"headline": ["Why"], "paragraphs": ["Three."]}],
    }
    (page,) = read({"title": "Talks", "body": body})
    assert isinstance(page, Page)
    assert page.content.decode().split("\n") == ["In short.", "One.", "Two.", "Why", "Three."]


@pytest.mark.parametrize("value", [{"score": 1}, {"text": "  "}, {"text": 7}, {}, {"body": {"x": "y"}}])
def test_objects_that_hold_no_article_name_their_line(value: object) -> None:
    (drop,) = (
        read(json.dumps({"title": TEXT, **value} if value else {"a": {}}).encode() + b"\n") if isinstance(value, dict) else read(value)
    )
    assert isinstance(drop, Drop)
    assert (drop.reason, drop.page, drop.unreadable) == ("unknown fields", "a.json#1", True)
    assert drop.detail.startswith("line 1: ")


def test_strange_values_are_taken_for_what_they_are() -> None:
    strange = {"text": TEXT + "\ud800", "title": None, "author": "Ann Lee; ; Bo Ek", "date": 20230502, "url": "ftp://x", "language": ["en"]}
    (page,) = read(strange)
    assert isinstance(page, Page)
    assert page.content.decode() == TEXT + " "
    assert page.given == (("author", "Ann Lee"), ("author", "Bo Ek"), ("language", "en"), ("content", "body"))
    assert page.uri is None
    assert page.fetched is None


def fundus_article(title: str = "Talks") -> dict[str, Any]:
    """As fundus's `Article.to_json()` writes one: attributes in any order, the body in parts, no address."""
    return {
        "images": [{"versions": [{"url": "https://norland.example/a.jpg"}], "is_cover": True, "caption": "A crossing"}],
        "publishing_date": "2023-05-02 08:00:00+02:00",
        "body": {"summary": [], "sections": [{"headline": [], "paragraphs": [TEXT, "Trains run again."]}]},
        "free_access": True,
        "topics": ["Trains"],
        "authors": ["Jon Venn", "Ada Kroll"],
        "title": title,
    }


@pytest.mark.parametrize("indent", [4, None])
def test_what_the_crawler_of_fundus_saves(indent: int | None) -> None:
    saved = {"Norland News": [fundus_article("One"), fundus_article("Two")], 'Sudia: "Times"': [fundus_article("Three")], "None yet": []}
    pages = read(json.dumps(saved, ensure_ascii=False, indent=indent).encode())
    assert [(page.name, dict(page.given)["title"], dict(page.given)["site"]) for page in pages if isinstance(page, Page)] == [
        ("a.json#1", "One", "Norland News"),
        ("a.json#2", "Two", "Norland News"),
        ("a.json#3", "Three", 'Sudia: "Times"'),
    ]
    page = pages[0]
    assert isinstance(page, Page)
    assert page.content.decode() == f"{TEXT}\nTrains run again."
    assert ("published", "2023-05-02 08:00:00+02:00") in page.given
    assert [value for name, value in page.given if name == "author"] == ["Jon Venn", "Ada Kroll"]


def test_an_article_that_begins_with_a_list_is_one_article() -> None:
    """Fundus writes the attributes in no order."""
    (page,) = read(fundus_article())
    assert isinstance(page, Page)
    assert dict(page.given)["title"] == "Talks"


def test_a_saved_crawl_that_is_cut_gives_what_stands_before() -> None:
    content = json.dumps({"Norland News": [fundus_article("One"), fundus_article("Two")]}, indent=4).encode()
    page, drop = read(content[:-200])
    assert isinstance(page, Page)
    assert isinstance(drop, Drop)
    assert (drop.page, drop.reason) == ("a.json#2", "not readable")


def test_the_files_of_news_please() -> None:
    """`NewsArticle.get_serializable_dict()`: dates as text, "None" where there is none."""
    saved = {
        "authors": ["Ada Kroll"],
        "date_download": "2023-05-03 06:00:00",
        "date_modify": "None",
        "date_publish": "2023-05-02 08:00:00",
        "description": "In short.",
        "filename": "a.json",
        "image_url": None,
        "language": "en",
        "localpath": None,
        "maintext": TEXT,
        "source_domain": "norland.example",
        "text": None,
        "title": "Talks",
        "title_page": "Talks - Norland News",
        "title_rss": None,
        "url": "https://norland.example/a",
    }
    (page,) = read(saved)
    assert isinstance(page, Page)
    assert (page.uri, page.fetched, page.content.decode()) == ("https://norland.example/a", "2023-05-03T06:00:00", TEXT)
    assert dict(page.given) == {
        "title": "Talks",
        "author": "Ada Kroll",
        "published": "2023-05-02 08:00:00",
        "site": "norland.example",
        "language": "en",
        "content": "body",
    }


def test_what_the_installed_trafilatura_writes() -> None:
    paragraphs = "".join(f"<p>{TEXT} It was meeting number {number} since the crossing was closed.</p>" for number in range(5))
    site = '<meta property="og:site_name" content="Norland News"><meta name="author" content="Ada Kroll">'
    meta = f'<title>Talks</title>{site}<meta property="article:published_time" content="2023-05-02T08:00:00Z">'
    markup = f"<html><head>{meta}</head><body><article><h1>Talks</h1>{paragraphs}</article></body></html>"
    written = trafilatura.extract(markup, output_format="json", with_metadata=True, url="https://norland.example/a")
    assert written
    (page,) = read(written.encode())
    assert isinstance(page, Page)
    assert page.uri == "https://norland.example/a"
    assert page.content.decode().count(TEXT) == 5
    said = dict(page.given)
    assert (said["title"], said["author"], said["published"], said["site"]) == ("Talks", "Ada Kroll", "2023-05-02", "Norland News")
