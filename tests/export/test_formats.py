"""Every format in the list, one after the other: an addition is picked up by itself."""

import pytest
from tests.records import small_record

from dateline.errors import UnknownFormat
from dateline.export import FORMATS, Format, find_format

EVERY = pytest.mark.parametrize("output", FORMATS, ids=lambda output: output.name)


@EVERY
def test_the_same_record_gives_the_same_text(output: Format) -> None:
    first, second = "".join(output.write(small_record())), "".join(output.write(small_record()))
    assert first == second
    assert first.endswith("\n")
    assert first.encode("utf-8").decode("utf-8") == first


@EVERY
def test_it_tells_the_event_and_who_took_part(output: Format) -> None:
    text = "".join(output.write(small_record()))
    assert "Lena Horn" in text
    assert "2023-05-04" in text


@EVERY
def test_it_says_what_it_is(output: Format) -> None:
    assert find_format(output.name) is output
    assert output.about
    assert output.name == output.name.lower().strip()


def test_an_unknown_format_names_those_there_are() -> None:
    with pytest.raises(UnknownFormat, match="no output format 'xls': there are json, jsonl"):
        find_format("xls")
