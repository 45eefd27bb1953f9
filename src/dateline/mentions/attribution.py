"""Who says so: the speaker of the innermost quotation round a trigger, an unnamed source, another outlet, or the article itself."""

import re

from dateline.model.actors import LocalActor
from dateline.model.annotated import AnnotatedArticle, Token, Turn
from dateline.model.evidence import Span
from dateline.model.quotations import Quotation
from dateline.model.reports import By
from dateline.model.tree import Tree
from dateline.ontology.status import StatusWords, load_status_words

ARTICLE = By("article")
_LEANING = frozenset({"over", "after", "since", "following", "despite", "amid"})
_OFFICE = re.compile(
    r"(?:the )?(?P<who>.+?)['’]s? (?:press )?(?:office|service|administration|team|campaign|camp|government|cabinet)", re.IGNORECASE
)
_VOICE = re.compile(
    r"\b(?:statement|remarks|message|letter|op-ed|readout|address|speech|press release)\s+(?:from|by|of)\s+(?:the\s+)?(?P<who>.+)",
    re.IGNORECASE,
)


def read_by(tree: Tree, annotated: AnnotatedArticle, trigger: Token) -> By:
    """Who says that the event told by `trigger` has its status."""
    words = load_status_words()
    actors = {actor.id: actor for actor in annotated.actors}
    quotation = _innermost(annotated, trigger)
    turn = turn_of(annotated, trigger)
    granted = (quotation is None or quotation.kind == "indirect") and _taken_for_granted(tree, trigger)
    if granted or (quotation is not None and _known_before(tree, quotation, trigger, actors)):
        return _turn(annotated, turn, actors) if turn is not None else _document(annotated, actors)
    if quotation is not None and quotation.speaker in actors:
        return _behind_office(actors[quotation.speaker], actors)
    clause = _reporting_clause(tree, annotated, trigger, words, actors)
    if clause is not None:
        return clause
    if turn is not None:
        return _turn(annotated, turn, actors)
    open_speaker = _open_speaker(annotated, quotation, words)
    if open_speaker is not None:
        return open_speaker
    return _document(annotated, actors)


def _taken_for_granted(tree: Tree, trigger: Token) -> bool:
    """What reported speech only leans on is the article's knowledge: "said the tax, imposed over the raid, will stay"."""
    known = any(c.text.lower() in ("the", "this", "that") for c in tree.children(trigger, "det")) or bool(tree.children(trigger, "poss"))
    if trigger.pos not in ("NOUN", "PROPN") or not known:
        return False
    head = tree.head(trigger)
    if trigger.dep == "pobj" and head is not None and head.lemma in _LEANING:
        return True
    clause = next((a for a in tree.ancestors(trigger) if a.pos in ("VERB", "AUX")), None)
    return (
        clause is not None and clause.dep == "advcl" and any(m.lemma in ("before", "after", "since") for m in tree.children(clause, "mark"))
    )


def _known_before(tree: Tree, quotation: Quotation, trigger: Token, actors: dict[str, LocalActor]) -> bool:
    """What those without a name say of an event ("analysts say the tax, which Chile imposed, ...") is not that it happened."""
    speaker = actors.get(quotation.speaker or "")
    if quotation.kind != "indirect" or speaker is None or speaker.kind != "unnamed":
        return False
    if trigger.pos == "NOUN":
        return any(c.text.lower() == "the" for c in tree.children(trigger, "det")) and trigger.dep in ("nsubj", "nsubjpass", "pobj")
    return trigger.dep == "relcl"


def answer_by(tree: Tree, annotated: AnnotatedArticle, trigger: Token) -> By | None:  # noqa: ARG001 -- called as `read_by` is
    """The speaker of the answer to the question in which the trigger stands; None where it stands in no question, or none answers."""
    for number, turn in enumerate(annotated.turns[:-1]):
        if turn.start <= trigger.start < turn.end and turn.role == "question" and annotated.turns[number + 1].role == "answer":
            return _turn(annotated, annotated.turns[number + 1], {actor.id: actor for actor in annotated.actors})
    return None


def turn_of(annotated: AnnotatedArticle, trigger: Token) -> Turn | None:
    """The turn of a transcript in which the trigger stands."""
    return next((turn for turn in annotated.turns if turn.start <= trigger.start < turn.end), None)


def _innermost(annotated: AnnotatedArticle, trigger: Token) -> Quotation | None:
    """The quotation with the shortest piece round the trigger; one whose speaker is known before one whose is not."""
    found = [
        (quotation.speaker is None, piece.end - piece.start, number)
        for number, quotation in enumerate(annotated.quotations)
        for piece in quotation.pieces
        if piece.start <= trigger.start and trigger.end <= piece.end
    ]
    return annotated.quotations[min(found)[2]] if found else None


def _speaker(actor: LocalActor) -> By:
    if actor.kind == "unnamed":
        return By("unnamed", actor.id, actor.name)
    if actor.sector in ("MED", "JOU"):
        return By("outlet", actor.id)
    return By("named", actor.id)


def _behind_office(actor: LocalActor, actors: dict[str, LocalActor]) -> By:
    """The office of a person speaks for the person."""
    match = _OFFICE.fullmatch(actor.name)
    if actor.kind == "unnamed" and match is not None:
        who = match.group("who").lower()
        named = [a for a in actors.values() if a.kind != "unnamed"]
        principals = [a for a in named if who in (name.lower() for name in (a.name, a.name.split()[-1], *a.aliases))]
        if len(principals) == 1:
            return _speaker(principals[0])
    return _speaker(actor)


def _open_speaker(annotated: AnnotatedArticle, quotation: Quotation | None, words: StatusWords) -> By | None:
    """A speaker who was not made out is an unnamed source only where the words name a kind of people, not a pronoun or a thing."""
    if quotation is None or quotation.speaker is not None or quotation.speaker_span is None:
        return None
    span = quotation.speaker_span
    inside = [t for t in annotated.tokens if span.start <= t.start < span.end]
    if not any(t.entity in ("PERSON", "ORG", "NORP", "GPE") or words.has("communal", t.lemma) for t in inside):
        return None
    return By("unnamed", None, _text(annotated, span))


def _reporting_clause(
    tree: Tree, annotated: AnnotatedArticle, trigger: Token, words: StatusWords, actors: dict[str, LocalActor]
) -> By | None:
    """As in "reportedly", "is said to", "according to X", "X said that": hearsay, and speech that no quotation marks."""
    for token in (trigger, *tree.ancestors(trigger)):
        for child in tree.children(token):
            if words.has("reportive", child.text.lower()):
                return By("unnamed", None, child.text.lower())
            source = _according(tree, child)
            if source is not None and source.index != trigger.index:
                return _named_by(tree, annotated, source, actors)
        if token is not trigger and _is_hearsay(tree, token, words):
            return By("unnamed", None, "it is reported")
        head = tree.head(token)
        subject = tree.child(head, "nsubj") if head is not None and token.dep == "ccomp" and words.has("saying", head.lemma) else None
        subject = subject or _vower(tree, token, words) or _stating(tree, token, words) or _asked(tree, token, words)
        if subject is not None:
            return _named_by(tree, annotated, subject, actors)
        if token.dep in ("relcl", "advcl") and tree.children(token, "nsubj", "nsubjpass"):
            return None
    return None


def _vower(tree: Tree, token: Token, words: StatusWords) -> Token | None:
    """Who says so by doing so: "Ghana threatened to cut the flow", "the palace confirmed the visit"."""
    head = tree.head(token)
    if head is None or head.pos != "VERB":
        return None
    lemma = words.lemmas.get(head.lemma, head.lemma)
    vows = token.dep == "xcomp" and token.tag != "VBN" and words.has("vowing", lemma)
    announces = token.dep == "dobj" and token.pos == "NOUN" and words.has("disclosing", lemma)
    verb: Token | None = head if vows or announces else None
    subject = None
    while verb is not None and subject is None:
        subject = tree.child(verb, "nsubj")
        verb = tree.head(verb) if verb.dep in ("advcl", "conj", "xcomp") else None
    return subject if subject is not None and subject.tag not in ("WP", "WDT") else None


def _stating(tree: Tree, token: Token, words: StatusWords) -> Token | None:
    """As in "the ministry released a statement saying that ...": the saying hangs on the paper, the paper on who wrote it."""
    head = tree.head(token)
    if head is None or token.dep not in ("ccomp", "dobj") or not words.has("saying", head.lemma) or head.dep not in ("acl", "advcl"):
        return None
    paper = tree.head(head)
    if paper is None or tree.children(head, "nsubj"):
        return None
    if paper.pos in ("VERB", "AUX"):
        return tree.child(paper, "nsubj")
    owner = tree.child(paper, "poss")
    above = tree.head(paper)
    return owner or (tree.child(above, "nsubj") if above is not None and paper.dep == "dobj" else None)


def _asked(tree: Tree, token: Token, words: StatusWords) -> Token | None:
    """As in "he hoped so, Lopez said when asked whether they would meet": who answers says it."""
    asked = tree.head(token)
    if asked is None or token.dep != "ccomp" or asked.lemma != "ask" or asked.tag != "VBN" or asked.dep != "advcl":
        return None
    answers = tree.head(asked)
    return tree.child(answers, "nsubj") if answers is not None and words.has("saying", answers.lemma) else None


def _is_hearsay(tree: Tree, verb: Token, words: StatusWords) -> bool:
    """As in "it is reported that ...", "he is said to have ..."."""
    if not words.has("hearsay", verb.lemma) or not tree.children(verb, "auxpass") or tree.children(verb, "agent"):
        return False
    subject = tree.child(verb, "nsubjpass")
    return subject is None or subject.lemma == "it" or bool(tree.children(verb, "xcomp"))


def _according(tree: Tree, child: Token) -> Token | None:
    """The source in "according to the ministry"."""
    if child.text.lower() != "according":
        return None
    to = tree.child(child, "prep") or child
    return tree.child(to, "pobj")


def _named_by(tree: Tree, annotated: AnnotatedArticle, noun: Token, actors: dict[str, LocalActor]) -> By | None:
    """The actor that a noun or one coordinated with it means: the first that is a body, a country or a person."""
    conjuncts = tree.conjuncts(noun)
    by_head = {reference.head: reference.actor for reference in annotated.references}
    for one in conjuncts:
        inside = [one.index, *(c.index for c in tree.children(one, "compound", "nmod"))]
        found = next((by_head[i] for i in inside if i in by_head), None)
        if found is None:
            found = next((r.actor for r in annotated.references if r.first <= one.index < r.last), None)
        if found is not None and found in actors:
            return _speaker(actors[found])
    if noun.pos in ("PRON", "PROPN"):
        return None
    first, last = tree.phrase(noun)
    return By("unnamed", None, tree.words(first, last))


def _turn(annotated: AnnotatedArticle, turn: Turn, actors: dict[str, LocalActor]) -> By:
    """The labelled speaker of a turn; a reporter's question is a reporter's word."""
    if turn.role == "question":
        reporter = next((a for a in annotated.actors if a.kind == "unnamed" and "reporter" in a.name.lower()), None)
        return By("unnamed", reporter.id if reporter else None, "a reporter")
    for quotation in annotated.quotations:
        if quotation.speaker in actors and quotation.speaker_span is not None and quotation.speaker_span.start == turn.label_start:
            return _speaker(actors[quotation.speaker])
    for reference in annotated.references:
        if turn.label_start <= reference.span.start and reference.span.end <= turn.start and reference.actor in actors:
            return _speaker(actors[reference.actor])
    surname = re.sub(r"^(?:MR|MS|MRS|DR)\.?\s+", "", turn.label).partition("(")[0].strip().lower()
    named = [a for a in annotated.actors if a.kind == "person" and surname and a.name.lower().endswith(surname.rpartition(" ")[2])]
    return _speaker(named[0]) if len(named) == 1 else By("unnamed", None, turn.label)


def _document(annotated: AnnotatedArticle, actors: dict[str, LocalActor]) -> By:
    """A page that is one person's words: "Statement from X", "Remarks by X"; readouts and fact sheets speak as the article."""
    match = _VOICE.search(annotated.article.title or "")
    if match is None:
        return ARTICLE
    who = match.group("who").lower()
    named = [
        actor for actor in actors.values() if actor.kind == "person" and any(_stands_in(name, who) for name in (actor.name, *actor.aliases))
    ]
    if not named or re.search(r"\breadout\b", annotated.article.title or "", re.IGNORECASE):
        return ARTICLE
    first = min(named, key=lambda actor: (who.find(actor.name.split()[-1].lower()), actor.id))
    return By("named", first.id)


def _stands_in(name: str, text: str) -> bool:
    """Is the name, or its last word, in the text as a whole word?"""
    last = name.rsplit(maxsplit=1)[-1].lower() if name.split() else ""
    return len(last) > 2 and re.search(rf"\b{re.escape(last)}\b", text) is not None


def _text(annotated: AnnotatedArticle, span: Span) -> str:
    return annotated.article.text[span.start : span.end]
