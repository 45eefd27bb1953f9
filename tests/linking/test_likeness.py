"""How alike the words around two reports are, and when that joins them."""

from dataclasses import replace
from datetime import date

from dateline.linking import link
from dateline.linking.likeness import Likeness, cosine
from dateline.model.articles import Article
from dateline.model.evidence import Span
from dateline.model.reports import Report
from tests.linking.builders import ANNA, BORIS, CARLA, GERMANY, SERBIA, article, reading, report
from tests.linking.test_events import groups

STRIKE = "Jets hit the harbour of Marvell before dawn and set two grain ships on fire, port workers said."
RETOLD = "Two grain ships burned after jets hit the Marvell harbour before dawn, according to port workers."
OTHER = "A committee of the assembly heard eleven witnesses about the price of bread and adjourned for lunch."


def told(where: Article, word: str, *who: object) -> Report:
    """A report by `word` with its whole text as its sentence."""
    at = where.text.index(word)
    whole = Span(where.id, 0, len(where.text))
    base = report(where, at, *who, kind="ASSAULT", noun=word)  # type: ignore[arg-type]
    return replace(base, evidence=(whole,))


def test_like_words_are_nearer_than_others() -> None:
    pages = [article(name, date(2021, 3, 1), text) for name, text in (("one", STRIKE), ("two", RETOLD), ("three", OTHER))]
    likeness = Likeness({p.id: p.text for p in pages})
    one, two, three = (likeness.around(told(p, w)) for p, w in zip(pages, ("hit", "hit", "heard"), strict=True))
    assert cosine(one, two) > 0.4
    assert cosine(one, three) < 0.1
    assert likeness.articles("a-one", "a-two") == likeness.articles("a-two", "a-one") > likeness.articles("a-one", "a-three")


def test_a_vector_is_as_near_to_itself_as_can_be() -> None:
    page = article("one", None, STRIKE)
    around = Likeness({page.id: page.text}).around(told(page, "hit"))
    assert abs(cosine(around, around) - 1) < 1e-9
    assert cosine(around, {}) == 0


def test_one_deed_in_like_words_is_one_event_though_each_page_names_another_party() -> None:
    first, second = article("first", date(2021, 3, 1), STRIKE), article("second", date(2021, 3, 1), RETOLD)
    linked = link([reading(first, told(first, "hit", GERMANY)), reading(second, told(second, "hit", SERBIA, GERMANY))])
    assert groups(linked) == [{"a-first", "a-second"}]
    apart = article("second", date(2021, 3, 1), OTHER)
    linked = link([reading(first, told(first, "hit", GERMANY)), reading(apart, told(apart, "heard", SERBIA, GERMANY))])
    assert len(linked.events) == 2


def test_like_words_do_not_make_one_meeting_of_two() -> None:
    """Who meets whom is what tells meetings apart."""
    first, second = article("first", date(2021, 3, 1), STRIKE), article("second", date(2021, 3, 1), STRIKE)
    one = report(first, 0, ANNA, BORIS, when=date(2021, 2, 27))
    other = report(second, 0, ANNA, CARLA, when=date(2021, 2, 27))
    assert len(link([reading(first, one), reading(second, other)]).events) == 2


def test_what_opens_pages_of_other_weeks_is_other_news() -> None:
    again = "Jets hit the harbour of Marvell while children were on their way to school, two teachers said by telephone."
    march, may = article("march", date(2021, 3, 1), STRIKE), article("may", date(2021, 5, 1), again)
    assert len(link([reading(march, told(march, "hit", GERMANY, SERBIA)), reading(may, told(may, "hit", GERMANY, SERBIA))]).events) == 2
    same_week = replace(may, published=march.published)
    assert (
        len(link([reading(march, told(march, "hit", GERMANY, SERBIA)), reading(same_week, told(same_week, "hit", GERMANY, SERBIA))]).events)
        == 1
    )


def test_a_meeting_and_what_it_is_for_are_one_event() -> None:
    """In one sentence: "will meet in Brussels on March 11 to discuss ties"."""
    page = article("page", date(2021, 3, 1), STRIKE)
    whole = (Span(page.id, 0, len(STRIKE)),)
    meet = replace(report(page, 0, GERMANY, SERBIA, status="planned", when=date(2021, 3, 11), tense="future"), evidence=whole)
    discuss = replace(report(page, 40, GERMANY, SERBIA, noun="discuss", status="planned", tense="future"), evidence=whole)
    assert len(link([reading(page, meet, discuss)]).events) == 1
    held = replace(discuss, status="held")
    assert len(link([reading(page, meet, held)]).events) == 2
