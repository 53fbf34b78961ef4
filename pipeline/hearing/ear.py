"""What can write down speech."""

from typing import Protocol

from ..audio.pcm import Pcm


class Ear(Protocol):
    """Writes down what it hears."""

    def hear(self, sound: Pcm) -> str:
        """The words of Vietnamese speech, as the machine spells them. May be empty."""
        ...
