"""Days of the week that an English text names."""

import re
from datetime import date, timedelta
from functools import cache

from dateline.ontology.articles import date_words


def weekday_in(text: str) -> list[tuple[int, int]]:
    """(where, weekday) of each weekday's full name in a text."""
    return [(m.start(), date_words().weekdays[m.group(1).lower()]) for m in _names().finditer(text)]


def on_or_before(day: date, weekday: int) -> date:
    """The last such weekday up to a day."""
    return day - timedelta(days=(day.weekday() - weekday) % 7)


@cache
def _names() -> re.Pattern[str]:
    return re.compile(r"\b(" + "|".join(name for name in date_words().weekdays if name.endswith("day")) + r")s?\b", re.IGNORECASE)
