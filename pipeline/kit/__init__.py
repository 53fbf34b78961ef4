"""One approved message for every channel the letters name besides the loudspeakers."""

from .captions import of_bulletin, srt, vtt
from .channel import Channel
from .content import Content, approved
from .delivery import Delivered, Made, deliver, lasting, listed, lying, made, withdraw
from .measured import Aired, measured
from .registry import CHANNELS
from .workshop import TEMPLATES, Workshop

__all__ = [
    "CHANNELS",
    "TEMPLATES",
    "Aired",
    "Channel",
    "Content",
    "Delivered",
    "Made",
    "Workshop",
    "approved",
    "deliver",
    "lasting",
    "listed",
    "lying",
    "made",
    "measured",
    "of_bulletin",
    "srt",
    "vtt",
    "withdraw",
]
