"""What a file for a certain kind of player must be like."""

from .record import Record


class Profile(Record):
    """Audio format and level of the finished MP3."""

    id: str
    sample_rate: int  # Hz
    bitrate: int  # kbit/s, constant
    chain: str  # mastering chain: "pa_horn" or "clean"
    loudness: float = -16.0  # LUFS integrated, ITU-R BS.1770
    tolerance: float = 0.3  # LU
    true_peak: float = -1.0  # dBTP, on the decoded MP3


USB = Profile(id="usb", sample_rate=44_100, bitrate=96, chain="pa_horn")
PROFILES = {profile.id: profile for profile in (USB,)}
