"""One request over one connection, to a machine that was checked before a byte is sent to it.

A name is resolved once. Every address that it leads to is judged, and the connection goes to one of the judged addresses itself, with the
name only in the Host header and in TLS: a resolver that answers otherwise the next time changes nothing. Proxies of the environment are not
used, because a proxy resolves names again, unseen by us.
"""

import contextlib
import http.client
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future
from concurrent.futures import TimeoutError as FutureTimeout
from dataclasses import dataclass
from ipaddress import ip_address

import urllib3
from urllib3.connection import HTTPConnection, HTTPSConnection

from dateline.pages.addresses import REFUSED, NotFetched, Target, is_public

NOT_REACHED = "not reached"
OUT_OF_TIME = "took too long"
_CHUNK = 65_536
_ENCODINGS = "gzip, deflate"
_UNPACKED = frozenset({"", "identity", "gzip", "x-gzip", "deflate"})
# Feeds of broadcasters link to recordings of hundreds of megabytes.
_NO_PAGES = ("audio/", "video/", "image/", "font/")


@dataclass(frozen=True, slots=True)
class Limits:
    """What one request may cost: bytes of the page as unpacked, bytes of the headers, seconds in all, between two signs of life, and for
    finding the addresses of a name.
    """

    page_bytes: int = 20_000_000
    header_bytes: int = 65_536
    seconds: float = 60.0
    silence: float = 15.0
    # The system's own limit for a name is half a minute and more where a server of names does not answer.
    name: float = 10.0


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered: names of headers in lower case; `content` is empty unless the status is 200."""

    status: int
    headers: Mapping[str, str]
    content: bytes


def resolve(host: str, port: int) -> list[str]:
    """The IP addresses of a host as the system knows them, in its order. Raises `OSError`."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    scoped = [f"{at[0]}%{at[3]}" if len(at) == 4 and at[3] else str(at[0]) for _family, _type, _protocol, _name, at in found]
    return list(dict.fromkeys(scoped))


def only_public(address: str, _port: int) -> bool:
    """May this address be connected to? The answer for all use but tests, which open one port of their own machine."""
    return is_public(address)


@dataclass(frozen=True, slots=True)
class Network:
    """How names become addresses, which addresses may be connected to, and whom TLS trusts (None: whom the system trusts)."""

    resolve: Callable[[str, int], Sequence[str]] = resolve
    allowed: Callable[[str, int], bool] = only_public
    trust: ssl.SSLContext | None = None

    def get(self, target: Target, headers: Mapping[str, str], limits: Limits) -> Answer:
        """Ask for `target`. Raises `NotFetched`; never follows a redirect."""
        end = time.monotonic() + limits.seconds
        try:
            connection = self._connect(target, limits, end)
        except (OSError, urllib3.exceptions.HTTPError, http.client.HTTPException) as error:
            raise _not_reached(target, error) from None
        with _closing_at(end, connection) as expired:
            try:
                return _exchange(connection, target, headers, limits, expired)
            except (OSError, urllib3.exceptions.HTTPError, http.client.HTTPException, ValueError) as error:
                raise _out_of_time(limits) if expired() else _not_reached(target, error) from None

    def _connect(self, target: Target, limits: Limits, end: float) -> HTTPConnection:
        last: Exception | None = None
        for address in self._judged(target, limits):
            left = end - time.monotonic()
            if left <= 0:
                raise _out_of_time(limits)
            connection = self._connection(target, address, min(limits.silence, left))
            try:
                connection.connect()
            except (OSError, urllib3.exceptions.HTTPError) as error:
                connection.close()
                last = error
                continue
            if connection.sock is None or ip_address(connection.sock.getpeername()[0]) != ip_address(address):
                connection.close()
                raise NotFetched(REFUSED, f"the connection to {target.host} did not go to the address that was checked")
            return connection
        raise last or OSError("the name leads to no address")

    def _judged(self, target: Target, limits: Limits) -> Sequence[str]:
        """All addresses of the host. One that may not be connected to spoils them all: honest names don't lead inside and outside."""
        try:
            found = [target.host] if target.is_number else _in_time(lambda: self.resolve(target.host, target.port), target.host, limits)
        except UnicodeError:
            raise NotFetched(REFUSED, f"{target.host!r} is no name of a server") from None
        for address in found:
            if not self.allowed(address, target.port):
                leads = target.host if address == target.host else f"{target.host} leads to {address}, which"
                raise NotFetched(REFUSED, f"{leads} is no public address")
        return found

    def _connection(self, target: Target, address: str, timeout: float) -> HTTPConnection:
        if target.scheme == "http":
            return HTTPConnection(address, target.port, timeout=timeout)
        # The certificate must be the name's, although the address is what is connected to.
        return HTTPSConnection(address, target.port, timeout=timeout, server_hostname=target.host, ssl_context=self.trust)


def _in_time(resolve_name: Callable[[], Sequence[str]], host: str, limits: Limits) -> Sequence[str]:
    """What it gives or raises, if it does within the limit. The system can't be told how long to look, so another thread waits for it."""
    outcome: Future[Sequence[str]] = Future()

    def look() -> None:
        try:
            outcome.set_result(resolve_name())
        except (OSError, UnicodeError) as error:
            outcome.set_exception(error)

    threading.Thread(target=look, daemon=True).start()
    seconds = min(limits.name, limits.seconds)
    try:
        return outcome.result(seconds)
    except FutureTimeout:
        raise NotFetched(
            OUT_OF_TIME, f"the name {host} was not found within {seconds:g} seconds; check the network", passing=True
        ) from None


@contextlib.contextmanager
def _closing_at(end: float, connection: HTTPConnection) -> Iterator[Callable[[], bool]]:
    """Shuts the connection at `end`, whatever it is doing: a server that sends a byte now and then never runs into a timeout."""
    late = threading.Event()

    def shut() -> None:
        late.set()
        # The answer may have been read and the socket closed in this very moment.
        with contextlib.suppress(OSError, AttributeError):
            plain.shutdown(socket.SHUT_RDWR)

    plain = connection.sock
    timer = threading.Timer(max(0.0, end - time.monotonic()), shut)
    timer.daemon = True
    timer.start()
    try:
        yield late.is_set
    finally:
        timer.cancel()
        connection.close()


def _exchange(
    connection: HTTPConnection, target: Target, headers: Mapping[str, str], limits: Limits, expired: Callable[[], bool]
) -> Answer:
    sent = {"Host": target.authority, "Accept-Encoding": _ENCODINGS, "Connection": "close", **headers}
    connection.request("GET", target.path, headers=sent, preload_content=False)
    response = connection.getresponse()
    found = {name.lower(): response.headers[name] for name in response.headers}
    if sum(len(name) + len(value) for name, value in found.items()) > limits.header_bytes:
        raise NotFetched("too large", f"its headers have more than {limits.header_bytes:,} bytes")
    if response.status != 200:
        return Answer(response.status, found, b"")
    kind = found.get("content-type", "").strip().lower()
    if kind.startswith(_NO_PAGES):
        raise NotFetched("not a page", f"it is {kind[:40]}")
    packed = {one.strip().lower() for one in found.get("content-encoding", "").split(",")}
    if not packed <= _UNPACKED:
        raise NotFetched("not readable", f"it is packed as {', '.join(sorted(packed))[:40]}, which was not asked for")
    content = _read(response, limits)
    # A connection that was shut looks like the end of an answer whose length nobody said.
    if expired():
        raise _out_of_time(limits)
    return Answer(response.status, found, content)


def _read(response: urllib3.HTTPResponse, limits: Limits) -> bytes:
    """The content, unpacked bit by bit, so that a small answer that unpacks to gigabytes ends at the limit."""
    content = bytearray()
    for chunk in response.stream(_CHUNK, decode_content=True):
        content += chunk
        if len(content) > limits.page_bytes:
            raise NotFetched("too large", f"more than {limits.page_bytes / 1_000_000:g} MB; no page is that large")
    return bytes(content)


def _out_of_time(limits: Limits) -> NotFetched:
    return NotFetched(OUT_OF_TIME, f"no whole answer within {limits.seconds:g} seconds", passing=True)


def _not_reached(target: Target, error: Exception) -> NotFetched:
    cause = " ".join(str(getattr(error, "strerror", None) or error).split())[:200]
    if isinstance(error, ssl.SSLCertVerificationError) or isinstance(error.__cause__, ssl.SSLCertVerificationError):
        return NotFetched(NOT_REACHED, f"{target.host} has no certificate to trust ({cause}); is the machine's clock right?", passing=True)
    return NotFetched(NOT_REACHED, f"{target.host}: {cause or type(error).__name__}; check the address and the network", passing=True)
