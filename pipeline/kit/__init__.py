"""One approved message for every channel the letters name besides the loudspeakers."""

from .captions import of_bulletin, srt, vtt
from .channel import Channel
from .content import Content, approved
from .delivery import Delivered, deliver, lying, withdraw
from .measured import Aired, measured
from .registry import CHANNELS
from .sheet import listed
from .shelf import Shelf, shelf
from .workshop import TEMPLATES, Workshop

__all__ = [
    "CHANNELS",
    "TEMPLATES",
    "Aired",
    "Channel",
    "Content",
    "Delivered",
    "Shelf",
    "Workshop",
    "approved",
    "deliver",
    "listed",
    "lying",
    "measured",
    "of_bulletin",
    "shelf",
    "srt",
    "vtt",
    "withdraw",
]
