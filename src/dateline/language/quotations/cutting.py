"""Where reported speech ends: before the speaker, another cue, or words that direct speech has already."""

from dateline.language.quotations.drafts import Phrase, Range, Reading, is_verb
from dateline.language.quotations.subjects import QUOTING
from dateline.model.annotated import Token


def without_speaker(ranges: list[Range], speaker: Phrase | None, verb: Token) -> list[Range]:
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


def cut(reading: Reading, verb: Token, frame: str, ranges: list[Range], taken: set[int]) -> list[Range]:
    """Ends a range before another cue of the same speaker (", adding that") and where direct speech begins."""
    found = []
    for start, stop in ranges:
        first = _after_source(reading, _after_time(reading, verb, start, stop), stop)
        last = _before_last_cue(reading, verb, first, stop)
        end = last
        for index in range(first + 1, last):
            token = reading.tokens[index]
            comma = reading.tokens[index - 1].text == ","
            if index in taken or (comma and token.tag == "VBG" and token.lemma in reading.speech.cues and index not in reading.quoted):
                end = index
                break
            if _new_report(reading, verb, token, first) or (token.text == ";" and index not in reading.quoted):
                end = index
                break
            if _second_cue(reading, verb, token, first):
                end = index
                while end > first + 1 and reading.tokens[end - 1].pos in ("CCONJ", "ADV", "PUNCT", "AUX"):
                    end -= 1
                break
        if first in taken or first >= stop:
            continue
        if end == last and first > verb.index and frame in ("clause", "addressee", "infinitive"):
            end = _farther(reading, verb, end)
        end = _to_closing_mark(reading, end, last, taken)
        found.append((first, end))
    return found


def _after_time(reading: Reading, verb: Token, first: int, last: int) -> int:
    """As in "said on Monday it would pay": the time belongs to the cue, although the tree hangs it into the clause."""
    if first != verb.index + 1:
        return first
    at = first + 1 if reading.tokens[first].pos == "ADP" else first
    start = at
    while at < last and reading.tokens[at].entity in ("DATE", "TIME"):
        at += 1
    return at if start < at < last and reading.tokens[at].text != "," and reading.tokens[at].pos not in ("VERB", "AUX", "ADP") else first


def _after_source(reading: Reading, first: int, last: int) -> int:
    """As in "said, citing an army source, that ...", "..., the daily reported, citing diplomats": whom it is from is no part of it."""
    at = first + 1 if reading.tokens[first].text == "," and first + 1 < last else first
    if reading.tokens[at].lemma not in QUOTING or reading.tokens[at].tag != "VBG":
        return first
    return next((i + 1 for i in range(at, last) if reading.tokens[i].text == ","), last)


def _before_last_cue(reading: Reading, verb: Token, first: int, last: int) -> int:
    """As in "says deal is near, Novak denies": a cue that ends the sentence is no part of another's words."""
    at = last - 1
    while at > first and reading.tokens[at].pos == "PUNCT" and at not in reading.quoted:
        at -= 1
    token = reading.tokens[at]
    if at == verb.index or not is_verb(token) or token.tag not in ("VBD", "VBZ", "VBP") or token.lemma not in reading.speech.cues:
        return last
    while at > max(first, last - 10):
        at -= 1
        if reading.tokens[at].text == ",":
            return at
    return last


def _second_cue(reading: Reading, verb: Token, token: Token, first: int) -> bool:
    """As in "said he would order a review and warned against ...": the second verb has the cue's tense, the content's verb has not."""
    if token.dep != "conj" or token.tag != verb.tag or token.lemma not in reading.speech.cues or token.index in reading.quoted:
        return False
    head = reading.tokens[token.head]
    modal = any(a.tag == "MD" for a in reading.tree.children(head, "aux"))
    return first <= head.index < token.index and (modal or head.tag != verb.tag) and not reading.tree.children(token, "nsubj")


def _new_report(reading: Reading, verb: Token, comma: Token, first: int) -> bool:
    """Does a report of its own begin after the comma: ", and Novak said ...", ", and urged calm", ", while insisting ..."?"""
    tokens, sentence = reading.tokens, reading.tree.sentence(verb)
    if comma.text != "," or comma.index in reading.quoted or comma.index + 2 >= sentence.last or first <= verb.index - 1:
        return False
    joins = tokens[comma.index + 1]
    if joins.pos == "SCONJ" and joins.lemma in ("while", "after", "before"):
        following = tokens[comma.index + 2]
        return following.tag == "VBG" and following.lemma in reading.speech.cues
    if joins.pos != "CCONJ" or joins.lemma not in ("and", "but"):
        return False
    for token in tokens[comma.index + 2 : min(sentence.last, comma.index + 14)]:
        if token.index in reading.quoted or token.pos in ("PUNCT", "SCONJ") or token.tag in ("WP", "WDT"):
            return False
        if token.tag in ("VBD", "VBZ", "VBP", "MD"):
            return token.tag == verb.tag and reading.speech.speaks(token.lemma) and token.dep not in ("aux", "auxpass")
    return False


def _farther(reading: Reading, verb: Token, end: int) -> int:
    """Up to the end of the sentence, where a second "and that", or one more of a row of infinitives, was hung elsewhere."""
    tokens, last = reading.tokens, reading.tree.sentence(verb).last
    if tokens[end - 1].text == ",":
        end -= 1
    at = end + 1 if end < last and tokens[end].text == "," else end
    if at + 2 >= last:
        return end
    second_that = tokens[at].pos == "CCONJ" and tokens[at + 1].text == "that" and tokens[at + 1].tag == "IN"
    in_a_row = at > end and tokens[at].tag == "VB" and tokens[at].dep not in ("aux", "auxpass")
    return last if second_that or in_a_row else _with_modal(reading, verb, at, end)


def _with_modal(reading: Reading, verb: Token, at: int, end: int) -> int:
    """As in "said she hoped to win and then | would go on": a second verb with a modal is not the cue's fellow."""
    tree = reading.tree
    for fellow in tree.children(verb, "conj"):
        modal = tree.child(fellow, "aux")
        if reading.tokens[at].pos == "CCONJ" and modal is not None and modal.tag == "MD" and modal.index - at <= 2:
            return max(t.index for t in tree.subtree(fellow)) + 1
    return end


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
