"""Counts, sums and lengths of what is reported: "more than 300 houses", "a two-hour call", "$5 billion in loans"."""

from collections.abc import Iterator
from dataclasses import replace

from dateline.mentions.numbers import HYPHENS, Number, lower_end, read_number, upper_end
from dateline.model.annotated import AnnotatedArticle, Token
from dateline.model.evidence import Span
from dateline.model.ids import content_id
from dateline.model.reports import Bound, By, Quantity
from dateline.model.tree import Tree
from dateline.ontology.quantities import QuantityWords, quantity_words

_SKIPPED = ("relcl", "acl", "appos", "conj", "cc", "advcl", "punct", "nummod", "quantmod", "det", "poss", "predet")
_NAMED = ("ORG", "LAW", "EVENT", "FAC", "PRODUCT", "WORK_OF_ART", "LOC", "GPE")


def find_quantities(annotated: AnnotatedArticle) -> tuple[Quantity, ...]:
    """The quantities of `annotated`, in the order of the text; each with what it counts, its unit, its bound, and who gives it.

    Dates, ages, ordinals, numbers of pages and articles, and counts that tell nothing ("two leaders") are left out.
    """
    return tuple(_Reader(annotated).read())


class _Reader:
    def __init__(self, annotated: AnnotatedArticle) -> None:
        self._annotated = annotated
        self._tree = Tree(annotated)
        self._words: QuantityWords = quantity_words()
        # A length of time is a quantity; a date, a clock and a stretch of the calendar ("the past six years") are none.
        self._dates = {i for t in annotated.times if t.kind != "DURATION" or t.shift is not None for i in range(t.first, t.last)}

    def read(self) -> Iterator[Quantity]:
        tokens, at = self._tree.tokens, 0
        while at < len(tokens):
            number = read_number(tokens, at, self._annotated.article.language, self._words)
            if number is None:
                at += 1
                continue
            upper = upper_end(tokens, number, self._annotated.article.language, self._words)
            if upper is not None and any(self._measured(upper)[:2]):
                found = self._quantity(upper, "at most")
                if found is not None:
                    yield self._lower(lower_end(tokens, number, upper), found[0])
            else:
                found = None if self._refused(number) else self._quantity(number, "at least" if number.vague else None)
            end = upper.last if upper is not None else number.last
            if found is not None:
                quantity, end = found
                yield quantity
            at = max(end, at + 1)

    def _lower(self, number: Number, upper: Quantity) -> Quantity:
        """The lower end of a range, of the same as the upper."""
        tokens, article = self._tree.tokens, self._annotated.article.id
        opens = number.first > 0 and tokens[number.first - 1].text.lower() in self._words.range_opens
        span = Span(article, tokens[number.first - opens].start, tokens[number.last - 1].end)
        identity = content_id("q", article, span.start, span.end)
        return replace(upper, id=identity, value=number.value, bound="at least", evidence=(span,))

    def _refused(self, number: Number) -> bool:
        tokens = self._tree.tokens
        first, before = tokens[number.first], tokens[number.first - 1] if number.first else None
        if number.first in self._dates or first.entity in _NAMED:
            return True
        if (
            before is not None
            and before.sentence == first.sentence
            and (before.lemma in self._words.numbered or before.lemma in self._words.age)
        ):
            return True
        following = [t.lower() for t in self._texts(number.last, number.last + 4)]
        if any(word in self._words.age for word in following[:4]) and (
            number.joined or following[0] in (*HYPHENS, "year", "years", "month", "months")
        ):
            return True
        if _named_by_number(tokens, number) or (following and following[0] in self._words.never):
            return True
        if number.value == 1 and number.words and not (number.joined or self._hyphen_unit(number)):
            return True
        # "3-1", "747-400", "1) ...": scores, names and numbers of a list.
        unjoined = following[:1] and following[0] in HYPHENS and not number.words and not self._hyphen_unit(number)
        return bool(unjoined or (following and following[0] in (":", ")"))) and not number.currency

    def _texts(self, first: int, last: int) -> list[str]:
        return [t.text for t in self._tree.tokens[first:last]]

    def _quantity(self, number: Number, own: Bound | None) -> tuple[Quantity, int] | None:
        unit, noun, last = self._measured(number)
        what = self._tree.words(*noun) if noun else self._clause(number, last) if unit else ""
        if not any(letter.isalpha() for letter in what) or (noun and not unit and self._is_trivial(number, noun)):
            return None
        if unit in self._words.lengths and any(t.lower() in self._words.steps for t in self._texts(last, last + 1)):
            return None
        bound, first = self._bound_before(number.first)
        if unit in self._words.lengths and self._texts(first, number.first) in (["over"], ["Over"]):
            # "Over four years" is during them.
            bound, first = None, number.first
        after = self._bound_after(last)
        bound = after or own or bound or "exactly"
        rate, end = self._rate(last) if unit else ("", last)
        article = self._annotated.article
        last_in = max(end, noun[1] if noun and number.first <= noun[0] <= last + 3 else end)
        span = Span(article.id, self._tree.tokens[first].start, self._tree.tokens[last_in - 1].end)
        quantity = Quantity(
            id=content_id("q", article.id, span.start, span.end),
            article=article.id,
            what=what,
            value=number.value,
            unit=" ".join(self._words.spellings.get(word, word) for word in f"{unit} {rate}".split()),
            bound=bound,
            by=self._by(span),
            event=None,
            evidence=(span,),
        )
        return quantity, end

    def _measured(self, number: Number) -> tuple[str, tuple[int, int] | None, int]:
        """The unit ("" for a plain count), the tokens of what is counted or measured, and where the quantity's own words end."""
        if number.share:
            return "share", self._complement(number.last, number.first), number.last
        joined = number.joined or self._hyphen_unit(number)
        if joined:
            last = number.last + (0 if number.joined else 2)
            return self._joined(joined, last)
        if number.currency:
            return number.currency, self._complement(number.last, number.first), number.last
        unit, last = self._unit_after(number.last)
        if unit:
            return unit, self._complement(last, number.first), last
        head = self._head(number)
        if head is None:
            return "", None, number.last
        phrase = self._noun(head, number.last)
        return "", phrase, phrase[1]

    def _hyphen_unit(self, number: Number) -> str:
        """Such as "hour" of "two-hour", where the hyphen is a token."""
        texts = self._texts(number.last, number.last + 2)
        lemma = self._tree.tokens[number.last + 1].lemma if len(texts) == 2 else ""
        return lemma if len(texts) == 2 and texts[0] in HYPHENS and lemma in self._words.units else ""

    def _joined(self, joined: str, last: int) -> tuple[str, tuple[int, int] | None, int]:
        """A unit bound by a hyphen measures the noun behind it: "two-hour meeting"."""
        unit = joined.lower()
        if unit not in self._words.units:
            return "", None, last
        tokens = self._tree.tokens
        above = next((t for t in self._tree.ancestors(tokens[last - 1]) if t.pos in ("NOUN", "PROPN") and t.index >= last), None)
        return unit, (self._noun(above, last) if above else None), last

    def _unit_after(self, at: int) -> tuple[str, int]:
        """The unit and where it ends: "percent", "metric tons", "U.S. dollars"."""
        tokens = self._tree.tokens
        start, adjectives = at, []
        while (
            at < len(tokens)
            and at < start + 3
            and (tokens[at].lemma in self._words.of_units or tokens[at].entity in ("NORP", "GPE", "MONEY"))
        ):
            if tokens[at].lemma in self._words.currencies or tokens[at].pos == "NOUN":
                break
            adjectives.append(tokens[at].text.lower())
            at += 1
        if at >= len(tokens):
            return "", start
        lemma = tokens[at].lemma
        if lemma in self._words.currencies:
            other = self._words.dollars_of.get(" ".join(adjectives)) if lemma == "dollar" else None
            return other or self._words.currencies[lemma] or lemma, at + 1
        if lemma in self._words.units and (not adjectives or all(a in self._words.of_units for a in adjectives)):
            return " ".join([*adjectives, lemma]), at + 1
        return "", start

    def _complement(self, last: int, first: int) -> tuple[int, int] | None:
        """What a sum or a measure is of: "in loans", "of crude", "worth of arms"; else the noun or the verb it belongs to."""
        tokens = self._tree.tokens
        at = last
        if at < len(tokens) and tokens[at].lemma == "worth":
            at += 1
        if at + 1 < len(tokens) and tokens[at].text.lower() in ("of", "in", "for") and tokens[at].sentence == tokens[first].sentence:
            noun = self._tree.child(tokens[at], "pobj", "pcomp")
            if noun is not None and noun.index not in self._dates and noun.pos in ("NOUN", "PROPN"):
                return self._noun(noun, at + 1)
        return self._governor(tokens[last - 1], first, last)

    def _governor(self, token: Token, first: int, last: int) -> tuple[int, int] | None:
        for above in self._tree.ancestors(token):
            if first <= above.index < last:
                continue
            if above.pos in ("NOUN", "PROPN"):
                return self._noun(above, above.index if above.index < first else last)
            if above.pos in ("VERB", "AUX"):
                return None
        return None

    def _clause(self, number: Number, last: int) -> str:
        """What a sum or a length without a noun belongs to: the subject and the verb of its clause ("Customers pay")."""
        for above in self._tree.ancestors(self._tree.tokens[last - 1]):
            if above.pos in ("VERB", "AUX") and not number.first <= above.index < last:
                subject = self._tree.child(above, "nsubj", "nsubjpass")
                if subject is None or number.first <= subject.index < last:
                    return above.text
                return f"{self._tree.words(*self._noun(subject, 0))} {above.text}"
        return ""

    def _head(self, number: Number) -> Token | None:
        """The noun that the number counts: it stands behind the number, in the same sentence."""
        for token in reversed(self._tree.tokens[number.first : number.last]):
            while token.dep == "conj" and self._tree.tokens[token.head].pos == "NUM":
                token = self._tree.tokens[token.head]  # noqa: PLW2901 - "20 and 30 ships": the first number hangs on the noun
            head = self._tree.head(token)
            if (
                token.dep in ("nummod", "quantmod", "compound", "amod")
                and head is not None
                and head.index >= number.last
                and head.pos in ("NOUN", "PROPN")
            ):
                return head
        # "Hundreds of people": the number is itself the noun.
        own = self._tree.tokens[number.last - 1]
        of = next((t for t in self._tree.children(own, "prep") if t.lemma == "of"), None)
        return self._tree.child(of, "pobj") if of else None

    def _noun(self, head: Token, not_before: int) -> tuple[int, int]:
        """The noun with its adjectives and complements, without relative clauses and conjuncts, not before token `not_before`."""
        inside = {t.index for t in self._tree.subtree(head, _SKIPPED)}
        first = last = head.index
        while first - 1 in inside and first - 1 >= min(not_before, head.index):
            first -= 1
        while last + 1 in inside and last + 1 not in self._dates:
            last += 1
        # A complement cut at a date leaves its preposition behind.
        while last > head.index and self._tree.tokens[last].pos in ("ADP", "SCONJ", "DET", "PART"):
            last -= 1
        return first, last + 1

    def _is_trivial(self, number: Number, what: tuple[int, int]) -> bool:
        tokens = self._tree.tokens
        head = next(
            (t for t in reversed(tokens[what[0] : what[1]]) if not what[0] <= t.head < what[1] or t.head == t.index), tokens[what[1] - 1]
        )
        if number.words and number.value < self._words.trivial_below and head.lemma in self._words.trivial:
            return True
        # "The two ministers" are known; their number is no news.
        before = tokens[number.first - 1] if number.first else None
        return (
            number.words
            and before is not None
            and before.tag in ("DT", "PRP$")
            and before.lemma != "some"
            and number.value < self._words.trivial_below
        )

    def _bound_before(self, first: int) -> tuple[Bound | None, int]:
        """The bound that the words before token `first` set, and the token where they begin."""
        for length in (4, 3, 2, 1):
            start = first - length
            if start < 0:
                continue
            bound = self._words.bounds.get(tuple(t.lower() for t in self._texts(start, first)))
            if bound is not None:
                return _bound(bound), start
        return None, first

    def _bound_after(self, last: int) -> Bound | None:
        bound = self._words.bounds_after.get(tuple(t.lower() for t in self._texts(last, last + 2)))
        return _bound(bound) if bound else None

    def _rate(self, last: int) -> tuple[str, int]:
        """A rate behind the unit ("per tonne", "a day") and where it ends."""
        texts = self._texts(last, last + 2)
        if len(texts) < 2 or texts[0].lower() not in self._words.per:
            return "", last
        token = self._tree.tokens[last + 1]
        if texts[0].lower() != "per" and token.lemma not in self._words.units:
            return "", last
        end = last + 1
        while end < len(self._tree.tokens) and self._tree.tokens[end].sentence == token.sentence and end < last + 5:
            end += 1
            if self._tree.tokens[end - 1].pos in ("NOUN", "PROPN"):
                break
        return f"per {self._tree.words(last + 1, end)}", end

    def _by(self, span: Span) -> By:
        """The speaker of the quotation that holds the words, else the article."""
        for quotation in self._annotated.quotations:
            if quotation.speaker is not None and any(piece.start <= span.start and span.end <= piece.end for piece in quotation.pieces):
                speaker = next((a for a in self._annotated.actors if a.id == quotation.speaker), None)
                if speaker is not None and speaker.kind == "unnamed":
                    return By("unnamed", speaker.id, speaker.name)
                return By("named", quotation.speaker)
        return By("article")


def _named_by_number(tokens: tuple[Token, ...], number: Number) -> bool:
    """Such as "The Group of 20": a number that is part of a name."""
    first = number.first
    return first >= 2 and tokens[first - 1].text == "of" and tokens[first - 2].pos == "PROPN" and not number.currency


def _bound(name: str) -> Bound:
    bounds: tuple[Bound, ...] = ("exactly", "about", "at least", "at most")
    return next(b for b in bounds if b == name)
