"""Bare text -> judged lines: which are the article, by layout, shape and repetition; words of sites in general help."""

import re
from collections.abc import Sequence

from dateline.articles.chances import line_chances
from dateline.articles.furniture import cut_pieces, furniture_reason, is_closed, opens_section, shows_picture, words
from dateline.articles.judged import Judged, Sorted, is_clock, is_date_line, is_turn, split_stamps, turns
from dateline.articles.layout import asked, core, floors
from dateline.articles.lines import Line, in_capitals
from dateline.articles.people import biography, byline_names, is_name, opens_letter, signature
from dateline.articles.titles import choose_title
from dateline.model.articles import BlockKind
from dateline.ontology.articles import furniture, people_words

_IN_TRANSCRIPTS = frozenset({"advertisement", "share", "account", "legal", "comments", "cookies", "newsletter", "box for readers"})
_PARAGRAPH = 0.5  # chance from which an unsure line counts as text
_SURE, _LIKELY, _UNLIKELY = 0.7, 0.4, 0.2  # chances from which shape overrules words of sites, a list's heading, and the run of the text
# Of a page saved whole: the chance that counts neither for the run of the text nor against it, and the one from which a line between two
# paragraphs or under the headline stays, are what the page itself asks, within these bounds.
_EVEN, _LEAST_EVEN, _MOST_ASKED = 0.5, 0.35, 0.3
_ALONE = 0.5  # chance from which an open line outside the run of the text is kept on such a page
_SPOKEN = 0.3  # mean chance of a transcript's lines
_COPIED = 40  # lines: a page saved whole, with its menus and lists, has more
_LONG_LINE = 40  # words: a line of so many right after the text goes on with it, whatever it ends with
_LONGEST_STOCK = 25  # words of a stock picture's caption
_FEWEST_HEADLINE = 4  # words
_LONG_CAPITALS = 8  # words: headings of agencies in capitals are shorter
# A heading that asks the reader for something stands over a box of a line or two, not over a list of other pages.
_BOX = re.compile(
    r"\W*(?:never|don['’]t miss|do not miss|get|subscribe|support|fund|stay|sign|join|our newsletters?|newsletters?)\b", re.IGNORECASE
)
_LAST_STOP = re.compile(r"(?<=[a-z]{3})\.$")  # not of an abbreviation or an ellipsis
_FAR = 5  # lines after the body in which a paragraph may still belong to it


def sort_lines(lines: Sequence[Line]) -> Sorted:
    """Judge every line of a bare text."""
    return _Reader(lines).read()


class _Reader:
    """The lines of one page and what is known of them so far."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = lines = split_stamps(lines)
        self.texts = [line.text for line in lines]
        self.reasons = [furniture_reason(text) for text in self.texts]
        self.sections = [opens_section(text) for text in self.texts]
        self.learned = line_chances(lines)
        self.chances = [max(pair) for pair in zip(self.learned, floors(lines), strict=True)]
        self.whole = len(lines) > _COPIED and max(self.learned) >= _SURE
        self.limit = asked(self.learned)
        self.asked = max(_UNLIKELY, min(_MOST_ASKED, self.limit)) if self.whole else _UNLIKELY
        self.turns = self._transcript()
        self.stamp: int | None = None
        self.runs: dict[int, range] = {}
        self.first, self.last = self._bounds()
        self.lead = self._lead()
        self.title = self._title()
        self.signed = self.last + self._signature()

    def read(self) -> Sorted:
        found: list[Judged] = []
        seen: dict[str, int] = {}
        in_section = False
        for at, line in enumerate(self.lines):
            in_section = self._in_section(at, before=in_section)
            text, pieces = cut_pieces(line.text)
            place = "head" if at < self.first else "tail" if at >= self.last else "body"
            found.extend(Judged(piece, None, reason, place) for piece, reason in pieces)
            if not text:
                continue
            kind, reason = self._judge(at, text, place, in_section=in_section)
            if kind and kind != "title" and len(words(text)) >= 5 and not self.turns:
                if text in seen:
                    kind, reason = None, "repeated"
                seen.setdefault(text, at)
            found.append(Judged(_LAST_STOP.sub("", text) if kind == "title" else text, kind, reason, place))
        title = _LAST_STOP.sub("", self.texts[self.title]) if self.title is not None else None
        return Sorted(title, tuple(self._without_title_repeats(found, title)))

    def _bounds(self) -> tuple[int, int]:
        rated = [0.0 if self.reasons[at] else chance for at, chance in enumerate(self._for_bounds())]
        first, last = core(self.lines, rated, min(_EVEN, max(_LEAST_EVEN, self.limit)) if self.whole else _EVEN)
        if self.turns:
            first, last = min(first, self.turns[0]), max(last, self.turns[1])
        while first and (earlier := self._came_from(first)) is not None:
            first = earlier
        while 0 < last < len(self.lines) and (further := self._goes_on(last)):
            last = further
        return first, last

    def _transcript(self) -> tuple[int, int] | None:
        """Labels in capitals ("SALE:", "WATCH:") stand in lists of a site too: there next to no line is text."""
        found = turns(self.texts)
        if found and self.whole:
            inside = self.learned[found[0] : found[1]]
            return found if sum(inside) >= _SPOKEN * len(inside) else None
        return found

    def _for_bounds(self) -> list[float]:
        """A page copied by hand has little else but its text: there a paragraph's length is enough."""
        return self.learned if self.whole else self.chances

    def _came_from(self, first: int) -> int | None:
        """The paragraph a few lines before the body, where a box stands between the two."""
        rated, sentence = self._for_bounds(), furniture().limits.sentence
        for at in range(first - 1, max(-1, first - 1 - _FAR), -1):
            text = self.texts[at]
            if is_closed(text) and len(words(text)) >= sentence and rated[at] >= _PARAGRAPH and not self.reasons[at]:
                return at
        return None

    def _goes_on(self, last: int) -> int | None:
        """One past the next sentence of the body: the line right after it, or a paragraph a few lines on, no list's heading between."""
        for at in range(last, min(last + _FAR, len(self.lines))):
            text = self.texts[at]
            if self.sections[at] and not _BOX.match(text):
                return None
            if self.reasons[at] or self.sections[at]:
                continue
            count = len(words(text))
            if at == last and count >= _LONG_LINE:
                return at + 1
            if at == last and ((is_closed(text) and count >= (1 if self.turns else 4)) or (self.turns and is_clock(text))):
                return at + 1
            if is_closed(text) and count >= furniture().limits.sentence and self.chances[at] >= _PARAGRAPH:
                return at + 1
        return None

    def _title(self) -> int | None:
        body = "\n".join(self.texts[self.first : self.last])[:6000]
        head = [at for at in range(self.first) if self._may_be_title(at)]
        found = choose_title(self.lines, head, body)
        if found is None:
            limit = self.lead if not self.turns else self.turns[0]
            found = choose_title(self.lines, [at for at in range(self.first, limit) if self._may_be_title(at)], body)
        return found

    def _lead(self) -> int:
        """The first paragraph of the body, at most three lines into it: a headline does not stand after it."""
        end = min(self.first + 3, len(self.lines))
        sentence = furniture().limits.sentence
        return next((at for at in range(self.first, end) if is_closed(self.texts[at]) and len(words(self.texts[at])) >= sentence), end)

    def _signature(self) -> int:
        """Lines right after the body that close a letter and name who signs it."""
        after = []
        for at in range(self.last, min(self.last + 6, len(self.lines))):
            if self.sections[at] or self.reasons[at] or is_date_line(self.texts[at]):
                break
            after.append(self.texts[at])
        return signature(after)

    def _may_be_title(self, at: int) -> bool:
        text = self.texts[at]
        count = len(words(text))
        if self.reasons[at] or self.sections[at] or is_date_line(text) or byline_names(text) or not 2 <= count <= 35:
            return False
        if at >= self.first and text.endswith((".", '."', ".”")) and (count >= furniture().limits.sentence or not self._stamped(at)):
            return False
        return not (_is_caption(text) or furniture().credit.match(text) or people_words().source_line.match(text))

    def _stamped(self, at: int) -> bool:
        return any(is_date_line(text) or byline_names(text) for text in self.texts[at + 1 : at + 4])

    def _in_section(self, at: int, *, before: bool) -> bool:
        """A list of other things begins at its heading and ends at the headline or the next paragraph of the text."""
        if at == self.title:
            return False
        if self.sections[at] and not (self.turns and self.turns[0] <= at < self.turns[1]):
            return True
        if not before:
            return False
        text = self.texts[at]
        likely = is_closed(text) or self.chances[at] >= _PARAGRAPH
        paragraph = likely and len(words(text)) >= furniture().limits.sentence and not self.reasons[at]
        return not (paragraph and self.first <= at < self.last)

    def _judge(self, at: int, text: str, place: str, *, in_section: bool) -> tuple[BlockKind | None, str]:
        if at == self.title:
            return "title", ""
        if self.last <= at < self.signed:
            return "credit", ""
        special = self._special(at, text, place)
        if special:
            return special
        reason = self.reasons[at] if text == self.texts[at] else furniture_reason(text)
        if self.turns and self.turns[0] <= at < self.turns[1]:
            return (None, reason) if reason in _IN_TRANSCRIPTS and not is_turn(text) else ("paragraph", "")
        learned = self.learned[at]
        if reason and (learned < _SURE or place != "body" or len(self.lines) <= _COPIED):
            return None, reason
        inside = place == "body" or is_closed(text) or (self.whole and learned >= _ALONE)
        if learned >= _LIKELY and inside and not self._is_other_headline(at):
            return self._kept(at, text)
        if in_section:
            return None, "list of other pages"
        if place == "head":
            return self._judge_head(at, text)
        return self._judge_body(at, text) if place == "body" else self._judge_tail(text)

    def _special(self, at: int, text: str, place: str) -> tuple[BlockKind | None, str] | None:
        """Lines that say what they are: captions, credits, bylines, dates."""
        data = furniture()
        near = self.first - 12 <= at <= self.last + 4
        if self.turns and self.turns[0] <= at < self.turns[1]:
            return None
        if len(words(text)) <= _LONGEST_STOCK and data.archive_picture.search(text):
            return None, "stock picture's caption"
        if len(text) < 700 and _is_caption(text):
            return ("caption", "") if near else (None, "caption of another text")
        if (data.credit.match(text) or data.wire_credit.fullmatch(text)) and len(words(text)) <= 60:
            return ("credit", "") if near else (None, "credit of another text")
        if place != "body" or at < self.first + 3:
            if is_date_line(text):
                return None, "date line"
            if byline_names(text) and len(words(text)) <= 16:
                return None, "byline"
            if people_words().source_line.match(text):
                return None, "source line"
        if at >= self.last - 2 and near and biography([text]):
            return "credit", ""
        return None

    def _judge_head(self, at: int, text: str) -> tuple[BlockKind | None, str]:
        if opens_letter(text) and at >= self.first - 2:
            return "paragraph", ""
        if self.title is None or at < self.title:
            sentence = is_closed(text) and len(words(text)) >= furniture().limits.sentence and self.chances[at] >= _PARAGRAPH
            if sentence:
                return "paragraph", ""
            if self.title is None and self.turns and at >= self.first - 6:
                return "heading", ""  # a transcript's place and time
            return None, "before the text"
        count = len(words(text))
        if is_name(text) and any(is_date_line(other) for other in self.texts[at + 1 : at + 3]):
            return None, "byline"
        if self.turns and not is_closed(text) and at >= self.first - 6:
            return "heading", ""
        likely = not self.whole or self.learned[at] >= self.asked
        if count >= 6 and likely and not self._is_other_headline(at) and (is_closed(text) or at - self.title <= 4):
            return "paragraph", ""
        return None, "label at the head"

    def _kept(self, at: int, text: str) -> tuple[BlockKind, str]:
        """A short line that ends as no sentence does and stands alone is a heading."""
        heading = not is_closed(text) and len(words(text)) < furniture().limits.sentence and text[-1] not in ':,;–—-”"'
        return ("heading" if heading and (len(self._short_run(at)) == 1 or in_capitals(text) or text[0] in "–—-") else "paragraph"), ""

    def _judge_body(self, at: int, text: str) -> tuple[BlockKind | None, str]:
        count = len(words(text))
        if self._is_other_headline(at):
            return None, "headline of another item"
        if self.learned[at] < self.asked:
            return None, "beside the text"
        if is_closed(text) or count >= furniture().limits.sentence or text[-1] in ':,;–—-”"':
            return "paragraph", ""
        run = self._short_run(at)
        if len(run) == 1 or in_capitals(text) or text[0] in "–—-":
            return "heading", ""
        if self.title is not None and at <= self.first + 6 and len(run) <= 3:
            return "caption", ""
        if self.texts[run[0] - 1].endswith(":") or self.chances[at] >= _PARAGRAPH:
            return "paragraph", ""
        return None, "list of labels"

    def _is_other_headline(self, at: int) -> bool:
        """An open line between the stamp under the headline and the first paragraph, or a long one in capitals: another report."""
        if in_capitals(self.texts[at]) and len(words(self.texts[at])) >= _LONG_CAPITALS:
            return True
        if self.title is None or not self.title < at < self.lead or is_closed(self.texts[at]):
            return False
        short = _FEWEST_HEADLINE <= len(words(self.texts[at])) < furniture().limits.sentence
        return short and self._first_stamp() < at

    def _first_stamp(self) -> int:
        """The first line after the headline that is a date or a byline."""
        if self.stamp is None:
            start = 0 if self.title is None else self.title + 1
            stamps = (at for at in range(start, len(self.texts)) if is_date_line(self.texts[at]) or byline_names(self.texts[at]))
            self.stamp = next(stamps, len(self.texts))
        return self.stamp

    def _short_run(self, at: int) -> range:
        """The lines round it that are short and open as well."""

        def short(index: int) -> bool:
            return (
                self.first <= index < self.last
                and not is_closed(self.texts[index])
                and len(words(self.texts[index])) < furniture().limits.sentence
            )

        if at in self.runs:
            return self.runs[at]
        start = end = at
        while short(start - 1):
            start -= 1
        while short(end + 1):
            end += 1
        run = range(start, end + 1)
        if short(at):
            self.runs.update(dict.fromkeys(run, run))
        return run

    def _judge_tail(self, text: str) -> tuple[BlockKind | None, str]:
        return None, "name beside other pages" if is_name(text) else "after the text"

    @staticmethod
    def _without_title_repeats(found: list[Judged], title: str | None) -> list[Judged]:
        return [
            Judged(one.text, None, "repeated title", one.place)
            if title and one.kind not in (None, "title") and _LAST_STOP.sub("", one.text) == title
            else one
            for one in found
        ]


def _is_caption(text: str) -> bool:
    return shows_picture(text) and not is_turn(text)
