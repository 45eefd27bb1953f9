"""Two at once: "the two countries", "both sides", "the two were expected to talk"."""

from dateline.language.actors.book import Book
from dateline.language.actors.discourse import Discourse, Mention
from dateline.language.actors.page import Page

_LANDS = {"country", "nation", "side", "state", "government", "power", "neighbor", "neighbour", "ally", "capital", "party"}
_BACK = 3  # sentences


def pairs(page: Page, book: Book, discourse: Discourse, index: int) -> None:
    """Adds what "two" or "both" at token `index` means, where it means two countries or two people told before."""
    if page.lower[index] not in ("two", "both") or index + 1 >= len(page.tokens) or not page.together(index, index + 2):
        return
    if page.tokens[index + 1].lemma not in _LANDS:
        _the_two(page, book, discourse, index)
        return
    two = list(dict.fromkeys(discourse.nations(index, _BACK)))[:2]
    if len(two) == 2 and book.free(index, index + 2):
        for code in reversed(two):
            book.refer((index, index + 2), book.country(code), "description", "one of the two countries told last", head=index + 1)


def _the_two(page: Page, book: Book, discourse: Discourse, index: int) -> None:
    """As in "The two hoped to settle": the two people told last."""
    if page.lower[index] != "two" or page.tokens[index].dep not in ("nsubj", "nsubjpass", "pobj") or page.lower[index - 1] != "the":
        return
    two = distinct([m for m in discourse.before(index, _BACK) if discourse.draft(m).kind == "person"], 2)
    if len(two) == 2:
        for mention in reversed(two):
            where = (index - 1, index + 1)
            discourse.add(book.refer(where, discourse.draft(mention), "description", "one of the two people told last", head=index))


def distinct(mentions: list[Mention], count: int) -> list[Mention]:
    """The first `count` mentions of different actors."""
    found: dict[str, Mention] = {}
    for mention in mentions:
        found.setdefault(mention.actor, mention)
        if len(found) == count:
            break
    return list(found.values())
