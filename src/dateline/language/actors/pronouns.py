"""Pronouns: he, she, his, her, him and they, each tied to somebody for a reason or left alone.

The one told as the subject of the clause that governs the pronoun comes first, then the subject of the sentence before, then the one told
last (centering; Grosz, Joshi and Weinstein 1995); a person of the other sex never does.
"""

from dateline.language.actors.book import Book, Draft
from dateline.language.actors.discourse import SUBJECTS, Discourse, Mention
from dateline.language.actors.page import Page
from dateline.model.annotated import Token

_SEX = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
_PLURAL = {"they", "their", "them"}
_LEAST = 0.2  # a lower score is a guess
_FAR_BACK = 8  # sentences: as far as a pronoun may mean the only one it can
_BACK = 3  # sentences: farther back a pronoun is seldom explained


def resolve(page: Page, book: Book, discourse: Discourse, index: int) -> None:
    """Adds the references of the pronoun at `index`, if it is one and can be tied."""
    word = page.lower[index]
    token = page.tokens[index]
    if word in _PLURAL:
        _they(page, book, discourse, token)
        return
    sex = _SEX.get(word)
    if sex is None or token.pos not in ("PRON", "DET"):
        return
    found = _antecedent(page, discourse, token, sex)
    if found is None:
        return
    mention, why = found
    draft = discourse.draft(mention)
    draft.sex = draft.sex or sex
    discourse.add(book.refer((index, index + 1), draft, "pronoun", why))


def _antecedent(page: Page, discourse: Discourse, token: Token, sex: str) -> tuple[Mention, str] | None:
    ahead = _ahead(page, discourse, token, sex)
    if ahead:
        return ahead, "subject of the main clause that follows"
    barred = _barred(page, discourse, token) | {discourse.speaker(token.index) or ""}
    candidates = [
        m
        for m in discourse.before(token.index, _BACK)
        if m.actor not in barred and _may(discourse.draft(m), sex) and _same_side(page, m, token)
    ]
    if sex == "f":
        sure = [m for m in candidates if discourse.draft(m).sex == "f"]
        candidates = sure or [m for m in candidates if not m.actor.startswith("u")]
    if not candidates:
        return _only_one(page, discourse, token, sex)
    governing = _governing_subject(page, token, candidates)
    if governing:
        return governing, "subject of the governing clause"
    scored = sorted(((_score(page, m, token), -m.first, m) for m in candidates), key=lambda s: (-s[0], s[1]))
    best = scored[0]
    if best[0] < _LEAST:
        return _only_one(page, discourse, token, sex)
    others = [s for s in scored if s[2].actor != best[2].actor]
    if others and others[0][0] >= best[0] and not best[2].subject:
        return None
    return best[2], "the one of that sex told last"


def _only_one(page: Page, discourse: Discourse, token: Token, sex: str) -> tuple[Mention, str] | None:
    """Farther back: the one of that sex, if nobody else who may be meant was told since."""
    if page.quoted[token.index] or discourse.speaker(token.index):
        return None
    told = [m for m in discourse.before(token.index, _FAR_BACK) if _may(discourse.draft(m), sex)]
    sure = discourse.draft(told[0]).sex == sex if told else False
    return (told[0], "the only one of that sex told") if sure and len({m.actor for m in told}) == 1 else None


def _ahead(page: Page, discourse: Discourse, token: Token, sex: str) -> Mention | None:
    """As in "When he was chief executive, X left": a pronoun in a clause put first is the subject of the main clause."""
    for above in page.tree.ancestors(token):
        verb = page.tokens[above.head]
        if above.dep != "advcl" or verb.index <= token.index:
            continue
        subject = next((c for c in page.tree.children(verb, "nsubj", "nsubjpass") if c.index > token.index), None)
        found = next((m for m in discourse.mentions if subject and m.head == subject.index), None)
        return found if found and _may(discourse.draft(found), sex) else None
    return None


def _may(draft: Draft, sex: str) -> bool:
    """Sex must agree; somebody of unknown sex is taken for a man more readily than for a woman."""
    if draft.kind not in ("person", "unnamed") or draft.plural:
        return False
    return draft.sex in (sex, "")


def _same_side(page: Page, mention: Mention, token: Token) -> bool:
    """A pronoun inside a quotation seldom means somebody told only outside of it in the same sentence: the speaker says "I"."""
    if not page.quoted[token.index]:
        return not page.quoted[mention.head] or token.dep not in SUBJECTS
    return page.quoted[mention.head] or mention.sentence != token.sentence or not mention.subject


def _barred(page: Page, discourse: Discourse, token: Token) -> set[str]:
    """Whom the syntax excludes: "X told him" is not X, and the subject "he" is not the one it acts on."""
    if token.dep == "poss" or page.lower[token.index].endswith("self"):
        return set()
    verb = token
    while verb.dep in ("pobj", "prep", "dative", "dobj", "conj", "pcomp") and verb.head != verb.index:
        verb = page.tokens[verb.head]
        if verb.pos in ("VERB", "AUX"):
            break
    clause = verb.index if verb.pos in ("VERB", "AUX") else token.head
    return {
        m.actor
        for m in discourse.before(token.index, 0)
        if page.tokens[m.head].head == clause and page.tokens[m.head].dep in (*SUBJECTS, "dobj", "dative") and token.dep not in SUBJECTS
    }


def _governing_subject(page: Page, token: Token, candidates: list[Mention]) -> Mention | None:
    """The subject of a verb above the pronoun: "Keller said he ...", "Tadin praised his ..."."""
    heads = {m.head: m for m in candidates if m.sentence == token.sentence}
    for above in page.tree.ancestors(token):
        if above.pos not in ("VERB", "AUX"):
            continue
        if above.dep == "relcl" and above.head in heads and _who(page, above):
            return heads[above.head]
        for child in page.tree.children(above, "nsubj", "nsubjpass"):
            if child.index < token.index and child.index in heads:
                return heads[child.index]
            if child.index < token.index and child.index != token.index and child.pos in ("PROPN", "NOUN") and child.index not in heads:
                break
    return None


def _who(page: Page, verb: Token) -> bool:
    """Is "who" or "whose ..." the subject of the relative clause?"""
    subject = page.tree.child(verb, "nsubj", "nsubjpass")
    return subject is not None and any(page.lower[t.index] in ("who", "whose", "which", "that") for t in page.tree.subtree(subject))


def _score(page: Page, mention: Mention, token: Token) -> float:
    distance = token.sentence - mention.sentence
    apart = page.tokens[mention.head].block != token.block
    rank = 2.2 if mention.main else 1.8 if mention.subject else 1.0
    rank += 0.9 if page.quoted[token.index] and page.quoted[mention.head] and distance <= 1 else 0.0
    rank -= 0.6 if mention.actor.startswith("u") and distance else 0.0
    return rank - 0.7 * distance - 0.3 * apart - (0.6 if page.tokens[mention.head].dep in ("compound", "poss") else 0.0)


def _they(page: Page, book: Book, discourse: Discourse, token: Token) -> None:
    """They: two people joined by "and" as the subject of this sentence or of the one before."""
    for back in (0, 1):
        group = [
            m
            for m in discourse.mentions
            if m.first < token.index and m.sentence == token.sentence - back and m.subject and not m.actor.startswith("u")
        ]
        joined = [m for m in group if any(o is not m and _joined(page, m, o) for o in group)]
        if len({m.actor for m in joined}) >= 2:
            for actor in dict.fromkeys(m.actor for m in joined):
                book.refer((token.index, token.index + 1), book.drafts[actor], "pronoun", "the people joined as the subject")
            return
        if group:
            return


def _joined(page: Page, one: Mention, other: Mention) -> bool:
    a, b = page.tokens[one.head], page.tokens[other.head]
    return (a.dep == "conj" and a.head == b.index) or (b.dep == "conj" and b.head == a.index)
