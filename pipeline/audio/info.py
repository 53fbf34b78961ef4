"""The header frame of a constant bit rate MP3, so that players know its length at once.

An Info frame (Xing's layout, named so for constant bit rate): a silent frame whose payload says how
many frames and bytes follow, where each hundredth of the sound begins, and, in LAME's extension,
how many samples at the ends are the codec's own. Decoders drop DELAY + 529 samples at the start
(LAME's and their own delay) and PADDING - 529 at the end: 1105 and none.
"""

import struct

from .frames import BITRATES, Frame

FRAMES, BYTES, TOC, QUALITY = 1, 2, 4, 8
STEPS = 100
EXTENSION = 40  # bytes
DELAY, PADDING = 576, 529  # samples
DROPPED = DELAY + 529  # samples a decoder leaves out at the start of a splice


def info_frame(first: Frame, head: bytes, count: int, size: int) -> bytes:
    """Header frame for `count` frames of `size` bytes that begin like `first`.

    `head` is the four bytes of that frame's header. Where the frame is short (low bit rates) the
    table of contents is left out, which a constant bit rate can spare, and below that a larger
    frame is taken: without the extension decoders would play the codec's own samples.
    """
    least = 4 + first.side + len(b"Info") + 4 + 8 + EXTENSION
    index, length = _fitting(first, least)
    flags, body = FRAMES | BYTES | QUALITY, struct.pack(">II", count, length + size)
    if least + STEPS <= length:
        flags, body = flags | TOC, body + bytes(step * 256 // STEPS for step in range(STEPS))
    plain = bytes([head[0], head[1] | 1, index << 4 | head[2] & 0x0C, head[3]])  # no CRC, no pad
    payload = plain + bytes(first.side) + b"Info" + struct.pack(">I", flags) + body
    payload += _lame(first.bitrate, length + size)
    return payload + bytes(length - len(payload))


def _fitting(first: Frame, least: int) -> tuple[int, int]:
    """The first bit rate index, from the sound's own upwards, whose frame has `least` bytes."""
    rates = BITRATES[first.version]
    for index in range(rates.index(first.bitrate), len(rates)):
        length = (144 if first.version == 1 else 72) * rates[index] * 1000 // first.rate
        if length >= least:
            return index, length
    raise AssertionError("the highest bit rate holds every header")


def _lame(bitrate: int, total: int) -> bytes:
    """The extension up to its checksums, which stay 0: no decoder asks for them."""
    gaps = (DELAY << 12 | PADDING).to_bytes(3, "big")
    return (
        struct.pack(">I", 0)  # quality, unused
        + b"LAME3.100"
        + bytes([0x01, 0])  # tag revision 0, constant bit rate; low-pass not said
        + bytes(8)  # replay gain, unused
        + bytes([0, min(bitrate, 255)])
        + gaps
        + bytes(4)
        + struct.pack(">I", total)
        + bytes(4)
    )
