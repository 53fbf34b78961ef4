"""Frozen records, and JSON to them. Nothing here reads, writes or computes more than itself."""

from .approval import FRAME, Approval, Subject, Verdict
from .campaign import (
    Campaign,
    Directive,
    DirectiveTask,
    Message,
    OthersTask,
    Paragraph,
    PartialDate,
    Season,
)
from .destination import Destination
from .gaps import ECHO, GAPS, Gaps
from .jingle import Jingle, JingleKind
from .letter import Letter, Reference
from .lexeme import Lexeme
from .limits import LIMITS, Limits
from .parsing import decoder, from_json
from .place import Place, Problem
from .profile import MIX_RATE, PROFILES, USB, Profile
from .project import Project, Rundown, Sketch
from .record import Record
from .script import Segment
from .site import Site
from .sound import CLEAN, PA_HORN, SOUNDS, Sound
from .station import AirWindow, Slot, Station, Unit
from .tag import Tag
from .voice import VARIABLE, Setting, Voice, VoiceChoice

__all__ = [
    "CLEAN",
    "ECHO",
    "FRAME",
    "GAPS",
    "LIMITS",
    "MIX_RATE",
    "PA_HORN",
    "PROFILES",
    "SOUNDS",
    "USB",
    "VARIABLE",
    "AirWindow",
    "Approval",
    "Campaign",
    "Destination",
    "Directive",
    "DirectiveTask",
    "Gaps",
    "Jingle",
    "JingleKind",
    "Letter",
    "Lexeme",
    "Limits",
    "Message",
    "OthersTask",
    "Paragraph",
    "PartialDate",
    "Place",
    "Problem",
    "Profile",
    "Project",
    "Record",
    "Reference",
    "Rundown",
    "Season",
    "Segment",
    "Setting",
    "Site",
    "Sketch",
    "Slot",
    "Sound",
    "Station",
    "Subject",
    "Tag",
    "Unit",
    "Verdict",
    "Voice",
    "VoiceChoice",
    "decoder",
    "from_json",
]
