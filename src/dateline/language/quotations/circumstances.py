"""Who or what carried the words, and when they were said."""

from dateline.language.quotations.drafts import Draft, Reading, is_verb
from dateline.language.quotations.subjects import QUOTING, is_passive, phrase_of
from dateline.model.annotated import Sentence, Token
from dateline.model.moments import Moment
from dateline.model.times import TimeExpression

_CARRIERS = ("tell", "give", "inform", "quote", "cite", "report", "accord", "address", "carry")


def channel_of(reading: Reading, draft: Draft) -> str | None:
    """The medium or the occasion, as stated: "TASS", "Russian television", "press conference"; "tweet" where the cue says so."""
    if draft.cue is None:
        return reading.speech.channel_verbs.get(draft.lemma)
    cue = reading.tokens[draft.cue]
    by_verb = reading.speech.channel_verbs.get(cue.lemma)
    if by_verb:
        return by_verb
    inside = {i for first, last in draft.content for i in range(first, last)}
    if draft.speaker is not None:
        inside |= set(range(draft.speaker.first, draft.speaker.last))
    medium = _quoter(reading, cue)
    occasion = _paper(reading, draft)
    for token in _neighbourhood(reading, cue):
        if token.index in inside or token.index in reading.quoted or token.pos not in ("NOUN", "PROPN"):
            continue
        if medium is None and _is_medium(reading, token) and _carries(reading, token):
            medium = _name(reading, token)
        if occasion is None and token.lemma in reading.speech.occasions and _at(reading, token, cue):
            occasion = _name(reading, token)
    return medium or occasion


def _quoter(reading: Reading, cue: Token) -> str | None:
    """As in "Interfax quoted Novak as saying": who quotes."""
    verb = next((v for v in list(reading.tree.ancestors(cue))[:2] if v.lemma in QUOTING and not is_passive(reading.tree, v)), None)
    subject = reading.tree.child(verb, "nsubj") if verb is not None and reading.tree.child(verb, "dobj") else None
    return _name(reading, subject) if subject is not None and subject.pos != "PRON" else None


def _paper(reading: Reading, draft: Draft) -> str | None:
    """As in "the statement read", "a letter from the bank says": the paper that speaks is the channel of who wrote it."""
    if draft.speaker is None:
        return None
    head = reading.tokens[draft.speaker.head]
    return head.lemma if head.lemma in reading.speech.documents and head.lemma in reading.speech.occasions else None


def addressee_of(reading: Reading, draft: Draft) -> str | None:
    """Who was told: the object of "told", "assured", "asked"; who follows "said to", "wrote to", "in a letter to"."""
    if draft.cue is None or draft.refusal:
        return None
    tree, cue = reading.tree, reading.tokens[draft.cue]
    inside = {i for first, last in draft.content for i in range(first, last)}
    found = tree.children(cue, "dobj", "dative") if cue.lemma in reading.speech.telling else []
    for prep in (*tree.children(cue, "prep", "dative"), *(p for o in _occasions(reading, cue) for p in tree.children(o, "prep"))):
        if prep.lemma == "to":
            found += tree.children(prep, "pobj")
    if cue.lemma in reading.speech.telling and not found:
        found = [t for t in reading.tokens[cue.index + 1 : cue.index + 2] if t.pos == "PRON" and t.tag == "PRP"]
    told = [t for t in found if t.index not in inside]
    if draft.frame == "addressee":
        told += [s for comp in tree.children(cue, "xcomp", "ccomp") for s in tree.children(comp, "nsubj")] + found
    told = [t for t in told if _listens(reading, t) and t.index < cue.index + 12]
    return _name(reading, told[0]) if told else None


def _occasions(reading: Reading, cue: Token) -> list[Token]:
    """As in "said in a letter", "told a meeting"."""
    preps = reading.tree.children(cue, "prep")
    return [o for p in preps for o in reading.tree.children(p, "pobj") if o.lemma in reading.speech.occasions]


def _listens(reading: Reading, token: Token) -> bool:
    words = reading.speech
    if token.entity in ("PERSON", "ORG", "NORP", "GPE"):
        return True
    if token.pos == "PRON":
        return token.text.lower() in ("him", "her", "them", "us", "me", "you")
    return token.lemma in words.people or token.lemma in words.media or token.lemma in words.listeners


def _neighbourhood(reading: Reading, cue: Token) -> tuple[Token, ...]:
    sentence: Sentence = reading.tree.sentence(cue)
    last = sentence.last
    return reading.tokens[sentence.first : last]


def _is_medium(reading: Reading, token: Token) -> bool:
    if token.lemma in reading.speech.media and token.dep in ("dobj", "pobj", "dative", "appos", "conj"):
        return True
    first, last = reading.tree.phrase(token)
    if token.dep == "compound" or token.pos != "PROPN":
        return False
    words = reading.tree.words(first, last).removeprefix("the ").lower()
    return words in reading.speech.agencies or token.text.lower() in reading.speech.agencies


def _carries(reading: Reading, token: Token) -> bool:
    """Is it told, or is it quoted? The object of "told", of "by", "to" and "according to"."""
    first, _ = reading.tree.phrase(token)
    if first >= 2 and reading.tokens[first - 1].text == "to" and reading.tokens[first - 2].text.lower() == "according":
        return True
    above = [token, *reading.tree.ancestors(token)][:5]
    for one in above[1:]:
        if one.pos == "ADP" and one.lemma in ("by", "to", "with", "on", "via", "through", "for", "in"):
            return True
        if one.lemma in _CARRIERS or one.text.lower() == "according":
            return True
        if is_verb(one):
            return token.dep in ("dobj", "dative", "pobj") and one.lemma in _CARRIERS
    return False


def _at(reading: Reading, token: Token, cue: Token) -> bool:
    """Does the occasion hang on the cue: "said at a briefing", "told a news conference"?"""
    one = token
    for above in reading.tree.ancestors(token):
        if above.index == cue.index:
            told = one.index == token.index and cue.lemma in _CARRIERS and token.dep in ("dobj", "dative", "pobj")
            return told or ((one.pos == "ADP" or one.dep in ("prep", "agent")) and one.lemma in reading.speech.channel_prepositions)
        if is_verb(above):
            return False
        one = above
    return False


def _name(reading: Reading, token: Token) -> str:
    phrase = phrase_of(reading.tree, token)
    first = phrase.first
    while first < phrase.last - 1 and reading.tokens[first].pos in ("DET", "PRON"):
        first += 1
    last = token.index + 1
    appos = reading.tree.child(token, "appos")
    if appos is not None and token.lemma in reading.speech.media and appos.pos == "PROPN":
        last = appos.index + 1
    first = min(first, token.index)
    if first >= 2 and reading.tokens[first - 1].text == "-":
        first -= 2
    if token.lemma in reading.speech.media:
        # "the news agency Interfax", which the parser may take for two phrases.
        while last < len(reading.tokens) and reading.tokens[last].pos == "PROPN" and reading.tokens[last].block == token.block:
            last += 1
    return reading.tree.words(first, last)


def said_of(reading: Reading, draft: Draft) -> Moment:
    """The time that hangs on the cue ("said on Sunday"); else any time up to the publication."""
    if draft.cue is not None:
        expression = _time_of(reading, draft, reading.tokens[draft.cue])
        if expression is not None and expression.when.known:
            return expression.when
    if draft.cue is None and draft.lemma and draft.speaker is not None:
        signed = next((t for t in reading.annotated.times if draft.speaker.last <= t.first <= draft.speaker.last + 8), None)
        if signed is not None and signed.when.known:
            return signed.when
    return Moment(None, reading.annotated.article.published.latest, "publication")


def _time_of(reading: Reading, draft: Draft, cue: Token) -> TimeExpression | None:
    sentence = reading.tree.sentence(cue)
    near = None
    for expression in reading.annotated.times:
        if not sentence.first <= expression.first < sentence.last or expression.kind not in ("DATE", "TIME"):
            continue
        if any(first <= expression.first < last for first, last in draft.content) and not draft.refusal:
            continue
        if draft.refusal and 0 < expression.first - cue.index <= 8:
            return expression
        verb = _governor(reading, expression)
        if verb is not None and verb.index == cue.index:
            return expression
        between = range(min(cue.index, expression.last), max(cue.index + 1, expression.first))
        if len(between) <= 3 and not any(reading.tokens[i].pos == "PUNCT" for i in between):
            near = near or expression
    return near


def _governor(reading: Reading, expression: TimeExpression) -> Token | None:
    """The verb that the expression hangs on."""
    token = reading.tokens[expression.last - 1]
    for above in reading.tree.ancestors(token):
        if is_verb(above):
            return above
    return None
