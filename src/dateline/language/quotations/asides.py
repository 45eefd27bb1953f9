"""A cue that is put into what it reports: "The dam, Novak said on Monday, will hold"."""

from collections.abc import Sequence

from dateline.language.quotations.drafts import Range, Reading
from dateline.language.quotations.subjects import phrase_of
from dateline.model.annotated import Token

# Adverbs and a time may stand beside the cue.
_LONGEST_AFTER = 5
_CONDITIONS = ("if", "unless")
# "If so", "If anything" is no condition.
_SHORTEST = 2
_NO_SUBJECTS = ("WP", "WDT", "WP$", "EX")


def words_before(reading: Reading, verb: Token) -> Range | None:
    """The words from the start of the sentence to the comma before the speaker and the cue, where a comma follows these too."""
    place = aside(reading, verb)
    if place is None:
        return None
    before = (reading.tree.sentence(verb).first, place[0])
    tokens = reading.tokens[before[0] : before[1]]
    return None if is_topic(tokens) or is_circumstance(reading, before) else before


def is_topic(words: Sequence[Token]) -> bool:
    """As in "On the port, she added, “...”": what it is about, where her own words are a sentence of their own."""
    return bool(words) and words[0].pos == "ADP" and not _has_tense(words)


def is_circumstance(reading: Reading, words: Range) -> bool:
    """As in "In an interview on Sunday, Novak said", "Asked about it, she said", "And, he said": how it was said, not what."""
    tokens = reading.tokens[words[0] : words[1]]
    speech = reading.speech
    if not tokens or all(t.pos in ("CCONJ", "SCONJ", "PUNCT") for t in tokens) or (tokens[0].lemma == "ask" and tokens[0].tag == "VBN"):
        return True
    occasion = any(t.lemma in speech.occasions or t.lemma in speech.documents or t.entity in ("DATE", "TIME") for t in tokens)
    return tokens[0].pos == "ADP" and occasion and not _has_tense(tokens)


def _has_tense(tokens: Sequence[Token]) -> bool:
    return any(t.tag in ("VBD", "VBZ", "VBP", "MD") for t in tokens)


def aside(reading: Reading, verb: Token) -> Range | None:
    """The commas round speaker and cue, the second not included; None where they do not stand between commas."""
    tree, tokens = reading.tree, reading.tokens
    sentence = tree.sentence(verb)
    subject = tree.child(verb, "nsubj")
    if subject is None or subject.tag in _NO_SUBJECTS:
        return None
    phrase = phrase_of(tree, subject)
    first = min(phrase.first, verb.index)
    if first - 1 <= sentence.first or tokens[first - 1].text != "," or first - 2 in reading.quoted:
        return None
    if sentence.first in reading.quoted:
        return None
    last = max(phrase.last, verb.index + 1)
    if phrase.first > verb.index:
        last = max(last, max(t.index for t in tree.subtree(subject)) + 1)
    for index in range(last, min(sentence.last, last + _LONGEST_AFTER)):
        token = tokens[index]
        if token.text == ",":
            return first - 1, index + 1
        if token.pos != "ADV" and token.entity not in ("DATE", "TIME") and token.lemma not in ("on", "in", "at"):
            return None
    return None


def condition(reading: Reading, verb: Token) -> Range | None:
    """As in "If the rain stops, he said, ...", "If it fails, he said he would go": the condition is his, before the comma."""
    tree = reading.tree
    first = tree.sentence(verb).first
    for clause in tree.children(verb, "advcl"):
        words = [t.index for t in tree.subtree(clause)]
        opens = reading.tokens[words[0]].text.lower() in _CONDITIONS and words[0] - first <= 1
        if opens and clause.index < verb.index and len(words) > _SHORTEST:
            return words[0], words[-1] + 1
    return None
