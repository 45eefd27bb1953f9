"""Pages for the tests: invented affairs, furniture as any site has it."""

from dateline.model.articles import Article
from dateline.model.pages import Page

LEAD = (
    "The foreign ministers of Norland and Sudia met in the capital on Tuesday and agreed to reopen the border crossing that has been shut "
    "since the spring, officials of both countries said."
)
SECOND = (
    "Minister Ada Kroll said after the talks that trains would run again within a month, while her counterpart Jon Venn called the meeting "
    "a first step and declined to speak of a date."
)
THIRD = (
    "The two countries have argued for years over tolls on the river bridge, and earlier talks broke down in the winter after a driver was "
    "held by Norland's customs service."
)
TITLE = "Norland and Sudia agree to reopen border crossing"
BODY = (LEAD, SECOND, THIRD)


def text_page(*lines: str, name: str = "page.txt") -> Page:
    return Page(name, None, "text/plain", "\n\n".join(lines).encode())


def html_page(body: str, head: str = "", name: str = "page.html", uri: str | None = None) -> Page:
    markup = f'<!doctype html><html lang="en"><head><meta charset="utf-8">{head}</head><body>{body}</body></html>'
    return Page(name, uri, "text/html", markup.encode())


def paragraphs(*texts: str) -> str:
    return "".join(f"<p>{text}</p>\n" for text in texts)


def kinds(article: Article) -> list[tuple[str, str]]:
    """(kind, words) of each block."""
    return [(block.kind, article.text[block.start : block.end]) for block in article.blocks]
