"""The digest of exactly what will be heard: what an approval is given for.

It covers the words as they are spoken, who says them, the pauses, every way to get each voice, a
person's recording, and for the frame the music. It leaves out what decides only how the same
is carried: player profile, sound chain, titles, file names, versions of engines.
"""

import hashlib
import unicodedata
from collections.abc import Iterator
from functools import cache, cached_property

import msgspec

from ..model import Jingle, Lexeme, Project, Record, Setting, Station, Subject
from .reader import Reader
from .scripts import Script

SCHEMA = 1  # raise it when the same content gives another digest: every approval is then void
Digest = str  # 64 hexadecimal digits
NAME = "{station}"


class _Said(Record):
    """A segment, as far as it is heard."""

    role: str
    words: str
    pause: int  # ms


class _Lent(Record):
    """One way to get a voice."""

    engine: str
    voice: str
    settings: dict[str, Setting]


class _Played(Record):
    """Music: which file, how loud against the speech, how it comes and goes."""

    sha256: str
    gain: float  # LU
    fade_in: int  # ms
    fade_out: int  # ms


class _Heard(Record):
    """Everything an ear can tell apart."""

    schema: int = SCHEMA
    said: tuple[_Said, ...]
    voices: dict[str, tuple[_Lent, ...]] = {}  # of the roles that speak, best choice first
    recording: str = ""  # SHA-256
    music: dict[str, _Played] = {}


class Ear(Record):
    """What makes stations say the same text differently: their voices, their own words."""

    voices: tuple[tuple[str, str], ...]  # role, voice id
    lexicon: tuple[Lexeme, ...]


class Renditions:
    """Digests for one project. What stations have in common is worked out once."""

    def __init__(self, project: Project, reader: Reader) -> None:
        self._project = project
        self._reader = reader
        self._messages = {
            Subject(campaign=campaign.id, message=message.id): message
            for campaign in project.campaigns
            for message in campaign.messages
        }
        self._told = cache(self._item)
        self._framed = cache(self._frame)

    @classmethod
    def of(cls, project: Project) -> "Renditions":
        """With a reader of their own."""
        return cls(project, Reader(project))

    def subjects(self) -> Iterator[Subject]:
        """Everything there is to approve: the frame, then each campaign's call and messages."""
        yield Subject()
        for campaign in self._project.campaigns:
            yield Subject(campaign=campaign.id)
            for message in campaign.messages:
                yield Subject(campaign=campaign.id, message=message.id)

    def digest(self, subject: Subject, station: Station) -> Digest:
        """Of what that station's listeners will hear."""
        ear = self.ear(station)
        if not subject.campaign:
            return self._framed(station.name, ear)
        return self.item(subject, ear)

    def item(self, subject: Subject, ear: Ear) -> Digest:
        """Of a message or a call to action."""
        return self._told(subject, ear)

    def all(self, subject: Subject) -> tuple[Digest, ...]:
        """Every way in which the project's stations say it, each once."""
        if not subject.campaign:
            found = {self.digest(subject, each) for each in self._project.stations}
        else:
            found = {self.item(subject, ear) for ear in self._ears}
        return tuple(sorted(found))

    @cached_property
    def _ears(self) -> frozenset[Ear]:
        return frozenset(map(self.ear, self._project.stations))

    def ear(self, station: Station) -> Ear:
        """Stations with equal ears hear equal messages."""
        voices = {role: station.voices.get(role, it) for role, it in self._project.roles.items()}
        return Ear(voices=tuple(sorted(voices.items())), lexicon=station.lexicon)

    def _item(self, subject: Subject, ear: Ear) -> Digest:
        message = self._messages.get(subject)
        if message is None:
            script = self._reader.call(subject.campaign, ear.lexicon)
            return _digest(self._spoken(script, dict(ear.voices)))
        script = self._reader.message(message, ear.lexicon)
        if message.recording_sha256:
            return _digest(_Heard(said=_said(script), recording=message.recording_sha256))
        return _digest(self._spoken(script, dict(ear.voices)))

    def _frame(self, name: str, ear: Ear) -> Digest:
        """A name that is said as it is written makes no rendition of its own.

        So an approval lists a few digests, not one for each of three thousand stations, and a
        lexicon entry that changes how a name is said still voids the approval where it does.
        """
        rundown = self._project.rundown
        paragraphs = (rundown.opening, rundown.closing)
        scripts = [self._reader.frame(each, name, ear.lexicon) for each in paragraphs]
        written = unicodedata.normalize("NFC", name)
        said = tuple(
            each.but(words=each.words.replace(written, NAME))
            for script in scripts
            for each in _said(script)
        )
        heard = self._spoken(scripts[0] + scripts[1], dict(ear.voices))
        jingles = self._project.jingles
        music = {
            "signature": _played(jingles[rundown.signature]),
            "sting": _played(jingles[rundown.sting]),
            "bed": _played(jingles[rundown.bed]),
        }
        return _digest(heard.but(said=said, music=music))

    def _spoken(self, script: Script, voices: dict[str, str]) -> _Heard:
        roles = {segment.role for segment in script}
        lent = {
            role: tuple(
                _Lent(engine=each.engine, voice=each.voice, settings=each.settings)
                for each in self._project.voices[voices[role]].choices
            )
            for role in roles
        }
        return _Heard(said=_said(script), voices=lent)


def _said(script: Script) -> tuple[_Said, ...]:
    return tuple(_Said(role=each.role, words=each.spoken, pause=each.pause) for each in script)


def _played(jingle: Jingle) -> _Played:
    return _Played(
        sha256=jingle.sha256,
        gain=jingle.gain,
        fade_in=jingle.fade_in,
        fade_out=jingle.fade_out,
    )


def _digest(heard: _Heard) -> Digest:
    return hashlib.sha256(msgspec.json.encode(heard, order="deterministic")).hexdigest()
