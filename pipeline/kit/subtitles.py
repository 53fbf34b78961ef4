"""Subtitles of one message, for a clip made of it."""

from .captions import srt, timed, vtt
from .channel import Files
from .content import Content
from .workshop import Workshop


class Subtitles:
    """Timed by the length the message had on air, or else by its syllables."""

    id = "phu-de"
    title = "Phụ đề"

    def make(self, content: Content, workshop: Workshop) -> Files:
        """See `Channel`."""
        cues = list(timed(content.script, content.pace, content.seconds))
        return {"phu-de.srt": srt(cues), "phu-de.vtt": vtt(cues, f"Mã nội dung: {content.mark}")}
