"""Pages that are no article, in layouts as they vary, are dropped for the right reason; articles that look like them are kept."""

import pytest
from tests.articles.builders import BODY, LEAD, SECOND, TITLE, html_page, paragraphs

from dateline.articles import read_article
from dateline.errors import OntologyError
from dateline.model.articles import Article
from dateline.model.pages import Drop, Page
from dateline.ontology.refusals import read_refusal_words

START = "The ministers of Norland and Sudia met on Tuesday to speak of the border crossing that has been shut since spring."
MENU = '<nav><a href="/">Home</a> <a href="/w">World</a></nav>'
FOOT = "<footer><p>Privacy policy</p></footer>"
ARTICLE = '<meta property="og:type" content="article">'


def _teasers(tag: str, inner: str, count: int = 12) -> str:
    cards = "".join(f'<{inner}><a href="/{one}">Ministers meet again over tolls, part {one}</a></{inner}>' for one in range(count))
    return f"<{tag}>{cards}</{tag}>"


ERRORS = [
    html_page(f"{MENU}<main><h1>{title}</h1><p>{text}</p></main>{FOOT}", f"<title>{title}</title>")
    for title in ("404", "Error 404 - Page not found", "Page not found", "403 Forbidden", "Service unavailable", "This page does not exist")
    for text in ("Sorry.", "The page that you asked for was moved or never was here. Please go back to the front page or use the search.")
]
PAYWALLS = [
    html_page(f"{MENU}<article><h1>{TITLE}</h1><p>{START}</p><{tag}>{text}</{tag}></article>{FOOT}", ARTICLE)
    for tag in ("p", "div", "section")
    for text in (
        "Subscribe to continue reading this article.",
        "This article is only available to subscribers of the paper.",
        "To continue reading, create a free account or sign in.",
        "Already a subscriber? Sign in here.",
    )
]
WALLS = [
    html_page(f"<h1>{title}</h1><p>{text}</p>", f"<title>{title}</title>")
    for title, text in (
        ("Before you continue", "We and our partners store data on your device. You can accept all or choose for yourself."),
        ("We value your privacy", "Please choose which data may be used. You can change your mind at any time on this page."),
        ("Just a moment...", "Checking your browser before you are let in. This takes a few seconds and is done by itself."),
        ("Sign in to continue", "Enter your name and your password. If you have forgotten it, we will send you another one."),
    )
]
FILMS = [
    html_page(f"{MENU}<h1>{TITLE}</h1><{tag}></{tag}><p>The ministers leave the hall after the talks.</p>", head)
    for tag in ("video", "div")
    for head in (
        '<meta property="og:type" content="video.other">',
        '<script type="application/ld+json">{"@type": "VideoObject", "name": "Ministers leave"}</script>',
    )
]
INDEXES = [
    html_page(MENU + _teasers(tag, inner) + FOOT, "<title>World news</title>") for tag in ("div", "section") for inner in ("h2", "h3")
]


@pytest.mark.parametrize(
    ("page", "reason"),
    [
        (page, reason)
        for pages, reason in (
            (ERRORS, "error page"),
            (PAYWALLS, "paywall"),
            (WALLS, "wall"),
            (FILMS, "video page"),
            (INDEXES, "index page"),
        )
        for page in pages
    ],
)
def test_the_reason_is_the_right_one(page: Page, reason: str) -> None:
    found = read_article(page)
    assert isinstance(found, Drop)
    assert found.reason in (reason, "no article" if reason == "index page" else reason)
    assert found.detail


@pytest.mark.parametrize(
    "body",
    [
        f"<h1>{TITLE}</h1>{paragraphs(*BODY)}<p>Already a subscriber? Sign in.</p>",
        f"<h1>{TITLE}</h1>{paragraphs(*BODY)}" + _teasers("div", "h3"),
        f"<form><h1>{TITLE}</h1>{paragraphs(*BODY)}</form>",
        f"<button><h1>{TITLE}</h1>{paragraphs(*BODY)}",
        f"<div class='caption'><h1>{TITLE}</h1>{paragraphs(*BODY, LEAD + ' Again.', SECOND + ' Again.')}</div>",
        f"<h1>404 lorries wait at the border</h1>{paragraphs(*BODY, *(text + ' So it was said.' for text in BODY))}"
        + paragraphs(*(text + " So they heard." for text in BODY)),
    ],
)
def test_articles_that_look_like_one_are_kept(body: str) -> None:
    found = read_article(html_page(body, ARTICLE))
    assert isinstance(found, Article), found
    assert LEAD in found.text


def test_words_cut_for_repetition_are_told() -> None:
    again = "Ministers meet in the capital over tolls"
    found = read_article(html_page(f"<h1>{TITLE}</h1>{paragraphs(again, again, again)}"))
    assert isinstance(found, Drop)
    assert "words of running text" in found.detail


# Our own sentences; the last words of each are how sites of that language put it.
ELSEWHERE = {
    "error page": [
        ("Seite nicht gefunden", "Bitte nutzen Sie die Suche oder gehen Sie zur Startseite zurück."),
        ("Erreur 404 : page introuvable", "Revenez à la page d'accueil ou utilisez la recherche du site."),
        ("Página no encontrada", "Vuelva a la portada o utilice el buscador."),
        ("Страница не найдена", "Вернитесь на главную страницу или воспользуйтесь поиском."),
        ("Nie znaleziono strony", "Wróć na stronę główną albo skorzystaj z wyszukiwarki."),
        ("Siden finnes ikke", "Gå tilbake til forsiden eller bruk søket."),
    ],
    "paywall": [
        ("Die Minister trafen sich am Dienstag", "Jetzt abonnieren und weiterlesen."),
        ("Les ministres se sont rencontrés mardi", "Cet article est réservé aux abonnés."),
        ("Los ministros se reunieron el martes", "Suscríbete para seguir leyendo."),
        ("I ministri si sono incontrati martedì", "Abbonati per continuare a leggere."),
        ("Os ministros encontraram-se na terça-feira", "Conteúdo exclusivo para assinantes."),
        ("De ministers kwamen dinsdag bijeen", "Neem een abonnement om verder te lezen."),
        ("Ministrowie spotkali się we wtorek", "Zaloguj się, aby czytać dalej."),
        ("Министры встретились во вторник", "Оформите подписку, чтобы продолжить чтение."),
        ("Bakanlar salı günü bir araya geldi", "Okumaya devam etmek için abone olun."),
    ],
    "wall": [
        ("Bevor Sie fortfahren", "Wir und unsere Partner speichern Daten auf Ihrem Gerät. Sie können wählen."),
        ("Le respect de votre vie privée", "Nous utilisons des cookies. Vous pouvez choisir ce que vous acceptez."),
        ("Tu privacidad", "Utilizamos cookies propias y de terceros. Puedes aceptar todas o elegir."),
        ("Cookies", "Мы используем файлы cookie. Вы можете выбрать, какие из них принять."),
        ("Proszę czekać", "Potwierdź, że nie jesteś robotem. To potrwa tylko kilka sekund."),
    ],
}


@pytest.mark.parametrize(("reason", "title", "text"), [(reason, *page) for reason, pages in ELSEWHERE.items() for page in pages])
def test_other_languages_put_it_in_their_own_words(reason: str, title: str, text: str) -> None:
    found = read_article(html_page(f"{MENU}<main><h1>{title}</h1><p>{title}.</p><p>{text}</p></main>", f"<title>{title}</title>"))
    assert isinstance(found, Drop)
    assert found.reason == reason, found


def test_a_text_of_another_language_that_is_whole_is_no_wall() -> None:
    text = "Die Minister beider Länder trafen sich am Dienstag in der Hauptstadt und sprachen {} Stunden lang über den Grenzübergang."
    body = paragraphs(*(text.format(number) for number in range(2, 12)))
    found = read_article(html_page(f"<h1>Minister treffen sich</h1>{body}<p>Jetzt abonnieren und weiterlesen.</p>"))
    assert isinstance(found, Drop)
    assert found.reason == "not English"


WORDS = {kind: {"en": ["x"]} for kind in ("error", "error_word", "robot", "paywall", "subscribers", "consent", "film")}


WRONG: list[dict[str, object]] = [
    {"robots": {"en": ["x"]}},
    {"robot": ["x"]},
    {"robot": {"english": ["x"]}},
    {"robot": {False: ["x"]}},
    {"robot": {"en": ["("]}},
    {"robot": {"en": ["Are you"]}},
]


@pytest.mark.parametrize("change", WRONG)
def test_data_that_make_no_sense_are_refused(change: dict[str, object]) -> None:
    assert read_refusal_words(WORDS).film.match("x: a film")
    with pytest.raises(OntologyError, match=r"refusals\.yaml"):
        read_refusal_words({**WORDS, **change})
