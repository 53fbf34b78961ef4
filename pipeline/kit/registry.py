"""Every channel there is, in the order in which the letters name them. A new one is a line here."""

from .announcer import Announcer
from .channel import Channel
from .leaflet import Folded, Leaflet
from .notice import Notice
from .social import Social
from .sound import Sound
from .subtitles import Subtitles
from .texting import Texting
from .web import Web

CHANNELS: tuple[Channel, ...] = (
    Notice(),
    Web(),
    Texting(),
    Social(),
    Leaflet(),
    Folded(),
    Announcer(),
    Sound(),
    Subtitles(),
)
