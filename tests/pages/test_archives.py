"""Web archives: what their records become, what is lost where they are damaged, and what they may cost."""

import gzip
import os
import subprocess
import sys
import time
import zlib
from pathlib import Path

import pytest
from fastwarc.stream_io import BrotliWriter, Lz4Writer, ZstdWriter
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.pages.archives import ARC_HEAD, answer, arc, drops, html, members, numbers, read, warc

from dateline.model.pages import Page

RECORDS = [warc(answer(html(number)), number=number) for number in range(6)]
PAGES = [html(number) for number in range(6)]
SAMPLES = Path(os.environ.get("DATELINE_WARC_SAMPLES", "../data/warc-samples"))


def contents(content: bytes, name: str = "crawl.warc") -> list[bytes]:
    return [one.content for one in read(content, name) if isinstance(one, Page)]


def written(writer: type, data: bytes) -> bytes:
    import io

    target = io.BytesIO()
    out = writer(target)
    out.write(data)
    out.close()
    return target.getvalue()


@pytest.mark.parametrize(
    "archive",
    [
        b"".join(RECORDS),
        members(RECORDS),
        gzip.compress(b"".join(RECORDS)),
        written(Lz4Writer, b"".join(RECORDS)),
        written(ZstdWriter, b"".join(RECORDS)),
        b"".join(RECORDS).replace(b"\r\nWARC-", b"\nWARC-"),
        b"\r\n".join(RECORDS),
        ARC_HEAD + b"".join(arc(answer(html(number)), number) for number in range(6)),
        members([ARC_HEAD, *(arc(answer(html(number)), number) for number in range(6))]),
    ],
    ids=["plain", "member by member", "one member", "lz4", "zstd", "bare line feeds", "more breaks", "arc", "arc in members"],
)
def test_the_same_pages_however_packed(archive: bytes) -> None:
    found = read(archive)
    assert [one.content for one in found if isinstance(one, Page)] == PAGES
    assert numbers(found) == list(range(6))
    assert drops(found) == []
    assert len({one.name for one in found if isinstance(one, Page)}) == 6


def test_where_from_when_and_how_encoded() -> None:
    (page,) = read(warc(answer("Größe".encode("latin-1"), media_type="text/html; charset=ISO-8859-1"), number=3))
    assert isinstance(page, Page)
    assert (page.uri, page.fetched, page.encoding, page.media_type) == (
        "https://norland.example/3",
        "2023-05-02T08:30:00Z",
        "ISO-8859-1",
        "text/html",
    )


BODY = html(1)


@pytest.mark.parametrize(
    ("body", "fields"),
    [
        (b"5\r\n" + BODY[:5] + b"\r\n%x;x=y\r\n" % (len(BODY) - 5) + BODY[5:] + b"\r\n0\r\n\r\n", ("Transfer-Encoding: chunked",)),
        (BODY, ("Transfer-Encoding: chunked",)),
        (gzip.compress(BODY), ("Content-Encoding: gzip",)),
        (BODY, ("Content-Encoding: gzip",)),
        (zlib.compress(BODY), ("Content-Encoding: deflate",)),
        (zlib.compress(BODY)[2:-4], ("Content-Encoding: deflate",)),
        (written(BrotliWriter, BODY), ("Content-Encoding: br",)),
        (BODY, ("Content-Encoding: br",)),
        (written(ZstdWriter, BODY), ("Content-Encoding: zstd",)),
        (gzip.compress(gzip.compress(BODY)), ("Content-Encoding: gzip, gzip",)),
    ],
    ids=["chunks", "no chunks", "gzip", "no gzip", "deflate", "bare deflate", "brotli", "no brotli", "zstd", "twice"],
)
def test_bodies_are_unpacked_where_they_are_packed(body: bytes, fields: tuple[str, ...]) -> None:
    assert contents(warc(answer(body, *fields))) == [BODY]


def test_what_is_no_page_is_counted_once() -> None:
    picture = warc(answer(b"\x89PNG", media_type="image/png"))
    others = [
        picture,
        picture,
        warc(answer(b"p {}", media_type="text/css")),
        warc(answer(b"")),
        warc(answer(b"\0\1\2", media_type="text/html")),
    ]
    silent = [
        warc(b"software: none\r\n", kind="warcinfo", media_type="application/warc-fields"),
        warc(b"GET / HTTP/1.1\r\n\r\n", kind="request"),
        warc(answer(b""), kind="revisit"),
        warc(b"x: y", kind="metadata", media_type="application/warc-fields"),
    ]
    (drop,) = read(b"".join([*silent, *others]))
    assert (drop.reason, drop.unreadable, drop.page) == ("no pages", False, "crawl.warc")
    assert drop.detail == "5 records are no pages: 2 image/png, 2 text/html, 1 text/css"


def test_other_answers_than_2xx_are_dropped_by_their_status() -> None:
    found = read(b"".join(warc(answer(b"<p>no", status=status)) for status in ("404 Not Found", "301 Moved", "500 Oh", "200 OK")))
    assert [(one.reason, one.unreadable) for one in drops(found)] == [("HTTP 404", False), ("HTTP 301", False), ("HTTP 500", False)]
    assert "https://norland.example/0: the server answered 404 Not Found" in drops(found)[0].detail
    assert len(found) == 4


def test_an_archive_in_an_archive_is_not_opened() -> None:
    inner = warc(answer(html(1)))
    for block in (inner, gzip.compress(inner), ARC_HEAD):
        found = read(warc(block, kind="resource", media_type="application/octet-stream"))
        assert [one.reason for one in drops(found)] == ["no pages"]
        assert contents(warc(block, kind="resource", media_type="application/octet-stream")) == []


def test_a_digest_that_does_not_fit() -> None:
    block = answer(html(1))
    wrong = "WARC-Block-Digest: sha1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
    found = read(warc(block, wrong) + RECORDS[2])
    assert [one.reason for one in drops(found)] == ["damaged record"]
    assert numbers(found) == [2]
    import base64
    import hashlib

    for right in (
        "sha1:" + base64.b32encode(hashlib.sha1(block, usedforsecurity=False).digest()).decode(),
        "sha256:" + hashlib.sha256(block).hexdigest(),
        "sha1:" + hashlib.sha1(html(1), usedforsecurity=False).hexdigest(),  # some programs give the payload's
        "tiger:xyz",
    ):
        assert len(contents(warc(block, f"WARC-Block-Digest: {right}"))) == 1


# --- damage: no more is lost than the broken record


def damaged(at: int, record: bytes) -> list[bytes]:
    return [*RECORDS[:at], record, *RECORDS[at + 1 :]]


BROKEN = {
    "too long": warc(answer(html(2)), number=2, length=len(answer(html(2))) + 300),
    "much too long": warc(answer(html(2)), number=2, length=900_000),
    "too short": warc(answer(html(2)), number=2, length=len(answer(html(2))) - 30),
    "no length": RECORDS[2].replace(b"Content-Length", b"Content-Width"),
    "length in words": RECORDS[2].replace(b"Content-Length: ", b"Content-Length: about "),
    "no version": RECORDS[2].replace(b"WARC/1.0", b"WORC/1.0"),
    "a field that is none": RECORDS[2].replace(b"WARC-Date: ", b"no field at all\r\nWARC-Date: "),
    "half of it": RECORDS[2][: len(RECORDS[2]) // 2],
    "a head that never ends": RECORDS[2].replace(b"WARC-Date: ", b"WARC-Date: " + b"x" * 200_000),
}


@pytest.mark.parametrize("record", BROKEN.values(), ids=BROKEN)
@pytest.mark.parametrize("packed", [False, True], ids=["plain", "members"])
def test_a_broken_record_costs_itself_alone(record: bytes, packed: bool) -> None:
    parts = damaged(2, record)
    before = len(members(parts[:2])) if packed else len(b"".join(parts[:2]))
    found = read(members(parts) if packed else b"".join(parts))
    assert numbers(found) == [0, 1, 3, 4, 5]
    (drop,) = drops(found)
    assert (drop.reason, drop.unreadable, drop.page) == ("damaged record", True, f"crawl.warc#{before}")
    assert f"{before:,}" in drop.detail


@pytest.mark.parametrize("at", [0, 2, 5])
@pytest.mark.parametrize("where", [12, 60, -6], ids=["head", "middle", "checksum"])
def test_a_damaged_member_costs_itself_alone(at: int, where: int) -> None:
    parts = [bytearray(gzip.compress(record, mtime=0)) for record in RECORDS]
    parts[at][where] ^= 0x55
    found = read(b"".join(parts))
    assert numbers(found) == [number for number in range(6) if number != at]
    (drop,) = drops(found)
    assert drop.unreadable
    assert f"{sum(map(len, parts[:at])):,}" in drop.detail


def test_bytes_between_members_cost_no_record() -> None:
    parts = [gzip.compress(record, mtime=0) for record in RECORDS]
    found = read(parts[0] + b"\0" * 700 + b"".join(parts[1:3]) + b"\x1f\x8b\x08 no member" + b"".join(parts[3:]))
    assert numbers(found) == list(range(6))
    assert [drop.reason for drop in drops(found)] == ["damaged record", "damaged record"]


@pytest.mark.parametrize("whole", [b"".join(RECORDS), members(RECORDS), gzip.compress(b"".join(RECORDS))], ids=["plain", "members", "one"])
def test_a_truncated_file_is_reported_as_truncated(whole: bytes) -> None:
    for missing in (30, 200):
        found = read(whole[:-missing])
        (drop,) = drops(found)
        assert drop.reason == "truncated"
        assert "offset" in drop.detail
        assert numbers(found) == list(range(len(numbers(found))))
        assert len(numbers(found)) >= 4 or whole.count(b"\x1f\x8b\x08") == 1  # in one member the end takes more along


def test_a_damaged_arc_record_costs_itself_alone() -> None:
    for bad in (
        arc(answer(html(1)), 1, length=9),
        arc(answer(html(1)), 1, length=5_000),
        b"https://norland.example/1 no head\n" + html(1) + b"\n",
    ):
        found = read(ARC_HEAD + arc(answer(html(0))) + bad + arc(answer(html(2)), 2) + arc(answer(html(3)), 3), "a.arc")
        assert numbers(found) == [0, 2, 3]
        assert [drop.reason for drop in drops(found)] == ["damaged record"]


@settings(max_examples=150, deadline=None)
@given(cut=st.integers(0, 2**16), swaps=st.lists(st.tuples(st.integers(0, 2**16), st.integers(0, 255)), max_size=5), packed=st.booleans())
def test_no_damage_raises_anything(cut: int, swaps: list[tuple[int, int]], packed: bool) -> None:
    content = bytearray(members(RECORDS) if packed else b"".join(RECORDS))
    for at, value in swaps:
        content[at % len(content)] = value
    read(bytes(content[: len(content) - cut % 400]))


def test_one_changed_byte_costs_at_most_its_record() -> None:
    whole = b"".join(RECORDS)
    starts = [sum(map(len, RECORDS[:number])) for number in range(6)]
    for at in range(3, len(whole), 11):
        changed = whole[:at] + bytes([whole[at] ^ 0x15]) + whole[at + 1 :]
        own = max(number for number in range(6) if starts[number] <= at)
        found = contents(changed)
        assert all(page in found for number, page in enumerate(PAGES) if number not in (own, own + 1)), at


# --- limits


def test_bombs_are_dropped_in_bounded_memory(tmp_path: Path) -> None:
    """A hundred kilobytes that inflate to 128 MB, as a record and as a body: the process may not have more than 400 MB at all."""
    zeros = zlib.compressobj(9, wbits=31)
    bomb = b"".join(zeros.compress(b"\0" * 1_000_000) for _ in range(128)) + zeros.flush()
    head = warc(b"", number=1, length=128_000_000)[:-4]
    record = zlib.compressobj(9, wbits=31)
    packed = record.compress(head) + b"".join(record.compress(b" " * 1_000_000) for _ in range(128)) + record.flush()
    body = warc(answer(bomb, "Content-Encoding: gzip"), number=2)
    (tmp_path / "bomb.warc.gz").write_bytes(packed + members([body, RECORDS[3]]))
    code = (
        "import sys, resource\n"
        "resource.setrlimit(resource.RLIMIT_AS, (400_000_000, 400_000_000))\n"
        "from dateline.pages import read_pages\n"
        "print([getattr(one, 'reason', 'page') for one in read_pages(sys.argv[1:])])"
    )
    done = subprocess.run([sys.executable, "-c", code, str(tmp_path / "bomb.warc.gz")], capture_output=True, text=True, check=False)
    assert done.stdout == "['too large', 'too large', 'page']\n", done.stderr


def test_a_large_record_that_is_no_page_is_passed_over() -> None:
    video = warc(answer(b"\0" * 25_000_000, media_type="video/mp4"), number=1)
    page = warc(answer(b" " * 25_000_000), number=2)
    found = read(video + page + RECORDS[3])
    assert numbers(found) == [3]
    assert [drop.reason for drop in drops(found)] == ["too large", "no pages"]


OVERLAPPING = b"WARC/1.0\r\nWARC-Type: response\r\n"


@pytest.mark.parametrize(
    "archive",
    [
        gzip.compress(b"", mtime=0) * 20_000,
        gzip.compress(warc(b"", length=10**9)[:-4], mtime=0) + gzip.compress(b"x", mtime=0) * 10_000,
        b"".join(warc(b"x", number=number, length=5_000_000) for number in range(5_000)),
        b"WARC/1.0\r\nWARC-Type: x\r\n" * 10_000,
        b"WARC/1.0\r\nWARC-Type: x\r\n" + b" folded\r\n" * 100_000,
        (bytes.fromhex("1f8b0800000000000003") + b"\0\x22\0\xdd\xff" + OVERLAPPING + b"  \0\x40\x9c\xbf\x63") * 5_000,
    ],
    ids=["empty members", "members of a byte", "wrong lengths", "heads alone", "a folded head", "members in members"],
)
def test_hostile_archives_take_time_in_proportion_to_their_size(archive: bytes) -> None:
    started = time.process_time()
    read(archive)
    assert time.process_time() - started < 10


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="the broken archives of other projects are not here: set DATELINE_WARC_SAMPLES")
def test_archives_of_other_projects() -> None:
    found = {path.name: read(path.read_bytes(), path.name) for path in sorted(SAMPLES.rglob("*")) if path.is_file()}
    assert {name for name, one in found.items() if any(drop.reason == "truncated" for drop in drops(one))} == {
        "clipped.warc.gz",
        "example-space-in-url.arc",
    }
    damage = {name for name, one in found.items() if any(drop.reason == "damaged record" for drop in drops(one))}
    assert damage == {"bad.arc", "example-trunc.warc"}
    same = [[one.content for one in found[f"warcfile.warc{end}"] if isinstance(one, Page)] for end in ("", ".gz", ".lz4")]
    assert len(same[0]) == 16
    assert same[0] == same[1] == same[2]
