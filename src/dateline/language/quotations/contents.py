"""What a cue's clause, object or phrase says, by the dependency tree, with the surface where the tree is wrong."""

from dateline.language.quotations.asides import aside, condition, is_circumstance
from dateline.language.quotations.drafts import Range, Reading, is_verb, runs
from dateline.language.quotations.subjects import phrase_of
from dateline.model.annotated import Token
from dateline.ontology.speech import Cue

_MARKS = ("that", "whether", "if")


def content_of(reading: Reading, verb: Token, cue: Cue) -> tuple[str, list[Range]] | None:
    """The frame that fits best and the token ranges of what is said."""
    for find in (_hearsay, _aside, _clause, _infinitive, _addressee, _prepositional, _named, _object, _scare, _surface):
        found = find(reading, verb, cue)
        if found is not None:
            return found
    return None


def _hearsay(reading: Reading, verb: Token, cue: Cue) -> tuple[str, list[Range]] | None:
    """As in "Novak | is said | to have left": the subject and the infinitive are what is said."""
    tree = reading.tree
    subject = tree.child(verb, "nsubjpass")
    if "hearsay" not in cue.frames or subject is None or subject.lemma in ("it", "which", "what", "that") or tree.children(verb, "agent"):
        return None
    comp = next((c for c in tree.children(verb, "xcomp") if c.index > verb.index and _to(reading, c)), None)
    if comp is None or subject.tag in ("WP", "WDT"):
        return None
    phrase = phrase_of(tree, subject)
    return "hearsay", [(phrase.first, phrase.last), *span_of(reading, comp)]


def _aside(reading: Reading, verb: Token, cue: Cue) -> tuple[str, list[Range]] | None:
    """The sentence without the cue and its speaker, which stand between commas."""
    place = aside(reading, verb) if {"clause", "quote"} <= set(cue.frames) else None
    if place is None:
        return None
    sentence = reading.tree.sentence(verb)
    before, after = (sentence.first, place[0]), (place[1], sentence.last)
    if reading.tokens[after[0]].text.lower() == "according":
        after = (after[0], after[0])
    return "clause", [r for r in (before, after) if not is_circumstance(reading, r)]


def _clause(reading: Reading, verb: Token, cue: Cue) -> tuple[str, list[Range]] | None:
    if "clause" not in cue.frames and "addressee" not in cue.frames:
        return None
    tree = reading.tree
    frame = "clause" if "clause" in cue.frames else "addressee"
    comps = [c for c in tree.children(verb, "ccomp") if _finite(reading, c)]
    if not comps and verb.dep in ("parataxis", "ccomp", "advcl") and not _has_object(reading, verb):
        return _ahead(reading, verb, cue) or _round(reading, verb, frame)
    if not comps or (comps[-1].index < verb.index and _says_more(reading, verb)):
        return None
    later = [c for c in comps if c.index > verb.index]
    if later:
        later += [c for c in tree.children(verb, "ccomp") if c.index > later[0].index and tree.child(c, "nsubj") and c not in later]
    indices = [t.index for comp in later or comps[:1] for t in tree.subtree(comp) if t.block == verb.block]
    ranges = runs(indices)
    if later:
        ranges = [(first, last) for first, last in ranges if first > verb.index or (first < verb.index < last)]
        first = min((f for f, _ in ranges if f > verb.index), default=None)
        if first is None:
            return None
        before = condition(reading, verb)
        return frame, [*([before] if before else []), (first, max(last for _, last in ranges))]
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
    """The cue is put into the sentence or after it: "..., Petrov said, and ...", "as X said"."""
    tree = reading.tree
    head = tree.head(verb)
    subject = tree.child(verb, "nsubj")
    if head is None or subject is None or subject.tag in ("WP", "WDT"):
        return None
    as_clause = any(m.lemma == "as" for m in tree.children(verb, "mark", "advmod"))
    if verb.dep == "advcl" and not as_clause:
        return None
    if _says_more(reading, verb):
        return None
    cue_words = {t.index for t in tree.subtree(verb)}
    first, last = min(cue_words), max(cue_words) + 1
    comma = reading.tokens[first - 1].text == "," if first else False
    if verb.dep == "ccomp" and not comma:
        return None
    rest = [t.index for t in tree.subtree(head) if not first <= t.index < last]
    return frame, runs(rest)


def _says_more(reading: Reading, verb: Token) -> bool:
    """As in "..., warns Chad", "...; Novak urges calm": a cue with an object of its own is not put into what stands before it."""
    following = reading.tokens[verb.index + 1 : verb.index + 2]
    frames = set(reading.speech.cues[verb.lemma].frames) if verb.lemma in reading.speech.cues else set()
    subject = reading.tree.child(verb, "nsubj")
    start = min(verb.index, phrase_of(reading.tree, subject).first) if subject is not None else verb.index
    if reading.tokens[start - 1].text == ";":
        return True
    if not following or verb.lemma == "tell" or not frames & {"object", "addressee", "named"}:
        return False
    behind = subject is not None and subject.index > verb.index
    noun = following[0].pos in ("NOUN", "PROPN", "DET", "ADJ", "PRON") and following[0].entity not in ("DATE", "TIME")
    return noun and not behind and following[0].block == verb.block


def _to(reading: Reading, verb: Token) -> bool:
    return any(a.tag == "TO" for a in reading.tree.children(verb, "aux"))


def _infinitive(reading: Reading, verb: Token, cue: Cue) -> tuple[str, list[Range]] | None:
    if "infinitive" not in cue.frames:
        return None
    for comp in reading.tree.children(verb, "xcomp", "ccomp", "advcl"):
        if comp.index > verb.index and _to(reading, comp):
            return "infinitive", span_of(reading, comp)
    return None


def _addressee(reading: Reading, verb: Token, cue: Cue) -> tuple[str, list[Range]] | None:
    """As in "urged Chad to settle", "asked whether", "told them to leave"."""
    if "addressee" not in cue.frames:
        return None
    for comp in reading.tree.children(verb, "xcomp", "ccomp", "advcl"):
        infinitive = _to(reading, comp)
        question = any(m.lemma in _MARKS or m.tag in ("WP", "WRB") for m in reading.tree.children(comp))
        if comp.index > verb.index and (infinitive or question):
            subject = reading.tree.child(comp, "nsubj")
            start = comp
            ranges = span_of(reading, start)
            if subject is None and infinitive and verb.lemma not in ("tell", "ask"):
                subject = reading.tree.child(verb, "dobj")
            if subject is not None and infinitive and subject.index > verb.index:
                ranges = [(phrase_of(reading.tree, subject).first, ranges[-1][1])]
            return "addressee", ranges
    return None


def _prepositional(reading: Reading, verb: Token, cue: Cue) -> tuple[str, list[Range]] | None:
    if not cue.prepositions:
        return None
    tree = reading.tree
    preps = tree.children(verb, "prep")
    for child in tree.children(verb, "dobj") if verb.lemma != "tell" else ():
        preps += [p for p in tree.children(child, "prep") if p.lemma in ("of", "for", "over", "about")]
    for prep in preps:
        if prep.lemma in cue.prepositions and prep.index > verb.index:
            inside = tree.children(prep, "pobj", "pcomp")
            if inside and not _is_time(inside[0]):
                span = _with_label(reading, span_of(reading, inside[0]))
                demand = next((c for c in tree.children(verb, "xcomp", "advcl") if c.index > inside[0].index and _to(reading, c)), None)
                if verb.lemma == "call" and demand is not None:
                    span = [(span[0][0], max(i.index for i in tree.subtree(demand)) + 1)]
                return prep.lemma, span
    return None


def _with_label(reading: Reading, span: list[Range]) -> list[Range]:
    """As in "pointed to the vote | as proof", "bragged of the rebels | losing ground": what the object is said to be or to do."""
    [(first, last)] = span
    following = reading.tokens[last : last + 1]
    if following and (following[0].text == "as" or following[0].tag == "VBG") and following[0].dep in ("prep", "acl", "pcomp", "advcl"):
        last = max(t.index for t in reading.tree.subtree(following[0])) + 1
    return [(first, last)]


def _is_time(token: Token) -> bool:
    return token.entity in ("DATE", "TIME")


def _named(reading: Reading, verb: Token, cue: Cue) -> tuple[str, list[Range]] | None:
    if not {"named", "as"} & set(cue.frames):
        return None
    tree = reading.tree
    for comp in tree.children(verb, "ccomp", "oprd", "xcomp"):
        if "named" in cue.frames and comp.index > verb.index and not _to(reading, comp):
            return "named", span_of(reading, comp, with_object=verb)
    obj = tree.child(verb, "dobj")
    if obj is None:
        return None
    for prep in tree.children(verb, "prep") + tree.children(obj, "prep"):
        if prep.lemma == "as" and prep.index > verb.index and reading.tokens[prep.index - 1].lemma != "such":
            return "named" if "named" in cue.frames else "as", span_of(reading, prep, with_object=verb)
    [(first, last)] = span_of(reading, obj)
    marked = next((i for i in range(first, min(last + 2, len(reading.tokens))) if i in reading.quoted), None)
    if "named" in cue.frames and marked is not None and first > verb.index and reading.tokens[marked].sentence == verb.sentence:
        return "named", [(first, reading.quotes[reading.quoted[marked]][1][1])]
    return None


def _object(reading: Reading, verb: Token, cue: Cue) -> tuple[str, list[Range]] | None:
    if "object" not in cue.frames:
        return None
    for obj in reading.tree.children(verb, "dobj", "xcomp", "advcl"):
        if obj.dep == "advcl" and (obj.tag != "VBG" or obj.index - verb.index > 3 or reading.tokens[obj.index - 1].text == ","):
            continue
        if obj.index > verb.index and obj.pos in ("NOUN", "PROPN", "PRON", "VERB") and not _is_time(obj) and obj.tag not in ("WP", "WDT"):
            [(first, last)] = span_of(reading, obj)
            return "object", [(first, _with_phrases(reading, verb, last))]
    return None


def _with_phrases(reading: Reading, verb: Token, last: int) -> int:
    """The tree often hangs a phrase on the verb that belongs to the noun before it: "ruled out taxes | on grain"."""
    for prep in reading.tree.children(verb, "prep"):
        inside = reading.tree.children(prep, "pobj", "pcomp")
        if prep.index == last and inside and not _is_time(inside[0]) and prep.lemma != "as":
            last = max(t.index for t in reading.tree.subtree(prep)) + 1
    return last


def _scare(reading: Reading, verb: Token, cue: Cue) -> tuple[str, list[Range]] | None:
    """As in "calling the leader “very smart”": up to a stretch in quotation marks in the same clause, where the tree shows no content."""
    frame = next((f for f in ("named", "object", *cue.prepositions) if f in cue.frames or f in cue.prepositions), None)
    sentence = reading.tree.sentence(verb)
    if frame is None:
        return None
    for index in range(verb.index + 1, min(sentence.last, verb.index + 12)):
        token = reading.tokens[index]
        if index in reading.quoted:
            return frame, [(verb.index + 1, reading.quotes[reading.quoted[index]][1][1])]
        if token.text in (";", ":") or (is_verb(token) and token.tag != "VBG"):
            return None
    return None


def _surface(reading: Reading, verb: Token, cue: Cue) -> tuple[str, list[Range]] | None:
    """Where the tree shows no content: the clause after the cue, or all before ", X said" at the end of a sentence."""
    if not {"clause", "addressee"} & set(cue.frames) or ("quote" not in cue.frames and verb.lemma != "tell"):
        return None
    sentence = reading.tree.sentence(verb)
    tokens = reading.tokens
    for index in range(verb.index + 1, min(sentence.last, verb.index + 14)):
        if tokens[index].text == "that" and tokens[index].tag == "IN" and index + 2 < sentence.last:
            return "clause", [(index, sentence.last)]
    ahead = _ahead(reading, verb, cue)
    if ahead is not None:
        return ahead
    subject = reading.tree.child(verb, "nsubj")
    after = [t for t in tokens[verb.index + 1 : sentence.last] if t.pos != "PUNCT"]
    first = subject.index if subject is not None else verb.index
    phrase = phrase_of(reading.tree, subject).first if subject is not None else first
    start = min(phrase, verb.index)
    if start - sentence.first > 3 and tokens[start - 1].text == "," and len(after) <= 8 and not _says_more(reading, verb):
        return "clause", [(sentence.first, start - 1)]
    return None


def _ahead(reading: Reading, verb: Token, cue: Cue) -> tuple[str, list[Range]] | None:
    """All after a cue that has its subject before it and a clause right behind it, wherever the tree hung that clause."""
    subject = reading.tree.child(verb, "nsubj")
    if subject is None or subject.index > verb.index or not {"quote", "clause"} <= set(cue.frames):
        return None
    start = _behind_phrase(reading, verb)
    return ("clause", [(start, reading.tree.sentence(verb).last)]) if _clause_from(reading, verb, start) else None


def _behind_phrase(reading: Reading, verb: Token) -> int:
    """As in "added, regarding the visit, | he would go", "said of the vote, | it was fair": a phrase up to a comma is passed over."""
    tokens, sentence = reading.tokens, reading.tree.sentence(verb)
    start = verb.index + 1
    if start < sentence.last and (tokens[start].text.lower() == "regarding" or tokens[start].lemma in ("of", "about")):
        comma = next((i for i in range(start, min(sentence.last, start + 10)) if tokens[i].text == ","), None)
        return comma + 1 if comma is not None else start
    return start


def _clause_from(reading: Reading, verb: Token, start: int) -> bool:
    """Do a subject and a finite verb stand from token `start`, with no other clause between?"""
    tokens, sentence = reading.tokens, reading.tree.sentence(verb)
    following = tokens[start : sentence.last]
    if not following or following[0].pos not in ("PRON", "DET", "PROPN", "NOUN", "ADJ", "NUM", "AUX", "VERB"):
        return False
    for token in following[:14]:
        if token.tag in ("VBD", "VBZ", "VBP", "MD"):
            return True
        if (token.pos == "PUNCT" and token.index not in reading.quoted) or token.pos == "SCONJ" or token.tag in ("WDT", "WP", "WRB"):
            return False
    return False


def span_of(reading: Reading, token: Token, with_object: Token | None = None) -> list[Range]:
    indices = [t.index for t in reading.tree.subtree(token)]
    first, last = min(indices), max(indices) + 1
    if with_object is not None:
        obj = reading.tree.child(with_object, "dobj")
        if obj is not None and obj.index < first:
            first = min(t.index for t in reading.tree.subtree(obj))
        first = max(first, with_object.index + 1)
    return [(first, last)]
