"""MP3 frame by frame: ISO/IEC 11172-3 (MPEG-1) and 13818-3 (MPEG-2), Layer III."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from ..errors import SoundError

BITRATES = {  # kbit/s by version; index 0 is free format, 15 is forbidden
    1: (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
    2: (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
}
RATES = {1: (44_100, 48_000, 32_000), 2: (22_050, 24_000, 16_000)}

KIND = np.array([0xFF, 0xFF, 0xFC, 0xC0], np.uint8)  # header bits that one kind of frames shares


@dataclass(frozen=True)
class Frame:
    """One frame and where it lies."""

    offset: int  # bytes
    size: int  # bytes, header included
    version: int  # 1 or 2
    bitrate: int  # kbit/s
    rate: int  # Hz
    channels: int
    main_data_begin: int  # bytes it borrows from earlier frames

    @property
    def samples(self) -> int:
        """Samples per channel it decodes to."""
        return 1152 if self.version == 1 else 576

    @property
    def side(self) -> int:
        """Bytes of side information after the header."""
        if self.version == 1:
            return 17 if self.channels == 1 else 32
        return 9 if self.channels == 1 else 17


def parse(content: bytes, start: int = 0, end: int | None = None) -> Iterator[Frame]:
    """All frames from `start` to `end`, without a gap. Raises SoundError naming the byte."""
    at, end = start, len(content) if end is None else end
    while at < end:
        frame = _frame(content, at)
        if at + frame.size > end:
            raise SoundError(f"Khung MP3 ở byte {at} bị cắt cụt.")
        yield frame
        at += frame.size


def first(content: bytes, start: int = 0) -> Frame | None:
    """The frame whose header stands at `start`, whole or not; None where there is no header."""
    try:
        return _frame(content, start)
    except SoundError:
        return None


def uniform(content: bytes) -> tuple[Frame, int]:
    """The first of frames that are all of one kind, without a gap, and their number.

    It finds what `parse` would, in a twentieth of the time: only the padding is followed from
    frame to frame, then all headers are compared at once. Raises SoundError.
    """
    head = _frame(content, 0)
    padding = content[2] >> 1 & 1
    starts, at, last = [], 0, len(content) - 4
    while at <= last:
        starts.append(at)
        at += head.size - padding + (content[at + 2] >> 1 & 1)
    if at == len(content):
        headers = np.frombuffer(content, np.uint8)[np.add.outer(starts, range(4))]
        if not ((headers ^ headers[0]) & KIND).any():
            return head, len(starts)
    for _ in parse(content):  # names the byte that is wrong, where one is
        pass
    raise SoundError("Các khung của đoạn MP3 không cùng định dạng.")


def _frame(content: bytes, at: int) -> Frame:
    head = int.from_bytes(content[at : at + 4], "big")
    version = {3: 1, 2: 2}.get(head >> 19 & 3)
    bitrate, rate = head >> 12 & 15, head >> 10 & 3
    if head >> 21 != 0x7FF or version is None or head >> 17 & 3 != 1:
        raise SoundError(f"Byte {at} không phải đầu một khung MP3 lớp III.")
    if bitrate in (0, 15) or rate == 3:
        raise SoundError(f"Khung MP3 ở byte {at} có tốc độ bit hoặc tần số không hợp lệ.")
    kbit, hertz = BITRATES[version][bitrate], RATES[version][rate]
    size = (144 if version == 1 else 72) * kbit * 1000 // hertz + (head >> 9 & 1)
    side = at + (4 if head >> 16 & 1 else 6)  # two bytes of CRC when the protection bit is 0
    begin = int.from_bytes(content[side : side + 2], "big") >> (7 if version == 1 else 8)
    channels = 1 if head >> 6 & 3 == 3 else 2
    return Frame(at, size, version, kbit, hertz, channels, begin)
