"""From text to words of time: every word gets one letter for its kind, so that the rules are short regular expressions.

M month   W weekday   p "Mondays"   U unit   V units   S season   P part of a day   T today   R "recently"   K holiday   y decade
d 1-99    n other number   Y year   w number word   h hundred   q "several"   a a/an   o "12th"   O "third"   c clock   m a.m.   z zone
D 2017-04-12, 4/12/2017   L last   N next   H this   I that   J same   E early   e end   t the   f of   F from   > to   & and   g ago
i "or so"   u period   Z time   Q rest   B earlier   b before   A later   j after   X about   v every   r "daily"   s possessive
G fiscal, full   k more   l old   - , . /   # once   @ o'clock   C Q3   and x for everything else
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from dateline.model.articles import Article
from dateline.ontology.times import Holiday, TimeWords, feasts, time_words

Value = int | float | str | Holiday | None

_PIECE = re.compile(
    r"(?P<iso>\d{4}-\d\d-\d\d(?!\d)|\d{4}/\d{1,2}/\d{1,2}(?![\d/]))"
    r"|(?P<numeric>(?:(?<![\d/.-])|(?<=/\d{4}-))\d{1,2}(?P<_mark>[/.-])\d{1,2}(?P=_mark)(?:\d{4}|\d\d)(?![\d/]|-(?!\d{1,2}/)))"
    r"|(?P<day_month>(?:(?<=\b[Oo]n )|(?<=day )|(?<=day, ))"
    r"(?:(?:1[0-2]|0?[1-9])/(?:[12]\d|3[01]|0?[1-9])|(?:1[3-9]|2\d|3[01])/(?:1[0-2]|0?[1-9]))(?![\d/]|\s?%))"
    r"|(?P<year_month>(?<![\d/.-])(?:(?:1[0-2]|0?[1-9])[/-](?:19|20)\d\d|(?:19|20)\d\d[/-](?:1[0-2]|0?[1-9]))(?![\d/.%-]\d|\d|-))"
    r"|(?P<label>\b[QH][1-4]\b|\b[qh][1-4](?=[ -](?:of )?(?:19|20)\d\d\b)|(?<=\b\d{4}[ -])[qh][1-4]\b)"
    r"|(?P<clock>(?<=-\d\d)T\d\d:\d\d(?::\d\d)?|\d{1,2}[:.]\d\d(?=\s?[ap]\.?m\b)|\d{1,2}:\d\d(?::\d\d)?)"
    r"|(?P<decade>(?:(?:1\d|20)\d0|(?<!\w)[’'‘][2-9]0|(?<=\b[Tt]he )[2-9]0|(?<=0s and )[2-9]0)['’]?s\b)"
    r"|(?P<short_year>(?:(?<=[Ii]n )|(?<=[Ss]ince )|(?<=of ))['’]\d\d\b)"
    r"|(?P<fraction>(?:\d+[ -])?\d/\d\b|(?:\d+ ?)?[½¼¾])"
    r"|(?P<ordinal>\d{1,2}(?:st|nd|rd|th)\b)"
    r"|(?P<money>[$€£¥]\s?\d[\d,.]*|\d[\d,.]*\s?%)"
    r"|(?P<number>\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    r"|(?P<meridian>[ap]\.\s?m\b\.?)"
    r"|(?P<possessive>['’]s\b)"
    r"|(?P<word>[^\W\d_]+(?:[’'](?!s\b)[^\W\d_]+)*)"
    r"|(?P<mark>[-–—,./])"
    r"|(?P<other>[^\s])"
)
_WORD = re.compile(r"[^\W\d_]+(?:[’'.-][^\W\d_]+|[’'](?=\s))*")
_YEAR_IN_WORDS = re.compile(r"wh(?:&?w)?|ww")
# "22 Jan", "1st of Jan", "2019-sep-1".
_DAY_BEFORE = re.compile(r"\d(?:st|nd|rd|th)?(?: of)?[-/ ]$")
_ONES = re.compile(r"[ -]([^\W\d_]+)\b")
_FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75}
# Two figures of a year: above this they are of the century before.
_PIVOT = 40
_ABBREVIATED = "abbreviated"


@dataclass(frozen=True, slots=True)
class Lex:
    """A word of time at code points `start:end`: its letter, what it stands for, and the word in lower case."""

    start: int
    end: int
    letter: str
    value: Value
    text: str


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of a language with their letters: single words, and entries of several words by their first word, the longest first."""

    words: TimeWords
    singles: Mapping[str, tuple[str, Value, str]]
    phrases: Mapping[str, list[tuple[str, str, Value]]]


@cache
def lexicon(language: str) -> Lexicon:
    """The lexicon of `language`, built once. Where a word stands in two lists the earlier list wins."""
    words = time_words(language)
    singles: dict[str, tuple[str, Value, str]] = {}
    phrases: dict[str, list[tuple[str, str, Value]]] = {}
    for letter, entries, note in _lists(words):
        for word, value in entries.items():
            if _WORD.fullmatch(word) and "-" not in word and "'" not in word:
                singles.setdefault(word, (letter, value, note))
            else:
                first = re.split(r"[ '.-]", word)[0]
                phrases.setdefault(first, []).append((word, letter, value))
    for entries_of in phrases.values():
        entries_of.sort(key=lambda entry: (-len(entry[0]), entry[0]))
    return Lexicon(words, singles, phrases)


def lex_blocks(article: Article) -> Iterator[tuple[list[Lex], str]]:
    """For each block of `article`, its pieces and their letters as one string."""
    entries = lexicon(article.language)
    for block in article.blocks:
        pieces = lex(article.text, block.start, block.end, entries)
        yield pieces, "".join(piece.letter for piece in pieces)


def lex(text: str, start: int, end: int, entries: Lexicon) -> list[Lex]:
    """The pieces of `text[start:end]`."""
    pieces: list[Lex] = []
    at = start
    while match := _PIECE.search(text, at, end):
        at = match.end()
        kind = match.lastgroup or ""
        if kind == "word":
            piece = _phrase(text, match.start(), end, match.group().lower(), entries.phrases) or _word(text, match, end, entries)
            piece = _tens(text, piece, end, entries.singles) if piece.letter == "w" else piece
        else:
            piece = _figure(match, kind, entries.words)
        pieces.append(piece)
        at = piece.end
    return _with_years(pieces, entries.words)


def _word(text: str, match: re.Match[str], end: int, entries: Lexicon) -> Lex:
    words, singles, ambiguous = entries.words, entries.singles, entries.words.ambiguous_months
    word = match.group()
    lower = word.lower().replace("’", "'")
    letter, value, note = singles.get(lower, ("x", None, ""))
    stop = match.end()
    if note == _ABBREVIATED:
        dotted = stop < end and text[stop] == "."
        # "Sun", "Mar", "Sat" are other words more often than not: without a full stop they need a capital and a number or a comma behind.
        behind, ahead = text[max(match.start() - 9, 0) : match.start()], text[stop : stop + 3]
        numbered = _DAY_BEFORE.search(behind) or re.match(r"[-/]\d", ahead) or _before_ordinal(text, stop, words)
        beside = letter == "M" and bool(numbered)
        if not beside and not (word[0].isupper() and (dotted or re.match(r",? \d|[-/]\d", ahead))):
            return Lex(match.start(), stop, "x", None, lower)
        return Lex(match.start(), stop + dotted, letter, value, lower)
    # Many write months in small letters where they write in haste; "may" and "march" are then the verbs.
    if letter == "M" and not word[0].isupper() and lower in ambiguous:
        letter = "x"
    return Lex(match.start(), stop, letter, value, lower)


def _before_ordinal(text: str, stop: int, words: TimeWords) -> bool:
    """Is it "Jan first"?"""
    behind = _ONES.match(text, stop)
    return behind is not None and behind.group(1).lower() in words.ordinals


def _with_years(pieces: list[Lex], words: TimeWords) -> list[Lex]:
    """Years in words, after a month, a day or a preposition: "in nineteen ninety-six", "May first two thousand and five"."""
    if not any(piece.letter == "h" for piece in pieces) and not any(a.letter == b.letter == "w" for a, b in pairwise(pieces)):
        return pieces
    joined: list[Lex] = []
    at = 0
    while at < len(pieces):
        before = joined[-1] if joined else None
        year = None
        if before is not None and (before.letter in "MOdo" or before.text in words.prepositions):
            year = _YEAR_IN_WORDS.match("".join(piece.letter for piece in pieces[at : at + 4]))
        number = _year_of(pieces[at : at + year.end()]) if year else None
        if year is None or number is None:
            joined.append(pieces[at])
            at += 1
        else:
            last = pieces[at + year.end() - 1]
            joined.append(Lex(pieces[at].start, last.end, "Y", number, str(number)))
            at += year.end()
    return joined


def _year_of(pieces: list[Lex]) -> int | None:
    """The year that the pieces spell; None where they spell another number."""
    numbers = [int(piece.value) for piece in pieces if isinstance(piece.value, int)]
    first, rest = numbers[0], numbers[1:]
    if rest and rest[0] == 1000:
        return 2000 + sum(rest[1:]) if first == 2 and sum(rest[1:]) < 100 else None
    if rest and rest[0] == 100:
        return first * 100 + sum(rest[1:]) if 13 <= first <= 19 and sum(rest[1:]) < 100 else None
    return first * 100 + rest[0] if rest and 13 <= first <= 20 and 10 <= rest[0] <= 99 else None


def _tens(text: str, piece: Lex, end: int, singles: Mapping[str, tuple[str, Value, str]]) -> Lex:
    """With the ones behind it: "twenty-four", the "twenty four" of a transcript and "twenty-first" are one number."""
    ones = _ONES.match(text, piece.end, end) if isinstance(piece.value, int) and 20 <= piece.value <= 90 else None
    letter, value, _ = singles.get(ones.group(1).lower(), ("", None, "")) if ones else ("", None, "")
    if ones is None or letter not in ("w", "O") or not isinstance(value, int) or not isinstance(piece.value, int) or not 1 <= value <= 9:
        return piece
    return Lex(piece.start, ones.end(), letter, piece.value + value, text[piece.start : ones.end()].lower())


def _phrase(text: str, start: int, end: int, first: str, phrases: Mapping[str, list[tuple[str, str, Value]]]) -> Lex | None:
    """The longest entry of several words that begins here."""
    for phrase, letter, value in phrases.get(first.replace("’", "'").split("'")[0], ()):
        stop = start + len(phrase)
        found = text[start:stop].lower().replace("’", "'").replace("\n", " ")
        if found == phrase and stop <= end and not text[stop : stop + 1].isalnum():
            if isinstance(value, Holiday) and not text[start].isupper() and not phrase.endswith(("day", "eve")):
                continue
            return Lex(start, stop, letter, value, phrase)
    return None


def _figure(match: re.Match[str], kind: str, words: TimeWords) -> Lex:
    text = match.group()
    letter, value = "x", None if kind in ("other", "money", "word") else text
    if kind == "number":
        return _number(match)
    if kind == "decade":
        digits = re.sub(r"\D", "", text)
        return Lex(match.start(), match.end(), "y", int(digits) if len(digits) == 4 else 1900 + int(digits), text)
    if kind == "short_year":
        return Lex(match.start(), match.end(), "Y", full_year(int(text[1:])), text)
    if kind == "fraction":
        return Lex(match.start(), match.end(), "n", _fraction(text), text)
    if kind == "ordinal":
        return Lex(match.start(), match.end(), "o", int(text[:-2]), text)
    if kind == "label":
        return Lex(match.start(), match.end(), "C", int(text[1]), text.upper())
    if kind == "year_month" and not _is_month(text):
        # "2011-12" and "2011/12" are two years.
        return Lex(match.start(), match.start() + 4, "Y", int(text[:4]), text[:4])
    if kind == "meridian":
        return Lex(match.start(), match.end(), "m", words.meridians[text[0].lower() + ".m"], text.lower())
    if kind == "mark":
        letter = "-" if text in "-–—" else text
    else:
        letter = {"iso": "D", "numeric": "D", "day_month": "D", "year_month": "D", "clock": "c", "possessive": "s"}.get(kind, "x")
    return Lex(match.start(), match.end(), letter, value, text)


def _is_month(text: str) -> bool:
    """Is it a month in figures, "2011-04", "4/2011"? The year after the first one makes two years of it."""
    first, second = (int(part) for part in re.split("[/-]", text))
    return first < 100 or second != (first + 1) % 100


def full_year(year: int) -> int:
    """The year that two figures stand for."""
    return year if year > 99 else year + (2000 if year <= _PIVOT else 1900)


def _fraction(text: str) -> float:
    """Such as "1/2", "2 1/2", "2½"."""
    whole = re.match(r"\d+(?=[ \-½¼¾])", text)
    number = float(whole.group()) if whole else 0.0
    if text[-1] in _FRACTIONS:
        return number + _FRACTIONS[text[-1]]
    above, _, below = re.split(r"[ -]", text)[-1].partition("/")
    return number + (int(above) / int(below) if int(below) else 0)


def _number(match: re.Match[str]) -> Lex:
    text = match.group()
    number = float(text.replace(",", ""))
    letter = "d" if len(text) <= 2 else "n"
    if re.fullmatch(r"1[0-9]\d\d|20\d\d|2100", text):
        letter = "Y"
    return Lex(match.start(), match.end(), letter, int(number) if number.is_integer() else number, text)


def _lists(words: TimeWords) -> Iterator[tuple[str, Mapping[str, Value], str]]:
    yield "K", {name: holiday for holiday in words.holidays for name in holiday.names}, ""
    yield "K", {name: Holiday(names=(name,), days=feasts()[feast]) for name, feast in words.feasts.items()}, ""
    yield "M", words.months, ""
    yield "M", words.month_abbreviations, _ABBREVIATED
    yield "W", words.weekdays, ""
    yield "W", words.weekday_abbreviations, _ABBREVIATED
    yield "R", {word: name for name, entries in words.references.items() for word in entries}, ""
    for letter, mapping in (
        ("p", words.weekday_plurals), ("U", words.units), ("V", words.units_plural), ("S", words.seasons), ("P", words.day_parts),
        ("T", words.deictic_days), ("w", words.numbers), ("h", words.scales), ("O", words.ordinals), ("y", words.decades),
        ("m", words.meridians), ("r", words.sets), ("#", words.times_a),
    ):  # fmt: skip
        yield letter, mapping, ""
    for letter, entries in (
        ("t", words.the), ("f", words.of), ("F", words.range_from), (">", words.range_to), ("&", words.joining), ("a", words.articles),
        ("L", words.last), ("N", words.next), ("H", words.this), ("I", words.that), ("J", words.same),
        ("E", words.early | words.mid | words.late),
        ("e", words.start | words.end), ("g", words.ago), ("B", words.earlier), ("A", words.later), ("b", words.before),
        ("j", words.after), ("v", words.each), ("G", words.fiscal | words.whole), ("Q", words.rest),
        ("@", words.clock_signs), ("u", words.periods), ("Z", words.time), ("i", words.or_so),
        ("k", words.more), ("l", words.old), ("q", words.vague_numbers), ("X", words.about), ("z", words.zones),
    ):  # fmt: skip
        yield letter, dict.fromkeys(sorted(entries)), ""
