"""How an MP3 is put together: what an old player stumbles over, or not."""

import io

import mutagen
from mutagen.id3 import ID3
from mutagen.mp3 import BitrateMode

from ..errors import SoundError
from ..model import Record
from . import frames, id3


class Structure(Record):
    """The frames of an MP3 between its tags."""

    version: int  # MPEG-1 or MPEG-2, Layer III
    frames: int  # without the header frame
    rate: int  # Hz
    channels: int
    bitrate: int  # kbit/s; the average when it varies
    constant: bool
    header: str  # "Info" or "Xing"; empty without a header frame
    delay: int | None  # samples of the codec's own before the sound; None: nobody says
    padding: int | None  # and after it
    independent: bool  # the first frame borrows nothing from before

    @property
    def gapless(self) -> bool:
        """Whether players can leave the codec's own samples out."""
        return self.delay is not None


def structure(content: bytes) -> Structure | None:
    """None for what is not MP3 frames from the first byte to the last."""
    start, end = id3.sound(content)
    try:
        parsed = list(frames.parse(content, start, end))
    except SoundError:
        return None
    if not parsed:
        return None
    head = parsed[0]
    name, gaps = _header(content, head)
    sound = parsed[1:] if name else parsed
    if not sound:
        return None
    seconds = sum(each.samples for each in sound) / head.rate
    rates = {each.bitrate for each in sound}
    average = round(sum(each.size for each in sound) * 8 / seconds / 1000)
    return Structure(
        version=head.version,
        frames=len(sound),
        rate=head.rate,
        channels=head.channels,
        bitrate=rates.pop() if len(rates) == 1 else average,
        constant=len({each.bitrate for each in sound}) == 1,
        header=name,
        delay=gaps[0] if gaps else None,
        padding=gaps[1] if gaps else None,
        independent=sound[0].main_data_begin == 0,
    )


def constant(content: bytes) -> bool | None:
    """Whether an MP3 of others says that its bit rate never changes; None for other formats."""
    try:
        kind = mutagen.File(io.BytesIO(content))
    except mutagen.MutagenError:
        return None
    mode = getattr(getattr(kind, "info", None), "bitrate_mode", None)
    return None if mode is None else bool(mode == BitrateMode.CBR)


def tag_version(content: bytes) -> str:
    """Kind of the tag before the sound, as "ID3v2.3"; empty without one."""
    try:
        return "ID3v{}.{}".format(*ID3(io.BytesIO(content), translate=False).version)
    except mutagen.MutagenError:
        return ""


def _header(content: bytes, head: frames.Frame) -> tuple[str, tuple[int, int] | None]:
    """The header frame's name, and the gaps where LAME's extension tells them."""
    at = head.offset + 4 + head.side
    name = content[at : at + 4]
    if name not in (b"Info", b"Xing"):
        return "", None
    flags = content[at + 7]
    at += 8 + 4 * (flags & 1) + 2 * (flags & 2) + 25 * (flags & 4) + (flags & 8) // 2
    if at + 24 > head.offset + head.size or not content[at : at + 4].isalnum():
        return name.decode("ascii"), None
    both = int.from_bytes(content[at + 21 : at + 24], "big")
    return name.decode("ascii"), (both >> 12, both & 0xFFF)
