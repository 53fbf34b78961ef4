"""Subtitles of one message, for a clip made of it."""

from ..audio.mp3 import decode
from ..audio.silence import gaps
from ..publish.heard import Span, heard, shortest
from .captions import Cue, aligned, srt, timed, vtt
from .channel import Files
from .content import Content
from .workshop import Workshop


class Subtitles:
    """Timed by the pauses in its sound on air; before that, by its syllables."""

    id = "phu-de"
    title = "Phụ đề"

    def make(self, content: Content, workshop: Workshop) -> Files:
        """See `Channel`."""
        cues = self._cues(content, workshop)
        return {"phu-de.srt": srt(cues), "phu-de.vtt": vtt(cues, f"Mã nội dung: {content.mark}")}

    def _cues(self, content: Content, workshop: Workshop) -> list[Cue]:
        sound = workshop.sounds.get(content.sound)
        spans = _spans(content, sound) if sound else None
        if spans is not None:
            return list(aligned(content.script, spans))
        return list(timed(content.script, content.pace, content.seconds))


def _spans(content: Content, sound: bytes) -> list[Span] | None:
    pcm = decode(sound)
    return heard(content.script, gaps(pcm, shortest(content.script)), pcm.seconds, content.pace)
