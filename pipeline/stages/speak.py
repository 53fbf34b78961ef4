"""Words to speech, checked before anybody keeps it."""

from ..audio.trim import trim
from ..engines.base import Engine
from ..engines.guard import check_speech
from ..plan.jobs import Speak
from ..reading import syllables


def speak(job: Speak, engine: Engine) -> bytes:
    """WAV of the words, trimmed to speech. Raises EngineError."""
    speech = engine.speak(job.words, job.choice)
    check_speech(speech, syllables(job.words), job.engine)
    return trim(speech).to_wav()
