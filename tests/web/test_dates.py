from datetime import date

import pytest

from dateline.model.moments import Moment
from dateline.web.dates import in_words

D = date


@pytest.mark.parametrize(
    ("earliest", "latest", "words"),
    [
        (D(2017, 4, 12), D(2017, 4, 12), "April 12, 2017"),
        (D(2017, 4, 3), D(2017, 4, 9), "April 3–9, 2017"),
        (D(2017, 4, 28), D(2017, 5, 2), "April 28 – May 2, 2017"),
        (D(2016, 12, 30), D(2017, 1, 2), "December 30, 2016 – January 2, 2017"),
        (D(2017, 4, 1), D(2017, 4, 30), "April 2017"),
        (D(2017, 4, 1), D(2017, 6, 30), "April – June 2017"),
        (D(2016, 12, 1), D(2017, 1, 31), "December 2016 – January 2017"),
        (D(2017, 1, 1), D(2017, 12, 31), "2017"),
        (D(2010, 1, 1), D(2017, 12, 31), "2010–2017"),
        (None, D(2017, 4, 12), "by April 12, 2017"),
        (D(2017, 4, 12), None, "April 12, 2017 or later"),
        (None, None, "date unknown"),
    ],
)
def test_intervals_in_words(earliest: date | None, latest: date | None, words: str) -> None:
    assert in_words(Moment(earliest, latest, "stated")) == words
