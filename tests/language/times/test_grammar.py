"""The grammar on heaps of words of time in any order: it never raises, goes forward, and every shift can be located."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from dateline.language.times.draft import Draft
from dateline.language.times.grammar import scan
from dateline.language.times.joining import join
from dateline.language.times.lexer import lex, lexicon
from dateline.language.times.values import timex_value
from dateline.model.moments import on
from dateline.model.times import Shift, locate

ENTRIES = lexicon("en")
WORDS = sorted({*ENTRIES.singles, *(phrase for entries in ENTRIES.phrases.values() for phrase, _, _ in entries)})
PIECES = st.one_of(
    st.sampled_from(WORDS),
    st.sampled_from(WORDS).map(str.title),
    st.integers(0, 3000).map(str),
    st.sampled_from(
        [
            "10:30",
            "0700",
            "2017-02-30",
            "99:99",
            "31st",
            "45th",
            "1980s",
            "'80s",
            "-",
            "–",
            ",",
            ".",
            "'s",
            "1/2",
            "4/22",
            "2015/3",
            "11/2016",
            "2016 Q3",
            "H2",
            "T10:30",
            "p.m.",
            "(",
            "$5",
        ]
    ),
)


def read(text: str) -> list[Draft]:
    pieces = lex(text, 0, len(text), ENTRIES)
    letters = "".join(piece.letter for piece in pieces)
    assert len(letters) == len(pieces)
    return join(list(scan(pieces, letters, ENTRIES.words)), pieces, letters, ENTRIES.words)


def located(shift: Shift) -> None:
    first, last = locate(shift, date(2021, 6, 16))
    assert first is None or last is None or first <= last or shift.until is not None
    timex_value(shift, on(date(2021, 6, 16)))


@given(st.lists(PIECES, max_size=12))
def test_any_words_of_time(words):
    at = 0
    for draft in read(" ".join(words)):
        assert at <= draft.first < draft.last
        at = draft.last
        if draft.shift is not None:
            located(draft.shift)


@given(st.text(max_size=80))
def test_any_text(text):
    read(text)
