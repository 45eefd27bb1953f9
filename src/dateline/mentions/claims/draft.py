"""A claim before its words are read: who takes which stance to what, as tokens."""

from dataclasses import dataclass

from dateline.model.annotated import Token
from dateline.model.reports import By, ClaimKind, Stance


@dataclass(frozen=True, slots=True)
class Draft:
    """`cue` is the word that shows the stance; `content` the heads of what it is taken to; `doers` the heads of those said to have done it.

    `speaker` names who takes it; None leaves it to `by`, and where that is None as well to whoever speaks here. `bare` is a denial without
    words of its own ("denied the charge"). `because` heads the reason that is given.
    `head` is the deed where that is not the first of `content`.
    """

    cue: Token
    stance: Stance
    kind: ClaimKind
    content: tuple[Token, ...]
    doers: tuple[Token, ...] = ()
    speaker: Token | None = None
    by: By | None = None
    bare: bool = False
    admits: bool = False
    because: Token | None = None
    head: Token | None = None
