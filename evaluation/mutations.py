"""Hostile pages: mutations of real ones, read in a child process that is watched for time, memory and errors that are not ours.

Every mutation follows from the page and its number, so that the same data give the same pages. A number of pages is set by the
environment variable MUTATIONS (20,000 if unset).
"""

import gzip
import multiprocessing as mp
import os
import random
import resource
import time
import traceback
from collections import Counter
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path
from statistics import median, quantiles
from typing import Any

_PAGES = 20_000
_LONGEST_S, _MOST_MB, _MOST_OF_MEDIAN = 10.0, 512, 20.0
_PATIENCE_S = 180.0  # by the clock: the child counts its own CPU seconds, but never ends where it hangs
_TAGS = ("div", "span", "p", "table", "ul", "a", "b", "article", "form", "blockquote", "figure", "h1", "svg", "noscript", "template")
_ENTITIES = ("&amp;", "&#x41;", "&#0;", "&#x110000;", "&nosuch;", "&#xD800;", "&lt", "&")
_ENCODINGS = ("utf-16", "windows-1252", "shift_jis", "koi8-r", "utf-7", "x-no-such", "gb18030")


def run(data: Path, predictions: Path | None = None, *, peers: bool = False) -> dict[str, Any]:
    """Reads mutated pages; `predictions` gets one line for each that took too long, too much or raised."""
    del peers  # nobody else is measured here
    files = sorted(path for path in data.rglob("*.html*") if path.is_file())
    if not files:
        raise SystemExit(f"no .html under {data}: give a folder of pages")
    count = int(os.environ.get("MUTATIONS", _PAGES))
    seconds: list[float] = []
    outcomes: Counter[str] = Counter()
    bad: list[str] = []
    memory = 0
    child = _Child()
    for number in range(count):
        name, content = mutated(files, number)
        took, peak, outcome = child.read(content)
        seconds.append(took)
        memory = max(memory, peak)
        outcomes[outcome.split("\n", 1)[0]] += 1
        if os.environ.get("MUTATIONS_SLOW") and took > float(os.environ["MUTATIONS_SLOW"]):
            print(f"slow: {number} {name} {took:.2f} s", flush=True)
        if outcome.startswith(("raised", "killed")) or took > _LONGEST_S or peak > _MOST_MB:
            bad.append(f"{number}\t{name}\t{took:.2f} s\t{peak} MB\t{outcome!r}")
            print(bad[-1][:300], flush=True)
    child.stop()
    if predictions is not None:
        predictions.write_text("".join(f"{line}\n" for line in bad), encoding="utf-8")
    middle = median(seconds)
    top = quantiles(seconds, n=100)[98] if len(seconds) > 1 else middle
    for outcome, times in outcomes.most_common(12):
        print(f"{times:7} {outcome}")
    return {
        "pages": count,
        "raised": sum(times for outcome, times in outcomes.items() if outcome.startswith("raised")),
        "killed": outcomes["killed"],
        "longest_s": round(max(seconds), 2),
        "peak_mb": memory,
        "median_ms": round(1000 * middle, 1),
        "p99_of_median": round(top / middle, 1),
        "held": not bad and top < _MOST_OF_MEDIAN * middle,
    }


def mutated(files: list[Path], number: int) -> tuple[str, bytes]:
    """The mutated page of that number and the names of what was done to it."""
    chance = random.Random(number)  # noqa: S311 - reproducible on purpose
    path = files[chance.randrange(len(files))]
    content = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    done = []
    for _ in range(chance.choice((1, 1, 2, 3))):
        change = chance.choice(_CHANGES)
        content = change(content, chance)
        done.append(change.__name__.strip("_"))
    return f"{path.name} {'+'.join(done)}", content


class _Child:
    """Reads pages one after another in a process of its own; a new one takes over where it had to be killed."""

    def __init__(self) -> None:
        self._start()

    def read(self, content: bytes) -> tuple[float, int, str]:
        """Seconds, the process's highest memory so far in MB, and what came of the page."""
        started = time.perf_counter()
        self.ours.send(content)
        if self.ours.poll(_PATIENCE_S):
            try:
                took, peak, outcome = self.ours.recv()
            except EOFError:
                pass
            else:
                return took, peak, outcome
        self.process.kill()
        self.process.join()
        self._start()
        return time.perf_counter() - started, 0, "killed"

    def stop(self) -> None:
        self.ours.send(None)
        self.process.join(5)

    def _start(self) -> None:
        context = mp.get_context("spawn")
        self.ours, theirs = context.Pipe()
        self.process = context.Process(target=_serve, args=(theirs,), daemon=True)
        self.process.start()
        theirs.close()


def _serve(pipe: Connection) -> None:
    from dateline.articles import read_article  # noqa: PLC0415 - in the child alone
    from dateline.model.articles import Article  # noqa: PLC0415
    from dateline.model.pages import Page  # noqa: PLC0415

    while (content := pipe.recv()) is not None:
        start = time.process_time()
        try:
            found = read_article(Page("page.html", None, "text/html", content), any_language=True)
            outcome = "article" if isinstance(found, Article) else f"dropped: {found.reason}"
        except Exception:  # noqa: BLE001 - what is raised here at all is what is being looked for
            outcome = f"raised {traceback.format_exc(limit=-3)}"
        pipe.send((time.process_time() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024, outcome))


def _flip(content: bytes, chance: random.Random) -> bytes:
    found = bytearray(content)
    for _ in range(chance.choice((1, 20, 400))):
        if found:
            found[chance.randrange(len(found))] = chance.randrange(256)
    return bytes(found)


def _cut(content: bytes, chance: random.Random) -> bytes:
    return content[: chance.randrange(len(content) + 1)]


def _drop_piece(content: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(content) + 1)
    return content[:at] + content[at + chance.randrange(20_000) :]


def _double_piece(content: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(content) + 1)
    piece = content[at : at + chance.randrange(8_000)]
    return content[:at] + piece * chance.choice((2, 10, 40)) + content[at:]


def _drop_ends(content: bytes, chance: random.Random) -> bytes:
    tag = chance.choice(_TAGS).encode()
    return content.replace(b"</" + tag + b">", b"")


def _nest(content: bytes, chance: random.Random) -> bytes:
    tag, depth = chance.choice(_TAGS), chance.choice((50, 300, 1_000, 20_000))
    return _into_body(content, f"<{tag}>" * depth + "x" + f"</{tag}>" * chance.choice((0, depth)))


def _entities(content: bytes, chance: random.Random) -> bytes:
    return _into_body(content, "<p>" + chance.choice(_ENTITIES) * chance.choice((100, 20_000, 200_000)) + "</p>")


def _huge_attribute(content: bytes, chance: random.Random) -> bytes:
    name = chance.choice(("class", "style", "id", "data-x", "href", "content"))
    value = chance.choice(("a", "caption ", "display : ", "author-", "&quot;")) * chance.choice((1_000, 100_000))
    return _into_body(content, f'<div {name}="{value}"><meta name="author" content="{value}">text</div>')


def _many_attributes(content: bytes, chance: random.Random) -> bytes:
    names = " ".join(f'a{one}="x"' for one in range(chance.choice((100, 10_000))))
    return _into_body(content, f"<p {names}>text</p>")


def _lie_of_encoding(content: bytes, chance: random.Random) -> bytes:
    name = chance.choice(_ENCODINGS).encode()
    start = chance.choice((b"", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\x00\x00\x00"))
    return start + b'<meta charset="' + name + b'">' + content


def _broken_data(content: bytes, chance: random.Random) -> bytes:
    text = chance.choice(
        (
            "[" * 100_000,
            '{"author":' * 5_000,
            '{"@graph":' * 900 + "[]" + "}" * 900,
            '{"headline":"a","author":[' + '{"name":"Ann Lee"},' * 20_000,
            '{"@type":["NewsArticle"],"author":{"name":{"name":{"name":[[[["x"]]]]}}},"datePublished":9999,"headline":["x"]}',
            '{"headline":"' + "\\u00e9" * 50_000,
            "null",
            '"' * 5_000,
        )
    )
    return _into_body(content, f'<script type="application/ld+json">{text}</script>')


def _many_links(content: bytes, chance: random.Random) -> bytes:
    count = chance.choice((500, 2_000, 4_000))
    return _into_body(
        content, "".join(f'<li><a href="/{one}">Ministers meet in the capital, number {one}</a></li>' for one in range(count))
    )


def _many_paragraphs(content: bytes, chance: random.Random) -> bytes:
    count = chance.choice((500, 2_000, 4_000))
    return _into_body(content, "".join(f"<p>On day {one} the ministers said that talks on grain would go on.</p>" for one in range(count)))


def _many_cells(content: bytes, chance: random.Random) -> bytes:
    row = "<tr>" + "<td>12.5</td>" * 20 + "</tr>"
    return _into_body(content, "<table>" * chance.choice((1, 50)) + row * chance.choice((50, 300)))


def _long_line(content: bytes, chance: random.Random) -> bytes:
    word = chance.choice(("word ", "a", "By Ann Lee and ", "5 May 2020 ", "(", "— ", "“", "MR. EK: ", "Photo: ", "\u200b", "１ "))
    return _into_body(content, "<p>" + word * (chance.choice((20_000, 300_000)) // len(word)) + "</p>")


def _long_title(content: bytes, chance: random.Random) -> bytes:
    text = chance.choice(("a | ", "Ministers meet - ", "x" * 40 + " ")) * 5_000
    return f"<title>{text}</title><h1>{text}</h1>".encode() + content


def _markup_litter(content: bytes, chance: random.Random) -> bytes:
    piece = chance.choice(
        ("<!--", "<![CDATA[", "<", "</", "<script>", "<style>", "<?", "<!DOCTYPE", "<textarea>", "<plaintext>", "\x00", "]]>")
    )
    found = content
    for _ in range(chance.choice((1, 5, 50))):
        at = chance.randrange(len(found) + 1)
        found = found[:at] + piece.encode() + found[at:]
    return found


def _nothing_but(content: bytes, chance: random.Random) -> bytes:
    del content
    return chance.choice((b"", b" ", b"\x00", b"<", b"<html>", b"<body><p></p>", b"\xff\xfe", b"<!doctype html>", b"&", b"<a" * 50_000))


def _into_body(content: bytes, piece: str) -> bytes:
    at = content.lower().find(b"<p")
    at = at if at >= 0 else len(content) // 2
    return content[:at] + piece.encode("utf-8", "replace") + content[at:]


_CHANGES: tuple[Callable[[bytes, random.Random], bytes], ...] = (
    _flip,
    _cut,
    _drop_piece,
    _double_piece,
    _drop_ends,
    _nest,
    _entities,
    _huge_attribute,
    _many_attributes,
    _lie_of_encoding,
    _broken_data,
    _many_links,
    _many_paragraphs,
    _many_cells,
    _long_line,
    _long_title,
    _markup_litter,
    _nothing_but,
)
