"""One text, one voice, one sound: for trying things out."""

from ..audio.pcm import Pcm
from ..engines.base import Surroundings
from ..engines.registry import open_engine
from ..errors import ProjectError
from ..model import Place, Problem, VoiceChoice
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
        return engine.speak(reading.spoken, voice)
    finally:
        engine.close()
