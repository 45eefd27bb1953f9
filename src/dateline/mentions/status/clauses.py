"""The state that a verb's own clause gives it: tense, aspect, modals, negation, conditions and adverbs."""

from dateline.mentions.status.reading import NOTHING, PRESENT, Context, State
from dateline.model.annotated import Token
from dateline.model.reports import Tense

_BE = ("'s", "’s", "'re", "’re", "'m", "’m")
_FINITE = {"VBD": "past", "VBZ": "present", "VBP": "present", "MD": "future"}


def is_verb(token: Token) -> bool:
    return token.pos in ("VERB", "AUX") or token.tag.startswith("VB") or token.tag == "MD"


def auxiliaries(context: Context, verb: Token) -> list[Token]:
    return context.tree.children(verb, "aux", "auxpass")


def is_finite(context: Context, verb: Token) -> bool:
    """Has the clause a tense of its own? ("met", "will meet", "has met"; not "to meet", "meeting")."""
    auxes = auxiliaries(context, verb)
    if any(a.tag == "TO" for a in auxes):
        return False
    if any(a.tag in _FINITE for a in auxes):
        return True
    return verb.tag in ("VBD", "VBZ", "VBP", "MD")


def negation(context: Context, verb: Token) -> Token | None:
    """The word that negates the clause: "not", "never", or "no one" as its subject."""
    for child in context.tree.children(verb):
        if child.dep == "neg" or (child.dep == "advmod" and context.has("negations", child)):
            return child
        if child.dep == "advmod" and child.text.lower() == "longer" and (no := context.tree.child(child, "neg", "det")) is not None:
            return no
        if child.dep in ("nsubj", "nsubjpass") and (context.has("negative_subjects", child) or _no(context, child)):
            return child
    for aux in auxiliaries(context, verb):
        after = context.tree.tokens[min(aux.index + 1, len(context.tree.tokens) - 1)]
        if after.text.lower() in ("n't", "n’t"):  # with a curly apostrophe the parser may take it for anything
            return after
    if verb.dep == "xcomp" or any(a.tag == "TO" for a in auxiliaries(context, verb)):
        before = verb.index - 2
        if before >= 0 and context.tree.tokens[before].dep == "neg" and context.tree.tokens[before].head == verb.index:
            return context.tree.tokens[before]
    return None


def _no(context: Context, noun: Token) -> bool:
    return any(c.text.lower() in ("no", "neither") for c in context.tree.children(noun, "det"))


def clause_state(context: Context, verb: Token) -> State:
    """Tense and mood of the verb's own clause; nothing where the clause is not finite."""
    if not is_finite(context, verb):
        return _bare(context, verb)
    auxes = auxiliaries(context, verb)
    # Of two finite auxiliaries ("we can - I am still planning") the one nearer the verb is its own.
    own = next((a for a in reversed(auxes) if a.tag in _FINITE), None)
    modal = own if own is not None and own.tag == "MD" else next((t for t in (verb, own) if t is not None and t.modal), None)
    no = negation(context, verb)
    state = _modal(context, verb, modal, no) if modal is not None else _tensed(context, verb, auxes, no)
    if no is not None:
        state = state.seen(no)
    return _hedged(context, verb, state)


def _bare(context: Context, verb: Token) -> State:
    no = negation(context, verb)
    return State("denied", "none", 0.7, (no.index,)) if no is not None else NOTHING


def _modal(context: Context, verb: Token, modal: Token, no: Token | None) -> State:
    word = modal.modal or modal.text.lower()
    plain, negated = context.words.modals.get(word) or context.words.modals.get(modal.lemma, ("possible", "doubtful"))
    status = plain if no is None else negated
    perfect = any(a.lemma in ("have", "'ve", "’ve", "of") and a.tag == "VB" for a in auxiliaries(context, verb))
    tense: Tense = "past" if perfect else "future"
    if perfect:
        # "would have met" did not happen; "will have met" is a plan; "may have met" stays possible.
        status = {"would": "denied", "could": "possible", "should": "denied", "'d": "denied", "’d": "denied"}.get(word, status)  # type: ignore[assignment]
    elif no is None and plain == "planned" and _conditional(context, verb, word):
        status = "possible"
    sure = 0.9 if plain == "planned" and word not in ("would", "'d", "’d") else 0.8
    return State(status, tense, sure, (modal.index, verb.index), own=True)


def _conditional(context: Context, verb: Token, word: str) -> bool:
    """As in "If they fail, he will leave", "that would halt the flow": hangs on something else."""
    for clause in context.tree.children(verb, "advcl"):
        if any(context.has("conditions", m) for m in context.tree.children(clause, "mark")):
            return True
    subject = context.tree.child(verb, "nsubj", "nsubjpass")
    loose = subject is not None and subject.lemma in ("that", "this", "which", "it")
    return word in ("would", "'d", "’d") and loose and verb.dep != "ccomp"


def _tensed(context: Context, verb: Token, auxes: list[Token], no: Token | None) -> State:
    first = next((a for a in reversed(auxes) if a.tag in _FINITE), verb)
    past = first.tag == "VBD"
    passive = any(a.dep == "auxpass" for a in auxes)
    tense: Tense = "past" if past else "present"
    evidence = tuple(dict.fromkeys((first.index, verb.index)))
    subject = context.tree.child(verb, "nsubj", "nsubjpass")
    if first.text == "Had" and subject is not None and first.index < subject.index and verb.dep == "advcl":
        return State("denied", "past", 0.8, evidence, own=True)  # "Had they met, ..."
    if verb.tag == "VBG" and any(a.lemma == "be" or a.text.lower() in _BE for a in auxes):
        if no is not None:
            return State("denied" if past else "cancelled", tense, 0.7, evidence, own=True)
        if past:
            ahead = verb.lemma == "go"
            return State("planned" if ahead else "held", "future" if ahead else "past", 0.5 if ahead else 0.8, evidence, own=True)
        return State("planned" if _going(context, verb) else "ongoing", "present", 0.8, evidence, own=True)
    if no is not None:
        return State("denied", tense, 0.8, evidence, own=True)
    if (
        past
        or first.lemma in ("have", "'ve", "’ve")
        or (first.text.lower() in ("'s", "’s", "'ve", "’ve") and verb.tag == "VBN" and not passive)
    ):
        return State("held", "past", 0.9, evidence, own=True)
    if first.lemma == "do":
        return State("held" if first.text.lower() == "did" else PRESENT, tense, 0.8, evidence, own=True)
    return State(PRESENT, "present", 0.6, evidence, own=True)


def _going(context: Context, verb: Token) -> bool:
    """Progressives that tell plans: verbs of going, and any with a time to come beside it."""
    leaves = (context.has("motion", verb) or verb.lemma == "come") and not context.tree.children(verb, "prt")
    return leaves or future_word(context, verb) is not None


def future_word(context: Context, token: Token) -> Token | None:
    """A plain adverb of the time to come in the clause or phrase of `token` ("tomorrow", "next week")."""
    return _time_word(context, token, "future_words")


def past_word(context: Context, token: Token) -> Token | None:
    return _time_word(context, token, "past_words")


def _time_word(context: Context, token: Token, name: str) -> Token | None:
    for child in context.tree.children(token, "npadvmod", "advmod", "tmod", "prep", "poss", "nmod", "amod", "compound"):
        if child.dep == "prep" and child.text.lower() not in ("on", "in", "at", "by", "for", "of", "during"):
            continue
        inner = [child, *context.tree.children(child)]
        if child.dep == "prep":
            inner = [t for c in inner for t in (c, *context.tree.children(c, "amod", "compound", "advmod"))]
        for word in inner:
            narrative = word.text.lower() == "later" and word.index == token.index - 1  # "which later claimed it"
            if word.text.lower() in context.words.lists[name] and not narrative:
                return word
    return None


def _hedged(context: Context, verb: Token, state: State) -> State:
    """As in "perhaps", "hardly", and the conjunctions of condition."""
    for child in context.tree.children(verb, "advmod", "mark", "prep"):
        word = child.text.lower()
        if child.dep == "mark" and context.has("conditions", child):
            return State("possible", state.tense, 0.5, (*state.evidence, child.index), own=True)
        effect = context.words.adverbs.get(word)
        if effect in ("possible", "doubtful") and state.status in ("held", "planned", PRESENT, "ongoing"):
            return State(effect, state.tense, 0.7, (*state.evidence, child.index), own=True)
        if effect == "ongoing" and state.status == PRESENT:
            return State("ongoing", "present", 0.7, (*state.evidence, child.index), own=True)
    return state


def headline_infinitive(context: Context, verb: Token) -> Token | None:
    """As in "King to visit Lima, meet with premier": the parser makes the first verb a clause on the subject."""
    if context.annotated.article.blocks[verb.block].kind not in ("title", "heading"):
        return None
    below = [c for s in context.tree.children(verb, "nsubj") for c in context.tree.children(s, "relcl", "acl")]
    head = context.tree.head(verb)
    if verb.dep == "conj" and head is not None and not any(c.tag in ("TO", "MD") for c in context.tree.children(verb, "aux")):
        below.extend(c for c in context.tree.children(head, "advcl", "relcl", "acl") if c.index < verb.index)
    return next((a for c in below for a in context.tree.children(c, "aux") if a.tag == "TO"), None)
