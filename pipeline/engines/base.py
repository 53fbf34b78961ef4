"""The seam between words and voices. A new engine is one module, one entry point, one test line."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from ..audio.pcm import Pcm
from ..model import VoiceChoice


@dataclass(frozen=True)
class Surroundings:
    """What an engine may use of the world. Every engine is made from one of these."""

    offline: bool = False  # network engines refuse before opening any socket
    # SHA-256 of a project's sound file -> its path; LookupError if the project has no such file
    source: Callable[[str], Path] | None = None
    models: Path | None = None  # the folder of voice models people have added


class Engine(Protocol):
    """Speaks guarded words. Safe to call from `concurrency` threads at once."""

    name: str  # the entry point's name
    revision: str  # another revision may say the same words differently; part of the key
    network: bool  # needs the internet
    concurrency: int  # calls it can serve at the same time
    terms: str  # Vietnamese: licence or terms of use, one line

    def __init__(self, surroundings: Surroundings) -> None:
        """Cheap: opens nothing, asks nobody."""

    def ready(self, voice: VoiceChoice) -> None:
        """Return within seconds if the voice can be had now; else raise EngineUnavailable."""

    def speak(self, words: str, voice: VoiceChoice) -> Pcm:
        """Speech at the engine's own rate; silence at its ends is for others to trim.

        Raises EngineUnavailable, also for a voice or a setting the engine does not know, or
        EngineFault.
        """

    def close(self) -> None:
        """Let go of child processes and connections. Calling it twice is fine."""
