"""Reports that look like reports and mostly are none: what somebody is to say, who says so only as one of a kind, what no one says."""

from dataclasses import replace

from dateline.language.quotations.asides import aside, is_topic
from dateline.language.quotations.drafts import Draft, Range, Reading, is_verb
from dateline.model.annotated import Token

# "went on to say", "began to complain": the infinitive tells what was said. After other verbs ("wants to announce") it was not said yet.
GOING_ON = ("go", "continue", "appear", "seem", "begin", "start", "proceed", "use", "come", "happen")
# The reader and the writer are asked or told, and are no source.
_READERS = ("we", "you", "us", "me")
_THINGS = ("it", "that", "this", "which", "what", "there")
_LISTED = ("those", "these", "many", "some", "others", "most")
_HOLDING = ("object", "infinitive")


def without_doubt(reading: Reading, draft: Draft) -> Draft | None:
    """The draft without the pieces that tell nothing; None where it is more likely that nothing is reported than for other words."""
    if draft.cue is None or draft.refusal or draft.direct:
        return draft
    cue = reading.tokens[draft.cue]
    content = tuple(r for r in draft.content if not _stands_before(reading, cue, draft, r))
    if _says_nothing(reading, content) or (draft.frame == "clause" and _is_topic_alone(reading, cue, content)):
        return None
    by_verb = is_verb(cue) and draft.frame not in ("adjective", "noun", "view", "according")
    if by_verb and (_is_unsaid(reading, cue) or _of_a_kind(reading, cue, draft) or _by_nobody(reading, cue, draft)):
        return None
    return replace(draft, content=content)


def _says_nothing(reading: Reading, content: tuple[Range, ...]) -> bool:
    """As in "endorsed him", "announced plans": one word that is not the speaker's own tells nothing."""
    words = [i for first, last in content for i in range(first, last)]
    return not words or (len(words) == 1 and words[0] not in reading.quoted)


def _stands_before(reading: Reading, cue: Token, draft: Draft, words: Range) -> bool:
    """As in "She came nearer, shouting insults", "the plan, backed by many who said the same": what stands before is the writer's."""
    if draft.frame != "clause" or words[0] > cue.index or aside(reading, cue) is not None:
        return False
    return cue.tag in ("VBG", "VBN", "VB") or cue.dep in ("acl", "relcl")


def _is_topic_alone(reading: Reading, cue: Token, content: tuple[Range, ...]) -> bool:
    """As in "In her book, Novak noted it": a phrase before the cue, and no clause, was taken for what is said."""
    return len(content) == 1 and content[0][1] <= cue.index and is_topic(reading.tokens[slice(*content[0])])


def _is_unsaid(reading: Reading, cue: Token) -> bool:
    """A purpose or a wish ("wants to announce"), or something the reader is asked for ("Tell us why")."""
    helpers = reading.tree.children(cue, "aux", "auxpass")
    if any(h.tag == "TO" for h in helpers):
        return reading.tokens[cue.head].lemma not in GOING_ON
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
