"""What the environment may set."""

import pytest

from dateline.errors import UsageError
from dateline.settings import Settings, from_environment


def test_nothing_set_is_the_defaults() -> None:
    assert from_environment({}) == Settings()


def test_each_field_by_its_name() -> None:
    found = from_environment(
        {"DATELINE_RECORD": "moscow.db", "DATELINE_PAGE_SECONDS": "2.5", "DATELINE_BATCH": "7", "DATELINE_OTHER": "x", "RECORD": "y"}
    )
    assert found == Settings(record="moscow.db", page_seconds=2.5, batch=7)


@pytest.mark.parametrize(
    ("name", "value"), [("BATCH", "0"), ("BATCH", "1.5"), ("PAGE_BYTES", "-3"), ("PAGE_SECONDS", "nan"), ("RECORD", "")]
)
def test_a_value_that_makes_no_sense_is_named(name: str, value: str) -> None:
    with pytest.raises(UsageError, match=f"DATELINE_{name} is '{value}': expected"):
        from_environment({f"DATELINE_{name}": value})
