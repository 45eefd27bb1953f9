"""Names that stand beside a quotation without a verb: "“...” — Jana Novak" at the end of a line, "More from Novak: “...”"."""

from dateline.language.quotations.drafts import Phrase, Reading

_DASHES = ("-", "–", "—", "―", "--", "~")
_LONGEST = 6
_FROM = ("from", "by")


def signature(reading: Reading, last: int) -> Phrase | None:
    """The name between a dash after the stretch that ends before token `last` and the end of its paragraph."""
    tokens = reading.tokens
    if last >= len(tokens) or tokens[last].block != tokens[last - 1].block or tokens[last].text not in _DASHES:
        return None
    end = last + 1
    while end < len(tokens) and tokens[end].block == tokens[last].block and end - last <= _LONGEST:
        end += 1
    over = end < len(tokens) and tokens[end].block == tokens[last].block
    first, end = reading.trimmed(last + 1, end)
    names = tokens[first:end]
    if over or not names or not all(t.text[:1].isupper() or t.text in (".", ",", "of", "the", "and") for t in names):
        return None
    head = next((t.index for t in reversed(names) if t.pos == "PROPN"), None)
    return Phrase(first, end, head) if head is not None else None


def labelled(reading: Reading, first: int) -> Phrase | None:
    """The name before the colon that stands before token `first`, where nothing but a dash, "from" or the paragraph's start precedes it."""
    tokens = reading.tokens
    colon = first - 1
    start = colon
    while start > 0 and tokens[start - 1].block == tokens[colon].block and tokens[start - 1].pos == "PROPN" and colon - start < _LONGEST:
        start -= 1
    if start == colon:
        return None
    opening = start == 0 or tokens[start - 1].block != tokens[colon].block
    if not opening and tokens[start - 1].text not in _DASHES and tokens[start - 1].text.lower() not in _FROM:
        return None
    return Phrase(start, colon, colon - 1)
