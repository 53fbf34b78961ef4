"""What a person reads before approving: what is printed, and each way in which it is said."""

from collections.abc import Iterable, Iterator

from ..model import FRAME, Directive, Message, Paragraph, Place, Project, Record, Station, Subject
from ..reading import Lexicon
from ..reading import read as reading
from .heard import Digest, Ear, Renditions
from .printed import printed
from .reader import Reader
from .scripts import Script, estimate
from .unapproved import name, titles


class Doubt(Record):
    """Words that were read by a guess, or might be meant otherwise."""

    place: Place
    written: str
    spoken: str


class Rendition(Record):
    """One way in which stations say it."""

    digest: Digest
    stations: tuple[str, ...]  # their names
    script: Script  # in the name of the first of them
    voices: dict[str, str]  # role -> the voice's name, of the roles that speak
    seconds: float  # estimated


class Proof(Record):
    """One thing to approve."""

    subject: Subject
    title: str
    place: Place
    written: tuple[Paragraph, ...]
    printed: Digest  # of what is printed
    renditions: tuple[Rendition, ...]  # that of most stations first
    doubts: tuple[Doubt, ...]
    hotline: str = ""  # printed beside a campaign's call
    order: Directive | None = None  # the letter named beneath it
    task: str = ""  # of the directive, that a message serves
    recording: str = ""  # file of a person's recording, which takes the place of a voice
    music: tuple[str, ...] = ()  # ids of jingles, of the frame

    @property
    def name(self) -> str:
        """As the command line calls it."""
        return name(self.subject)


def proofs(project: Project, subjects: Iterable[Subject] | None = None) -> Iterator[Proof]:
    """A proof of each subject, in the project's order. None: of everything."""
    wanted = None if subjects is None else set(subjects)
    maker = _Maker(project)
    for subject, title in titles(project.campaigns):
        if wanted is None or subject in wanted:
            yield maker.proof(subject, title)


class _Maker:
    def __init__(self, project: Project) -> None:
        self._project = project
        self._reader = Reader(project)
        self._renditions = Renditions(project, self._reader)
        self._campaigns = {each.id: each for each in project.campaigns}
        self._printed = printed(project)

    def proof(self, subject: Subject, title: str) -> Proof:
        message = self._message(subject)
        rundown = self._project.rundown
        written = self._written(subject, message)
        tasks = self._campaigns[subject.campaign].directive.tasks if message else ()
        recording = message.recording or "" if message else ""
        called = self._campaigns[subject.campaign] if subject.campaign and not message else None
        return Proof(
            subject=subject,
            title=title,
            place=message.place if message else written[0].place,
            written=written,
            printed=self._printed[subject],
            hotline=called.hotline if called else "",
            order=called.directive if called else None,
            renditions=self._all(subject, message),
            doubts=() if recording else tuple(self._doubts(subject, written)),
            task=next((it.text for it in tasks if message and it.id == message.topic), ""),
            recording=recording,
            music=(rundown.signature, rundown.sting, rundown.bed) if subject == FRAME else (),
        )

    def _message(self, subject: Subject) -> Message | None:
        if not subject.message:
            return None
        messages = self._campaigns[subject.campaign].messages
        return next(each for each in messages if each.id == subject.message)

    def _written(self, subject: Subject, message: Message | None) -> tuple[Paragraph, ...]:
        if message:
            return message.paragraphs
        if subject == FRAME:
            return self._project.rundown.opening, self._project.rundown.closing
        return (self._campaigns[subject.campaign].call_to_action,)

    def _all(self, subject: Subject, message: Message | None) -> tuple[Rendition, ...]:
        groups: dict[Digest, list[Station]] = {}
        for station in self._project.stations:
            groups.setdefault(self._renditions.digest(subject, station), []).append(station)
        found = [
            self._rendition(subject, message, digest, stations)
            for digest, stations in groups.items()
        ]
        return tuple(sorted(found, key=lambda each: -len(each.stations)))

    def _rendition(
        self, subject: Subject, message: Message | None, digest: Digest, stations: list[Station]
    ) -> Rendition:
        script = self._script(subject, message, stations[0])
        silent = message is not None and message.recording is not None
        ear = self._renditions.ear(stations[0])
        voices = {} if silent else self._voices(script, ear)
        cast = {role: self._project.voices[voice].choices[0] for role, voice in ear.voices}
        return Rendition(
            digest=digest,
            stations=tuple(each.name for each in stations),
            script=script,
            voices=voices,
            seconds=estimate(script, cast),
        )

    def _script(self, subject: Subject, message: Message | None, station: Station) -> Script:
        if message:
            return self._reader.message(message, station.lexicon)
        if subject == FRAME:
            rundown = self._project.rundown
            opening, closing = (
                self._reader.frame(each, station.name, station.lexicon)
                for each in (rundown.opening, rundown.closing)
            )
            return opening + closing
        return self._reader.call(subject.campaign, station.lexicon)

    def _voices(self, script: Script, ear: Ear) -> dict[str, str]:
        roles = {segment.role for segment in script}
        return {
            role: self._project.voices[voice].name for role, voice in ear.voices if role in roles
        }

    def _doubts(self, subject: Subject, written: Iterable[Paragraph]) -> Iterator[Doubt]:
        lexicon = Lexicon().over(self._project.lexicon)
        if subject.campaign:
            lexicon = lexicon.over(self._campaigns[subject.campaign].lexicon)
        for paragraph in written:
            text = paragraph.text.replace("{station}", "xã mường ")
            for span in reading(text, lexicon).unsure:
                yield Doubt(
                    place=paragraph.place.after(paragraph.text, span.start),
                    written=span.written.strip(),
                    spoken=span.spoken.strip(),
                )
