"""Time expressions of one article: what they say, and which days they name seen from the day the text speaks from."""

from dateline.language.times.find import find_times
from dateline.language.times.timex3 import marked, timex3

__all__ = ["find_times", "marked", "timex3"]
