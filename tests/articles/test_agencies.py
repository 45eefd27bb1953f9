"""The agency a report is from, in the ways pages say it; told apart from the outlet, the author and who took the picture."""

import pytest
from tests.articles.builders import BODY, LEAD, SECOND, THIRD, TITLE, html_page, kinds, paragraphs, text_page

from dateline.articles import read_article
from dateline.model.articles import Article

DATE = "March 7, 2023"
SITE = '<meta property="og:site_name" content="The Norland Post">'

# (words before the lead, agency, place)
DATELINES = [
    ("(Reuters) - ", "Reuters", None),
    ("LONDON (AP) — ", "AP", "LONDON"),
    ("LONDON, March 7 (Reuters) - ", "Reuters", "LONDON"),
    ("MOSCOW, April 12. /TASS/. ", "TASS", "MOSCOW"),
    ("MOSCOW. April 12 (Interfax) - ", "Interfax", "MOSCOW"),
    ("BEIJING, Dec. 3 (Xinhua) -- ", "Xinhua", "BEIJING"),
    ("New Delhi [India], March 7 (ANI): ", "ANI", "New Delhi"),
    ("New Delhi, Mar 7 (PTI) ", "PTI", "New Delhi"),
    ("Berlin (dpa) - ", "dpa", "Berlin"),
    ("Berlin (dpa/AFP) - ", "dpa", "Berlin"),
    ("MADRID, 7 March (EFE).- ", "EFE", "MADRID"),
    ("(ANSA) - ROME, 07 MAR - ", "ANSA", "ROME"),
    ("SEOUL, March 7 (Yonhap) -- ", "Yonhap", "SEOUL"),
    ("TOKYO, March 7, Kyodo - ", "Kyodo", "TOKYO"),
    ("Kyiv. March 7. Interfax-Ukraine - ", "Interfax-Ukraine", "Kyiv"),
    ("TEHRAN, Mar. 07 (MNA) – ", "Mehr", "TEHRAN"),
    ("WASHINGTON, D.C. (AP) — ", "AP", "WASHINGTON, D.C"),
    ("ISTANBUL / ANKARA (Reuters) — ", "Reuters", "ISTANBUL / ANKARA"),
    ("PARIS (Agence France-Presse) — ", "AFP", "PARIS"),
    ("MINSK, 7 March (BelTA) – ", "BelTA", "MINSK"),
    ("/Interfax/ ", "Interfax", None),
    ("LONDON — ", None, "LONDON"),
]


@pytest.mark.parametrize("marked", [False, True])
@pytest.mark.parametrize(("opening", "agency", "place"), DATELINES)
def test_datelines(opening: str, agency: str | None, place: str | None, marked: bool) -> None:
    article = _read([], [opening + LEAD, SECOND, THIRD], marked=marked)
    assert (article.agency, article.place_line) == (agency, place)
    assert ("paragraph", LEAD) in kinds(article)


FOOTS = [
    ("With inputs from ANI", "ANI"),
    ("(With inputs from ANI)", "ANI"),
    ("(With inputs from PTI, Reuters)", "PTI"),
    ("With files from The Canadian Press", "CP"),
    ("The Associated Press contributed to this report.", "AP"),
    ("AP contributed to this report", "AP"),
    ("Reuters and AFP contributed to this report.", "Reuters"),
    ("Reporting by Mara Oden; Editing by Bo Ek", "Reuters"),
    ("Reporting by Mara Oden", None),
    ("(Reporting by Mara Oden in Ostby; Editing by Bo Ek; Reuters)", "Reuters"),
    ("Associated Press writer Mara Oden in Ostby contributed to this report.", "AP"),
    ("Associated Press writers Mara Oden and Bo Ek contributed.", "AP"),
    ("Source: Reuters", "Reuters"),
    ("Source: Reuters/AFP", "Reuters"),
    ("(Source: Xinhua)", "Xinhua"),
    ("— Xinhua", "Xinhua"),
    ("- AFP", "AFP"),
    ("dpa/AFP", "dpa"),
    ("abc/de (AFP, dpa)", "AFP"),
    ("AFP, Reuters", "AFP"),
    ("PTI", "PTI"),
    ("(PTI)", "PTI"),
    ("/Interfax/", "Interfax"),
    ("© 2019 AFP", "AFP"),
    ("© Agence France-Presse", "AFP"),
    ("Copyright 2019 The Associated Press. All rights reserved.", "AP"),
    ("(c) 2019 Thomson Reuters", "Reuters"),
    ("Compiled from agencies", None),
    ("With inputs from agencies", None),
    ("Source: The Guardian", None),
    ("(Photo: Mara Oden/Getty)", None),
    ("(AP Photo/Mara Oden)", None),
    ("Photo: AFP", None),
    ("REUTERS/Mara Oden", None),
    ("Image copyright AFP", None),
    ("Image source, Getty Images", None),
    ("Mara Oden/AFP via Getty Images", None),
    ("Photo by Mara Oden/Anadolu Agency via Getty Images", None),
]


@pytest.mark.parametrize("marked", [False, True])
@pytest.mark.parametrize(("foot", "agency"), FOOTS)
def test_credits_after_the_text(foot: str, agency: str | None, marked: bool) -> None:
    article = _read([], [*BODY, foot], marked=marked)
    reprinted = "The Guardian" if marked and "Guardian" in foot else None  # another outlet than the page's own
    assert article.agency == (agency or reprinted)
    assert [text for kind, text in kinds(article) if kind == "paragraph"] == list(BODY)
    assert article.source == "The Norland Post" if marked else article.source != "Getty"
    assert "Bo Ek" not in article.byline


HEADS = [
    ("By Associated Press", "AP"),
    ("By The Associated Press", "AP"),
    ("By Mara Oden, Associated Press", "AP"),
    ("By Mara Oden | AP", "AP"),
    ("By REUTERS", "Reuters"),
    ("Reuters", "Reuters"),
    ("Xinhua News Agency", "Xinhua"),
    ("Agence France-Presse", "AFP"),
    ("Anadolu Agency", "Anadolu"),
    ("Press Trust of India", "PTI"),
    ("By Mara Oden (Reuters)", "Reuters"),
    ("AFP - Agence France Presse", "AFP"),
    ("Source: Kyodo", "Kyodo"),
    ("Photo: Reuters", None),
    ("ByThe Associated Press", "AP"),
]


@pytest.mark.parametrize("marked", [False, True])
@pytest.mark.parametrize(("head", "agency"), HEADS)
def test_credits_under_the_headline(head: str, agency: str | None, marked: bool) -> None:
    article = _read([head], BODY, marked=marked)
    assert article.agency == agency
    assert article.byline == (("Mara Oden",) if "Mara" in head else ())
    if marked:
        assert article.source == "The Norland Post"
    assert [text for kind, text in kinds(article) if kind == "paragraph"] == list(BODY)


@pytest.mark.parametrize(
    ("author", "agency", "byline"),
    [
        ("Reuters", "Reuters", ()),
        ("By Associated Press", "AP", ()),
        ("AFP", "AFP", ()),
        ("Agence France-Presse", "AFP", ()),
        ("Press Trust of India", "PTI", ()),
        ("Xinhua", "Xinhua", ()),
        ("Mara Oden, Associated Press", "AP", ("Mara Oden",)),
        ("PTI", "PTI", ()),
        ("Mara Oden", None, ("Mara Oden",)),
    ],
)
@pytest.mark.parametrize("how", ["meta", "json"])
def test_an_agency_as_stated_author_is_the_agency(author: str, agency: str | None, byline: tuple[str, ...], how: str) -> None:
    data = f'<script type="application/ld+json">{{"@type": "NewsArticle", "author": {{"name": "{author}"}}}}</script>'
    head = SITE + (data if how == "json" else f'<meta name="author" content="{author}">')
    article = read_article(html_page(f"<h1>{TITLE}</h1>{paragraphs(*BODY)}", head))
    assert isinstance(article, Article)
    assert (article.agency, article.byline, article.source) == (agency, byline, "The Norland Post")


@pytest.mark.parametrize("owner", ["© 2019 Reuters", "Copyright 2019 Kalmar Holdings", "© 2019 The Sudia Review"])
def test_a_copyright_owner_is_not_the_source_where_the_page_names_another(owner: str) -> None:
    article = _read([], [*BODY, owner], marked=True)
    assert article.source == "The Norland Post"


@pytest.mark.parametrize(
    "caption",
    [
        "Ada Kroll greets Jon Venn in Ostby on Tuesday. (AP Photo/Mara Oden)",
        "Ada Kroll in Ostby, March 7, 2023. REUTERS/Mara Oden",
        "Ada Kroll greets Jon Venn. Photo: Mara Oden/Getty",
        "Ada Kroll at the border | AFP",
        "Ada Kroll at the border. /VCG",
        "OSTBY (AFP) - Ada Kroll greets Jon Venn. PHOTO: REUTERS",
    ],
)
@pytest.mark.parametrize("marked", [False, True])
def test_the_agency_of_a_picture_is_not_that_of_the_report(caption: str, marked: bool) -> None:
    if marked:
        body = f"<h1>{TITLE}</h1><figure><img src='a.jpg'><figcaption>{caption}</figcaption></figure>{paragraphs(*BODY)}"
        article = read_article(html_page(body, SITE))
        assert isinstance(article, Article)
    else:
        article = _read([], [LEAD, SECOND, THIRD], before=[caption], marked=False)
    assert article.agency is None
    assert article.byline == ()


def test_an_agency_that_the_text_speaks_of_is_not_its_own() -> None:
    body = [
        LEAD,
        "Kroll told Reuters that the talks would go on, and the TASS news agency quoted Venn as saying the same on Tuesday.",
        THIRD,
    ]
    assert _read([], body, marked=True).agency is None


def _read(head: list[str], body: list[str] | tuple[str, ...], *, marked: bool, before: list[str] | None = None) -> Article:
    if marked:
        page = html_page(f"<main><h1>{TITLE}</h1><div>{paragraphs(*head)}</div><div>{paragraphs(*body)}</div></main>", SITE)
    else:
        page = text_page(TITLE, *(before or []), *head, DATE, *body)
    article = read_article(page)
    assert isinstance(article, Article), article
    return article


@pytest.mark.parametrize(
    ("close", "agency"),
    [("(Reuters)", "Reuters"), ("/TASS/", "TASS"), ("— AFP", "AFP"), ("abc/de (AFP, dpa)", "AFP"), ("(AP Photo)", None), ("", None)],
)
def test_an_agency_at_the_close_of_the_last_paragraph(close: str, agency: str | None) -> None:
    assert _read([], [LEAD, SECOND, f"{THIRD} {close}"], marked=True).agency == agency


@pytest.mark.parametrize("label", ["APA", "AP"])
def test_a_label_away_from_the_text_is_no_credit(label: str) -> None:
    body = f"<main><h1>{TITLE}</h1><div>{paragraphs(*BODY)}</div></main><section><div>Cite</div><div>MLA</div><div>{label}</div></section>"
    article = read_article(html_page(body, SITE))
    assert isinstance(article, Article)
    assert article.agency is None


def test_who_edited_a_report_is_no_author() -> None:
    body = f"<h1>{TITLE}</h1>{paragraphs(*BODY)}<p class='byline'>Reporting by Mara Oden Editing by Bo Ek</p>"
    article = read_article(html_page(body, SITE))
    assert isinstance(article, Article)
    assert article.byline == ("Mara Oden",)


@pytest.mark.parametrize(
    ("owner", "domain", "source"),
    [
        ("© 2023 Kalmar Holdings", "ostbyobserver.example", None),
        ("© 2023 The Ostby Observer", "ostbyobserver.example", "The Ostby Observer"),
        ("© 2023 Ostby Holdings", "ostbyobserver.example", "Ostby"),
        ("© 2023 Kalmar News", "ostbyobserver.example", "Kalmar News"),
    ],
)
def test_an_owner_publishes_where_name_or_address_say_so(owner: str, domain: str, source: str | None) -> None:
    body = f"<main><h1>{TITLE}</h1><div>{paragraphs(*BODY)}</div></main><footer>{owner}</footer>"
    article = read_article(html_page(body, uri=f"https://www.{domain}/1.html"))
    assert isinstance(article, Article)
    assert article.source == source
