"""Which effect a governing word has on what stands below it: planning, asking, postponing, denying, ..."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dateline.mentions.status.reading import Context
from dateline.model.annotated import Token


@dataclass(frozen=True, slots=True)
class Operator:
    """An effect and the words that have it."""

    effect: str
    evidence: tuple[Token, ...]


def on_clause(context: Context, head: Token, clause: Token) -> Operator | None:
    """What `head` (verb, adjective or noun) does to a clause that is its complement."""
    if head.pos in ("ADJ", "ADV") or head.tag.startswith("JJ"):
        return _word(context.words.adjectives, head)
    if head.pos in ("NOUN", "PROPN"):
        return _word(context.words.nouns, head)
    found = _verb(context, head, context.words.clause, _preposition(context, clause, head)) if head.lemma != "be" else None
    return found or _complement(context, head, besides=clause)


def on_object(context: Context, head: Token, preposition: Token | None, besides: Token) -> Operator | None:
    """What the verb `head` does to a noun that is its object, its passive subject, or stands after its preposition."""
    if head.pos in ("ADJ", "ADV") or head.tag.startswith("JJ"):
        return _word(context.words.adjectives, head)
    if head.pos in ("NOUN", "PROPN"):
        return _word(context.words.nouns, head)
    return predicate(context, head, besides) or _verb(context, head, context.words.object, preposition)


def on_subject(context: Context, head: Token, besides: Token) -> Operator | None:
    """What the verb `head` says of its active subject ("the talks failed", "the visit is off", "a meeting seems possible")."""
    found = _verb(context, head, context.words.subject, None)
    return found or _complement(context, head, besides)


def _word(table: Mapping[str, str], token: Token) -> Operator | None:
    effect = table.get(token.text.lower()) or table.get(token.lemma)
    return Operator(effect, (token,)) if effect else None


def _preposition(context: Context, clause: Token, head: Token) -> Token | None:
    """The preposition between a verb and a gerund below it ("accused of lying")."""
    mark = next((m for m in context.tree.children(clause, "mark") if m.text.lower() == "for"), None)
    above = mark or context.tree.head(clause)
    if mark is not None:
        return mark  # "called for the sides to meet"
    return above if above is not None and above is not head and above.dep == "prep" else None


def _verb(context: Context, verb: Token, table: Mapping[str, str], preposition: Token | None) -> Operator | None:
    """The longest entry that fits: verb + particle + preposition, verb + particle, verb + preposition, verb."""
    lemma = context.lemma(verb)
    particles = [
        c for c in context.tree.children(verb, "prt", "advmod", "prep", "dobj") if c.index > verb.index and c.index <= verb.index + 4
    ]
    for particle in particles:
        word = particle.text.lower()
        if preposition is not None and particle is not preposition:
            effect = table.get(f"{lemma} {word} {preposition.text.lower()}")
            if effect:
                return Operator(effect, (verb, particle, preposition))
        if particle.dep in ("prt", "advmod", "dobj") or (particle.dep == "prep" and not context.tree.children(particle)):
            effect = table.get(f"{lemma} {word}")
            if effect:
                return Operator(effect, (verb, particle))
    if preposition is not None:
        effect = table.get(f"{lemma} {preposition.text.lower()}")
        return Operator(effect, (verb, preposition)) if effect else None
    if any(p.dep == "prt" for p in particles) and any(f"{lemma} {p.text.lower()}" in context.words.object for p in particles):
        return None
    effect = table.get(lemma)
    return Operator(effect, (verb,)) if effect else None


def _complement(context: Context, verb: Token, besides: Token) -> Operator | None:
    """The effect of what is said of a subject: "is possible", "remains in doubt", "is off", "is a threat"."""
    if not context.has("copulas", verb):
        return None
    found = predicate(context, verb, besides)
    if found:
        return found
    for child in context.tree.children(verb, "acomp", "attr", "oprd", "advmod", "prt", "prep"):
        if child is besides or (child.dep == "attr" and child.pos not in ("ADJ", "NOUN")):
            continue
        if child.dep == "prep" and (child.text.lower() not in ("on", "off", "over") or context.tree.children(child, "pobj")):
            continue
        if child.lemma == "due" and any(c.text.lower() == "to" for c in context.tree.children(child, "prep", "pcomp")):
            continue
        if child.dep == "attr" and (context.has("openings", child) or context.has("grounds", child)):
            continue  # "the visit is a chance to talk"
        table = context.words.nouns if child.dep == "attr" and child.pos == "NOUN" else context.words.adjectives
        operator = _word(table, child)
        if operator:
            return operator
    return None


def predicate(context: Context, verb: Token, besides: Token) -> Operator | None:
    """Prepositional phrases that work as predicates: "on hold", "in doubt", "off the table", "out of the question"."""
    for phrase, tokens in _phrases(context, verb, besides):
        effect = context.words.predicates.get(phrase)
        if effect:
            return Operator(effect, tokens)
    return None


def _phrases(context: Context, verb: Token, besides: Token) -> Iterator[tuple[str, tuple[Token, ...]]]:
    for prep in context.tree.children(verb, "prep", "advmod", "prt", "acomp"):
        if prep is besides:
            continue
        for noun in context.tree.children(prep, "pobj", "pcomp"):
            if noun is besides:
                continue
            yield f"{prep.text.lower()} {noun.text.lower()}", (prep, noun)
            for inner in context.tree.children(noun, "amod", "compound"):
                yield f"{prep.text.lower()} {inner.text.lower()} {noun.text.lower()}", (prep, inner, noun)
        for second in context.tree.children(prep, "prep"):
            for noun in context.tree.children(second, "pobj"):
                yield f"{prep.text.lower()} {second.text.lower()} {noun.text.lower()}", (prep, second, noun)
