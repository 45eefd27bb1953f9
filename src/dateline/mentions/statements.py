"""Statements: what people said or declined to say, one for the consecutive sentences of one speaker in a paragraph."""

from collections.abc import Iterable
from dataclasses import dataclass

from dateline.model.annotated import AnnotatedArticle
from dateline.model.evidence import Span
from dateline.model.ids import content_id
from dateline.model.quotations import Quotation
from dateline.model.reports import Statement, StatementKind
from dateline.ontology.speech import load_speech

# Evidence longer than this points at nothing in particular.
_LONGEST = 700
_JOINED = " … "
# Fewer words than these tell nothing.
_FEWEST = 2


def find_statements(annotated: AnnotatedArticle) -> tuple[Statement, ...]:
    """The article's statements in the order of the text.

    Quotations of thoughts ("hopes to") and of texts without an author ("the figures show") are no statements; nor are the questions that
    reporters put in a transcript, nor words too few to say anything ("Yes.").
    """
    return tuple(_statement(annotated, group) for group in _groups(annotated))


@dataclass(frozen=True, slots=True)
class _Placed:
    """A quotation with its paragraph and its first and last sentence."""

    quotation: Quotation
    block: int
    first: int
    last: int


def _groups(annotated: AnnotatedArticle) -> list[list[Quotation]]:
    groups: list[list[_Placed]] = []
    for placed in _placed(annotated):
        if groups and _goes_on(annotated, groups[-1], placed):
            groups[-1].append(placed)
        else:
            groups.append([placed])
    return [[placed.quotation for placed in group] for group in groups]


def _placed(annotated: AnnotatedArticle) -> Iterable[_Placed]:
    starts = [sentence.start for sentence in annotated.sentences]
    questions = {turn.label_start for turn in annotated.turns if turn.role == "question"}
    for quotation in annotated.quotations:
        asked = quotation.cue_span is None and quotation.speaker_span is not None and quotation.speaker_span.start in questions
        if asked or not _uttered(quotation) or _words(annotated, quotation) < _FEWEST:
            continue
        first = _sentence_at(starts, quotation.pieces[0].start)
        last = _sentence_at(starts, quotation.pieces[-1].end - 1)
        yield _Placed(quotation, annotated.sentences[first].block, first, last)


def _words(annotated: AnnotatedArticle, quotation: Quotation) -> int:
    return sum(len(annotated.article.text[piece.start : piece.end].split()) for piece in quotation.pieces)


def _uttered(quotation: Quotation) -> bool:
    uttered = load_speech().utters(quotation.cue)
    if quotation.kind in ("direct", "no answer"):
        return uttered or quotation.kind == "no answer"
    return quotation.speaker is not None and uttered


def _sentence_at(starts: list[int], place: int) -> int:
    low, high = 0, len(starts) - 1
    while low < high:
        middle = (low + high + 1) // 2
        if starts[middle] <= place:
            low = middle
        else:
            high = middle - 1
    return low


def _goes_on(annotated: AnnotatedArticle, group: list[_Placed], placed: _Placed) -> bool:
    """The same speaker in the next sentence of the paragraph, by the same channel; refusals and turns stand alone."""
    before = group[-1]
    one, other = before.quotation, placed.quotation
    if one.speaker is None or one.speaker != other.speaker or "no answer" in (one.kind, other.kind):
        return False
    if annotated.turns and not (one.cue and other.cue):
        return False
    same_channel = one.channel is None or other.channel is None or one.channel == other.channel
    return same_channel and before.block == placed.block and 0 <= placed.first - before.last <= 1


def _statement(annotated: AnnotatedArticle, group: list[Quotation]) -> Statement:
    leader = group[0]
    pieces = _outermost([piece for quotation in group for piece in quotation.pieces])
    kinds = {quotation.kind for quotation in group}
    kind: StatementKind = leader.kind if len(kinds) == 1 else "mixed"
    text = annotated.article.text
    dated = next((q.said for q in group if q.said.known), leader.said)
    return Statement(
        id=content_id("s", annotated.article.id, pieces[0].start, kind),
        article=annotated.article.id,
        speaker=leader.speaker,
        kind=kind,
        text=_JOINED.join(" ".join(text[p.start : p.end].split()) for p in pieces),
        cue=leader.cue,
        channel=next((q.channel for q in group if q.channel), None),
        said=dated,
        evidence=_evidence(annotated, group, pieces),
        addressee=next((q.addressee for q in group if q.addressee), None),
    )


def _outermost(pieces: list[Span]) -> list[Span]:
    """In order, without pieces that lie in another."""
    found: list[Span] = []
    for piece in sorted(set(pieces), key=lambda p: (p.start, -p.end)):
        if not any(other.holds(piece) for other in found):
            found.append(piece)
    return found


def _evidence(annotated: AnnotatedArticle, group: list[Quotation], pieces: list[Span]) -> tuple[Span, ...]:
    """First the words with speaker and cue, where they are short enough, then the words alone."""
    parts = [*pieces]
    for quotation in group:
        parts += [span for span in (quotation.speaker_span, quotation.cue_span) if span is not None]
    start, end = min(p.start for p in parts), max(p.end for p in parts)
    whole = [Span(annotated.article.id, start, end)] if end - start <= _LONGEST else []
    found = whole + [cut for piece in pieces for cut in _cut(annotated, piece)]
    return tuple(dict.fromkeys(found))


def _cut(annotated: AnnotatedArticle, piece: Span) -> list[Span]:
    """The piece, by sentences where it is too long."""
    if piece.end - piece.start <= _LONGEST:
        return [piece]
    found: list[Span] = []
    for sentence in annotated.sentences:
        start, end = max(sentence.start, piece.start), min(sentence.end, piece.end)
        if start >= end:
            continue
        if found and end - found[-1].start <= _LONGEST:
            found[-1] = Span(piece.article, found[-1].start, end)
        else:
            found.append(Span(piece.article, start, min(end, start + _LONGEST)))
    return found
