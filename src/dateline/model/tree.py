"""Walking the parse of an article: children, subtrees, phrases. Both `language/` and `mentions/` read parses, so it lives here."""

from collections.abc import Iterator

from dateline.model.annotated import AnnotatedArticle, Sentence, Token
from dateline.model.evidence import Span


class Tree:
    """The dependency trees of one article. Children are computed once; all answers are in the order of the text."""

    __slots__ = ("_children", "article", "sentences", "text", "tokens")

    def __init__(self, annotated: AnnotatedArticle) -> None:
        self.article = annotated.article.id
        self.text = annotated.article.text
        self.tokens = annotated.tokens
        self.sentences = annotated.sentences
        self._children: list[list[int]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.index:
                self._children[token.head].append(token.index)

    def children(self, token: Token, *deps: str) -> list[Token]:
        """Direct dependents, only those with one of `deps` where any is given."""
        found = [self.tokens[i] for i in self._children[token.index]]
        return [t for t in found if t.dep in deps] if deps else found

    def child(self, token: Token, *deps: str) -> Token | None:
        """The first direct dependent with one of `deps`."""
        return next(iter(self.children(token, *deps)), None)

    def head(self, token: Token) -> Token | None:
        """The token it depends on; None for the root of a sentence."""
        return None if token.head == token.index else self.tokens[token.head]

    def ancestors(self, token: Token) -> Iterator[Token]:
        """From the head up to the root."""
        seen = {token.index}
        above = self.head(token)
        while above is not None and above.index not in seen:
            seen.add(above.index)
            yield above
            above = self.head(above)

    def subtree(self, token: Token, skip: tuple[str, ...] = ()) -> list[Token]:
        """The token and all below it, in order, without the branches whose label is in `skip`."""
        found, todo, seen = [token], [token], {token.index}
        while todo:
            for child in self.children(todo.pop()):
                if child.dep not in skip and child.index not in seen:
                    seen.add(child.index)
                    found.append(child)
                    todo.append(child)
        return sorted(found, key=lambda t: t.index)

    def phrase(self, token: Token, skip: tuple[str, ...] = ("relcl", "acl", "appos", "conj", "cc", "advcl", "punct")) -> tuple[int, int]:
        """First and last-plus-one token index of the contiguous phrase round `token`."""
        inside = {t.index for t in self.subtree(token, skip)}
        first = last = token.index
        while first - 1 in inside:
            first -= 1
        while last + 1 in inside:
            last += 1
        return first, last + 1

    def conjuncts(self, token: Token) -> list[Token]:
        """The token and everything coordinated with it to its right."""
        found = [token]
        for one in found:
            found.extend(c for c in self.children(one, "conj") if c not in found)
        return found

    def sentence(self, token: Token) -> Sentence:
        return self.sentences[token.sentence]

    def words(self, first: int, last: int) -> str:
        """The text of tokens `first:last` as it stands in the article."""
        return self.text[self.tokens[first].start : self.tokens[last - 1].end] if last > first else ""

    def span(self, first: int, last: int) -> Span:
        """The span of tokens `first:last` (last not included; at least one)."""
        return Span(self.article, self.tokens[first].start, self.tokens[last - 1].end)

    def sentence_span(self, token: Token) -> Span:
        sentence = self.sentence(token)
        return Span(self.article, sentence.start, sentence.end)
