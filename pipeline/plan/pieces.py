"""How one piece of a bulletin is made: the chain of tasks from words and music to MP3 frames."""

import math
from collections.abc import Sequence

from ..model import GAPS, MIX_RATE, Jingle, Message, Profile, Project, Sound, VoiceChoice
from .book import TaskBook
from .casting import Cast
from .jobs import Arrange, Bed, Decode, Encode, Key, Master, Meter, Part, Speak
from .plan import Element, ElementKind
from .scripts import Script, estimate

BED_OPEN = -6.0  # LU relative to the speech, before the first and after the last word
BED_LEAD = 1500  # ms of it alone, once the signature has gone
BED_TAIL = 2500  # ms
CODEC_ROOM = 0.7  # dB left free for what MP3 adds to peaks, measured at 96 kbit/s
GATE = -13.0  # LU: BS.1770 eq. (6), and 3 by which loud moments of music stand over its level
ALONE = 0.6  # LU that music may move words by; measured, with bed and fades: at most 1
FIRST = 200  # ms in which a bulletin comes in: no amplifier is struck, no one is startled


class Pieces:
    """Writes down the tasks of pieces for one project, voices, player profile and sound."""

    def __init__(
        self,
        book: TaskBook,
        project: Project,
        revisions: dict[str, str],
        profile: Profile,
        sound: Sound,
    ) -> None:
        self._book = book
        self._project = project
        self._revisions = revisions
        self._profile = profile
        self._sound = sound

    def spoken(self, kind: ElementKind, title: str, script: Script, cast: Cast) -> Element:
        """Words and nothing else."""
        speech, parts = self._speech(script, cast)
        arranged = self._arrange(title, parts, speech)
        return self._finish(kind, title, script, arranged, estimate(script, cast))

    def recorded(self, message: Message, script: Script) -> Element:
        """A person's recording in the place of synthesised speech."""
        sha256 = message.recording_sha256 or ""
        voice = VoiceChoice(engine="recorded", voice=sha256)
        cast = {segment.role: voice for segment in script}
        speak = self._speak("", voice, f"ghi âm: {message.recording}")
        part = Part(input=0, kind="speech", pause=script[-1].pause)
        arranged = self._arrange(message.title, (part,), (speak,))
        element = self._finish("item", message.title, script, arranged, estimate(script, cast))
        return element.but(recorded=True)

    def opening(self, title: str, script: Script, cast: Cast) -> Element:
        """The signature, which crosses into a bed, which steps back for the ident."""
        rundown = self._project.rundown
        signature, bed = self._music(rundown.signature), self._music(rundown.bed)
        speech, spoken = self._speech(script, cast, first=1)
        leaving = self._project.jingles[rundown.signature].fade_out
        music = self._part(rundown.signature, 0, -leaving)
        music = music.but(fade_in=max(FIRST, music.fade_in))
        under = Bed(
            input=1 + len(speech),
            gain=BED_OPEN,
            ducked=self._sound.ducked,
            lead=leaving + BED_LEAD,
            swell=leaving,
            tail=BED_TAIL,
        )
        arranged = self._arrange(title, (music, *spoken), (signature, *speech, bed), under)
        before, after = self._seconds(rundown.signature) + BED_LEAD / 1000, BED_TAIL / 1000
        said = estimate(script, cast)
        jingle = self._project.jingles[rundown.signature]
        offset = _offset(_words(script, said), jingle)
        seconds = before + said + after
        element = self._finish("opening", title, script, arranged, seconds, offset)
        return element.but(before=before, after=after)

    def closing(self, title: str, script: Script, cast: Cast) -> Element:
        """The last words, then the sting."""
        sting = self._project.rundown.sting
        speech, spoken = self._speech(script, cast)
        music = self._part(sting, len(speech), GAPS.sting)
        arranged = self._arrange(title, (*spoken, music), (*speech, self._music(sting)))
        said, jingle = estimate(script, cast), self._project.jingles[sting]
        offset = _offset(_words(script, said), jingle)
        element = self._finish("closing", title, script, arranged, said + jingle.seconds, offset)
        return element.but(after=jingle.seconds + GAPS.sting / 1000)

    def sting(self) -> Element:
        """A few notes between items."""
        jingle = self._project.jingles[self._project.rundown.sting]
        part = self._part(jingle.id, 0, GAPS.sting)
        arranged = self._arrange(jingle.id, (part,), (self._music(jingle.id),))
        seconds = jingle.seconds + GAPS.sting / 1000
        return self._finish("sting", jingle.id, (), arranged, seconds, jingle.gain)

    def _arrange(
        self, title: str, parts: tuple[Part, ...], inputs: tuple[Key, ...], bed: Bed | None = None
    ) -> Key:
        job = Arrange(
            rate=MIX_RATE,
            chain=self._sound.chain,
            headroom=self._profile.true_peak - CODEC_ROOM - self._profile.loudness,
            parts=parts,
            bed=bed,
        )
        return self._book.add(job, inputs, f"ghép: {title}")

    def _speech(
        self, script: Script, cast: Cast, first: int = 0
    ) -> tuple[tuple[Key, ...], tuple[Part, ...]]:
        """Speak tasks of a script, and their places on the timeline from input `first` on."""
        keys = tuple(
            self._speak(segment.spoken, cast[segment.role], f"nói: {segment.written}")
            for segment in script
        )
        parts = tuple(
            Part(input=first + index, kind="speech", pause=segment.pause, voice=segment.role)
            for index, segment in enumerate(script)
        )
        return keys, parts

    def _speak(self, words: str, choice: VoiceChoice, label: str) -> Key:
        job = Speak(
            engine=choice.engine,
            revision=self._revisions[choice.engine],
            voice=choice.voice,
            settings=choice.settings,
            words=words,
        )
        return self._book.add(job, label=label)

    def _music(self, jingle: str) -> Key:
        job = Decode(source=self._project.jingles[jingle].sha256, rate=MIX_RATE)
        return self._book.add(job, label=f"nhạc: {jingle}")

    def _part(self, jingle_id: str, index: int, pause: int) -> Part:
        jingle = self._project.jingles[jingle_id]
        return Part(
            input=index,
            kind="music",
            pause=pause,
            gain=jingle.gain,
            fade_in=jingle.fade_in,
            fade_out=jingle.fade_out,
        )

    def _seconds(self, jingle: str) -> float:
        return self._project.jingles[jingle].seconds

    def _finish(
        self,
        kind: ElementKind,
        title: str,
        script: Script,
        arranged: Key,
        seconds: float,
        offset: float = 0.0,
    ) -> Element:
        """Master, encode and measure. `offset` is the piece's level relative to speech, LU."""
        profile = self._profile
        loudness = profile.loudness + offset
        ceiling = profile.true_peak - CODEC_ROOM
        master = Master(loudness=loudness, true_peak=ceiling)
        mastered = self._book.add(master, (arranged,), f"chỉnh mức: {title}")
        job = Encode(
            rate=profile.sample_rate,
            bitrate=profile.bitrate,
            loudness=loudness,
            true_peak=profile.true_peak,
        )
        encode = self._book.add(job, (mastered,), f"nén MP3: {title}")
        meter = self._book.add(Meter(), (encode,), f"đo: {title}")
        return Element(
            kind=kind, title=title, script=script, seconds=seconds, encode=encode, meter=meter
        )


def _words(script: Script, seconds: float) -> float:
    """Of `seconds` of speech, those in which there is sound."""
    return seconds - sum(segment.pause for segment in script) / 1000


def _offset(words: float, music: Jingle) -> float:
    """The level of words with music, LU against speech, so that they stand `ALONE` from others.

    A piece is mastered as a whole: long soft music would push its words far above those of other
    pieces, loud music press them below. `words` is in seconds.
    """
    parts = ((words, 0.0), (music.seconds, music.gain))
    gate = _level(parts) + GATE
    drawn = _level([part for part in parts if part[1] > gate])
    return round(math.copysign(max(0.0, abs(drawn) - ALONE), drawn), 1)


def _level(parts: Sequence[tuple[float, float]]) -> float:
    """Of stretches of sound, seconds and level each: power adds up over time (BS.1770 eq. 7)."""
    power = sum(seconds * 10 ** (level / 10) for seconds, level in parts)
    return 10 * math.log10(power / sum(seconds for seconds, _ in parts))
