"""Whole MP3 pieces to one MP3. No sound is decoded: frames are put in a row."""

from collections.abc import Sequence

from ..errors import SoundError
from . import frames
from .info import info_frame


def splice(pieces: Sequence[bytes]) -> bytes:
    """An Info frame and the frames of every piece.

    Each piece must begin independently (no main data borrowed from before) and all must be alike
    in version, rate, bit rate and channels. Raises SoundError.
    """
    parsed = [list(frames.parse(piece)) for piece in pieces]
    starts = [piece[0] for piece in parsed if piece]
    if len(starts) != len(pieces) or not starts:
        raise SoundError("Có đoạn MP3 không chứa khung nào.")
    kinds = {(f.version, f.rate, f.bitrate, f.channels) for piece in parsed for f in piece}
    if len(kinds) > 1:
        raise SoundError("Các đoạn MP3 không cùng định dạng nên không ghép được.")
    for number, start in enumerate(starts, start=1):
        if start.main_data_begin:
            raise SoundError(f"Đoạn MP3 thứ {number} không bắt đầu độc lập nên không ghép được.")
    count = sum(map(len, parsed))
    size = sum(map(len, pieces))
    return info_frame(starts[0], pieces[0][:4], count, size) + b"".join(pieces)
