"""A day of the calendar that a text names more than once without its year is one day: "13 July" in a headline and in the text below it."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from dateline.language.times.values import timex_value
from dateline.model.annotated import AnnotatedArticle
from dateline.model.moments import Moment
from dateline.model.times import Direction, TimeExpression, resolve


def agree(expressions: Sequence[TimeExpression], annotated: AnnotatedArticle, anchor: Moment) -> tuple[TimeExpression, ...]:
    """The expressions with one direction for each such day: the one that most of the running text gives it.

    A headline's tense tells little ("visit on 13 July confirmed"), so it has no voice where the text has one. Where two directions are
    as frequent, each expression keeps its own: a text may look back on one year's day and ahead to the next.
    """
    groups: dict[tuple[int, int], list[int]] = defaultdict(list)
    for number, expression in enumerate(expressions):
        shift = expression.shift
        if shift and shift.month and shift.day and shift.year is None and shift.base is None and shift.until is None and shift.side == "at":
            groups[shift.month, shift.day].append(number)
    found = list(expressions)
    for numbers in groups.values():
        direction = _most(expressions, numbers, annotated)
        for number in numbers:
            found[number] = _turned(expressions[number], direction, anchor)
    return tuple(found)


def _most(expressions: Sequence[TimeExpression], numbers: Sequence[int], annotated: AnnotatedArticle) -> Direction | None:
    kinds = annotated.article.blocks
    running = [n for n in numbers if kinds[annotated.tokens[expressions[n].first].block].kind not in ("title", "heading", "credit")]
    votes = Counter(shift.direction for n in running or numbers if (shift := expressions[n].shift))
    ranked = votes.most_common(2)
    return None if len(ranked) == 2 and ranked[0][1] == ranked[1][1] else ranked[0][0]


def _turned(expression: TimeExpression, direction: Direction | None, anchor: Moment) -> TimeExpression:
    shift = expression.shift
    if direction is None or shift is None or shift.direction == direction:
        return expression
    turned, value = replace(shift, direction=direction), expression.value
    if value is not None:
        before, after = timex_value(shift, anchor), timex_value(turned, anchor)
        if before is None or after is None or not value.startswith(before):
            return expression
        value = after + value[len(before) :]
    expression = replace(expression, shift=turned, value=value)
    return replace(expression, when=resolve(expression, anchor))
