"""Time expressions as TimeML marks them: TIMEX3 elements, in a list or in the text."""

from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape, quoteattr

from dateline.model.times import TimeExpression


def timex3(expressions: Iterable[TimeExpression]) -> Iterator[TimeExpression]:
    """The expressions that TIMEX3 marks: the two ends of a range that is written out are two ("from <1985> to <1987>")."""
    for expression in expressions:
        yield from expression.ends or (expression,)


def marked(text: str, expressions: Iterable[TimeExpression]) -> str:
    """`text` as XML with a TIMEX3 element round each expression. One whose value is open has no `value`, as TimeML allows."""
    written, at = [], 0
    for number, one in enumerate(timex3(expressions), start=1):
        value = f" value={quoteattr(one.value)}" if one.value else ""
        written.append(escape(text[at : one.span.start]))
        written.append(f'<TIMEX3 tid="t{number}" type="{one.kind}"{value}>{escape(text[one.span.start : one.span.end])}</TIMEX3>')
        at = one.span.end
    return "".join([*written, escape(text[at:])])
