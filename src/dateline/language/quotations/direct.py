"""Speech between quotation marks: which cue and which speaker each stretch belongs to."""

from dataclasses import replace

from dateline.language.quotations.asides import is_topic, words_before
from dateline.language.quotations.drafts import Draft, Phrase, Range, Reading, is_verb
from dateline.language.quotations.labels import labelled, signature
from dateline.language.quotations.subjects import noun_phrase_from, phrase_of, speaker_of
from dateline.model.annotated import Token

_ENDS = (".", "!", "?")
# A cue stands near its quotation: tokens between the mark and the cue after it, and between the cue and the mark after that.
_FAR_AFTER = 32
# A heading in quotation marks; its articles and prepositions are not written with a capital.
_LONGEST_HEADING = 9
_SHORT_WORD = 3
# These stand beside words in quotation marks too, although nothing else is their content.
_ALSO_SPEAK = ("quote", "tell", "cite", "urge", "warn", "put", "go", "call", "point")


def find_direct(reading: Reading) -> tuple[list[Draft], set[int]]:
    """Drafts for whole utterances between marks, and the numbers of the stretches (in `reading.quotes`) that they use."""
    finder = _Finder(reading)
    for number in range(len(reading.quotes)):
        finder.attribute(number)
    return finder.drafts, finder.used


class _Finder:
    """Goes through the stretches in order, because a stretch without a cue continues the one before."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.drafts: list[Draft] = []
        self.used: set[int] = set()
        self.draft_of: dict[int, int] = {}

    def attribute(self, number: int) -> None:
        _, (first, last) = self.reading.quotes[number]
        before, after = self._before(first), self._after(last)
        cue = self._cue_after(number, after, before)
        colon = bool(before) and before[-1].text == ":"
        earlier = self._cue_before(number, before)
        label = signature(self.reading, last) or (labelled(self.reading, first) if colon else None)
        if label is not None and cue is None:
            self._add(number, Draft((self.reading.quotes[number][1],), None, "", label, direct=True))
            return
        if earlier is not None and not (colon and cue is not None):
            self._take(number, earlier, first)
            return
        if cue is not None and cue.tag == "VBG" and any(is_verb(t) and self._speaks(t) for t in before):
            # "Novak said on “Good Morning,” adding ...": the name of a programme.
            return
        if cue is not None:
            own = before and before[-1].text != ":" and not (before[-1].text == "," and is_topic(before))
            self._take(number, cue, before[0].index if own else first)
            self._introduce(number, before)
            return
        if colon and self._introduced(number, before):
            return
        if self._is_utterance(number, before):
            self._continue(number)

    def _introduce(self, number: int, before: list[Token]) -> None:
        """As in "Petrov relented: “...,” he said", "Maersk relented: “...,” a spokesman said": the subject before the colon speaks."""
        at = self.draft_of[number]
        draft = self.drafts[at]
        if not before or before[-1].text != ":" or draft.speaker is None:
            return
        words = self.reading.tokens[draft.speaker.first : draft.speaker.last]
        head = self.reading.tokens[draft.speaker.head].lemma
        if any(t.pos == "PROPN" for t in words) or head not in ("he", "she", *self.reading.speech.voices):
            return
        speaker = self._main_subject(before)
        if speaker is not None:
            self.drafts[at] = replace(draft, speaker=speaker)

    def _before(self, first: int) -> list[Token]:
        """The tokens of the same sentence before token `first`, back to another quotation."""
        tokens, found = self.reading.tokens, []
        for index in range(first - 1, -1, -1):
            token = tokens[index]
            if token.block != tokens[first].block or index in self.reading.quoted or token.text in (*_ENDS, ";"):
                break
            found.append(token)
        return found[::-1]

    def _after(self, last: int) -> list[Token]:
        tokens, found = self.reading.tokens, []
        for index in range(last, min(len(tokens), last + _FAR_AFTER)):
            token = tokens[index]
            if token.block != tokens[last - 1].block or index in self.reading.quoted or token.text in (*_ENDS, ";"):
                break
            found.append(token)
        return found

    def _cue_after(self, number: int, after: list[Token], before: list[Token]) -> Token | None:
        quoted, _ = self.reading.quotes[number]
        inside = self.reading.text[quoted.start : quoted.end].rstrip("”\"’'» ")
        ending = inside[-1:]
        if after and after[0].text == ",":
            after = after[1:]
            if not after:
                return None
        elif ending not in ",;?!…-—–" or not after:
            return None
        cue = self._first_cue(after) if after[0].pos != "CCONJ" else None
        if cue is None:
            return None
        # After a question or an exclamation a new sentence may begin, and after a title a clause, that has its own content.
        if (before or (ending in "?!…" and after[0].text[:1].isupper())) and self._has_content(cue):
            return None
        return cue

    def _first_cue(self, after: list[Token]) -> Token | None:
        for token in after:
            # "when asked on “Good Morning”": who is asked says nothing with it.
            asked = token.lemma == "ask" and token.tag == "VBN" and token.dep in ("acl", "advcl")
            if is_verb(token) and self._speaks(token) and not asked:
                return token
            if is_verb(token) and token.dep not in ("relcl", "acl", "aux", "auxpass", "amod", "advcl") and token.tag != "VBG":
                return None
        return None

    def _speaks(self, token: Token) -> bool:
        return self.reading.speech.speaks(token.lemma) or token.lemma in _ALSO_SPEAK

    def _has_content(self, cue: Token) -> bool:
        following = self.reading.tokens[cue.index + 1 : cue.index + 2]
        return (
            bool(following)
            and following[0].text not in (*_ENDS, ",", ":")
            and bool([c for c in self.reading.tree.children(cue, "ccomp") if c.index > cue.index])
        )

    def _cue_before(self, number: int, before: list[Token]) -> Token | None:
        if not before:
            return None
        if before[-1].text in (",", ":"):
            words = before[:-1]
            reach = len(before) if before[-1].text == ":" else 9
        else:
            words, reach = before, 1 + self._circumstances(before)
        near = [t for t in words[-reach:] if is_verb(t) and self._speaks(t)]
        if not near:
            return None
        cue = near[-1]
        if cue.lemma == "go" and before[-1].text not in (",", ":"):
            return None
        if before[-1].text == ":" or self._starts_with_capital(number) or self._interrupted(before):
            return cue
        if reach > 1 and before[-1].text not in (",", ":"):
            return cue if self._is_clause(number) else None
        return cue if self._ends_its_sentence(number, words, cue) else None

    def _circumstances(self, before: list[Token]) -> int:
        """How many words of a time stand between the cue and the mark: "said in May 2015 “...”"."""
        count = 0
        for token in before[: -min(7, len(before)) : -1]:
            if token.entity not in ("DATE", "TIME") and token.lemma not in ("on", "in", "at"):
                break
            count += 1
        return count

    def _is_clause(self, number: int) -> bool:
        _, (first, last) = self.reading.quotes[number]
        return last - first > 4 and any(t.tag in ("VBD", "VBZ", "VBP", "MD") for t in self.reading.tokens[first:last])

    def _interrupted(self, before: list[Token]) -> bool:
        """Do the words stand between two parts of one utterance: "...," he said, "..."?"""
        previous = before[0].index - 1
        if previous not in self.reading.quoted:
            return False
        quoted, _ = self.reading.quotes[self.reading.quoted[previous]]
        return before[0].text == "," or self.reading.text[quoted.start : quoted.end].rstrip("”\"’'» ").endswith(",")

    def _ends_its_sentence(self, number: int, words: list[Token], cue: Token) -> bool:
        """A stretch without a capital is an utterance only right after the cue and up to the end of its sentence."""
        quoted, _ = self.reading.quotes[number]
        text = self.reading.text
        stop = text[quoted.end - 2 : quoted.end - 1] in ".!?" or text[quoted.end : quoted.end + 1] in (".", "!", "?", "")
        return stop and words[-1].index == cue.index and self.reading.speech.speaks(cue.lemma)

    def _starts_with_capital(self, number: int) -> bool:
        quoted, _ = self.reading.quotes[number]
        inside = self.reading.text[quoted.start : quoted.end].lstrip("“\"‘'«„(… .")
        return inside[:1].isupper()

    def _introduced(self, number: int, before: list[Token]) -> bool:
        """A colon without a cue: the subject of the sentence before it speaks."""
        speaker = self._main_subject(before) or self._main_subject(self._whole_before(number))
        if speaker is None:
            return False
        self._add(number, Draft((self.reading.quotes[number][1],), None, "", speaker, direct=True))
        return True

    def _whole_before(self, number: int) -> list[Token]:
        """The sentence before the stretch, other stretches passed over."""
        _, (first, _) = self.reading.quotes[number]
        tokens = self.reading.tokens
        start = self.reading.tree.sentence(tokens[first - 1]).first
        return [t for t in tokens[start:first] if t.block == tokens[first].block and t.index not in self.reading.quoted]

    def _main_subject(self, words: list[Token]) -> Phrase | None:
        for token in words:
            if token.dep == "nsubj" and token.index not in self.reading.quoted and token.tag not in ("WP", "WDT", "EX"):
                return phrase_of(self.reading.tree, token)
        return None

    def _is_utterance(self, number: int, before: list[Token]) -> bool:
        quoted, (first, last) = self.reading.quotes[number]
        inside = self.reading.text[quoted.start : quoted.end].rstrip("”\"’'» ")
        outside = self.reading.text[quoted.end : quoted.end + 1]
        closed = inside[-1:] in ".!?…" or outside in ".!?" or quoted.runs_on
        return not before and closed and last - first > 4 and self._starts_with_capital(number) and not _is_label(inside)

    def _continue(self, number: int) -> None:
        _, (first, _) = self.reading.quotes[number]
        tokens = self.reading.tokens
        previous = self._last_used(number)
        if previous in self.draft_of:
            earlier, (_, ended) = self.reading.quotes[previous]
            same_block = tokens[ended - 1].block == tokens[first].block
            between = tokens[ended:first]
            sentences = {t.sentence for t in between if t.sentence != tokens[ended - 1].sentence}
            draft = self.drafts[self.draft_of[previous]]
            cue_sentence = None if draft.cue is None else tokens[draft.cue].sentence
            own = {s for s in sentences if s != cue_sentence}
            if earlier.runs_on or (same_block and not own):
                self._append(number, self.draft_of[previous])
                return
            if same_block:
                speaker = self._speaker_of_sentence([t for t in between if t.sentence == between[-1].sentence]) or draft.speaker
                self._add(number, Draft((self.reading.quotes[number][1],), None, "", speaker, direct=True))
                return
        speaker = self._speaker_before(first)
        self._add(number, Draft((self.reading.quotes[number][1],), None, "", speaker, direct=True))

    def _last_used(self, number: int) -> int:
        """The stretch before this one; the one before that where it is no speech but a title: "he said on “Good Morning.” “...”"."""
        tokens, quotes = self.reading.tokens, self.reading.quotes
        for earlier in (number - 1, number - 2):
            if earlier in self.draft_of and tokens[quotes[earlier][1][0]].block == tokens[quotes[number][1][0]].block:
                return earlier
        return number - 1

    def _speaker_before(self, first: int) -> Phrase | None:
        """The speaker of the sentence before token `first`, in this paragraph or in the one before."""
        tokens = self.reading.tokens
        if first == 0 or tokens[first].block - tokens[first - 1].block > 1:
            return None
        sentence = self.reading.tree.sentence(tokens[first - 1])
        if first - 1 in self.reading.quoted:
            draft = self.draft_of.get(self.reading.quoted[first - 1])
            return self.drafts[draft].speaker if draft is not None else None
        return self._speaker_of_sentence(list(tokens[sentence.first : sentence.last]))

    def _speaker_of_sentence(self, words: list[Token]) -> Phrase | None:
        cues = [t for t in words if is_verb(t) and t.lemma in self.reading.speech.cues and t.index not in self.reading.quoted]
        for cue in cues:
            speaker = speaker_of(self.reading, cue)
            if speaker is not None:
                return speaker
        return self._main_subject(words)

    def _take(self, number: int, cue: Token, first: int) -> None:
        """Gives the stretch, from token `first`, to the cue; stretches of one cue are pieces of one speech."""
        for at, draft in enumerate(self.drafts):
            if draft.cue == cue.index:
                self._append(number, at)
                return
        _, (_, last) = self.reading.quotes[number]
        speaker = speaker_of(self.reading, cue)
        inverted = 0 <= cue.index - last <= 2
        if speaker is None or speaker.head in self.reading.quoted or (inverted and speaker.head < last):
            comma = last < len(self.reading.tokens) and self.reading.tokens[last].text == ","
            start = last + 1 if comma else last
            speaker = noun_phrase_from(self.reading, cue.index + 1 if inverted else start) if cue.index >= last else None
        whole = first == self.reading.quotes[number][1][0]
        before = words_before(self.reading, cue) if cue.index < first else None
        content = (before, (first, last)) if before else ((first, last),)
        self._add(number, Draft(content, cue.index, cue.lemma, speaker, direct=whole and not before))

    def _add(self, number: int, draft: Draft) -> None:
        self.draft_of[number] = len(self.drafts)
        self.drafts.append(draft)
        self.used.add(number)

    def _append(self, number: int, at: int) -> None:
        draft = self.drafts[at]
        ranges: tuple[Range, ...] = (*draft.content, self.reading.quotes[number][1])
        self.drafts[at] = replace(draft, content=ranges)
        self.draft_of[number] = at
        self.used.add(number)


def _is_label(words: str) -> bool:
    """A heading ("The Port of Nowhere.") or a mark of a transcript ("(Applause.)")."""
    inside = words.strip("“”\"'‘’«»„`.!?… ")
    if inside.startswith(("(", "[")) and inside.endswith((")", "]")):
        return True
    telling = [word for word in inside.split() if len(word) > _SHORT_WORD]
    return len(telling) > 1 and len(inside.split()) <= _LONGEST_HEADING and all(word[:1].isupper() for word in telling)
