"""The day of publication of any page of HTML, without asking whether it holds an article."""

from dateline.articles.dating import page_traces
from dateline.articles.decode import decode
from dateline.articles.given import given_signs
from dateline.articles.markup import parse_markup
from dateline.articles.published import Body, Publication, publication
from dateline.articles.stamps import trace_signs
from dateline.articles.traces import Trace
from dateline.model.pages import Page

_NO_ARTICLE = ""


def publication_of(page: Page) -> Publication:
    """The day as an interval with its evidence, and all signs of it; an index, a forum or a picture may be dated too.

    What only the text tells (datelines, captions, weekdays) is left to `read_article`. Raises `UnreadablePage`.
    """
    signs = [*trace_signs(_NO_ARTICLE, traces_of(page)), *given_signs(_NO_ARTICLE, page)]
    return publication(signs, Body(_NO_ARTICLE, "", (), (), None))


def traces_of(page: Page) -> list[Trace]:
    """All traces in the markup and the address of a page. Raises `UnreadablePage`."""
    return page_traces(parse_markup(decode(page))).at(page.uri, page.fetched)
