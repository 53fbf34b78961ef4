"""Words to speech, checked before anybody keeps it."""

from ..audio.trim import trim
from ..engines.base import Engine
from ..engines.guard import check_speech
from ..model import VoiceChoice
from ..plan.jobs import Speak
from ..reading import syllables


def speak(job: Speak, engine: Engine) -> bytes:
    """WAV of the words, trimmed to speech. Raises EngineError."""
    choice = VoiceChoice(engine=job.engine, voice=job.voice, settings=job.settings)
    speech = engine.speak(job.words, choice)
    check_speech(speech, syllables(job.words), job.engine)
    return trim(speech).to_wav()
