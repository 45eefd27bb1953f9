"""A web server on loopback that a test starts, and a network that leads every name to it and to nothing else."""

import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from dateline.pages.fetching import Clock, Network

Answer = tuple[int, dict[str, str], bytes]
Route = Answer | Callable[[BaseHTTPRequestHandler], Answer | None]
LOOPBACK = "127.0.0.1"


class Site:
    """`routes` are answers by path (with query), or functions that give one or write it themselves. `hits` are the paths asked for."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.routes: dict[str, Route] = {}
        self.hits: list[str] = []
        self.headers: list[dict[str, str]] = []

    def url(self, path: str, host: str = "news.example", scheme: str = "http") -> str:
        return f"{scheme}://{host}:{self.port}{path}"

    def network(self, trust: ssl.SSLContext | None = None) -> Network:
        """Every name leads to this server, and only this server's port may be connected to."""
        return Network(lambda _host, _port: [LOOPBACK], lambda address, port: (address, port) == (LOOPBACK, self.port), trust)

    def pages(self) -> list[str]:
        """The paths asked for, without robots.txt."""
        return [hit for hit in self.hits if hit != "/robots.txt"]

    def answer(self, handler: BaseHTTPRequestHandler) -> Answer | None:
        self.hits.append(handler.path)
        self.headers.append(dict(handler.headers.items()))
        route = self.routes.get(handler.path, (404, {}, b"none"))
        return route(handler) if callable(route) else route


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def handle_error(self, request: object, client_address: object) -> None:
        """Clients that go away are what some tests are about."""


@contextmanager
def serving(tls: ssl.SSLContext | None = None) -> Iterator[Site]:
    """A running site on a free port of loopback."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            found = site.answer(self)
            if found is None:
                return
            status, headers, body = found
            if "Date" in headers:
                self.send_response_only(status)
            else:
                self.send_response(status)
            for name, value in {"Content-Type": "text/html", "Content-Length": str(len(body)), **headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Tests are quiet."""

    server = _Server((LOOPBACK, 0), Handler)
    if tls:
        server.socket = tls.wrap_socket(server.socket, server_side=True)
    site = Site(server.server_port)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()


class FakeTime:
    """Clocks that only move when somebody sleeps. `slept` are the lengths."""

    def __init__(self) -> None:
        self.seconds = 1000.0
        self.slept: list[float] = []

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.seconds += seconds

    @property
    def clock(self) -> Clock:
        return Clock(lambda: self.seconds, self.sleep, lambda: "2030-01-02T03:04:05Z")
