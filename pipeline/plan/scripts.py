"""From what was written to what will be said: segments with their pauses."""

import re
from collections.abc import Iterable

from ..model import GAPS, Message, Paragraph, Segment, VoiceChoice
from ..reading import Lexicon, length, segments
from .casting import Cast

_ENDED = re.compile(r"(?<=[.!?])\s+(?=[^\W\d_a-z])")
KEPT = 0.1  # s of quiet that trimming leaves around the words of a segment
SLOW = 3.0  # syllables a second: a little under the slowest voice, so none overruns
Script = tuple[Segment, ...]


def read(paragraph: Paragraph, lexicon: Lexicon) -> Script:
    """One paragraph as segments, each with the pause its marks ask for."""
    return segments(paragraph.text, lexicon, role=paragraph.role)


def joined(scripts: Iterable[Script]) -> Script:
    """Scripts in order as one; its last segment is followed by the pause between items."""
    spoken = [segment for each in scripts for segment in each]
    if spoken:
        spoken[-1] = spoken[-1].but(pause=GAPS.item)
    return tuple(spoken)


def flowing(sentences: Iterable[Script]) -> Script:
    """Sentences that were read apart, as the one paragraph they are."""
    *before, last = sentences
    ended = ((*said[:-1], said[-1].but(pause=GAPS.sentence)) for said in before)
    return tuple(segment for each in (*ended, last) for segment in each)


def transcript(message: Message) -> Script:
    """A recorded message: one segment that no voice speaks; its words are for reading along."""
    text = " ".join(paragraph.text for paragraph in message.paragraphs)
    syllables = len(text.split())
    return joined([(Segment(written=text, spoken=text, pause=0, syllables=syllables),)])


def sentences(paragraph: Paragraph) -> tuple[Paragraph, ...]:
    """A paragraph cut where a sentence seems to end, by its marks alone."""
    return tuple(paragraph.but(text=text) for text in _ENDED.split(paragraph.text))


def fill(paragraph: Paragraph, station: str) -> Paragraph:
    """The paragraph with the station's name put in."""
    return paragraph.but(text=paragraph.text.replace("{station}", station))


def estimate(spoken: Script, cast: Cast) -> float:
    """Seconds the script will take with these voices, pauses included."""
    return sum(
        speech_seconds(segment, cast[segment.role]) + segment.pause / 1000 for segment in spoken
    )


def speech_seconds(segment: Segment, choice: VoiceChoice) -> float:
    """How long a voice takes for one segment, its own rests at inner marks included."""
    marks = sum(segment.spoken.count(mark) for mark in ",;:")
    return KEPT + length(segment.spoken) / choice.syllables_per_second + marks * choice.mark_pause


def slowly(spoken: Script) -> float:
    """Seconds the script takes at most, whoever speaks it."""
    return sum(segment.syllables / SLOW + segment.pause / 1000 for segment in spoken)
