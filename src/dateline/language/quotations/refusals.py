"""Refusals to say something, in the writer's words: "declined to discuss the trip"."""

from dateline.language.quotations.drafts import Draft, Reading, is_verb
from dateline.language.quotations.subjects import phrase_of, speaker_of
from dateline.model.annotated import Sentence, Token

_CURLY = str.maketrans({"’": "'", "‘": "'"})


def find_refusals(reading: Reading) -> list[Draft]:
    """One draft for every refusal outside quotation marks and turns; its content is the refusal itself."""
    found = []
    for sentence in reading.annotated.sentences:
        if sentence.first in reading.in_turn:
            continue
        text = reading.text[sentence.start : sentence.end].translate(_CURLY)
        for match in reading.speech.reported.finditer(text):
            first, last = reading.between(sentence.start + match.start(), sentence.start + match.end())
            if first < last and first not in reading.quoted:
                found.append(_draft(reading, sentence, first, last))
    return found


def is_refusal(reading: Reading, start: int, end: int) -> bool:
    """Do the speaker's own words at `start:end` decline to say something?"""
    return reading.speech.spoken.search(reading.text[start:end].translate(_CURLY)) is not None


def _draft(reading: Reading, sentence: Sentence, first: int, last: int) -> Draft:
    verb = _main_verb(reading, first, last)
    indices = [t.index for t in reading.tree.subtree(verb) if t.index >= first]
    end = max([last, *(i + 1 for i in indices)])
    for index in range(last, min(end, sentence.last)):
        token = reading.tokens[index]
        if token.text == "," and reading.tokens[min(index + 1, sentence.last - 1)].pos in ("CCONJ", "PRON", "SCONJ"):
            end = index
            break
    content = reading.trimmed(first, min(end, sentence.last))
    speaker = speaker_of(reading, verb)
    if speaker is None or speaker.first >= first:
        subject = next((t for t in reading.tokens[sentence.first : first] if t.dep in ("nsubj", "nsubjpass")), None)
        speaker = phrase_of(reading.tree, subject) if subject is not None else None
    return Draft((content,), verb.index, verb.lemma, speaker, refusal=True)


def _main_verb(reading: Reading, first: int, last: int) -> Token:
    """The highest verb of the match: the one whose subject gives no answer."""
    inside = [t for t in reading.tokens[first:last] if is_verb(t) and t.dep not in ("aux", "auxpass")] or [reading.tokens[first]]
    depth = {t.index: sum(1 for _ in reading.tree.ancestors(t)) for t in inside}
    return min(inside, key=lambda t: (depth[t.index], t.index))
