"""A part of a spliced MP3 as an MP3 of its own. No sound is decoded."""

from functools import lru_cache

from ..errors import SoundError
from ..figures import number
from . import frames, id3, structure
from .splice import splice


def excerpt(content: bytes, start: float, end: float) -> bytes:
    """The frames from second `start` to `end`, the nearest whole ones, behind a header frame.

    Pieces of a splice begin independently, so one of them sounds as it did there. Raises SoundError
    where the part does not begin so, or is not there.
    """
    sound = _sound(content)
    length = sound[0].samples / sound[0].rate
    taken = sound[round(start / length) : round(end / length)]
    if not taken:
        raise SoundError(f"Tệp MP3 không có đoạn từ giây {number(start, 1)} đến {number(end, 1)}.")
    return splice([content[taken[0].offset : taken[-1].offset + taken[-1].size]])


@lru_cache(maxsize=1)  # the parts of one file are asked for one after the other
def _sound(content: bytes) -> tuple[frames.Frame, ...]:
    """Its frames, without the one that is a header."""
    built = structure.structure(content)
    if built is None:
        raise SoundError("Tệp không phải MP3 nguyên vẹn nên không cắt được.")
    whole = tuple(frames.parse(content, *id3.sound(content)))
    return whole[1:] if built.header else whole
