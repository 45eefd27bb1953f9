"""Updates of one page are versions: the latest counts, in the record and as of a day."""

from dataclasses import replace
from datetime import date

from dateline.linking import known_by, link
from dateline.linking.copies import find_copies
from dateline.linking.versions import find_versions
from dateline.model.articles import Article
from dateline.model.reports import Status
from dateline.record import build_record
from tests.linking.builders import ANNA, BORIS, article, reading, report

DAY = date(2021, 3, 1)
TEXT = " ".join(f"In part {n} of the report the {w} commission says why the ferry was late." for n, w in enumerate("abcdefghijkl"))
OTHER = " ".join(f"Growers of the {w} valley sold {n} tonnes more fruit than the year before." for n, w in enumerate("abcdefghijkl"))


def page(name: str, fetched: str | None, text: str = TEXT, *, uri: str = "https://post.example/ferry", day: date | None = DAY) -> Article:
    return replace(article(name, day, text, source="The Post"), uri=uri, fetched=fetched)


def test_the_version_fetched_last_counts() -> None:
    morning = page("morning", "2021-03-01T06:00:00Z")
    noon = page("noon", "2021-03-01T13:00:00+01:00", TEXT + " It sank.", uri="http://www.post.example/ferry?utm_source=x")
    evening = page("evening", "2021-03-01T19:00:00Z", OTHER, uri="https://post.example/ferry/amp")
    assert find_versions([evening, morning, noon]) == {"a-morning": "a-evening", "a-noon": "a-evening"}


def test_a_page_that_shows_another_article_every_day_has_no_versions() -> None:
    monday = page("monday", "2021-03-01")
    tuesday = page("tuesday", "2021-03-05", OTHER, day=date(2021, 3, 5))
    assert find_versions([monday, tuesday]) == {}
    later = page("later", "2021-03-05", TEXT + " It sank.", day=date(2021, 3, 5))
    assert find_versions([monday, later]) == {"a-monday": "a-later"}


def test_a_copy_of_an_outdated_version_copies_the_page() -> None:
    old, new = page("old", "2021-03-01"), page("new", "2021-03-02", OTHER)
    printed = article("printed", date(2021, 3, 2), TEXT)
    assert find_copies([old, new, printed], {"a-old": "a-new"}) == {"a-printed": "a-new"}


def test_only_the_latest_version_speaks_in_the_record() -> None:
    first, last = page("first", "2021-03-01T06:00Z"), page("last", "2021-03-03T06:00Z", TEXT + " It sank.")
    other = article("other", date(2021, 3, 1), OTHER, source="The Ledger")
    told: list[tuple[Article, Status]] = [(first, "planned"), (last, "held"), (other, "held")]
    readings = [reading(a, report(a, 3, ANNA, BORIS, status=s, when=DAY)) for a, s in told]
    linked = link(readings)
    record = build_record(linked)
    (event,) = record.events
    assert {a.article.id: a.version_of for a in record.articles} == {"a-first": "a-last", "a-last": None, "a-other": None}
    assert {r.article for r in record.reports} == {"a-last", "a-other"}
    assert event.independent_sources == 2
    assert [step.status for step in event.history] == ["held", "held"]
    assert all(a.article.id in {i for s in record.stories for i in s.articles} for a in record.articles)
    # What was fetched on March 3 was not known on March 2.
    assert {r.article.id for r in known_by(linked, readings, date(2021, 3, 2))} == {"a-first", "a-other"}
    assert {r.article.id for r in known_by(linked, readings, date(2021, 3, 3))} == {"a-first", "a-last", "a-other"}


def test_copies_and_prints_of_one_agency_are_one_source() -> None:
    wire = replace(article("wire", DAY, TEXT, source="The Wire"), agency="The Wire")
    reprint = article("reprint", date(2021, 3, 2), TEXT[: len(TEXT) * 2 // 3], source="The Post")
    other_print = replace(article("other", DAY, OTHER, source="The Ledger"), agency="The Wire")
    own = article("own", DAY, "The Courier saw the ferry leave. " * 12, source="The Courier")
    record = build_record(link([reading(a, report(a, 3, ANNA, BORIS, when=DAY)) for a in (wire, reprint, other_print, own)]))
    (event,) = record.events
    assert {a.article.id: a.copy_of for a in record.articles if a.copy_of} == {"a-reprint": "a-wire"}
    assert (len(event.reports), event.independent_sources) == (4, 2)
