"""Whether a sound file is all there: many a file on a stick was pulled out half copied.

Only what a format's own header promises is believed, and only where it is surely too much: headers
of live streams say 0 or the highest number because their writer could not know.
"""

import struct
from collections.abc import Iterator

from . import frames, id3

STREAM = 0x7FFF_0000  # bytes; from here on a WAV header means "until it ends"
BOXES = (b"ftyp", b"moov", b"mdat", b"free", b"skip", b"wide", b"moof", b"styp", b"sidx", b"uuid")


def lacking(content: bytes) -> int:
    """How many bytes the file lacks of what its header promises; 0 for what promises nothing."""
    if content[:4] == b"RIFF" and content[8:12] == b"WAVE":
        promised = _wav(content)
    elif content[4:8] == b"ftyp":
        promised = max(_mp4(content), default=0)
    else:
        promised = _mp3(content)
    return max(0, promised - len(content))


def _wav(content: bytes) -> int:
    """Where the chunk "data" ends (Multimedia Programming Interface 1.0, Microsoft and IBM)."""
    at = 12
    while at + 8 <= len(content):
        name, size = struct.unpack_from("<4sI", content, at)
        if name == b"data":
            return 0 if size >= STREAM else at + 8 + size
        at += 8 + size + size % 2
    return 0


def _mp4(content: bytes) -> Iterator[int]:
    """Where each top-level box ends (ISO/IEC 14496-12, 4.2)."""
    at = 0
    while at + 8 <= len(content):
        size, name = struct.unpack_from(">I4s", content, at)
        if size == 1 and at + 16 <= len(content):
            (size,) = struct.unpack_from(">Q", content, at + 8)
        if size < 8 or name not in BOXES:
            return
        at += size
        yield at


def _mp3(content: bytes) -> int:
    """Where the sound ends after its Xing or Info header: that counts bytes from itself."""
    start, _ = id3.sound(content)
    head = frames.first(content, start)
    if head is None:
        return 0
    at = start + 4 + head.side
    name, flags = content[at : at + 4], content[at + 4 : at + 8]
    if name not in (b"Xing", b"Info") or len(flags) < 4 or not flags[3] & 2:
        return 0
    at += 8 + 4 * (flags[3] & 1)
    return start + int.from_bytes(content[at : at + 4], "big") - head.size  # some count without it
