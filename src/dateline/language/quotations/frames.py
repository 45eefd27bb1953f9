"""Reported speech: what a cue's clause, object or phrase says, by the dependency tree, with the surface where the tree is wrong."""

from dateline.language.quotations.drafts import Draft, Phrase, Range, Reading, is_verb, runs
from dateline.language.quotations.subjects import is_passive, phrase_of, speaker_of
from dateline.model.annotated import Token
from dateline.ontology.speech import Cue

_MARKS = ("that", "whether", "if")


def find_frames(reading: Reading, taken: set[int]) -> list[Draft]:
    """Drafts for every cue outside quotation marks and turns. `taken` are the tokens that direct speech has already."""
    found = []
    for token in reading.tokens:
        if token.index in reading.quoted or token.index in reading.in_turn:
            continue
        if token.text.lower() == "according":
            draft = _according(reading, token)
        elif is_verb(token):
            draft = _verb(reading, token, taken)
        elif token.pos == "NOUN" and token.lemma in reading.speech.nouns:
            draft = _noun(reading, token)
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
    cue = reading.speech.cues.get(verb.lemma)
    return (verb.lemma, cue) if cue else None


def _verb(reading: Reading, verb: Token, taken: set[int]) -> Draft | None:
    known = cue_of(reading, verb)
    tree = reading.tree
    if known is None or tree.children(verb, "neg") or verb.dep in ("aux", "auxpass", "amod", "compound"):
        return None
    lemma, cue = known
    content = _content(reading, verb, cue)
    if content is None:
        return None
    frame, ranges = content
    kind = cue.frames.get(frame) or cue.prepositions.get(frame, "speech")
    speaker = speaker_of(reading, verb)
    ranges = _without_speaker(ranges, speaker, verb)
    ranges = tuple(r for r in (reading.trimmed(*r) for r in _cut(reading, verb, ranges, taken)) if r[0] < r[1])
    if not ranges:
        return None
    passive = is_passive(tree, verb) and speaker is None
    return Draft(ranges, verb.index, lemma, speaker, kind, passive=passive)


def _content(reading: Reading, verb: Token, cue: Cue) -> tuple[str, list[Range]] | None:
    """The frame that fits best and the token ranges of what is said."""
    for find in (_clause, _infinitive, _addressee, _prepositional, _named, _object, _surface):
        found = find(reading, verb, cue)
        if found is not None:
            return found
    return None


def _clause(reading: Reading, verb: Token, cue: Cue) -> tuple[str, list[Range]] | None:
    if "clause" not in cue.frames and "addressee" not in cue.frames:
        return None
    tree = reading.tree
    frame = "clause" if "clause" in cue.frames else "addressee"
    comps = [c for c in tree.children(verb, "ccomp") if _finite(reading, c)]
    if not comps and verb.dep in ("parataxis", "ccomp", "advcl") and not _has_object(reading, verb):
        return _round(reading, verb, frame)
    if not comps:
        return None
    comp = comps[-1] if comps[-1].index > verb.index else comps[0]
    indices = [t.index for t in tree.subtree(comp) if t.block == verb.block]
    ranges = runs(indices)
    if comp.index > verb.index:
        ranges = [(first, last) for first, last in ranges if first > verb.index or (first < verb.index < last)]
        first = min((f for f, _ in ranges if f > verb.index), default=None)
        if first is None:
            return None
        return frame, [(first, max(last for _, last in ranges))]
    return frame, ranges


def _finite(reading: Reading, comp: Token) -> bool:
    """A clause with a tense: not "saw him leave", not a bare participle."""
    if comp.tag in ("VBD", "VBZ", "VBP", "MD"):
        return True
    helpers = reading.tree.children(comp, "aux", "auxpass", "cop")
    if any(h.tag in ("VBD", "VBZ", "VBP", "MD") for h in helpers):
        return True
    return bool(reading.tree.children(comp, "nsubj", "nsubjpass", "expl", "csubj")) and comp.tag != "VBG"


def _has_object(reading: Reading, verb: Token) -> bool:
    return bool(reading.tree.children(verb, "dobj", "ccomp", "xcomp", "prep", "dative"))


def _round(reading: Reading, verb: Token, frame: str) -> tuple[str, list[Range]] | None:
    """The cue is put into the sentence or after it: "..., Lavrov said, and ...", "as X said"."""
    tree = reading.tree
    head = tree.head(verb)
    subject = tree.child(verb, "nsubj")
    if head is None or subject is None or subject.tag in ("WP", "WDT"):
        return None
    as_clause = any(m.lemma == "as" for m in tree.children(verb, "mark", "advmod"))
    if verb.dep == "advcl" and not as_clause:
        return None
    cue_words = {t.index for t in tree.subtree(verb)}
    first, last = min(cue_words), max(cue_words) + 1
    comma = reading.tokens[first - 1].text == "," if first else False
    if verb.dep == "ccomp" and not comma:
        return None
    rest = [t.index for t in tree.subtree(head) if not first <= t.index < last]
    return frame, runs(rest)


def _to(reading: Reading, verb: Token) -> bool:
    return any(a.tag == "TO" for a in reading.tree.children(verb, "aux"))


def _infinitive(reading: Reading, verb: Token, cue: Cue) -> tuple[str, list[Range]] | None:
    if "infinitive" not in cue.frames:
        return None
    for comp in reading.tree.children(verb, "xcomp", "ccomp", "advcl"):
        if comp.index > verb.index and _to(reading, comp):
            return "infinitive", _span(reading, comp)
    return None


def _addressee(reading: Reading, verb: Token, cue: Cue) -> tuple[str, list[Range]] | None:
    """ "urged Minsk to settle", "asked whether", "told them to leave"."""
    if "addressee" not in cue.frames:
        return None
    for comp in reading.tree.children(verb, "xcomp", "ccomp", "advcl"):
        infinitive = _to(reading, comp)
        question = any(m.lemma in _MARKS or m.tag in ("WP", "WRB") for m in reading.tree.children(comp))
        if comp.index > verb.index and (infinitive or question):
            subject = reading.tree.child(comp, "nsubj")
            start = comp
            ranges = _span(reading, start)
            if subject is not None and infinitive and subject.index > verb.index:
                ranges = [(phrase_of(reading.tree, subject).first, ranges[-1][1])]
            return "addressee", ranges
    return None


def _prepositional(reading: Reading, verb: Token, cue: Cue) -> tuple[str, list[Range]] | None:
    if not cue.prepositions:
        return None
    tree = reading.tree
    preps = tree.children(verb, "prep")
    for child in tree.children(verb, "dobj"):
        preps += [p for p in tree.children(child, "prep") if p.lemma in ("of", "for", "over", "about")]
    for prep in preps:
        if prep.lemma in cue.prepositions and prep.index > verb.index:
            inside = tree.children(prep, "pobj", "pcomp")
            if inside and not _is_time(inside[0]):
                span = _span(reading, inside[0])
                demand = next((c for c in tree.children(verb, "xcomp", "advcl") if c.index > inside[0].index and _to(reading, c)), None)
                if verb.lemma == "call" and demand is not None:
                    span = [(span[0][0], max(i.index for i in tree.subtree(demand)) + 1)]
                return prep.lemma, span
    return None


def _is_time(token: Token) -> bool:
    return token.entity in ("DATE", "TIME")


def _named(reading: Reading, verb: Token, cue: Cue) -> tuple[str, list[Range]] | None:
    if "named" not in cue.frames:
        return None
    tree = reading.tree
    for comp in tree.children(verb, "ccomp", "oprd", "xcomp"):
        if comp.index > verb.index and not _to(reading, comp):
            return "named", _span(reading, comp, with_object=verb)
    obj = tree.child(verb, "dobj")
    if obj is None:
        return None
    for prep in tree.children(verb, "prep") + tree.children(obj, "prep"):
        if prep.lemma == "as" and prep.index > verb.index:
            return "named", _span(reading, prep, with_object=verb)
    return None


def _object(reading: Reading, verb: Token, cue: Cue) -> tuple[str, list[Range]] | None:
    if "object" not in cue.frames:
        return None
    for obj in reading.tree.children(verb, "dobj", "xcomp"):
        if obj.index > verb.index and obj.pos in ("NOUN", "PROPN", "PRON", "VERB") and not _is_time(obj) and obj.tag not in ("WP", "WDT"):
            return "object", _span(reading, obj)
    return None


def _span(reading: Reading, token: Token, with_object: Token | None = None) -> list[Range]:
    indices = [t.index for t in reading.tree.subtree(token)]
    first, last = min(indices), max(indices) + 1
    if with_object is not None:
        obj = reading.tree.child(with_object, "dobj")
        if obj is not None and obj.index < first:
            first = min(t.index for t in reading.tree.subtree(obj))
        first = max(first, with_object.index + 1)
    return [(first, last)]


def _surface(reading: Reading, verb: Token, cue: Cue) -> tuple[str, list[Range]] | None:
    """Where the tree shows no content: the clause after the cue, or all before ", X said" at the end of a sentence."""
    if not {"clause", "addressee"} & set(cue.frames) or "quote" not in cue.frames and verb.lemma != "tell":
        return None
    sentence = reading.tree.sentence(verb)
    tokens = reading.tokens
    for index in range(verb.index + 1, min(sentence.last, verb.index + 9)):
        if tokens[index].text == "that" and tokens[index].tag in ("IN", "DT") and index + 2 < sentence.last:
            return "clause", [(index, sentence.last)]
    subject = reading.tree.child(verb, "nsubj")
    after = [t for t in tokens[verb.index + 1 : sentence.last] if t.pos != "PUNCT"]
    if subject is not None and subject.index < verb.index and any(t.tag in ("VBD", "VBZ", "VBP", "MD") for t in after) and after:
        following = tokens[verb.index + 1]
        if following.pos in ("PRON", "DET", "PROPN", "NOUN", "ADJ", "NUM", "AUX", "VERB") and verb.lemma not in ("begin", "continue", "rule"):
            return "clause", [(verb.index + 1, sentence.last)]
    first = subject.index if subject is not None else verb.index
    phrase = phrase_of(reading.tree, subject).first if subject is not None else first
    start = min(phrase, verb.index)
    if start - sentence.first > 3 and tokens[start - 1].text == "," and len(after) <= 8:
        return "clause", [(sentence.first, start - 1)]
    return None


def _without_speaker(ranges: list[Range], speaker: Phrase | None, verb: Token) -> list[Range]:
    """The tree sometimes hangs the speaker or the cue into the content."""
    found = []
    for first, last in ranges:
        if first <= verb.index < last:
            left, right = (first, verb.index), (verb.index + 1, last)
            if speaker is not None and first <= speaker.first and speaker.last <= verb.index:
                left = (first, speaker.first)
            elif speaker is not None and verb.index < speaker.first and speaker.last <= last:
                right = (speaker.last, last)
            found += [r for r in (left, right) if r[0] < r[1]]
        elif speaker is not None and first <= speaker.head < last and first <= speaker.first and speaker.last <= last:
            found += [r for r in ((first, speaker.first), (speaker.last, last)) if r[0] < r[1]]
        else:
            found.append((first, last))
    return found


def _cut(reading: Reading, verb: Token, ranges: list[Range], taken: set[int]) -> list[Range]:
    """Ends a range before another cue of the same speaker (", adding that") and where direct speech begins."""
    found = []
    for first, last in ranges:
        end = last
        for index in range(first + 1, last):
            token = reading.tokens[index]
            comma = reading.tokens[index - 1].text == ","
            if index in taken or (comma and token.tag == "VBG" and token.lemma in reading.speech.cues and index not in reading.quoted):
                end = index
                break
            if _second_cue(reading, verb, token, first):
                end = index
                while end > first + 1 and reading.tokens[end - 1].pos in ("CCONJ", "ADV", "PUNCT", "AUX"):
                    end -= 1
                break
        if first in taken:
            continue
        end = _to_closing_mark(reading, end, last, taken)
        found.append((first, end))
    return found


def _second_cue(reading: Reading, verb: Token, token: Token, first: int) -> bool:
    """ "said he would order a review and warned against ...": the second verb has the cue's tense, the content's verb has not."""
    if token.dep != "conj" or token.tag != verb.tag or token.lemma not in reading.speech.cues or token.index in reading.quoted:
        return False
    head = reading.tokens[token.head]
    modal = any(a.tag == "MD" for a in reading.tree.children(head, "aux"))
    return first <= head.index < token.index and (modal or head.tag != verb.tag) and not reading.tree.children(token, "nsubj")


def _to_closing_mark(reading: Reading, end: int, limit: int, taken: set[int]) -> int:
    """A range that ends inside a quoted stretch takes all of it, unless it was cut there."""
    if end == limit and end - 1 in reading.quoted:
        number = reading.quoted[end - 1]
        return max(end, reading.quotes[number][1][1])
    if end == limit and end in reading.quoted and end not in taken:
        number = reading.quoted[end]
        block = reading.tokens[end].block == reading.tokens[end - 1].block
        return reading.quotes[number][1][1] if block and reading.quotes[number][1][0] == end else end
    return end


def _noun(reading: Reading, noun: Token) -> Draft | None:
    """ "his claim that ...": the possessor speaks."""
    tree = reading.tree
    comp = next((c for c in tree.children(noun, "acl", "relcl", "ccomp") if any(m.lemma == "that" and m.dep == "mark" for m in tree.children(c))), None)
    if comp is None:
        return None
    owner = tree.child(noun, "poss")
    by = next((tree.child(p, "pobj") for p in tree.children(noun, "prep") if p.lemma in ("by", "from", "of")), None)
    source = owner or by
    content = tuple(r for r in (reading.trimmed(*r) for r in _span(reading, comp)) if r[0] < r[1])
    if source is None or not content:
        return None
    return Draft(content, noun.index, noun.lemma, phrase_of(tree, source))


def _according(reading: Reading, token: Token) -> Draft | None:
    """ "according to X": the clause that the phrase hangs on, without the phrase."""
    tree = reading.tree
    following = reading.tokens[token.index + 1 : token.index + 2]
    to = following[0] if following and following[0].text == "to" else token
    source = tree.child(to, "pobj") or next((c for c in tree.children(token, "pobj", "dobj")), None)
    if source is None:
        return None
    inside = {t.index for t in tree.subtree(token)} | {t.index for t in tree.subtree(source)} | {token.index, to.index}
    first, last = min(inside), max(inside) + 1
    head = tree.head(token)
    while head is not None and not is_verb(head) and head.pos != "AUX":
        head = tree.head(head)
    sentence = tree.sentence(token)
    body = [t.index for t in (tree.subtree(head) if head else tree.tokens[sentence.first : sentence.last])]
    ranges = runs(i for i in body if not first <= i < last)
    content = tuple(r for r in (reading.trimmed(*r) for r in ranges) if r[0] < r[1])
    if not content:
        return None
    return Draft(content, token.index, "according to", phrase_of(tree, source))
