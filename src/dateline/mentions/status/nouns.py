"""The state of an event told by a noun: its modifiers, what is said of it, what is done to it, and the clause round it."""

from dataclasses import replace

from dateline.mentions.status import chains, facts, operators
from dateline.mentions.status.clauses import auxiliaries, is_verb
from dateline.mentions.status.modifiers import is_new, modifiers, schedulable
from dateline.mentions.status.reading import NOTHING, PRESENT, Context, State
from dateline.mentions.status.verbs import temporal
from dateline.model.annotated import Token

# From here on a word that governs the noun has decided, not just the clause round it.
_DECIDED = 0.65
_DECISIVE = 0.85
_SET_ASIDE = ("postponed", "cancelled", "doubtful")


def read_noun(context: Context, noun: Token, depth: int) -> State:
    governed = _set_aside(context, noun, depth) or _governed(context, noun, depth)
    if facts.negative(context, noun) and governed.status is not None:
        return _none_of(context, noun, governed)
    if governed.status in (None, PRESENT, "planned") or governed.sure < _DECIDED:
        modified = modifiers(context, noun)
        tentative = modified is not None and modified.status in ("possible", "proposed")
        if modified is not None and (tentative or governed.status != "planned" or governed.sure < _DECIDED):
            return modified
    return governed


def _set_aside(context: Context, noun: Token, depth: int) -> State | None:
    """As in "put the visit on ice": a phrase that belongs to the verb and stands on its object."""
    head = context.tree.head(noun)
    if head is None or not is_verb(head) or noun.dep not in ("dobj", "nsubj", "nsubjpass"):
        return None
    phrase = operators.predicate(context, noun, noun)
    return _apply(context, phrase, head, depth, noun) if phrase is not None and phrase.effect in _SET_ASIDE else None


def _none_of(context: Context, noun: Token, governed: State) -> State:
    flips = {
        "held": "denied",
        "ongoing": "denied",
        PRESENT: "denied",
        "planned": "cancelled",
        "possible": "doubtful",
        "proposed": "doubtful",
    }
    no = facts.negative(context, noun)
    if governed.status == PRESENT and schedulable(context, noun) and not context.words.has("agreements", noun.lemma):
        return State("doubtful", "future", 0.7, (*governed.evidence, *([no.index] if no else [])))
    evidence = (*governed.evidence, *([no.index] if no else []))
    if governed.status == "planned" and governed.tense != "future":
        return State("doubtful", "future", 0.75, evidence)
    return State(flips.get(str(governed.status), "denied"), governed.tense, 0.8, evidence)


def _governed(context: Context, noun: Token, depth: int) -> State:
    head = context.tree.head(noun)
    if head is None:
        return _alone(noun)
    if noun.dep in ("conj", "appos"):
        return _beside(context, noun, head, depth) if not is_verb(head) else NOTHING
    if noun.dep in ("compound", "nmod", "poss", "nummod", "amod") and not is_verb(head):
        return _part_of(context, noun, head, depth)
    if noun.dep in ("pobj", "pcomp") and head.dep in (
        "prep",
        "agent",
        "dative",
        "mark",
        "advmod",
        "prt",
        "ROOT",
        "advcl",
        "conj",
        "pcomp",
        "amod",
    ):
        return _after_preposition(context, noun, head, depth)
    if is_verb(head):
        return _argument(context, noun, head, depth)
    return NOTHING


def _beside(context: Context, noun: Token, head: Token, depth: int) -> State:
    """A noun coordinated with another stands where that stands; what only the other's own words decide is less sure for it."""
    first: Token | None = head
    while first is not None and first.dep in ("conj", "appos"):
        first = context.tree.head(first)
    if noun.dep == "conj" and first is not None and first.dep != "ROOT" and first.pos in ("NOUN", "PROPN", "PRON"):
        own = _governed(context, replace(noun, dep=first.dep, head=first.head), depth)
        if own.status is not None and own.sure >= _DECIDED:
            return own
    return context.read(context, head, depth + 1)


def _alone(noun: Token) -> State:
    """A heading without a verb: "Readout of the call", "Talks in Rome"."""
    return State(None, "none", 0.4, (noun.index,))


def _part_of(context: Context, noun: Token, head: Token, depth: int) -> State:
    """As in "meeting plans", "strike threat", "the summit's date"."""
    effect = context.words.nouns.get(head.lemma) if noun.dep != "poss" else None
    if context.has("ventures", head) and not schedulable(context, noun):
        return context.read(context, head, depth + 1)  # a rescue effort is the rescue
    if effect is not None and effect not in ("held", "ended"):
        governor = context.read(context, head, depth + 1)
        return State(context.combined(effect, governor), governor.tense, 0.7, (head.index, *governor.evidence))
    return _facet(context.read(context, head, depth + 1)) if head.pos in ("NOUN", "PROPN") else NOTHING


def _facet(state: State) -> State:
    """A side of an event takes only doubts, delays and plans over to the event."""
    if state.status in ("held", "denied", "cancelled", "proposed", PRESENT, "ongoing"):
        return State(None, state.tense, 0.4, state.evidence)
    return state


def _after_preposition(context: Context, noun: Token, preposition: Token, depth: int) -> State:
    word = preposition.text.lower()
    above = context.tree.head(preposition)
    if above is None:
        return State("held", "past", 0.5, (preposition.index,)) if context.words.has("after", word) else NOTHING
    if (left := _left_out(context, noun, preposition, above, depth)) is not None:
        return left
    if above.dep == "prep" or (above.pos == "ADP" and above.dep in ("advmod", "pcomp")):
        return _compound_preposition(context, noun, preposition, above, depth)
    if not is_verb(above):
        return _on_word(context, noun, preposition, above, depth)
    phrase = operators.on_object(context, above, preposition, noun)
    if phrase is not None and phrase.effect != "held":
        return _apply(context, phrase, above, depth, noun)
    beside = _noun_beside(context, above, preposition, noun)
    if beside is not None:
        return _apply(context, beside, beside.evidence[0], depth, noun)
    if context.has("talk", above) and word in ("of", "about", "on", "regarding", "over"):
        return _talked_of(context, noun)
    main = context.read(context, above, depth + 1)
    found = temporal(context, preposition, main) or _coming(context, noun, preposition, above, main)
    if phrase is not None and facts.took_no_part(context, noun, phrase):
        return NOTHING
    if found is not None:
        return facts.looking_back(context, noun, found, main)
    return _adjunct(context, noun, main, held=phrase is not None)


def _left_out(context: Context, noun: Token, preposition: Token, above: Token, depth: int) -> State | None:
    """As in "instead of a visit", "ended without a deal"."""
    if any(c.text.lower() in ("instead", "rather") for c in context.tree.children(preposition, "advmod")):
        return State("cancelled", "none", 0.65, (preposition.index,))
    if preposition.text.lower() != "without" or not is_new(context, noun):
        return None
    return facts.lacking(preposition, context.read(context, above, depth + 1) if is_verb(above) else NOTHING)


def _noun_beside(context: Context, verb: Token, preposition: Token, noun: Token) -> operators.Operator | None:
    """As in "hopes are rising for a truce", "made plans for a visit": the phrase belongs to a noun that the parser left beside it."""
    if preposition.text.lower() not in ("for", "of", "over", "about", "to"):
        return None
    for other in context.tree.children(verb, "dobj", "nsubj", "nsubjpass"):
        effect = context.words.nouns.get(other.lemma)
        near = other.dep != "dobj" or other.index < preposition.index
        near = near and (preposition.text.lower() != "to" or context.has("leanings", other))
        if other is not noun and near and effect in ("planned", "possible", "doubtful", "proposed", "postponed", "cancelled"):
            return operators.Operator(effect, (other,))
    return None


def _coming(context: Context, noun: Token, preposition: Token, verb: Token, main: State) -> State | None:
    """As in "leaves for talks", "is in town for a meeting": ahead; "is on a visit": now; during: when the clause is."""
    word = preposition.text.lower()
    if word in ("during", "amid", "amidst") and main.status == "held" and main.tense == "past":
        return State("held", "past", 0.7, (*main.evidence, preposition.index))
    if not schedulable(context, noun) or main.status not in (PRESENT, "planned"):
        return None
    if word == "for" and (verb.lemma == "be" or context.has("convening", verb) or context.has("motion", verb)):
        return State("planned", "future", 0.65, (verb.index, preposition.index))
    if word == "on" and verb.lemma == "be" and main.status == PRESENT:
        return State("ongoing", "present", 0.65, (verb.index, preposition.index))
    return None


def _compound_preposition(context: Context, noun: Token, preposition: Token, above: Token, depth: int) -> State:
    """As in "ahead of the talks", "because of the strike", "prior to the visit", "from before the war"."""
    top = context.tree.head(above)
    effect = context.words.object.get(f"{context.lemma(top)} {above.text.lower()} {preposition.text.lower()}") if top is not None else None
    if effect is not None and top is not None:
        return _apply(context, operators.Operator(effect, (top, above, preposition)), top, depth, noun)
    main = context.read(context, top, depth + 1) if top is not None and is_verb(top) else NOTHING
    found = temporal(context, above, main) or temporal(context, preposition, main)
    if found is not None:
        return facts.looking_back(context, noun, found, main)
    if above.text.lower() in ("instead", "rather"):
        return State("cancelled", "none", 0.5, (above.index,))
    return _adjunct(context, noun, main, held=False)


def _on_word(context: Context, noun: Token, preposition: Token, above: Token, depth: int) -> State:
    """As in "plans for a meeting", "the possibility of talks", "close to a deal", "details of the visit", "ahead of the talks"."""
    word = preposition.text.lower()
    found = temporal(context, above if above.pos in ("ADV", "SCONJ", "ADP") else preposition, NOTHING)
    if found is not None and above.pos not in ("NOUN", "PROPN"):
        return found
    if word == "near" and context.words.has("agreements", noun.lemma):
        return State("possible", "future", 0.7, (preposition.index,))
    if (rumoured := facts.rumoured(context, word, above, noun)) is not None:
        return rumoured
    operator = operators.on_object(context, above, preposition, noun)
    if operator is not None and facts.bears_on(context, operator, word, above, noun):
        return _apply(context, operator, above, depth, noun)
    if found is not None:
        return found
    if (
        schedulable(context, above)
        and word in ("on", "about", "for")
        and context.words.has("agreements", noun.lemma)
        and is_new(context, noun)
    ):
        return State("possible", "future", 0.5, (above.index,))
    if above.pos in ("NOUN", "PROPN") and (word == "of" or context.words.has("facets", above.lemma)):
        state = context.read(context, above, depth + 1)
        if state.status == "denied" and context.words.has("claims", above.lemma):
            return state
        return state if above.lemma in ("round", "series", "number", "day", "set") or schedulable(context, above) else _facet(state)
    if above.pos in ("NOUN", "PROPN", "PRON") and not context.words.has("cause", word):
        return _adjunct(context, noun, context.read(context, above, depth + 1), held=False)
    return NOTHING


def _argument(context: Context, noun: Token, verb: Token, depth: int) -> State:
    """Subject, object or complement of a verb."""
    subject = noun.dep in ("nsubj", "nsubjpass", "csubj")
    later = chains.last_word(context, noun, verb) if subject else None
    if later is not None:
        return _apply(context, later[0], later[1], depth, noun)
    if subject and schedulable(context, noun) and chains.unreal(context, verb):
        return State("cancelled", "none", _DECISIVE, (verb.index,))
    if subject and chains.is_topic(context, verb) and context.words.has("agreements", noun.lemma):
        return State("possible", "future", 0.65, (verb.index,))
    if noun.dep in ("attr", "acomp", "oprd") and verb.lemma == "be":
        return facts.is_one_of(context, noun, context.read(context, verb, depth + 1))
    if (there := facts.presupposed(context, noun, verb) or facts.lasting(context, noun, verb)) is not None:
        return there
    operator = _operator(context, noun, verb, depth)
    if operator is not None and not _silence(context, operator, verb):
        return _apply(context, operator, verb, depth, noun)
    if context.has("talk", verb) or operator is not None:
        return _talked_of(context, noun)
    return _adjunct(context, noun, context.read(context, verb, depth + 1), held=False)


def _operator(context: Context, noun: Token, verb: Token, depth: int) -> operators.Operator | None:
    """What the verb does to its subject or object."""
    if noun.dep in ("nsubj", "csubj"):
        found = operators.on_subject(context, verb, noun) or _headline_passive(context, verb)
    else:
        found = chains.moved(context, verb) or operators.on_object(context, verb, None, noun)
    if found is None:
        return chains.with_preposition(context, verb, noun) if noun.dep == "nsubjpass" else None
    if facts.is_named(context, verb):
        return None
    if found.evidence[0].lemma == "review" and context.read(context, verb, depth + 1).status == "held":
        return None  # "reviewed the preparations" looks at them, "will review the deal" puts it in question
    return facts.known(context, noun, verb, found) if found.effect == "planned" else found


def _headline_passive(context: Context, verb: Token) -> operators.Operator | None:
    """As in "Talks postponed after storm": a bare participle that the parser took for a past tense."""
    heading = context.annotated.article.blocks[verb.block].kind in ("title", "heading")
    if not heading or verb.tag not in ("VBD", "VBN") or context.tree.children(verb, "dobj", "ccomp", "xcomp", "aux", "auxpass"):
        return None
    found = operators.on_object(context, verb, None, verb)
    return found if found is not None and found.effect not in ("held", "ended", "refused", "possible") else None


def _silence(context: Context, operator: operators.Operator, verb: Token) -> bool:
    return context.has("talk", verb) and operator.effect in ("held", "possible")


def _talked_of(context: Context, noun: Token) -> State:
    """Talk of an event, or a refusal to talk of it, says nothing of its status; one without an article is but an idea."""
    return State("possible", "future", 0.45) if schedulable(context, noun) and is_new(context, noun) else NOTHING


def _apply(context: Context, operator: operators.Operator, head: Token, depth: int, noun: Token | None = None) -> State:
    governor = context.read(context, head, depth + 1)
    if operator.effect == "averted":
        operator = _averted(context, operator, head, noun)
    result = context.combined(operator.effect, governor, word=operator.evidence[0])
    perfect = any(a.lemma == "have" and a.tag in ("VBZ", "VBP") for a in auxiliaries(context, head))
    if operator.effect == "ongoing" and (governor.status == PRESENT or (governor.status == "held" and perfect)):
        result = "ongoing"  # "continues", "has continued"
    if operator.effect == "planned" and governor.status in ("cancelled", "denied") and context.has("knowing", operator.evidence[0]):
        result = "doubtful"  # "would not confirm the visit"
    if result == "planned" and operator.effect == "held" and governor.status is None:
        result = None
    if result in ("planned", "possible") and chains.thwarted(context, head):
        result = "cancelled"
    # A word such as "postponement" decides whatever the clause round it may be.
    plain = operator.effect in _SET_ASIDE and governor.status in (None, PRESENT, "held", "ongoing")
    sure = _DECISIVE if plain else min(_DECISIVE, governor.sure + 0.1)
    return State(result, governor.tense, sure, (*(t.index for t in operator.evidence), *governor.evidence))


def _averted(context: Context, operator: operators.Operator, head: Token, noun: Token | None) -> operators.Operator:
    """One avoids a meeting by not going; one acts "to avoid a war" while it is possible."""
    if noun is not None and schedulable(context, noun) and not context.words.has("agreements", noun.lemma):
        return operators.Operator("refused", operator.evidence)
    if head.dep in ("advcl", "acl", "relcl", "pcomp") and (
        head.tag == "VBG" or any(a.tag == "TO" for a in context.tree.children(head, "aux"))
    ):
        return operators.Operator("possible", operator.evidence)
    return operator


def _adjunct(context: Context, noun: Token, main: State, *, held: bool) -> State:
    """A noun that the clause merely names: a past clause makes it past, a clause that looks ahead leaves what can be scheduled ahead."""
    if main.status in ("held", "ongoing") and main.tense != "future":
        sure = 0.65 if held and main.status == "held" else 0.5
        return State("held" if main.status == "held" or not schedulable(context, noun) else main.status, main.tense, sure, main.evidence)
    if held and main.status is not None:
        return State(main.status, main.tense, 0.5, main.evidence)
    if main.status in ("planned", "proposed", "possible") and noun.dep in ("dobj", "nsubjpass") and is_new(context, noun):
        return State(main.status, "future", 0.5, main.evidence)
    if main.status in ("planned", "proposed", "possible", "doubtful", "cancelled", "postponed"):
        ahead = schedulable(context, noun) and main.tense != "past"
        return State("planned" if ahead else None, "future" if ahead else "none", 0.4, main.evidence)
    return State(None, main.tense, 0.3, main.evidence)
