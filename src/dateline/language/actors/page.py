"""An article as the search for actors reads it: its trees, what is inside quotation marks, where the case of letters can't be trusted."""

from collections.abc import Iterator

from dateline.model.annotated import AnnotatedArticle, Token
from dateline.model.tree import Tree
from dateline.ontology.actors import ActorFacts
from dateline.ontology.names import fold

_OPENING, _CLOSING = {"“", "„", "``"}, {"”", "''"}
_HEADLINE_SHARE = 0.7  # of a line's longer words: with more of them capitalised the line is a headline


class Page:
    """`capitals_lie[i]` is True where token i stands in a headline in title case or all in capitals, or in a photo's credit."""

    __slots__ = ("annotated", "blocks", "capitals_lie", "facts", "lower", "quoted", "text", "tokens", "tree")

    def __init__(self, annotated: AnnotatedArticle, facts: ActorFacts) -> None:
        self.annotated = annotated
        self.facts = facts
        self.tokens = annotated.tokens
        self.text = annotated.article.text
        self.tree = Tree(annotated)
        self.blocks = annotated.article.blocks
        self.lower = [fold(t.text) for t in self.tokens]
        self.quoted = list(_inside_quotes(self.tokens))
        self.capitals_lie = _headlines(annotated)

    def capitalised(self, index: int) -> bool:
        return 0 <= index < len(self.tokens) and self.tokens[index].text[:1].isupper()

    def common(self, name: str) -> bool:
        """Does the article write this word in small letters too?"""
        return name.isalpha() and any(t.text == name.lower() for t in self.tokens)

    def glued(self, index: int) -> bool:
        """Does the token stand right after the one before, without a space, in one block?"""
        return 0 < index < len(self.tokens) and self.tokens[index].start == self.tokens[index - 1].end

    def together(self, first: int, last: int) -> bool:
        """Do tokens `first:last` stand in one sentence?"""
        return last <= len(self.tokens) and self.tokens[first].sentence == self.tokens[last - 1].sentence

    def head_of(self, first: int, last: int) -> int:
        """The token of `first:last` whose own head lies outside."""
        for token in self.tokens[first:last]:
            if not first <= token.head < last or token.head == token.index:
                return token.index
        return last - 1

    def words(self, first: int, last: int) -> str:
        return self.tree.words(first, last)


def _inside_quotes(tokens: tuple[Token, ...]) -> Iterator[bool]:
    """Is each token inside double quotation marks? Counted afresh in every block."""
    block, inside = -1, False
    for token in tokens:
        if token.block != block:
            block, inside = token.block, False
        if token.text in _OPENING or (token.text == '"' and not inside):
            inside = True
            yield True
        elif token.text in _CLOSING or token.text == '"':
            inside = False
            yield True
        else:
            yield inside


def _headlines(annotated: AnnotatedArticle) -> list[bool]:
    kinds = [b.kind for b in annotated.article.blocks]
    marks = [False] * len(annotated.tokens)
    for sentence in annotated.sentences:
        inside = annotated.tokens[sentence.first : sentence.last]
        longer = [t for t in inside if t.text.isalpha() and len(t.text) >= 4]
        capital = [t for t in longer if t.text[0].isupper()]
        shouted = [t for t in longer if t.text.isupper()]
        ends = inside[-1].text in '.?!"”:' if inside else False
        title = kinds[sentence.block] in ("title", "heading")
        headline = len(longer) >= 3 and len(capital) >= _HEADLINE_SHARE * len(longer) and (title or not ends)
        shout = len(longer) >= 3 and len(shouted) >= _HEADLINE_SHARE * len(longer)
        if headline or shout or kinds[sentence.block] == "credit":
            marks[sentence.first : sentence.last] = [True] * len(inside)
    return marks
