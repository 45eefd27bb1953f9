"""One address, from a server on loopback: what is refused without a hit, what is asked how often, and what comes of it."""

import gzip
import shutil
import socket
import ssl
import subprocess
import threading
import time
import zlib
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest
from tests.pages.server import LOOPBACK, Answer, FakeTime, Site, serving
from tests.pages.test_addresses import EMBEDDED, REFUSED, SPECIAL

from dateline import __version__
from dateline.model.pages import Drop
from dateline.model.visits import Visit
from dateline.pages.fetching import Fetched, Fetcher, Limits, Network
from dateline.pages.fetching.network import only_public

PAGE = b"<html><body><p>The ministers met in Oslo.</p></body></html>"
SOON = Limits(page_bytes=100_000, seconds=1.0, silence=0.5)
AT_ONCE = Limits(seconds=0.4, silence=0.3)


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as found:
        found.routes["/a"] = (200, {"Date": "Mon, 01 May 2023 10:00:00 GMT", "Content-Type": "text/html; charset=ISO-8859-1"}, PAGE)
        yield found


@pytest.fixture
def times() -> FakeTime:
    return FakeTime()


@pytest.fixture
def fetcher(site: Site, times: FakeTime) -> Fetcher:
    return Fetcher(network=site.network(), limits=SOON, clock=times.clock)


def fetched(found: Fetched | Drop) -> Fetched:
    assert isinstance(found, Fetched), found
    return found


def dropped(found: Fetched | Drop) -> Drop:
    assert isinstance(found, Drop)
    assert found.stage == "pages"
    assert found.detail
    return found


def moved(to: str, status: int = 302) -> Answer:
    return status, {"Location": to}, b"moved"


class Book:
    """Visits in memory."""

    def __init__(self) -> None:
        self.known: dict[str, Visit] = {}

    def find(self, url: str) -> Visit | None:
        return self.known.get(url)

    def keep(self, visit: Visit) -> None:
        self.known[visit.url] = visit


# What is refused.


@pytest.mark.parametrize("url", REFUSED)
def test_odd_spellings_never_reach_a_server(site: Site, times: FakeTime, url: str) -> None:
    """Even where every name leads to the server and every address may be connected to."""
    network = Network(lambda _host, _port: [LOOPBACK], lambda _address, _port: True)
    drop = dropped(Fetcher(network=network, clock=times.clock).fetch(url.replace(".example/", f".example:{site.port}/")))
    assert (drop.reason, drop.unreadable) == ("address refused", True)
    assert site.hits == []


OWN = [
    "127.0.0.1",
    "127.9.9.9",
    "0.0.0.0",  # noqa: S104
    "[::1]",
    "[::]",
    "[::ffff:127.0.0.1]",
    "[::ffff:7f00:1]",
    "[::127.0.0.1]",
    "[64:ff9b::7f00:1]",
    "[2002:7f00:1::]",
]


@pytest.mark.parametrize("host", OWN)
def test_the_servers_own_address_is_refused_in_every_spelling(site: Site, host: str) -> None:
    assert dropped(Fetcher().fetch(f"http://{host}:{site.port}/a")).reason == "address refused"
    assert site.hits == []


@pytest.mark.parametrize("address", [*(network.split("/")[0] for network in SPECIAL), *EMBEDDED])
def test_a_name_that_leads_to_a_special_address_is_refused(site: Site, times: FakeTime, address: str) -> None:
    """Alone and among public addresses."""
    for found in ([address], ["8.8.8.8", address]):
        network = Network(lambda _host, _port, found=found: found, only_public)
        drop = dropped(Fetcher(network=network, clock=times.clock).fetch(site.url("/a")))
        assert drop.reason == "address refused"
        assert address in drop.detail
    assert site.hits == times.slept == []


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
@pytest.mark.parametrize(
    "to", ["http://127.0.0.1:{port}/a", "//[::1]:{port}/a", "http://2130706433:{port}/a", "http://localhost:{port}/a", "file:///etc/passwd"]
)
def test_redirects_are_judged_like_addresses(site: Site, times: FakeTime, status: int, to: str) -> None:
    """The name may be connected to here, the number may not, although both are the same server."""
    network = Network(
        lambda host, _port: [LOOPBACK] if host == "news.example" else [host], lambda address, _port: opened and address == LOOPBACK
    )
    opened = True

    def redirect(_handler: BaseHTTPRequestHandler) -> Answer:
        nonlocal opened
        opened = False
        return moved(to.format(port=site.port), status)

    site.routes["/r"] = redirect
    drop = dropped(Fetcher(network=network, clock=times.clock).fetch(site.url("/r")))
    assert drop.reason == "address refused"
    assert site.pages() == ["/r"]


def test_a_redirect_to_a_name_that_leads_inside_is_refused(site: Site, times: FakeTime) -> None:
    inside = {"news.example": LOOPBACK, "inside.example": "10.0.0.1"}
    network = Network(lambda host, _port: [inside[host]], lambda address, port: (address, port) == (LOOPBACK, site.port))
    site.routes["/r"] = moved(site.url("/a", host="inside.example"))
    drop = dropped(Fetcher(network=network, clock=times.clock).fetch(site.url("/r")))
    assert (drop.reason, "10.0.0.1" in drop.detail) == ("address refused", True)
    assert site.pages() == ["/r"]


def test_a_resolver_that_answers_otherwise_the_second_time_changes_nothing(
    site: Site, times: FakeTime, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A name is public when it is checked, and this machine when it is connected to: no byte reaches the server."""
    asked: list[str] = []

    def turncoat(host: str, port: int) -> list[str]:
        asked.append(host)
        return ["192.0.2.1"] if len(asked) == 1 else [LOOPBACK]

    connected: list[object] = []

    def connect(address: tuple[str, int], *_args: object, **_named: object) -> socket.socket:
        connected.append(address)
        raise ConnectionRefusedError

    monkeypatch.setattr("urllib3.util.connection.create_connection", connect)
    network = Network(turncoat, lambda address, _port: address != LOOPBACK)
    drop = dropped(Fetcher(network=network, clock=times.clock).fetch(site.url("/a")))
    # Asked once for each try; what was checked is what was connected to, and the second answer is refused.
    assert connected == [("192.0.2.1", site.port)]
    assert drop.reason in ("address refused", "not reached")
    assert site.hits == []


def test_a_system_whose_resolver_lies_even_about_numbers_is_found_out(site: Site, times: FakeTime, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first answer is public, every later one is this machine: the connection does come to the server, and nothing is sent over it."""
    answers = ["93.184.216.34"]

    def lying(_host: str, port: int, *_args: object, **_named: object) -> list[tuple[object, ...]]:
        address = answers.pop() if answers else LOOPBACK
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port))]

    monkeypatch.setattr("socket.getaddrinfo", lying)
    drop = dropped(Fetcher(clock=times.clock).fetch(site.url("/a")))
    assert (drop.reason, "did not go to the address" in drop.detail) == ("address refused", True)
    assert site.hits == []


def test_a_connection_that_goes_elsewhere_is_not_used(site: Site, times: FakeTime, monkeypatch: pytest.MonkeyPatch) -> None:
    """Should the system itself lead a checked address elsewhere, the machine at the other end is looked at before anything is sent."""
    real = socket.create_connection((LOOPBACK, site.port))
    monkeypatch.setattr("urllib3.util.connection.create_connection", lambda *_args, **_named: real)
    network = Network(lambda _host, _port: ["8.8.8.8"])
    assert dropped(Fetcher(network=network, clock=times.clock).fetch(site.url("/a"))).reason == "address refused"
    assert site.hits == []


def test_proxies_of_the_environment_are_not_used(site: Site, fetcher: Fetcher, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9/")
    assert fetched(fetcher.fetch(site.url("/a"))).content == PAGE


# What is asked, and what comes of it.


def test_a_page_with_where_and_when_it_was_found(site: Site, fetcher: Fetcher) -> None:
    site.routes["/old"] = moved("/middle", 301)
    site.routes["/middle"] = moved(site.url("/a", host="www.news.example"))
    found = fetched(fetcher.fetch(site.url("/old#part")))
    assert found.content == PAGE
    assert found.uri == site.url("/a", host="www.news.example")
    assert (found.media_type, found.encoding, found.fetched) == ("text/html", "iso-8859-1", "2023-05-01T10:00:00Z")
    assert {headers["User-Agent"] for headers in site.headers} == {f"Dateline/{__version__}"}
    assert site.headers[-1]["Host"] == f"www.news.example:{site.port}"
    assert "Cookie" not in site.headers[-1]


@pytest.mark.parametrize(
    ("date", "taken"),
    [
        (None, "2030-01-02T03:04:05Z"),
        ("nonsense", "2030-01-02T03:04:05Z"),
        ("Fri, 01 Jan 9999 00:00:00 GMT", "2030-01-02T03:04:05Z"),
        ("Wed, 12 Apr 2017 23:30:00 -0400", "2017-04-13T03:30:00Z"),
        ("Thu, 01 Jan 1970 00:00:00 GMT", "2030-01-02T03:04:05Z"),
    ],
)
def test_the_machines_time_stands_in_for_a_date_that_cannot_be(site: Site, fetcher: Fetcher, date: str | None, taken: str) -> None:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        lines = ["HTTP/1.1 200 OK", f"Content-Length: {len(PAGE)}", *([f"Date: {date}"] if date else [])]
        handler.wfile.write("\r\n".join([*lines, "", ""]).encode() + PAGE)

    site.routes["/a"] = answer
    assert fetched(fetcher.fetch(site.url("/a"))).fetched == taken


def test_a_page_is_asked_for_only_if_it_has_changed(site: Site, times: FakeTime) -> None:
    def answer(handler: BaseHTTPRequestHandler) -> Answer:
        if handler.headers["If-None-Match"] == '"1"' and handler.headers["If-Modified-Since"] == "Mon, 01 May 2023 09:00:00 GMT":
            return 304, {}, b""
        return 200, {"ETag": '"1"', "Last-Modified": "Mon, 01 May 2023 09:00:00 GMT"}, PAGE

    site.routes["/a"] = answer
    book = Book()
    fetcher = Fetcher(book, site.network(), clock=times.clock)
    book.keep(fetched(fetcher.fetch(site.url("/a"))).visit)
    drop = dropped(fetcher.fetch(site.url("/a")))
    assert (drop.reason, drop.unreadable) == ("unchanged", False)
    # The validators are the page's, not those of an address that leads to it.
    site.routes["/r"] = moved("/a")
    book.known[site.url("/r")] = Visit(site.url("/r"), site.url("/b"), '"1"', None, "2023-05-01T10:00:00Z", "0")
    assert fetched(fetcher.fetch(site.url("/r"))).content == PAGE


def test_a_304_that_nobody_asked_for_is_no_page(site: Site, fetcher: Fetcher) -> None:
    site.routes["/a"] = (304, {}, b"")
    assert dropped(fetcher.fetch(site.url("/a"))).reason == "not reached"


def test_redirects_end(site: Site, fetcher: Fetcher) -> None:
    site.routes["/r"] = moved("/r")
    drop = dropped(fetcher.fetch(site.url("/r")))
    assert drop.reason == "too many redirects"
    assert site.pages() == ["/r"] * 6
    site.routes["/n"] = (302, {}, b"")
    assert "not said where to" in dropped(fetcher.fetch(site.url("/n"))).detail


@pytest.mark.parametrize(
    ("status", "reason", "tries"),
    [
        (404, "not found", 1),
        (410, "not found", 1),
        (403, "not allowed", 1),
        (451, "not allowed", 1),
        (400, "not reached", 1),
        (204, "not reached", 1),
        (206, "not reached", 1),
        (500, "not reached", 3),
        (503, "not reached", 3),
        (429, "not yet", 3),
    ],
)
def test_what_may_pass_is_tried_again_later_each_time(
    site: Site, fetcher: Fetcher, times: FakeTime, status: int, reason: str, tries: int
) -> None:
    site.routes["/a"] = (status, {}, b"")
    drop = dropped(fetcher.fetch(site.url("/a")))
    assert (drop.reason, drop.unreadable) == (reason, True)
    assert f"status {status}" in drop.detail
    assert site.pages() == ["/a"] * tries
    assert times.slept == [1.0, 2.0][: tries - 1]


def test_retry_after_is_waited_for_or_left_to_a_later_run(site: Site, times: FakeTime) -> None:
    answers: list[Answer] = [
        (503, {"Retry-After": "7"}, b""),
        (429, {"Date": "Mon, 01 May 2023 10:00:00 GMT", "Retry-After": "Mon, 01 May 2023 10:00:30 GMT"}, b""),
        (200, {}, PAGE),
    ]
    site.routes["/a"] = lambda _handler: answers.pop(0)
    site.routes["/b"] = (503, {"Retry-After": "3600"}, b"")
    fetcher = Fetcher(network=site.network(), clock=times.clock)
    assert fetched(fetcher.fetch(site.url("/a"))).content == PAGE
    assert times.slept == [7.0, 30.0]
    assert dropped(fetcher.fetch(site.url("/b"))).reason == "not reached"
    assert site.pages().count("/b") == 1
    # It is left alone for as long as it asked.
    times.seconds += 3000
    drop = dropped(fetcher.fetch(site.url("/b")))
    assert (drop.reason, drop.unreadable) == ("not yet", False)
    assert site.pages().count("/b") == 1
    times.seconds += 700
    site.routes["/b"] = (200, {}, PAGE)
    assert fetched(fetcher.fetch(site.url("/b"))).content == PAGE


def test_failures_are_left_alone_twice_as_long_each_time(site: Site, fetcher: Fetcher, times: FakeTime) -> None:
    for pause in (300.0, 600.0, 1200.0):
        assert dropped(fetcher.fetch(site.url("/none"))).reason == "not found"
        times.seconds += pause - 1
        assert dropped(fetcher.fetch(site.url("/none"))).reason == "not yet"
        times.seconds += 2


def test_one_host_is_not_asked_faster_than_it_likes(site: Site, times: FakeTime) -> None:
    fetcher = Fetcher(network=site.network(), clock=times.clock)
    for _ in range(3):
        fetched(fetcher.fetch(site.url("/a")))
    assert times.slept == [1.0, 1.0]
    fetched(fetcher.fetch(site.url("/a", host="other.example")))
    assert len(times.slept) == 2
    times.seconds += 90_000
    site.routes["/robots.txt"] = (200, {}, b"User-agent: *\nCrawl-delay: 12\n")
    for _ in range(2):
        fetched(fetcher.fetch(site.url("/a")))
    assert times.slept[2:] == [12.0]
    site.routes["/robots.txt"] = (200, {}, b"User-agent: *\nCrawl-delay: 100\n")
    times.seconds += 90_000
    fetched(fetcher.fetch(site.url("/a")))
    assert dropped(fetcher.fetch(site.url("/a"))).reason == "not yet"


# robots.txt.


def test_robots_txt_is_asked_once_and_obeyed(site: Site, fetcher: Fetcher) -> None:
    site.routes["/robots.txt"] = (200, {}, b"\xef\xbb\xbfUser-agent: Dateline\nDisallow: /a\nUser-agent: *\nDisallow: /\n")
    site.routes["/b"] = (200, {}, PAGE)
    drop = dropped(fetcher.fetch(site.url("/a")))
    assert drop.reason == "refused by robots.txt"
    assert fetched(fetcher.fetch(site.url("/b"))).content == PAGE
    assert site.hits == ["/robots.txt", "/b"]


@pytest.mark.parametrize(("status", "allowed"), [(404, True), (403, True), (410, True), (500, False), (503, False), (429, False)])
def test_missing_rules_allow_and_unreachable_rules_forbid(
    site: Site, fetcher: Fetcher, times: FakeTime, status: int, allowed: bool
) -> None:
    site.routes["/robots.txt"] = (status, {}, b"")
    for _ in range(2):
        found = fetcher.fetch(site.url("/a"))
    assert isinstance(found, Fetched) == allowed
    assert bool(site.pages()) == allowed
    # Trouble is tried three times, and nothing is asked again for the next page.
    assert site.hits.count("/robots.txt") == (1 if allowed else 3)
    assert times.slept == ([1.0] if allowed else [1.0, 2.0])


def test_redirects_ask_the_rules_of_where_they_lead(site: Site, fetcher: Fetcher) -> None:
    def rules(handler: BaseHTTPRequestHandler) -> Answer:
        return 200, {}, b"User-agent: *\nDisallow: /" if handler.headers["Host"].startswith("closed.") else b""

    site.routes["/robots.txt"] = rules
    site.routes["/r"] = moved(site.url("/a", host="closed.example"))
    assert dropped(fetcher.fetch(site.url("/r"))).reason == "refused by robots.txt"
    assert site.pages() == ["/r"]


# TLS.


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A key and a certificate for news.example, signed by itself."""
    openssl = shutil.which("openssl")
    if not openssl:
        pytest.skip("needs the openssl command")
    path = tmp_path_factory.mktemp("tls") / "both.pem"
    made = "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=x -addext subjectAltName=DNS:news.example"
    subprocess.run([openssl, *made.split(), "-keyout", path, "-out", path.with_suffix(".crt")], check=True, capture_output=True)
    path.write_bytes(path.read_bytes() + path.with_suffix(".crt").read_bytes())
    return path


@pytest.fixture
def secure(certificate: Path) -> Iterator[Site]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    with serving(context) as found:
        found.routes["/a"] = (200, {}, PAGE)
        yield found


def test_the_certificate_must_be_the_names_although_the_address_is_connected_to(secure: Site, certificate: Path, times: FakeTime) -> None:
    trust = ssl.create_default_context(cafile=certificate)
    fetcher = Fetcher(network=secure.network(trust), clock=times.clock)
    assert fetched(fetcher.fetch(secure.url("/a", scheme="https"))).content == PAGE
    drop = dropped(fetcher.fetch(secure.url("/a", host="other.example", scheme="https")))
    assert (drop.reason, "no certificate to trust" in drop.detail) == ("not reached", True)
    # Whom the system does not know is not trusted.
    drop = dropped(Fetcher(network=secure.network(), clock=times.clock).fetch(secure.url("/a", scheme="https")))
    assert "no certificate to trust" in drop.detail
    assert secure.pages() == ["/a"]


def test_a_redirect_never_loses_encryption(secure: Site, site: Site, certificate: Path, times: FakeTime) -> None:
    trust = ssl.create_default_context(cafile=certificate)
    network = Network(lambda _host, _port: [LOOPBACK], lambda _address, _port: True, trust)
    secure.routes["/r"] = moved(site.url("/a"))
    drop = dropped(Fetcher(network=network, clock=times.clock).fetch(secure.url("/r", scheme="https")))
    assert (drop.reason, "not encrypted" in drop.detail) == ("address refused", True)
    assert site.hits == []
    site.routes["/up"] = moved(secure.url("/a", scheme="https"))
    assert fetched(Fetcher(network=network, clock=times.clock).fetch(site.url("/up"))).uri == secure.url("/a", scheme="https")


# Limits.


def test_pages_end_at_their_limit_however_they_are_packed(site: Site, fetcher: Fetcher) -> None:
    bomb = gzip.compress(b"\0" * 50_000_000)
    site.routes["/plain"] = (200, {}, b"x" * 100_001)
    site.routes["/gzip"] = (200, {"Content-Encoding": "gzip"}, bomb)
    site.routes["/twice"] = (200, {"Content-Encoding": "gzip, gzip"}, gzip.compress(bomb))
    site.routes["/deflate"] = (200, {"Content-Encoding": "deflate"}, zlib.compress(b"\0" * 50_000_000))
    for path in ("/plain", "/gzip", "/twice", "/deflate"):
        assert dropped(fetcher.fetch(site.url(path))).reason == "too large"
    site.routes["/fine"] = (200, {"Content-Encoding": "gzip"}, gzip.compress(PAGE))
    assert fetched(fetcher.fetch(site.url("/fine"))).content == PAGE
    site.routes["/br"] = (200, {"Content-Encoding": "br"}, b"abc")
    assert dropped(fetcher.fetch(site.url("/br"))).reason == "not readable"
    site.routes["/broken"] = (200, {"Content-Encoding": "gzip"}, b"no gzip at all")
    assert dropped(fetcher.fetch(site.url("/broken"))).reason == "not reached"


def dripping(handler: BaseHTTPRequestHandler, start: bytes, drop: bytes) -> None:
    handler.wfile.write(start)
    for _ in range(100):
        handler.wfile.write(drop)
        handler.wfile.flush()
        time.sleep(0.1)


@pytest.mark.parametrize(
    ("start", "drop"),
    [
        (b"HTTP/1.1 200 OK\r\n\r\n", b"x"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n", b"x"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", b"1\r\nx\r\n"),
        (b"HTTP/1.1 200 OK\r\nX: ", b"y"),
        (b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
    ],
)
def test_a_server_that_drips_is_hung_up_on(site: Site, times: FakeTime, start: bytes, drop: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dateline.pages.fetching.fetcher.ATTEMPTS", 1)
    site.routes["/a"] = lambda handler: dripping(handler, start, drop)
    started = time.monotonic()
    drop_ = dropped(Fetcher(network=site.network(), limits=AT_ONCE, clock=times.clock).fetch(site.url("/a")))
    assert drop_.reason == "took too long"
    assert time.monotonic() - started < 3


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"\0\0\0\0",
        b"nothing like HTTP\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\nshort",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nno\r\n",
        b"HTTP/1.1 999999 OK\r\n\r\n",
        b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 200 + b"\r\n",
        b"HTTP/1.1 200 OK\r\nX: " + b"y" * 70_000 + b"\r\n\r\n",
        b"HTTP/1.1 200 OK\r\n" + (b"X: " + b"y" * 30_000 + b"\r\n") * 3 + b"\r\nfine",
        b"HTTP/1.1 302 Found\r\nLocation: http://[\r\n\r\n",
        b"HTTP/1.1 302 Found\r\nLocation: \xff\xfe\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Type: video/mp4\r\n\r\nxyz",
    ],
)
def test_no_answer_raises(site: Site, fetcher: Fetcher, raw: bytes) -> None:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(raw)

    site.routes["/a"] = answer
    dropped(fetcher.fetch(site.url("/a")))


def test_nobody_there(times: FakeTime) -> None:
    with socket.socket() as closed:
        closed.bind((LOOPBACK, 0))
        port = closed.getsockname()[1]
    nobody = Network(lambda _host, _port: [LOOPBACK], lambda _address, _port: True)
    assert dropped(Fetcher(network=nobody, clock=times.clock).fetch(f"http://news.example:{port}/")).reason == "not reached"

    def unknown(_host: str, _port: int) -> list[str]:
        raise socket.gaierror(-2, "Name or service not known")

    drop = dropped(Fetcher(network=Network(unknown), clock=times.clock).fetch("https://news.example/"))
    assert (drop.reason, "Name or service not known" in drop.detail) == ("not reached", True)


def test_a_name_that_nobody_answers_for_takes_a_bounded_time(times: FakeTime) -> None:
    asked = threading.Event()

    def silent(_host: str, _port: int) -> list[str]:
        asked.wait(30)
        return [LOOPBACK]

    started = time.monotonic()
    found = Fetcher(network=Network(silent), limits=Limits(name=0.05), clock=times.clock).fetch("https://news.example/a")
    asked.set()
    assert isinstance(found, Drop)
    assert found.reason == "took too long"
    assert "the name news.example was not found" in found.detail
    assert time.monotonic() - started < 10
