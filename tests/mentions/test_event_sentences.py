"""Every group of every event type is found in the sentences that stand beside it, and not in those that it must not match."""

import pytest
from tests.mentions.annotating import annotate

from dateline.language.parse import Parser
from dateline.mentions.lookup import Lookup
from dateline.mentions.triggers import TriggerFinder
from dateline.model.tree import Tree
from dateline.ontology.event_types import Group, load_event_types

TYPES = load_event_types()
MUST = [(group, sentence) for group in TYPES.groups for sentence in group.match]
MUST_NOT = [(group, sentence) for group in TYPES.groups for sentence in group.no_match]


def groups_in(parser: Parser, sentence: str) -> list[Group]:
    annotated = annotate(parser, [sentence])
    tree = Tree(annotated)
    return [trigger.group for trigger in TriggerFinder(tree, Lookup(tree, annotated, TYPES), TYPES).find()]


@pytest.mark.parametrize(("group", "sentence"), MUST, ids=[f"{g.id}: {s}" for g, s in MUST])
def test_a_sentence_tells_an_event_of_its_type(parser: Parser, group: Group, sentence: str) -> None:
    assert group.type in [found.type for found in groups_in(parser, sentence)]


@pytest.mark.parametrize(("group", "sentence"), MUST_NOT, ids=[f"{g.id}: {s}" for g, s in MUST_NOT])
def test_a_look_alike_is_left_alone(parser: Parser, group: Group, sentence: str) -> None:
    assert group.id not in [found.id for found in groups_in(parser, sentence)]
