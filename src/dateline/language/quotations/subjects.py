"""Whose speech a cue reports: the words that name the speaker."""

from dateline.language.quotations.drafts import Phrase, Reading, is_verb
from dateline.model.annotated import Token
from dateline.model.tree import Tree

_RELATIVE = ("WP", "WDT", "WP$")
_NOMINAL = ("NOUN", "PROPN", "PRON", "DET", "ADJ", "NUM", "PART", "X")
# Who adds something is who spoke before, whatever the tree hangs "adding" on.
_CONTINUING = ("add",)
# Who is quoted speaks, and who quotes carries it: "Interfax quoted Novak as saying".
QUOTING = ("quote", "cite")
_SUBJECTS = ("nsubj", "nsubjpass", "csubj")


def phrase_of(tree: Tree, head: Token) -> Phrase:
    """The noun phrase round `head`, without clauses and coordinations."""
    first, last = tree.phrase(head)
    return Phrase(first, last, head.index)


def is_passive(tree: Tree, verb: Token) -> bool:
    """With its auxiliary, or a bare participle ("when asked whether", "a law called")."""
    if tree.children(verb, "auxpass", "nsubjpass"):
        return True
    return (
        verb.tag == "VBN" and verb.dep in ("advcl", "acl", "prep") and not tree.children(verb, "nsubj", "aux") and not _misread(tree, verb)
    )


def _misread(tree: Tree, verb: Token) -> bool:
    """As in "Novak, who owns the port, called the plan a joke": a past tense taken for a participle, with its object right behind it."""
    tokens, at = tree.tokens, verb.index
    if verb.dep != "acl" or not 0 < at < len(tokens) - 1 or tokens[at - 1].text != ",":
        return False
    return tokens[at + 1].pos in ("DET", "PROPN") or tokens[at + 1].tag in ("PRP", "PRP$")


def speaker_of(reading: Reading, verb: Token) -> Phrase | None:
    """The phrase of the verb's speaker: its subject, the agent of a passive, or the subject it shares with the clause it hangs on."""
    tree = reading.tree
    if verb.lemma in _CONTINUING and not tree.children(verb, *_SUBJECTS):
        earlier = _earlier_cue(reading, verb)
        if earlier is not None:
            return speaker_of(reading, earlier)
    if is_passive(tree, verb) and verb.lemma not in QUOTING:
        return _agent(tree, verb)
    return _subject(tree, verb, 0) or _after_carrier(reading, verb) or _beside(reading, verb)


def _earlier_cue(reading: Reading, verb: Token) -> Token | None:
    """The last cue with a subject of its own before the verb in its sentence."""
    first = reading.tree.sentence(verb).first
    for token in reversed(reading.tokens[first : verb.index]):
        if is_verb(token) and token.index not in reading.quoted and reading.speech.speaks(token.lemma):
            own = reading.tree.child(token, "nsubj")
            if own is not None and own.tag not in _RELATIVE and token.lemma not in _CONTINUING:
                return token
    return None


def _agent(tree: Tree, verb: Token) -> Phrase | None:
    by = next((c for c in tree.children(verb, "agent", "prep") if c.lemma == "by"), None)
    pobj = tree.child(by, "pobj") if by else None
    return phrase_of(tree, pobj) if pobj else None


def _subject(tree: Tree, verb: Token, depth: int) -> Phrase | None:
    quoted = tree.child(verb, "dobj") if depth and verb.lemma in QUOTING and not is_passive(tree, verb) else None
    if quoted is not None:
        return phrase_of(tree, quoted)
    own = _nearest(tree, verb)
    if own is not None:
        return _own(tree, verb, own)
    if verb.tag == "VBG" and depth == 0:
        with_own = _absolute(tree, verb)
        if with_own is not None:
            return with_own
    head = tree.head(verb)
    if head is None or depth > 5:
        return None
    if verb.dep in ("conj", "xcomp", "advcl", "ccomp", "dep") and (is_verb(head) or head.pos == "AUX"):
        return _subject(tree, head, depth + 1)
    if verb.dep in ("pcomp", "prep") or head.dep in ("prep", "agent") or head.pos == "ADP":
        return _subject(tree, head, depth + 1)
    if verb.dep in ("acl", "relcl") and head.pos in ("NOUN", "PROPN", "PRON"):
        return phrase_of(tree, head)
    return None


def _own(tree: Tree, verb: Token, subject: Token) -> Phrase | None:
    """The verb's own subject; what a relative pronoun stands for."""
    if _carrier(tree, subject):
        return None
    if subject.tag in _RELATIVE:
        return phrase_of(tree, tree.tokens[verb.head]) if verb.dep == "relcl" and verb.head != verb.index else None
    return phrase_of(tree, subject)


def _nearest(tree: Tree, verb: Token) -> Token | None:
    """The last subject before the verb, where the parser gave it two ("The mayor, Jana Novak warned"); else the first behind it."""
    subjects = tree.children(verb, *_SUBJECTS)
    before = [s for s in subjects if s.index < verb.index]
    if not before:
        return next(iter(subjects), None)
    # "The dam, an engineer said, will hold": no comma stands between who says so and the cue.
    if verb.index + 1 >= len(tree.tokens) or tree.tokens[verb.index + 1].text != ",":
        return before[-1]
    beside = next((a for a in tree.children(before[-1], "appos") if verb.index - 1 in {t.index for t in tree.subtree(a)}), None)
    return beside if beside is not None and tree.tokens[verb.index - 1].text != "," else before[-1]


def _carrier(tree: Tree, subject: Token) -> bool:
    """Does the parser take for the subject who stands after "according to" at the start of the sentence?"""
    first = tree.sentence(subject).first
    opening = tree.tokens[first : first + 2]
    return (
        len(opening) == 2
        and opening[0].text.lower() == "according"
        and not any(t.text == "," for t in tree.tokens[first : subject.index])
        and tree.children(subject, "punct") != []
    )


def _absolute(tree: Tree, verb: Token) -> Phrase | None:
    """As in "and Novak calling it “late”": a name between "and" or "with" and the participle is its subject."""
    if verb.index < 2:
        return None
    name, before = tree.tokens[verb.index - 1], tree.tokens[verb.index - 2]
    is_name = name.text[:1].isupper() and name.pos in ("PROPN", "NOUN")
    if is_name and name.block == before.block and before.text in ("and", "with", "while", "but"):
        return Phrase(name.index, verb.index, name.index)
    return None


def _after_carrier(reading: Reading, verb: Token) -> Phrase | None:
    """As in "According to Interfax, the minister, Jana Novak, said": the phrase after the comma."""
    sentence = reading.tree.sentence(verb)
    if reading.tokens[sentence.first].text.lower() != "according":
        return None
    comma = next((i for i in range(sentence.first, verb.index) if reading.tokens[i].text == ","), None)
    return noun_phrase_from(reading, comma + 1) if comma is not None and comma + 1 < verb.index else None


def giver_of(tree: Tree, paper: Token) -> Token | None:
    """Whose paper it is: the subject of "released a statement", "said in a letter"."""
    above = tree.head(paper)
    if above is not None and above.pos == "ADP" and paper.dep == "pobj":
        above = tree.head(above)
    elif paper.dep != "dobj":
        return None
    return _nearest(tree, above) if above is not None and is_verb(above) else None


def _beside(reading: Reading, verb: Token) -> Phrase | None:
    """A noun phrase right after or right before the verb, where the parser saw no subject (headlines, "said X" after a quotation)."""
    before = noun_phrase_ending(reading, verb.index)
    return before or noun_phrase_from(reading, verb.index + 1)


def noun_phrase_from(reading: Reading, start: int) -> Phrase | None:
    """The longest noun phrase that begins at token `start`, in the same block."""
    tokens = reading.tokens
    last = start
    while last < len(tokens) and last not in reading.quoted and _goes_on(reading, start, last):
        last += 1
    while last > start and tokens[last - 1].pos in ("ADP", "DET", "PUNCT", "PART"):
        last -= 1
    return _headed(reading, start, last)


def noun_phrase_ending(reading: Reading, end: int) -> Phrase | None:
    """The noun phrase whose last token is `end - 1`."""
    tokens = reading.tokens
    first = end
    while first > 0 and tokens[first - 1].block == tokens[end - 1].block and first - 1 not in reading.quoted:
        token = tokens[first - 1]
        if token.pos not in _NOMINAL or token.tag in _RELATIVE or token.tag == "TO" or end - first > 12:
            break
        first -= 1
    return _headed(reading, first, end)


def _goes_on(reading: Reading, start: int, at: int) -> bool:
    token = reading.tokens[at]
    if token.block != reading.tokens[start].block or at - start > 14:
        return False
    inside_name = token.text in ("of", "for", "from", "and", "&") and at > start
    return (token.pos in _NOMINAL and token.tag not in (*_RELATIVE, "TO")) or inside_name


def _headed(reading: Reading, first: int, last: int) -> Phrase | None:
    nouns = [t for t in reading.tokens[first:last] if t.pos in ("NOUN", "PROPN", "PRON")]
    if not nouns:
        return None
    inside = [t for t in nouns if not first <= t.head < last or t.head == t.index]
    return Phrase(first, last, (inside or nouns)[0].index)
