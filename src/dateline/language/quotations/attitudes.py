"""Speech and views that no verb of saying brings: "his claim that", "is confident that", "in the view of", "according to"."""

from collections.abc import Sequence
from dataclasses import replace

from dateline.language.quotations.contents import span_of
from dateline.language.quotations.drafts import Draft, Range, Reading, is_verb, runs
from dateline.language.quotations.subjects import phrase_of, speaker_of
from dateline.model.annotated import Token


def noun_draft(reading: Reading, noun: Token) -> Draft | None:
    """As in "his claim that ...": the possessor speaks."""
    tree = reading.tree
    comp = next((c for c in tree.children(noun, "acl", "relcl", "ccomp") if _follows(reading, noun, c)), None)
    if comp is None:
        return None
    owner = tree.child(noun, "poss")
    if owner is None:
        owner = next((c for c in tree.children(noun, "nsubj", "nmod") if any(m.tag == "POS" for m in tree.children(c))), None)
    by = next((tree.child(p, "pobj") for p in tree.children(noun, "prep") if p.lemma in ("by", "from", "of")), None)
    source = owner or by
    content = tuple(r for r in (reading.trimmed(*r) for r in span_of(reading, comp)) if r[0] < r[1])
    if source is None or not content:
        return None
    words = reading.speech
    kind = words.nouns.get(noun.lemma) or words.vows.get(noun.lemma, "speech")
    return Draft(content, noun.index, noun.lemma, phrase_of(tree, source), kind, frame="noun")


def _follows(reading: Reading, noun: Token, comp: Token) -> bool:
    """A clause with "that"; after a vow or a call an infinitive too."""
    marks = reading.tree.children(comp)
    if any(m.lemma == "that" and m.dep == "mark" for m in marks):
        return True
    return noun.lemma in reading.speech.vows and comp.dep == "acl" and any(m.tag == "TO" and m.dep == "aux" for m in marks)


def adjective_draft(reading: Reading, adjective: Token) -> Draft | None:
    """As in "Novak is confident that ...", "was adamant he would stay": who is so inclined holds what follows."""
    tree = reading.tree
    verb = tree.head(adjective) if adjective.dep in ("acomp", "oprd") else adjective
    clauses = [*tree.children(adjective, "ccomp"), *(tree.children(verb, "ccomp") if verb is not None else [])]
    comp = next((c for c in clauses if c.index > adjective.index), None)
    if verb is None or comp is None or tree.children(verb, "neg") or (verb.lemma not in ("be", "remain", "seem") and verb is not adjective):
        return None
    speaker = speaker_of(reading, verb)
    if speaker is None or reading.tokens[speaker.head].lemma in ("it", "that", "this", "what", "which", "you"):
        return None
    content = tuple(r for r in (reading.trimmed(*r) for r in span_of(reading, comp)) if r[0] < r[1])
    kind = reading.speech.adjectives[adjective.lemma]
    return Draft(content, adjective.index, adjective.lemma, speaker, kind, frame="adjective") if content else None


def view_draft(reading: Reading, noun: Token) -> Draft | None:
    """As in "In the view of Novak, the pact is dead", "in Novak's opinion": the sentence without the phrase."""
    tree = reading.tree
    above = tree.head(noun)
    if above is None or above.text != "In" or noun.dep != "pobj" or noun.lemma not in reading.speech.views:
        return None
    of = next((p for p in tree.children(noun, "prep") if p.lemma == "of"), None)
    source = tree.child(noun, "poss") or (tree.child(of, "pobj") if of else None)
    if source is None or source.lemma in ("it", "which"):
        return None
    inside = [t.index for t in tree.subtree(above)]
    return _without_phrase(
        reading, above, inside, Draft((), noun.index, noun.lemma, phrase_of(tree, source), reading.speech.views[noun.lemma], frame="view")
    )


def according_draft(reading: Reading, token: Token) -> Draft | None:
    """As in "according to X": the clause that the phrase hangs on, without the phrase."""
    tree = reading.tree
    following = reading.tokens[token.index + 1 : token.index + 2]
    to = following[0] if following and following[0].text == "to" else token
    source = tree.child(to, "pobj") or next((c for c in tree.children(token, "pobj", "dobj")), None)
    if source is None:
        return None
    inside = {t.index for t in tree.subtree(token)} | {t.index for t in tree.subtree(source)} | {token.index, to.index}
    draft = Draft((), token.index, "according to", phrase_of(tree, source), frame="according")
    return _without_phrase(reading, token, sorted(inside), draft)


def _without_phrase(reading: Reading, token: Token, inside: Sequence[int], draft: Draft) -> Draft | None:
    """The draft with the clause that the phrase of `token` hangs on, the phrase left out."""
    tree = reading.tree
    first, last = min(inside), max(inside) + 1
    head = tree.head(token)
    while head is not None and not is_verb(head) and head.pos != "AUX":
        head = tree.head(head)
    sentence = tree.sentence(token)
    body = [t.index for t in (tree.subtree(head) if head else tree.tokens[sentence.first : sentence.last])]
    ranges = [reading.trimmed(*r) for r in runs(i for i in body if not first <= i < last)]
    content = tuple(_to_closing_mark(reading, r) for r in ranges if r[0] < r[1])
    if not content:
        return None
    return replace(draft, content=content)


def _to_closing_mark(reading: Reading, words: Range) -> Range:
    """Words that begin with a mark go on, over several sentences, to its fellow."""
    number = reading.quoted.get(words[0])
    if number is None or words[0] - reading.quotes[number][1][0] > 1:
        return words
    return words[0], max(words[1], reading.quotes[number][1][1])
