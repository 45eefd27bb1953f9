"""Are two names of people the same person's? Spelling, initials, short forms; never by surname alone against another first name."""

import re
import unicodedata
from difflib import SequenceMatcher

_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
# How alike two spellings of one name are: Sergei/Sergey .83, Dmitri/Dmitry .83, Zelensky/Zelenskyy .94, Gaddafi/Gadhafi .71,
# against Mikhail/Mikhailo .93 and John/Joan .75, which are other names but seldom with the same surname in one story.
_SAME_GIVEN = 0.72
_SAME_SURNAME = 0.84


def fold(text: str) -> str:
    """Lower case, no accents, no points, apostrophes evened out, single spaces."""
    plain = unicodedata.normalize("NFKD", text)
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    plain = plain.replace("’", "'").replace(".", " ").lower()
    return re.sub(r"\s+", " ", plain).strip()


def parts(name: str) -> tuple[str, ...]:
    """The words of a name, folded, without suffixes such as "Jr."."""
    words = fold(name.replace(",", " ")).split()
    return tuple(w for w in words if w not in _SUFFIXES)


def surname(name: str) -> str:
    """The last word of the name, folded, without a particle: al-Assad and Assad are one surname."""
    words = parts(name)
    return words[-1].removeprefix("al-").removeprefix("el-") if words else ""


def same_surname(one: str, other: str) -> bool:
    """Two spellings of one surname."""
    first, second = surname(one), surname(other)
    return first == second or (min(len(first), len(second)) >= 5 and first[0] == second[0] and _alike(first, second) >= _SAME_SURNAME)


def same_person(one: str, other: str, short_forms: dict[str, str]) -> bool:
    """Both full names, and given name and surname agree; `short_forms` maps a folded short form to the full one ("joe": "joseph")."""
    first, second = parts(one), parts(other)
    if first == second:
        return True
    if len(first) < 2 or len(second) < 2 or not same_surname(one, other):
        return False
    given, other_given = first[0], second[0]
    if given == other_given or short_forms.get(given, given) == short_forms.get(other_given, other_given):
        return True
    if len(given) == 1 or len(other_given) == 1:
        return given[0] == other_given[0]
    return given[0] == other_given[0] and _alike(given, other_given) >= _SAME_GIVEN


def _alike(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()
