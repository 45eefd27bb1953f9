"""Who is quoted as saying what: direct, indirect and mixed speech, refusals to answer, and the turns of transcripts."""

from dataclasses import dataclass, replace

from dateline.language.quotations.circumstances import addressee_of, channel_of, said_of
from dateline.language.quotations.direct import find_direct
from dateline.language.quotations.doubts import without_doubt
from dateline.language.quotations.drafts import Draft, Range, Reading, is_verb
from dateline.language.quotations.frames import find_frames
from dateline.language.quotations.headlines import find_headlines
from dateline.language.quotations.posts import find_posts
from dateline.language.quotations.refusals import find_refusals, is_refusal
from dateline.language.quotations.speakers import Speakers
from dateline.language.quotations.turns import Spoken, find_spoken
from dateline.model.actors import LocalActor, Reference
from dateline.model.annotated import AnnotatedArticle
from dateline.model.evidence import Span
from dateline.model.moments import Moment
from dateline.model.quotations import Quotation, QuotationKind
from dateline.ontology.speech import load_speech


@dataclass(frozen=True, slots=True)
class QuotationsFound:
    """Quotations in the order of the text; `actors` and `references` are unnamed sources that had to be made for them."""

    quotations: tuple[Quotation, ...]
    actors: tuple[LocalActor, ...]
    references: tuple[Reference, ...]


def find_quotations(annotated: AnnotatedArticle) -> QuotationsFound:
    """All speech of an article. Reads tokens, turns, times, actors and references; changes nothing."""
    reading = Reading(annotated, load_speech())
    speakers = Speakers(reading)
    drafts = sorted(_drafts(reading), key=lambda d: (d.speaker.first if d.speaker else d.content[0][0], d.content))
    quotations = [_quotation(reading, speakers, draft) for draft in drafts]
    quotations += [_spoken(reading, speakers, spoken) for spoken in find_spoken(reading)]
    quotations.sort(key=lambda q: (q.pieces[0].start, q.pieces[0].end, q.kind))
    return QuotationsFound(tuple(quotations), speakers.made, tuple(speakers.references))


def _drafts(reading: Reading) -> list[Draft]:
    """Direct speech first; then refusals; then reported speech, which gives way where the same cue or the same words are taken."""
    posts = find_posts(reading)
    posted = {i for draft in posts for first, last in draft.content for i in range(first, last)}
    direct, used = find_direct(reading)
    direct = [draft for draft in direct if draft.content[0][0] not in posted] + posts
    taken = {i for number in used for i in range(*reading.quotes[number][1])} | posted
    cues = {draft.cue for draft in direct if draft.cue is not None}
    refusals = find_refusals(reading)
    refused = {i for draft in refusals for first, last in draft.content for i in range(first, last)}
    found = [*direct, *refusals]
    frames = find_frames(reading, taken)
    carried = _carried(reading, frames)
    reports = (without_doubt(reading, draft) for draft in [*find_headlines(reading), *frames])
    for draft in filter(None, reports):
        inside = {i for first, last in draft.content for i in range(first, last)}
        if reading.speech.anonymity.match(reading.tree.words(*draft.content[0])):
            continue
        if draft.cue in refused or inside <= taken or (draft.lemma == "according to" and (cues | carried) & inside):
            continue
        kept = _without(reading, draft, taken) if draft.cue in cues else draft
        if kept is not None:
            found.append(kept)
    return found


def _carried(reading: Reading, frames: list[Draft]) -> set[int]:
    """The cues whose words a medium carried ("Novak said, according to TASS"): the medium is their channel, and adds nothing of its own."""
    return {draft.cue for draft in frames if draft.cue is not None and draft.lemma != "according to" and channel_of(reading, draft)}


def _without(reading: Reading, draft: Draft, taken: set[int]) -> Draft | None:
    """A cue with both reported and direct speech ("said that he was sorry: “...”") keeps the reported part that lies after it."""
    ranges = tuple(r for r in draft.content if draft.cue is not None and r[0] > draft.cue and not taken & set(range(*r)))
    ranges = tuple(r for r in ranges if r[1] - r[0] > 2 and any(is_verb(t) for t in reading.tokens[r[0] : r[1]]))
    if not ranges:
        return None
    return Draft(ranges, draft.cue, draft.lemma, draft.speaker, draft.kind)


def _quotation(reading: Reading, speakers: Speakers, draft: Draft) -> Quotation:
    tree = reading.tree
    speaker = speakers.actor(draft.speaker) if draft.speaker is not None else None
    if draft.speaker is None and draft.passive and draft.kind == "speech":
        speaker = speakers.source()
    return Quotation(
        kind=_kind(reading, draft),
        pieces=tuple(_piece(reading, r) for r in draft.content),
        speaker=speaker,
        speaker_span=tree.span(draft.speaker.first, draft.speaker.last) if draft.speaker is not None else None,
        cue=draft.lemma,
        cue_span=tree.span(draft.cue, draft.cue + 1) if draft.cue is not None else None,
        channel=channel_of(reading, draft),
        addressee=addressee_of(reading, draft),
        said=said_of(reading, draft),
    )


def _piece(reading: Reading, tokens: Range) -> Span:
    """The tokens' code points; a dash that is written on to the closing mark ("“We are ready.”— Jana Novak") is left out."""
    span = reading.tree.span(*tokens)
    number = reading.quoted.get(tokens[1] - 1)
    return replace(span, end=min(span.end, reading.quotes[number][0].end)) if number is not None else span


def _kind(reading: Reading, draft: Draft) -> QuotationKind:
    if draft.refusal:
        return "no answer"
    words = [i for first, last in draft.content for i in range(first, last)]
    quoted = [i for i in words if i in reading.quoted]
    if draft.direct or len(quoted) == len(words):
        start, end = reading.tokens[words[0]].start, reading.tokens[words[-1]].end
        return "no answer" if is_refusal(reading, start, end) else "direct"
    return "mixed" if quoted else "indirect"


def _spoken(reading: Reading, speakers: Speakers, spoken: Spoken) -> Quotation:
    turn = spoken.turn
    article = reading.annotated.article
    return Quotation(
        kind="no answer" if spoken.refusal else "direct",
        pieces=(Span(article.id, spoken.start, spoken.end),),
        speaker=speakers.label(turn),
        speaker_span=Span(article.id, turn.label_start, turn.label_end),
        cue="",
        cue_span=None,
        said=Moment(None, article.published.latest, "publication"),
    )
