"""The message alone as a sound file, for posts, for the web and behind the QR code."""

from .channel import Files
from .content import SOUND, Content
from .workshop import Workshop


class Sound:
    """The very frames that were published; nothing before the message has been on air."""

    id = "am-thanh"
    title = "Âm thanh của tin bài"

    def make(self, content: Content, workshop: Workshop) -> Files:
        """See `Channel`."""
        return {SOUND: workshop.sounds[content.sound]} if content.sound else {}
