"""One spelling for the addresses of a page."""

import pytest

from dateline.linking.addresses import page_address

PAGE = "post.example/world/2021/talks-put-off"


@pytest.mark.parametrize(
    "uri",
    [
        "https://www.post.example/world/2021/talks-put-off",
        "http://post.example:80/world/2021/talks-put-off/",
        "https://m.post.example/world//2021/talks-put-off?utm_source=letter&fbclid=x1#comments",
        "https://amp.post.example/world/2021/talks-put-off",
        "https://post.example/amp/world/2021/talks-put-off",
        "https://post.example/world/2021/talks-put-off/amp/",
        "https://post.example/world/2021/talks-put-off?amp=1",
        "https://post.example/world/2021/talks%2Dput-off/index.html",
        "https://www.google.com/amp/s/www.post.example/world/2021/talks-put-off",
        "https://post-example.cdn.ampproject.org/c/s/post.example/world/2021/talks-put-off/amp",
        "https://web.archive.org/web/20210304050607/https://post.example/world/2021/talks-put-off",
    ],
)
def test_forms_of_one_address(uri: str) -> None:
    assert page_address(uri) == PAGE


def test_what_names_the_article_stays() -> None:
    assert page_address("https://post.example/story.php?lang=en&id=7&utm_medium=feed") == "post.example/story.php?id=7&lang=en"
    assert page_address("https://post.example/story.php?id=8") != page_address("https://post.example/story.php?id=7")
    assert page_address("https://en.post.example/a/b") != page_address("https://de.post.example/a/b")
    assert page_address("https://post.example:8080/a") == "post.example:8080/a"


@pytest.mark.parametrize(
    "uri", [None, "", "talks.txt", "https://post.example/", "https://www.post.example/index.html", "https://[", "ftp://a/b"]
)
def test_no_page_of_its_own(uri: str | None) -> None:
    assert page_address(uri) is None
