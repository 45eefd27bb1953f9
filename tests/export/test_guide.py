"""The format in docs/adding-an-output.md works as it is printed there."""

import re
from pathlib import Path
from typing import Any

from tests.records import small_record

GUIDE = Path(__file__).parents[2] / "docs" / "adding-an-output.md"


def test_the_format_of_the_guide_writes_a_record() -> None:
    code = re.search(r"```python\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.DOTALL)
    assert code
    names: dict[str, Any] = {}
    exec(compile(code[1], str(GUIDE), "exec"), names)  # noqa: S102 - our own documentation
    assert "".join(names["write"](small_record())) == "2023-05-04/2023-05-04 held Lena Horn and Per Dahl meet in Vienna\n"
