"""What is known of a word's status while the walk over the parse goes on, and the words it goes by."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from dateline.model.annotated import AnnotatedArticle, Token
from dateline.model.reports import Tense
from dateline.model.tree import Tree
from dateline.ontology.status import StatusWords

# The status of a finite clause; a plain present is kept apart until it is known where it stands (a headline's present is past).
PRESENT = "present"


@dataclass(frozen=True, slots=True)
class State:
    """A status as far as decided: `status` None where nothing decides, `present` for a plain present tense.

    `own` is True where a finite clause of the word itself decided; `sure` is a confidence between 0 and 1; `evidence` token indices.
    """

    status: str | None
    tense: Tense = "none"
    sure: float = 0.5
    evidence: tuple[int, ...] = ()
    own: bool = False

    def seen(self, *tokens: Token) -> "State":
        """The same with more evidence."""
        return replace(self, evidence=(*self.evidence, *(t.index for t in tokens)))


NOTHING = State(None)


@dataclass(slots=True)
class Context:
    """One article on the walk. `read` gives the state of a word with all that governs it; it is set by the walk itself."""

    tree: Tree
    annotated: AnnotatedArticle
    words: StatusWords
    read: Callable[["Context", Token, int], State]
    memory: dict[int, State] = field(default_factory=dict)

    def lemma(self, token: Token) -> str:
        """The token's lemma, without the parser's known slips."""
        return self.words.lemmas.get(token.lemma, token.lemma)

    def has(self, name: str, token: Token) -> bool:
        """Is the token's lemma or its text in a closed class?"""
        return self.words.has(name, token.lemma) or self.words.has(name, token.text.lower())

    def combined(self, effect: str, governor: State, word: Token | None = None) -> str | None:
        """The status of what stands below a `word` of `effect` whose own state is `governor`.

        "was vital" is no longer a demand, and "accepted the invitation" is more than one.
        """
        above = "held" if governor.status in (None, PRESENT) else str(governor.status)
        result = self.words.combine[effect][above]
        if effect == "proposed" and word is not None and word.pos == "ADJ" and governor.tense == "past":
            return "held"
        if effect == "proposed" and word is not None and word.pos == "NOUN" and governor.status == "planned" and governor.tense != "future":
            return "planned"
        if effect in ("possible", "proposed") and governor.status == "denied" and word is not None and self.has("openings", word):
            return "cancelled"
        return governor.status if result == "same" else result
