"""The record of the story that ships reads right where it matters most: copies, dates, and the summit with its history."""

import json

import pytest


@pytest.fixture(scope="module")
def record(demo, in_shell):
    assert demo.is_file()
    done = in_shell("dateline export --format json --record dateline-demo/dateline.db")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.fixture(scope="module")
def articles(record):
    return {a["page"][:2]: a for a in record["articles"]}


def test_every_page_became_an_article(articles):
    assert sorted(articles) == ["01", "02", "03", "04", "05", "06", "07", "08"]


@pytest.mark.parametrize(
    ("page", "day"),
    [
        ("01", "2018-05-10"),
        ("02", "2018-05-16"),
        ("03", "2018-05-24"),
        ("04", "2018-05-24"),
        ("05", "2018-05-24"),
        ("07", "2018-06-01"),
        ("08", "2018-06-12"),
    ],
)
def test_pages_are_dated_by_what_they_say_of_themselves(articles, page, day):
    published = articles[page]["published"]
    assert (published["earliest"], published["latest"]) == (day, day), published["method"]


def test_the_page_without_a_date_is_dated_by_the_others(articles):
    published = articles["06"]["published"]
    assert published["earliest"] >= "2018-05-26"
    assert published["latest"] <= "2018-06-12"


def test_the_agency_report_is_folded(articles):
    folded = [a for a in articles.values() if a["copy_of"]]
    assert len(folded) == 1
    assert {folded[0]["id"], folded[0]["copy_of"]} == {articles["04"]["id"], articles["05"]["id"]}


@pytest.mark.parametrize(
    "words", ["cookies", "newsletter", "Most read", "You may also like", "Terms of use", "Advertisement", "Five summits that failed"]
)
def test_furniture_is_cut(articles, words):
    assert not [page for page, a in articles.items() if words.lower() in a["text"].lower()]


def test_the_summit_is_one_event_that_was_planned_called_off_and_held(record):
    names = {a["id"]: a["name"] for a in record["actors"]}
    summits = [
        e
        for e in record["events"]
        if {"Donald Trump", "Kim Jong Un"} <= {names[p["actor"]] for p in e["participants"]}
        and e["when"]["earliest"] == e["when"]["latest"] == "2018-06-12"
    ]
    assert summits
    summit = max(summits, key=lambda e: len(e["history"]))
    assert {"planned", "cancelled", "held"} <= {step["status"] for step in summit["history"]}
    assert summit["status"] == "held"
    assert summit["independent_sources"] >= 3


def test_a_plan_without_a_report_of_its_outcome_is_overdue(record):
    names = {a["id"]: a["name"] for a in record["actors"]}
    assert [e for e in record["events"] if e["overdue"] and "Shinzo Abe" in {names[p["actor"]] for p in e["participants"]}]
