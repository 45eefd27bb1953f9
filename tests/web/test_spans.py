"""Texts cut into pieces lose and double nothing; the sentence round a span is found in its block."""

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from dateline.model.articles import Article, Block
from dateline.model.evidence import Span
from dateline.model.moments import OPEN
from dateline.web.spans import Mark, marked_blocks, quote

TEXT = "Mr. Oru of the U.S. delegation left. “We are done,” he said. Berg stayed."


def test_the_sentence_round_a_trigger(make_article: Callable[..., Article]) -> None:
    found = make_article(1, ("Title", TEXT), OPEN)
    start = found.text.index("he said")
    words = quote(found, Span("a-1", start, start + 7), ())
    assert (words.before, words.core, words.after) == ("“We are done,” ", "he said", ".")


def test_titles_and_initials_do_not_end_a_sentence(make_article: Callable[..., Article]) -> None:
    found = make_article(1, ("Title", TEXT), OPEN)
    start = found.text.index("left")
    words = quote(found, Span("a-1", start, start + 4), ())
    assert words.before + words.core + words.after == "Mr. Oru of the U.S. delegation left."


def test_evidence_wider_than_the_sentence_is_kept(make_article: Callable[..., Article]) -> None:
    found = make_article(1, ("Title", TEXT), OPEN)
    start = found.text.index("left")
    words = quote(found, Span("a-1", start, start + 4), (Span("a-1", 6, len(found.text)),))
    assert words.before + words.core + words.after == TEXT


LETTERS = "ab .“\U0001f600"
ENDS = st.integers(-3, 45)


@given(st.text(alphabet=LETTERS, min_size=1, max_size=40), st.lists(st.tuples(ENDS, ENDS), max_size=8))
def test_the_pieces_are_the_text(text: str, ends: list[tuple[int, int]]) -> None:
    block = Block(0, len(text), "paragraph")
    found = Article("a", "p", None, "0", None, None, (), None, None, None, "en", OPEN, text, (block,), ())
    blocks = marked_blocks(found, [Mark(f"m{i}", low, high, "words") for i, (low, high) in enumerate(ends)])
    assert "".join(p.text for b in blocks for p in b.pieces) == text
