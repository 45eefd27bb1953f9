"""Does a time lie before or after the text's day? The verb that governs it tells: "met on Thursday", "will meet on Thursday"."""

from typing import Literal

from dateline.model.annotated import Token
from dateline.model.tree import Tree
from dateline.ontology.times import TimeWords

Way = Literal["past", "future", "near", "unknown"]
_VERBS = ("VERB", "AUX")


def way(tree: Tree, token: Token, words: TimeWords) -> Way:
    """Where the time headed by `token` lies, as far as the sentence tells."""
    above = tree.head(token)
    # "Monday's vote", "the Monday vote": the verb says less about the time of a noun.
    nominal = above is not None and above.pos in ("NOUN", "PROPN") and token.dep in ("poss", "compound", "nmod", "amod")
    before = _verb_before(tree, token)
    if before is not None:
        return _governed(tree, before, words, nominal=False, planned=False, ending=False)
    two_before, one_before = tree.tokens[max(token.index - 2, 0)], tree.tokens[max(token.index - 1, 0)]
    if (two_before.lemma in words.past_adverbs and one_before.pos == "ADP") or two_before.text.lower() in words.as_of:
        return "past"
    planned = ending = False
    below = token
    for above in tree.ancestors(token):
        if above.pos in _VERBS:
            return _governed(tree, above, words, nominal=nominal, planned=planned, ending=ending)
        if above.lemma in words.future_prepositions or (
            above.pos in ("NOUN", "PROPN") and any(child.lemma in words.upcoming for child in tree.children(above, "amod"))
        ):
            return "future"
        if above.pos in ("ADP", "SCONJ"):
            planned = planned or above.lemma in words.planning_prepositions
            ending = ending or (below is token and above.lemma in words.ending_prepositions)
            if above.lemma in words.past_prepositions and below is not token:
                return "past"
        below = above
    return "unknown"


def _verb_before(tree: Tree, token: Token) -> Token | None:
    """The verb right before the time ("said Monday", "said on Monday"): the parser often hangs such a time on a later verb."""
    index = token.index - 1
    if index >= 0 and tree.tokens[index].text.lower() == "on":
        index -= 1
    before = tree.tokens[index] if index >= 0 else token
    return before if before.tag == "VBD" and before.sentence == token.sentence else None


def _governed(tree: Tree, verb: Token, words: TimeWords, *, nominal: bool, planned: bool, ending: bool) -> Way:
    helpers = tree.children(verb, "aux", "auxpass")
    if ending and any(h.lemma == "have" and h.tag == "VBD" for h in helpers):
        return "past"
    found = _of_verb(tree, verb, words, planned=planned or ending)
    if nominal and found == "future" and not planned and not any(h.text.lower() in words.strong_auxiliaries for h in helpers):
        return "near"
    # "Lasted until Monday" may be over or not; "had lasted until Monday" is.
    if ending and found == "past":
        return "near"
    return found


def _of_verb(tree: Tree, verb: Token, words: TimeWords, *, planned: bool = False) -> Way:
    helpers = tree.children(verb, "aux", "auxpass")
    if any(helper.text.lower() in words.future_auxiliaries for helper in helpers):
        # "May have met", "would have gone": what is thought of lies behind.
        refused = verb.lemma in words.telling and tree.child(verb, "neg") is not None
        told_nothing = verb.lemma in words.telling and any(_none(tree, thing) for thing in tree.children(verb, "dobj"))
        return "past" if refused or told_nothing or any(helper.lemma == "have" for helper in helpers) else "future"
    if verb.lemma in words.planning and planned:
        return "future"
    had = any(helper.lemma == "have" and helper.tag == "VBD" for helper in helpers)
    if verb.lemma in words.calendar_verbs and verb.tag == "VBN":
        # "Had been scheduled for Monday": said of what changed, shortly before or after.
        return "near" if had else "future"
    if verb.tag == "VB" or any(helper.tag == "TO" for helper in helpers):
        return _of_infinitive(tree, verb, helpers, words)
    if verb.tag in ("VBD", "VBN"):
        return _of_past(tree, verb, helpers, words)
    if verb.tag == "VBG":
        return _of_gerund(tree, verb, helpers, words)
    # The present tense with a day is a timetable ("arrives on Monday"); a reporting verb in it ("says on Monday that ...") is not.
    return "past" if tree.child(verb, "ccomp") else "future"


def _none(tree: Tree, token: Token) -> bool:
    return any(child.lemma == "no" for child in tree.children(token, "det"))


def _of_past(tree: Tree, verb: Token, helpers: list[Token], words: TimeWords) -> Way:
    above = tree.head(verb)
    if verb.dep == "conj" and not helpers and verb.tag == "VBN" and above is not None and above.pos in _VERBS:
        return _of_verb(tree, above, words)
    # "The vote is held on Sunday" is a timetable.
    present = helpers and all(helper.lemma == "be" and helper.tag in ("VBZ", "VBP") for helper in helpers)
    return "future" if present else "past"


def _of_infinitive(tree: Tree, verb: Token, helpers: list[Token], words: TimeWords) -> Way:
    above = tree.head(verb)
    if any(helper.lemma == "do" and helper.tag == "VBD" for helper in helpers):
        return "past"
    if above is None:
        # A headline's future: "Ministers to meet on Thursday".
        return "future"
    if above.lemma in words.planning or above.lemma in words.upcoming or above.lemma == "be":
        return "near" if _had(tree, above) else "future"
    if above.pos in ("NOUN", "PROPN"):
        # "A plan to meet on Thursday".
        return "future"
    return _of_verb(tree, above, words) if above.pos in _VERBS else "unknown"


def _had(tree: Tree, token: Token) -> bool:
    """Is it told in the past perfect: "had been due to", "had planned to"?"""
    verbs = [token, *(t for t in (tree.head(token),) if t is not None and token.pos not in _VERBS)]
    return any(helper.lemma == "have" and helper.tag == "VBD" for verb in verbs for helper in tree.children(verb, "aux"))


def _of_gerund(tree: Tree, verb: Token, helpers: list[Token], words: TimeWords) -> Way:
    if any(helper.lemma == "be" for helper in helpers):
        return "past" if any(helper.tag in ("VBD", "VBN") for helper in helpers) else "future"
    for above in tree.ancestors(verb):
        if above.lemma in words.past_prepositions:
            return "past"
        if above.pos in _VERBS:
            return "future" if above.lemma in words.planning and verb.dep in ("xcomp", "ccomp") else _of_verb(tree, above, words)
    return "unknown"
