"""The words of speech that ship, and what their loader refuses."""

import pytest

from dateline.errors import OntologyError
from dateline.ontology import speech
from dateline.ontology.speech import FRAMES, KINDS, load_speech


def test_shipped_words_are_sound() -> None:
    words = load_speech()
    assert words.speaks("say")
    assert words.cues["rule out"].frames["object"] == "speech"
    assert {kind for cue in words.cues.values() for kind in cue.frames.values()} == set(KINDS)
    assert {frame for cue in words.cues.values() for frame in cue.frames} == set(FRAMES)
    assert all(lemma == lemma.lower() for lemma in words.cues)


@pytest.mark.parametrize(
    "group",
    [
        {"kind": "speech", "frames": ["quote"], "lemmas": ["say"], "tone": "loud"},
        {"kind": "speech", "frames": ["song"], "lemmas": ["say"]},
        {"kind": "song", "frames": ["quote"], "lemmas": ["say"]},
        {"kind": "speech", "frames": ["quote"], "lemmas": []},
    ],
)
def test_unknown_keys_frames_and_kinds_are_refused(group: dict[str, object]) -> None:
    with pytest.raises(OntologyError, match="group 1"):
        speech._cues([group])


def test_a_broken_pattern_is_refused() -> None:
    with pytest.raises(OntologyError, match="spoken"):
        speech._pattern("spoken", ["(no comment"])
