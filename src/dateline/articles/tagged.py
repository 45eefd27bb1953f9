"""Lines of an HTML page -> judged lines: the extractor's choice, put right where it lost a paragraph or kept a box."""

from collections import Counter, defaultdict
from dataclasses import replace

from dateline.articles.furniture import cut_pieces, furniture_reason, is_closed, opens_section, shows_picture, word_count
from dateline.articles.judged import Judged, Sorted, is_date_line, is_turn, turns
from dateline.articles.lines import Line
from dateline.articles.markup import Document
from dateline.articles.people import byline_names
from dateline.articles.plain import sort_lines
from dateline.articles.titles import page_title
from dateline.model.articles import BlockKind
from dateline.ontology.articles import furniture, people_words

_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
_BODY_TAGS = frozenset({"p", "blockquote", "li", "div", "section", "article", "pre", "td", "body", "main", "dd"})
_REGION_REASONS = {"nav": "navigation", "footer": "footer", "form": "form", "aside": "aside", "dialog": "dialog"}
_OUTSIDE = frozenset({"nav", "footer", "form", "dialog"})
_MOST_LINKED = 0.6
_SMALL_HOME = 3  # lines of the body in a container, from which its sentences are not judged by their words
_LONGEST_CREDIT = 60  # words
_FEWEST_REPEATED = 5  # words
_LONGEST_CAPTION, _CAPTION_EDGE = 600, 40  # characters
_LONGEST_SECTION = 80  # characters of a heading over a list
_ALL_LINKED = 0.95
_SMALL_BOX = 5  # lines of the body
_MOST_WORDS_BOX = 50  # in sentences
_FEWEST_WORDS = 25  # below this the extractor found no text


def sort_document(document: Document, names: tuple[str, ...]) -> Sorted:
    """Judge every line of a page; `names` are the site's, which may end a title."""
    title = page_title(document, names)
    kept = sum(word_count(line.text) for line in document.lines if line.main)
    if kept < _FEWEST_WORDS:
        return _without_markup(document.lines, title)
    return _Sorter(document.lines, title).sort()


def _without_markup(lines: list[Line], title: str | None) -> Sorted:
    """Where the extractor found no text the lines are read as those of a bare text, except what the markup itself puts outside."""
    rest = [line for line in lines if line.region not in _OUTSIDE]
    read = sort_lines(rest) if rest else Sorted(None, ())
    first = next((at for at, line in enumerate(lines) if line.region not in _OUTSIDE), len(lines))
    cut = [(at, Judged(line.text, None, _REGION_REASONS[line.region], "tail")) for at, line in enumerate(lines) if line.region in _OUTSIDE]
    head = tuple(replace(one, place="head") for at, one in cut if at < first)
    return Sorted(title or read.title, (*head, *read.lines, *(one for at, one in cut if at > first)))


class _Sorter:
    def __init__(self, lines: list[Line], title: str | None) -> None:
        self.lines = lines
        self.title = title
        self.homes = Counter(line.parent for line in lines if line.main and line.region not in ("nav", "footer"))
        main = [at for at, line in enumerate(lines) if line.main]
        self.first, self.last = main[0], main[-1] + 1
        self.turns = turns([line.text if line.main else "" for line in lines])
        self.title_at = self._title_at()
        self.best = self._best_places()
        self.most = max(self.homes.values(), default=0)
        self.inside: defaultdict[int, list[str]] = defaultdict(list)
        for line in lines:
            self.inside[line.parent].append(line.text)
        self.boxes: dict[int, bool] = {}

    def sort(self) -> Sorted:
        found: list[Judged] = []
        in_section = False
        for at, line in enumerate(self.lines):
            if at == self.title_at:
                found.append(Judged(line.text, "title", "", "head"))
                continue
            place = "head" if at < self.first else "tail" if at >= self.last else "body"
            if self._is_far(line):
                in_section = self._in_section(line, before=in_section)
                found.append(Judged(line.text, None, self._region_reason(line, in_section=in_section), place))
                continue
            text, pieces = cut_pieces(line.text)
            found.extend(Judged(piece, None, reason, place) for piece, reason in pieces)
            if not text:
                continue
            in_section = self._in_section(line, before=in_section)
            kind, reason = self._judge(at, line, text, in_section=in_section)
            found.append(Judged(text, kind, reason, place))
        return Sorted(self.title, tuple(found))

    def _is_far(self, line: Line) -> bool:
        """Nothing of the body stands in the line's container: most lines of a page, which need no closer look."""
        near = line.main or self.homes[line.parent] or self.turns or line.region in ("caption", "figure")
        return not near and line.text != self.title

    def _region_reason(self, line: Line, *, in_section: bool) -> str:
        return _REGION_REASONS.get(line.region) or ("list of other pages" if in_section else "outside the text")

    def _title_at(self) -> int | None:
        same = [at for at, line in enumerate(self.lines) if line.text == self.title]
        return next((at for at in same if self.lines[at].tag == "h1"), same[0] if same else None)

    def _best_places(self) -> dict[str, int]:
        """Where a repeated line of the body stands best: in the container with most of the body."""
        best: dict[str, int] = {}
        for at, line in enumerate(self.lines):
            if line.main and (line.text not in best or self.homes[line.parent] > self.homes[self.lines[best[line.text]].parent]):
                best[line.text] = at
        return best

    def _in_box(self, parent: int) -> bool:
        """Does the line stand in a small container that holds a heading of lists or a box for readers? All in it goes."""
        known = self.boxes.get(parent)
        if known is None:
            texts = self.inside[parent]
            known = self.boxes[parent] = (
                self.homes[parent] <= min(_SMALL_BOX, self.most - 1)
                and sum(word_count(text) for text in texts if is_closed(text) and not furniture_reason(text)) <= _MOST_WORDS_BOX
                and any(word_count(text) <= 12 and (opens_section(text) or furniture_reason(text)) for text in texts)
            )
        return known

    def _in_section(self, line: Line, *, before: bool) -> bool:
        if len(line.text) <= _LONGEST_SECTION and opens_section(line.text) and not self.turns:
            return before or not self._in_box(line.parent)  # a box holds its list itself
        text_again = line.main and line.linked < _MOST_LINKED and word_count(line.text) >= furniture().limits.sentence
        return before and not (text_again and (is_closed(line.text) or line.tag == "p"))

    def _judge(self, at: int, line: Line, text: str, *, in_section: bool) -> tuple[BlockKind | None, str]:
        if self.title and text == self.title:
            return None, "repeated title"
        caption = self._caption(at, line, text)
        if caption:
            return caption
        if not (line.main or self._belongs(at, line)):
            return None, self._region_reason(line, in_section=in_section)
        cut = self._beside(at, line, text)
        if cut:
            return None, cut
        if self._inside_turns(at):
            return "paragraph", ""
        cut = self._furniture(at, line, text) or ("list of other pages" if in_section else None)
        return (None, cut) if cut else (self._kind(at, line, text), "")

    def _beside(self, at: int, line: Line, text: str) -> str | None:
        """Why a line that the extractor kept stands beside the text."""
        if self._in_box(line.parent):
            return furniture_reason(text) or "box beside the text"
        if self.title_at is not None and at < self.title_at and word_count(text) < furniture().limits.sentence:
            return "before the title"
        first = self.best.get(line.text)
        if line.main and first is not None and first != at and word_count(text) >= _FEWEST_REPEATED:
            # a list of contents at the head of a text names its headings
            return None if line.tag in _HEADINGS and self.lines[first].parent == line.parent else "repeated"
        linked = line.linked >= _ALL_LINKED and line.tag in ("p", "div") and not is_closed(text) and word_count(text) > _FEWEST_REPEATED
        return "link to another page" if linked and self.homes[line.parent] > _SMALL_HOME else None

    def _furniture(self, at: int, line: Line, text: str) -> str | None:
        if at <= self.first + 6 and (cut := _stamp(text)):
            return cut
        sentence = is_closed(text) and word_count(text) >= furniture().limits.sentence
        in_text = line.tag in ("td", "th") or (sentence and line.tag == "p" and self.homes[line.parent] > _SMALL_HOME)
        return None if in_text else furniture_reason(text)

    def _kind(self, at: int, line: Line, text: str) -> BlockKind:
        if furniture().credit.match(text) and word_count(text) <= _LONGEST_CREDIT:
            return "credit"
        before_turns = (
            self.turns is not None and at < self.turns[0] and not is_closed(text) and word_count(text) <= furniture().limits.short_line
        )
        return "heading" if line.tag in _HEADINGS or before_turns else "paragraph"

    def _caption(self, at: int, line: Line, text: str) -> tuple[BlockKind | None, str] | None:
        pictured = line.region in ("caption", "figure")
        if not pictured and (self._inside_turns(at) or not (line.main or self.homes[line.parent])):
            return None
        shaped = len(text) < _LONGEST_CAPTION and self._caption_like(line, text) and not is_turn(text)
        if not pictured and not shaped:
            return None
        reason = furniture_reason(text)
        start = self.title_at if self.title_at is not None else self.first
        if reason or not min(start, self.first) <= at < self.last or not (shaped or word_count(text) >= 4):
            return None, reason or "caption of another text"
        if furniture().archive_picture.search(text):
            return None, "stock picture's caption"
        return "caption", ""

    def _caption_like(self, line: Line, text: str) -> bool:
        """A paragraph of the text may speak of pictures; a caption among paragraphs says so at its start or credits them at its end."""
        if line.tag != "p" or line.region or self.homes[line.parent] <= _SMALL_HOME or not is_closed(text):
            return shows_picture(text)
        return shows_picture(text, 0, 2 * _CAPTION_EDGE) or shows_picture(text, max(0, len(text) - _CAPTION_EDGE))

    def _belongs(self, at: int, line: Line) -> bool:
        """A line the extractor lost: between its lines, in the same container, not made of links."""
        if not self.first <= at < self.last or line.linked > _MOST_LINKED or line.region or line.tag not in _BODY_TAGS | _HEADINGS:
            return (
                bool(self.turns)
                and self.first - 5 <= at < self.first
                and line.tag == "p"
                and bool(self.homes[self.lines[self.first].parent])
            )
        if self.homes[line.parent] < 2 or furniture_reason(line.text) or opens_section(line.text):
            return self._inside_turns(at) and self.homes[line.parent] > 1 and line.tag == "p"
        return (
            line.tag in _HEADINGS
            or line.tag in ("p", "blockquote")
            or (is_closed(line.text) and word_count(line.text) >= furniture().limits.sentence)
        )

    def _inside_turns(self, at: int) -> bool:
        return self.turns is not None and self.turns[0] <= at < max(self.turns[1], self.last)


def _stamp(text: str) -> str | None:
    if is_date_line(text):
        return "date line"
    if byline_names(text) and word_count(text) <= 16:
        return "byline"
    return "source line" if people_words().source_line.match(text) else None
