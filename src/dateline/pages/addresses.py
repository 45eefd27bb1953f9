"""Which addresses may be fetched: http and https, and only hosts that anybody on the internet can reach.

A page, a feed or a redirect must not make the program ask a machine of the user's own network. So an address is judged three times: how
it is written (here, `parse_address`), every IP address that its name leads to (`is_public`), and the machine that was in fact connected to.
"""

import re
from dataclasses import dataclass
from ipaddress import AddressValueError, IPv4Address, IPv4Network, IPv6Address, IPv6Network
from urllib.parse import SplitResult, quote, urljoin, urlsplit

import idna

from dateline.errors import UnreadablePage
from dateline.model.pages import Drop

MAX_URL = 4096
REFUSED = "address refused"
_DEFAULT_PORTS = {"http": 80, "https": 443}

# IANA's special-purpose registry for IPv4, every row, and multicast. A few rows (AS112, AMT) can be reached by
# anybody; none holds web pages.
_SPECIAL_V4 = tuple(
    IPv4Network(one)
    for one in (
        "0.0.0.0/8",
        "10.0.0.0/8",
        "100.64.0.0/10",
        "127.0.0.0/8",
        "169.254.0.0/16",
        "172.16.0.0/12",
        "192.0.0.0/24",
        "192.0.2.0/24",
        "192.31.196.0/24",
        "192.52.193.0/24",
        "192.88.99.0/24",
        "192.168.0.0/16",
        "192.175.48.0/24",
        "198.18.0.0/15",
        "198.51.100.0/24",
        "203.0.113.0/24",
        "224.0.0.0/4",
        "240.0.0.0/4",
    )
)
# All global unicast addresses of IPv6 are in here so far; mapped, translated (NAT64), local, site-local and multicast ones are not.
_GLOBAL_V6 = IPv6Network("2000::/3")
# The rows of IANA's registry for IPv6 that lie within: protocol assignments with Teredo and ORCHID, documentation, 6to4, AS112.
_SPECIAL_V6 = tuple(IPv6Network(one) for one in ("2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20"))

# Names that stand for this machine or its network (RFC 6761, 6762, 8375; ICANN set `internal` aside), and Tor's, which is no DNS name.
_LOCAL_NAMES = frozenset({"localhost", "local", "internal", "home.arpa", "onion"})
# Above 1023, the ports that browsers refuse because other protocols than HTTP listen there (WHATWG Fetch, "bad port").
_BAD_PORTS = frozenset(
    {1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080},
)
_NAME = re.compile(r"(?=.{1,253}\Z)(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)*[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?")
_NUMBER = re.compile(r"(?:[0-9]+|0x[0-9a-f]*)")
_FORBIDDEN = re.compile(r"[\x00-\x20\x7f-\x9f\\\u2028\u2029]")
# What may stand in a request unescaped: the reserved and unreserved characters, and what is escaped already.
_SAFE = "!#$%&'()*+,/:;=?@[]~"


class NotFetched(UnreadablePage):
    """Why an address gave no page. `passing` is True where a later try may do better; the server may have said after how many seconds."""

    def __init__(self, reason: str, detail: str, *, passing: bool = False, retry_after: float | None = None) -> None:
        super().__init__(f"{reason}: {detail}")
        self.reason = reason
        self.detail = detail
        self.passing = passing
        self.retry_after = retry_after

    def drop(self, url: str) -> Drop:
        """The drop that names the address."""
        return Drop(url, "pages", self.reason, self.detail, unreadable=True)


@dataclass(frozen=True, slots=True)
class Target:
    """An address taken apart. `host` is an ASCII name or an IP address without brackets, `path` begins with / and includes the query."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def authority(self) -> str:
        """Host and port as they stand in the address and in the Host header; the scheme's own port is left out."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _DEFAULT_PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def is_number(self) -> bool:
        """Is the host an IP address itself, which nobody has to be asked about?"""
        return ":" in self.host or _is_v4(self.host)

    @property
    def origin(self) -> str:
        return f"{self.scheme}://{self.authority}"

    @property
    def url(self) -> str:
        return self.origin + self.path


def is_address(text: str) -> bool:
    """Is it meant as an address of the web, not as a file?"""
    return text[:8].lower().startswith(("http://", "https://"))


def parse_address(url: str) -> Target:
    """Take an address apart. Raises `NotFetched` for whatever is no plain address of a public web server.

    Addresses with a user name, with another scheme, with odd characters, with a local name, and numbers for hosts that are not four plain
    decimals are refused: programs disagree about what they mean, and no news page needs them.
    """
    url = url.strip(" \t\r\n")
    if len(url) > MAX_URL:
        raise NotFetched(REFUSED, f"it has more than {MAX_URL:,} characters")
    url = url.replace(" ", "%20")  # feeds write them
    if _FORBIDDEN.search(url):
        raise NotFetched(REFUSED, "it holds a control character or a backslash")
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise NotFetched(REFUSED, f"it can't be taken apart ({error})") from None
    scheme = parts.scheme.lower()
    if scheme not in _DEFAULT_PORTS:
        raise NotFetched(REFUSED, f"only http and https are fetched, not {scheme[:20] or 'an address without a scheme'}")
    if "@" in parts.netloc:
        raise NotFetched(REFUSED, "it holds a user name or password; leave it out")
    host = _host(parts)
    return Target(scheme, host, _port(scheme, port), _path(parts))


def join(base: str, link: str) -> str:
    """`link` as seen from the page at `base`. Raises `NotFetched` where they don't fit together."""
    try:
        return urljoin(base, link.strip(" \t\r\n"))
    except ValueError as error:
        raise NotFetched(REFUSED, f"{link[:80]!r} is no address ({error})") from None


def is_public(address: str) -> bool:
    """Can this IP address be reached by anybody, and is it one machine's? False for everything special, and for what is no IP address."""
    if _is_v4(address):
        v4 = IPv4Address(address)
        return not any(v4 in network for network in _SPECIAL_V4)
    try:
        v6 = IPv6Address(address)
    except AddressValueError:
        return False
    return v6.scope_id is None and v6 in _GLOBAL_V6 and not any(v6 in network for network in _SPECIAL_V6)


def _host(parts: SplitResult) -> str:
    host = parts.hostname or ""
    if "[" in parts.netloc or ":" in host:
        return _v6(host)
    name = _ascii(host).removesuffix(".")
    if not _NAME.fullmatch(name):
        raise NotFetched(REFUSED, f"{host[:80]!r} is no name of a server")
    last = name.rpartition(".")[2]
    if _NUMBER.fullmatch(last):
        if not _is_v4(name):
            raise NotFetched(REFUSED, f"{host[:80]!r} is a number that programs read differently; write four decimals")
        return name
    if last == name or any(name == local or name.endswith(f".{local}") for local in _LOCAL_NAMES):
        raise NotFetched(REFUSED, f"{host[:80]!r} is a name of a local network, not of a public server")
    return name


def _v6(host: str) -> str:
    try:
        found = IPv6Address(host)
    except AddressValueError:
        found = None
    if found is None or found.scope_id is not None:
        raise NotFetched(REFUSED, f"[{host[:80]}] is no IPv6 address that could be public")
    return found.compressed


def _ascii(host: str) -> str:
    """The name as DNS has it: wide digits, dots of other scripts and capitals are evened out before anything is judged."""
    if host.isascii():
        return host.lower()
    try:
        return idna.encode(host[:253], uts46=True).decode("ascii")
    except (idna.IDNAError, UnicodeError):
        raise NotFetched(REFUSED, f"{host[:80]!r} is no name of a server") from None


def _is_v4(text: str) -> bool:
    """Four decimals without leading zeros: everything else is octal to one program and decimal to another."""
    try:
        IPv4Address(text)
    except AddressValueError:
        return False
    return True


def _port(scheme: str, port: int | None) -> int:
    if port is None:
        return _DEFAULT_PORTS[scheme]
    if port in _BAD_PORTS or (port < 1024 and port not in _DEFAULT_PORTS.values()):
        raise NotFetched(REFUSED, f"port {port} is not one of web servers")
    return port


def _path(parts: SplitResult) -> str:
    path = quote(parts.path or "/", safe=_SAFE)
    return f"{path}?{quote(parts.query, safe=_SAFE)}" if parts.query else path
