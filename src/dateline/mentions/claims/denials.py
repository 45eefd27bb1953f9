"""Denials and doubts: "denied any role in the raid", "rejected the charge", "had seen no evidence that", "have yet to be determined"."""

from collections.abc import Iterable

from dateline.mentions.claims.draft import Draft
from dateline.mentions.claims.grammar import after, clauses, lemma, negated, objects, phrase_of, subject, unreal
from dateline.model.annotated import Token
from dateline.model.tree import Tree
from dateline.ontology.claims import ClaimWords

_QUESTIONS = frozenset({"whether", "if", "how", "why", "when", "where", "what", "who", "which"})
_ABOUT = frozenset({"of", "for", "about", "on"})


def denials(tree: Tree, words: ClaimWords) -> Iterable[Draft]:
    """All denials and doubts of an article in the order of the text."""
    for token in tree.tokens:
        if token.pos in ("VERB", "AUX"):
            yield from _verb(tree, token, words)
        if token.pos == "NOUN" and (words.has("signs", token.lemma) or words.has("intentions", token.lemma)):
            yield from _sign(tree, token, words)
        if words.has("untrue", token.lemma) and token.dep in ("acomp", "attr"):
            yield from _untrue(tree, token, words)
        if token.pos == "ADJ" and (words.has("unclear", token.lemma) or words.has("clear", token.lemma)):
            yield from _unclear(tree, token, words)


def _verb(tree: Tree, verb: Token, words: ClaimWords) -> Iterable[Draft]:
    name = lemma(tree, verb)
    if words.has("denying", name) or words.has("rejecting", name):
        yield from _denied(tree, verb, name, words)
    elif words.has("doubting", name) and not negated(tree, verb) and clauses(tree, verb):
        yield Draft(verb, "doubts", "denial", tuple(clauses(tree, verb)), (), subject(tree, verb))
    elif words.has("knowing", name) and tree.children(verb, "neg"):
        content = [c for c in tree.children(verb, "ccomp") if not _asks(tree, c)]
        content += [o for o in objects(tree, verb) if words.matter(o.lemma)]
        if content and name != "think":
            yield Draft(verb, "doubts", "denial", tuple(content), (), _teller(tree, verb))
    elif any(c.lemma == "yet" for c in tree.children(verb, "advmod")) and tree.children(verb, "xcomp"):
        # "Have yet to be determined": nobody knows.
        subjects = tree.children(verb, "nsubj", "nsubjpass")
        if subjects and any(tree.child(c, "auxpass") for c in tree.children(verb, "xcomp")):
            yield Draft(verb, "doubts", "denial", tuple(subjects))


def _asks(tree: Tree, clause: Token) -> bool:
    """As in "did not say whether", "don't see how": who leaves a question open takes no stance."""
    first = tree.subtree(clause)[0]
    return any(t.lemma in _QUESTIONS for t in (first, *tree.children(clause, "mark", "advmod", "dobj", "nsubj", "attr")))


def _teller(tree: Tree, verb: Token) -> Token | None:
    """Who "did not mention": in "confirmed that they had met but did not mention a deal" it is who confirmed, however it is parsed."""
    head = tree.head(verb)
    above = tree.head(head) if head is not None and verb.dep == "conj" and head.dep == "ccomp" else None
    return subject(tree, above) if above is not None and tree.child(verb, "nsubj") is None else subject(tree, verb)


def _denied(tree: Tree, verb: Token, name: str, words: ClaimWords) -> Iterable[Draft]:
    if negated(tree, verb) or unreal(tree, verb) or tree.child(verb, "dative") is not None:
        return
    speaker = subject(tree, verb)
    whom = objects(tree, verb)
    called = [t.lemma for p in tree.children(verb, "prep") if p.lemma == "as" for t in tree.subtree(p)]
    plain = words.has("denying", name) or any(words.has("untrue", w) for w in called)
    if not whom:
        content = [c for c in tree.children(verb, "ccomp", "xcomp") for c in tree.conjuncts(c)]
        if content and words.has("denying", name):
            yield Draft(verb, "denies", "denial", tuple(content), (), speaker)
        return
    if any(words.has("grants", w.lemma) for w in whom):
        return
    for noun in whom:
        if words.has("light_nouns", noun.lemma) or words.has("claim_nouns", noun.lemma):
            about = phrase_of(tree, noun, words)
            own = words.has("own_part", noun.lemma)
            yield Draft(verb, "denies", "denial", tuple(about), (speaker,) if own and speaker else (), speaker, bare=not about)
        elif plain and (noun.pos in ("VERB", "PRON") or noun.lemma in words.same):
            bare = noun.pos == "PRON"
            yield Draft(verb, "denies", "denial", () if bare else (noun,), (), speaker, bare=bare)


def _sign(tree: Tree, noun: Token, words: ClaimWords) -> Iterable[Draft]:
    """As in "no evidence that", "had not seen hard evidence of", "no plans to"."""
    head = tree.head(noun)
    absent = any(c.lemma == "no" for c in tree.children(noun, "det", "neg"))
    unseen = head is not None and noun.dep in ("dobj", "attr", "nsubj", "nsubjpass") and bool(tree.children(head, "neg"))
    if not absent and not unseen:
        return
    things = [t for t in after(tree, noun, _ABOUT) if t.lemma in words.same or words.has("light_nouns", t.lemma)]
    content = [c for c in [*clauses(tree, noun), *things] if c.dep != "advcl"]
    origins = tuple(o for c in content for o in after(tree, c, words.after("origins", c.lemma)))
    if content:
        yield Draft(noun, "doubts", "denial", tuple(content), origins)


def _unclear(tree: Tree, word: Token, words: ClaimWords) -> Iterable[Draft]:
    """As in "it is not clear whether he knew", "was unlikely to meet the king"."""
    verb = tree.head(word)
    if verb is None or verb.lemma not in ("be", "remain", "seem"):
        return
    if words.has("clear", word.lemma) != negated(tree, verb):
        return
    content = [c for c in [*tree.children(verb, "ccomp"), *tree.children(word, "ccomp", "xcomp")] if c.pos in ("VERB", "AUX")]
    content = [c for c in content if not _asks(tree, c) or any(t.lemma in ("whether", "if") for t in tree.children(c, "mark"))]
    if content:
        yield Draft(word, "doubts", "denial", tuple(content))


def _untrue(tree: Tree, word: Token, words: ClaimWords) -> Iterable[Draft]:
    """As in "the claims that he knew are false": whoever speaks here denies them."""
    verb = tree.head(word)
    noun = tree.child(verb, "nsubj") if verb is not None and verb.lemma == "be" else None
    if verb is None or noun is None or negated(tree, verb) or not words.has("claim_nouns", noun.lemma):
        return
    about = tuple(phrase_of(tree, noun, words))
    yield Draft(word, "denies", "denial", about, bare=not about)
