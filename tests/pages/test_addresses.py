"""Only what anybody can reach is fetched: the special ranges of both IANA registries, and the ways to spell them."""

from ipaddress import ip_network

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.pages.addresses import NotFetched, is_address, is_public, join, parse_address

# https://www.iana.org/assignments/iana-ipv4-special-registry and iana-ipv6-special-registry, every row; and what is set aside elsewhere.
SPECIAL = [
    "0.0.0.0/8",
    "0.0.0.0/32",
    "10.0.0.0/8",
    "100.64.0.0/10",
    "127.0.0.0/8",
    "169.254.0.0/16",
    "172.16.0.0/12",
    "192.0.0.0/24",
    "192.0.0.0/29",
    "192.0.0.8/32",
    "192.0.0.9/32",
    "192.0.0.10/32",
    "192.0.0.170/32",
    "192.0.0.171/32",
    "192.0.2.0/24",
    "192.31.196.0/24",
    "192.52.193.0/24",
    "192.88.99.0/24",
    "192.88.99.2/32",
    "192.168.0.0/16",
    "192.175.48.0/24",
    "198.18.0.0/15",
    "198.51.100.0/24",
    "203.0.113.0/24",
    "240.0.0.0/4",
    "255.255.255.255/32",
    "224.0.0.0/4",
    "::1/128",
    "::/128",
    "::ffff:0:0/96",
    "64:ff9b::/96",
    "64:ff9b:1::/48",
    "100::/64",
    "100:0:0:1::/64",
    "2001::/23",
    "2001::/32",
    "2001:1::1/128",
    "2001:1::2/128",
    "2001:1::3/128",
    "2001:2::/48",
    "2001:3::/32",
    "2001:4:112::/48",
    "2001:10::/28",
    "2001:20::/28",
    "2001:30::/28",
    "2001:db8::/32",
    "2002::/16",
    "2620:4f:8000::/48",
    "3fff::/20",
    "5f00::/16",
    "fc00::/7",
    "fe80::/10",
    "fec0::/10",
    "ff00::/8",
    "::/96",
    "::ffff:0:0:0/96",
    "4000::/3",
]

EMBEDDED = [
    "::127.0.0.1",
    "::ffff:127.0.0.1",
    "::ffff:10.0.0.1",
    "::ffff:7f00:1",
    "::ffff:8.8.8.8",
    "::ffff:0:127.0.0.1",
    "64:ff9b::127.0.0.1",
    "64:ff9b::10.1.2.3",
    "64:ff9b::8.8.8.8",
    "64:ff9b:1::192.168.0.1",
    "2002:7f00:1::",
    "2002:a00:1::1",
    "2002:c0a8:101::",
    "2002:808:808::",
    "2001:0:7f00:1::",
    "2001:0:4136:e378:8000:63bf:80ff:fffe",
    "fe80::1%eth0",
    "fe80::1%1",
    "::1%lo",
    "2a00:1450::1%eth0",
    "fd00::1",
    "fd12:3456:789a::1",
    "fec0::1",
    "ff02::1",
]

PUBLIC = [
    "8.8.8.8",
    "1.1.1.1",
    "93.184.216.34",
    "100.63.255.255",
    "100.128.0.1",
    "172.15.0.1",
    "172.32.0.1",
    "192.0.1.1",
    "198.17.1.1",
    "198.20.0.1",
    "223.255.255.255",
]
PUBLIC_V6 = [
    "2a00:1450:4001:82a::200e",
    "2606:2800:220:1:248:1893:25c8:1946",
    "2001:4860:4860::8888",
    "2400:cb00::1",
    "2001:200::1",
    "3ffe::1",
]

NO_ADDRESSES = [
    "",
    "example.org",
    "1.2.3",
    "1.2.3.4.5",
    "01.2.3.4",
    "0x8.8.8.8",
    "8.8.8.8 ",
    "2130706433",
    "[2a00::1]",
    "1.2.3.4%eth0",
    "８.8.8.8",
]


@pytest.mark.parametrize("network", SPECIAL)
def test_no_special_range_is_public(network: str) -> None:
    found = ip_network(network)
    assert not is_public(str(found[0]))
    assert not is_public(str(found[-1]))
    assert not is_public(str(found[found.num_addresses // 2]))


@pytest.mark.parametrize("address", [*EMBEDDED, *NO_ADDRESSES])
def test_what_hides_an_address_or_is_none_is_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", [*PUBLIC, *PUBLIC_V6])
def test_public_addresses_are_public(address: str) -> None:
    assert is_public(address)


REFUSED = [
    # Numbers that inet_aton and browsers read as 127.0.0.1 or another machine within.
    "http://0177.0.0.1/",
    "http://0177.0.0.01/",
    "http://0x7f.1/",
    "http://0x7f.0x0.0x0.0x1/",
    "http://0x7f000001/",
    "http://0X7F000001/",
    "http://2130706433/",
    "http://017700000001/",
    "http://127.1/",
    "http://127.0.1/",
    "http://127.0.0.01/",
    "http://0/",
    "http://0x/",
    "http://1/",
    "http://127.0.0.1.0/",
    "http://256.256.256.256/",
    "http://foo.0x7f000001/",
    "http://１２７.1/",
    "http://①②⑦.1/",
    "http://0x7f。1/",
    # Names of this machine and its network.
    "http://localhost/",
    "http://LOCALHOST/",
    "http://localhost./",
    "http://ｌｏｃａｌｈｏｓｔ/",
    "http://a.localhost/",
    "http://printer.local/",
    "http://metadata.google.internal/",
    "http://router.home.arpa/",
    "http://router/",
    "http://intranet./",
    "http://x.onion/",
    # Users, odd characters, odd brackets.
    "http://user@news.example/",
    "http://user:word@news.example/",
    "http://news.example@127.0.0.1/",
    "http://127.0.0.1\\@news.example/",
    "http://news.example\\.evil.example/",
    "http://news.example\t.evil/",
    "http://news.\nexample/",
    "http://%31%32%37.0.0.1/",
    "http://127.0.0.1%00.news.example/",
    "http://[::1%25lo]/",
    "http://[fe80::1%eth0]/",
    "http://[v1.x]/",
    "http://[127.0.0.1]/",
    "http://[::1/",
    "http://::1/",
    "http:///etc/hosts",
    "http://",
    "http://.example/",
    "http://news..example/",
    "http://-news.example/",
    f"http://{'a' * 64}.example/",
    f"http://{'a.' * 200}example/",
    f"http://news.example/{'a' * 5000}",
    # Other schemes and other servers than those of the web.
    "file:///etc/passwd",
    "ftp://news.example/",
    "gopher://news.example/",
    "javascript:alert(1)",
    "data:text/html,x",
    "//news.example/",
    "news.example",
    "http:news.example",
    "http://news.example:25/",
    "http://news.example:22/",
    "http://news.example:6667/",
    "http://news.example:10080/",
    "http://news.example:0/",
    "http://news.example:65536/",
    "http://news.example:-80/",
    "http://news.example:８０/",
    "http://news.example:80x/",
]


@pytest.mark.parametrize("url", REFUSED)
def test_odd_spellings_are_refused_before_anything_is_asked(url: str) -> None:
    with pytest.raises(NotFetched) as error:
        parse_address(url)
    assert error.value.reason == "address refused"
    assert error.value.detail


@pytest.mark.parametrize(
    ("url", "taken"),
    [
        ("http://News.Example", "http://news.example/"),
        (" https://news.example:443/a b?x=ü#part \n", "https://news.example/a%20b?x=%C3%BC"),
        ("http://news.example.:8080/?q", "http://news.example:8080/?q"),
        ("https://Bücher.example/", "https://xn--bcher-kva.example/"),
        ("https://straße.example/", "https://xn--strae-oqa.example/"),
        ("http://ｎｅｗｓ。example/", "http://news.example/"),
        ("http://news.example:/x%2Fy", "http://news.example/x%2Fy"),
        ("http://8.8.8.8/", "http://8.8.8.8/"),
        ("http://[2A00:1450:0:0::1]:8000/", "http://[2a00:1450::1]:8000/"),
    ],
)
def test_plain_addresses_are_taken_apart(url: str, taken: str) -> None:
    assert parse_address(url).url == taken
    assert parse_address(taken).url == taken


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=60))
def test_any_text_is_taken_or_refused(text: str) -> None:
    for url in (text, f"http://{text}", f"https://news.example/{text}"):
        try:
            found = parse_address(url)
        except NotFetched:
            continue
        assert found.url.isascii()
        assert " " not in found.url
        assert parse_address(found.url) == found


def test_links_are_joined() -> None:
    assert join("https://news.example/a/b", "../c?d") == "https://news.example/c?d"
    with pytest.raises(NotFetched):
        join("https://news.example/", "http://[")


def test_addresses_are_told_from_files() -> None:
    assert is_address("HTTPS://news.example")
    assert not is_address("http.txt")
    assert not is_address("ftp://news.example")
