"""Copies of one report."""

import random
from dataclasses import replace
from datetime import date

import pytest

from dateline.linking.copies import find_copies
from dateline.linking.shingles import common_spelling
from dateline.model.articles import Article
from tests.linking.builders import article

_BODY = " ".join(
    f"Sentence number {n} of the report tells how the {w} of the two sides was put off again." for n, w in enumerate("abcdefghijkl")
)
_OTHER = " ".join(
    f"In the {w} hall the talks went on until the morning, delegate {n} told us at the door." for n, w in enumerate("abcdefghijkl")
)
DAY = date(2021, 3, 1)


def prose(seed: int, words: int = 300) -> str:
    """Words without sense, the same for a seed: no two seeds share a run of them."""
    dice = random.Random(seed)  # noqa: S311 - the same words every time
    return " ".join("".join(dice.choices("abdefgilmnorstu", k=dice.randint(2, 9))) for _ in range(words))


def words(text: str, first: int, last: int) -> str:
    return " ".join(text.split()[first:last])


def test_a_cut_copy_points_at_the_earlier_version() -> None:
    first = article("first", DAY, _BODY)
    cut = article("cut", date(2021, 3, 2), "A new head\n" + _BODY[: len(_BODY) * 2 // 3])
    other = article("other", DAY, _OTHER)
    assert find_copies([cut, other, first]) == {"a-cut": "a-first"}


def test_short_texts_are_copies_only_when_equal() -> None:
    one = article("one", DAY, "The visit was put off.")
    other = article("other", DAY, "The visit was put off again.")
    again = article("third", date(2021, 3, 2), "The visit was put off.")
    assert find_copies([one, other, again]) == {"a-third": "a-one"}


@pytest.mark.parametrize(
    "printed",
    [
        words(prose(1), 0, 120),
        words(prose(1), 150, 300) + "\n" + words(prose(1), 0, 150),
        prose(1) + "\n" + prose(2, 90),
        " ".join(w if n % 17 else f"{w} also" for n, w in enumerate(prose(1).split())),
        "GENEVA (The Wire) - " + words(prose(1), 0, 200) + "\nSubscribe to our letter.",
    ],
    ids=["cut", "moved", "a new end", "edited", "another dateline"],
)
def test_what_outlets_do_to_a_report(printed: str) -> None:
    assert find_copies([article("a", DAY, prose(1)), article("b", date(2021, 3, 2), printed)]) == {"a-b": "a-a"}


def test_another_report_with_the_same_quotations_is_no_copy() -> None:
    shared = words(prose(1), 100, 170)
    assert find_copies([article("a", DAY, prose(1)), article("b", DAY, f"{prose(2, 220)} {shared}")]) == {}


def test_a_round_up_does_not_make_one_report_of_many() -> None:
    reports = {n: prose(n) for n in range(1, 6)}
    leads = " ".join(words(text, 0, 60) for text in reports.values())
    articles = [article(f"{n}", DAY, text) for n, text in reports.items()]
    articles += [article(f"{n}-cut", date(2021, 3, 2), words(text, 0, 110)) for n, text in reports.items()]
    found = find_copies([*articles, article("9-all", date(2021, 3, 2), leads)])
    assert found == {f"a-{n}-cut": f"a-{n}" for n in reports}


def test_a_later_and_much_longer_report_only_takes_it_up() -> None:
    short, long = prose(1, 100), f"{prose(1, 100)} {prose(2, 400)}"
    assert find_copies([article("flash", DAY, short), article("story", date(2021, 3, 3), long)]) == {}
    assert find_copies([article("story", DAY, long), article("brief", date(2021, 3, 3), short)]) == {"a-brief": "a-story"}


def test_the_agency_s_own_version_comes_first() -> None:
    def made(name: str, source: str, agency: str | None, day: date) -> Article:
        return replace(article(name, day, prose(1), source=source), agency=agency)

    late = made("wire", "The Wire", "The Wire", date(2021, 3, 2))
    assert find_copies([made("post", "The Post", "The Wire", DAY), late]) == {"a-post": "a-wire"}


def test_what_hundreds_of_articles_share_tells_nothing() -> None:
    form = prose(0, 150)
    articles = [article(f"{n:03}", DAY, f"{form} {prose(1000 + n, 90)}") for n in range(260)]
    copied = article("copy", date(2021, 3, 2), f"{form} {prose(1000, 80)}")
    assert find_copies([*articles, copied]) == {"a-copy": "a-000"}


def test_thousands_of_equal_and_nearly_equal_texts() -> None:
    articles = [article(f"{n:04}", DAY, prose(1) if n % 2 else f"{prose(1)} Desk {n}.") for n in range(1000)]
    assert len(find_copies(articles)) == 999


def test_spellings_of_one_word() -> None:
    pairs = [("colour", "color"), ("organisation", "organization"), ("travelled", "traveled"), ("centre", "center"), ("analyse", "analyze")]
    pairs += [("programme", "program"), ("defence", "defense"), ("dialogue", "dialog"), ("café", "cafe"), ("aeroplane", "eroplane")]
    assert [common_spelling(one) for one, _ in pairs] == [common_spelling(other) for _, other in pairs]
    assert common_spelling("north") != common_spelling("south")


def test_scripts_without_spaces_are_read_by_character() -> None:
    text = "外相は月曜日に首都で会談し、国境の橋の再開と来月の選挙監視団について話し合ったと述べた。両国は来週も協議を続ける見通しだ。"
    first, cut = article("first", DAY, text), article("cut", date(2021, 3, 2), text[:45])
    assert find_copies([first, cut]) == {"a-cut": "a-first"}
