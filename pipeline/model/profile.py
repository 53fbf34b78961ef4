"""What a file for a certain kind of player must be like."""

from .record import Record

MIX_RATE = 44_100  # Hz at which every bulletin is mixed and mastered, whatever it is encoded to


class Profile(Record):
    """Audio format and level of the finished MP3, always mono and constant bit rate.

    Profiles with one level share mix and master: only the encoder's work differs.
    """

    id: str
    sample_rate: int  # Hz
    bitrate: int  # kbit/s, constant
    loudness: float = -16.0  # LUFS integrated, ITU-R BS.1770
    tolerance: float = 0.3  # LU
    true_peak: float = -1.0  # dBTP, on the decoded MP3


USB = Profile(id="usb", sample_rate=44_100, bitrate=96)  # some old players know no other rate
IP = Profile(id="ip", sample_rate=44_100, bitrate=128)  # upload forms refuse over 192 kbit/s
LOW = Profile(id="low", sample_rate=24_000, bitrate=64)  # MPEG-2, for thin lines and small sticks
PROFILES = {profile.id: profile for profile in (USB, IP, LOW)}
