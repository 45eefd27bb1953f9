"""Other programs that find times in English text, answering as TIMEX3 does: one kind and one value an expression."""

import importlib
import json
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import ModuleType
from typing import Any

from evaluation._specs import Meaning, meaning
from evaluation.timeml import Timex

_INSTALL = "is not installed: pip install -e .[peers]"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a program says of code points `start:end`."""

    start: int
    end: int
    kind: str
    value: str | None
    means: Meaning | None


Peer = Callable[[str, datetime | None], list[Answer]]


def peers() -> dict[str, Peer]:
    """Those that are installed; for the others it is printed how to have them."""
    found: dict[str, Peer] = {}
    for name, module, make in (
        ("recognizers", "recognizers_date_time", _recognizers),
        ("dateparser", "dateparser.search", _dateparser),
    ):
        try:
            _mend_emoji()
            found[name] = make(importlib.import_module(module))
        except ImportError:
            print(f"{name} {_INSTALL}")
    return found


def answers(peer: Peer, texts: Sequence[tuple[str, str, datetime | None]]) -> tuple[dict[str, list[Answer]], float]:
    """The answers for (name, text, seen from), and the CPU seconds they took."""
    started = time.process_time()
    found = {name: peer(text, seen_from) for name, text, seen_from in texts}
    return found, time.process_time() - started


def stored(path: Path) -> dict[str, list[Timex]]:
    """Predictions as the scorers read them, JSON lines."""
    found: dict[str, list[Timex]] = {}
    for line in filter(str.strip, path.read_text(encoding="utf-8").splitlines()):
        row = json.loads(line)
        found.setdefault(row["doc"], []).append(Timex(row["start"], row["end"], row.get("type"), row.get("value")))
    return found


def _mend_emoji() -> None:
    """recognizers-text 1.0.2a2 asks emoji for a name that its version 2 has no more; any mapping from emoji does."""
    emoji: Any = importlib.import_module("emoji")
    if not hasattr(emoji, "UNICODE_EMOJI"):
        emoji.UNICODE_EMOJI = emoji.EMOJI_DATA


def _recognizers(module: ModuleType) -> Peer:
    model = module.DateTimeRecognizer("en-us").get_datetime_model()

    def find(text: str, seen_from: datetime | None) -> list[Answer]:
        found = []
        for one in model.parse(text, seen_from) if seen_from else model.parse(text):
            group = one.type_name.rpartition(".")[2]
            values = (one.resolution or {}).get("values") or [{}]
            # Of two readings, a year ago and a year ahead, news mostly means the first.
            kind, value = _timex(group, values[0])
            found.append(Answer(one.start, one.end + 1, kind, value, meaning(group, values[0])))
        return found

    return find


def _timex(group: str, value: dict[str, str]) -> tuple[str, str | None]:
    plain, timex = value.get("value"), value.get("timex", "")
    if group == "date":
        return "DATE", plain
    if group in ("duration", "set"):
        return group.upper(), timex
    if group == "time":
        return "TIME", timex
    if group == "datetime":
        return ("DATE", timex) if timex.endswith("REF") else ("TIME", plain and plain[:16].replace(" ", "T"))
    if group == "daterange":
        start = value.get("start")
        return "DATE", start[:4] + timex[4:] if start and timex.startswith("XXXX") else timex.strip("()").split(",")[0]
    return "TIME", timex


def _dateparser(module: ModuleType) -> Peer:
    def find(text: str, seen_from: datetime | None) -> list[Answer]:
        found, at = [], 0
        settings = {"RELATIVE_BASE": seen_from} if seen_from else {}
        for words, day in module.search_dates(text, languages=["en"], settings=settings) or ():
            start = text.find(words, at)
            if start >= 0:
                at = start + len(words)
                found.append(Answer(start, at, "DATE", day.date().isoformat(), Meaning(start=day.date(), end=day.date())))
        return found

    return find
