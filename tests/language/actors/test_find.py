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
    assert [(t.name, t.country) for t in got.found.toponyms if not t.acts] == [("Warsaw", "POL")]
    assert [(t.name, t.country) for t in got.found.toponyms if t.acts] == [("Warsaw", "POL"), ("Minsk", "BLR")]
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


def test_an_organ_keeps_its_whole_country(read):
    got = read(
        "The South Korean government and the New Zealand parliament protested. The government will write, and the parliament will debate."
    )
    organs = {a.name: a.country for a in got.found.actors if a.kind == "organisation"}
    assert organs == {"South Korean government": "KOR", "New Zealand parliament": "NZL"}
    assert got.meant_by("The government") == []  # "the government" begins after the article
    assert got.meant_by("government", 1) == ["South Korean government"]


def test_an_organ_of_one_country_by_name_and_of_another_by_its_adjective(read):
    got = read("Japan's National Security Council met on Friday. The Pentagon declined to comment.")
    assert got.meant_by("National Security Council") == ["National Security Council"]
    assert [a.country for a in got.found.actors if a.name == "National Security Council"] == ["JPN"]


def test_troops_are_a_group_of_their_country(read):
    got = read("Kenyan troops crossed the border. Soldiers of Uganda stayed.")
    (troops,) = [a for a in got.found.actors if a.name == "Kenyan troops"]
    assert (troops.kind, troops.country, troops.sector) == ("group", "KEN", "MIL")


def test_monarchs_keep_their_number_and_title(read):
    got = read("King Harald V of Norway met Pope Francis in Rome on Monday. The king thanked the pope.")
    harald = got.person("King Harald V")
    assert (harald.country, "Harald V" in harald.aliases) == ("NOR", True)
    assert got.person("Pope Francis").sector in ("REL", "GOV")
    assert got.meant_by("The king") == ["King Harald V"]


def test_the_queen_of_a_country_told(read):
    got = read("Denmark will welcome the guests. The Queen opens the exhibition on Sunday.")
    assert got.meant_by("The Queen") == ["Queen Margrethe II"]


def test_a_short_form_in_brackets_is_the_same_body(read):
    got = read(
        "The Coastal Fisheries Authority (CFA) said on Monday that it had seized two boats.",
        "Peter Okello, a spokesman for the CFA, blamed smugglers.",
    )
    (body,) = [a for a in got.found.actors if a.name == "Coastal Fisheries Authority"]
    assert "CFA" in body.aliases
    assert got.meant_by("CFA", 1) == ["Coastal Fisheries Authority"]


def test_a_body_is_told_again_by_what_it_is(read):
    got = read(
        "Algeria's state gas monopoly Sonatrach signed the contract with Spanish utility Naturgy on Tuesday.",
        "The gas monopoly will deliver from May. The utility will pay in euros.",
    )
    assert got.meant_by("The gas monopoly") == ["Sonatrach"]
    assert got.meant_by("The utility") == ["Naturgy"]


def test_the_country_of_the_body_that_a_title_names(read):
    got = read(
        "The Ukrainian foreign ministry rejected the offer on Friday. Foreign ministry spokeswoman Olena Bondar said talks would go on."
    )
    assert got.person("Olena Bondar").country == "UKR"


def test_an_office_that_a_country_does_not_have_is_not_its(read):
    got = read("The United States and Canada signed the treaty. Jane Walsh, a member of parliament, praised the United States.")
    assert got.person("Jane Walsh").country == "CAN"


def test_an_ambassador_is_of_the_country_that_sends(read):
    got = read("The Chilean ambassador to France, Marta Rojas, resigned. Kenya's envoy to the United Nations Paul Otieno stayed.")
    assert (got.person("Marta Rojas").country, got.person("Paul Otieno").country) == ("CHL", "KEN")


def test_a_title_in_a_predicate(read):
    got = read("Tomas Varga was the deputy head of the Slovak police. Varga is the mayor of Vienna now.")
    assert got.person("Tomas Varga").country in ("SVK", "AUT")
    assert len(got.person("Tomas Varga").roles) == 2


def test_members_of_a_named_group_are_the_group(read):
    got = read("Hamas militants fired rockets on Sunday. The ceasefire with Hamas held on Monday.")
    assert [a.name for a in got.found.actors if a.kind == "group"] == ["Hamas"]


def test_a_surname_is_that_of_the_one_in_office(read):
    got = read(
        "President Emil Novak flew to Lima with his wife Clara Novak. Novak signed the treaty on Sunday. Both Novak and his host spoke.",
    )
    assert got.meant_by("Novak", 2) == ["Emil Novak"]
    assert got.meant_by("Novak", 3) == ["Emil Novak"]


def test_groups_are_told_in_the_same_words(read):
    got = read("Malian rebels attacked the base on Monday. Norwegian oil firms cut output. The rebels withdrew, and protesters cheered.")
    groups = {a.name: (a.country, a.sector) for a in got.found.actors if a.kind == "group"}
    assert groups == {"Malian rebels": ("MLI", "REB"), "Norwegian oil firms": ("NOR", "BUS"), "protesters": (None, "CVL")}
    assert got.meant_by("rebels", 1) == ["Malian rebels"]


def test_a_relative_named_once_is_not_the_president(read):
    got = read(
        "Both Obama and Cameron flew to Elmau. Michelle Obama stayed in the United States. President Obama spoke about the United Kingdom."
    )
    assert got.meant_by("Obama") == ["Barack Obama"]
    assert got.meant_by("Obama", 2) == ["Barack Obama"]


def test_a_possessive_may_belong_to_a_countrys_name(read):
    found = read("The People’s Republic of China and the Democratic People's Republic of Korea met on Monday.")
    assert found.meant_by("People’s Republic of China") == ["China"]
    assert found.meant_by("Democratic People's Republic of Korea") == ["North Korea"]


def test_a_county_is_not_the_capital_whose_name_it_bears(read):
    (place,) = read("Police in Hamilton County said that the road was closed.").found.toponyms
    assert (place.name, place.country) == ("Hamilton County", "USA")


def test_a_state_that_is_a_town_is_where_a_summit_is(read):
    places = {p.name: p.acts for p in read("The Singapore summit failed, but Singapore sent a letter.").found.toponyms}
    assert places["Singapore"] is True  # the second, which sends the letter
    (first, *_) = read("The Singapore summit failed.").found.toponyms
    assert (first.country, first.acts) == ("SGP", False)
    (first, *_) = read("The Norway summit failed.").found.toponyms
    assert first.acts


def test_both_parties_are_not_the_place_they_met_in(read):
    found = read("Norway and Chad will talk. The Singapore summit is for both parties.")
    assert set(found.meant_by("both parties")) == {"Norway", "Chad"}
