"""A loudspeaker station: where it is, when it may speak, how it sounds."""

from datetime import date, time

from .lexeme import Lexeme
from .place import Place
from .record import Record


class Unit(Record):
    """A commune-level administrative unit of today (3,321 in all since 1/7/2025)."""

    code: str  # five digits, as text
    name: str  # full name with its kind: "Xã Yên Thế", "Phường Nếnh"
    kind: str  # "xã", "phường", "đặc khu"
    province: str


class AirWindow(Record):
    """A span of the day in which the station may speak, by whose rule."""

    opens: time
    closes: time
    limit: int  # minutes of one session at most
    source: str  # the decree or decision that says so


class Station(Record):
    """One đài truyền thanh."""

    code: str  # administrative unit code, five digits
    name: str  # spoken after "Đài truyền thanh": "xã Yên Thế"
    unit: Unit
    windows: tuple[AirWindow, ...]
    times: tuple[time, ...]  # clock times of its broadcasts, each inside a window
    days: tuple[int, ...]  # ISO weekdays, 1 = Monday … 7 = Sunday
    place: Place
    voices: dict[str, str] = {}  # role -> voice id; what is missing comes from the project
    profile: str = "usb"
    sound: str = ""  # of `SOUNDS`; none: the project's
    sample: bool = False  # invented equipment and times, for trying the program
    external_ids: dict[str, str] = {}
    lexicon: tuple[Lexeme, ...] = ()  # names said the local way


class Slot(Record, order=True):
    """Date and clock time of one broadcast."""

    day: date
    at: time
