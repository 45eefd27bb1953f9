"""One page -> one article, or the reason why there is none."""

import hashlib
from collections.abc import Iterable, Sequence

from dateline.articles.agencies import mark_credits
from dateline.articles.credits import read_credits, site_names
from dateline.articles.decode import decode
from dateline.articles.furniture import word_count
from dateline.articles.given import given_credits, given_signs, given_title, holds_body, sort_body
from dateline.articles.judged import Judged, Sorted, is_turn
from dateline.articles.language import language_of
from dateline.articles.lines import split_lines
from dateline.articles.markup import Document, read_markup
from dateline.articles.pdf import MEDIA_TYPE as PDF
from dateline.articles.pdf import pdf_text
from dateline.articles.plain import sort_lines
from dateline.articles.published import Body, Publication, publication
from dateline.articles.refusals import FEWEST_WORDS, no_article
from dateline.articles.stamps import Placed, line_signs, page_signs, reads_day_first
from dateline.articles.tagged import sort_document
from dateline.articles.told_body import told_body
from dateline.articles.wire import Dateline, read_dateline
from dateline.errors import UnreadablePage
from dateline.model.articles import Article, Block, BlockKind, Removed
from dateline.model.evidence import FieldEvidence, Span
from dateline.model.ids import content_id
from dateline.model.pages import Drop, Page

_STAGE = "articles"
_BODY = frozenset({"paragraph", "heading", "credit"})


def read_article(page: Page, *, any_language: bool = False) -> Article | Drop:
    """Decode, sort the lines, find title, names and day. Nothing is raised for a bad page: it is a `Drop`.

    A text in another language than English is dropped, unless `any_language` is set (for measuring extraction alone).
    """
    is_pdf = page.media_type == PDF
    try:
        text = pdf_text(page.content) if is_pdf else decode(page)
    except UnreadablePage as error:
        return Drop(page.name, _STAGE, "not readable" if is_pdf else "not decodable", str(error), unreadable=True)
    if page.media_type == "text/html":
        try:
            document: Document | None = read_markup(text)
        except UnreadablePage as error:
            return Drop(page.name, _STAGE, "not readable", str(error), unreadable=True)
    else:
        document = None
    names = site_names(document, page.uri)
    judged = sort_document(document, names) if document else _sort_text(text, page)
    told = told_body(document, judged, FEWEST_WORDS) if document else None
    # Of a page whose text comes from its data alone, what it shows instead ("turn on JavaScript") is no reason to drop it.
    read = judged if told is None else Sorted(told.title, tuple(line for line in told.lines if line.kind))
    language = language_of("\n".join(_shown(read)))
    return _refusal(page, document, read, None if any_language else language) or _article(page, document, told or judged, language)


def read_body(page: Page) -> str:
    """The body of an HTML page alone: paragraphs, headings and credits, without title and captions, joined by line breaks.

    The same words as in the blocks of `read_article`, for those who need no names, no day and no reason for a drop.
    Raises `UnreadablePage`.
    """
    document = read_markup(decode(page), dated=False)
    judged = sort_document(document, site_names(document, page.uri))
    return "\n".join(body_lines((line.kind, line.text) for line in judged.lines))


def body_lines(lines: Iterable[tuple[str | None, str]]) -> list[str]:
    """The body among (kind, words): no title and captions, and no line under the headline that stands before the text as a heading."""
    found: list[str] = []
    begun = False
    for kind, text in lines:
        begun = begun or kind == "paragraph"
        if kind in _BODY and (begun or kind != "heading"):
            found.append(text)
    return found


def _sort_text(text: str, page: Page) -> Sorted:
    return sort_body(text, page) if holds_body(page) else sort_lines(split_lines(text))


def _shown(judged: Sorted) -> list[str]:
    kept = [line.text for line in judged.lines if line.kind == "paragraph"]
    return kept if sum(word_count(text) for text in kept) >= FEWEST_WORDS else [line.text for line in judged.lines]


def _refusal(page: Page, document: Document | None, judged: Sorted, language: str | None) -> Drop | None:
    if not judged.lines:
        return Drop(page.name, _STAGE, "empty", "the page shows no text")
    refused = no_article(document, judged)
    # Of a page in another language the language is the reason, unless it shows no text at all.
    if language not in (None, "en") and (refused is None or refused[0] == "no article"):
        return Drop(page.name, _STAGE, "not English", f"the text seems to be {language!r}; only English is read")
    return Drop(page.name, _STAGE, *refused) if refused else None


def _article(page: Page, document: Document | None, judged: Sorted, language: str) -> Article:
    digest = hashlib.sha256(page.content).hexdigest()
    identity = content_id("a", digest, page.uri or page.name)
    lines, dateline = _split_dateline(mark_credits(judged.lines))
    title = judged.title or given_title(page)
    text, blocks, placed = _assemble(identity, title, lines)
    removed = tuple(Removed(one.text, one.reason) for one in lines if one.kind is None)
    removed += tuple(Removed(text, "structured data that can't be read") for text in (document.broken if document else ()))
    named = given_credits(page, read_credits(document, lines, dateline, page.uri))
    found = _publication(page, document, identity, text, blocks, placed, dateline)
    return Article(
        id=identity,
        page=page.name,
        uri=page.uri,
        sha256=digest,
        fetched=page.fetched,
        title=title,
        byline=named.byline,
        source=named.source,
        source_domain=named.domain,
        agency=named.agency,
        language=language,
        published=found.published,
        text=text,
        blocks=blocks,
        removed=removed,
        place_line=dateline.place if dateline else None,
        text_day=found.text_day,
        clues=found.clues,
    )


def _split_dateline(lines: Sequence[Judged]) -> tuple[list[Judged], Dateline | None]:
    """The dateline of the first paragraphs becomes a line of its own, so that its words are no part of the first sentence."""
    found: list[Judged] = []
    dateline: Dateline | None = None
    paragraphs = 0
    for line in lines:
        seen = (
            read_dateline(line.text)
            if line.kind == "paragraph" and paragraphs < 3 and dateline is None and not is_turn(line.text)
            else None
        )
        paragraphs += line.kind == "paragraph"
        if seen is None:
            found.append(line)
            continue
        before, own, rest = line.text[: seen.start].strip(), line.text[seen.start : seen.end].strip(), line.text[seen.end :].strip()
        found.extend(Judged(piece, kind, "", line.place) for piece, kind in _pieces(before, own, rest))
        dateline = Dateline(0, len(own), seen.byline, seen.place, seen.agency)
    return found, dateline


def _pieces(before: str, own: str, rest: str) -> list[tuple[str, BlockKind]]:
    return [(text, kind) for text, kind in ((before, "credit"), (own, "credit"), (rest, "paragraph")) if text]  # type: ignore[misc]


def _assemble(identity: str, title: str | None, lines: Sequence[Judged]) -> tuple[str, tuple[Block, ...], list[Placed]]:
    """Title first, then the kept lines, joined by line breaks; each line with the place where its words are now."""
    blocks = [Block(0, len(title), "title")] if title else []
    pieces = [title] if title else []
    at = len(title) + 1 if title else 0
    placed: list[Placed] = []
    cut = 0
    for line in lines:
        if line.kind == "title":
            placed.append(Placed(line, Span(identity, 0, len(line.text))))
        elif line.kind is None:
            placed.append(Placed(line, FieldEvidence(identity, f"removed:{cut}", line.text)))
            cut += 1
        else:
            blocks.append(Block(at, at + len(line.text), line.kind))
            placed.append(Placed(line, Span(identity, at, at + len(line.text))))
            pieces.append(line.text)
            at += len(line.text) + 1
    return "\n".join(pieces), tuple(blocks), placed


def _publication(
    page: Page,
    document: Document | None,
    identity: str,
    text: str,
    blocks: Sequence[Block],
    placed: Sequence[Placed],
    dateline: Dateline | None,
) -> Publication:
    signs = page_signs(identity, document, page.uri, page.fetched) if document else []
    signs += given_signs(identity, page)
    signs += line_signs(placed, day_first=reads_day_first(document, page.uri), fetched=None if document else page.fetched)
    start = next((b.start for b in blocks if b.kind == "credit" and dateline and read_dateline(text[b.start : b.end] + " - x")), None)
    body = Body(
        identity,
        text,
        tuple((b.start, b.end) for b in blocks if b.kind == "paragraph"),
        tuple((b.start, b.end) for b in blocks if b.kind == "caption"),
        (dateline, start) if dateline and start is not None else None,
    )
    return publication(signs, body)
