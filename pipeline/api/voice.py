"""One text, one voice, one sound: for trying things out."""

from collections.abc import Callable

from ..audio.pcm import Pcm
from ..engines.base import Surroundings
from ..engines.registry import open_engine
from ..errors import EngineUnavailable, ProjectError
from ..model import Place, Problem, Voice, VoiceChoice
from ..reading import read

EMBEDDED = VoiceChoice(engine="espeak", voice="vi")


def speak(
    text: str, voice: VoiceChoice = EMBEDDED, surroundings: Surroundings | None = None
) -> Pcm:
    """Speech of written Vietnamese. Raises ProjectError for what cannot be read, EngineError."""
    reading = read(text)
    if reading.unread:
        here = Place(file="văn bản")
        raise ProjectError(
            Problem(
                place=here.after(text, span.start),
                code="reading.unread",
                what=f"không đọc được “{span.written}”",
                fix="viết ra chữ như khi nói",
            )
            for span in reading.unread
        )
    engine = open_engine(voice.engine, surroundings or Surroundings())
    try:
        engine.ready(voice)
        return engine.speak(reading.spoken, voice)
    finally:
        engine.close()


def speak_as(
    text: str,
    voice: Voice,
    surroundings: Surroundings,
    note: Callable[[str], None] = lambda why: None,
) -> tuple[Pcm, VoiceChoice]:
    """Speech by a voice of the project, and the choice that spoke: the first that is ready.

    `note` hears, in Vietnamese, why each one before it was passed over. Raises ProjectError,
    EngineError; when no choice is ready, the last one's.
    """
    for choice in voice.choices[:-1]:
        try:
            return speak(text, choice, surroundings), choice
        except EngineUnavailable as error:
            note(f"không dùng {error}")
    return speak(text, voice.choices[-1], surroundings), voice.choices[-1]
