"""Does a time lie before or after the text's day? The verb that governs it tells: "met on Thursday", "will meet on Thursday"."""

from typing import Literal

from dateline.model.annotated import Token
from dateline.model.tree import Tree
from dateline.ontology.times import TimeWords

Way = Literal["past", "future", "unknown"]
_VERBS = ("VERB", "AUX")


def way(tree: Tree, token: Token, words: TimeWords) -> Way:
    """Where the time headed by `token` lies, as far as the sentence tells."""
    planned = False
    below = token
    for above in tree.ancestors(token):
        if below.dep in ("pobj", "pcomp") and above.pos in ("ADP", "SCONJ", "ADV"):
            planned = planned or above.lemma in words.planning_prepositions
            if above.lemma in words.future_prepositions or any(t.lemma in words.future_prepositions for t in tree.children(above)):
                return "future"
            if above.lemma in words.past_prepositions and below is not token:
                return "past"
        if above.pos in _VERBS:
            return _of_verb(tree, above, words, planned=planned)
        if above.pos in ("NOUN", "PROPN") and any(child.lemma in words.upcoming for child in tree.children(above, "amod")):
            return "future"
        below = above
    return "unknown"


def _of_verb(tree: Tree, verb: Token, words: TimeWords, *, planned: bool = False) -> Way:
    helpers = tree.children(verb, "aux", "auxpass")
    if any(helper.text.lower() in words.future_auxiliaries for helper in helpers):
        # "May have met", "would have gone": what is thought of lies behind.
        return "past" if any(helper.lemma == "have" for helper in helpers) else "future"
    if verb.lemma in words.planning and (planned or (verb.tag == "VBN" and _passive_present(helpers))):
        return "future"
    if verb.tag in ("VBD", "VBN"):
        return _of_past(tree, verb, helpers, words)
    if verb.tag == "VB":
        return _of_infinitive(tree, verb, helpers, words)
    if verb.tag == "VBG":
        return _of_gerund(tree, verb, helpers, words)
    # The present tense with a day is a timetable ("arrives on Monday"); a reporting verb in it ("says on Monday that ...") is not.
    return "past" if tree.child(verb, "ccomp") else "future"


def _passive_present(helpers: list[Token]) -> bool:
    return any(helper.tag in ("VBZ", "VBP") and helper.lemma == "be" for helper in helpers)


def _of_past(tree: Tree, verb: Token, helpers: list[Token], words: TimeWords) -> Way:
    above = tree.head(verb)
    if verb.dep == "conj" and not helpers and verb.tag == "VBN" and above is not None and above.pos in _VERBS:
        return _of_verb(tree, above, words)
    return "past"


def _of_infinitive(tree: Tree, verb: Token, helpers: list[Token], words: TimeWords) -> Way:
    above = tree.head(verb)
    if any(helper.lemma == "do" and helper.tag == "VBD" for helper in helpers):
        return "past"
    if above is None:
        # A headline's future: "Ministers to meet on Thursday".
        return "future"
    if above.lemma in words.planning or above.lemma in words.upcoming or above.lemma == "be":
        return "future"
    if above.pos in ("NOUN", "PROPN"):
        # "A plan to meet on Thursday".
        return "future"
    return _of_verb(tree, above, words) if above.pos in _VERBS else "unknown"


def _of_gerund(tree: Tree, verb: Token, helpers: list[Token], words: TimeWords) -> Way:
    if any(helper.lemma == "be" for helper in helpers):
        return "past" if any(helper.tag in ("VBD", "VBN") for helper in helpers) else "future"
    for above in tree.ancestors(verb):
        if above.lemma in words.past_prepositions:
            return "past"
        if above.pos in _VERBS:
            return "future" if above.lemma in words.planning and verb.dep in ("xcomp", "ccomp") else _of_verb(tree, above, words)
    return "unknown"
