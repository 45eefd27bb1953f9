"""Who is who, on short articles of our own, read with the shipped model."""

from dataclasses import dataclass
from datetime import date

import pytest

from dateline.language.actors import ActorsFound, find_actors
from dateline.language.parse import Parser
from dateline.model.actors import LocalActor
from dateline.model.articles import Article, Block
from dateline.model.moments import Moment

DAY = date(2015, 6, 10)


@dataclass
class Read:
    """An article and what was found in it."""

    text: str
    found: ActorsFound

    def person(self, name: str) -> LocalActor:
        (actor,) = [a for a in self.found.actors if a.kind == "person" and (a.name == name or name in a.aliases)]
        return actor

    def meant_by(self, words: str, nth: int = 0) -> list[str]:
        """The names of the actors that the nth occurrence of the words means."""
        start = -1
        for _ in range(nth + 1):
            start = self.text.index(words, start + 1)
        names = {a.id: a.name for a in self.found.actors}
        return [names[r.actor] for r in self.found.references if (r.span.start, r.span.end) == (start, start + len(words))]


@pytest.fixture
def read(parser: Parser):
    def run(*lines: str, title: str | None = None) -> Read:
        lines = (title, *lines) if title else lines
        blocks, at = [], 0
        for number, line in enumerate(lines):
            blocks.append(Block(at, at + len(line), "title" if title and number == 0 else "paragraph"))
            at += len(line) + 1
        text = "\n".join(lines)
        article = Article("a", "p", None, "", None, title, (), None, None, None, "en", Moment(DAY, DAY, "meta"), text, tuple(blocks), ())
        return Read(text, find_actors(parser.parse(article)))

    return run


def test_titles_give_country_sector_and_role(read):
    got = read("Hungarian Foreign Minister Peter Szijjarto met Norway's deputy defence minister, Oystein Bo, in Oslo on Monday.")
    minister = got.person("Peter Szijjarto")
    assert (minister.country, minister.sector) == ("HUN", "GOV")
    assert [r.title for r in minister.roles] == ["Hungarian Foreign Minister"]
    assert got.person("Oystein Bo").country == "NOR"


def test_appositions_tell_who_somebody_is(read):
    got = read(
        "Maria Keller, the head of the Austrian central bank, resigned. Ivan Petrov, director of Bulgaria's energy agency, praised Keller."
    )
    assert got.person("Maria Keller").country == "AUT"
    assert got.person("Ivan Petrov").country == "BGR"
    assert got.meant_by("Keller", 1) == ["Maria Keller"]


def test_one_man_spelled_two_ways(read):
    got = read("Sergei Markov said no. Analysts doubted it. Sergey Markov later left, and Markov did not return.")
    assert {a.name for a in got.found.actors if a.kind == "person"} == {"Sergei Markov"}


def test_namesakes_stay_apart(read):
    got = read("Senator Robert Hale criticised the deal. Diplomat Susan Hale defended it.")
    assert {a.name for a in got.found.actors if a.kind == "person"} == {"Robert Hale", "Susan Hale"}


def test_short_forms_and_initials_are_one_person(read):
    got = read("Thomas R. Baker, Jr. arrived on Sunday. Tom Baker met the press, and Mr. Baker left.")
    assert len([a for a in got.found.actors if a.kind == "person"]) == 1


def test_headlines_breed_no_people(read):
    got = read("Ministers from both sides met for two hours.", title="Talks Might Resume After Harbour Visit Ends")
    assert [a.name for a in got.found.actors if a.kind == "person"] == []


def test_a_capital_acts_or_is_a_place(read):
    got = read("Warsaw accused Minsk of lying. The ministers met in Warsaw on Friday.")
    assert got.meant_by("Warsaw") == ["Poland"]
    assert got.meant_by("Warsaw", 1) == []
    assert [(t.name, t.country) for t in got.found.toponyms] == [("Warsaw", "POL")]
    assert got.found.toponyms[0].geonames == 756135


def test_us_is_a_country_and_us_is_not(read):
    got = read("The US sent aid. He told us that the U.S. would send more.")
    assert got.meant_by("US") == ["United States"]
    assert got.meant_by("us") == []
    assert got.meant_by("U.S.") == ["United States"]


def test_pronouns_agree_in_sex(read):
    got = read("Chancellor Angela Merkel met President Francois Hollande. She praised his reforms.")
    assert got.meant_by("She") == ["Angela Merkel"]
    assert got.meant_by("his") == ["Francois Hollande"]


def test_the_subject_of_saying_is_the_one_meant(read):
    got = read("John Carver met Peter Ruiz on Monday. Ruiz said he would come back.")
    assert got.meant_by("he") == ["Peter Ruiz"]


def test_descriptions_find_the_holder_of_the_office(read):
    got = read(
        "Estonian President Karl Tamm met Latvian Prime Minister Janis Ozols in Riga.",
        "The Estonian president said that the prime minister had agreed. The two leaders will meet again.",
    )
    assert got.meant_by("The Estonian president") == ["Karl Tamm"]
    assert got.meant_by("the prime minister") == ["Janis Ozols"]
    assert sorted(got.meant_by("The two leaders")) == ["Janis Ozols", "Karl Tamm"]


def test_sources_without_a_name(read):
    got = read("A senior Japanese official, who asked not to be named, said the talks had failed.")
    (source,) = [a for a in got.found.actors if a.kind == "unnamed"]
    assert source.country == "JPN"


def test_organs_of_a_state(read):
    got = read("The Canadian government protested. Peru's foreign ministry summoned the ambassador.")
    organs = {(a.country, a.sector) for a in got.found.actors if a.kind == "organisation"}
    assert organs == {("CAN", "GOV"), ("PER", "GOV")}


def test_a_leader_known_to_the_tables_needs_no_title(read):
    got = read("David Cameron flew to Brussels to speak about Britain's place in Europe.")
    assert got.person("David Cameron").country == "GBR"


def test_labels_of_a_transcript_name_the_speaker(read):
    got = read(
        "MS. ORTEGA: Good morning. I have a short statement about the visit of the Peruvian minister.",
        "Q: Will he come?",
        "MS. ORTEGA: I can't say.",
        title="Press Briefing by Press Secretary Laura Ortega",
    )
    speaker = got.person("Laura Ortega")
    assert [r.actor for r in got.found.references if r.why == "label of the turn"] == [speaker.id, speaker.id]
    assert got.meant_by("I") == ["Laura Ortega"]


def test_shared_keys(read):
    got = read("NATO and the European Union condemned the attack, and Japan joined them.")
    assert {a.key for a in got.found.actors} >= {"o:NATO", "o:EU", "c:JPN"}


def test_the_same_text_gives_the_same_answer(read):
    lines = ("French President Francois Hollande called Vladimir Putin. He said that Paris and Moscow would go on talking.",)
    assert read(*lines).found == read(*lines).found


def test_an_empty_article(read):
    got = read("")
    assert got.found == ActorsFound((), (), ())
