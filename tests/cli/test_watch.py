"""`dateline watch` and `dateline add` with addresses, from the command line to a server on loopback and back."""

import json
import os
import signal
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.cli.conftest import Run
from tests.pages.server import FakeTime, Site, serving
from tests.pages.test_feeds import rss

from dateline.cli.watch import report
from dateline.model.changes import Change
from dateline.model.pages import Drop
from dateline.pages.fetching import fetcher
from dateline.runner.adding import Summary
from dateline.runner.watch import Round

STORY = """<p>OSLO, May 2 - Foreign Minister Lena Horn met her colleague Per Dahl in Vienna on Monday, the ministry said.</p>
<p>The two ministers spoke for three hours about the border treaty. "We agreed on most of it," Horn told reporters afterwards.</p>
<p>Dahl is to visit Oslo in June, his office said. The treaty was first proposed in 2019, and both parliaments have to agree.</p>
<p>Officials from both sides had met in April without a result. Observers in the two capitals called the talks a step forward.</p>
<p>A spokesman for the government said on Tuesday that the text would be published within a week, after lawyers have seen it.</p>
<p>Opposition leaders asked for a debate before anything is signed, and said that people at the border had not been heard.</p>"""


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    """Every command fetches from this site, and time passes at once."""
    with serving() as found:
        times = FakeTime()
        monkeypatch.setattr(fetcher, "Network", found.network)
        monkeypatch.setattr(fetcher, "Clock", lambda: times.clock)
        text = f"<item><title>Ministers meet</title><link>{found.url('/1')}</link><pubDate>Tue, 02 May 2023 09:00:00 +0000</pubDate>"
        whole = f"<description><![CDATA[{STORY}{STORY}]]></description></item>"
        found.routes["/feed"] = (200, {"Content-Type": "application/rss+xml", "ETag": '"1"'}, rss(text + whole).encode())
        page = f"<html><head><title>Envoys to meet</title></head><body><article><h1>Envoys to meet</h1>{STORY}</article></body></html>"
        found.routes["/page"] = (200, {}, page.encode())
        yield found


def test_an_address_is_added(dateline: Run, site: Site) -> None:
    code, out, err = dateline("add", site.url("/page"))
    assert (code, out) == (0, ""), err
    assert "1 page: 1 new, 0 known already" in err
    (article,) = json.loads(dateline("export")[1])["articles"]
    assert (article["uri"], article["title"]) == (site.url("/page"), "Envoys to meet")
    assert article["fetched"]
    code, _, err = dateline("add", site.url("/page"), "http://127.0.0.1/", site.url("/none"))
    assert code == 3
    assert "3 pages: 0 new, 1 known already; not read 2 (1 address refused, 1 not found)" in err
    assert "http://127.0.0.1/: address refused: " in err


def test_one_round(dateline: Run, site: Site) -> None:
    code, out, err = dateline("watch", "--once", site.url("/feed"), site.url("/none"))
    assert (code, out) == (3, ""), err
    assert f"{site.url('/none')}: not found: " in err
    assert "round 1: 1 new, 0 known already; not read 1 (1 not found); " in err
    assert "next" not in err
    code, _, err = dateline("watch", "--once", site.url("/feed"))
    assert code == 0
    assert "round 1: 0 new, 1 known already" in err


def test_signals_end_a_watch_with_the_record_whole(dateline: Run, site: Site, tmp_path: Path) -> None:
    """The round is over in well under the minute that is waited for the next."""
    stopped = threading.Event()

    def stop() -> None:
        while "/feed" not in site.hits and not stopped.wait(0.2):
            pass
        # Python swallows an interrupt that comes while it clears away an object, so that a second one may be needed.
        while not stopped.wait(5):
            os.kill(os.getpid(), signal.SIGTERM)

    thread = threading.Thread(target=stop, daemon=True)
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    try:
        thread.start()
        code, out, err = dateline("watch", site.url("/feed"), "--every", "1m")
        assert signal.getsignal(signal.SIGTERM) is signal.SIG_IGN
    finally:
        stopped.set()
        thread.join()
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
    assert (code, out) == (0, ""), err
    assert "stopped; the record is whole" in err
    assert dateline("show", "timeline")[0] == 0


@pytest.mark.parametrize("text", ["", "15", "m", "1.5h", "-5m", "soon", "15 m", "1w", "9999999m", "5s", "8d", "0m"])
def test_intervals_that_make_no_sense(dateline: Run, text: str) -> None:
    code, _, err = dateline("watch", "https://news.example/feed", "--every", text)
    assert code == 2
    assert "--every" in err
    assert "15m" in err or "from 1m to 7d" in err


def test_sources_that_make_no_sense(dateline: Run, tmp_path: Path) -> None:
    code, _, err = dateline("watch", "missing.opml")
    assert (code, "missing.opml" in err) == (2, True)
    assert not (tmp_path / "dateline.db").exists()


def test_a_round_in_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    gone = Drop("https://news.example/\x1b[2J", "pages", "not found", "check it", unreadable=True)
    known = Drop("https://news.example/2", "articles", "no article", "an index")
    change = Change("e-1", "A visit", "status", "planned", "held", ())
    report(Round(3, Summary(90, 2, 31, (gone, known), (change,), (("not found", True, 50), ("no article", False, 6))), 840.0))
    lines = capsys.readouterr().err.splitlines()
    assert lines[0] == "not read: https://news.example/\N{REPLACEMENT CHARACTER}[2J: not found: check it"
    assert lines[1] == "not read: ... and 50 more: not found"
    counts = "2 new, 31 known already; left out 7 (7 no article); not read 51 (51 not found); 1 change to the record"
    assert lines[2].endswith(f" round 3: {counts}; next in 14 minutes")


def test_a_round_that_read_nothing_leaves_no_record(dateline: Run, tmp_path: Path) -> None:
    code, _, err = dateline("watch", "--once", "http://10.0.0.1/feed")
    assert code == 1
    assert "address refused" in err
    assert not (tmp_path / "dateline.db").exists()
