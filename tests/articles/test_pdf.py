"""PDF documents, written here by hand."""

import sys
from collections.abc import Sequence

import pytest
from tests.articles.builders import LEAD, SECOND, THIRD, TITLE

from dateline.articles import pdf, read_article
from dateline.articles.pdf import pdf_text
from dateline.errors import UnreadablePage
from dateline.model.articles import Article
from dateline.model.pages import Drop, Page

pytest.importorskip("pypdfium2", reason="the extra dateline[pdf] is not installed")

Line = tuple[float, float, int, str]  # left, height, size of letters, words


def document(pages: Sequence[Sequence[Line]], trailer: str = "") -> bytes:
    """A PDF of lines at their places."""
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>",
    ]
    for number, lines in enumerate(pages):
        shown = "\n".join(f"BT /F1 {size} Tf {left} {height} Td ({words}) Tj ET" for left, height, size, words in lines)
        resources = "/MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >>"
        objects.append(f"<< /Type /Page /Parent 2 0 R /Contents {5 + 2 * number} 0 R {resources} >>")
        objects.append(f"<< /Length {len(shown)} >>\nstream\n{shown}\nendstream")
    out, places = "%PDF-1.4\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{one}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"trailer << /Size {len(objects) + 1} /Root 1 0 R {trailer} >>\nstartxref\n{len(out)}\n%%EOF\n"
    return f"{out}xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{end}".encode("latin-1")


def wrapped(text: str, top: float, width: int = 60, left: float = 72, first: float = 0) -> list[Line]:
    """A paragraph in lines of at most `width` letters, 14 points apart; the first one moved in by `first`."""
    rows: list[str] = [""]
    for word in text.split():
        if rows[-1] and len(rows[-1]) + 1 + len(word) > width:
            rows.append(word)
        else:
            rows[-1] = f"{rows[-1]} {word}".strip()
    return [(left + (first if at == 0 else 0), top - 14 * at, 10, row) for at, row in enumerate(rows)]


def page_of(text: Sequence[str], first: float, gap: float) -> list[Line]:
    lines: list[Line] = [(72, 740, 18, TITLE[:40])]
    top = 700.0
    for one in text:
        lines += wrapped(one, top, first=first)
        top = lines[-1][1] - 14 - gap
    return lines


@pytest.mark.parametrize(("first", "gap"), [(0, 10), (15, 0)], ids=["a gap between paragraphs", "first lines moved in"])
def test_lines_flow_into_paragraphs(first: float, gap: float) -> None:
    assert pdf_text(document([page_of((LEAD, SECOND, THIRD), first, gap)])).split("\n\n") == [TITLE[:40], LEAD, SECOND, THIRD]


def test_a_paragraph_goes_on_over_the_end_of_a_page_without_its_running_heads() -> None:
    rows = wrapped(LEAD, 700)
    half = len(rows) // 2
    pages = [
        [(72, 760, 9, "Norland Courier"), (72, 740, 18, "The crossing"), *rows[:half], (300, 30, 9, "Page 1 of 3")],
        [(72, 760, 9, "Norland Courier"), *rows[half:], *wrapped(SECOND, 500), (300, 30, 9, "Page 2 of 3")],
        [(72, 760, 9, "Norland Courier"), *wrapped(THIRD, 700), (300, 30, 9, "Page 3 of 3")],
    ]
    assert pdf_text(document(pages)).split("\n\n") == ["The crossing", LEAD, SECOND, THIRD]


def test_divided_words_are_put_together() -> None:
    lines: list[Line] = [
        (72, 700, 10, "The long-term plan of the two governments for the inter-"),
        (72, 686, 10, "national crossing is to be agreed upon, and it is a long-"),
        (72, 672, 10, "term plan, as both of the governments have said since May."),
    ]
    expected = "The long-term plan of the two governments for the international crossing is to be agreed upon, and it is a long-term plan"
    assert pdf_text(document([lines])).startswith(expected)


def test_an_article_is_read_from_it() -> None:
    article = read_article(Page("a.pdf", None, "application/pdf", document([page_of((LEAD, SECOND, THIRD), 0, 10)])))
    assert isinstance(article, Article)
    assert article.title == TITLE[:40]
    assert article.text.split("\n")[1:] == [LEAD, SECOND, THIRD]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"%PDF-1.4\n", "damaged"),
        (document([page_of((LEAD,), 0, 10)])[:150], "damaged"),
        (b"%PDF-1.7\n" + b"\x00\xff" * 500, "damaged"),
        (document([[]]), "holds no text"),
        (
            document(
                [page_of((LEAD,), 0, 10)],
                f"/ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /Length 40 /P -4 /O <{'11' * 32}> /U <{'22' * 32}> >>",
            ),
            "password",
        ),
    ],
    ids=["nothing", "cut", "noise", "no text", "encrypted"],
)
def test_what_cannot_be_read_says_why(content: bytes, words: str) -> None:
    drop = read_article(Page("a.pdf", None, "application/pdf", content))
    assert isinstance(drop, Drop)
    assert (drop.reason, drop.unreadable) == ("not readable", True)
    assert words in drop.detail


def test_without_the_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    with pytest.raises(UnreadablePage, match=r"pip install dateline\[pdf\]"):
        pdf_text(document([[]]))


def test_a_book_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "_MOST_PAGES", 1)
    with pytest.raises(UnreadablePage, match="2 pages"):
        pdf_text(document([[], []]))


def test_changed_bytes_raise_nothing_else() -> None:
    content = document([page_of((LEAD, SECOND), 0, 10)])
    for at in range(9, len(content), 23):
        changed = content[:at] + bytes([content[at] ^ 0x1F]) + content[at + 1 :]
        assert isinstance(read_article(Page("a.pdf", None, "application/pdf", changed)), Article | Drop)
