"""Reported speech: every cue outside quotation marks with its speaker and its content."""

from dateline.language.quotations.attitudes import according_draft, adjective_draft, noun_draft, view_draft
from dateline.language.quotations.contents import content_of
from dateline.language.quotations.cutting import cut, without_speaker
from dateline.language.quotations.doubts import GOING_ON
from dateline.language.quotations.drafts import Draft, Phrase, Range, Reading, is_verb
from dateline.language.quotations.subjects import QUOTING, is_passive, speaker_of
from dateline.model.annotated import Token
from dateline.ontology.speech import Cue

# "prevented from saying", "without saying"
_KEPT_FROM = ("from", "without")
# Participles that are prepositions, or a writer's gloss: "regarding the visit", "he said, referring to the vote".
_PREPOSITIONS = ("regarding", "referring", "considering", "respecting", "touching")
_UNREAL = ("should", "must", "might", "may")
_NOBODY = ("nobody", "none", "one", "anyone", "anybody")
_MEANING = ("NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV", "AUX", "INTJ", "X", "SYM", "PRON")


def find_frames(reading: Reading, taken: set[int]) -> list[Draft]:
    """Drafts for every cue outside quotation marks and turns. `taken` are the tokens that direct speech has already."""
    found = []
    for token in reading.tokens:
        if token.index in reading.quoted or token.index in reading.in_turn:
            continue
        if token.text.lower() == "according":
            draft = according_draft(reading, token)
        elif is_verb(token):
            draft = _verb(reading, token, taken)
            if draft is None and token.lemma in reading.speech.adjectives:
                draft = adjective_draft(reading, token)
        elif token.pos == "ADJ" and token.lemma in reading.speech.adjectives:
            draft = adjective_draft(reading, token)
        elif token.pos == "NOUN" and token.lemma in reading.nouns:
            draft = noun_draft(reading, token) or view_draft(reading, token)
        else:
            draft = None
        if draft is not None:
            found.append(draft)
    return found


def cue_of(reading: Reading, verb: Token) -> tuple[str, Cue] | None:
    """The verb's entry, with its particle if it has one there."""
    for child in reading.tree.children(verb, "prt", "advmod", "acomp", "dobj"):
        joined = f"{verb.lemma} {child.lemma}"
        if joined in reading.speech.cues:
            return joined, reading.speech.cues[joined]
    lemma = reading.speech.misread.get(verb.lemma, verb.lemma)
    cue = reading.speech.cues.get(lemma)
    return (lemma, cue) if cue else None


def _verb(reading: Reading, verb: Token, taken: set[int]) -> Draft | None:
    known = cue_of(reading, verb)
    tree = reading.tree
    if known is None or not _is_uttered(reading, verb):
        return None
    lemma, cue = known
    content = content_of(reading, verb, cue)
    if content is None:
        return None
    frame, ranges = content
    kind = cue.frames.get(frame) or cue.prepositions.get(frame, "speech")
    if kind == "thought" and any(h.tag == "MD" for h in tree.children(verb, "aux")):
        return None
    speaker = None if frame == "hearsay" else speaker_of(reading, verb)
    if not _can_report(reading, verb, frame, kind, speaker):
        return None
    words = cut(reading, verb, frame, without_speaker(ranges, speaker, verb), taken)
    said = tuple(r for r in (reading.trimmed(*r) for r in words) if _tells(reading, r))
    if not said:
        return None
    passive = frame in ("clause", "hearsay") and is_passive(tree, verb) and speaker is None
    return Draft(said, verb.index, lemma, speaker, kind, passive=passive, frame=frame)


def _is_uttered(reading: Reading, verb: Token) -> bool:
    """Not denied, not only possible ("should say"), not a purpose ("to underscore the point"), not a question put to somebody unsaid."""
    tree = reading.tree
    helpers = tree.children(verb, "aux", "neg")
    if verb.dep in ("aux", "auxpass", "amod", "compound") or any(h.dep == "neg" or h.lemma in _UNREAL for h in helpers):
        return False
    if verb.text.lower() in _PREPOSITIONS and (verb.dep == "prep" or verb.lemma == "refer"):
        return False
    if verb.dep == "pcomp" and reading.tokens[verb.head].lemma in _KEPT_FROM:
        return False
    if verb.lemma in ("ask", "question") and _is_asked(reading, verb):
        return False
    purpose = verb.dep in ("advcl", "acl", "relcl") and reading.tokens[verb.head].lemma not in GOING_ON
    return not (purpose and any(h.tag == "TO" for h in helpers))


def _is_asked(reading: Reading, verb: Token) -> bool:
    """As in "Novak, asked about the plan, replied", "when asked whether": who is asked says nothing with it."""
    if verb.tag in ("VBN", "VBD") and verb.dep in ("acl", "advcl") and not reading.tree.children(verb, "nsubj"):
        return True
    return is_passive(reading.tree, verb) and speaker_of(reading, verb) is None


def _can_report(reading: Reading, verb: Token, frame: str, kind: str, speaker: Phrase | None) -> bool:
    """A picture shows, but a committee that shows interest reports nothing; a band called Harbour is called so by nobody."""
    if speaker is None:
        return not (frame in ("named", "as", "object") and is_passive(reading.tree, verb))
    head = reading.tokens[speaker.head]
    word = head.text.lower()
    if word in _NOBODY or (word == "you" and head.index not in reading.quoted):
        return False
    if verb.lemma in QUOTING and frame == "object" and _is_source(reading, verb):
        return False
    if kind == "document" and frame in ("object", "named"):
        return head.lemma in reading.speech.documents
    things = head.pos == "NOUN" and head.entity == "" and head.lemma not in reading.speech.people | reading.speech.voices
    return not (frame == "infinitive" and (word == "it" or things))


def _is_source(reading: Reading, verb: Token) -> bool:
    """As in "citing an army source", "cited Interfax": whom the words are from, not words."""
    cited = reading.tree.child(verb, "dobj")
    if cited is None:
        return False
    return cited.entity in ("ORG", "PERSON") or cited.lemma in reading.speech.people or cited.lemma in reading.speech.media


def _tells(reading: Reading, words: Range) -> bool:
    """Is there a word that means something: not a lone "and", "why" or bracket?"""
    return any(t.pos in _MEANING for t in reading.tokens[words[0] : words[1]])
