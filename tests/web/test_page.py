"""The page: whole, safe, the same each time, and every step with the words behind it."""

import base64
import hashlib
import re
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from tests.records import small_record

from dateline.model.evidence import Span
from dateline.model.record import Record
from dateline.web import write_page

HOSTILE = '"><img src=x onerror=alert(1)><script>alert(2)</script></title></style><a href="javascript:alert(3)">'


class Outline(HTMLParser):
    """Ids, links, heading levels, tags with their attributes, and whether tags are balanced."""

    VOID = frozenset({"meta", "input", "img", "br", "hr", "link"})

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.headings: list[int] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.stack: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.tags.append((tag, found))
        if found.get("id"):
            self.ids.append(str(found["id"]))
        if tag == "a":
            self.links.append(str(found.get("href")))
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if tag not in self.VOID:
            self.stack.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in self.VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.stack, f"</{tag}> closes nothing"
        opened = self.stack.pop()
        assert opened == tag, f"<{opened}> is closed by </{tag}>"


@pytest.fixture(scope="module")
def html(record: Record) -> str:
    return write_page(record)


def test_markup_is_balanced_and_ids_are_unique(html: str) -> None:
    outline = Outline(html)
    assert outline.stack == []
    assert len(outline.ids) == len(set(outline.ids))


def test_every_link_inside_the_page_has_its_goal(html: str) -> None:
    outline = Outline(html)
    goals = {link[1:] for link in outline.links if link.startswith("#")}
    assert len(goals) > 10
    assert goals <= set(outline.ids)


def test_headings_go_down_one_level_at_a_time(html: str) -> None:
    levels = Outline(html).headings
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_each_step_of_the_history_is_dated_and_says_who_says_so(html: str) -> None:
    words = re.sub(r"\s+", " ", re.sub("<[^>]+>", "", html[html.index('id="event-e-talks"') :]))
    for expected in ("planned → cancelled → held", "according to Ada Berg", "The Daily Test, March 2, 2020", "March 15–21, 2020"):
        assert expected in words, expected
    assert "Norland called off the meeting on Wednesday." in words


def test_a_step_opens_the_article_at_its_sentence(html: str) -> None:
    assert 'href="#report-r-2"' in html
    inside = html[html.index('id="report-r-2"') :]
    assert re.sub("<[^>]+>", "", inside[:400]).split(">", 1)[-1].startswith("Norland called off the meeting")


def test_dates_are_not_more_exact_than_the_record(html: str) -> None:
    visit = html[html.index('id="event-e-visit"') :]
    assert "by April 2, 2020" in visit[:900]
    assert "Date unknown" in html
    assert "date has passed, no report of the outcome" in visit[:900]


def test_what_was_cut_and_which_dates_were_not_believed_are_shown(html: str) -> None:
    assert "Subscribe now" in html
    assert "newsletter box" in html
    assert "Not believed" in html
    assert "1 August 2021" in html


def test_copies_stand_under_what_they_repeat(html: str) -> None:
    sources = html[html.index('id="sources"') : html.index('id="articles"')]
    assert sources.count("copy:") == 1
    assert "Test Wire" in sources


def test_an_earlier_version_stands_under_the_later_and_is_not_counted() -> None:
    record = small_record()
    first, second = record.articles[0], record.articles[1]
    older = replace(first, copy_of=None, version_of=second.article.id)
    html = write_page(replace(record, articles=(older, second, *record.articles[2:])))
    sources = html[html.index('id="sources"') : html.index('id="articles"')]
    assert sources.count("earlier version:") == 1
    assert "without copies and earlier versions" in html
    assert "an earlier version of" in html[html.index('id="articles"') :]


def test_the_sides_of_a_dispute_stand_apart(html: str) -> None:
    disputes = html[html.index('id="disputes"') : html.index('id="outlook"')]
    denying, asserting = disputes.split('<div class="side">')[1:]
    assert "<h4>denies</h4>" in denying
    assert "a diplomat" in denying
    assert "<h4>asserts</h4>" in asserting
    assert "Ada Berg" in asserting


def test_nothing_is_loaded_from_anywhere(html: str) -> None:
    for tag, attrs in Outline(html).tags:
        assert tag not in {"link", "img", "iframe", "object", "embed", "base"}
        assert "src" not in attrs
        assert not any(name.startswith("on") or name == "style" for name in attrs), attrs
    assert "url(" not in html
    assert "@import" not in html


def test_the_policy_names_the_hashes_of_what_is_there(html: str) -> None:
    policy = next(str(a["content"]) for t, a in Outline(html).tags if t == "meta" and a.get("http-equiv") == "Content-Security-Policy")
    assert policy.startswith("default-src 'none'")
    for tag in ("style", "script"):
        content = re.search(f"<{tag}>(.*?)</{tag}>", html, re.DOTALL)
        assert content
        assert base64.b64encode(hashlib.sha256(content[1].encode()).digest()).decode() in policy


def test_the_script_never_writes_markup(html: str) -> None:
    script = html[html.rindex("<script>") :]
    assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(", script)


def test_the_same_record_gives_the_same_bytes(record: Record, html: str) -> None:
    assert write_page(record) == html


def test_hostile_text_stays_text(record: Record) -> None:
    articles = []
    for found in record.articles:
        text = found.article.text.replace("Geneva", HOSTILE)
        spoiled = replace(
            found.article, title=HOSTILE, uri="javascript:alert(4)", source=HOSTILE, byline=(HOSTILE,), text=text, page=HOSTILE
        )
        articles.append(replace(found, article=spoiled))
    spoiled_record = replace(
        record,
        articles=tuple(articles),
        stories=(replace(record.stories[0], title=HOSTILE),),
        actors=tuple(replace(a, name=HOSTILE, aliases=(HOSTILE + "2",)) for a in record.actors),
        events=tuple(replace(e, summary=HOSTILE, place=HOSTILE, story=HOSTILE) for e in record.events),
        statements=tuple(replace(s, text=HOSTILE, channel=HOSTILE, cue=HOSTILE) for s in record.statements),
        disputes=tuple(replace(d, proposition=HOSTILE) for d in record.disputes),
        sources=tuple(replace(s, name=HOSTILE, domain=HOSTILE) for s in record.sources),
    )
    outline = Outline(write_page(spoiled_record))
    tags = [tag for tag, _ in outline.tags]
    assert "img" not in tags
    assert tags.count("script") == 1
    assert not [link for link in outline.links if link.lower().startswith("javascript")]


def test_a_span_outside_its_text_does_not_break_the_page(record: Record) -> None:
    wrong = replace(record.reports[0], trigger=Span("a-1", 5000, 6000), evidence=(Span("a-9", 0, 4),))
    assert "<main>" in write_page(replace(record, reports=(wrong, *record.reports[1:])))


def test_an_empty_record_is_a_page_too() -> None:
    empty = Record(None, (), (), (), (), (), (), (), (), (), (), (), ())
    html = write_page(empty)
    assert "The articles report no event." in html
    assert Outline(html).stack == []
