"""Fixtures that many tests share."""

import pytest

from dateline.language.parse import Parser


@pytest.fixture(scope="session")
def parser() -> Parser:
    """The shipped model, loaded once."""
    return Parser()
