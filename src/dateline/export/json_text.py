"""JSON text that is safe to print."""

import json
import re
from collections.abc import Iterator
from typing import Any

# JSON escapes the first 32 control characters only. These others can steer a terminal (C1 controls), reorder what is shown (bidirectional
# controls) or end a line for some readers; inside a string, which is the only place where they can stand, their escape means the same.
_UNSAFE = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")


def json_text(value: Any, indent: int | None = None) -> Iterator[str]:
    """`value` as JSON in pieces, keys in their order, characters outside ASCII as they are."""
    for piece in json.JSONEncoder(ensure_ascii=False, indent=indent).iterencode(value):
        yield _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", piece)
