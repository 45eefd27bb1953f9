"""Who "I", "we" and "you" are: the speaker of the words, the country a spokesman speaks for, the one who is spoken to."""

from dateline.model.actors import LocalActor
from dateline.model.annotated import AnnotatedArticle, Token, Turn

_FIRST = frozenset(["i", "me", "my", "mine", "myself", "us"])
_FIRST_PLURAL = frozenset(["we", "our", "ours", "ourselves"])
_SECOND = frozenset(["you", "your", "yours", "yourself"])
_VOICES = ("spokes", "press secretary", "press officer")


class Speech:
    """Answers for one article."""

    __slots__ = ("_actors", "_pieces", "_turn_speakers", "_turns")

    def __init__(self, annotated: AnnotatedArticle) -> None:
        self._actors = {actor.id: actor for actor in annotated.actors}
        self._turns = annotated.turns
        spoken = [q for q in annotated.quotations if q.speaker is not None]
        self._pieces = [(piece.start, piece.end, str(q.speaker)) for q in spoken for piece in q.pieces]
        people = [str(q.speaker) for q in spoken if not q.cue and q.speaker in self._actors and self._actors[q.speaker].kind == "person"]
        self._turn_speakers = tuple(dict.fromkeys(people))

    def actor(self, token: Token) -> str | None:
        """The actor that a pronoun of the first or second person means; None for other words and where it is open."""
        word = token.text.lower()
        if word in _FIRST:
            return self._speaker(token)
        if word in _FIRST_PLURAL:
            return self._side(self._speaker(token))
        if word in _SECOND:
            return self._addressee(token)
        return None

    def _speaker(self, token: Token) -> str | None:
        """The speaker of the shortest quoted piece round the token."""
        round_it = [(end - start, start, speaker) for start, end, speaker in self._pieces if start <= token.start and token.end <= end]
        return min(round_it)[2] if round_it else None

    def _addressee(self, token: Token) -> str | None:
        """Of two who speak in turns the other; who answers, for a reporter's question."""
        turn = next((n for n, t in enumerate(self._turns) if t.start <= token.start < t.end), None)
        if turn is not None and self._turns[turn].role == "question":
            return self._side_of_voice(self._answering(self._turns[turn + 1 :]))
        speaker = self._speaker(token)
        if speaker in self._turn_speakers and len(self._turn_speakers) == 2 and not any(t.role == "question" for t in self._turns):
            return next(s for s in self._turn_speakers if s != speaker)
        return None

    def _answering(self, turns: tuple[Turn, ...]) -> str | None:
        for turn in turns:
            if turn.role == "answer":
                return next((speaker for start, _, speaker in sorted(self._pieces) if turn.start <= start < turn.end), None)
        return None

    def _side(self, speaker: str | None) -> str | None:
        """The country that a speaker speaks for with "we", the speaker where none is known."""
        actor = self._actors.get(speaker or "")
        country = f"c:{actor.country}" if actor and actor.country else None
        return country if country in self._actors else speaker

    def _side_of_voice(self, speaker: str | None) -> str | None:
        actor = self._actors.get(speaker or "")
        return self._side(speaker) if actor is not None and _is_voice(actor) else speaker


def _is_voice(actor: LocalActor) -> bool:
    """Does the actor speak for others by trade?"""
    return any(voice in role.title.lower() for role in actor.roles for voice in _VOICES)
