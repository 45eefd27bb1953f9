"""The page in a real browser: its policy lets its own script and style through, and a link into an article opens it at the words."""

import os
import re
import shutil
import subprocess

import pytest

from dateline.web import write_page

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
QUIET = ("--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run")
OPTIONS = ("--headless", "--no-sandbox", "--disable-gpu", *QUIET, "--enable-logging=stderr")

# Where the whole is checked (`.ci/run`), a missing browser is a failure and no reason to look away.
REQUIRED = bool(os.environ.get("DATELINE_CHECK_ALL"))

pytestmark = pytest.mark.skipif(CHROMIUM is None and not REQUIRED, reason="Chromium is not installed")


@pytest.fixture(scope="module")
def opened(record, tmp_path_factory):
    """The document as the browser holds it after the script has run, with what it complained about."""
    folder = tmp_path_factory.mktemp("browser")
    (folder / "page.html").write_text(write_page(record), encoding="utf-8")

    def load(fragment: str = "") -> tuple[str, str]:
        address = (folder / "page.html").as_uri() + fragment
        command = [str(CHROMIUM), *OPTIONS, f"--user-data-dir={folder / 'profile'}", "--dump-dom", address]
        done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=120, check=False)
        return done.stdout, "\n".join(line for line in done.stderr.splitlines() if "CONSOLE" in line)

    return load


def test_the_browser_is_there():
    assert CHROMIUM is not None, "Chromium is not installed, and DATELINE_CHECK_ALL asks for it"


def test_the_script_runs_under_the_policy(opened):
    html, complaints = opened()
    assert complaints == ""
    assert "All 3 events are shown." in html
    form = re.search(r'<form class="filters"[^>]*>', html)
    assert form
    assert "hidden" not in form[0]


def test_an_address_of_words_opens_their_article(opened):
    html, _ = opened("#report-r-2")
    reader = re.search(r'<article class="text in-reader" id="article-a-2".*?</article>', html, re.DOTALL)
    assert reader
    lit = "".join(re.findall(r'class="(?:lit|core) now"[^>]*>([^<]*)<', reader[0]))
    assert lit == "Norland called off the meeting on Wednesday."
