"""Headlines that name their speaker without a verb: "Talks will go on – spokesman", "Ministry: no deal in sight"."""

import re

from dateline.language.quotations.drafts import Draft, Phrase, Range, Reading, is_verb

_DASHES = ("–", "—", "-", "--")
_LONGEST_SPEAKER = 7
# Labels of a kind of article.
_NOT_SPEAKERS = re.compile(
    r"(?:update|exclusive|analysis|explainer|factbox|breaking|live|watch|video|opinion|correction|timeline|interview|fact check|recap)\b",
    re.IGNORECASE,
)


def find_headlines(reading: Reading) -> list[Draft]:
    """At most one draft, for the title."""
    blocks = reading.annotated.article.blocks
    number = next((n for n, block in enumerate(blocks) if block.kind == "title"), None)
    if number is None:
        return []
    inside = [t.index for t in reading.tokens if t.block == number]
    if not inside:
        return []
    draft = _speaker_first(reading, inside[0], inside[-1] + 1) or _speaker_last(reading, inside[0], inside[-1] + 1)
    return [draft] if draft else []


def _speaker_first(reading: Reading, first: int, last: int) -> Draft | None:
    start = first
    for index in range(first + 1, min(last - 2, first + _LONGEST_SPEAKER + 3)):
        token = reading.tokens[index]
        if token.text in _DASHES and _NOT_SPEAKERS.match(reading.tokens[first].text):
            start = index + 1
        if token.text == ":" and start < index <= start + _LONGEST_SPEAKER:
            return _draft(reading, (index + 1, last), (start, index))
    return None


def _speaker_last(reading: Reading, first: int, last: int) -> Draft | None:
    for index in range(max(first + 3, last - _LONGEST_SPEAKER - 1), last - 1):
        token = reading.tokens[index]
        spaced = reading.text[token.start - 1].isspace()
        if token.text == ":" or (token.text in _DASHES and spaced):
            return _draft(reading, (first, index), (index + 1, last))
    return None


def _draft(reading: Reading, content: Range, speaker: Range) -> Draft | None:
    words = reading.tokens[speaker[0] : speaker[1]]
    if any(is_verb(t) or t.text == "," for t in words) or _NOT_SPEAKERS.match(words[0].text) or words[0].pos in ("PRON", "SCONJ", "ADV"):
        return None
    speaker = _without_topic(reading, content, speaker)
    heads = [t for t in reading.tokens[speaker[0] : speaker[1]] if t.pos in ("NOUN", "PROPN")]
    said = reading.trimmed(*content)
    if not heads or said[0] >= said[1] or not _can_speak(reading, speaker, heads[-1].lemma):
        return None
    quoted = all(i in reading.quoted for i in range(*said))
    return Draft((said,), None, "", Phrase(speaker[0], speaker[1], heads[-1].index), direct=quoted)


def _without_topic(reading: Reading, content: Range, speaker: Range) -> Range:
    """As in "Novak at party meeting: ...", "Novak to voters: ...", and, after words in marks, ": Novak on the pact": the name alone."""
    before = content[0] > speaker[0]
    quoted = all(i in reading.quoted for i in range(*reading.trimmed(*content)))
    for index in range(speaker[0] + 1, speaker[1]):
        token = reading.tokens[index]
        if token.pos in ("ADP", "PART") and token.text.lower() in ("at", "to", "in", "on", "after", "before") and (before or quoted):
            return speaker[0], index
    return speaker


def _can_speak(reading: Reading, speaker: Range, lemma: str) -> bool:
    words = reading.speech
    if lemma in words.people or lemma in words.voices or lemma in words.documents:
        return True
    kinds = {actor.id: actor.kind for actor in reading.annotated.actors}
    places = [(toponym.start, toponym.end) for toponym in reading.annotated.toponyms]
    for reference in reading.annotated.references:
        if speaker[0] <= reference.first and reference.last <= speaker[1] and reference.head == speaker[1] - 1:
            # "Airbus: no deal" and "Kremlin: no deal" have a speaker, "Rome Treaties: what they say" and "Mali: three dead" a topic.
            kind = kinds.get(reference.actor)
            place = any(start <= reference.span.start < end for start, end in places)
            house = reference.kind == "metonym" and not place
            return kind == "person" or (kind == "organisation" and speaker[1] - speaker[0] == 1) or house
    return False
