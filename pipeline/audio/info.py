"""The header frame of a constant bit rate MP3, so that players know its length at once.

An Info frame (Xing's layout, named so for constant bit rate): a silent frame whose payload says how
many frames and bytes follow, where each hundredth of the sound begins, and, in LAME's extension,
how many samples at the ends are the codec's own. Decoders drop DELAY + 529 samples at the start
(LAME's and their own delay) and PADDING - 529 at the end: 1105 and none.
"""

import struct

from .frames import Frame

FRAMES, BYTES, TOC, QUALITY = 1, 2, 4, 8
STEPS = 100
DELAY, PADDING = 576, 529  # samples
DROPPED = DELAY + 529  # samples a decoder leaves out at the start of a splice


def info_frame(first: Frame, head: bytes, count: int, size: int) -> bytes:
    """Header frame for `count` frames of `size` bytes that begin like `first`.

    `head` is the four bytes of that frame's header. Where the frame is too short for the table of
    contents (very low bit rates) it is left out.
    """
    plain = head[:1] + bytes([head[1] | 1]) + bytes([head[2] & 0xFD]) + head[3:4]  # no CRC, no pad
    length = (144 if first.version == 1 else 72) * first.bitrate * 1000 // first.rate
    total = length + size
    flags, body = FRAMES | BYTES | QUALITY, struct.pack(">II", count, total)
    contents = bytes(step * 256 // STEPS for step in range(STEPS))
    if 4 + first.side + 8 + len(body) + STEPS <= length:
        flags, body = flags | TOC, body + contents
    payload = plain + bytes(first.side) + b"Info" + struct.pack(">I", flags) + body
    payload += _lame(first.bitrate, total)[: length - len(payload)]
    return payload + bytes(length - len(payload))


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
