# ruff: noqa: PLC0415, ANN401 - peers are imported where they are used, since none of them need be installed
"""Other libraries that read articles from HTML, each as (id, bytes) -> one line of predictions. None of them may use the network."""

import importlib
import logging
from collections.abc import Callable
from typing import Any

Reader = Callable[[str, bytes], dict[str, Any]]
_HOW = "pip install -e .[peers]"


def available_peers() -> dict[str, Reader]:
    """Those that are installed; what is missing is said and left out."""
    found: dict[str, Reader] = {}
    for module, readers in _PEERS.items():
        try:
            importlib.import_module(module)
        except ImportError:
            print(f"{module} is not installed and is left out: {_HOW}")
            continue
        logging.getLogger(module).setLevel(logging.CRITICAL)
        found |= readers
    return found


def _trafilatura(**setting: bool) -> Reader:
    def read(key: str, content: bytes) -> dict[str, Any]:
        import trafilatura

        return {"id": key, "body": trafilatura.extract(content, include_comments=False, **setting)}

    return read


def _trafilatura_whole(key: str, content: bytes) -> dict[str, Any]:
    import trafilatura

    found = trafilatura.bare_extraction(content, include_comments=False, with_metadata=True)
    if found is None:
        return {"id": key}
    authors = [name.strip() for name in (getattr(found, "author", None) or "").split(";") if name.strip()]
    day = getattr(found, "date", None)
    return {
        "id": key,
        "body": getattr(found, "text", None),
        "title": getattr(found, "title", None),
        "authors": authors,
        "published_earliest": day,
        "published_latest": day,
    }


def _newspaper(key: str, content: bytes) -> dict[str, Any]:
    """Given the markup as text (it takes bytes for text); no pictures are fetched, no other page is followed."""
    import newspaper
    from resiliparse.parse.encoding import bytes_to_str, detect_encoding

    text = bytes_to_str(content, detect_encoding(content))
    errors = (ValueError, TypeError, AttributeError, KeyError, RecursionError, newspaper.ArticleException)
    try:
        article = _newspaper_article(text, own_language=True)
    except ImportError:  # pages that say they are Korean, Thai, ... need tokenizers that are no part of it
        article = _newspaper_article(text, own_language=False)
    except errors:
        return {"id": key}
    day = article.publish_date.date().isoformat() if article.publish_date else None
    return {
        "id": key,
        "body": article.text,
        "title": article.title,
        "authors": list(article.authors),
        "published_earliest": day,
        "published_latest": day,
    }


def _newspaper_article(text: str, *, own_language: bool) -> Any:
    import newspaper

    config = newspaper.Config()
    config.fetch_images = False
    config.follow_meta_refresh = False
    config.memorize_articles = False
    config.number_threads = 1
    if not own_language:
        config.language = "en"
    article = newspaper.Article(url="http://localhost/", config=config)
    article.download(input_html=text)
    article.parse()
    return article


def _readability(key: str, content: bytes) -> dict[str, Any]:
    import lxml.etree
    import lxml.html
    import readability

    try:
        document = readability.Document(content)
        tree = lxml.html.fromstring(document.summary(html_partial=True))
        body = "\n".join("".join(part.itertext()) for part in tree.iter("p", "li", "h2", "h3", "h4", "blockquote", "pre"))
        return {"id": key, "body": body or tree.text_content(), "title": document.short_title()}
    except (readability.readability.Unparseable, lxml.etree.LxmlError, ValueError, TypeError):
        return {"id": key}


def _htmldate(*, extensive: bool) -> Reader:
    def read(key: str, content: bytes) -> dict[str, Any]:
        import htmldate

        try:
            day = htmldate.find_date(content, extensive_search=extensive, original_date=True)
        except (ValueError, TypeError, AttributeError):
            day = None
        return {"id": key, "published_earliest": day, "published_latest": day}

    return read


_PEERS: dict[str, dict[str, Reader]] = {
    "trafilatura": {
        "trafilatura": _trafilatura(),
        "trafilatura fast": _trafilatura(fast=True),
        "trafilatura precision": _trafilatura(favor_precision=True),
        "trafilatura recall": _trafilatura(favor_recall=True),
        "trafilatura with metadata": _trafilatura_whole,
    },
    "newspaper": {"newspaper4k": _newspaper},
    "readability": {"readability": _readability},
    "htmldate": {"htmldate": _htmldate(extensive=False), "htmldate extensive": _htmldate(extensive=True)},
}
