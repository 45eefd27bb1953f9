"""How names are compared: folding, words, and spellings that come from other scripts."""

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache

_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_QUOTES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'", "–": "-", "‑": "-"})
_WORD = re.compile(r"[^\W_]+(?:[.'][^\W_]+)*\.?|[&+]")
_COUNT = re.compile(r"^(?:the )?(?:[\d.,]*\d )?")
_TRANSLITERATION = (
    (r"dzh", "j"),
    (r"sch|sh|ch|tch", "sh"),
    (r"kh", "h"),
    (r"gh|dh", "d"),
    (r"ph", "f"),
    (r"[tc]z|ts", "s"),
    (r"x", "ks"),
    (r"q|ck|c", "k"),
    (r"w", "v"),
    (r"ou|oo", "u"),
    (r"(?:y|i|j)+", "i"),
    (r"ee", "i"),
    (r"e?i\b", "i"),
    (r"h\b", ""),
    (r"(.)\1+", r"\1"),
)


@lru_cache(maxsize=20000)
def fold(text: str) -> str:
    """Lower case, without accents, with plain apostrophes and hyphens."""
    if text.isascii():
        return text.lower()
    text = unicodedata.normalize("NFKD", text.translate(_QUOTES))
    text = text.replace("ł", "l").replace("Ł", "L").replace("ø", "o").replace("Ø", "O").replace("ı", "i").replace("đ", "d")
    return "".join(c for c in text if not unicodedata.combining(c)).lower()


@lru_cache(maxsize=50000)
def words_of(text: str) -> tuple[str, ...]:
    """The folded words of a name: dots of abbreviations, hyphens and articles do not count ("U.S." and "US" are one)."""
    if text.isascii() and text.replace(" ", "").isalpha():  # most names; it saves a third of the time to load the tables
        plain = text.lower().split()
        return tuple(w for w in plain if w != "the") or tuple(plain)
    found = tuple(w.replace(".", "") for w in _WORD.findall(fold(text)) if w != "the")
    return found or tuple(w.replace(".", "") for w in _WORD.findall(fold(text)))


@lru_cache(maxsize=20000)
def skeleton(name: str) -> str:
    """A spelling that transliterations of one name share ("Sergei", "Sergey"; "Zelensky", "Zelenskyy"; "Gadhafi", "Gaddafi")."""
    text = re.sub(r"[^a-z]", "", fold(name))
    for pattern, by in _TRANSLITERATION:
        text = re.sub(pattern, by, text)
    return text


def uncounted(name: str) -> str:
    """What a group is called, folded, however many they are: "the 25 soldiers" of one page are "soldiers" on the next."""
    folded = fold(name)
    return _COUNT.sub("", folded) or folded


def distance(one: str, other: str, most: int = 2) -> int:
    """Levenshtein distance, `most + 1` where it is larger."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        above, row[0] = row[0], i
        for j, b in enumerate(other, 1):
            above, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, above + (a != b))
        if min(row) > most:
            return most + 1
    return row[-1]


def same_surname(one: str, other: str) -> bool:
    """Two spellings of one family name."""
    a, b = skeleton(one), skeleton(other)
    return a == b or (min(len(a), len(b)) >= 7 and distance(a, b, 1) <= 1)


def same_given(one: str, other: str, nicknames: Mapping[str, frozenset[str]]) -> bool:
    """Two spellings, short forms or an initial of one given name."""
    f, g = fold(one).rstrip("."), fold(other).rstrip(".")
    if f == g or f in nicknames.get(g, ()) or (min(len(f), len(g)) == 1 and f[0] == g[0]):
        return True
    a, b = skeleton(f), skeleton(g)
    if a == b:
        return True
    consonants = [re.sub(r"[aeiou]", "", s) for s in (a, b)]
    return a[:1] == b[:1] and min(len(a), len(b)) >= 5 and (consonants[0] == consonants[1] or distance(a, b, 1) <= 1)


@lru_cache(maxsize=20000)
def person_parts(name: str) -> tuple[str, ...]:
    """The words of a person's name, folded, without points and without suffixes such as "Jr."."""
    words = fold(name.replace(",", " ").replace(".", " ")).split()
    return tuple(w for w in words if w not in _SUFFIXES) or tuple(words)


def surname(name: str) -> str:
    """The last word of the name, folded, without the article before it: al-Assad and Assad are one surname."""
    words = person_parts(name)
    return words[-1].removeprefix("al-").removeprefix("el-") if words else ""


def same_person(one: str, other: str, nicknames: Mapping[str, frozenset[str]]) -> bool:
    """Are both the full names of one person? Given name and surname agree; a surname alone is never enough."""
    first, second = person_parts(one), person_parts(other)
    if first == second:
        return True
    if len(first) < 2 or len(second) < 2 or not same_surname(surname(one), surname(other)):
        return False
    return same_given(first[0], second[0], nicknames)
