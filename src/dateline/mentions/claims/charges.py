"""Charges: "accused Chad of hiding gold", "Spain's alleged meddling", "the raid was Spain's doing", "claimed responsibility"."""

from collections.abc import Iterable

from dateline.mentions.claims.draft import Draft
from dateline.mentions.claims.grammar import after, clauses, lemma, negated, objects, phrase_of, subject, unreal
from dateline.model.annotated import Token
from dateline.model.reports import By, Stance
from dateline.model.tree import Tree
from dateline.ontology.claims import ClaimWords

_NAMES = frozenset({"NORP", "GPE", "ORG", "PERSON"})


def charges(tree: Tree, words: ClaimWords) -> Iterable[Draft]:
    """All charges of an article in the order of the text."""
    for token in tree.tokens:
        if token.pos in ("VERB", "AUX"):
            yield from _verb(tree, token, words)
        elif token.pos == "NOUN" and words.has("claim_nouns", token.lemma):
            yield from _noun(tree, token, words)
        elif token.lemma in words.lists["alleged"] and token.dep == "amod":
            yield from _alleged(tree, token)
        if token.lemma in words.tables["blamed"] or token.lemma in words.lists["doings"]:
            yield from _predicate(tree, token, words)


def _verb(tree: Tree, verb: Token, words: ClaimWords) -> Iterable[Draft]:
    if negated(tree, verb) or unreal(tree, verb):
        return
    name = lemma(tree, verb)
    whom = objects(tree, verb)
    speaker = subject(tree, verb)
    origin = after(tree, verb, words.after("origins", name))
    if origin and tree.child(verb, "nsubj") is not None and verb.dep != "acl":
        # Whoever speaks here says so: "the attacks came from Spain".
        yield Draft(verb, "asserts", "charge", (verb,), tuple(origin))
        return
    yield from _held_to_be(tree, verb, words)
    content = after(tree, verb, words.after("charges", name)) if whom else []
    if content:
        yield Draft(verb, "asserts", "charge", tuple(content), tuple(whom), speaker, _unsaid(speaker))
    turned = _turned(tree, verb, whom, words.after("turned_charges", name)) if not content else []
    if turned:
        yield Draft(verb, "asserts", "charge", tuple(whom), tuple(turned), speaker, _unsaid(speaker))
    if whom and words.has("charging", name):
        yield from _claimed(tree, verb, whom, speaker, words)


def _turned(tree: Tree, verb: Token, whom: list[Token], prepositions: frozenset[str]) -> list[Token]:
    """Whom one blames something on; the parser may hang the preposition on what is blamed ("the fire at the post on Spain")."""
    if not whom or not prepositions:
        return []
    below = [t for t in tree.subtree(verb, skip=("ccomp", "conj", "advcl")) if t.lemma in prepositions]
    return after(tree, verb, prepositions) or [n for t in below for n in tree.children(t, "pobj") if n.entity in _NAMES]


def _held_to_be(tree: Tree, verb: Token, words: ClaimWords) -> Iterable[Draft]:
    """As in "what Lisbon believes was Spain's use of banned mines"."""
    head = tree.head(verb)
    noun = tree.child(verb, "attr")
    if verb.lemma != "be" or verb.dep != "ccomp" or head is None or noun is None or tree.child(verb, "nsubj", "expl") is not None:
        return
    doers = _owners(tree, noun)
    if doers and words.has("through", head.lemma):
        yield Draft(verb, "asserts", "charge", (noun,), tuple(doers), subject(tree, head))


def _claimed(tree: Tree, verb: Token, whom: list[Token], speaker: Token | None, words: ClaimWords) -> Iterable[Draft]:
    """As in "claimed responsibility for the raid", "the raid was claimed by the rebels", "alleged Spanish involvement"."""
    if speaker is None:
        return
    taken = [c for w in whom if words.has("responsibility", w.lemma) for c in after(tree, w, frozenset({"for"}))]
    if taken or (verb.lemma == "claim" and tree.child(verb, "auxpass") is not None):
        yield Draft(verb, "asserts", "charge", tuple(taken or whom), (speaker,), speaker, admits=True)
        return
    noun = whom[0]
    doers = _owners(tree, noun)
    if doers:
        yield Draft(verb, "asserts", "charge", tuple(phrase_of(tree, noun, words)) or (noun,), tuple(doers), speaker)


def _noun(tree: Tree, noun: Token, words: ClaimWords) -> Iterable[Draft]:
    """As in "the commission's conclusion that Spain meddled", "claims of Spanish complicity"; not where a denial holds them."""
    head = tree.head(noun)
    name = lemma(tree, head) if head is not None and noun.dep in ("dobj", "nsubjpass") else ""
    if words.has("denying", name) or words.has("rejecting", name) or negated(tree, noun):
        return
    owner = tree.child(noun, "poss")
    source = next(iter(after(tree, noun, frozenset({"by", "from", "in"}))), None) if owner is None else None
    content = [c for c in [*clauses(tree, noun), *after(tree, noun, frozenset({"of", "over", "about"}))] if c.dep != "advcl"]
    if not content and source is not None:
        # The parser hangs the clause on the last noun: "the claim in the book that Spain knew".
        content = clauses(tree, source)
    told_by = owner or source
    for one in content:
        doers = _owners(tree, one) if one.pos in ("NOUN", "PROPN") else tree.children(one, "nsubj")
        if doers:
            yield Draft(noun, "asserts", "charge", (one,), tuple(doers), told_by, _unnamed(tree, noun) if told_by is None else None)


def _alleged(tree: Tree, word: Token) -> Iterable[Draft]:
    noun = tree.head(word)
    doers = _owners(tree, noun) if noun is not None else []
    if noun is not None and doers:
        yield Draft(word, "asserts", "charge", (noun,), tuple(doers), None, _unnamed(tree, word))


def _predicate(tree: Tree, word: Token, words: ClaimWords) -> Iterable[Draft]:
    """As in "Spain was behind the raid", "the raid was Spain's doing"; whoever speaks here says so."""
    verb = tree.head(word)
    while verb is not None and verb.lemma in ("likely", "probably", "clearly", "most"):
        verb = tree.head(verb)
    if verb is None or verb.lemma not in ("be", "stand", "hold", "find"):
        return
    who = tree.conjuncts(who) if (who := tree.child(verb, "nsubj", "nsubjpass")) is not None else []
    owners = tree.children(word, "poss")
    if words.has("doings", word.lemma) and owners and who:
        yield Draft(word, _stance(tree, verb), "charge", tuple(who), tuple(owners))
        return
    if word.lemma not in words.tables["blamed"] or not who or (who[0].pos == "PRON" and who[0].lemma in ("who", "what")):
        return
    deed = after(tree, word, words.after("blamed", word.lemma)) or tree.children(word, "pobj")
    if deed:
        yield Draft(word, _stance(tree, verb), "charge", tuple(deed), tuple(who))


def _stance(tree: Tree, verb: Token) -> Stance:
    return "denies" if negated(tree, verb) else "asserts"


def _owners(tree: Tree, noun: Token) -> list[Token]:
    """Whose deed a noun tells: "Spain's meddling", "Spanish complicity", "the meddling by Spain"."""
    named = [t for t in tree.children(noun, "amod", "compound", "nmod") if t.entity in _NAMES]
    return tree.children(noun, "poss") or named or after(tree, noun, frozenset({"by"}))


def _unsaid(speaker: Token | None) -> By | None:
    return By("unnamed") if speaker is None else None


def _unnamed(tree: Tree, word: Token) -> By:
    first, last = tree.phrase(word) if word.pos == "NOUN" else (word.index, word.index + 1)
    return By("unnamed", None, tree.words(first, min(last, first + 6)))
