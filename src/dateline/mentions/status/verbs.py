"""The state of a verb with all that governs it: its own clause, then up through complements, adjuncts and coordination."""

from dateline.mentions.status import chains, content, facts, operators
from dateline.mentions.status.clauses import clause_state, future_word, headline_infinitive, is_finite, is_verb, negation
from dateline.mentions.status.reading import NOTHING, PRESENT, Context, State
from dateline.model.annotated import Token

# A finite clause keeps its own past under these; under all other effects it takes theirs.
_WEAK = ("planned", "held", "ongoing", "proposed", "ended", "postponed")


def read_verb(context: Context, verb: Token, depth: int) -> State:
    own = clause_state(context, verb)
    head = context.tree.head(verb)
    if verb.tag in ("VB", "VBP") and (to := headline_infinitive(context, verb)) is not None:
        return State("planned", "future", 0.8, (to.index, verb.index), own=True)
    if head is None:
        return own if own.status else _rootless(context, verb)
    if verb.dep == "conj":
        return _coordinated(context, verb, head, own, depth)
    if verb.dep in ("xcomp", "ccomp", "csubj", "csubjpass", "pcomp", "oprd", "attr", "acomp"):
        return _complement(context, verb, head, own, depth)
    if verb.dep in ("acl", "relcl", "appos") and own.own:
        return content.content(context, head, own, depth) if content.has_that(context, verb) else own
    if verb.dep in ("acl", "relcl"):
        return _noun_clause(context, verb, head, depth)
    if verb.dep == "advcl":
        return _adverbial(context, verb, head, own, depth)
    if own.status or head is None:
        return own
    return context.read(context, head, depth + 1)


def _rootless(context: Context, verb: Token) -> State:
    """A sentence whose verb has no tense: "Leaders to meet in Oslo" looks ahead, "Talks postponed" tells what happened."""
    to = next((a for a in context.tree.children(verb, "aux") if a.tag == "TO"), None)
    if to is not None:
        no = negation(context, verb)
        return State("cancelled" if no is not None else "planned", "future", 0.8, (to.index, verb.index), own=True)
    if verb.tag == "VBN":
        return State("held", "past", 0.6, (verb.index,), own=True)
    if verb.tag == "VBG":
        return State("ongoing", "present", 0.5, (verb.index,), own=True)
    return State(PRESENT, "present", 0.4, (verb.index,), own=True)


def _coordinated(context: Context, verb: Token, head: Token, own: State, depth: int) -> State:
    """A bare verb shares the mood of the verb it is coordinated with; a finite one has its own."""
    if own.own:
        bare = head.tag in ("VB", "VBN") and is_verb(head) and verb.tag != "VBZ"
        if own.status == PRESENT and (bare or head.dep == "advcl"):
            return context.read(context, head, depth + 1)
        above = _governing_condition(context, head)
        return own if above is None else above
    if any(a.tag == "TO" for a in context.tree.children(verb, "aux")) and not is_verb(head):
        return State("planned", "future", 0.5, (verb.index,))
    state = context.read(context, head, depth + 1)
    if own.status == "denied":
        return State(context.words.combine["refused"].get(str(state.status), "denied"), state.tense, 0.6, (*own.evidence, *state.evidence))
    return state


def _governing_condition(context: Context, head: Token) -> State | None:
    mark = next((m for m in context.tree.children(head, "mark") if context.has("conditions", m)), None)
    return State("possible", "future", 0.5, (mark.index,), own=True) if mark is not None else None


def _complement(context: Context, verb: Token, head: Token, own: State, depth: int) -> State:
    """Below a verb, an adjective or a preposition."""
    if head.dep == "prep" and verb.dep == "pcomp":
        return _after_preposition(context, verb, head, own, depth)
    operator = operators.on_clause(context, head, verb)
    if own.own and verb.dep == "csubj" and any(m.text.lower() == "whether" for m in context.tree.children(verb, "mark")):
        return State("doubtful", "future", 0.7, own.evidence)
    if own.own:
        return _finite_complement(context, verb, head, own, operator, depth)
    if _be_to(context, verb, head):
        governor = context.read(context, head, depth + 1)
        return _be_going(own, governor, verb, head)
    if operator is None or (operator.effect == "held" and head.lemma == "have"):
        operator = _periphrasis(context, verb, head) or operator
    if operator is None:
        if head.pos in ("NOUN", "PROPN") and not _has_tense(context, head):
            return _rootless(context, verb)
        governor = context.read(context, head, depth + 1)
        return _denied_below(own, governor) if own.status == "denied" else governor
    return facts.of_others(context, verb, head, _apply(context, operator, head, own, depth))


def _periphrasis(context: Context, verb: Token, head: Token) -> operators.Operator | None:
    """As in "is going to meet", "has to pay", "the aim is to sign"."""
    if head.lemma == "go" and head.tag == "VBG":
        return operators.Operator("planned", (head,))
    yet = next((c for c in context.tree.children(verb, "advmod") if c.text.lower() == "yet" and c.index < verb.index), None)
    if head.lemma in ("have", "be", "remain") and (yet or any(c.text.lower() == "yet" for c in context.tree.children(head, "advmod"))):
        return operators.Operator("refused", (head,))  # "has yet to meet"
    if head.lemma in ("have", "need") and head.tag != "VBD" and any(a.tag == "TO" for a in context.tree.children(verb, "aux")):
        return operators.Operator("proposed", (head,))
    subject = context.tree.child(head, "nsubj") if head.lemma == "be" else None
    return operators.on_clause(context, subject, verb) if subject is not None and subject.pos == "NOUN" else None


def _be_to(context: Context, verb: Token, head: Token) -> bool:
    """As in "The ministers are to meet", "was to have met"."""
    return (
        head.lemma == "be"
        and any(a.tag == "TO" for a in context.tree.children(verb, "aux"))
        and not context.tree.children(head, "acomp", "attr", "expl")
        and not any(s.lemma in context.words.nouns for s in context.tree.children(head, "nsubj"))
    )


def _be_going(own: State, governor: State, verb: Token, head: Token) -> State:
    negated = own.status == "denied" or governor.status == "denied"
    if governor.status in ("held", "denied", PRESENT, None):
        past = governor.tense == "past"
        status = "cancelled" if negated else ("doubtful" if past and verb.tag == "VBN" else "planned")
        return State(status, "future", 0.8, (*governor.evidence, head.index, verb.index))
    return governor


def _finite_complement(context: Context, verb: Token, head: Token, own: State, operator: operators.Operator | None, depth: int) -> State:
    """As in "said that they met", "hopes that they will meet", "denied that they met"."""
    if operator is None or operator.effect in ("held", "ongoing", "ended"):
        return content.unknown(context, head, verb, own)
    if own.status == PRESENT and verb.index < head.index:
        return own  # "a man is killed; he claims ...": two clauses side by side
    if own.status == "planned" and context.has("hints", head):
        return State("possible", own.tense, 0.7, (*own.evidence, head.index))
    if operator.effect == "planned" and own.status == "planned" and content.not_so(context, head):
        return State("doubtful", own.tense, 0.7, (*own.evidence, head.index))  # "is not sure that he will go"
    if operator.effect in _WEAK and (own.status not in (None, PRESENT) or context.has("talk", head)):
        return own
    if operator.effect == "possible" and own.status in ("held", "denied", "doubtful", "cancelled", "possible"):
        return own
    governor = context.read(context, head, depth + 1)
    if operator.effect == "denied" and own.status in ("denied", "cancelled", "postponed"):
        flipped = "planned" if governor.status != "denied" else own.status
        return State(flipped, own.tense, 0.6, (*own.evidence, head.index))
    if own.status in ("cancelled", "denied") and operator.effect in ("possible", "doubtful"):
        return State("doubtful", own.tense, 0.6, (*own.evidence, head.index))
    result = context.combined(operator.effect, governor)
    tense = own.tense if own.tense != "present" else "future"
    return State(result, tense, 0.8, (*own.evidence, *(t.index for t in operator.evidence), *governor.evidence))


def _apply(context: Context, operator: operators.Operator, head: Token, own: State, depth: int) -> State:
    governor = context.read(context, head, depth + 1)
    result = context.combined(operator.effect, governor, word=operator.evidence[0])
    if result in ("planned", "possible") and chains.thwarted(context, head):
        result = "cancelled"
    if result == PRESENT and operator.effect == "ongoing":
        result = "ongoing"
    if governor.status == PRESENT and operator.effect == "ongoing":
        result = "ongoing"
    state = State(result, governor.tense, min(0.85, governor.sure + 0.1), (*(t.index for t in operator.evidence), *governor.evidence))
    return _denied_below(own, state) if own.status == "denied" else state


def _denied_below(own: State, state: State) -> State:
    """A negation below an operator: "decided not to go", "promised not to strike"."""
    flips = {
        "held": "denied",
        "ongoing": "denied",
        "planned": "cancelled",
        "possible": "doubtful",
        "proposed": "doubtful",
        "cancelled": "planned",
        "denied": "held",
    }
    return State(flips.get(str(state.status), "denied"), state.tense, 0.7, (*own.evidence, *state.evidence))


def _after_preposition(context: Context, verb: Token, preposition: Token, own: State, depth: int) -> State:
    """Gerunds: "after meeting", "before leaving", "without striking", "accused of breaking", "plans for invading"."""
    word = preposition.text.lower()
    above = context.tree.head(preposition)
    if above is None:
        return own if own.status else State("held", "past", 0.4, (preposition.index,))
    if own.own:
        return own
    operator = operators.on_clause(context, above, verb)
    if operator is not None and word not in ("after", "before", "without", "by", "instead"):
        return _apply(context, operator, above, own, depth)
    if word in ("after", "since") and context.tree.children(verb, "auxpass"):
        return State("held", "past", 0.65, (preposition.index,))  # "may be jailed after being found with drugs"
    main = context.read(context, above, depth + 1) if is_verb(above) else NOTHING
    beside = {above.text.lower(), *(c.text.lower() for c in context.tree.children(preposition, "advmod"))}
    if context.words.has("instead", word) or beside & {"instead", "rather"}:
        return State("denied", main.tense, 0.6, (preposition.index,))
    if word == "before" and main.status == PRESENT:
        return main  # "shoots ten people before fleeing": told in the present throughout
    if word == "before" and (main.status == "held" or (main.status == "denied" and main.tense == "past")):
        return State("held", "past", 0.5, (preposition.index,))
    return temporal(context, preposition, main) or (main if main.status else State("held", "past", 0.4, (preposition.index,)))


def temporal(context: Context, preposition: Token, main: State) -> State | None:
    """What a word of time says of what stands below it, given the main clause's state; None if it says nothing."""
    word = preposition.text.lower()
    if context.words.has("after", word):
        status = "planned" if main.status in ("planned", "possible") and main.tense == "future" and word != "since" else "held"
        return State(status, "future" if status == "planned" else "past", 0.6, (preposition.index,))
    if context.words.has("before", word) and word != "by":
        if _is_record(context, preposition):
            return State("ongoing", "present", 0.5, (preposition.index,))
        return State("planned", "future", 0.6, (preposition.index,))
    return None


def _is_record(context: Context, token: Token) -> bool:
    """As in "Remarks by the two presidents before bilateral meeting": a heading without a verb over the words spoken there."""
    sentence = context.tree.sentence(token)
    inside = context.tree.tokens[sentence.first : sentence.last]
    return any(context.has("records", t) for t in inside[:3]) and not any(is_verb(t) and is_finite(context, t) for t in inside)


def _noun_clause(context: Context, verb: Token, noun: Token, depth: int) -> State:
    """A clause without tense on a noun: "plans to visit", "the first to visit", "sanctions imposed by", "talks aimed at"."""
    if verb.tag == "VBN" and not any(a.tag == "TO" for a in context.tree.children(verb, "aux")):
        return State("held", "past", 0.7, (verb.index,))
    operator = operators.on_clause(context, noun, verb)
    governor = context.read(context, noun, depth + 1)
    if verb.tag == "VBG" and operator is None:
        return governor if governor.status else State("ongoing", "present", 0.4, (verb.index,))
    if operator is None and context.has("bargaining", noun):
        return State("possible", "future", 0.7, (noun.index,))  # "in talks to buy"
    if operator is None:
        return _purpose_of(context, noun, governor, depth)
    result = context.combined(operator.effect, governor, word=noun)
    inner = State(result, governor.tense, 0.75, (noun.index, *governor.evidence))
    return _denied_below(State("denied"), inner) if clause_state(context, verb).status == "denied" else inner


def _purpose_of(context: Context, noun: Token, governor: State, depth: int) -> State:
    """As in "the first to visit", "found time to meet" say that it happens; "measures to stop" only what they are for."""
    head = context.tree.head(noun)
    if head is None or not _has_tense(context, noun):
        return State("planned", "future", 0.7, (noun.index,))
    if noun.dep in ("dobj", "attr", "oprd") and is_verb(head) and context.words.has("light", head.lemma):
        return context.read(context, head, depth + 1)
    if governor.status in ("held", None, PRESENT) and not any(
        c.lemma in ("first", "last", "only", "second", "third") for c in context.tree.children(noun)
    ):
        return State("possible", "future", 0.5, governor.evidence)
    return governor


def _has_tense(context: Context, token: Token) -> bool:
    sentence = context.tree.sentence(token)
    return any(is_verb(t) and is_finite(context, t) for t in context.tree.tokens[sentence.first : sentence.last])


def _timed(context: Context, own: State, mark: Token | None, verb: Token, depth: int) -> State:
    """As in "before they meet", "as they meet": a present that its conjunction puts ahead, or now ("inquiry opens after ten die": back)."""
    if mark is None or own.status != PRESENT:
        return own
    word = mark.text.lower()
    if word == "after" and context.read(context, context.tree.tokens[verb.head], depth + 1).tense != "future":
        return State("held", "past", 0.7, (mark.index, verb.index), own=True)
    if word in ("before", "until", "till", "when", "once", "after"):
        return State("planned", "future", 0.6, (mark.index, verb.index), own=True)
    if word in ("as", "while"):
        return State("ongoing", "present", 0.6, (mark.index, verb.index), own=True)
    return own


def _adverbial(context: Context, verb: Token, head: Token, own: State, depth: int) -> State:
    """Adverbial clauses have their own status if they are finite; a purpose or a participle goes with the main clause."""
    mark = next(iter(context.tree.children(verb, "mark")), None) or next(
        (a for a in context.tree.children(verb, "advmod") if a.text.lower() in ("when", "once", "before", "after")), None
    )
    if own.own:
        return _timed(context, own, mark, verb, depth)
    above = context.tree.head(head)
    if head.lemma == "far" and above is not None and mark is not None and mark.text.lower() == "as":
        return context.read(context, above, depth + 1)
    main = context.read(context, head, depth + 1)
    if mark is not None and (state := temporal(context, mark, main)):
        return state
    if own.status == "denied":
        return _denied_below(own, main)
    if any(a.tag == "TO" for a in context.tree.children(verb, "aux")):
        operator = operators.on_clause(context, head, verb)
        thing = context.tree.child(head, "dobj")
        if (operator is None or operator.effect == "held") and thing is not None and head.index < thing.index < verb.index:
            # "made a call to end the war" asks for it; "convened a call with mayors to discuss it" is a talk.
            talk = context.has("convening", head) or any(p.lemma == "with" for p in context.tree.children(thing, "prep"))
            operator = operator if talk and context.words.has("schedulable", thing.lemma) else operators.on_clause(context, thing, verb)
        if operator is not None and operator.effect != "held":
            return State(context.combined(operator.effect, main), main.tense, 0.6, (*main.evidence, operator.evidence[0].index))
        told = context.has("talk", verb) or context.has("results", verb) or context.has("convening", head) or not is_verb(head)
        if main.status == "held" and not told:
            return State("possible", "future", 0.5, main.evidence)
        if main.status == "ongoing" and not told:
            return State("planned", "future", 0.65, main.evidence)
    return main


__all__ = ["future_word", "read_verb", "temporal"]
