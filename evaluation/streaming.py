"""A large web archive through the stages: is the memory flat, and how many records a second are read?

A WARC file is built in a temporary folder from the HTML pages below the data folder, again and again with other bytes, with requests,
pictures and errors between them as a crawler writes them. It is read in a process of its own, whose peak memory is looked at after a
tenth of the records and at the end.

In the environment: STREAMING_MB is the size (1000), STREAMING_GZIP=1 packs each record, STREAMING_ADD=1 sends it through the whole
`dateline add` too, made of pages that are no English articles but for one in five hundred: the parser's time is not what is measured.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
import zlib
from collections.abc import Iterator
from pathlib import Path

from dateline.articles import read_article
from dateline.model.articles import Article
from dateline.model.pages import Drop, Page
from dateline.pages import read_pages
from dateline.runner.adding import add
from dateline.settings import Settings
from dateline.store import Store

_DAY = "2019-11-20T10:00:00Z"
_PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 160
_ENGLISH_EVERY = 500
_MOST_PAGES = 400


def run(data: Path, predictions: Path | None = None, *, peers: bool = False) -> dict[str, object]:
    """Figures of the pages and articles stages, of fastwarc reading the same file (`peers`), and of the whole `add` if asked."""
    del predictions
    size = int(os.environ.get("STREAMING_MB", "1000")) * 1_000_000
    packed = bool(os.environ.get("STREAMING_GZIP"))
    found: dict[str, object] = {}
    with tempfile.TemporaryDirectory() as folder:
        archive = Path(folder) / ("crawl.warc.gz" if packed else "crawl.warc")
        records = _build(archive, [path.read_bytes() for path in _files(data)], size, packed=packed)
        found["archive"] = {"MB": round(archive.stat().st_size / 1e6), "records": records, "packed": packed}
        for mode in ("pages", "articles", *(("peer",) if peers else ())):
            found[mode] = _measured(mode, archive, records)
        if os.environ.get("STREAMING_ADD"):
            records = _build(archive, _mostly_dropped(data), size, packed=packed)
            found["add"] = _measured("add", archive, records)
    for name, figures in found.items():
        print(f"{name:10}", figures)
    return found


def _files(data: Path) -> list[Path]:
    return sorted(data.rglob("*.html"))[:_MOST_PAGES]


def _mostly_dropped(data: Path) -> list[bytes]:
    """Pages that are dropped at the articles stage, with an article in between."""
    dropped: list[bytes] = []
    articles: list[bytes] = []
    for path in _files(data):
        content = path.read_bytes()
        outcome = read_article(Page(path.name, None, "text/html", content))
        (dropped if isinstance(outcome, Drop) else articles).append(content)
    if not dropped:
        raise SystemExit("no page of the data is dropped: give a set with pages that are no English articles")
    long = dropped * (_ENGLISH_EVERY // len(dropped) + 1)
    return [*long[: _ENGLISH_EVERY - 1], articles[0]]


def _build(archive: Path, pages: list[bytes], size: int, *, packed: bool) -> int:
    """Write records until the file is as large as asked; their number."""
    count = 0
    with archive.open("wb") as file:
        for record in _records(pages):
            file.write(_packed(record) if packed else record)
            count += 1
            if file.tell() >= size:
                return count
    return count


def _packed(record: bytes) -> bytes:
    member = zlib.compressobj(1, wbits=31)
    return member.compress(record) + member.flush()


def _records(pages: list[bytes]) -> Iterator[bytes]:
    number = 0
    while True:
        for content in pages:
            number += 1
            uri = f"https://news{number % 50}.example/2019/11/{number}"
            yield _record("request", uri, b"GET / HTTP/1.1\r\nHost: news.example\r\n\r\n", "application/http; msgtype=request")
            if number % 10 == 0:
                yield _record("response", uri + "/gone", b"HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n<p>gone</p>")
            if number % 5 == 0:
                yield _record("response", uri + ".png", b"HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n" + _PICTURE)
            body = content + f"<!-- {number} -->".encode()
            yield _record("response", uri, b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + body)


def _record(kind: str, uri: str, block: bytes, media_type: str = "application/http; msgtype=response") -> bytes:
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {uri}\r\nWARC-Date: {_DAY}\r\nContent-Type: {media_type}\r\n"
    return f"{head}Content-Length: {len(block)}\r\n\r\n".encode() + block + b"\r\n\r\n"


def _measured(mode: str, archive: Path, records: int) -> dict[str, object]:
    """The figures of one pass in a fresh process."""
    command = [sys.executable, "-m", "evaluation.streaming", mode, str(archive), str(records)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603 - this very module
    return dict(json.loads(done.stdout.splitlines()[-1]))


def _pass(mode: str, archive: Path, records: int) -> dict[str, object]:
    started = time.perf_counter()
    early = 0.0
    given = articles = 0
    # Requests give nothing and pictures are counted at the end, so that about half of the records come out as pages or drops.
    tenth = records // 20
    steps = {"add": _add, "peer": _peer}.get(mode)
    outcomes = steps(archive) if steps else _read(archive, articles=mode == "articles")
    for outcome in outcomes:
        given += 1
        articles += isinstance(outcome, Article)
        if given == tenth:
            early = _peak()
    seconds = time.perf_counter() - started
    return {
        "given": given,
        "articles": articles,
        "seconds": round(seconds, 1),
        "records a second": round(records / seconds),
        "MB a second": round(archive.stat().st_size / 1e6 / seconds, 1),
        "peak MB after a tenth": early,
        "peak MB": _peak(),
    }


def _read(archive: Path, *, articles: bool) -> Iterator[object]:
    for page in read_pages([str(archive)]):
        yield read_article(page) if articles and isinstance(page, Page) else page


def _peer(archive: Path) -> Iterator[object]:
    """The library fastwarc alone: the records with their bodies, nothing checked."""
    from fastwarc import ArchiveIterator, WarcRecordType  # noqa: PLC0415 - only here

    with archive.open("rb") as file:
        for record in ArchiveIterator(file, record_types=WarcRecordType.response):
            yield record.reader.read()


def _add(archive: Path) -> Iterator[object]:
    """The whole of `dateline add`; how many pages came is looked at through its progress."""
    marks: list[float] = []
    with tempfile.TemporaryDirectory() as folder, Store.open(Path(folder) / "a.db", write=True) as store:
        total = int(sys.argv[3]) // 20

        def progress(done: int, _name: str) -> None:
            if done == total:
                marks.append(_peak())

        summary = add([str(archive)], store, Settings(), progress)
        print(f"{summary.pages} pages, {summary.new} new, {summary.reasons}; {marks} MB after a tenth")
        for _ in range(summary.pages):
            yield None


def _peak() -> float:
    """The peak of this process's resident memory in MB, where the system tells."""
    status = Path("/proc/self/status")
    if not status.exists():
        return 0.0
    line = next(line for line in status.read_text(encoding="ascii").splitlines() if line.startswith("VmHWM"))
    return round(int(line.split()[1]) / 1000, 1)


if __name__ == "__main__":
    print(json.dumps(_pass(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]))))
