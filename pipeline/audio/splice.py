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
    if not pieces or not all(pieces):
        raise SoundError("Có đoạn MP3 không chứa khung nào.")
    rows = [frames.uniform(piece) for piece in pieces]
    if len({(head.version, head.rate, head.bitrate, head.channels) for head, _ in rows}) > 1:
        raise SoundError("Các đoạn MP3 không cùng định dạng nên không ghép được.")
    for number, (head, _) in enumerate(rows, start=1):
        if head.main_data_begin:
            raise SoundError(f"Đoạn MP3 thứ {number} không bắt đầu độc lập nên không ghép được.")
    count = sum(row for _, row in rows)
    size = sum(map(len, pieces))
    return info_frame(rows[0][0], pieces[0][:4], count, size) + b"".join(pieces)
