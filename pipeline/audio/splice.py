"""Whole MP3 pieces to one MP3. No sound is decoded: frames are put in a row."""

from collections.abc import Sequence
from dataclasses import dataclass

from ..errors import SoundError
from . import frames
from .info import info_frame


@dataclass(frozen=True, eq=False)
class Piece:
    """The frames of one encode, looked through once however many files they stand in."""

    content: bytes
    head: frames.Frame  # the first frame; all others are of its kind
    count: int  # frames

    @classmethod
    def of(cls, content: bytes) -> "Piece":
        """Raises SoundError when these are not frames of one kind without a gap."""
        if not content:
            raise SoundError("Có đoạn MP3 không chứa khung nào.")
        return cls(content, *frames.uniform(content))


def header(pieces: Sequence[Piece]) -> bytes:
    """The Info frame that goes before these pieces.

    Each piece must begin independently (no main data borrowed from before) and all must be alike
    in version, rate, bit rate and channels. Raises SoundError.
    """
    if not pieces:
        raise SoundError("Có đoạn MP3 không chứa khung nào.")
    heads = [piece.head for piece in pieces]
    if len({(head.version, head.rate, head.bitrate, head.channels) for head in heads}) > 1:
        raise SoundError("Các đoạn MP3 không cùng định dạng nên không ghép được.")
    for number, head in enumerate(heads, start=1):
        if head.main_data_begin:
            raise SoundError(f"Đoạn MP3 thứ {number} không bắt đầu độc lập nên không ghép được.")
    count = sum(piece.count for piece in pieces)
    size = sum(len(piece.content) for piece in pieces)
    return info_frame(heads[0], pieces[0].content[:4], count, size)


def splice(contents: Sequence[bytes]) -> bytes:
    """An Info frame and the frames of every piece. Raises SoundError."""
    return header([Piece.of(content) for content in contents]) + b"".join(contents)
