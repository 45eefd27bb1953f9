"""Reports that look like reports and mostly are none: what somebody is to say, who says so only as one of a kind, what no one says."""

from dateline.language.quotations.drafts import Draft, Reading, is_verb
from dateline.model.annotated import Token

# "went on to say", "began to complain": the infinitive tells what was said. After other verbs ("wants to announce") it was not said yet.
_GOING_ON = ("go", "continue", "appear", "seem", "begin", "start", "proceed", "use", "come", "happen")
# The reader and the writer are asked or told, and are no source.
_READERS = ("we", "you", "us", "me")
_THINGS = ("it", "that", "this", "which", "what", "there")
_LISTED = ("those", "these", "many", "some", "others", "most")
_HOLDING = ("object", "infinitive")


def is_doubtful(reading: Reading, draft: Draft) -> bool:
    """Is it more likely that nothing is reported here than for other words of the same shape?"""
    if draft.cue is None or draft.refusal or draft.direct:
        return False
    cue = reading.tokens[draft.cue]
    if _says_nothing(reading, draft):
        return True
    if not is_verb(cue) or draft.frame in ("adjective", "noun", "view", "according"):
        return False
    return _is_unsaid(reading, cue) or _of_a_kind(reading, cue, draft) or _by_nobody(reading, cue, draft)


def _says_nothing(reading: Reading, draft: Draft) -> bool:
    """As in "endorsed him", "announced plans": one word that is not the speaker's own tells nothing."""
    words = [i for first, last in draft.content for i in range(first, last)]
    return len(words) == 1 and words[0] not in reading.quoted


def _is_unsaid(reading: Reading, cue: Token) -> bool:
    """A purpose or a wish ("wants to announce"), or something the reader is asked for ("Tell us why")."""
    helpers = reading.tree.children(cue, "aux", "auxpass")
    if any(h.tag == "TO" for h in helpers):
        return reading.tokens[cue.head].lemma not in _GOING_ON
    return cue.tag == "VB" and cue.dep == "ROOT" and not helpers


def _of_a_kind(reading: Reading, cue: Token, draft: Draft) -> bool:
    """As in "voters who say the economy comes first", "a party that has pledged to leave": the words tell which ones are meant."""
    if cue.dep != "relcl" or draft.speaker is None or any(i in reading.quoted for r in draft.content for i in range(*r)):
        return False
    if draft.frame in _HOLDING:
        return True
    head = reading.tokens[draft.speaker.head]
    start = min(t.index for t in reading.tree.subtree(cue))
    group = head.tag == "NNS" or head.text.lower() in _LISTED
    return group and reading.tokens[start - 1].text != ","


def _by_nobody(reading: Reading, cue: Token, draft: Draft) -> bool:
    """Without a speaker, where no passive leaves it out; by the reader; by a thing that is no text ("it shows how late we are")."""
    if draft.speaker is None:
        return draft.frame in ("clause", *_HOLDING) and not draft.passive and cue.tag != "VBN"
    head = reading.tokens[draft.speaker.head]
    word = head.text.lower()
    if word in _READERS:
        return True
    speech = reading.speech
    thing = head.pos == "NOUN" and head.entity == "" and head.lemma not in speech.people | speech.voices | speech.documents
    if draft.frame in _HOLDING or draft.kind == "document":
        return thing or word in _THINGS
    return False
