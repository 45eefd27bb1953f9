"""Who is meant by the words of a claim: the article's actors, the speaker behind "we", sources without a name."""

from dateline.mentions.attribution import read_by
from dateline.model.actors import LocalActor
from dateline.model.annotated import AnnotatedArticle, Token
from dateline.model.reports import By
from dateline.model.tree import Tree

_FIRST = frozenset({"i", "we", "us"})
_CODE = 3  # letters of a country's code; shorter or longer ones are no states
_MEDIA = ("MED", "JOU")
# What has been published says so itself.
_PAPERS = frozenset({"book", "report", "newspaper", "article", "memoir", "paper", "magazine", "newsletter", "documentary", "account"})


class Who:
    """Answers for one article."""

    def __init__(self, tree: Tree, annotated: AnnotatedArticle) -> None:
        self._tree = tree
        self._annotated = annotated
        self._actors: dict[str, LocalActor] = {actor.id: actor for actor in annotated.actors}
        self._by_head: dict[int, str] = {}
        self._covering: dict[int, str] = {}
        self._pronouns = frozenset(r.head for r in annotated.references if r.kind == "pronoun")
        for reference in annotated.references:
            if reference.actor not in self._actors:
                continue
            self._by_head.setdefault(reference.head, reference.actor)
            for index in range(reference.first, reference.last):
                self._covering.setdefault(index, reference.actor)

    def actor(self, token: Token) -> str | None:
        """The actor that the phrase with this head means."""
        if token.lemma in _FIRST:
            return read_by(self._tree, self._annotated, token).actor
        own = self._by_head.get(token.index)
        named = [self._by_head[t.index] for t in self._tree.children(token, "appos") if t.index in self._by_head]
        if own is None or self._actors[own].kind == "unnamed":
            # "The shipping line Maersk" is a description with a name: the name says who it is.
            own = next((a for a in named if self._actors[a].kind != "unnamed"), own)
        inside = reversed(self._tree.children(token, "compound", "nmod"))
        found = own or next((self._by_head[t.index] for t in inside if t.index in self._by_head), None)
        if found is None:
            # "Representatives from Spain" speak for Spain.
            after = [n for p in self._tree.children(token, "prep") if p.lemma in ("from", "of") for n in self._tree.children(p, "pobj")]
            found = next((self._by_head[t.index] for t in after if t.index in self._by_head), None)
        return found or self._covering.get(token.index)

    def speaking(self, cue: Token) -> By:
        """Who says the words round `cue`; a speaker who is described and named at once ("the pipeline operator X") by the name."""
        by = read_by(self._tree, self._annotated, cue)
        if by.kind != "unnamed" or by.actor is None:
            return by
        spans = [q.speaker_span for q in self._annotated.quotations if q.speaker == by.actor and q.speaker_span is not None]
        sentence = self._tree.sentence(cue)
        inside = [t for s in spans for t in self._tree.tokens[sentence.first : sentence.last] if s.start <= t.start < s.end]
        heads = [t for t in inside if t.dep in ("nsubj", "nsubjpass", "pobj")]
        return next((found for t in heads if (found := self._by(t, cue)).kind == "named"), by)

    def speakers(self, speaker: Token, cue: Token) -> tuple[By, ...]:
        """Who take the stance that `cue` shows, named by the phrase round `speaker` and those beside it, once each."""
        return tuple(dict.fromkeys(self._by(one, cue) for one in self._tree.conjuncts(speaker)))

    def _by(self, speaker: Token, cue: Token) -> By:
        if speaker.lemma in _FIRST or speaker.tag in ("WP", "WDT"):
            return read_by(self._tree, self._annotated, cue)
        if speaker.lemma in _PAPERS and speaker.index not in self._by_head:
            return By("outlet", None, self.phrase(speaker))
        found = self.actor(speaker)
        if found is None or found not in self._actors:
            return By("unnamed", None, self.phrase(speaker))
        actor = self._actors[found]
        if actor.kind == "unnamed":
            return By("unnamed", actor.id, actor.name)
        return By("outlet" if actor.sector in _MEDIA else "named", actor.id)

    def all_in(self, tokens: list[Token]) -> tuple[str, ...]:
        """The actors named among the tokens, once each, sorted; whom a pronoun means is too unsure here."""
        return tuple(sorted({self._by_head[t.index] for t in tokens if t.index in self._by_head and t.index not in self._pronouns}))

    def side(self, actor: str) -> str:
        """A state's minister, firm and capital are one side."""
        known = self._actors.get(actor)
        return known.country if known is not None and known.country and len(known.country) == _CODE else actor

    def phrase(self, token: Token) -> str:
        """The words round a head, without what follows it."""
        first, last = self._tree.phrase(token, skip=("relcl", "acl", "appos", "conj", "cc", "advcl", "prep", "preconj", "case"))
        return self._tree.words(first, last).strip(' ,“”"')
