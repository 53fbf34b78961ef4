"""The plan: a value that can be printed, compared, approved, saved, sent to another machine."""

from typing import Literal

from ..model import Approval, Directive, Record, Segment, Slot, Station, Tag, VoiceChoice
from .jobs import Key, Task
from .unapproved import Unapproved
from .week import Week

ElementKind = Literal["opening", "item", "sting", "call_to_action", "closing"]


class Element(Record):
    """One part of a bulletin, in the order it is heard."""

    kind: ElementKind
    title: str
    script: tuple[Segment, ...]
    seconds: float  # estimated
    encode: Key  # task that gives its MP3 frames
    meter: Key  # task that measures them
    campaign: str = ""
    message: str = ""
    recorded: bool = False  # by a person; the script is what there is to read along
    before: float = 0.0  # s of music alone before the first word
    after: float = 0.0  # s of music alone after the last word


class BulletinPlan(Record):
    """One MP3 of one station: its elements' MP3 frames in a row, behind its own tag."""

    id: str  # "<station code>/<date>"
    file: str  # name inside the bundle
    title: str
    slots: tuple[Slot, ...]  # when it is played
    rundown: tuple[Element, ...]
    cast: dict[str, VoiceChoice]  # role -> who speaks
    moved: dict[str, str]  # source it would rather have used -> why not (Vietnamese)
    tag: Tag

    @property
    def seconds(self) -> float:
        """Estimated duration."""
        return sum(element.seconds for element in self.rundown)

    @property
    def results(self) -> tuple[Key, ...]:
        """Keys of what must be made for this bulletin to be published: sound and measures."""
        return tuple(key for each in self.rundown for key in (each.encode, each.meter))


class BundlePlan(Record):
    """One station's week."""

    station: Station
    bulletins: tuple[BulletinPlan, ...]


class Plan(Record):
    """Everything to be made for one week."""

    week: Week
    title: str
    directives: dict[str, Directive]  # campaign id -> who ordered it
    campaigns: dict[str, str]  # campaign id -> title
    tasks: dict[Key, Task]  # inputs come before what uses them
    bundles: tuple[BundlePlan, ...]
    voiceless: dict[str, str] = {}  # bulletin id -> why nobody can or may speak it (Vietnamese)
    approvals: tuple[Approval, ...] = ()  # of what is in it
    unapproved: tuple[Unapproved, ...] = ()  # what stays out of it
    unwritten: dict[str, str] = {}  # name -> title of messages without words, which stay out too
    draft: bool = False  # holds what nobody has approved, says so, and is never published

    @property
    def bulletins(self) -> tuple[BulletinPlan, ...]:
        """Every bulletin of every station."""
        return tuple(each for bundle in self.bundles for each in bundle.bulletins)
