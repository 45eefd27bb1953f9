"""What every input format has, and the list of them: one file a format, one line here."""

from collections.abc import Callable
from dataclasses import dataclass

from dateline.pages import html, text


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its media type, the file endings it goes by, and a test on the first bytes."""

    media_type: str
    suffixes: tuple[str, ...]
    sniff: Callable[[bytes], bool]


FORMATS = (
    Format(html.MEDIA_TYPE, html.SUFFIXES, html.sniff),
    Format(text.MEDIA_TYPE, text.SUFFIXES, text.sniff),
)
