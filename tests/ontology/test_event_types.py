"""The shipped event types load; contradictions in such data are refused."""

from typing import Any

import pytest

from dateline.errors import OntologyError
from dateline.ontology.event_types import build_event_types, load_event_types

PLOVER = {"types": {"CONSULT": {"quad": 1, "score": 2.5, "modes": {"visit": 4}}, "PROTEST": {"quad": 4, "score": -5, "modes": {}}}}
WORDS: dict[str, Any] = {
    "classes": {"papers": ["note", "letter"]},
    "people": ["envoy"],
    "bodies": ["junta"],
    "compound_heads": ["room"],
    "places": ["city"],
    "support_verbs": ["hold"],
    "reporting_verbs": ["say"],
    "object_control": ["ask"],
    "portions": ["round"],
    "prepositions": ["of", "on"],
    "adjectival": ["suspect"],
    "blamed": ["accuse"],
    "undergone": ["arrest"],
    "sites": ["street"],
    "frames": {"mutual": {"subject": "participant", "on": "recipient"}},
}


def group(**changes: Any) -> dict[str, Any]:
    words = {"verbs": ["hand over"], "nouns": ["exchange of note"], "theme": "$papers"}
    return {"id": "sending", "frame": "mutual", "parties": 2} | words | changes


def build(*groups: dict[str, Any], type_name: str | None = "CONSULT") -> Any:
    return build_event_types(PLOVER, WORDS, {"consult.yml": {"type": type_name, "groups": list(groups)}})


def test_the_shipped_types_cover_plover() -> None:
    types = load_event_types()
    assert {group.type for group in types.groups} == {*types.plover, None}
    assert len(types.plover) == 16
    assert all(group.match and group.no_match for group in types.groups)


def test_every_mode_of_plover_can_be_told() -> None:
    types = load_event_types()
    told = {(g.type, mode) for g in types.groups for mode in [g.mode, *(mode for mode, _ in g.modes)]}
    missing = [(name, mode) for name, plover in types.plover.items() for mode in plover.modes if (name, mode) not in told]
    assert missing == []


def test_phrases_are_split_into_head_and_company() -> None:
    types = build(group())
    (verb, _), *_ = types.verbs["hand"]
    assert (verb.others, verb.themed) == (("over",), True)
    (noun, owner), *_ = types.nouns["exchange"]
    assert noun.others == ("of", "note")
    assert not noun.themed
    assert owner.theme == {"note", "letter"}


@pytest.mark.parametrize(
    ("changes", "word"),
    [
        ({"colour": "red"}, "colour"),
        ({"mode": "phone"}, "phone"),
        ({"modes": {"violent": ["x"]}}, "violent"),
        ({"frame": "sideways"}, "sideways"),
        ({"theme": "$nothing"}, "nothing"),
        ({"needs": {"weather": ["rain"]}}, "weather"),
    ],
)
def test_a_group_with_something_unknown_is_refused(changes: dict[str, Any], word: str) -> None:
    with pytest.raises(OntologyError, match=word):
        build(group(**changes))


def test_a_type_that_plover_does_not_know_is_refused() -> None:
    with pytest.raises(OntologyError, match="GOSSIP"):
        build(group(), type_name="GOSSIP")


def test_two_groups_of_one_name_are_refused() -> None:
    with pytest.raises(OntologyError, match="sending"):
        build(group(), group())


def test_a_part_that_is_none_is_refused() -> None:
    words = WORDS | {"frames": {"mutual": {"subject": "bystander"}}}
    with pytest.raises(OntologyError, match="bystander"):
        build_event_types(PLOVER, words, {"consult.yml": {"type": "CONSULT", "groups": [group()]}})
