"""A voice of the project, tried on one sentence."""

from pipeline.api import speak_as
from pipeline.engines.base import Surroundings
from pipeline.model import Voice, VoiceChoice


def test_it_is_told_why_another_choice_speaks() -> None:
    choices = (VoiceChoice(engine="gtts"), VoiceChoice(engine="tone"))
    reasons: list[str] = []
    voice = Voice(id="a", name="A", choices=choices)
    sound, spoke = speak_as("Xin chào.", voice, Surroundings(offline=True), reasons.append)
    assert (spoke, sound.seconds > 0) == (choices[1], True)
    (why,) = reasons
    assert why.startswith("không dùng gtts: ")
    assert "--offline" in why
