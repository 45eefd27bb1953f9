"""Who is meant by the words of a claim: the article's actors, the speaker behind "we", sources without a name."""

from dateline.mentions.attribution import read_by
from dateline.model.actors import LocalActor
from dateline.model.annotated import AnnotatedArticle, Token
from dateline.model.reports import By
from dateline.model.tree import Tree
from dateline.ontology.speech import load_speech

_FIRST = frozenset({"i", "we", "us"})
_MEDIA = ("MED", "JOU")


class Who:
    """Answers for one article."""

    def __init__(self, tree: Tree, annotated: AnnotatedArticle) -> None:
        self._tree = tree
        self._annotated = annotated
        self._actors: dict[str, LocalActor] = {actor.id: actor for actor in annotated.actors}
        self._by_head: dict[int, str] = {}
        self._covering: dict[int, str] = {}
        for reference in annotated.references:
            self._by_head.setdefault(reference.head, reference.actor)
            for index in range(reference.first, reference.last):
                self._covering.setdefault(index, reference.actor)

    def actor(self, token: Token) -> str | None:
        """The actor that the phrase with this head means."""
        if token.lemma in _FIRST:
            return read_by(self._tree, self._annotated, token).actor
        inside = [token, *self._tree.children(token, "appos"), *self._tree.children(token, "compound", "nmod", "poss")]
        heads = [self._by_head[t.index] for t in inside if t.index in self._by_head]
        # "The pipeline operator Transneft" is a description with a name: the name says who it is.
        found = next((a for a in heads if a in self._actors and self._actors[a].kind != "unnamed"), next(iter(heads), None))
        if found is None:
            # "Representatives from Spain" speak for Spain.
            after = [n for p in self._tree.children(token, "prep") if p.lemma in ("from", "of") for n in self._tree.children(p, "pobj")]
            found = next((self._by_head[t.index] for t in after if t.index in self._by_head), None)
        return found or self._covering.get(token.index)

    def speakers(self, speaker: Token, cue: Token) -> tuple[By, ...]:
        """Who take the stance that `cue` shows, named by the phrase round `speaker` and those beside it, once each."""
        return tuple(dict.fromkeys(self._by(one, cue) for one in self._tree.conjuncts(speaker)))

    def _by(self, speaker: Token, cue: Token) -> By:
        if speaker.lemma in _FIRST or speaker.tag in ("WP", "WDT"):
            return read_by(self._tree, self._annotated, cue)
        if speaker.lemma in load_speech().documents and speaker.lemma in load_speech().media | {"book", "newspaper", "article", "memoir"}:
            return By("outlet", None, self.phrase(speaker))
        found = self.actor(speaker)
        if found is None or found not in self._actors:
            return By("unnamed", None, self.phrase(speaker))
        actor = self._actors[found]
        if actor.kind == "unnamed":
            return By("unnamed", actor.id, actor.name)
        return By("outlet" if actor.sector in _MEDIA else "named", actor.id)

    def all_in(self, tokens: list[Token]) -> tuple[str, ...]:
        """The actors named among the tokens, once each, sorted."""
        return tuple(sorted({self._by_head[t.index] for t in tokens if t.index in self._by_head}))

    def phrase(self, token: Token) -> str:
        """The words round a head, without what follows it."""
        first, last = self._tree.phrase(token, skip=("relcl", "acl", "appos", "conj", "cc", "advcl", "punct", "prep", "preconj", "case"))
        return self._tree.words(first, last)
