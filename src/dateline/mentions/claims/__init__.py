"""Claims: who charges whom with what, who denies or doubts it, who says the opposite. What disputes are made of."""

from collections.abc import Iterable
from dataclasses import replace

from dateline.mentions.claims.charges import charges
from dateline.mentions.claims.denials import denials
from dateline.mentions.claims.draft import Draft
from dateline.mentions.claims.grammar import subject
from dateline.mentions.claims.replies import replies
from dateline.mentions.claims.speech import sayings
from dateline.mentions.claims.who import Who
from dateline.model.annotated import AnnotatedArticle, Token
from dateline.model.evidence import Span
from dateline.model.ids import content_id
from dateline.model.reports import By, Claim
from dateline.model.tree import Tree
from dateline.ontology.claims import ClaimWords, load_claim_words

__all__ = ["find_claims"]

_LONGEST = 700
_TEXT = 250
# How many sentences a bare denial ("denied the charge") looks back for the charge.
_BACK = 4
_CONTENT = ("NOUN", "VERB", "ADJ", "PROPN")
_UNREAD = ("advcl", "relcl")


def find_claims(annotated: AnnotatedArticle) -> tuple[Claim, ...]:
    """The claims of an article, in the order of the text; what is said of nothing in particular is left out."""
    return _ClaimReader(annotated, load_claim_words()).read()


class _ClaimReader:
    def __init__(self, annotated: AnnotatedArticle, words: ClaimWords) -> None:
        self._annotated = annotated
        self._words = words
        self._tree = Tree(annotated)
        self._who = Who(self._tree, annotated)

    def read(self) -> tuple[Claim, ...]:
        denied = list(denials(self._tree, self._words))
        below = frozenset(c.index for d in denied for c in d.content)
        # What a denial holds is not also a charge of its speaker: "no evidence that the attacks came from the south".
        charged = [d for d in charges(self._tree, self._words) if d.cue.index not in below]
        taken = frozenset({i for d in (*denied, *charged) for i in (d.cue.index, d.cue.head)} | below)
        said = sayings(self._tree, self._annotated, self._words, taken)
        drafts = [*denied, *charged, *said, *replies(self._tree, self._annotated, self._words)]
        drafts.sort(key=lambda d: (d.cue.index, d.kind, d.content[0].index if d.content else -1))
        claims: list[tuple[int, Claim]] = []
        for draft in drafts:
            for claim in self._claims(draft):
                full = claim if claim.topic and not draft.bare else self._pointing_back(claim, draft, claims)
                unread = draft.doers and draft.kind == "denial" and not claim.doers
                if full is not None and full.topic and not unread:
                    claims.append((draft.cue.sentence, full))
        return tuple({claim.id: claim for _, claim in claims}.values())

    def _claims(self, draft: Draft) -> Iterable[Claim]:
        """One claim for everybody who takes the stance: "both Spain and Italy have alleged"."""
        for number, by in enumerate(self._by(draft)):
            yield self._claim(draft, by, number)

    def _claim(self, draft: Draft, by: By, number: int) -> Claim:
        tokens = list(self._inside(draft))
        doers = self._doers(draft)
        reason = self._tree.subtree(draft.because) if draft.because is not None else []
        evidence = self._evidence(draft)
        return Claim(
            id=content_id("claim", self._annotated.article.id, draft.cue.start, draft.stance, tokens[0].start if tokens else -1, number),
            article=self._annotated.article.id,
            by=by,
            stance=draft.stance,
            kind=draft.kind,
            text=self._text(draft, tokens),
            head=(draft.head or draft.content[0]).lemma if draft.content else "",
            topic=self._topic(tokens),
            actors=self._who.all_in(tokens),
            doers=doers,
            evidence=(evidence,),
            admits=draft.admits,
            because=self._topic(reason),
        )

    def _topic(self, tokens: Iterable[Token]) -> tuple[str, ...]:
        """Lemmas of the words that tell something; names of people and places are actors or nothing."""
        plain = {t.lemma for t in tokens if t.pos in _CONTENT and not t.entity and t.lemma.isalpha()}
        return tuple(sorted(lemma for lemma in plain if self._words.matter(lemma)))

    def _inside(self, draft: Draft) -> Iterable[Token]:
        """The words of the proposition, without asides."""
        skip = _UNREAD if draft.kind == "statement" and draft.head is None else ()
        found = {t.index: t for head in draft.content for t in self._tree.subtree(head, skip=skip)}
        reason = {t.index for t in self._tree.subtree(draft.because)} if draft.because is not None else set()
        return (found[i] for i in sorted(found) if i not in reason)

    def _doers(self, draft: Draft) -> tuple[str, ...]:
        named = draft.doers or tuple(s for c in draft.content for s in self._subjects(c))
        named = named or tuple(t for c in draft.content for t in self._tree.children(c, "amod", "compound") if t.entity in ("NORP", "GPE"))
        return tuple(dict.fromkeys(a for token in named if (a := self._who.actor(token))))

    def _subjects(self, token: Token) -> list[Token]:
        """Who does it; in the passive only where that is a way to say that somebody had a part in it ("was involved in")."""
        passive = ("nsubjpass",) if self._words.has("taking_part", token.lemma) else ()
        found = self._tree.children(token, "nsubj", "poss", *passive)
        if not found and token.pos == "VERB" and token.dep == "xcomp":
            above = subject(self._tree, token)
            return [above] if above is not None else []
        return found

    def _by(self, draft: Draft) -> tuple[By, ...]:
        if draft.speaker is not None:
            return self._who.speakers(draft.speaker, draft.cue)
        return (draft.by or self._who.speaking(draft.cue),)

    def _text(self, draft: Draft, tokens: list[Token]) -> str:
        """The proposition in the words of the text, headed by the doer where that stands apart ("Spain: the raid")."""
        if not tokens:
            return ""
        words = self._tree.text[tokens[0].start : min(max(t.end for t in tokens), tokens[0].start + _TEXT)].strip(" ,.;:\"“”'")
        words = words.removeprefix("that ").removeprefix("because ")
        apart = [t for t in draft.doers if not tokens[0].start <= t.start < tokens[-1].end]
        return " ".join((f"{', '.join(self._who.phrase(t) for t in apart)}: {words}" if apart else words).split())

    def _evidence(self, draft: Draft) -> Span:
        whole = self._tree.sentence_span(draft.cue)
        if whole.end - whole.start <= _LONGEST:
            return whole
        start = max(whole.start, draft.cue.start - _LONGEST // 2)
        return Span(whole.article, start, min(whole.end, start + _LONGEST))

    def _pointing_back(self, claim: Claim, draft: Draft, before: list[tuple[int, Claim]]) -> Claim | None:
        """A claim without words of its own takes those of a charge shortly before it.

        Whoever denies "the charge" answers one against his own side; "Spanish involvement" is about the last deed that was
        charged to anybody, of the same side if there is one.
        """
        at = draft.cue.sentence
        near = [c for place, c in reversed(before) if at - _BACK <= place <= at and c.kind == "charge" and c.by != claim.by]
        accused = {self._who.side(actor) for actor in (claim.doers or (claim.by.actor,)) if actor}
        against = [c for c in near if accused & {self._who.side(doer) for doer in c.doers}]
        # Whose charge names nobody that was made out may be meant; one against somebody else is not.
        found = next(iter(against or [c for c in near if claim.kind == "charge" or not c.doers]), None)
        if found is None:
            return None
        if claim.kind == "charge":
            return replace(claim, topic=found.topic, head=found.head)
        doers = claim.doers or found.doers
        return replace(claim, answers=found.id, text=found.text, head=found.head, topic=found.topic, actors=found.actors, doers=doers)
