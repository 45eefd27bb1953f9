"""Parser errors set right."""

import pytest
from tests.linking.builders import article

from dateline.language.parse import Parser


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("The minister will meet her Japanese counterpart, Toshimitsu Motegi, the ministry said on Thursday.", "ministry"),
        ("Anna Lind, the foreign minister, said the talks would go on.", "Lind"),
    ],
)
def test_who_speaks_after_a_name(parser: Parser, text: str, subject: str) -> None:
    tokens = parser.parse(article("page", None, text)).tokens
    (said,) = [t for t in tokens if t.text == "said"]
    assert [t.text for t in tokens if t.head == said.index and t.dep == "nsubj"] == [subject]
