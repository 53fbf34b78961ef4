"""Everything people wrote, checked and ready to plan from."""

from .approval import Approval
from .campaign import Campaign, Paragraph
from .destination import Destination
from .jingle import Jingle
from .lexeme import Lexeme
from .place import Place, Problem
from .record import Record
from .site import Site
from .station import Station
from .voice import Voice


class Rundown(Record):
    """The frame of every bulletin: what is said and played around the items."""

    opening: Paragraph  # "{station}" stands for the station's name
    closing: Paragraph
    signature: str  # jingle ids
    sting: str
    bed: str
    least: int = 120  # seconds of a bulletin
    most: int = 300


class Sketch(Record):
    """A campaign that is still being written (`status: nháp`): it is never spoken."""

    campaign: Campaign
    problems: tuple[Problem, ...] = ()  # what is left to do


class Project(Record):
    """The whole project folder as one value."""

    title: str
    rundown: Rundown
    voices: dict[str, Voice]
    roles: dict[str, str]  # role ("A", "B") -> voice id
    jingles: dict[str, Jingle]
    campaigns: tuple[Campaign, ...]
    stations: tuple[Station, ...]
    sound: str = "pa_horn"  # of `SOUNDS`, for stations that name none
    lexicon: tuple[Lexeme, ...] = ()
    site: Site = Site()
    numbers: tuple[str, ...] = ()  # local telephone numbers that may be said, as written
    approvals: tuple[Approval, ...] = ()  # in the order in which they were given
    sketches: tuple[Sketch, ...] = ()
    destinations: tuple[Destination, ...] = ()
    place: Place = Place(file="project.yaml")
