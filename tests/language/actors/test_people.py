"""People who are nobody, one person by several names, and pronouns that reach far back; on short articles of our own."""

from datetime import date

import pytest

from dateline.language.actors import find_actors
from dateline.language.parse import Parser
from dateline.model.articles import Article, Block
from dateline.model.moments import Moment
from dateline.ontology.actors import actor_facts

DAY = date(2015, 6, 10)


@pytest.fixture
def people(parser: Parser):
    """The people of an article: each with all names, and with the words that mean him."""

    def run(*lines: str) -> dict[str, tuple[set[str], list[str], str | None]]:
        blocks, at = [], 0
        for line in lines:
            blocks.append(Block(at, at + len(line), "paragraph"))
            at += len(line) + 1
        text = "\n".join(lines)
        article = Article("a", "p", None, "", None, None, (), None, None, None, "en", Moment(DAY, DAY, "meta"), text, tuple(blocks), ())
        found = find_actors(parser.parse(article))
        return {
            a.name: (
                {a.name, *a.aliases},
                [text[r.span.start : r.span.end] for r in found.references if r.actor == a.id],
                a.country,
            )
            for a in found.actors
            if a.kind == "person"
        }

    return run


def test_a_thing_that_the_tagger_takes_for_somebody_is_nobody(people):
    got = people("The group Plain Thought Media praised the plan.", "Scientists pointed the Corvin X-Ray Observatory at the star.")
    assert got == {}


def test_a_first_word_that_says_what_somebody_does_is_no_name(people):
    got = people("Physicist Martin Keller welcomed the finding.", "Praising Keller, the minister left.")
    assert list(got) == ["Martin Keller"]


def test_a_further_family_name_makes_nobody_else(people):
    got = people("Carlos Medina Rojas said that he would stay.", "On Tuesday Carlos Medina left the house, and Mr. Medina said nothing.")
    assert len(got) == 1


def test_a_leader_with_an_initial_is_the_leader(people):
    got = people(
        "The United States sent Secretary of State John F. Kerry to Geneva.", "Mr. Kerry met officials there.", "Kerry left on Monday."
    )
    assert len(got) == 1


def test_a_name_of_three_parts_with_the_family_name_first_is_whole(people):
    got = people("North Korean leader Kim Jong Un watched the launch.", "The regime of Kim Jong Un said little.")
    assert [n for n in got if n.startswith("Kim")] == ["Kim Jong Un"]


def test_a_given_name_that_two_bear_means_nobody_new(people):
    got = people("Peter Holm met Peter Lund in Oslo.", "Later Peter left.")
    assert set(got) == {"Peter Holm", "Peter Lund"}


def test_a_country_beside_a_name_without_a_title_counts(people):
    got = people("French swimmer Colette Marchand won.", "Germany's Ulrike Brandt came second.")
    assert {name: country for name, (_, _, country) in got.items()} == {"Colette Marchand": "FRA", "Ulrike Brandt": "DEU"}


def test_a_pronoun_means_the_only_one_told_however_far_back(people):
    got = people(
        "Martin Keller opened the plant. The plant makes glass. It has two halls. The glass is sold in Asia. Sales rose. He was pleased."
    )
    assert "He" in got["Martin Keller"][1]


def test_another_mans_wife_is_not_the_one_named(people):
    got = people("Martin Keller came with his wife, Anna Keller.", "Later Paul Lund and his wife danced.")
    assert "his wife" not in got["Anna Keller"][1][1:]


def test_labels_that_name_nobody_make_nobody(people):
    got = people(
        "AUDIENCE MEMBER: Thank you.",
        "MR. LUND: We met the mayor.",
        "READ MORE: Glass is back.",
        "MR. LUND: I will go.",
        "PARIS: All is quiet.",
    )
    assert list(got) == ["Lund"]


def test_an_office_that_a_state_lacks_is_another_states(people):
    # The United States have no prime minister; who else is spoken of is the one.
    found = people(
        "American officials flew to the port, and Norwegian ships waited.",
        "American planes had come too. Prime Minister Karl Brandt said that the talks would go on.",
    )
    assert found["Karl Brandt"][2] == "NOR"


def test_an_office_that_few_states_have_is_guessed_only_of_them(people):
    found = people("Swedish ships left the port on Monday.", "Chancellor Karl Brandt said that the talks would go on.")
    assert found["Karl Brandt"][2] is None


def test_who_accuses_a_country_is_not_guessed_to_be_its_own(people):
    found = people("Interior Minister Karl Brandt accused Norway of sending ships.", "Norwegian boats had left the port.")
    assert found["Karl Brandt"][2] is None
    found = people("Interior Minister Karl Brandt spoke of the ships.", "Norwegian boats had left the port.")
    assert found["Karl Brandt"][2] == "NOR"


@pytest.mark.parametrize(
    ("country", "office", "may"),
    [
        ("USA", "prime minister", False),
        ("NOR", "deputy prime minister", True),
        ("NOR", "king", True),
        ("FRA", "king", False),
        ("JPN", "vice president", False),
        ("GBR", "president", False),
        ("FRA", "president", True),
        ("FRA", "spokesman", True),
    ],
)
def test_which_state_may_have_an_office(country, office, may):
    assert actor_facts().may_have(country, office) is may
