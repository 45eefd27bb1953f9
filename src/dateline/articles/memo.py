"""Answers kept for lines that are asked about again and again while a page is judged."""

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import TypeVar

T = TypeVar("T")

_MOST = 4096  # lines
_LONGEST = 1000  # characters: longer lines are rare, and thousands of them would fill the memory


def kept_for_lines(answer: Callable[[str], T]) -> Callable[[str], T]:
    """Remembers what `answer` says of the last short lines."""
    kept = lru_cache(maxsize=_MOST)(answer)

    @wraps(answer)
    def ask(text: str) -> T:
        return kept(text) if len(text) <= _LONGEST else answer(text)

    return ask
